"""Which figures a question means, of those whose names fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.asking.composers.exactly import counting, plainest_first
from assistant.asking.composers.named_whole import named_whole
from assistant.asking.composers.parts_aside import without_parts
from assistant.asking.finding.columns import is_whole
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.matching import Match
from assistant.asking.finding.retrieval import (
    Search,
    by_document,
    fitting,
    ranked,
)
from assistant.asking.query import Intent, Quantity
from assistant.asking.words import contains, plain_phrase
from ingest.model import Indicator, Period, Target
from ingest.text.numbers import amounts
from ingest.vocabulary import load

_SHARE = "%"
_PARTLY = 0.5
_SHARE_MARK = re.compile(r"%|phần trăm")
_NAMED, _APART = 0.85, 0.15
_MOST_OF_TOPIC = 0.6
_APART_FROM = "rieng"
"""What sets a part aside in a sentence that gives two figures ("riêng lĩnh vực X đạt …")."""
MONEY = frozenset({"tiền", "đồng", "triệu đồng", "tỷ đồng", "triệu", "tỷ", "nghìn đồng"})
_CURRENCY = "đồng"
TIMES = frozenset({"ngày", "ngày làm việc", "giờ", "giờ làm việc", "phút"})


def value_matches(search: Search) -> list[Match]:
    """The targets and indicators meant, best documents first."""
    subject = None if search.query.intent is Intent.COMPARE else search.query.subject
    wanted = fitting(search, ("targets", "indicators"))
    if subject == "targets":
        own = fitting(search, ("targets",))
        wanted = own or wanted
    elif subject == "indicators":
        own = fitting(search, ("indicators",))
        wanted = own or wanted
    unit = search.query.asked_unit
    counted: Quantity | None = "count" if unit else search.query.quantity
    asked = "share" if unit == _SHARE else counted
    wanted = counting(search, _own_metric(search, measured(wanted, asked)))
    groups = [
        plainest_first(search, _prefer(search, group)) for group in by_document(wanted).values()
    ]
    if search.query.intent is not Intent.COMPARE:
        groups = [named_whole(search, without_parts(search, group)) for group in groups]
        groups.sort(key=lambda group: not _of_just(search.query.limits.years, group))
    return [found for group in groups for found in group]


def _of_just(years: Sequence[int], group: Sequence[Match]) -> bool:
    """Whether a figure is of a year asked for itself, not of a span of years that contains it."""
    periods = (_entry_period(found.entry) for found in group)
    return not years or any(
        period is not None and period.from_ == period.to and period.to in years
        for period in periods
    )


def _entry_period(entry: Entry) -> Period | None:
    """The years that a figure is for: its own, else its document's."""
    record = entry.record
    own = None
    if isinstance(record, Target):
        own = record.horizon
    elif isinstance(record, Indicator):
        own = record.period
    return own or entry.document.period


def _own_metric(search: Search, matches: list[Match]) -> list[Match]:
    """Of several figures in one sentence the one whose own metric is asked for, if one is."""
    best: dict[object, float] = {}
    whole = {found.entry.source for found in matches if _is_named_whole(search, found.entry)}
    for found in matches:
        best[found.entry.source] = max(best.get(found.entry.source, 0.0), found.focus)
    return [
        found
        for found in matches
        if (found.entry.source not in whole or _is_named_whole(search, found.entry))
        and (best[found.entry.source] < _NAMED or found.focus > best[found.entry.source] - _APART)
    ]


def _is_named_whole(search: Search, entry: Entry) -> bool:
    """Whether a question for one figure says a target's whole metric, and hardly more."""
    metric = entry.record.metric if isinstance(entry.record, Target) else None
    said = frozenset(plain_phrase(metric or ""))
    if _APART_FROM in said:
        return said - {_APART_FROM} <= frozenset(search.query.words)
    asked = {one.word.plain for one in search.query.required}
    return bool(said) and said <= asked and len(said) >= _MOST_OF_TOPIC * len(asked)


def measured(matches: list[Match], quantity: Quantity | None) -> list[Match]:
    """Shares for "tỷ lệ", counts for "số"; all where there are none of the kind asked for."""
    if quantity is None:
        return matches
    kept = [
        found
        for found in matches
        if isinstance(found.entry.record, Target | Indicator)
        and (found.entry.record.unit or "").startswith("%") is (quantity == "share")
    ]
    return kept or matches


def _prefer(search: Search, group: Sequence[Match]) -> list[Match]:
    """Within a document: the year asked for exactly, if a target has it; figures before words."""
    years = set(search.query.limits.years)
    exact = [
        found
        for found in group
        if isinstance(found.entry.record, Target)
        and found.entry.record.horizon is not None
        and found.entry.record.horizon.to in years
    ]
    kept = _of_subject(search, exact or list(group))
    if search.query.intent is not Intent.COMPARE:
        kept = _of_column(search, kept)
    with_figure = [found for found in kept if has_value(found.entry)]
    return [*_blank_results(with_figure, kept), *with_figure] or kept


