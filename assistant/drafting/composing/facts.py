"""Rows of an annex -> facts: the value reported on, with what was planned and what was before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from assistant.checking.timing import part_of_year
from assistant.drafting.composing.documents import Cited, documents_in
from assistant.drafting.composing.names import (
    Name,
    aside_of,
    keys,
    read_name,
    starts_with,
)
from assistant.drafting.composing.numbers import decimal, places_shown
from ingest.model import Indicator, Reading, Source
from ingest.text.normal import fold, slug
from ingest.vocabulary import load

_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of an annex, for one subject.

    ``record`` is the value of the period reported on; ``plan``, ``previous`` and ``share`` stand
    in other columns of the row; ``year_plan`` is what was planned for the whole year, where
    only a part of it is reported on. ``path`` identifies the row in any version of the annex.
    ``group`` numbers the block below one numbered row. ``heading``: neither unit nor value.
    ``told_by_verb``: without its verb the name would read like that of another row of the block.
    """

    path: str
    record: Indicator
    name: Name
    group: int
    value: Decimal | None = None
    plan: Indicator | None = None
    previous: Indicator | None = None
    share: Indicator | None = None
    year_plan: Indicator | None = None
    others: tuple[Indicator, ...] = ()
    documents: tuple[Cited, ...] = ()
    before: Decimal | None = field(default=None)
    told_by_verb: bool = False

    @property
    def records(self) -> tuple[Indicator, ...]:
        """All records of the row."""
        further = (self.plan, self.previous, self.share, self.year_plan, *self.others)
        return (self.record, *(one for one in further if one is not None))

    @property
    def source(self) -> Source:
        """The value's cell."""
        return self.record.source

    @property
    def heading(self) -> bool:
        """Whether the row only titles the rows below it."""
        one = self.record
        return one.value_text is None and one.unit is None and not self.planned

    @property
    def planned(self) -> bool:
        """Whether the row says what was planned."""
        return self.plan is not None and self.plan.value_text is not None

    @property
    def blank(self) -> bool:
        """Whether a value is wanted and missing."""
        return self.record.value_text is None and not self.heading

    @property
    def coded(self) -> bool:
        """Whether the value answers yes, no or which ("Không = 0 Có = 1", "Có", "x")."""
        if self.record.unit is not None and "=" in self.record.unit:
            return True
        return self.value is None and bool(polarity_of(self.record.value_text or ""))

    @property
    def percent(self) -> bool:
        """Whether the value is in per cent."""
        unit = (self.record.unit or "").strip()
        text = (self.record.value_text or "").strip()
        return unit in ("%", "phần trăm") or text.endswith("%")

    @property
    def rank(self) -> bool:
        """Whether the value is a place in an order ("Hạng")."""
        words = keys(self.unit)
        return bool(words) and starts_with(words, "ranks") == len(words)

    @property
    def places(self) -> int:
        """Decimals that the cell prints."""
        return places_shown(self.record.value_text)

    @property
    def unit(self) -> str:
        """The unit in lower case without empty words; ``""`` where it says nothing."""
        return "" if self.coded else _unit_words(self.record.unit or "")

    @property
    def measure(self) -> bool:
        """Whether the unit measures (money, time, points) and does not count things."""
        words = unscaled(keys(self.unit.split("/")[0]))
        if not words or starts_with(words, "measures") != len(words):
            return False
        noun = keys(self.name.noun)
        return len(noun) <= len(words) or noun[: len(words)] != words  # "điểm du lịch" is a thing


def unscaled(words: list[str]) -> list[str]:
    """The words of a unit without its scale: "triệu USD" -> "usd"."""
    return words[1:] if len(words) > 1 and starts_with(words, "scales") else words


