"""What a question says that the rows it means must hold: a value, a bound, a time, nothing at all.

Every condition tells which words of the question it accounts for; a question is only answered from
a table where all its words are accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from assistant.asking import texts
from assistant.asking.grid.against import against
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import Condition, may_play, titled
from assistant.asking.grid.days import days_kept
from assistant.asking.grid.lacking import filled, lacking
from assistant.asking.grid.months import timed_rows
from assistant.asking.grid.shape import Column, Grid, Row, figure_in, is_torn, openings, pieces
from assistant.asking.grid.ticks import beside_of, is_ticked
from assistant.asking.grid.wording import in_scale
from assistant.asking.grid.year_cells import years_kept
from assistant.asking.labels import tidy
from assistant.asking.query import Intent
from assistant.asking.words import contains, plain_phrase
from ingest.text.numbers import parse_number
from ingest.vocabulary import load

_NEAR = 3
_SEVERAL = 2
_SHORT_VALUE = 4
_LONGEST_LIST = 120
"""Characters up to which a cell may list values; what is longer is running text."""
_FIGURE = re.compile(r"(?<!\w)\d[\d.,]*%?(?!\w)")


def conditions_in(
    asked: Asked, columns: Sequence[Column], rows: Sequence[Row], *, grid: Grid, timely: bool
) -> list[Condition]:
    """The conditions that a question sets on the rows of a table; none where a bound fits nothing.

    ``timely`` says that the times it names already chose rows, columns or the table itself.
    """
    found = [*against(asked, columns)]
    if not found:
        found = [*lacking(asked, [one for one in columns if not one.marks])]
    if not found and asked.bound is None:
        found = [*filled(asked, columns)]
    taken = frozenset[int]().union(*(one.places for one in found))
    bounded = _bounded(asked, columns, rows, grid)
    if asked.bound is not None and not bounded:
        return []
    found += bounded
    found += years_kept(asked, columns, rows)
    found += [one for one in _values(asked, columns, rows) if not one.places <= taken]
    found += [one for one in _marked(asked, columns, grid.values) if not one.places & taken]
    if asked.parts and not timely:
        found += timed_rows(asked, columns, rows)
    elif asked.days:
        found += days_kept(asked, columns, rows)
    return found


def _values(asked: Asked, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Condition]:
    """Values of cells that stand in the question, the longest where they overlap."""
    vocabulary = load("asking_tables")
    marks = {word for name in ("yes", "no") for word in vocabulary[name]} - {"đạt"}
    found: dict[str, tuple[frozenset[int], dict[str, Column]]] = {}
    for column in columns:
        if column.numeric or column.marks or column.measure:
            continue
        texts_here = [row.cells[column.title].text for row in rows if column.title in row.cells]
        begun = openings(texts_here)
        for text in texts_here:
            for value in values_in(text):
                key = value.casefold()
                if value in begun:
                    continue  # what several notes begin with is no value of one row
                if key in found:
                    found[key][1].setdefault(column.title, column)
                    continue
                if key in marks or parse_number(value) is not None or is_torn(value):
                    continue
                places = asked.phrase_at(value)
                told = places - asked.taken - asked.any_row
                if len(text) > _LONGEST_LIST and not titled(asked, column) - places:
                    continue  # a clause of running text is no value
                if asked.query.intent is Intent.VALUE and not told & asked.content:
                    continue  # "trong năm 2023" says when, not which rows
                if len(places) <= _SHORT_VALUE // 2 and not _is_class(asked, column, places):
                    told &= asked.content  # few words that need not mean a cell
                if told and any(c.isalpha() for c in value):
                    found[key] = (places, {column.title: column})
    for key, (places, by_title) in found.items():
        if any(places < other for other, _ in found.values()):
            continue
        playing = [column for column in by_title.values() if may_play(asked, column, places)]
        if not playing:
            continue
        own = [column for column in playing if titled(asked, column) - places]
        meant = tuple(_not_asked_for(asked, own) or _leading(playing))
        said = frozenset[int]().union(*(titled(asked, column) for column in meant))
        value = next(
            piece
            for row in rows
            for column in meant
            if column.title in row.cells
            for piece in values_in(row.cells[column.title].text)
            if piece.casefold() == key
        )
        yield Condition(
            "value",
            meant,
            texts.GRID_LIMIT.format(
                column=", ".join(dict.fromkeys(tidy(one.said) for one in meant)), value=value
            ),
            places | said,
            _having(meant, key),
        )


def _is_class(asked: Asked, column: Column, places: frozenset[int]) -> bool:
    """Whether the word of the column's title stands before the value ("loại A", "hạng II")."""
    before = min(places, default=0) - 1
    return before >= 0 and asked.plain[before] in plain_phrase(column.said)


@lru_cache(maxsize=8192)
def values_in(text: str) -> tuple[str, ...]:
    """The values a cell holds; one that counts something also without the figure."""
    found = pieces(text)
    bare = " ".join(_FIGURE.sub(" ", text).split())
    short = len(plain_phrase(text)) <= _SHORT_VALUE
    return (*found, bare) if short and bare != text.strip() and len(bare) > 1 else found


def _leading(columns: list[Column]) -> list[Column]:
    """Where a unit stands in several columns, those that say who leads go before all others."""
    titles = [plain_phrase(title) for title in load("asking_tables")["columns"]["help"]["titles"]]
    rest = [
        column
        for column in columns
        if not any(set(title) <= set(plain_phrase(column.said)) for title in titles)
    ]
    return rest or columns


