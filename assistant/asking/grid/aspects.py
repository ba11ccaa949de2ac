"""Several cells of one row, where a question asks for several things of it.

"X được kiểm tra ngày nào, ai làm trưởng đoàn?": each clause that asks names a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.counting import counted_in_words
from assistant.asking.grid.lines import Spot, add_cell
from assistant.asking.grid.naming import row_choices
from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.grid.sight import Sight, sight_of
from assistant.asking.labels import tidy
from assistant.asking.page import Composed, Page
from assistant.asking.words import plain_phrase

_CUT = re.compile(r"[,;:]")
_JOINS = frozenset({"va", "con", "cung", "roi"})
_ASKS = frozenset({"ai", "gi", "nao", "may", "dau", "sao", "nhieu"})
_FEWEST = 2
_MOST_TABLES = 2


@dataclass(frozen=True, slots=True)
class _Several:
    """The columns of one row that the clauses of a question ask for."""

    grid: Grid
    row: Row
    columns: tuple[Column, ...]
    score: float


def by_aspects(grids: Sequence[Grid], question: Asked, labels: dict[str, str]) -> Composed | None:
    """The cells of one row that a question with several asking clauses wants."""
    clauses = clauses_of(question)
    if len(clauses) < _FEWEST or question.extreme is not None or question.bound is not None:
        return None
    found = [one for grid in grids if (one := _in_table(grid, question, clauses)) is not None]
    top = max((one.score for one in found), default=0.0)
    best = [one for one in found if one.score >= top]
    if not best or len(best) > _MOST_TABLES:
        return None
    page = Page()
    filled = False
    for one in best:
        for column in one.columns:
            spot = Spot(one.grid, one.row, column)
            add_cell(page, spot, labels[one.grid.document.id])
            filled = filled or spot.cell is not None
    if filled:
        return Composed(page)
    scope = labels[best[0].grid.document.id]
    return Composed(page, "refused", "records", texts.REFUSE_BLANK.format(scope=scope))


def clauses_of(question: Asked) -> list[frozenset[int]]:
    """The places of the words of every clause, where several of them ask something."""
    clauses: list[set[int]] = [set()]
    end = 0
    for place, word in enumerate(question.words):
        cut = word.start >= 0 and bool(_CUT.search(question.typed[end : word.start]))
        if cut or word.plain in _JOINS:
            clauses.append(set())
        clauses[-1].add(place)
        end = max(end, word.start + len(word.written))
    asking = [one for one in clauses if _asks(question, one)]
    return [frozenset(one) for one in clauses] if len(asking) >= _FEWEST else []


def _asks(question: Asked, clause: set[int]) -> bool:
    return any(question.plain[place] in _ASKS for place in clause)


def _in_table(grid: Grid, question: Asked, clauses: Sequence[frozenset[int]]) -> _Several | None:
    sight = sight_of(grid, question)
    if sight is None:
        return None
    found: list[_Several] = []
    for rows, used in _rows(sight):
        columns: dict[str, Column] = {}
        score = 0.1 * len(used & question.content)
        held = set(used | sight.above)
        for clause in clauses:
            best = _best_column(sight, clause, used) or _counted(sight, rows[0], clause)
            if best is None:
                if _asks(question, set(clause)) and clause & question.content - used:
                    break
                continue
            worth, column = best
            score += worth
            columns[column.title] = column
            held |= question.found(column.told) | question.meant(column)
            if column in counted_in_words(sight, rows[0]):
                held |= question.counted & clause
        else:
            if len(columns) >= _FEWEST and not question.content - held:
                found.append(_Several(grid, rows[0], tuple(columns.values()), score))
    return max(found, key=lambda one: one.score, default=None)


def _rows(sight: Sight) -> Iterator[tuple[tuple[Row, ...], frozenset[int]]]:
    """The rows named one by one; the row of totals where everything together is asked for."""
    yield from (
        (rows, used) for rows, named, used in row_choices(sight) if named and len(rows) == 1
    )
    whole = tuple(row for row in sight.rows if row.whole)
    if len(whole) == 1 and sight.asked.says("wholes"):
        yield whole, sight.asked.found(whole[0].name)


def _counted(sight: Sight, row: Row, clause: frozenset[int]) -> tuple[float, Column] | None:
    """The column whose cell gives a number of what the clause counts ("mấy buổi": "03 buổi")."""
    found = counted_in_words(sight, row)
    return (0.5, found[0]) if found and sight.asked.counted & clause else None


def _best_column(
    sight: Sight, clause: frozenset[int], used: frozenset[int]
) -> tuple[float, Column] | None:
    """The column that the words of one clause name, with how surely they do."""
    asked = sight.asked
    scored: list[tuple[float, Column]] = []
    for column in sight.by_time or sight.columns:
        if asked.excludes(column.told):
            continue
        told = asked.found(column.told) & clause - used
        meaning = asked.meant(column) & clause
        whole = bool(asked.phrase_at(tidy(column.told).rpartition(" / ")[2]) & clause - used)
        naming = told & (asked.content | asked.counted) - (used | _shared(sight, told))
        if not (naming or meaning or whole):
            continue
        size = len(plain_phrase(column.told)) or 1
        asks = any(asked.plain[place] in _ASKS for place in meaning)
        score = 2.0 * whole + 0.4 * len(naming) + 0.3 * bool(meaning) + asks + len(told) / size
        scored.append((score, column))
    return max(scored, key=lambda one: one[0], default=None)


def _shared(sight: Sight, told: frozenset[int]) -> frozenset[int]:
    """A single word that stands above the table too names no column."""
    return told if len(told) == 1 and told <= sight.above else frozenset()
