"""Tables of a document: header and kind of each, its records, and what became of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.extraction.columns import VALUE_ROLES, role_of
from ingest.extraction.context import Context, cell_sources
from ingest.extraction.figures import is_figure
from ingest.extraction.headers import Header, find_header, structural_header
from ingest.extraction.indicators import read_indicators
from ingest.extraction.listing_header import listing_header
from ingest.extraction.logical import Piece, Rows, TableProblem
from ingest.extraction.metadata import period_in
from ingest.extraction.outline import Placed, PlacedTable
from ingest.extraction.parts import is_title
from ingest.extraction.report import rows_by_fate, rows_to_keep, table_report
from ingest.extraction.rows import logical_rows
from ingest.extraction.tasks import read_tasks
from ingest.extraction.timed import timed_header
from ingest.extraction.value_columns import assigns_plans, states_plans, unit_above, with_bounds
from ingest.extraction.wide import assigned, is_wide, read_wide
from ingest.model import (
    AnyRecord,
    Indicator,
    Period,
    Problem,
    Source,
    Table,
    TableKind,
    TableReport,
    Target,
    Task,
)


@dataclass(slots=True)
class Found:
    """What reading the tables of a document has yielded so far."""

    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    loose: list[tuple[PlacedTable, tuple[str, ...], list[int]]] = field(default_factory=list)
    reports: list[TableReport] = field(default_factory=list)

    @property
    def count(self) -> tuple[int, int, int]:
        """How many records of each kind there are so far."""
        return len(self.targets), len(self.tasks), len(self.indicators)

    def since(self, count: tuple[int, int, int]) -> list[AnyRecord]:
        """The records that were found after ``count`` was taken."""
        targets, tasks, indicators = count
        return [*self.targets[targets:], *self.tasks[tasks:], *self.indicators[indicators:]]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table with its place, header and kind.

    ``planned``: its figures are promises; ``timed``: its headings name nothing but times.
    """

    placed: PlacedTable
    header: Header | None
    rows: Rows | None
    kind: TableKind
    planned: bool = False
    timed: bool = False


def tables_of(placed: list[Placed | PlacedTable]) -> Iterator[ReadTable]:
    """Tables with header and kind; one without a header takes that of the table before it."""
    before: ReadTable | None = None
    for item in placed:
        if not isinstance(item, PlacedTable):
            if item.heading:
                before = None
            continue
        timed = timed_header(item.table)
        header = find_header(item.table) or timed
        if header is None and before is not None and before.header is not None:
            header = _inherited(item.table, before)
        header = header or structural_header(item.table) or listing_header(item.table)
        kind = _kind(header, item.table)
        of_times = header is timed is not None
        if header is not None and kind == "indicators":
            header = with_bounds(item.table, header)
        rows = (
            logical_rows(item.table, header) if header is not None and kind != "passages" else None
        )
        planned = header is not None and _planned(kind, header, item)
        before = ReadTable(item, header, rows, kind, planned, timed=of_times)
        yield before


def _planned(kind: TableKind, header: Header, item: PlacedTable) -> bool:
    """Whether the figures of a table are promises rather than results."""
    if kind == "wide":
        columns = is_wide(header, item.table)
        return columns is not None and assigns_plans(header, columns[1])
    return kind == "indicators" and states_plans(header, _titles(item))


def _inherited(table: Table, before: ReadTable) -> Header | None:
    """The header of the table before, for a table of the same width that goes on with it."""
    header = before.header
    if header is None or table.width != before.placed.table.width or before.kind == "passages":
        return None
    return Header(first=0, rows=0, names=header.names, roles=header.roles)


def _kind(header: Header | None, table: Table) -> TableKind:
    """``tasks``, ``indicators``, ``wide`` or ``passages``."""
    if header is None:
        return "passages"
    if header.has("task", "objective") and header.has(
        "lead", "coordinating", "assignment", "deadline", "product"
    ):
        return "tasks"
    if header.has("indicator") and (header.has("unit") or header.has(*VALUE_ROLES)):
        return "indicators"
    if is_wide(header, table) is not None:
        return "wide"
    return "passages"


