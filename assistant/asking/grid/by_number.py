"""Rows of tables in whose cells a document's number stands ("Văn bản giao: 45/UBND-KT")."""

from __future__ import annotations

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.grid.lines import add_row
from assistant.asking.labels import document_labels
from assistant.asking.page import Composed, Page
from assistant.asking.query import Query
from ingest.text.normal import fold

_MOST_ROWS = 10


def rows_of_number(query: Query, corpus: Corpus) -> Composed | None:
    """Every cell of the rows that bear a number which no stored document has."""
    wanted = {_bare(number) for number in query.limits.ref_numbers}
    ids = {document.id for document in in_scope(query.limits, corpus)} or {
        document.id for document in corpus.documents
    }
    found = [
        (grid, row)
        for shelf in corpus.shelves
        if shelf.document.id in ids
        for grid in shelf.grids
        for row in grid.rows
        if any(_bare(cell.text) in wanted for cell in row.cells.values())
    ]
    if not wanted or not found or len(found) > _MOST_ROWS:
        return None
    labels = document_labels(corpus.documents)
    page = Page()
    for grid, row in found:
        add_row(page, grid, row, labels[grid.document.id])
    return Composed(page, by_cells=True)


def _bare(text: str) -> str:
    return "".join(fold(text).split())
