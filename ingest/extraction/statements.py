"""Sentences that promise something -> metric, comparator, value, unit, base, horizon.

A sentence with two figures states two targets. The number grammar is that of
:mod:`ingest.text.numbers`; words come from ``targets.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.extraction.metrics import carried, ends_with, metric_of, words
from ingest.model import Comparator, Period
from ingest.text.normal import match_key
from ingest.text.numbering import label_of
from ingest.text.numbers import Amount, amounts, plain


@dataclass(frozen=True, slots=True)
class Statement:
    """One quantified promise. ``start``/``end`` mark the figure in the text it was read from."""

    metric: str
    comparator: Comparator
    value: str
    unit: str | None
    base: str | None
    horizon: Period | None
    start: int
    end: int


_CLAUSE = re.compile(r"[;.]\s+|,\s+(?:trong (?:đó|số đó)|đồng thời|còn lại)[,:]?\s*|[;]|\n")
_SUBCLAUSE = re.compile(r",\s+|\s+và\s+")
_LISTED = re.compile(r"(?:\s+[^\W\d_]+){1,8}(?:,|,?\s+và)\s+")
_AND = re.compile(r"(?<=\w)\s+và\s+$")
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d$")
_TOP = re.compile(r"(?:top|hạng|vị trí thứ|xếp thứ)\s*$", re.IGNORECASE)
_NOUN = re.compile(r"\s*((?:[^\W\d_]+(?:[ /-](?=[^\W\d_]))?){1,40})")


def statements(text: str, *, counts: bool = True) -> list[Statement]:
    """Every quantified target of ``text``; ``counts=False`` drops counts without a comparator."""
    found: list[Statement] = []
    metric = ""
    every = amounts(_TIGHT_RANGE.sub("–", text))
    kept = [amount for amount in every if _is_figure(text, amount, counts=counts)]
    kept = _with_lower_ends(text, every, kept)
    for index, amount in enumerate(kept):
        low = kept[index - 1].end if index else 0
        high = kept[index + 1].start if index + 1 < len(kept) else len(text)
        statement = _statement(text, amount, low=low, high=high, metric=metric)
        if found and found[-1].comparator == "change" and _AND.search(text[low : amount.start]):
            statement = replace(statement, comparator="change")  # "cắt giảm 20% … và 20% …"
        if found and statement.comparator == "=":
            between = text[kept[index - 1].end : amount.start]
            if _said_for_both(found[-1], between, amount):
                statement = replace(statement, comparator=found[-1].comparator)
        if found and index:
            statement = _ranged(text, kept[index - 1], statement, found)
        found.append(statement)
        metric = found[-1].metric
    return found


def _said_for_both(before: Statement, between: str, amount: Amount) -> bool:
    """Whether a comparator also holds for the next figure: "tối thiểu 60% hồ sơ, 80% tài liệu".

    All of something (100%) is no limit.
    """
    if before.comparator not in (">=", "<=") or amount.value == 100:
        return False
    return _LISTED.fullmatch(between) is not None


_TIGHT_RANGE = re.compile(r"(?<=\d)-(?=\d{1,3}(?:,\d+)?\s*(?:%|phần trăm))")
_TO = re.compile(r"\s*(?:đến|tới|-|–)\s*(?:dưới\s+|không quá\s+)?$", re.IGNORECASE)
_MOVED = re.compile(
    r"(?:[^\d;.]|(?:19|20)\d\d){0,25}\s(?:lên|xuống)(?:\s+(?:còn|thành|mức|tối thiểu))?\s*$",
    re.IGNORECASE,
)


def _with_lower_ends(text: str, every: list[Amount], kept: list[Amount]) -> list[Amount]:
    """``kept`` with the lower ends of ranges that leave the unit to the upper one ("5 - 7%")."""
    found: list[Amount] = []
    for amount in kept:
        before = [one for one in every if one.end <= amount.start and one not in kept]
        low = before[-1] if before else None
        if (
            low is not None
            and low.unit is None
            and amount.unit is not None
            and _TO.fullmatch(text[low.end : amount.start])
            and low.value < amount.value
        ):
            found.append(replace(low, unit=amount.unit))
        found.append(amount)
    return found


def _ranged(text: str, before: Amount, statement: Statement, found: list[Statement]) -> Statement:
    """The upper end of "từ 95% đến 98%", or where "từ 80% lên 90%" leads; ``found`` is mended."""
    between = text[before.end : statement.start]
    lower = found[-1]
    if _TO.fullmatch(between) and lower.unit == statement.unit:
        found[-1] = replace(lower, comparator=">=")
        told = lower.metric != match_key(text.strip())
        metric = lower.metric if told else statement.metric
        found[-1] = replace(found[-1], metric=metric)
        return replace(statement, comparator="<=", metric=metric)
    if _MOVED.fullmatch(between) and re.search(r"\btừ\s*$", text[: before.start], re.IGNORECASE):
        found.pop()
        base = text[before.start : before.end].strip()
        return replace(statement, metric=lower.metric, base=statement.base or base)
    return statement


def _is_figure(text: str, amount: Amount, *, counts: bool) -> bool:
    before, after = text[: amount.start], text[amount.end :]
    known = words()
    comparator = _compared(before)
    if amount.unit is not None:
        return True
    if comparator == "rank":
        return amount.value < 200 and (
            _NOUN.match(after) is not None or _TOP.search(before) is not None
        )
    if ends_with(before, known["not_figures"]) and comparator is None:
        return False
    if _YEAR_ONLY.match(text[amount.start : amount.end]):
        return False
    if re.match(r"\s*(?:và|,|-)\s*\d", after) and re.search(
        r"(?:mức độ|cấp độ|cấp|quý|năm)\s*$", before
    ):
        return False
    if re.search(
        r"(?:mức độ|cấp độ|cấp|điều|quý|khoản)\s+\d+\s*(?:,|và|-|đến)\s*$", before, re.IGNORECASE
    ):
        return False
    noun = _NOUN.match(after)
    if amount.of is not None:
        return bool(noun) and not re.search(r"(?:ngày|trước|đến)\s*$", before, re.IGNORECASE)
    if noun is None or (label_of(text[amount.start :]) is not None and amount.start == 0):
        return False
    if any(match_key(noun.group(1)).startswith(word) for word in known["not_units"]):
        return _limits_time(before, after, noun.group(1), comparator)
    if re.search(r"[:/-]\s*$", before) or re.match(r"\s*[/:]", after):
        return False
    if comparator in (">=", "<=", ">", "<") or _bounded(after):
        return True
    if _base(after) and ends_with(before, known["change_by"]):
        return True
    opens_clause = bool(re.search(r"(?:^|[,;:]\s)\s*$", before)) and amount.start > 0
    verb = opens_clause or ends_with(before, known["count_verbs"]) is not None
    money = bool(re.match(r"\s*(?:đồng|vnđ)\b", after, re.IGNORECASE))
    return counts and (
        verb or money or (comparator == "=" and before.strip().lower().endswith("đạt"))
    )


def _bounded(after: str) -> bool:
    """Whether "trở lên" or "trở xuống" stands right behind a figure and its unit."""
    known = words()
    ends = "|".join(map(re.escape, [*known["upwards"], *known["downwards"]]))
    return bool(re.match(rf"\s*(?:[^\W\d_]+\s+){{0,2}}(?:{ends})\b", after, re.IGNORECASE))


def _limits_time(before: str, after: str, noun: str, comparator: Comparator | None) -> bool:
    """Whether a count of days or hours is what is promised: "còn tối đa 05 ngày"."""
    if not re.match(r"(?:ngày|giờ|phút)\b", noun, re.IGNORECASE) or "kể từ" in after:
        return False
    if re.search(r"(?:trong vòng|thời hạn|chậm nhất)\s+(?:\S+\s+){0,3}$", before, re.IGNORECASE):
        return False
    return comparator in ("<=", "<") or bool(re.search(r"\bcòn\s*$", before, re.IGNORECASE))


def _compared(before: str) -> Comparator | None:
    """The comparator that the words right before a figure name."""
    table = words()["comparators"]
    best: tuple[int, Comparator] | None = None
    for comparator, wordings in table.items():
        hit = ends_with(before, wordings)
        if hit and (best is None or len(hit.group(1)) > best[0]):
            best = (len(hit.group(1)), comparator)
    return best[1] if best else None


def _statement(text: str, amount: Amount, *, low: int, high: int, metric: str) -> Statement:
    known = words()
    start, end = _clause_bounds(text, amount, low=low, high=high)
    before, after = text[max(start, low) : amount.start], text[amount.end : end]
    comparator = _comparator(before, after)
    base = _base(after)
    verb = re.search(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, known['change']))})(?:\s+(?:[^\W\d_]+\s+){{0,2}})?$",
        before,
        re.IGNORECASE,
    )
    step = any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", before, re.IGNORECASE)
        for word in known["step"]
    )
    sized = verb is not None and not verb.group().lower().startswith(tuple(known["step"]))
    if verb and (base is not None or (step and (sized or _compared(before) is None))):
        comparator = "change"
    if _compared(before) is None and ends_with(before, known["change_by"]):
        comparator = "change"  # "cắt giảm 20% quy định": nothing between the verb and its measure
    unit = amount.unit or _count_unit(text[amount.end : high])
    own = metric_of(
        before,
        "" if comparator == "rank" and len(before.split()) > 3 else after,
        unit if amount.unit is None else None,
    )
    metric = carried(own, metric) or metric or match_key(text.strip())
    value = (
        plain(amount.value) if amount.of is None else f"{plain(amount.value)}/{plain(amount.of)}"
    )
    return Statement(
        metric=metric,
        comparator=comparator,
        value=plain(amount.value) if amount.of is None else value,
        unit=unit,
        base=base,
        horizon=_own_horizon(text[_sentence_start(text, amount.start) : amount.start]),
        start=amount.start,
        end=amount.end,
    )


def _clause_bounds(text: str, amount: Amount, *, low: int, high: int) -> tuple[int, int]:
    start = 0
    for found in _CLAUSE.finditer(text, 0, amount.start):
        start = found.end()
    following = _CLAUSE.search(text, amount.end)
    end = following.start() if following else len(text)
    if high < end:
        comma = None
        for found in _SUBCLAUSE.finditer(text, amount.end, high):
            comma = found.start()
        end = comma if comma is not None else high
    if start < low:
        start = low
        for found in _SUBCLAUSE.finditer(text, low, amount.start):
            start = found.end()
    return start, end


def _comparator(before: str, after: str) -> Comparator:
    known = words()
    named = _compared(before)
    from_ = re.search(r"(?<!\w)từ\s*$", before, re.IGNORECASE)
    head = after[:20].lower()
    if any(word in head for word in known["upwards"]):
        return ">="
    if any(word in head for word in known["downwards"]):
        return "<="
    if from_:
        return ">="
    return named or "="


def _base(after: str) -> str | None:
    for word in words()["base"]:
        found = re.search(rf"(?<!\w){re.escape(word)}\s+([^,;.]+)", after, re.IGNORECASE)
        if found:
            return " ".join(found.group(1).split())
    return None


def _count_unit(after: str) -> str | None:
    for compound in words()["compound_units"]:
        if after.strip().lower().startswith(compound):
            return str(compound)
    noun = _NOUN.match(after)
    if noun is None:
        return None
    found = noun.group(1).split()
    while found and found[0].lower() in ("các", "những", "số"):
        found = found[1:]
    if found and found[0].rpartition("/")[2].lower() in words()["single_units"]:
        return found[0]
    stop = next(
        (i for i, word in enumerate(found) if i and word.lower() in words()["unit_ends"]),
        len(found),
    )
    return " ".join(found[: min(stop, 2)]) or None


_OWN_RANGE = re.compile(r"giai đoạn\s+((?:19|20)\d\d)\s*-\s*((?:19|20)\d\d)", re.IGNORECASE)
_OWN_YEAR = re.compile(
    r"(?:^|[;.,(])\s*(?:-\s*)?(?:ph[âầấ]n đ[ầấ]u\s+)?(?:đến\s+)?(?:hết\s+)?năm\s+((?:19|20)\d\d)",
    re.IGNORECASE,
)


def _sentence_start(text: str, at: int) -> int:
    return max((found.end() for found in re.finditer(r"[.\n]\s+", text[:at])), default=0)


def _own_horizon(before: str) -> Period | None:
    """The horizon that a clause sets for itself ("Năm 2022, …"), never one it is compared with."""
    named = [
        (found.start(), int(found.group(1)), int(found.group(2)))
        for found in _OWN_RANGE.finditer(before)
        if not re.search(r"so với[^,;.]*$", before[: found.start()], re.IGNORECASE)
    ]
    named += [
        (found.start(), int(found.group(1)), int(found.group(1)))
        for found in _OWN_YEAR.finditer(before)
    ]
    if not named:
        return None
    _, first, last = max(named)
    return Period.model_validate({"from": first, "to": last}) if first <= last else None
