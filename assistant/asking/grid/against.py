"""Rows chosen by holding two columns of figures against each other: short of what was planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import Condition, titled
from assistant.asking.grid.shape import Column, Row, figure_in
from assistant.asking.labels import tidy
from assistant.asking.words import contains, plain_phrase
from ingest.vocabulary import load

Sign = Literal["<", ">", "="]
_ENOUGH = "du"
_FIGURES = (("bao",), ("may",), ("duoc",))
_OF_YEARS = frozenset({"nam", "th", "thuc", "hien", "kh", "uoc"})


def against(asked: Asked, columns: Sequence[Column]) -> Iterator[Condition]:
    """Rows whose figure in one column is below or above that in another."""
    vocabulary = load("asking_tables")
    if not asked.says("lists") and not asked.says("counts"):
        return
    if asked.bound is not None or asked.extreme is not None:
        return
    signs: tuple[tuple[str, Sign], ...] = (
        ("falls_short", "<"),
        ("goes_beyond", ">"),
        ("comes_up_to", "="),
    )
    for name, sign in signs:
        for phrase in vocabulary[name]:
            inside = tuple(asked.at(phrase))
            if not inside or (sign == "=" and _asks_figure(asked, inside[-1] + 1)):
                continue
            enough = plain_phrase(phrase)[-1] == _ENOUGH
            pair = None if enough else _held_against(asked, columns)
            if pair is None and (enough or sign != "="):
                pair = _present_and_planned(asked, columns)
            if pair is None:
                continue
            first, second = pair
            said = texts.GRID_BOUND.format(
                column=tidy(first.said), sign=sign, value=f"«{tidy(second.said)}»"
            )
            places = frozenset(inside) | titled(asked, first) | titled(asked, second)
            yield Condition("against", pair, said, places, _compared(first, second, sign))
            return


def _asks_figure(asked: Asked, place: int) -> bool:
    """Whether "bao nhiêu" stands there: "đạt bao nhiêu" compares nothing."""
    return asked.plain[place : place + 1] in _FIGURES


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
    sides = [[one for one in side if one.whole] or side for side in sides]
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
    whole: list[tuple[int, Column]] = []
    sides: list[tuple[int, Column]] = []
    for column in columns:
        last = asked.found(column.told.rpartition(" / ")[2]) & (asked.content | asked.weightless)
        if last:
            sides.append((min(last), column))
        if phrase := asked.phrase_at(column.told.rpartition(" / ")[2]):
            whole.append((min(phrase), column))
        elif last and asked.meant(column) and not asked.excludes(column.told):
            whole.append((min(asked.meant(column)), column))
    sides = whole if len(whole) == 2 else sides
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
    last = [pair for pair in pairs if asked.phrase_at(pair[0].told.rpartition(" / ")[2])]
    named = [pair for pair in last or pairs if titled(asked, pair[0]) & asked.content]
    return named or last or pairs


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


def _compared(first: Column, second: Column, sign: Sign) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        cells = [row.cells.get(column.title) for column in (first, second)]
        numbers = [figure_in(tidy(cell.text)) if cell is not None else None for cell in cells]
        one, other = numbers
        if one is None or other is None:
            return False
        if sign == "=":
            return one == other
        return one < other if sign == "<" else one > other

    return holds
