"""How a table was read: what became of its rows and cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ingest.model.source import Frozen, Source

TableKind = Literal["tasks", "indicators", "wide", "passages"]
"""What a table was read as. ``wide``: a subject a row and an indicator a column. ``passages``: its
columns were not recognised, so its rows are only found by search."""

CellProblem = Literal["row_without_record", "no_field", "not_a_number", "no_date"]
"""``row_without_record``: a row of a recognised table that stayed a passage. ``no_field``: words of
a record's row that no field of the record holds; a passage does. ``not_a_number``: a value cell
without a readable number. ``no_date``: a deadline that names no known time."""


class ColumnReport(Frozen):
    """A column: its flattened header, and the role it was given (``None``: no known wording)."""

    name: str
    role: str | None = None


class UnclearCell(Frozen):
    """A cell that a person should look at, and why."""

    code: CellProblem
    source: Source


class TableReport(Frozen):
    """One table as read. Page tables that were joined count as one, ``number`` is the first's.

    Of its ``rows``, ``header_rows`` head (repeated ones too), ``section_rows`` title,
    ``record_rows`` gave records, ``passage_rows`` stayed passages; the rest is blank. ``cells``
    counts the filled ones among records and passages. ``share`` is ``record_rows`` among the rows
    that say something, ``None`` where none does. ``captions`` are the lines right above it.
    """

    number: int
    kind: TableKind
    title: str | None = None
    captions: tuple[str, ...] = ()
    page: int | None = None
    columns: tuple[ColumnReport, ...] = ()
    rows: int
    header_rows: int = 0
    section_rows: int = 0
    record_rows: int = 0
    passage_rows: int = 0
    records: int = 0
    cells: int = 0
    share: float | None = None
    unclear: tuple[UnclearCell, ...] = ()


def share_understood(tables: Iterable[TableReport]) -> float | None:
    """Share of the rows with content that gave records, over several tables."""
    understood = sum(table.record_rows for table in tables)
    said = understood + sum(table.passage_rows for table in tables)
    return understood / said if said else None
