"""Tables that hand out work by codes: a unit a column, "CT" or "PH" in the cell of a task."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.choosing import add_rows
from assistant.asking.grid.lines import row_name
from assistant.asking.grid.naming import row_choices
from assistant.asking.grid.reading import Meant
from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.grid.sight import Sight, sight_of
from assistant.asking.labels import tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent
from ingest.vocabulary import load

_FEWEST = 2
_GROUPS = {"lead": "lead_codes", "help": "help_codes"}
_SAID = {"lead": "lead", "help": "coordinating"}
_OF_UNIT = frozenset({Intent.LIST, Intent.COUNT, Intent.LEAD, Intent.COORDINATING, Intent.OPEN})


def by_matrix(grids: Sequence[Grid], question: Asked, labels: dict[str, str]) -> Composed | None:
    """Who leads or helps the task named, or the tasks in which the unit named does."""
    part = _part(question)
    if part is None or question.query.intent not in _OF_UNIT:
        return None
    for grid in grids:
        coded = [column for column in grid.values if _is_coded(column, grid.rows)]
        sight = sight_of(grid, question) if len(coded) >= _FEWEST else None
        if sight is None:
            continue
        label = labels[grid.document.id]
        found = _rows_of_unit(sight, coded, part, label) or _units_of_row(sight, coded, part, label)
        if found is not None:
            return found
    return None


def _part(question: Asked) -> str | None:
    """Whether the question speaks of who leads or of who helps."""
    groups = load("asking_tables")["columns"]
    said = [
        name for name in _GROUPS if any(tuple(question.at(one)) for one in groups[name]["asked"])
    ]
    return said[0] if len(said) == 1 else None


def _codes(part: str) -> set[str]:
    return {str(code).casefold() for code in load("columns")[_GROUPS[part]]}


def _is_coded(column: Column, rows: Sequence[Row]) -> bool:
    filled = [row.cells[column.title].text for row in rows if column.title in row.cells]
    codes = _codes("lead") | _codes("help")
    return bool(filled) and all(text.strip().casefold() in codes for text in filled)


def _holds(row: Row, column: Column, part: str) -> bool:
    cell = row.cells.get(column.title)
    return cell is not None and cell.text.strip().casefold() in _codes(part)


def _idle(question: Asked, part: str) -> frozenset[int]:
    asked = load("asking_tables")["columns"][part]["asked"]
    return frozenset(place for phrase in asked for place in question.at(phrase))


def _rows_of_unit(sight: Sight, coded: Sequence[Column], part: str, label: str) -> Composed | None:
    question = sight.asked
    named = [(one, places) for one in coded if (places := question.phrase_at(one.told))]
    if len(named) != 1:
        return None
    column, places = named[0]
    rest = question.content - sight.above - places - _idle(question, part) - question.any_row
    if rest - question.found(sight.grid.naming):
        return None
    rows = [row for row in sight.rows if _holds(row, column, part)]
    said = texts.GRID_LIMIT.format(column=tidy(column.said), value=texts.ASPECTS[_SAID[part]])
    page = Page()
    if not add_rows(page, Meant(sight.grid, tuple(rows), (column,)), rows, label, said=said):
        return None
    return Composed(page)


def _units_of_row(sight: Sight, coded: Sequence[Column], part: str, label: str) -> Composed | None:
    question = sight.asked
    for rows, named, used in row_choices(sight):
        rest = question.content - sight.above - used - _idle(question, part) - question.any_row
        if not named or len(rows) != 1 or rest:
            continue
        row = rows[0]
        units = [one for one in coded if _holds(row, one, part)]
        if not units:
            return None
        said = texts.CELL.format(
            text=row_name(row),
            column=texts.ASPECTS[_SAID[part]],
            cell="; ".join(tidy(one.said) for one in units),
        )
        page = Page()
        naming = row.cells[sight.grid.naming].source
        page.add_of(label, said, [naming, *(row.cells[one.title].source for one in units)])
        return Composed(page)
    return None
