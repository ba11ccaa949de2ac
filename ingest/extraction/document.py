"""Content -> reading: every table read by its kind, prose for targets, all with sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ingest.extraction.context import Context, cell_sources
from ingest.extraction.evidence import passage_units, record_unit, row_units
from ingest.extraction.headers import VALUE_ROLES, Header, find_header
from ingest.extraction.indicators import is_wide, read_indicators, read_wide
from ingest.extraction.joining import with_joined_tables
from ingest.extraction.layout import without_layout
from ingest.extraction.metadata import Metadata, read_metadata
from ingest.extraction.outline import Placed, PlacedTable, outline
from ingest.extraction.prose import paragraph_source, prose_targets, prose_tasks
from ingest.extraction.references import Mention, collect, mentions
from ingest.extraction.rows import LogicalRow, Piece, Rows, TableProblem, logical_rows
from ingest.extraction.tasks import read_tasks
from ingest.model import (
    AnyRecord,
    Content,
    Counts,
    Document,
    DocumentKind,
    EvidenceUnit,
    Indicator,
    Problem,
    Reading,
    Source,
    Table,
    Target,
    Task,
)

R = TypeVar("R", Target, Task, Indicator)


@dataclass(slots=True)
class _Found:
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    loose: list[tuple[PlacedTable, tuple[str, ...], list[int]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _ReadTable:
    placed: PlacedTable
    header: Header | None
    rows: Rows | None
    kind: str


def read_document(
    content: Content, *, document_id: str, file: str, path: str, sha256: str, reader_version: str
) -> Reading:
    """Everything that ``content`` yields."""
    stored = without_layout(content)
    content = with_joined_tables(stored)
    placed = outline(content)
    tables = list(_tables(placed))
    kinds = [table.kind for table in tables]
    metadata = read_metadata(
        placed, has_tasks="tasks" in kinds, has_indicators="indicators" in kinds or "wide" in kinds
    )
    context = Context(document_id=document_id, file=file, period=metadata.period)
    found = _Found(problems=list(content.problems))
    for table in tables:
        _read_table(table, context, found)
    if "tasks" not in kinds:
        found.tasks.extend(prose_tasks(placed, context, kind=metadata.kind, year=metadata.year))
    if metadata.kind in (
        DocumentKind.PLAN,
        DocumentKind.DECISION,
        DocumentKind.DIRECTIVE,
        DocumentKind.OTHER,
    ):
        found.targets = [*prose_targets(placed, context), *found.targets]
    refs = collect(_mentions(placed, context), document_id=document_id, own=metadata.number)
    records: list[AnyRecord] = [
        *_unique(found.targets),
        *_unique(found.tasks),
        *_unique(found.indicators),
        *refs,
    ]
    units = _units(records, placed, context, metadata, found)
    return Reading(
        document=Document(
            id=document_id,
            file=file,
            path=path,
            title=metadata.title,
            kind=metadata.kind,
            issuer=metadata.issuer,
            province=metadata.province,
            number=metadata.number,
            date=metadata.date,
            period=metadata.period,
            counts=Counts(
                pages=content.pages,
                tables=len(stored.tables),
                targets=len(found.targets),
                tasks=len(found.tasks),
                indicators=len(found.indicators),
                refs=len(refs),
                passages=sum(unit.kind == "passage" for unit in units),
            ),
            problems=tuple(found.problems),
        ),
        sha256=sha256,
        reader_version=reader_version,
        targets=tuple(record for record in records if isinstance(record, Target)),
        tasks=tuple(record for record in records if isinstance(record, Task)),
        indicators=tuple(record for record in records if isinstance(record, Indicator)),
        refs=tuple(refs),
        units=tuple(units),
    )


def _unique(records: list[R]) -> list[R]:
    """Records with ids made unique: equal places get a running number."""
    seen: dict[str, int] = {}
    result: list[R] = []
    for record in records:
        count = seen[record.id] = seen.get(record.id, 0) + 1
        result.append(
            record if count == 1 else record.model_copy(update={"id": f"{record.id}.{count}"})
        )
    return result


def _tables(placed: list[Placed | PlacedTable]) -> Iterator[_ReadTable]:
    """Tables with header and kind; one without a header takes that of the table before it."""
    before: _ReadTable | None = None
    for item in placed:
        if not isinstance(item, PlacedTable):
            if item.heading:
                before = None
            continue
        header = find_header(item.table)
        if header is None and before is not None and before.header is not None:
            header = _inherited(item.table, before)
        kind = _kind(header, item.table)
        rows = logical_rows(item.table, header) if header is not None and kind != "loose" else None
        before = _ReadTable(item, header, rows, kind)
        yield before


def _inherited(table: Table, before: _ReadTable) -> Header | None:
    """The header of the table before, for a table of the same width that goes on with it."""
    header = before.header
    if header is None or table.width != before.placed.table.width or before.kind == "loose":
        return None
    return Header(first=0, rows=0, names=header.names, roles=header.roles)


def _kind(header: Header | None, table: Table) -> str:
    """``tasks``, ``indicators``, ``wide`` or ``loose`` (kept as passages)."""
    if header is None:
        return "loose"
    if header.has("task", "objective") and header.has(
        "lead", "coordinating", "assignment", "deadline", "product"
    ):
        return "tasks"
    if header.has("indicator") and (header.has("unit") or header.has(*VALUE_ROLES)):
        return "indicators"
    if is_wide(header, table) is not None:
        return "wide"
    return "loose"


def _read_table(table: _ReadTable, context: Context, found: _Found) -> None:
    placed, header, rows = table.placed, table.header, table.rows
    place = replace(
        context,
        annex=placed.part.annex,
        path=placed.path,
        headings=(*placed.headings, *_caption(placed)),
    )
    before = len(found.targets) + len(found.tasks) + len(found.indicators)
    used: set[int] = set()
    if header is not None and rows is not None:
        inner = replace(place, path=(), headings=())
        if table.kind == "tasks":
            result = read_tasks(placed.table, header, rows, replace(inner, period=context.period))
            found.tasks.extend(result.tasks)
            found.targets.extend(result.targets)
            found.problems.extend(
                _problem(problem, placed, header, inner) for problem in result.problems
            )
        elif table.kind == "indicators":
            found.indicators.extend(read_indicators(placed.table, header, rows, inner))
        elif table.kind == "wide":
            columns = is_wide(header, placed.table)
            if columns is not None:
                found.indicators.extend(read_wide(placed.table, header, rows, inner, columns))
        used = _used_rows(found, placed.table)
    names = header.names if header is not None else ("",) * placed.table.width
    skipped = set() if header is None else {header.first + offset for offset in range(header.rows)}
    if rows is not None:
        skipped |= set(rows.repeated)
        skipped |= {item.first for item in rows.items if not isinstance(item, LogicalRow)}
    loose = [row for row in range(len(placed.table.rows)) if row not in used and row not in skipped]
    if loose:
        found.loose.append((placed, names, loose))
    after = len(found.targets) + len(found.tasks) + len(found.indicators)
    if after == before and _looks_ruled(placed.table):
        found.problems.append(
            Problem(
                code="table_not_understood",
                message=f"Bảng {placed.table.number} không nhận ra loại cột; nội dung vẫn tìm được "
                "nhưng không thành bản ghi.",
                source=_first_cell(placed, names, place),
            )
        )


def _caption(placed: PlacedTable) -> tuple[str, ...]:
    return tuple(title for title in placed.titles[-2:] if len(title) < 200)


def _looks_ruled(table: Table) -> bool:
    return len(table.rows) > 2 and table.width > 2


def _used_rows(found: _Found, table: Table) -> set[int]:
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
        text = (placed.table.rows[problem.row][problem.column].text or "").strip()
        sources = cell_sources(
            context, placed.table, header.names, [Piece(problem.row, problem.column, text)]
        )
        source = sources[0] if sources else None
    return Problem(code=problem.code, message=problem.message, source=source)


def _mentions(placed: list[Placed | PlacedTable], context: Context) -> Iterator[Mention]:
    for item in placed:
        if isinstance(item, Placed):
            yield from mentions(item.paragraph.text, paragraph_source(item, context))
            continue
        place = context.below(item.path, item.headings)
        header = find_header(item.table)
        names = header.names if header is not None else ("",) * item.table.width
        for row, cells in enumerate(item.table.rows):
            for column, cell in enumerate(cells):
                if (cell.text and "/" in cell.text) or (cell.text and "-" in cell.text):
                    text = cell.text.strip()
                    sources = cell_sources(place, item.table, names, [Piece(row, column, text)])
                    if sources:
                        yield from mentions(text, sources[0])


def _units(
    records: list[AnyRecord],
    placed: list[Placed | PlacedTable],
    context: Context,
    metadata: Metadata,
    found: _Found,
) -> list[EvidenceUnit]:
    title = metadata.title
    paragraphs = [item for item in placed if isinstance(item, Placed)]
    units = passage_units(paragraphs, context, title=title, first=0)
    for table, names, rows in found.loose:
        units.extend(row_units(table, context, names=names, rows=rows, title=title))
    order = len(placed)
    for position, record in enumerate(records):
        units.append(record_unit(record, order=order + position, title=title))
    return units