@lru_cache(maxsize=1024)
def _unit_words(unit: str) -> str:
    words = unit.split()
    cut = starts_with(keys(unit), "counts")
    text = " ".join(words[cut:] if len(words) > cut else words)
    if starts_with(keys(text), "empty_units") == len(keys(text)):
        return ""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def facts_of(
    reading: Reading, *, year: int, quarter: int | None, half: bool, short: str
) -> list[Fact]:
    """The facts of an annex in order; heading rows too."""
    rows: dict[tuple[object, ...], list[Indicator]] = {}
    for record in reading.indicators:
        place = (record.source.table, record.source.row, record.subject, _wide(record))
        rows.setdefault(place, []).append(record)
    found = []
    group = 0
    last: tuple[object, ...] = ()
    paths: dict[str, int] = {}
    for records in rows.values():
        first = records[0]
        at = (first.source.table, first.source.row)
        if first.parent is None and at != last:
            group += 1
        last = at
        fact = _fact(records, group, year=year, quarter=quarter, half=half, short=short)
        count = paths[fact.path] = paths.get(fact.path, 0) + 1
        if count > 1:
            fact = replace(fact, path=f"{fact.path}#{count}")
        found.append(fact)
    return _told_apart(found)


def _told_apart(facts: list[Fact]) -> list[Fact]:
    """Names that read like another one's without their aside get it back."""
    kept = []
    words = [_bag(fact) for fact in facts]
    for at, fact in enumerate(facts):
        aside = aside_of(fact.record.name)
        if aside and any(
            at != other and _close(words[at], words[other]) for other in range(len(facts))
        ):
            lower = aside[:1].lower() + aside[1:] if aside[1:2].islower() else aside
            kept.append(replace(fact, name=_with_aside(fact.name, lower)))
        else:
            kept.append(fact)
    return _same_but_for_verb(kept)


def _same_but_for_verb(facts: list[Fact]) -> list[Fact]:
    rests = [(fact.group, _without_verb(fact)) for fact in facts]
    return [
        replace(fact, told_by_verb=True) if rest[1] and rests.count(rest) > 1 else fact
        for fact, rest in zip(facts, rests, strict=True)
    ]


def _without_verb(fact: Fact) -> str:
    name = fact.name
    words = keys(f"{name.noun} {name.rest} {name.tail}" if name.shape == "count" else name.rest)
    if name.shape == "quality":
        words = keys(name.text)
    return " ".join(word for word in words if word not in ("đã", "được", "đang"))


def _bag(fact: Fact) -> frozenset[str]:
    words = keys(fact.name.text)
    return frozenset(words[starts_with(words, "counts") :])


