"""Sentences that promise something -> metric, comparator, value, unit, base, horizon.

A sentence with two figures states two targets. The number grammar is that of
:mod:`ingest.text.numbers`; words come from ``targets.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ingest.model import Comparator, Period
from ingest.text.normal import fold, match_key
from ingest.text.numbering import label_of
from ingest.text.numbers import Amount, amounts, plain
from ingest.text.organisations import one_of
from ingest.vocabulary import load


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


def _words() -> dict[str, Any]:
    return load("targets")


@lru_cache(maxsize=64)
def _ending(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a text that ends with one of ``words``, longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)({'|'.join(re.escape(word) for word in ordered)})\s*$", re.IGNORECASE
    )


def _ends_with(text: str, words: list[str]) -> re.Match[str] | None:
    return _ending(tuple(words)).search(text)


_CLAUSE = re.compile(r"[;.]\s+|,\s+(?:trong (?:đó|số đó)|đồng thời|còn lại)[,:]?\s*|[;]|\n")
_SUBCLAUSE = re.compile(r",\s+|\s+và\s+")
_AND = re.compile(r"(?<=\w)\s+và\s+$")
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d$")
_TOP = re.compile(r"(?:top|hạng|vị trí thứ|xếp thứ)\s*$", re.IGNORECASE)
_NOUN = re.compile(r"\s*((?:[^\W\d_]+(?:[ /-](?=[^\W\d_]))?){1,40})")


def statements(text: str, *, counts: bool = True) -> list[Statement]:
    """Every quantified target of ``text``; ``counts=False`` drops counts without a comparator."""
    found: list[Statement] = []
    metric = ""
    kept = [amount for amount in amounts(text) if _is_figure(text, amount, counts=counts)]
    for index, amount in enumerate(kept):
        low = kept[index - 1].end if index else 0
        high = kept[index + 1].start if index + 1 < len(kept) else len(text)
        statement = _statement(text, amount, low=low, high=high, metric=metric)
        if found and found[-1].comparator == "change" and _AND.search(text[low : amount.start]):
            statement = replace(statement, comparator="change")  # "cắt giảm 20% … và 20% …"
        found.append(statement)
        metric = found[-1].metric
    return found


def _is_figure(text: str, amount: Amount, *, counts: bool) -> bool:
    before, after = text[: amount.start], text[amount.end :]
    words = _words()
    comparator = _compared(before)
    if amount.unit is not None:
        return True
    if comparator == "rank":
        return amount.value < 200 and (
            _NOUN.match(after) is not None or _TOP.search(before) is not None
        )
    if _ends_with(before, words["not_figures"]) and comparator is None:
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
    if any(match_key(noun.group(1)).startswith(word) for word in words["not_units"]):
        return False
    if re.search(r"[:/-]\s*$", before) or re.match(r"\s*[/:]", after):
        return False
    if comparator in (">=", "<=", ">", "<"):
        return True
    opens_clause = bool(re.search(r"(?:^|[,;:]\s)\s*$", before)) and amount.start > 0
    verb = opens_clause or _ends_with(before, words["count_verbs"]) is not None
    money = bool(re.match(r"\s*(?:đồng|vnđ)\b", after, re.IGNORECASE))
    return counts and (verb or money or (comparator == "=" and before.strip().endswith("đạt")))


def _compared(before: str) -> Comparator | None:
    """The comparator that the words right before a figure name."""
    table = _words()["comparators"]
    best: tuple[int, Comparator] | None = None
    for comparator, wordings in table.items():
        hit = _ends_with(before, wordings)
        if hit and (best is None or len(hit.group(1)) > best[0]):
            best = (len(hit.group(1)), comparator)
    return best[1] if best else None


def _statement(text: str, amount: Amount, *, low: int, high: int, metric: str) -> Statement:
    words = _words()
    start, end = _clause_bounds(text, amount, low=low, high=high)
    before, after = text[max(start, low) : amount.start], text[amount.end : end]
    comparator = _comparator(before, after)
    base = _base(after)
    verb = re.search(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, words['change']))})(?:\s+(?:[^\W\d_]+\s+){{0,2}})?$",
        before,
        re.IGNORECASE,
    )
    step = any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", before, re.IGNORECASE)
        for word in words["step"]
    )
    if verb and (base is not None or step):
        comparator = "change"
    if _compared(before) is None and _ends_with(before, words["change_by"]):
        comparator = "change"  # "cắt giảm 20% quy định": nothing between the verb and its measure
    unit = amount.unit or _count_unit(text[amount.end : high])
    own = _metric(
        before,
        "" if comparator == "rank" and len(before.split()) > 3 else after,
        unit if amount.unit is None else None,
    )
    metric = own or metric or match_key(text.strip())
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
    words = _words()
    named = _compared(before)
    from_ = re.search(r"(?<!\w)từ\s*$", before, re.IGNORECASE)
    head = after[:20].lower()
    if any(word in head for word in words["upwards"]):
        return ">="
    if any(word in head for word in words["downwards"]):
        return "<="
    if from_:
        return ">="
    return named or "="


def _base(after: str) -> str | None:
    for word in _words()["base"]:
        found = re.search(rf"(?<!\w){re.escape(word)}\s+([^,;.]+)", after, re.IGNORECASE)
        if found:
            return " ".join(found.group(1).split())
    return None


def _count_unit(after: str) -> str | None:
    for compound in _words()["compound_units"]:
        if after.strip().lower().startswith(compound):
            return str(compound)
    noun = _NOUN.match(after)
    if noun is None:
        return None
    words = noun.group(1).split()
    while words and words[0].lower() in ("các", "những", "số"):
        words = words[1:]
    if words and words[0].lower() in _words()["single_units"]:
        return words[0]
    stop = next(
        (i for i, word in enumerate(words) if i and word.lower() in _words()["unit_ends"]),
        len(words),
    )
    return " ".join(words[: min(stop, 2)]) or None


def _metric(before: str, after: str, unit: str | None) -> str:
    left = _tidy_left(before)
    right = _tidy_right(after)
    if _begins(right, _words()["not_metric"]):
        right = ""
    if len(left) >= 8 and " " in left and not _only_connecting(left):
        if _begins(left, _words()["measures"]):
            return left
        if unit is not None:
            return f"{left} {_without_unit(right, unit, left)}".strip()
        return f"{left} {right}".strip() if right and _needs_object(left) else left
    return right or ("" if _only_connecting(left) else left)


def _without_unit(right: str, unit: str, left: str) -> str:
    """What follows a count, without the unit where the words before it name it already."""
    named = fold(unit) in fold(left) or fold(right) == fold(unit)
    if named and fold(right).startswith(fold(unit)):
        return right[len(unit) :].strip(" ,;:.-")
    return right


def _begins(text: str, wordings: list[str]) -> bool:
    return bool(one_of(tuple(wordings)).match(text))


def _needs_object(left: str) -> bool:
    return _ends_with(left, _words()["transitive"]) is not None


_OF_TIME = r"(?:(?:đến\s+)?(?:hết\s+)?năm \d{4}|giai đoạn \d{4}\s*-\s*\d{4})"


@lru_cache(maxsize=4)
def _connecting(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Text that only connects, and openings of a sentence that do not belong to a metric."""
    named = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    striving = r"ph[âầấ]n đ[ầấ]u"
    return (
        re.compile(rf"(?:{striving}|{named}|{_OF_TIME}|,|\s)+"),
        re.compile(rf"^(?:(?:{striving}|{_OF_TIME})[,\s]+)+", re.IGNORECASE),
    )


