"""What a question says that the rows it means must hold: a value, a bound, a time, nothing at all.

Every condition tells which words of the question it accounts for; a question is only answered from
a table where all its words are accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.asking import texts
from assistant.asking.grid.against import against
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import Condition, titled
from assistant.asking.grid.lacking import lacking
from assistant.asking.grid.months import timed_rows
from assistant.asking.grid.shape import Column, Row, figure_in, pieces
from assistant.asking.labels import tidy
from assistant.asking.query import Intent
from assistant.asking.words import contains, plain_phrase
from ingest.text.normal import match_key
from ingest.text.numbers import parse_number
from ingest.vocabulary import load

_NEAR = 3
_SEVERAL = 2
_SHORT_VALUE = 4
_FIGURE = re.compile(r"(?<!\w)\d[\d.,]*%?(?!\w)")


def conditions_in(
    asked: Asked, columns: Sequence[Column], rows: Sequence[Row], *, timely: bool
) -> list[Condition]:
    """The conditions that a question sets on the rows of a table.

    ``timely`` says that the times it names already chose rows, columns or the table itself.
    """
    found = [*against(asked, columns)]
    if not found:
        found = [*lacking(asked, [one for one in columns if not one.marks])]
    taken = frozenset[int]().union(*(one.places for one in found))
    found += _bounded(asked, columns)
    found += [one for one in _values(asked, columns, rows) if not one.places <= taken]
    found += [one for one in _marked(asked, columns) if not one.places & taken]
    if asked.parts and not timely:
        found += timed_rows(asked, columns, rows)
    return found


def _values(asked: Asked, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Condition]:
    """Values of cells that stand in the question, the longest where they overlap."""
    vocabulary = load("asking_tables")
    marks = {word for name in ("yes", "no") for word in vocabulary[name]} - {"đạt"}
    found: dict[str, tuple[frozenset[int], dict[str, Column]]] = {}
    for column in columns:
        if column.numeric or column.marks or _measures(column):
            continue
        for row in rows:
            if column.title not in row.cells:
                continue
            for value in values_in(row.cells[column.title].text):
                key = value.casefold()
                if key in found:
                    found[key][1].setdefault(column.title, column)
                    continue
                if key in marks or parse_number(value) is not None:
                    continue
                places = asked.phrase_at(value)
                told = places - asked.taken - asked.any_row
                if told and any(c.isalpha() for c in value):
                    found[key] = (places, {column.title: column})
    for key, (places, by_title) in found.items():
        if any(places < other for other, _ in found.values()):
            continue
        own = [column for column in by_title.values() if titled(asked, column) - places]
        meant = tuple(_not_asked_for(asked, own) or _leading([*by_title.values()]))
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


def _measures(column: Column) -> bool:
    """Whether a column says in what its row is counted: words that any question may hold."""
    title = match_key(column.title).rpartition("/")[2].strip()
    return title in load("columns")["unit"]


def values_in(text: str) -> list[str]:
    """The values a cell holds; one that counts something also without the figure."""
    found = pieces(text)
    bare = " ".join(_FIGURE.sub(" ", text).split())
    short = len(plain_phrase(text)) <= _SHORT_VALUE
    return [*found, bare] if short and bare != text.strip() and len(bare) > 1 else found


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


def _bounded(asked: Asked, columns: Sequence[Column]) -> list[Condition]:
    """The figures within the bound that the question sets."""
    bound = asked.bound
    if bound is None:
        return []
    best = _best_named(asked, [column for column in columns if column.numeric])
    if best is None:
        return []
    shown = f"{bound.value:f}".replace(".", ",")
    said = texts.GRID_BOUND.format(column=tidy(best.said), sign=bound.direction, value=shown)

    def holds(row: Row) -> bool:
        cell = row.cells.get(best.title)
        number = figure_in(tidy(cell.text)) if cell is not None else None
        return number is not None and bound.holds(abs(number))

    return [Condition("bound", (best,), said, titled(asked, best) | asked.measured, holds)]


def _best_named(asked: Asked, columns: Sequence[Column]) -> Column | None:
    """The column that the question names best; none where several are named alike."""
    named = [(len(titled(asked, one) & asked.content), one) for one in columns]
    named = [(score, one) for score, one in named if score]
    top = max((score for score, _ in named), default=0)
    best = [one for score, one in named if score == top]
    if len(best) > 1:
        best = [one for one in best if asked.phrase_at(one.told.rpartition(" / ")[2])]
    return best[0] if len(best) == 1 else None


def _marked(asked: Asked, columns: Sequence[Column]) -> Iterator[Condition]:
    """Rows that are ticked in a column that the question names, or that are not."""
    vocabulary = load("asking_tables")
    yes = {word.casefold() for word in vocabulary["yes"]}
    denying = {plain_phrase(word)[0] for word in vocabulary["denying"]}
    for column in columns:
        last = asked.phrase_at(column.told.rpartition(" / ")[2])
        if not column.marks or not last:
            continue
        before = range(max(0, min(last) - _NEAR), min(last))
        denied = any(asked.plain[place] in denying for place in before)
        value = texts.GRID_NO if denied else texts.GRID_YES
        said = texts.GRID_LIMIT.format(column=tidy(column.said), value=value)

        def holds(row: Row, *, title: str = column.title, denied: bool = denied) -> bool:
            cell = row.cells.get(title)
            return (cell is not None and cell.text.strip().casefold() in yes) is not denied

        yield Condition("mark", (column,), said, titled(asked, column), holds)
