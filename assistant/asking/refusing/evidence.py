"""What an answer rests on: the words cited, with all that stands around them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.asking.finding.corpus import Corpus, Entry, Shelf
from assistant.asking.finding.features import Features
from assistant.asking.finding.objectives import objectives_of
from assistant.asking.page import Composed
from assistant.asking.words import Phrase
from ingest.model import Document, Indicator, Source

_SHOWN = re.compile("«([^»]*)»")


def evidence(corpus: Corpus, composed: Composed) -> Iterator[Features]:
    """What the citations say, with all that stands around them."""
    pieces = [
        piece
        for citation in composed.page.citations
        for piece in (citation.source, *citation.source.parts)
    ]
    cited = {piece.document_id for piece in pieces}
    rows: set[tuple[str, int | None, int | None]] = {
        (piece.document_id, piece.table, piece.row) for piece in pieces if piece.row
    }
    sentences = [piece for piece in pieces if not piece.row]
    columns = {piece.column for piece in pieces}
    for text in dict.fromkeys(text for one in pieces for text in (one.quote, one.column) if text):
        yield corpus.features(text)
    for shelf in corpus.shelves:
        if shelf.document.id not in cited:
            continue
        yield corpus.features(_particulars(shelf.document))
        if composed.by_cells:
            yield from _around_cells(corpus, shelf, pieces)
        shown = [
            entry
            for entry in shelf.entries
            if _is_cited(entry, rows, sentences) and not _of_other_column(entry, columns)
        ]
        for entry in (*shown, *objectives_of(shelf, shown)):
            yield entry.body
            yield entry.context
            beside = entry.source.parts  # the column of its own cell is that of another figure
            yield from (corpus.features(one.column) for one in beside if one.column)


def cited_words(corpus: Corpus, composed: Composed) -> Iterator[Phrase]:
    """The words of the rows and sentences cited or shown, without what stands around them."""
    pieces = [
        piece
        for citation in composed.page.citations
        for piece in (citation.source, *citation.source.parts)
    ]
    rows: set[tuple[str, int | None, int | None]] = {
        (piece.document_id, piece.table, piece.row) for piece in pieces if piece.row
    }
    yield from (corpus.features(piece.quote).plain for piece in pieces)
    yield from (corpus.features(shown).plain for shown in _SHOWN.findall(composed.page.text))
    for shelf in corpus.shelves:
        shown = [entry for entry in shelf.entries if _is_cited(entry, rows, [])]
        for entry in (*shown, *objectives_of(shelf, shown)):
            yield entry.body.plain


def _around_cells(corpus: Corpus, shelf: Shelf, pieces: Sequence[Source]) -> Iterator[Features]:
    """What stands above the tables cited, and each cell behind the title of its column.

    What stands above other rows alone says nothing of those cited.
    """
    tables = {piece.table for piece in pieces if piece.document_id == shelf.document.id}
    rows = {piece.row for piece in pieces if piece.document_id == shelf.document.id}
    elsewhere = {
        text
        for entry in shelf.entries
        if entry.source.table in tables and entry.source.row not in rows
        for text in (
            *entry.headings,
            entry.body.text,
            entry.record.note or "" if isinstance(entry.record, Indicator) else "",
            *(piece.quote for piece in (entry.source, *entry.source.parts)),
        )
    }
    for grid in shelf.grids:
        if grid.number in tables:
            titles = (column.title for column in grid.columns)  # a blank cell cites none
            above = (
                text
                for text in grid.about
                if text not in elsewhere and not text.rstrip().endswith(".")
            )
            cells = (
                text
                for row in grid.rows
                if row.number in rows
                for text in (*row.headings, *(cell.text for cell in row.cells.values()))
            )
            yield from map(corpus.features, (*above, *titles, *cells))
    for piece in pieces:
        if piece.column:
            yield corpus.features(f"{piece.column.rpartition(' / ')[2]} {piece.quote}")


def _of_other_column(entry: Entry, columns: Collection[str | None]) -> bool:
    """Whether an entry is a figure of the same place or body in a column that is not cited."""
    record = entry.record
    wide = isinstance(record, Indicator) and bool(record.subject)
    return wide and bool(entry.source.column) and entry.source.column not in columns


def _is_cited(
    entry: Entry, rows: set[tuple[str, int | None, int | None]], sentences: Sequence[Source]
) -> bool:
    source = entry.source
    if source.row:
        return (source.document_id, source.table, source.row) in rows
    if entry.record is not None:
        return any(piece.quote == source.quote for piece in sentences)
    return entry.unit is not None and any(
        piece.document_id == source.document_id and piece.quote in entry.unit.text
        for piece in sentences
    )


def _particulars(document: Document) -> str:
    """Its number is left out: the letters of an issuer ("SVHTT") say nothing of its fields."""
    known = (document.title, document.province, document.file)
    return " · ".join(filter(None, known))
