"""Content -> reading: every table read by its kind, prose for targets, all with sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ingest.extraction.context import Context, cell_sources, joined
from ingest.extraction.evidence import passage_units, record_unit, row_units
from ingest.extraction.joining import with_joined_tables
from ingest.extraction.layout import without_layout
from ingest.extraction.letterhead import with_parted_letterhead
from ingest.extraction.logical import LogicalRow, Piece
from ingest.extraction.metadata import Metadata, read_metadata
from ingest.extraction.outline import Placed, PlacedTable, outline
from ingest.extraction.prose import paragraph_source, prose_targets
from ingest.extraction.prose_tasks import prose_tasks
from ingest.extraction.references import Mention, collect, mentions
from ingest.extraction.tables import Found, ReadTable, read_table, tables_of
from ingest.extraction.targets import promised
from ingest.model import (
    AnyRecord,
    Content,
    Counts,
    Document,
    DocumentKind,
    EvidenceUnit,
    Indicator,
    Reading,
    Target,
    Task,
)
from ingest.text.unit_keys import Issuer

R = TypeVar("R", Target, Task, Indicator)


def read_document(
    content: Content, *, document_id: str, file: str, path: str, sha256: str, reader_version: str
) -> Reading:
    """Everything that ``content`` yields."""
    stored = with_parted_letterhead(without_layout(content))
    content = with_joined_tables(stored)
    placed = outline(content)
    tables = list(tables_of(placed))
    kinds = [table.kind for table in tables]
    metadata = read_metadata(
        placed,
        has_tasks=any(table.planned for table in tables) or _mostly_work(tables),
        has_indicators="indicators" in kinds or "wide" in kinds,
    )
    context = Context(
        document_id=document_id,
        file=file,
        period=metadata.period,
        issuer=Issuer.known(metadata.issuer, metadata.province, metadata.period),
    )
    found = Found(problems=list(content.problems))
    for table in tables:
        read_table(table, context, found)
    if "tasks" not in kinds:
        found.tasks.extend(prose_tasks(placed, context, kind=metadata.kind, year=metadata.year))
    if metadata.kind in (
        DocumentKind.PLAN,
        DocumentKind.DECISION,
        DocumentKind.DIRECTIVE,
        DocumentKind.OTHER,
    ):
        found.targets = [*prose_targets(placed, context), *found.targets]
    if "tasks" not in kinds:
        found.targets.extend(promised(found.tasks, context, besides=found.targets))
    refs = collect(_mentions(placed, tables, context), document_id=document_id, own=metadata.number)
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
            attached_to=metadata.relations.attached_to,
            amends=metadata.relations.amends,
            replaces=metadata.relations.replaces,
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
        tables=tuple(found.reports),
    )


def _mostly_work(tables: Sequence[ReadTable]) -> bool:
    """Whether tables of tasks hold no fewer rows than tables of figures do.

    A sheet of remarks beside a sheet of figures makes no annex of tasks of them.
    """
    rows: dict[bool, int] = {True: 0, False: 0}
    for table in tables:
        if table.kind != "passages":
            rows[table.kind == "tasks"] += len(table.placed.table.rows)
    return rows[True] > 0 and rows[True] >= rows[False]


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


def _mentions(
    placed: list[Placed | PlacedTable], tables: Sequence[ReadTable], context: Context
) -> Iterator[Mention]:
    """The documents named in paragraphs and cells; a cell that a page cut is read as one."""
    read = {id(table.placed): table for table in tables}
    for item in placed:
        if isinstance(item, Placed):
            yield from mentions(item.paragraph.text, paragraph_source(item, context))
        else:
            yield from _mentions_in(read[id(item)], context.below(item.path, item.headings))


def _mentions_in(read: ReadTable, place: Context) -> Iterator[Mention]:
    table = read.placed.table
    names = read.header.names if read.header is not None else ("",) * table.width
    whole, rest = _cut_cells(read)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            text = (cell.text or "").strip()
            pieces = whole.get((row, column), [Piece(row, column, text)])
            figured = any(sign.isdigit() for one in pieces for sign in one.text)
            if not text or (row, column) in rest or not figured:
                continue
            source = joined(cell_sources(place, table, names, pieces))
            for found in mentions(" ".join(piece.text for piece in pieces), source):
                yield replace(found, source=source.facing(found.number))


def _cut_cells(
    read: ReadTable,
) -> tuple[dict[tuple[int, int], list[Piece]], set[tuple[int, int]]]:
    """Cells that page breaks cut, by the place of their first piece; the places of the rest."""
    whole: dict[tuple[int, int], list[Piece]] = {}
    rest: set[tuple[int, int]] = set()
    for item in read.rows.items if read.rows is not None else ():
        if isinstance(item, LogicalRow):
            for pieces in item.cells.values():
                if len({piece.row for piece in pieces}) > 1:
                    first, *others = [(piece.row, piece.column) for piece in pieces]
                    whole[first] = pieces
                    rest.update(others)
    return whole, rest


def _units(
    records: list[AnyRecord],
    placed: list[Placed | PlacedTable],
    context: Context,
    metadata: Metadata,
    found: Found,
) -> list[EvidenceUnit]:
    title = metadata.title
    units = passage_units(placed, context, title=title, first=0)
    for table, names, rows in found.loose:
        units.extend(row_units(table, context, names=names, rows=rows, title=title))
    order = len(placed)
    for position, record in enumerate(records):
        units.append(record_unit(record, order=order + position, title=title))
    return units
