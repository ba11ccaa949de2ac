"""Sums that a document does not give: the rows of one heading, added, with every row shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.asking import texts
from assistant.asking.composers.figures_told import add_value
from assistant.asking.composers.pairing import both_sides
from assistant.asking.finding.columns import is_whole
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.relaxing import rows_by_column
from assistant.asking.finding.retrieval import Search, fitting
from assistant.asking.labels import document_labels, number_text, shortened, with_unit
from assistant.asking.page import Composed, Page
from assistant.asking.words import contains, plain_phrase
from ingest.model import Indicator
from ingest.text.normal import fold
from ingest.text.numbers import plain
from ingest.vocabulary import load

_FEWEST = 2
_MOST_TERMS = 12
_STAGES = {"whole": ["phải", "cần"], "part": ["đã"]}
"""What had to be done, and what of it has been."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """Rows that may be added: of one table and heading (or one name for many subjects)."""

    title: str
    entries: tuple[Entry, ...]
    values: tuple[Decimal, ...]
    blanks: int

    @property
    def total(self) -> Decimal:
        return sum(self.values, Decimal(0))


def compose_sum(search: Search) -> Composed | None:
    """Add what fits, where a sum is asked for and no row gives it."""
    if not search.query.total or search.query.subject == "targets":
        return None
    by_column = None if search.meant else rows_by_column(search.query, search.corpus)
    if by_column is not None and (summed := compose_sum(by_column)) is not None:
        return summed
    if (both := _of_both(search)) is not None:
        return both
    entries = [found.entry for found in fitting(search, ("indicators",), wide=True)]
    if any(is_whole(entry, search.corpus) for entry in entries):
        return None
    beside = len(search.query.limits.parts) > 1
    sums = _sums(entries, search.meant, beside=beside)
    if not sums:
        return None
    labels = document_labels(search.documents)
    page = Page()
    for found in sums:
        _add(search, page, found, labels[found.entries[0].document.id])
    return Composed(page)


def _of_both(search: Search) -> Composed | None:
    """The sum of the two things named ("mức độ 3 và mức độ 4"), each by a row of its own."""
    entries = [found.entry for found in both_sides(search)]
    records = [entry.record for entry in entries if isinstance(entry.record, Indicator)]
    if len(entries) != _FEWEST or len(records) != _FEWEST or any(map(_is_share, records)):
        return None
    alike = {(one.document_id, one.role, str(one.period), fold(one.unit or "")) for one in records}
    values = [value for one in records if (value := _decimal(one)) is not None]
    if len(alike) > 1 or len(values) != _FEWEST:
        return None
    title = search.query.topic_text
    page = Page()
    label = document_labels(search.documents)[entries[0].document.id]
    _add(search, page, _Sum(title, tuple(entries), tuple(values), 0), label)
    return Composed(page)


def _sums(entries: Sequence[Entry], meant: frozenset[str], *, beside: bool) -> list[_Sum]:
    """The sums; ``beside`` adds the cells of one row (months named) instead of one column's."""
    groups: dict[tuple[str | None, ...], list[Entry]] = {}
    for entry in entries:
        record = entry.record
        if isinstance(record, Indicator) and not _is_share(record):
            column = record.source.column if record.id in meant else None
            heading = _heading(record, column)
            if beside:
                heading = (*heading[:-1], str(record.source.row), record.subject or record.name)
            groups.setdefault(heading, []).append(entry)
    return [
        found
        for (*_, title), group in groups.items()
        if (beside or not _of_one_row(group)) and (found := _sum(group, title)) is not None
    ]


def _of_one_row(entries: Sequence[Entry]) -> bool:
    """Whether all are cells of one row, of which one column may hold the total of the others."""
    return len({entry.source.row for entry in entries}) == 1 and entries[0].source.row is not None


def _is_share(record: Indicator) -> bool:
    unit = record.unit or ""
    return unit.startswith("%") or "=" in unit or record.role in ("share", "ratio")


def _heading(record: Indicator, column: str | None) -> tuple[str | None, ...]:
    shared = record.name if record.subject else column or record.parent
    place = (record.document_id, str(record.source.table), record.role, str(record.period))
    return (*place, fold(record.unit or ""), shared)


def _sum(entries: Sequence[Entry], title: str | None) -> _Sum | None:
    records = [entry.record for entry in entries if isinstance(entry.record, Indicator)]
    filled = [
        (entry, value)
        for entry, record in zip(entries, records, strict=True)
        if (value := _decimal(record)) is not None
    ]
    if title is None or len(filled) < _FEWEST or _are_stages([one.name for one in records]):
        return None
    return _Sum(
        title,
        tuple(entries),
        tuple(value for _, value in filled),
        len(entries) - len(filled),
    )


def _are_stages(names: Sequence[str]) -> bool:
    """Whether rows count the same things at several stages ("phải rà soát", "đã rà soát")."""
    told = [plain_phrase(name) for name in names]
    pairs = [*load("asking_tables")["parts_of"], _STAGES]
    for pair in pairs:
        whole, part = ([plain_phrase(one) for one in pair[side]] for side in ("whole", "part"))
        wholes = [any(contains(one, phrase) >= 0 for phrase in whole) for one in told]
        parts = [any(contains(one, phrase) >= 0 for phrase in part) for one in told]
        of_part = [held and not above for held, above in zip(parts, wholes, strict=True)]
        if any(wholes) and any(of_part):
            return True
    return False


def _decimal(record: Indicator) -> Decimal | None:
    try:
        return Decimal(record.value) if record.value is not None else None
    except InvalidOperation:
        return None


def _add(search: Search, page: Page, found: _Sum, label: str) -> None:
    record = found.entries[0].record
    unit = record.unit if isinstance(record, Indicator) else None
    shown = with_unit(number_text(plain(found.total)), unit)
    terms = " + ".join(number_text(plain(value)) for value in found.values[:_MOST_TERMS])
    if len(found.values) > _MOST_TERMS:
        terms += " + …"
    said = texts.SUM_IS.format(
        document=label,
        count=len(found.values),
        title=shortened(found.title, 120),
        terms=terms,
        total=shown,
    )
    if found.blanks:
        said += texts.SUM_BLANKS.format(count=found.blanks)
    page.gap()
    page.add(said, [entry.source for entry in found.entries], bullet="")
    page.derived_figure(
        [entry.record for entry in found.entries if isinstance(entry.record, Indicator)],
        value=plain(found.total),
        shown=shown,
        formula=f"{terms} = {shown}",
    )
    for entry in found.entries:
        add_value(search, page, entry, label=label)
