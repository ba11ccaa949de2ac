"""Rows chosen by holding two columns of figures against each other: short of what was planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import Condition, titled
from assistant.asking.grid.shape import Column, Row, figure_in
from assistant.asking.labels import tidy
from assistant.asking.words import contains, plain_phrase
from ingest.vocabulary import load

_OF_YEARS = frozenset({"nam", "th", "thuc", "hien", "kh", "uoc"})


def against(asked: Asked, columns: Sequence[Column]) -> Iterator[Condition]:
    """Rows whose figure in one column is below or above that in another."""
    vocabulary = load("asking_tables")
    if not asked.says("lists") and not asked.says("counts"):
        return
    if asked.bound is not None or asked.extreme is not None:
        return
    for name, less in (("falls_short", True), ("goes_beyond", False)):
        for phrase in vocabulary[name]:
            inside = tuple(asked.at(phrase))
            if not inside:
                continue
            pair = _held_against(asked, columns) or _present_and_planned(asked, columns)
            if pair is None:
                continue
            first, second = pair
            sign = "<" if less else ">"
            said = texts.GRID_BOUND.format(
                column=tidy(first.said), sign=sign, value=f"«{tidy(second.said)}»"
            )
            places = frozenset(inside) | titled(asked, first) | titled(asked, second)
            yield Condition("against", pair, said, places, _compared(first, second, less=less))
            return


def _present_and_planned(asked: Asked, columns: Sequence[Column]) -> tuple[Column, Column] | None:
    """What there is and what was set, where a table has one column of each ("còn thiếu người")."""
    vocabulary = load("asking_tables")
    sides: list[list[Column]] = []
    for name in ("present_titles", "planned_titles"):
        titles = [plain_phrase(title) for title in vocabulary[name]]
        sides.append(
            [
                one
                for one in columns
                if one.numeric
                and any(contains(plain_phrase(one.told), title) >= 0 for title in titles)
            ]
        )
    present, planned = sides
    if len(present) != 1 or len(planned) != 1 or present[0] is planned[0]:
        return None
    said = titled(asked, present[0]) | titled(asked, planned[0])
    return (present[0], planned[0]) if said else None


def _held_against(asked: Asked, columns: Sequence[Column]) -> tuple[Column, Column] | None:
    """The two columns of figures that are held against each other, the one said first ahead."""
    numeric = [column for column in columns if column.numeric]
    years = set(asked.years)
    own = [one for one in numeric if one.years & years] if len(years) == 1 else []
    sides = _sides(asked, own) or _sides(asked, numeric)
    if sides is not None:
        return sides
    pairs = year_pairs(asked, numeric)
    return pairs[0] if len(pairs) == 1 else None


def _sides(asked: Asked, columns: Sequence[Column]) -> tuple[Column, Column] | None:
    """The two columns whose last titles stand in the question, the one said first ahead."""
    sides: list[tuple[int, Column]] = []
    for column in columns:
        last = asked.found(column.told.rpartition(" / ")[2]) & (asked.content | asked.weightless)
        if last:
            sides.append((min(last), column))
    sides.sort(key=lambda side: side[0])
    if len(sides) != 2 or sides[0][0] == sides[1][0]:
        return None
    return sides[0][1], sides[1][1]


def year_pairs(asked: Asked, columns: Sequence[Column]) -> list[tuple[Column, Column]]:
    """Columns of one title and two years, the later ahead: both years asked for, or the earlier.

    Where several are, those that the question names.
    """
    years = set(asked.years)
    if len(years) == 1 and not asked.says("set_beside"):
        return []
    dated = [one for one in columns if one.numeric and len(one.years) == 1]
    pairs = [
        (later, earlier)
        for later in dated
        for earlier in dated
        if min(later.years) > min(earlier.years)
        and _same_but_year(later, earlier)
        and (earlier.years <= years)
        and (later.years <= years or len(years) == 1)
    ]
    named = [pair for pair in pairs if titled(asked, pair[0]) & asked.content]
    return named or pairs


def _same_but_year(one: Column, other: Column) -> bool:
    strip = [
        tuple(
            word
            for word in plain_phrase(column.told)
            if not word.isdigit() and word not in _OF_YEARS
        )
        for column in (one, other)
    ]
    return strip[0] == strip[1]


def _compared(first: Column, second: Column, *, less: bool) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        cells = [row.cells.get(column.title) for column in (first, second)]
        numbers = [figure_in(tidy(cell.text)) if cell is not None else None for cell in cells]
        one, other = numbers
        if one is None or other is None:
            return False
        return one < other if less else one > other

    return holds