def _only_connecting(left: str) -> bool:
    only, _ = _connecting(tuple(_words()["connecting"]))
    return bool(only.fullmatch(match_key(left)))


def _tidy_left(text: str) -> str:
    words = _words()
    text = text.strip()
    label = label_of(text)
    if label:
        text = text[label.end :]
    changed = True
    while changed:
        changed = False
        for wordings in words["comparators"].values():
            hit = _ends_with(text, wordings)
            if hit:
                text, changed = text[: hit.start()].rstrip(), True
        for word in words["trailing"]:
            hit = _ends_with(text, [word])
            if hit:
                text, changed = text[: hit.start()].rstrip(), True
    text = re.sub(r"^[\s,;.:và-]*(?:và\s+)?", "", text) if text[:1] in ",;.:-" else text
    if text.endswith(","):  # what stands before the comma is another part of the sentence
        return ""
    text = _connecting(tuple(_words()["connecting"]))[1].sub("", text)
    return text.strip(" ,;:-")


def _tidy_right(text: str) -> str:
    text = re.sub(
        r"^\s*(?:trở lên|trở xuống|số(?!\s+lượng))\b|\s+trở (?:lên|xuống)(?=\s|$)", "", text
    )
    cut = re.search(r"\s+(?:so với)\b", text, re.IGNORECASE)
    if cut:
        text = text[: cut.start()]
    text = re.sub(
        r"[,\s]+(?:và|trong đó|trong số đó|đạt|tối thiểu|ít nhất|từ)\s*$", "", text.strip()
    )
    return text.strip(" ,;:.-")


_OWN_RANGE = re.compile(r"giai đoạn\s+((?:19|20)\d\d)\s*-\s*((?:19|20)\d\d)", re.IGNORECASE)
_OWN_YEAR = re.compile(
    r"(?:^|[;.,]\s*)\s*(?:-\s*)?(?:ph[âầấ]n đ[ầấ]u\s+)?(?:đến\s+)?(?:hết\s+)?năm\s+((?:19|20)\d\d)",
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
