"""How a table was read: which rows gave records, which stayed passages, which cells are unclear."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ingest.extraction.context import Context, cell_sources
from ingest.extraction.headers import Header
from ingest.extraction.logical import LogicalRow, Piece, Rows, SectionRow
from ingest.model import (
    AnyRecord,
    CellProblem,
    ColumnReport,
    Deadline,
    Indicator,
    Source,
    Table,
    TableKind,
    TableReport,
    Task,
    UnclearCell,
)


@dataclass(frozen=True, slots=True)
class ReadRows:
    """Stored rows of a table, from 0, by what became of them."""

    header: Collection[int]
    section: Collection[int]
    record: Collection[int]
    passage: Collection[int]


def rows_by_fate(
    table: Table, header: Header | None, rows: Rows | None, used: Collection[int]
) -> ReadRows:
    """Sort the rows of a table; blank ones are in none. ``used`` are cited by records."""
    heads = set() if header is None else set(range(header.first, header.first + header.rows))
    titles: set[int] = set()
    if rows is not None:
        heads |= set(rows.repeated)
        titles = {
            item.first
            for item in rows.items
            if not isinstance(item, LogicalRow) and not _says_more(table, item)
        }
    filled = {
        index
        for index, row in enumerate(table.rows)
        if any(cell.text and cell.text.strip() for cell in row)
    }
    body = filled - heads - titles
    return ReadRows(heads, titles, body & set(used), body - set(used))


def _says_more(table: Table, section: SectionRow) -> bool:
    """Whether the row of a section has cells that are not its title: the sum of what it costs."""
    own = {piece.text for piece in section.pieces}
    texts = ((cell.text or "").strip() for cell in table.rows[section.first])
    return bool(own) and any(text and text not in own for text in texts)


def table_report(
    table: Table,
    *,
    kind: TableKind,
    header: Header | None,
    fate: ReadRows,
    records: Sequence[AnyRecord],
    context: Context,
    title: str | None = None,
    captions: Sequence[str] = (),
) -> TableReport:
    """The report of one table. ``records`` are those read from it.

    A cell of ``fate.record`` whose words the records do not cite is ``no_field``: the caller keeps
    its row (see :func:`rows_to_keep`) as a passage as well, so that no word is lost.
    """
    names = header.names if header is not None else ("",) * table.width
    roles = header.roles if header is not None else (None,) * table.width
    body = sorted({*fate.record, *fate.passage})
    places = [
        (row, column)
        for row in body
        for column, cell in enumerate(table.rows[row])
        if cell.text and cell.text.strip()
    ]
    cited = _cited(records)
    unclear: list[UnclearCell] = []
    for row, column in places:
        code = _trouble(table, row, column, kind=kind, roles=roles, fate=fate, cited=cited)
        if code is not None:
            unclear.extend(_cells(code, context, table, names, row, column))
    unclear.extend(_unread(records))
    said = len(fate.record) + len(fate.passage)
    return TableReport(
        number=table.number,
        kind=kind,
        title=table.title or title,
        captions=tuple(captions),
        page=table.row_pages[0] if table.row_pages else None,
        columns=tuple(
            ColumnReport(name=name, role=role) for name, role in zip(names, roles, strict=True)
        ),
        rows=len(table.rows),
        header_rows=len(fate.header),
        section_rows=len(fate.section),
        record_rows=len(fate.record),
        passage_rows=len(fate.passage),
        records=len(records),
        cells=len(places),
        share=len(fate.record) / said if said else None,
        unclear=tuple(unclear),
    )


def rows_to_keep(table: Table, fate: ReadRows, report: TableReport) -> list[int]:
    """The stored rows, from 0, that must become passages: the records do not hold all of them."""
    torn = {
        (cell.source.table, cell.source.row) for cell in report.unclear if cell.code == "no_field"
    }
    also = {row for row in fate.record if table.place(row) in torn}
    return sorted({*fate.passage, *also})


def _cited(records: Iterable[AnyRecord]) -> dict[tuple[int | None, int | None], list[str]]:
    """The quotes of records by (table, row) as stored, longest first."""
    quotes: dict[tuple[int | None, int | None], list[str]] = {}
    for record in records:
        for source in (record.source, *record.source.parts):
            quotes.setdefault((source.table, source.row), []).append(source.quote)
    for found in quotes.values():
        found.sort(key=len, reverse=True)
    return quotes


def _trouble(
    table: Table,
    row: int,
    column: int,
    *,
    kind: TableKind,
    roles: Sequence[str | None],
    fate: ReadRows,
    cited: dict[tuple[int | None, int | None], list[str]],
) -> CellProblem | None:
    if kind == "passages" or roles[column] == "number":
        return None
    if row in fate.passage:
        return "row_without_record"
    left = (table.rows[row][column].text or "").strip()
    for quote in cited.get(table.place(row), ()):
        left = left.replace(quote, " ")
    return "no_field" if any(char.isalnum() for char in left) else None


def _cells(
    code: CellProblem, context: Context, table: Table, names: Sequence[str], row: int, column: int
) -> list[UnclearCell]:
    text = (table.rows[row][column].text or "").strip()
    sources = cell_sources(context, table, names, [Piece(row, column, text)])
    return [UnclearCell(code=code, source=source) for source in sources]


def _unread(records: Iterable[AnyRecord]) -> list[UnclearCell]:
    """Cells that a record cites and whose value it could not read, each once."""
    found: dict[tuple[object, ...], UnclearCell] = {}
    for record in records:
        source: Source | None = None
        code: CellProblem = "no_date"
        if isinstance(record, Indicator) and record.value is None and _says(record.value_text):
            source, code = record.source.model_copy(update={"parts": ()}), "not_a_number"
        elif isinstance(record, Task) and _undated(record.deadline):
            source = _holding(record)
        if source is not None:
            found.setdefault(source.place(), UnclearCell(code=code, source=source))
    return list(found.values())


def _says(text: str | None) -> bool:
    """Whether a value cell holds more than the dash of an empty one."""
    return bool(text) and any(char.isalnum() for char in text or "")


def _undated(deadline: Deadline | None) -> bool:
    """Whether a deadline is written and neither its dates nor its manner could be read."""
    return deadline is not None and deadline.kind == "open" and not (deadline.from_ or deadline.to)


def _holding(task: Task) -> Source | None:
    """The place among a task's sources that holds its deadline, or the beginning of it."""
    text = task.deadline.text if task.deadline else ""
    for source in (*task.source.parts, task.source):
        if text in source.quote or text.startswith(source.quote):
            return source.model_copy(update={"parts": ()})
    return None