def _blank_results(shown: Sequence[Match], kept: Sequence[Match]) -> list[Match]:
    """The blank results of rows of which only the plan has a figure: it is no result."""
    planned = {_row(found.entry) for found in shown if role(found.entry) == "plan"}
    told = {_row(found.entry) for found in shown if role(found.entry) != "plan"}
    return [
        found
        for found in kept
        if not has_value(found.entry)
        and role(found.entry) == "actual"
        and _row(found.entry) in planned - told
    ]


def role(entry: Entry) -> str:
    """The role of a figure of a table; empty for others."""
    return entry.record.role if isinstance(entry.record, Indicator) else ""


def _row(entry: Entry) -> tuple[str, int | None, int | None]:
    return (entry.document.id, entry.source.table, entry.source.row)


def bearing(search: Search, figure: str | None) -> list[Entry]:
    """Rows that partly fit the topic and have just the figure that the question names."""
    stated = amounts(figure) if figure else ()
    if not stated or figure is None:
        return []
    return [
        found.entry
        for found in ranked(search, ("targets", "indicators"))
        if found.coverage >= _PARTLY
        and isinstance(found.entry.record, Target | Indicator)
        and found.entry.record.value is not None
        and Decimal(found.entry.record.value) == stated[0].value
        and measured_alike(figure, found.entry)
    ]


def measured_alike(figure: str, entry: Entry) -> bool:
    """Whether a figure that the question names and a record's are both shares, or both are not."""
    return measured_in(entry, "%" if _SHARE_MARK.search(figure) else "")


def _of_subject(search: Search, group: Sequence[Match]) -> list[Match]:
    """In a table with a place a row: the place that is named, else the row of the whole."""
    subjects = [
        (found, frozenset(search.corpus.features(found.entry.record.subject).words))
        for found in group
        if isinstance(found.entry.record, Indicator) and found.entry.record.subject
    ]
    named = [found for found, words in subjects if words <= search.topic.words]
    if named:
        return named
    whole = [found for found, _ in subjects if is_whole(found.entry, search.corpus)]
    return whole if whole and len(subjects) > len(whole) else [*group]


def _of_column(search: Search, group: list[Match]) -> list[Match]:
    """Of several columns of a row the one whose whole title the question names ("cả năm")."""
    named = [
        found
        for found in group
        if found.entry.column
        and contains(search.query.words, plain_phrase(found.entry.column.rpartition(" / ")[2])) >= 0
    ]
    if named and len(search.query.limits.years) > 1:
        told = {_entry_period(found.entry) for found in named}
        named += [found for found in group if _entry_period(found.entry) not in told]
    return named or group


def of_another_kind(unit: str | None, own: str | None, told: Iterable[str]) -> bool:
    """Whether a figure counts other things than asked for ("hồ sơ": 9 văn bản).

    ``own`` is the unit of the figure; what is asked for may stand in what is ``told`` of it.
    """
    counted = {plain_phrase(one) for one in load("asking_intents")["units"]}
    asked, held = plain_phrase(unit or ""), plain_phrase(own or "")
    if asked not in counted or held not in counted or unit in MONEY or unit in TIMES:
        return False
    if contains(asked, held) >= 0 or contains(held, asked) >= 0:
        return False
    return not any(contains(plain_phrase(text), asked) >= 0 for text in told)


def measured_in(entry: Entry, unit: str) -> bool:
    """Whether the figure may be in the unit asked for: a share is no count, a count no share."""
    record = entry.record
    own = record.unit if isinstance(record, Target | Indicator) else None
    written = record.value_text if isinstance(record, Indicator) else None
    if unit in MONEY:
        return _CURRENCY in f"{own or ''} {written or ''}".casefold()
    if unit in TIMES:
        named = (record.name, record.note) if isinstance(record, Indicator) else ()
        told = " ".join(filter(None, (own, written, *named)))
        return unit.split()[0] in told.casefold()
    named = (record.name, record.parent) if isinstance(record, Indicator) else ()
    if named and of_another_kind(unit, own, filter(None, named)):
        return False
    share = (own or "").startswith("%") or "%" in (written or "")
    return share is (unit == "%") or own is None


def has_value(entry: Entry) -> bool:
    """Whether an entry is a target or a figure of a table whose cell is not blank."""
    record = entry.record
    return isinstance(record, Target | Indicator) and (
        record.value is not None
        or (isinstance(record, Indicator) and record.value_text is not None)
    )
