"""What tells the figures of one row apart: the heading of their column."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Corpus, Entry
from ingest.model import AnyRecord, Indicator
from ingest.text.normal import fold

_WHOLE = frozenset({"tổng", "cộng", "toàn", "total"})
_Row = tuple[int | None, int | None, str, str | None]


def column_labels(records: Sequence[AnyRecord]) -> dict[str, str]:
    """The column heading of every indicator that shares its row and name with others, by id.

    A blank cell cannot be quoted, so its heading is that of the filled cells above and below it.
    """
    rows: dict[_Row, list[Indicator]] = {}
    for record in records:
        if isinstance(record, Indicator):
            rows.setdefault(_row(record), []).append(record)
    headings: dict[tuple[int | None, int, int, str | None], str] = {}
    several = [row for row in rows.values() if len(row) > 1]
    for row in several:
        for place, record in enumerate(row):
            if record.value_text and record.source.column:
                headings.setdefault(_place(record, row, place), record.source.column)
    return {
        record.id: heading
        for row in several
        for place, record in enumerate(row)
        if (heading := _own(record) or headings.get(_place(record, row, place)))
    }


def _own(record: Indicator) -> str | None:
    return record.source.column if record.value_text else None


def _place(
    record: Indicator, row: Sequence[Indicator], place: int
) -> tuple[int | None, int, int, str | None]:
    return record.source.table, len(row), place, record.subject


def _row(record: Indicator) -> _Row:
    return (record.source.table, record.source.row, fold(record.name), record.subject)


def is_whole(entry: Entry, corpus: Corpus) -> bool:
    """Whether a figure is for all places or months together: by its row's name, else its role."""
    record = entry.record
    if not isinstance(record, Indicator):
        return False
    if record.subject:
        first = corpus.words(record.subject)[:1]
        return bool(first) and first[0].accented in _WHOLE
    opening, _ = corpus.lexicon.totals.at(corpus.words(record.name), 0)
    return record.role == "total" or bool(opening)
