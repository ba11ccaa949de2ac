"""Groups of a table's rows: the headings above them, and which of these a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking.grid.asked import Asked
from assistant.asking.grid.shape import Grid, Row
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.vocabulary import load

_FEWEST_WORDS = 2
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """The groups that a question names, with the places of the words that name them."""

    rows: tuple[Row, ...]
    places: frozenset[int]
    headings: tuple[str, ...]


def groups_named(grid: Grid, asked: Asked) -> Named | None:
    """The rows below the headings that the question names; ``None`` where it names none."""
    headings = tuple(dict.fromkeys(title for row in grid.rows for title in row.headings))
    if not headings or asked.ungrouped:
        return None
    names = [places for row in grid.rows if (places := asked.phrase_at(row.name))]
    found: dict[str, frozenset[int]] = {}
    for title in headings:
        places = asked.phrase_at(title) or asked.phrase_at(_IN_BRACKETS.sub("", title))
        if places and not any(places < other for other in names):
            found[title] = places
    if not found:
        found = _introduced(headings, asked)
    found = {
        title: places
        for title, places in found.items()
        if not any(places < other for other in found.values())
    }
    if not found:
        return None
    most = max(len({*row.headings, row.name} & found.keys()) for row in grid.rows)
    rows = tuple(row for row in grid.rows if len({*row.headings, row.name} & found.keys()) == most)
    places = frozenset[int]().union(*found.values())
    return Named(rows, places, tuple(found))


def _introduced(headings: Sequence[str], asked: Asked) -> dict[str, frozenset[int]]:
    """The one heading that holds the words behind "nhóm", "mục" or "phần"."""
    best: tuple[int, list[str], frozenset[int]] = (0, [], frozenset())
    for word in load("asking_tables")["group_words"]:
        inside = tuple(asked.at(word))
        if not inside:
            continue
        start = inside[-1] + 1
        for title in headings:
            size = _opening(asked.plain[start:], plain_phrase(title))
            places = frozenset((*inside, *range(start, start + size)))
            if size > best[0]:
                best = (size, [title], places)
            elif size and size == best[0]:
                best[1].append(title)
    size, titles, places = best
    return {titles[0]: places} if size >= _FEWEST_WORDS and len(titles) == 1 else {}


def _opening(said: Phrase, heading: Phrase) -> int:
    """How many of the words ahead stand in a heading one behind another."""
    return max(
        (size for size in range(1, len(said) + 1) if contains(heading, said[:size]) >= 0),
        default=0,
    )