def read_table(table: ReadTable, context: Context, found: Found) -> None:
    """Add the records, report and problems of one table to ``found``."""
    placed, header, rows = table.placed, table.header, table.rows
    place = replace(
        context,
        annex=placed.part.annex,
        path=placed.path,
        headings=(*placed.headings, *_caption(placed)),
    )
    before = found.count
    used: set[int] = set()
    if header is not None and rows is not None:
        inner = replace(place, path=(), headings=())
        counted = replace(inner, period=_period_above(placed.titles) or context.period)
        titled = replace(counted, headings=tuple(filter(None, (_title(placed),))))
        if table.kind == "tasks":
            result = read_tasks(placed.table, header, rows, replace(inner, period=context.period))
            found.tasks.extend(result.tasks)
            scored = with_figures(placed.table, header)
            found.targets.extend(
                target
                for target in result.targets
                if scored is None or target.value is not None or not _criterion(header)
            )
            found.problems.extend(
                _problem(problem, placed, header, inner)
                for problem in dict.fromkeys(result.problems)
            )
            if scored is not None:
                kept = read_indicators(placed.table, scored, rows, counted)
                found.indicators.extend(one for one in kept.indicators if one.value_text)
        elif table.kind == "indicators":
            read = read_indicators(
                placed.table,
                header,
                rows,
                _below_title(titled, placed) if table.timed else counted,
                planned=table.planned,
                unit=unit_above(placed.titles),
            )
            found.indicators.extend(read.indicators)
            found.targets.extend(read.targets)
        elif table.kind == "wide":
            columns = is_wide(header, placed.table)
            if columns is not None:
                unit = unit_above(placed.titles)
                cells = read_wide(placed.table, header, rows, titled, columns, unit=unit)
                found.indicators.extend(cells)
                if table.planned:
                    found.targets.extend(assigned(cells))
        used = _used_rows(found, placed.table)
    names = header.names if header is not None else ("",) * placed.table.width
    fate = rows_by_fate(placed.table, header, rows, used)
    report = table_report(
        placed.table,
        kind=table.kind if found.count != before else "passages",
        header=header,
        fate=fate,
        records=found.since(before),
        context=place,
        title=_title(placed),
        captions=_caption(placed),
    )
    found.reports.append(report)
    loose = rows_to_keep(placed.table, fate, report)
    if loose:
        found.loose.append((placed, names, loose))
    if found.count == before and _looks_ruled(placed.table):
        found.problems.append(
            Problem(
                code="table_not_understood",
                message=f"Bảng {placed.table.number} không nhận ra loại cột; nội dung vẫn tìm được "
                "nhưng không thành bản ghi.",
                source=_first_cell(placed, names, place),
            )
        )


_MOSTLY = 0.6


def with_figures(table: Table, header: Header) -> Header | None:
    """The header of a table of work read for the figures that stand beside it, or ``None``.

    Met in plans that mend lost points: "Tiêu chí | Điểm chuẩn | Điểm đạt | Giải pháp | Chủ trì".
    """
    body = table.rows[header.first + header.rows :]
    figured: list[int] = []
    for column, (name, role) in enumerate(zip(header.names, header.roles, strict=True)):
        texts = [text for row in body if (text := (row[column].text or "").strip())]
        free = role is None and bool(name) and len(texts) > 1
        if free and sum(map(is_figure, texts)) >= _MOSTLY * len(texts):
            figured.append(column)
    named = header.column("objective")
    named = header.column("task") if named is None else named
    if not figured or named is None:
        return None
    roles = list(header.roles)
    roles[named] = "indicator"
    for column in figured:
        roles[column] = "value"
    return Header(first=header.first, rows=header.rows, names=header.names, roles=tuple(roles))


def _criterion(header: Header) -> bool:
    """Whether the objectives of a table of work are criteria that are only scored."""
    column = header.column("objective")
    return column is not None and role_of(header.names[column]) == "indicator"


def _period_above(lines: tuple[str, ...]) -> Period | None:
    """The period that a table's own title names, where it is not its document's."""
    return period_in([line for line in lines if line.isupper() or is_title(line)])


def _titles(placed: PlacedTable) -> tuple[str, ...]:
    """What the lines above a table and the part it stands in say of it."""
    return (placed.part.title, *placed.headings[-1:], *placed.titles[-3:])


def _caption(placed: PlacedTable) -> tuple[str, ...]:
    return tuple(title for title in placed.titles[-2:] if len(title) < 200)


def _title(placed: PlacedTable) -> str | None:
    """The line above a table that names it; what stands in brackets does not."""
    return next((line for line in reversed(_caption(placed)) if line[:1] != "("), None)


def _below_title(context: Context, placed: PlacedTable) -> Context:
    """The context of a table whose title was read as the heading that it stands below."""
    return context if context.headings else replace(context, headings=placed.headings[-1:])


def _looks_ruled(table: Table) -> bool:
    return len(table.rows) > 2 and table.width > 2


def _used_rows(found: Found, table: Table) -> set[int]:
    """The stored rows, from 0, that some record cites."""
    rows = {table.place(row): row for row in range(len(table.rows))}
    used: set[int] = set()
    records: tuple[AnyRecord, ...] = (*found.targets, *found.tasks, *found.indicators)
    for record in records:
        for source in (record.source, *record.source.parts):
            if source.table is not None and source.row is not None:
                row = rows.get((source.table, source.row))
                if row is not None:
                    used.add(row)
    return used


def _first_cell(placed: PlacedTable, names: tuple[str, ...], place: Context) -> Source | None:
    for row, cells in enumerate(placed.table.rows):
        for column, cell in enumerate(cells):
            if cell.text and cell.text.strip():
                return cell_sources(
                    place, placed.table, names, [Piece(row, column, cell.text.strip())]
                )[0]
    return None


def _problem(
    problem: TableProblem, placed: PlacedTable, header: Header, context: Context
) -> Problem:
    source = None
    if problem.column is not None:
        cell = (placed.table.rows[problem.row][problem.column].text or "").strip()
        text = problem.text if problem.text and problem.text in cell else cell
        sources = cell_sources(
            context, placed.table, header.names, [Piece(problem.row, problem.column, text)]
        )
        source = sources[0] if sources else None
    table, row = placed.table.place(problem.row)
    message = f"Bảng {table}, hàng {row}: {problem.message}"
    return Problem(code=problem.code, message=message, source=source)
