"""The rows that a column of a table calls reached or missed by the very words of the question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asking import texts
from assistant.asking.finding.retrieval import Search, allowed
from assistant.asking.grid.choosing import add_rows
from assistant.asking.grid.filters import Filter
from assistant.asking.grid.reading import Meant
from assistant.asking.grid.shape import Grid
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.words import Phrase, plain_phrase


def by_judgement(search: Search, said: Sequence[str]) -> Composed | None:
    """The rows judged so ("Chưa đạt"); ``None`` where no table of figures judges its rows so.

    What a table says of itself goes before what is worked out: its plan may be for another time
    than the figure beside it.
    """
    wanted = {plain_phrase(one) for one in said}
    labels = document_labels(search.documents)
    page = Page()
    for grid in _grids(search):
        for meant in _judged(grid, wanted):
            column, value = meant.filters[0].column, meant.filters[0].value
            limit = texts.GRID_LIMIT.format(column=tidy(column.said), value=value)
            own = Page()
            add_rows(own, meant, meant.rows, labels[grid.document.id], said=limit)
            page.gap()
            page.extend(own)
    return Composed(page, by_cells=True) if page.lines else None


def _grids(search: Search) -> Iterator[Grid]:
    """The tables whose figures are for the time and the documents meant."""
    meant = {(entry.document.id, entry.source.table) for entry in allowed(search, ("indicators",))}
    for shelf in search.corpus.shelves:
        yield from (grid for grid in shelf.grids if (grid.document.id, grid.number) in meant)


def _judged(grid: Grid, wanted: set[Phrase]) -> Iterator[Meant]:
    figures = tuple(one for one in grid.values if one.numeric)
    for column in grid.values:
        rows = tuple(
            row
            for row in grid.single
            if (cell := row.cells.get(column.title)) and plain_phrase(cell.text) in wanted
        )
        if rows:
            value = rows[0].cells[column.title].text
            yield Meant(grid, rows, figures, filters=(Filter(column, value),))
