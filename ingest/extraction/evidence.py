"""Records and paragraphs -> evidence units: what is shown, and what is indexed for search.

The indexed text carries the document's title, the headings around and the column names; the
quote never does. Every paragraph and every table row ends up in some unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ingest.extraction.columns import is_period
from ingest.extraction.context import Context, cell_sources, joined
from ingest.extraction.logical import Piece
from ingest.extraction.outline import Placed, PlacedTable
from ingest.extraction.prose import paragraph_source
from ingest.model import AnyRecord, EvidenceUnit, Indicator, Table, Target, Task, UnitKind
from ingest.text.numbers import parse_number

_FEWEST_WORDS = 9
_HEADER_LABELS = {
    "task": "Nhiệm vụ",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "product": "Sản phẩm",
    "deadline": "Thời hạn",
    "note": "Ghi chú",
    "activity": "Hoạt động",
}


def record_unit(record: AnyRecord, *, order: int, title: str | None) -> EvidenceUnit:
    """The unit of one record."""
    text = record_text(record)
    context = " › ".join(part for part in (title, *record.headings) if part)
    return EvidenceUnit(
        id=f"u:{record.id}",
        document_id=record.document_id,
        kind=_kind(record),
        text=text,
        search_text=f"{context}\n{text}" if context else text,
        source=record.source,
        record_id=record.id,
        order=order,
        headings=record.headings,
        topic=_topic(record),
    )


def _topic(record: AnyRecord) -> str:
    """What a record is about: its text or name, without the other cells of its row."""
    if isinstance(record, Task | Target):
        return record.text
    if isinstance(record, Indicator):
        named = f"{record.parent} › {record.name}" if record.parent else record.name
        return f"{named} – {record.subject}" if record.subject else named
    return record.about or record.number


def _kind(record: AnyRecord) -> UnitKind:
    if isinstance(record, Target):
        return "target"
    if isinstance(record, Task):
        return "task"
    return "indicator" if isinstance(record, Indicator) else "ref"


def record_text(record: AnyRecord) -> str:
    """A record in one line of labelled fields, as a person would read its row."""
    if isinstance(record, Task):
        fields = [
            ("", f"{record.key}. {record.text}" if record.key else record.text),
            (_HEADER_LABELS["lead"], "; ".join(record.lead)),
            (_HEADER_LABELS["coordinating"], "; ".join(record.coordinating)),
            (_HEADER_LABELS["product"], "; ".join(record.products)),
            (_HEADER_LABELS["deadline"], record.deadline.text if record.deadline else ""),
            (_HEADER_LABELS["activity"], "; ".join(step.text for step in record.activities)),
        ]
    elif isinstance(record, Target):
        fields = [("", record.text), (_HEADER_LABELS["lead"], "; ".join(record.lead))]
    elif isinstance(record, Indicator):
        value = record.value_text or ""
        shown = f"{value} {record.unit}" if record.unit and not record.meaning else value
        name = f"{record.parent} › {record.name}" if record.parent else record.name
        name = f"{name} – {record.subject}" if record.subject else name
        time = _time_named(record)
        name = f"{name} ({time})" if time else name
        fields = [
            ("", f"{name}: {record.meaning or shown}" if value else name),
            (_HEADER_LABELS["note"], record.note or ""),
        ]
    else:
        named = " ".join(part for part in (record.type, record.number) if part)
        fields = [("", " ".join(part for part in (named, record.about) if part))]
        fields += [("Cơ quan", record.issuer or ""), ("Ngày", record.date or "")]
    return ". ".join(f"{label}: {value}" if label else value for label, value in fields if value)


def _time_named(record: Indicator) -> str | None:
    """The time in the heading of a figure's column, where it tells the row's figures apart."""
    heading = record.source.column or ""
    parts = [part for part in heading.split(" / ") if is_period(part)]
    return " ".join(parts) if parts and heading != record.name else None


def passage_units(
    placed: Iterable[Placed | PlacedTable], context: Context, *, title: str | None, first: int
) -> list[EvidenceUnit]:
    """One unit a paragraph; bare headings only give context to what stands below them.

    A numbered line that reads like a heading and has nothing below it is an item of a list.
    """
    units: list[EvidenceUnit] = []
    every = [*placed]
    for place, item in enumerate(every):
        if isinstance(item, PlacedTable):
            continue
        text = item.paragraph.text
        titles = item.heading and not _is_last(item, every[place + 1 : place + 2])
        if (titles and not _says_more(item)) or not any(char.isalnum() for char in text):
            continue
        above = " › ".join(part for part in (title, *item.headings) if part)
        units.append(
            EvidenceUnit(
                id=f"u:{context.document_id}:p:{item.order}",
                document_id=context.document_id,
                kind="passage",
                text=text,
                search_text=f"{above}\n{text}" if above else text,
                source=paragraph_source(item, context),
                order=first + item.order,
                headings=item.headings,
                topic=item.body,
            )
        )
    return units


def _is_last(item: Placed, following: Sequence[Placed | PlacedTable]) -> bool:
    """Whether nothing stands below a numbered line: what follows goes on beside or above it."""
    if item.label is None or item.zone != "body":
        return False
    depth = len(item.headings)
    return all(len(other.headings) <= depth for other in following)


def _says_more(item: Placed) -> bool:
    """Whether a paragraph that titles a list is a sentence with a figure of its own.

    "Điều 1. Thành lập Tổ công tác gồm 12 thành viên:" answers how many they are.
    """
    words = item.body.split()
    counted = any(word.strip("(.,;:)").isdigit() for word in words)
    return item.body.rstrip().endswith(":") and counted and len(words) >= _FEWEST_WORDS


def row_units(
    table: PlacedTable,
    context: Context,
    *,
    names: Sequence[str],
    rows: Iterable[int],
    title: str | None,
) -> list[EvidenceUnit]:
    """One passage a stored row that gave no record, so that no row is lost to search."""
    units: list[EvidenceUnit] = []
    place = context.below(table.path, table.headings)
    above = " › ".join(part for part in (title, *table.headings, *table.titles[-2:]) if part)
    for row in rows:
        pieces = [
            Piece(row, column, cell.text.strip())
            for column, cell in enumerate(table.table.rows[row])
            if cell.text and cell.text.strip()
        ]
        if not pieces:
            continue
        shared = [*_merged_from_above(table.table, row)]
        text = "; ".join(
            f"{names[piece.column]}: {piece.text}" if names[piece.column] else piece.text
            for piece in sorted((*shared, *pieces), key=lambda piece: piece.column)
        )
        ordered = sorted(pieces, key=lambda piece: len(piece.text), reverse=True) + shared
        units.append(
            EvidenceUnit(
                id=f"u:{context.document_id}:t:{table.table.number}:{row + 1}",
                document_id=context.document_id,
                kind="passage",
                text=text,
                search_text=f"{above}\n{text}" if above else text,
                source=joined(cell_sources(place, table.table, names, ordered)),
                order=table.order,
                headings=(*table.headings, *table.titles[-1:]),
            )
        )
    return units


def _merged_from_above(table: Table, row: int) -> Iterator[Piece]:
    """The words of cells that a row shares with rows above it; a figure counts once."""
    for column, cell in enumerate(table.rows[row]):
        if cell.text is not None or cell.origin is None or cell.origin[0] >= row:
            continue
        first, own = cell.origin
        text = (table.rows[first][own].text or "").strip()
        if own == column and text and parse_number(text) is None:
            yield Piece(first, column, text)
