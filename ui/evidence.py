"""The place behind a citation, found again in its document and ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer import Answer, DocumentDetails
from ingest.model import AnyRecord, EvidenceUnit, Source
from ui.record_fields import Field, fields, typed_records

MOST_RECORDS = 3
"""A row that yields more records than this is shown by its first ones."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A citation with its surroundings.

    ``cells`` are the verbatim pieces with the columns they stand in (``""`` outside a table);
    ``rows`` are the fields of the records read from the same table row; ``paragraph`` is the
    whole paragraph around a quote of prose, ``None`` where the quote is the paragraph.
    """

    n: int
    source: Source
    cells: tuple[Field, ...]
    rows: tuple[tuple[Field, ...], ...] = ()
    paragraph: str | None = None


def gather(answer: Answer, details: Mapping[str, DocumentDetails]) -> tuple[Evidence, ...]:
    """The evidence of an answer in the order of its numbers.

    ``details`` holds the cited documents by id; one that is missing (removed meanwhile) leaves
    its citation with the quote alone.
    """
    return tuple(
        _evidence(citation.n, citation.source, details.get(citation.source.document_id))
        for citation in sorted(answer.citations, key=lambda citation: citation.n)
    )


def cited_documents(answer: Answer) -> tuple[str, ...]:
    """Ids of the documents an answer cites, each once, in order of citation."""
    return tuple(dict.fromkeys(citation.source.document_id for citation in answer.citations))


def _evidence(n: int, source: Source, details: DocumentDetails | None) -> Evidence:
    cells = tuple(
        Field(piece.column or "", piece.quote) for piece in (source, *_pieces(source.parts))
    )
    if details is None:
        return Evidence(n=n, source=source, cells=cells)
    if source.table is not None and source.row is not None:
        return Evidence(n=n, source=source, cells=cells, rows=_row(source, details, cells))
    return Evidence(n=n, source=source, cells=cells, paragraph=_paragraph(source, details))


def _pieces(parts: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(piece for part in parts for piece in (part, *_pieces(part.parts)))


def _row(
    source: Source, details: DocumentDetails, cells: tuple[Field, ...]
) -> tuple[tuple[Field, ...], ...]:
    records = [record for kind in typed_records(details).values() for record in kind]
    here = [r for r in records if (r.source.table, r.source.row) == (source.table, source.row)]
    same_place = [r for r in here if r.source.place() == source.place()]
    shown = (same_place or [r for r in here if _holds(r, source.quote)] or here)[:MOST_RECORDS]
    quoted = {_folded(cell.value) for cell in cells}
    rows = (
        tuple(f for f in fields(record) if f.value and _folded(f.value) not in quoted)
        for record in shown
    )
    return tuple(dict.fromkeys(row for row in rows if row))


def _holds(record: AnyRecord, quote: str) -> bool:
    return any(_folded(quote) in _folded(field.value) for field in fields(record) if field.value)


def _paragraph(source: Source, details: DocumentDetails) -> str | None:
    around: list[EvidenceUnit] = [
        unit
        for unit in details.units
        if unit.kind == "passage"
        and unit.source.table is None
        and unit.source.section == source.section
        and source.quote in unit.text
    ]
    whole = min((unit.text for unit in around), key=len, default=source.quote)
    return None if whole.strip() == source.quote.strip() else whole


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
