"""Two cells of one row taken together: their difference, their sum, what is left of one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.grid.against import year_pairs
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import titled
from assistant.asking.grid.lacking import undone_in
from assistant.asking.grid.lines import (
    Spot,
    add_cell,
    add_difference,
    add_sum,
    row_name,
)
from assistant.asking.grid.naming import row_choices
from assistant.asking.grid.ratios import average_of, before_and_after, ratio_of, share_of
from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.grid.sight import Sight, sight_of
from assistant.asking.labels import tidy
from assistant.asking.page import Composed, Page
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.vocabulary import load

_Pair = tuple[Row, Column, Column, float]


def by_pairs(grids: Sequence[Grid], question: Asked, labels: dict[str, str]) -> Composed | None:
    """The difference or the sum of two columns of one row, or a cell's share in the row of totals.

    ``None`` where the question does not name both sides in one table alone.
    """
    compares, wholes = question.says("compares"), question.says("wholes")
    undone = _undone_columns(grids, question)
    if undone and not question.says("lists"):
        return _left(undone, question, labels)
    if question.extreme is not None or question.bound is not None:
        return None
    if question.wants_share and not compares:
        return share_of(grids, question, labels)
    if question.says("averages"):
        return average_of(grids, question, labels)
    if question.says("from_to"):
        return before_and_after(grids, question, labels)
    if not (compares or wholes) or question.says("lists"):
        return None
    found = [(one, grid) for grid in grids for one in _pairs(grid, question)]
    top = max((pair[3] for pair, _ in found), default=0.0)
    ties = ((pair, grid) for pair, grid in found if pair[3] >= top)
    best = [*{(id(grid), _place(pair)): (pair, grid) for pair, grid in ties}.values()]
    if len(best) != 1:
        return None
    (row, first, second, _), grid = best[0]
    spots = [Spot(grid, row, first), Spot(grid, row, second)]
    if any(spot.number is None for spot in spots):
        return None
    page, label = Page(), labels[grid.document.id]
    if compares and question.says("shares"):
        return ratio_of(spots[0], spots[1], question, label)
    if not compares:
        add_sum(page, spots, label=label, title=row_name(row))
        return Composed(page)
    for spot in spots:
        add_cell(page, spot, label)
    names = (tidy(first.said), tidy(second.said))
    add_difference(page, spots[0], spots[1], names=names)
    return Composed(page)


def _undone_columns(
    grids: Sequence[Grid], question: Asked
) -> list[tuple[Grid, Column, frozenset[int]]]:
    """The columns of what is done ("Đã chi") whose rest the question asks for ("chưa chi")."""
    spent = [(frozenset((place, place + 1)), ("da", verb)) for place, verb in undone_in(question)]
    return [
        (grid, column, places)
        for grid in grids
        for places, done in (*spent, *_of_rest(grid, question))
        for column in grid.values
        if column.numeric
        and not question.excludes(column.told.rpartition(" / ")[0])
        and contains(plain_phrase(column.told), done) >= 0
    ]


def _of_rest(grid: Grid, question: Asked) -> list[tuple[frozenset[int], Phrase]]:
    """Where the question asks for the money left, with what a column of the spent is called.

    None where a column of the table itself tells what is left.
    """
    vocabulary = load("asking_tables")
    rests = [phrase for phrase in vocabulary["rests"] if tuple(question.at(phrase))]
    titles = [plain_phrase(phrase) for phrase in vocabulary["rests"]]
    told = [plain_phrase(column.told) for column in grid.columns]
    if not rests or not _asks_money(question):
        return []
    if any(contains(one, title) >= 0 for one in told for title in titles):
        return []
    places = frozenset(place for phrase in rests for place in question.at(phrase))
    return [(places, plain_phrase(title)) for title in vocabulary["spent_titles"]]


def _asks_money(question: Asked) -> bool:
    vocabulary = load("asking_tables")
    phrases = (*vocabulary["columns"]["money"]["asked"], *vocabulary["of_money"])
    return any(tuple(question.at(phrase)) for phrase in phrases) or "trieu" in question.plain


def _left(
    undone: Sequence[tuple[Grid, Column, frozenset[int]]], question: Asked, labels: dict[str, str]
) -> Composed | None:
    """What is left of what was given, for one row: the difference of the two columns."""
    found: dict[tuple[int, int, str], tuple[Grid, Row, Column, Column]] = {}
    for grid, done, places in undone:
        sight = sight_of(grid, question)
        if sight is None:
            continue
        for rows, _, used in _rows_meant(sight):
            rest = question.content - sight.above - used - places - question.counted
            beside = [
                one
                for one in grid.values
                if one.numeric
                and one is not done
                and one.said.rpartition(" / ")[0] == done.said.rpartition(" / ")[0]
            ]
            given = [one for one in beside if titled(question, one)]
            if not given and _asks_money(question):
                given = [one for one in beside if _is_of_money(one)]
            given = [
                one for one in given if not rest - titled(question, one) - titled(question, done)
            ]
            if len(rows) == 1 and len(given) == 1:
                key = (id(grid), rows[0].number, given[0].title)
                found.setdefault(key, (grid, rows[0], given[0], done))
    if len(found) != 1:
        return None
    grid, row, given_column, done = next(iter(found.values()))
    spots = [Spot(grid, row, given_column), Spot(grid, row, done)]
    if any(spot.number is None for spot in spots):
        return None
    page = Page()
    for spot in spots:
        add_cell(page, spot, labels[grid.document.id])
    names = (tidy(given_column.said), tidy(done.said))
    add_difference(page, spots[0], spots[1], names=names)
    return Composed(page)


def _is_of_money(column: Column) -> bool:
    words = set(plain_phrase(column.told))
    return any(set(plain_phrase(one)) <= words for one in load("asking_tables")["of_money"])


def _place(pair: _Pair) -> tuple[int, frozenset[str]]:
    return pair[0].number, frozenset((pair[1].title, pair[2].title))


def _pairs(grid: Grid, question: Asked) -> list[_Pair]:
    """The row and the two columns that hold every word of the question, with how much they hold."""
    sight = sight_of(grid, question)
    if sight is None:
        return []
    numeric = [column for column in grid.values if column.numeric]
    found: list[_Pair] = []
    for rows, named, used in _rows_meant(sight):
        rest = question.content - sight.above - used
        if len(rows) != 1:
            continue
        held = 0.1 * len(used & question.content) + named
        for later, earlier in year_pairs(question, numeric) if question.says("compares") else ():
            if not rest - titled(question, later) - titled(question, earlier):
                told = titled(question, later) & question.content
                found.append((rows[0], earlier, later, held + 0.1 * len(told)))
        found += [  # a total beside its parts is no term of a sum
            (rows[0], one, other, held + weight - 0.01 * (bool(one.years) + bool(other.years)))
            for one, other, weight in _named_apart(
                sight,
                [
                    one
                    for one in sight.by_time or sight.columns
                    if one.numeric and not (one.whole and question.says("wholes"))
                ],
                rest,
            )
        ]
    return found


def _rows_meant(sight: Sight) -> list[tuple[tuple[Row, ...], bool, frozenset[int]]]:
    """The rows that the question names, else the one row of totals."""
    named = [one for one in row_choices(sight) if one[1]]
    if named:
        return named
    whole = tuple(row for row in sight.grid.rows if row.whole)
    return [(whole, False, frozenset())] if len(whole) == 1 else []


def _named_apart(
    sight: Sight, columns: Sequence[Column], rest: frozenset[int]
) -> list[tuple[Column, Column, float]]:
    """Two columns that the question names in different places, and that hold what is left."""
    asked = sight.asked
    held: list[tuple[Column, frozenset[int], frozenset[int]]] = []
    for column in columns:
        last = column.told.rpartition(" / ")[2]
        phrase = asked.phrase_at(last) or frozenset().union(
            *(asked.phrase_at(piece) for piece in last.split(",") if len(piece.split()) > 1)
        )
        own = phrase or (
            asked.found(last) & rest if _mostly_said(asked, last) else frozenset[int]()
        )
        if own:
            held.append((column, own, titled(asked, column)))
    found = []
    for place, (one, mine, told) in enumerate(held):
        for other, theirs, others in held[place + 1 :]:
            if mine <= theirs or theirs <= mine or rest - told - others:
                continue
            pair = (one, other) if min(mine) < min(theirs) else (other, one)
            found.append((*pair, 0.1 * len((mine | theirs) & asked.content)))
    return found


def _mostly_said(asked: Asked, title: str) -> bool:
    words = asked.telling(title)
    said = {asked.plain[place] for place in asked.found(title)} & words
    return len(words) > 1 and 2 * len(said) > len(words)