def _not_asked_for(asked: Asked, columns: list[Column]) -> list[Column]:
    """Of several columns that hold a unit, those beside the one whose units are asked for.

    "Ai phối hợp việc do X chủ trì": X stands among those who lead.
    """
    groups = load("asking_tables")["columns"]
    name = {Intent.COORDINATING: "help", Intent.LEAD: "lead"}.get(asked.query.intent)
    if name is None or len(columns) < _SEVERAL:
        return columns
    titles = [plain_phrase(title) for title in groups[name]["titles"]]
    rest = [
        column
        for column in columns
        if not any(contains(plain_phrase(column.said), title) >= 0 for title in titles)
    ]
    return rest or columns


def _having(columns: Sequence[Column], value: str) -> Callable[[Row], bool]:
    titles = [column.title for column in columns]

    def holds(row: Row) -> bool:
        return any(
            piece.casefold() == value
            for title in titles
            if title in row.cells
            for piece in values_in(row.cells[title].text)
        )

    return holds


def _bounded(
    asked: Asked, columns: Sequence[Column], rows: Sequence[Row], grid: Grid
) -> list[Condition]:
    """The figures within the bound that the question sets."""
    if asked.bound is None:
        return []
    numeric = [one for one in columns if one.numeric and may_bound(asked, one, rows)]
    best = _best_named(asked, numeric, naming=grid.naming)
    bound = in_scale(asked.bound, (best.title, *grid.about)) if best is not None else None
    if best is None or bound is None:
        return []
    shown = f"{bound.value:f}".replace(".", ",")
    said = texts.GRID_BOUND.format(column=tidy(best.said), sign=bound.direction, value=shown)

    def holds(row: Row) -> bool:
        cell = row.cells.get(best.title)
        number = figure_in(tidy(cell.text)) if cell is not None else None
        return number is not None and bound.holds(abs(number))

    return [Condition("bound", (best,), said, titled(asked, best) | asked.measured, holds)]


def may_bound(asked: Asked, column: Column, rows: Sequence[Row]) -> bool:
    """Whether a column may be held against the bound: a share only against shares."""
    if asked.bound is None or not _counts_the_same(asked, column, rows):
        return asked.bound is None
    if not asked.bound.share:
        return True
    titles = load("asking_tables")["share_titles"]
    if any(word in column.title.casefold() for word in titles):
        return True
    return any("%" in cell.text for row in rows if (cell := row.cells.get(column.title)))


def _counts_the_same(asked: Asked, column: Column, rows: Sequence[Row]) -> bool:
    """Whether cells that say what they count ("10 ngày") say what stands behind the bound.

    "Từ 03 chỉ tiêu trở lên" is no bound of days.
    """
    onward = {word for one in load("asking_tables")["onward"] for word in plain_phrase(one)}
    function = asked.corpus.lexicon.function.heads
    behind = {asked.plain[place] for place in asked.measured if place < len(asked.plain)}
    behind = {word for word in behind - onward if word not in function}
    told = [row.cells[column.title].text for row in rows if column.title in row.cells]
    counted = [{word for word in plain_phrase(text) if word.isalpha()} for text in told]
    named = {asked.plain[place] for place in asked.found(column.told)}
    if not behind or behind & named or not all(counted):
        return True
    return any(behind & words for words in counted)


def _best_named(asked: Asked, columns: Sequence[Column], *, naming: str) -> Column | None:
    """The column that the question names best; none where several are named alike.

    Words that only say what the rows are come last, the unit behind the figure before them.
    """
    rows = asked.found(naming)
    named: list[tuple[tuple[int, int, int, int], Column]] = []
    for one in columns:
        told = titled(asked, one)
        content = told & asked.content
        last = one.told.rpartition(" / ")[2]
        whole = len(asked.phrase_at(last))
        score = (len(content - rows), len(told & asked.measured), len(content), whole)
        if any(score):
            named.append((score, one))
    top = max((score for score, _ in named), default=(0, 0, 0, 0))
    best = [one for score, one in named if score == top]
    if len(best) > 1:
        best = [one for one in best if asked.phrase_at(one.told.rpartition(" / ")[2])]
    return best[0] if len(best) == 1 else None


def _marked(
    asked: Asked, columns: Sequence[Column], every: Sequence[Column]
) -> Iterator[Condition]:
    """Rows that are ticked in a column that the question names, or that are not."""
    vocabulary = load("asking_tables")
    denying = {plain_phrase(word)[0] for word in vocabulary["denying"]}
    named = [
        (column, last)
        for column in columns
        if column.marks and (last := asked.phrase_at(column.told.rpartition(" / ")[2]))
    ]
    end = len(asked.words) - 1  # "... không?" asks yes or no
    for column, last in named:
        before = range(max(0, min(last) - _NEAR), min(last))
        near = before if len(named) > 1 else range(end)
        denied = any(asked.plain[place] in denying for place in near)
        value = texts.GRID_NO if denied else texts.GRID_YES
        said = texts.GRID_LIMIT.format(column=tidy(column.said), value=value)
        others: list[Column] = []
        if not denied and asked.says("only"):
            others = beside_of(column, every)
            said = texts.GRID_ONLY.format(column=tidy(column.said))

        def holds(
            row: Row,
            *,
            column: Column = column,
            denied: bool = denied,
            others: Sequence[Column] = tuple(others),
        ) -> bool:
            alone = not any(is_ticked(row, one) for one in others)
            return alone and is_ticked(row, column) is not denied

        yield Condition("mark", (column,), said, titled(asked, column), holds)
