"""Columns of ticks read across one row: in which years, quarters or parts it is ticked."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.lines import row_name
from assistant.asking.grid.naming import row_choices
from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.grid.sight import sight_of
from assistant.asking.labels import tidy
from assistant.asking.page import Composed, Page
from ingest.vocabulary import load

_FEWEST = 2


def by_ticks(grids: Sequence[Grid], question: Asked, labels: dict[str, str]) -> Composed | None:
    """The headings of the columns in which the row named is ticked ("vào những năm nào")."""
    if not question.says("which_times") or question.years or question.parts:
        return None
    found: list[tuple[float, Grid, Row, list[Column]]] = []
    for grid in grids:
        sight = sight_of(grid, question)
        ticked = [one for one in grid.values if one.marks and (one.years or one.parts)]
        if sight is None or len(ticked) < _FEWEST:
            continue
        titles = frozenset[int]().union(*(question.found(one.told) for one in ticked))
        for rows, named, used in row_choices(sight):
            rest = question.content - sight.above - used - titles
            if named and len(rows) == 1 and not rest:
                own = [one for one in ticked if is_ticked(rows[0], one)]
                found.append((len(used & question.content), grid, rows[0], own))
    top = max((one[0] for one in found), default=0.0)
    best = [*{(id(one[1]), one[2].number): one for one in found if one[0] >= top}.values()]
    if len(best) != 1 or not best[0][3]:
        return None
    _, grid, row, own = best[0]
    shown = ", ".join(tidy(one.said).rpartition(" / ")[2] for one in own)
    page = Page()
    sources = [row.cells[grid.naming].source, *(row.cells[one.title].source for one in own)]
    group = tidy(own[0].said).rpartition(" / ")[0]
    said = texts.GRID_TICKED.format(row=row_name(row), columns=shown)
    if group:
        said = texts.CELL.format(text=row_name(row), column=group, cell=shown)
    page.add_of(labels[grid.document.id], said, sources)
    return Composed(page)


def is_ticked(row: Row, column: Column) -> bool:
    """Whether a row bears a mark in a column."""
    yes = {word.casefold() for word in load("asking_tables")["yes"]}
    cell = row.cells.get(column.title)
    return cell is not None and cell.text.strip().casefold() in yes


def only_there(question: Asked, grid: Grid, column: Column, rows: Sequence[Row]) -> list[Row]:
    """Of the rows ticked in a column those ticked in no other of its group, where "chỉ" asks so."""
    if not question.says("only"):
        return [*rows]
    others = beside_of(column, grid.values)
    return [row for row in rows if not any(is_ticked(row, one) for one in others)]


def beside_of(column: Column, columns: Sequence[Column]) -> list[Column]:
    """The other columns of ticks under the same heading."""
    group = column.said.rpartition(" / ")[0]
    return [
        one
        for one in columns
        if one.marks and one.title != column.title and one.said.rpartition(" / ")[0] == group
    ]
