"""Which rows and columns of one table a question means, every word of it accounted for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.asking.grid.asked import Asked
from assistant.asking.grid.counting import counted_in_words
from assistant.asking.grid.filters import Filter, filters_in
from assistant.asking.grid.naming import row_choices
from assistant.asking.grid.shape import Column, Grid, Row, of_bodies
from assistant.asking.grid.sight import Sight, sight_of
from assistant.asking.query import Intent
from assistant.asking.words import plain_phrase
from ingest.text.numbers import amounts
from ingest.vocabulary import load

_PERCENT = "%"
_NEAR_TIE = 0.02
_TIED = 0.05
_KINDS = {0: "thang", 2: "quy"}


@dataclass(frozen=True, slots=True)
class Meant:
    """The part of a table that a question means. ``score`` compares tables and readings.

    ``alone``: no word names the column, it is the only one of figures. ``headings`` are those of
    the groups of rows that the question names.
    """

    grid: Grid
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    score: float = 0.0
    named: bool = False
    timed: bool = False
    alone: bool = False
    headings: tuple[str, ...] = ()


def meant_in(grid: Grid, asked: Asked) -> Meant | None:
    """What the question means in ``grid``; ``None`` where some word of it stands for nothing."""
    sight = sight_of(grid, asked)
    if sight is None:
        return None
    candidates = [
        one
        for rows, named, used in row_choices(sight)
        if (one := _with_columns(sight, rows, named=named, used=used)) is not None
    ]
    best = max(candidates, key=lambda one: one.score, default=None)
    return replace(best, headings=sight.headings) if best and sight.headings else best


def best_of(
    grids: Sequence[Grid], question: Asked, *, fits: Callable[[Meant], bool] | None = None
) -> list[Meant]:
    """What the question means in each table, where it means it most surely."""
    found = [one for grid in grids if (one := meant_in(grid, question)) is not None]
    fitting = [one for one in found if fits(one)] if fits is not None else []
    found = fitting or found
    top = max((one.score for one in found), default=0.0)
    return [one for one in found if one.score >= top - _TIED]


def _with_columns(
    sight: Sight, rows: tuple[Row, ...], *, named: bool, used: frozenset[int]
) -> Meant | None:
    asked = sight.asked
    filters = () if named and not sight.rows_by_time else filters_in(sight)
    context = _beside(asked, rows) if named else frozenset()
    by_value = frozenset().union(*(asked.phrase_at(one.value) for one in filters))
    rest = asked.content - sight.above - used - by_value - context
    if not named:
        rest -= asked.found(" · ".join(row.name.split()[0] for row in sight.grid.rows if row.name))
    if named and asked.extreme is not None and not sight.by_time:
        dated = tuple(one for one in sight.columns if one.parts or one.years)
        if len(dated) < 2 or rest or len(rows) != 1:
            return None
        score = 1.0 + _precision(sight, rows, used)
        return Meant(sight.grid, rows, dated, (), score, named=True, timed=True)
    if not (named or rest) and (over := _over_times(sight)) is not None:
        return over
    best = _holding(sight, rest, used | by_value)
    if not best:
        return _without_column(sight, rows, filters, (rest, used), named=named)
    if named and asked.query.intent is Intent.LEAD:
        best = [one for one in best if of_bodies(sight.grid, one[1])] or best
    if asked.extreme is not None and _asks_share(asked):
        best = [one for one in best if _is_titled_share(one[1])] or best
    top = max(score for score, _ in best)
    columns = tuple(column for score, column in best if score >= top - _NEAR_TIE)
    if top <= 0.0 and not rest and named and _is_whole_row(sight, rows, used):
        return Meant(sight.grid, rows, (), (), 1.0 + _precision(sight, rows, used), named=True)
    alone = not sight.by_time and top <= 0.0
    if alone:
        columns = only_value(sight) or _of_part(sight) or _total(sight)
        if not columns and named and len(rows) == 1 and not rest:
            columns = counted_in_words(sight, rows[0])
            alone = not columns
        if not columns and not filters:
            return None
    if _asks_share(asked):
        shares = tuple(one for one in columns if _is_share(one, rows))
        if not shares and not alone and any(_PERCENT in text for text in sight.grid.about):
            shares = columns
        if not shares and columns:
            return None
        columns = shares
    precise = _precision(sight, rows, used) if named else 0.0
    score = top + precise + 0.5 * len(by_value) + 0.1 * len(used - sight.above)
    return Meant(sight.grid, rows, columns, filters, score, named, bool(sight.by_time), alone)


def _over_times(sight: Sight) -> Meant | None:
    """The row of totals over columns of months or years, where "tháng nào" has most or least."""
    wholes = tuple(row for row in sight.grid.rows if row.whole)
    dated = tuple(one for one in sight.columns if one.numeric and (one.parts or one.years))
    asked = sight.asked
    several = len(wholes) == 1 and len(dated) > 1
    if asked.extreme is None or not several or not asked.says("which_times"):
        return None
    return Meant(sight.grid, wholes, dated, (), 1.0, named=True, timed=True)


def _holding(
    sight: Sight, rest: frozenset[int], used: frozenset[int]
) -> list[tuple[float, Column]]:
    """The columns that hold every word left, with how surely the question names them."""
    asked = sight.asked
    ranked = asked.extreme is not None or asked.bound is not None
    found: list[tuple[float, Column]] = []
    for column in sight.by_time or sight.columns:
        held = asked.found(column.told) | asked.meant(column)
        if rest - held or asked.excludes(column.told) or (ranked and not column.numeric):
            continue
        if column.measure and not held - used - asked.counted:
            continue  # "bao nhiêu đơn vị": what is counted, not in what
        told = held & (asked.content | asked.weightless) - used
        found.append((told_of(sight, column, told), column))
    return found


def _is_whole_row(sight: Sight, rows: tuple[Row, ...], used: frozenset[int]) -> bool:
    """Whether "X là gì" asks for one row: its name has words of X that do not stand over them all.

    "Trọng tâm" of "Nhiệm vụ trọng tâm", and what the table's title says, choose no row.
    """
    told = (used & sight.asked.content) - sight.above
    return bool(told) and len(rows) == 1 and sight.asked.says("whole_row")


def _without_column(
    sight: Sight,
    rows: tuple[Row, ...],
    filters: tuple[Filter, ...],
    words: tuple[frozenset[int], frozenset[int]],
    *,
    named: bool,
) -> Meant | None:
    """What is meant where no column holds the words left: two of them, the row, or its values."""
    asked = sight.asked
    rest, used = words
    pair = _pair(sight, rest, used) if named and asked.says("compares") else ()
    if pair:
        return Meant(sight.grid, rows, pair, (), 2.0, named=True)
    if not rest and named and _is_whole_row(sight, rows, used):
        return Meant(sight.grid, rows, (), (), 1.0 + _precision(sight, rows, used), named=True)
    counted = counted_in_words(sight, rows[0]) if not rest and named and len(rows) == 1 else ()
    if counted:
        return Meant(sight.grid, rows, counted, (), 1.0 + _precision(sight, rows, used), named=True)
    if rest or not filters:
        return None
    by_value = frozenset[int]().union(*(asked.phrase_at(one.value) for one in filters))
    return Meant(sight.grid, rows, (), filters, 1.0 + len(by_value), named)


def _pair(sight: Sight, rest: frozenset[int], used: frozenset[int]) -> tuple[Column, ...]:
    """The two columns that only together hold the words left: they are held against each other."""
    asked = sight.asked
    held = [(column, asked.found(column.told) | asked.meant(column)) for column in sight.columns]
    found: list[tuple[float, tuple[Column, Column]]] = []
    for place, (one, first) in enumerate(held):
        for other, second in held[place + 1 :]:
            alone = first & rest - second and second & rest - first
            if alone and not rest - first - second:
                score = told_of(sight, one, first - used)
                score += told_of(sight, other, second - used)
                found.append((score, (one, other)))
    return max(found, key=lambda pair: pair[0])[1] if found else ()


def _beside(asked: Asked, rows: Sequence[Row]) -> frozenset[int]:
    """The words that stand above the rows or in their other cells of text."""
    told = (
        text
        for row in rows
        for text in (*row.above, *(cell.text for cell in row.cells.values()))
        if any(letter.isalpha() for letter in text)
    )
    return frozenset().union(*(asked.found(text) for text in told))


def told_of(sight: Sight, column: Column, told: frozenset[int]) -> float:
    """How surely the question names a column: words of its title, less those it does not say."""
    asked = sight.asked
    title = asked.telling(column.told)
    said = {asked.plain[place] for place in asked.found(column.told)} & title
    by_meaning = asked.meant(column) - asked.found(column.told)
    last = column.told.rpartition(" / ")[2]
    several = [piece for piece in re.split(r"[,;]", last) if len(plain_phrase(piece)) > 1]
    whole = any(asked.phrase_at(piece) for piece in (last, *several))
    group = column.told.rpartition(" / ")[0]
    grouped = not sight.by_time and bool(group and asked.phrase_at(group))
    chosen = asked.extreme is not None or asked.bound is not None
    full = said == title and len(title) > 1
    naming = told & (asked.content | asked.counted)
    if len(naming) == 1 and naming <= sight.over:
        naming = frozenset()  # one syllable that the heading above has too names no column
    shares = {word for phrase in load("asking_tables")["shares"] for word in plain_phrase(phrase)}
    if not (by_meaning or whole or grouped or full or naming or (chosen and said - shares)):
        return 0.0
    fresh = told & asked.content - sight.above
    literal = len(fresh - by_meaning)
    meant = len(fresh & by_meaning)
    precision = len(said) / (len(title) or 1)
    sure = 0.3 * bool(by_meaning) + 0.5 * whole + 0.05 * len(said)
    if asked.asks_for(column):
        sure += 1.0 + 0.1 * len(asked.meant(column))  # "xong ngày nào" says more than "ngày nào"
    sure += 1.2 * (full and not sight.by_time)
    other_year = bool(column.years) and not asked.years and not sight.by_time
    return 0.4 * literal + 0.25 * meant + precision + sure - 0.05 * other_year


def _of_part(sight: Sight) -> tuple[Column, ...]:
    """The column of figures for a part of the year like that which the whole table is for."""
    months = {last - first for first, last in sight.asked.parts}
    kind = _KINDS.get(months.pop()) if sight.parted and len(months) == 1 else None
    said = [
        column
        for column in sight.columns
        if column.numeric and kind is not None and kind in plain_phrase(column.told)
    ]
    return tuple(said) if len(said) == 1 else ()


def _total(sight: Sight) -> tuple[Column, ...]:
    """The one column of totals, where the most or least of all is asked for."""
    if sight.asked.extreme is None:
        return ()
    whole = tuple(one for one in sight.columns if one.whole and one.numeric)
    return whole if len(whole) == 1 else ()


def only_value(sight: Sight) -> tuple[Column, ...]:
    """The one column of figures of a table that has no other, and no remark among them."""
    numeric = [
        column
        for column in sight.columns
        if column.numeric and not column.years and _is_all_figures(sight.grid, column)
    ]
    return tuple(numeric) if len(numeric) == 1 else ()


def _is_all_figures(grid: Grid, column: Column) -> bool:
    cells = (row.cells.get(column.title) for row in grid.rows)
    return all(amounts(cell.text) for cell in cells if cell is not None)


def _precision(sight: Sight, rows: Sequence[Row], used: frozenset[int]) -> float:
    """The share of the rows' names that the question says."""
    said = {sight.asked.plain[place] for place in used}
    shares = [
        len(said & set(words)) / (len(set(words)) or 1)
        for row in rows
        if (words := sight.asked.corpus.features(row.name).plain)
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _asks_share(asked: Asked) -> bool:
    return asked.wants_share


def _is_titled_share(column: Column) -> bool:
    """Whether a column is one of shares by its own title, beside the counts they are made of."""
    titles = (*load("asking_tables")["shares"], _PERCENT)
    return any(word in column.said.casefold() for word in titles)


def _is_share(column: Column, rows: Sequence[Row]) -> bool:
    vocabulary = load("asking_tables")
    told = [column.title, *(row.name for row in rows)]
    if any(word in text.casefold() for text in told for word in vocabulary["share_titles"]):
        return True
    return any(
        (cell.record is not None and (cell.record.unit or "").startswith("%")) or "%" in cell.text
        for row in rows
        if (cell := row.cells.get(column.title)) is not None
    )