def _close(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= 0.6 * min(len(one), len(other)) if one and other else False


def _with_aside(name: Name, aside: str) -> Name:
    text = f"{name.text} ({aside})"
    if name.tail or name.verb:
        return replace(name, text=text, tail=f"{name.tail} ({aside})".strip())
    return replace(name, text=text, rest=f"{name.rest} ({aside})".strip())


def _wide(record: Indicator) -> str | None:
    """What the columns of one indicator share, in a table with an indicator a column."""
    if not record.source.column or record.name != record.source.column:
        return None
    return _base(record)


def _base(record: Indicator) -> str:
    """A column's name without the word that tells plan from result ("Hồ sơ / Thực hiện")."""
    above, _, last = record.name.rpartition(" / ")
    words = load("indicators")["roles"]
    said = fold(last)
    if above and any(said == fold(word) for name in words for word in words[name]):
        return above
    return record.name


def _fact(
    records: Sequence[Indicator],
    group: int,
    *,
    year: int,
    quarter: int | None,
    half: bool,
    short: str,
) -> Fact:
    actual = [one for one in records if one.role in ("actual", "total", "unknown")]
    current = [one for one in actual if _covers(one, year)]
    earlier = [one for one in actual if one not in current]
    wanted = f"Q{quarter}" if quarter is not None else "M6" if half else None
    plans = [one for one in records if one.role == "plan"]
    befores = [one for one in records if one.role == "previous"] + [
        one for one in earlier if one.period is not None and one.period.to == year - 1
    ]
    shares = [one for one in records if one.role == "share"]
    own = _chosen(current, quarter, half) or (plans or shares or list(records))[0]
    befores = [one for one in befores if comparable(one, own, wanted, current)]
    yearly = None
    if wanted is not None:
        yearly = next((one for one in plans if one is not own and _of_year(one)), None)
        plans = [one for one in plans if one is own or part_of(one) == wanted]
    name = read_name(_base(own) if _wide(own) else own.name, short, own.unit or "")
    plan = plans[0] if plans and own is not plans[0] else None
    before = befores[0] if befores and own is not befores[0] else None
    share = shares[0] if shares and own is not shares[0] else None
    used = {id(one) for one in (own, plan, before, share, yearly)}
    note = own.note or ""
    return Fact(
        path=_path(own),
        record=own,
        name=name,
        group=group,
        value=decimal(own.value),
        plan=plan,
        previous=before,
        share=share,
        year_plan=yearly,
        others=tuple(one for one in records if id(one) not in used),
        documents=tuple(documents_in(note)),
        before=decimal(before.value) if before is not None else None,
    )


def _of_year(record: Indicator) -> bool:
    """Whether a column is titled as one for the whole year ("Kế hoạch năm 2031")."""
    column = record.source.column or ""
    return part_of(record) is None and re.search(r"(?<!\w)nam(?!\w)", fold(column)) is not None


def part_of(record: Indicator) -> str | None:
    """The part of the year that the column of a record names: "Q2", "M6"."""
    return part_of_year(record.source.column or "")


def comparable(
    before: Indicator, own: Indicator, wanted: str | None, current: Sequence[Indicator]
) -> bool:
    """Whether a column of the last period is of the same part of the year as that reported on.

    "Cùng kỳ năm 2025" beside a quarter and its half-year may be of either: of the longer one.
    """
    part, mine = part_of(before), part_of(own)
    if part is not None:
        return part == (wanted or mine)
    if mine is None:
        return True
    same = has_period_word(before.source.column or "")
    return same and (len(current) < 2 or wanted == "M6")


def has_period_word(column: str) -> bool:
    """Whether a column's title says "cùng kỳ"."""
    return "cung ky" in fold(column)


def _covers(record: Indicator, year: int) -> bool:
    return record.period is None or record.period.from_ <= year <= record.period.to


def _chosen(records: Sequence[Indicator], quarter: int | None, half: bool) -> Indicator | None:
    """The column of the period reported on, where a row has several."""
    if len(records) < 2:
        return records[0] if records else None
    wanted = []
    if quarter is not None:
        wanted = [rf"quy {_QUARTERS[quarter - 1].lower()}(?!\w)", rf"quy 0?{quarter}(?!\d)"]
    elif half:
        wanted = [r"6 thang"]
    else:
        wanted = [r"ca nam", r"12 thang", r"luy ke", r"^nam|(?<!\w)nam \d{4}", r"tong"]
    for pattern in wanted:
        for record in records:
            if re.search(pattern, fold(record.source.column or "")):
                return record
    if quarter is None and not half:
        plain = [
            one for one in records if not re.search(r"quy|thang", fold(one.source.column or ""))
        ]
        return (plain or list(records))[-1 if not plain else 0]
    return records[0]


def _path(record: Indicator) -> str:
    parts = (
        slug(" ".join(record.headings))[:60],
        slug(record.parent or "")[:60],
        slug(record.name)[:120],
        slug(record.subject or "")[:60],
    )
    return "/".join(parts)


def meaning_of(fact: Fact) -> str:
    """``yes``, ``no`` or ``""`` for a coded value that is neither."""
    return polarity_of(fact.record.meaning or fact.record.value_text or "")


def polarity_of(text: str) -> str:
    """``yes`` or ``no`` where ``text`` says nothing else, ``""`` otherwise."""
    words, said = load("drafting_forms"), fold(text).strip(" .")
    if said in words["ticks"]:
        return "yes"
    for polarity in ("yes", "no"):
        if said in {fold(word) for word in words["meanings"][polarity]}:
            return polarity
    if len(said.split()) > 4:
        return ""
    if said.startswith(("chua ", "khong ")):
        return "no"
    return "yes" if said.startswith("da ") else ""
