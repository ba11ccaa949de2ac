"""Comparisons across documents and periods, as a table with the differences below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from rapidfuzz import fuzz

from assistant.asking import texts
from assistant.asking.composers.figures_meant import value_matches
from assistant.asking.composers.pairing import both_sides
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import (
    document_labels,
    entry_name,
    indicator_name,
    indicator_value,
    number_text,
    period_text,
    scope_text,
    shortened,
    target_value,
    tidy,
)
from assistant.asking.page import Composed, Page
from assistant.asking.words import contains
from ingest.model import Indicator, Period, Source, Target
from ingest.text.normal import fold

_ALIKE = 72
_MOST_ROWS = 24
_PAIR = 2
_FIGURES = ("so", "lieu")
"""What a question may call targets and results alike."""


@dataclass(frozen=True, slots=True)
class Value:
    """One figure to compare."""

    name: str
    shown: str
    number: Decimal | None
    unit: str
    period: Period | None
    document_id: str
    label: str
    source: Source
    entry: Entry

    @property
    def said(self) -> str:
        """Document and period in words."""
        period = period_text(self.period)
        return f"{self.label}, {texts.PERIOD_WORD} {period}" if period else self.label

    @property
    def within(self) -> str:
        """What tells it from another figure of the same document and period."""
        record = self.entry.record
        subject = record.subject if isinstance(record, Indicator) else None
        told = " › ".join(filter(None, (subject, self.entry.column)))
        return tidy(told) if told else f"«{shortened(self.name, 120)}»"


def compose_comparison(search: Search) -> Composed | None:
    """Answer "compare": one row a figure, then the difference of like with like."""
    labels = document_labels(search.documents)
    pair = both_sides(search)
    matches = pair or value_matches(search)
    values = [value_of(found.entry, labels) for found in matches][:_MOST_ROWS]
    composed = write_values([value for value in values if value.shown], sides=bool(pair))
    if composed is not None and _only_planned(search, values):
        return _told_only(composed, search)
    years = search.query.limits.years
    against = search.query.against_year
    if composed is not None and against is not None and not _dated(values, against):
        years = tuple(dict.fromkeys((*years, against)))
        return told_missing(composed, values, years, fewest=1)
    return composed and told_missing(composed, values, years)


def _only_planned(search: Search, values: Sequence[Value]) -> bool:
    """Whether what was reached is compared, and nothing but targets tells of it."""
    query = search.query
    done = query.subject == "indicators" and contains(query.words, _FIGURES) < 0
    return done and all(isinstance(value.entry.record, Target) for value in values)


def _told_only(composed: Composed, search: Search) -> Composed:
    """A refusal that shows the targets, there being no results to compare."""
    said = texts.REFUSE_ONLY_TARGET.format(
        topic=search.query.topic_text, scope=scope_text(search.documents)
    )
    composed.page.lines[:0] = [said, ""]
    return Composed(composed.page, "refused", "records", said)


def _dated(values: Sequence[Value], year: int) -> bool:
    """Whether a figure is of a year, or is reckoned from it."""
    return any(
        (isinstance(value.entry.record, Target) and str(year) in (value.entry.record.base or ""))
        or (value.period is not None and value.period.from_ <= year <= value.period.to)
        for value in values
    )


def told_missing(
    composed: Composed, values: Sequence[Value], years: Sequence[int], *, fewest: int = _PAIR
) -> Composed:
    """A refusal that shows what there is, where a year held against another has no figure."""
    held = [value.period for value in values if value.shown and value.period is not None]
    missing = [str(year) for year in years if not any(one.from_ <= year <= one.to for one in held)]
    if not missing or len(years) < fewest or any(value.period is None for value in values):
        return composed
    said = texts.COMPARE_MISSING.format(years=", ".join(missing))
    page = composed.page
    page.lines[:0] = [said, ""]
    return Composed(page, "refused", "records", said)


def write_values(values: Sequence[Value], *, sides: bool = False) -> Composed | None:
    """The table of these figures; ``sides`` where a question names the two things compared."""
    if not values:
        return None
    page = Page()
    page.raw(texts.COMPARE_HEAD)
    page.raw(texts.COMPARE_RULE)
    groups = _alike(values)
    if len(values) == _PAIR and len({fold(value.unit) for value in values}) == 1:
        groups = [sorted(values, key=_when)]
    if sides and len(groups) == len(values) > 1:
        groups = _of_one_unit(values)
    for group in groups:
        for value in group:
            page.raw(_row(page, value))
            _figure(page, value)
    page.gap()
    before = len(page.lines)
    for group in groups:
        _add_differences(page, group, apart=not sides and len(values) > _PAIR, sides=sides)
    if len(values) > 1 and len(page.lines) == before:
        page.add(texts.COMPARE_NONE, [value.source for value in values])
    if len(values) == 1:
        page.add(texts.COMPARE_SINGLE, [values[0].source])
    return Composed(page)


def value_of(entry: Entry, labels: dict[str, str]) -> Value:
    """The figure of a target or indicator, to be compared."""
    record = entry.record
    label = labels[entry.document.id]
    if isinstance(record, Target):
        return Value(
            record.metric or record.text,
            target_value(record),
            _decimal(record.value),
            record.unit or "",
            record.horizon or entry.document.period,
            entry.document.id,
            label,
            record.source,
            entry,
        )
    if isinstance(record, Indicator):
        return Value(
            entry_name(entry),
            indicator_value(record),
            _decimal(record.value),
            record.unit or "",
            record.period or entry.document.period,
            entry.document.id,
            label,
            record.source,
            entry,
        )
    raise TypeError(entry.kind)


def _decimal(value: str | None) -> Decimal | None:
    if value is None:
        return None
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def _alike(values: Sequence[Value]) -> list[list[Value]]:
    """Figures of one meaning together, in order of time."""
    groups: list[list[Value]] = []
    for value in values:
        rated = [
            (_likeness(group[0].name, value.name), -place)
            for place, group in enumerate(groups)
            if group[0].unit == value.unit
        ]
        best, place = max(rated, default=(0.0, 0))
        if best >= _ALIKE:
            groups[-place].append(value)
        else:
            groups.append([value])
    return [sorted(group, key=_when) for group in groups]


def _of_one_unit(values: Sequence[Value]) -> list[list[Value]]:
    """What the two sides of a question give in the same unit, together."""
    groups: dict[str, list[Value]] = {}
    for value in values:
        groups.setdefault(fold(value.unit), []).append(value)
    return [*groups.values()]


def _likeness(one: str, other: str) -> float:
    bare = (fold(name.rpartition(" › ")[2]) for name in (one, other))
    return max(fuzz.token_sort_ratio(fold(one), fold(other)), fuzz.token_sort_ratio(*bare))


def _when(value: Value) -> tuple[int, int, int]:
    last = max((part[1] for part in value.entry.parts), default=0)
    return (value.period.to, value.period.from_, last) if value.period else (0, 0, last)


def _row(page: Page, value: Value) -> str:
    return texts.COMPARE_ROW.format(
        document=value.label,
        period=period_text(value.period) or texts.NO_PERIOD,
        name=shortened(value.name, 120).replace("|", "/"),
        value=f"**{value.shown}**",
        mark=page.marks([value.source]),
    )


def _figure(page: Page, value: Value) -> None:
    record = value.entry.record
    if isinstance(record, Target):
        page.target_figure(record, value.shown)
    elif isinstance(record, Indicator):
        page.indicator_figure(record, value.shown)


def _add_differences(page: Page, group: Sequence[Value], *, apart: bool, sides: bool) -> None:
    """What each figure differs from the one before; ``apart`` leaves out rows of other names.

    That rows of two names are equal is told only of the two ``sides`` of a question.
    """
    for earlier, later in pairwise(group):
        if earlier.number is None or later.number is None:
            continue
        difference = later.number - earlier.number
        sources = [earlier.source, later.source]
        beside = (earlier.document_id, earlier.period) == (later.document_id, later.period)
        names = [one.within if beside else one.said for one in (earlier, later)]
        if beside and names[0].startswith("«") and (apart or not (difference or sides)):
            continue
        if not difference:
            said = texts.COMPARE_SAME.format(later=names[1], earlier=names[0])
        else:
            said = texts.COMPARE_DIFFERENCE.format(
                later=names[1],
                earlier=names[0],
                direction=texts.HIGHER if difference > 0 else texts.LOWER,
                difference=amount_text(abs(difference), later.unit),
            )
        head = "" if beside and "«" in said else f"{shortened(_bare_name(later), 80)}: "
        page.add(f"{head}{said}", sources)


def _bare_name(value: Value) -> str:
    """The name without what the sentence says of it anyway."""
    record = value.entry.record
    return indicator_name(record, subject=False) if isinstance(record, Indicator) else value.name


def amount_text(difference: Decimal, unit: str) -> str:
    """A difference in its unit; between shares it is in percentage points."""
    number = number_text(f"{difference:f}")
    if unit.startswith("%"):
        return f"{number} {texts.POINTS}"
    return f"{number} {unit}".strip() if "=" not in unit else number
