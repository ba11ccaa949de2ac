"""Cells of two or more rows held against one another ("So sánh kinh phí của A và B")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import titled
from assistant.asking.grid.lines import Spot, add_cell, add_difference, row_name
from assistant.asking.grid.months import tells_times
from assistant.asking.grid.reading import told_of
from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.grid.sight import Sight, sight_of
from assistant.asking.page import Composed, Page
from ingest.vocabulary import load

_JOINS = frozenset({"va", "voi", "hay", "hoac", "hon", "giua", "so"})
_MOST_ROWS = 5


@dataclass(frozen=True, slots=True)
class _Beside:
    """The rows of one table that are set side by side, and the columns in which they are."""

    grid: Grid
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    score: float


def by_rows(grids: Sequence[Grid], question: Asked, labels: dict[str, str]) -> Composed | None:
    """The cells of the rows that a comparison names, with their differences where they are figures.

    ``None`` where the question compares no rows of one table, or leaves open in which column.
    """
    if not question.says("compares") or question.extreme is not None or question.bound is not None:
        return None
    found = [one for grid in grids if (one := _in_table(grid, question)) is not None]
    top = max((one.score for one in found), default=0.0)
    best = [one for one in found if one.score >= top]
    if len(best) != 1:
        return None
    one, page = best[0], Page()
    for column in one.columns:
        spots = [Spot(one.grid, row, column) for row in one.rows]
        for spot in spots:
            add_cell(page, spot, labels[one.grid.document.id])
        if column.numeric:
            for first, second in pairwise(spots):
                names = (row_name(first.row), row_name(second.row))
                add_difference(page, second, first, names=(names[1], names[0]))
    return Composed(page)


def _in_table(grid: Grid, question: Asked) -> _Beside | None:
    sight = sight_of(grid, question)
    if sight is None:
        return None
    rows, used = _rows_of_groups(sight) if len(sight.headings) > 1 else _rows_named(sight)
    if not 1 < len(rows) <= _MOST_ROWS:
        return None
    rest = question.content - sight.above - used
    columns = _columns(sight, rest, used)
    spots = [row.cells.get(column.title) for row in rows for column in columns]
    if not columns or not any(spots):
        return None
    told = frozenset[int]().union(*(titled(question, column) for column in columns))
    score = len((used | told) & question.content) + 0.1 * len(told)
    return _Beside(grid, tuple(rows), columns, score)


def _rows_of_groups(sight: Sight) -> tuple[list[Row], frozenset[int]]:
    """The rows of one name below each of the headings that the question names."""
    asked = sight.asked
    named = {
        row.name.casefold(): places for row in sight.rows if (places := asked.phrase_at(row.name))
    }
    named = {
        name: places
        for name, places in named.items()
        if not any(places < other for other in named.values())
    }
    if len(named) != 1:
        return [], frozenset()
    name, places = next(iter(named.items()))
    return [row for row in sight.rows if row.name.casefold() == name], places


def _rows_named(sight: Sight) -> tuple[list[Row], frozenset[int]]:
    """The row that each side of the comparison names, in the order in which they are said."""
    asked = sight.asked
    sides = _sides(asked)
    chosen: dict[int, tuple[Row, frozenset[int]]] = {}
    for side in sides:
        best = _row_of(sight, side)
        if best is not None:
            chosen.setdefault(best[0].number, best)
    used = frozenset[int]().union(*(places for _, places in chosen.values()))
    return [row for row, _ in chosen.values()], used


def _sides(asked: Asked) -> list[frozenset[int]]:
    sides: list[set[int]] = [set()]
    for place, word in enumerate(asked.words):
        if word.plain in _JOINS:
            sides.append(set())
        else:
            sides[-1].add(place)
    return [frozenset(side) for side in sides if side]


def _row_of(sight: Sight, side: frozenset[int]) -> tuple[Row, frozenset[int]] | None:
    """The one row that the words of a side name better than any other."""
    asked = sight.asked
    scored: list[tuple[float, Row, frozenset[int]]] = []
    for row in sight.rows:
        if row.whole:
            continue
        places = asked.found(row.name) & side
        whole = asked.phrase_at(row.name)
        fresh = places & asked.content - sight.above
        words = asked.telling(row.name)
        said = {asked.plain[place] for place in places} & words
        if not fresh or not said:
            continue
        full = bool(whole) and whole <= side
        scored.append((10.0 * full + len(fresh) + len(said) / len(words), row, places))
    scored.sort(key=lambda one: -one[0])
    if not scored or (len(scored) > 1 and int(scored[1][0]) >= int(scored[0][0])):
        return None
    return scored[0][1], scored[0][2]


def _columns(sight: Sight, rest: frozenset[int], used: frozenset[int]) -> tuple[Column, ...]:
    """The column that holds every word left; all columns of times where times are compared."""
    asked = sight.asked
    scored: list[tuple[float, Column]] = []
    for column in sight.by_time or sight.columns:
        held = titled(asked, column)
        if rest - held or asked.excludes(column.told):
            continue
        score = told_of(sight, column, (held & (asked.content | asked.weightless)) - used)
        whole = 0.5 * (column.whole and not asked.says("wholes") and not rest)
        if score > 0.0 or (rest and held):
            scored.append((score + whole, column))
    if scored:
        top = max(score for score, _ in scored)
        best = [column for score, column in scored if score >= top]
        if len(best) > 1:
            wholes = [column for column in best if column.whole]
            best = wholes if len(wholes) == 1 else best
        return tuple(best) if len(best) == 1 else ()
    timely = frozenset(place for word in load("asking_tables")["times"] for place in asked.at(word))
    if timely and not rest - timely:
        return tuple(one for one in sight.columns if tells_times(one, sight.rows))
    return ()
