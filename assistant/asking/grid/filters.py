"""Values of cells that stand in a question: the rows it means hold them."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.asking.grid.condition import may_play
from assistant.asking.grid.shape import Column, is_torn, openings, pieces
from assistant.asking.grid.sight import Sight
from ingest.text.numbers import parse_number
from ingest.vocabulary import load


@dataclass(frozen=True, slots=True)
class Filter:
    """A value that a column must hold."""

    column: Column
    value: str


def filters_in(sight: Sight) -> tuple[Filter, ...]:
    """The values of cells that stand in the question, the longest where they overlap."""
    titles = tuple(column.title for column in sight.columns)
    return sight.asked.once((sight.above, titles), sight.grid, lambda: _filters_in(sight))


def _filters_in(sight: Sight) -> tuple[Filter, ...]:
    asked = sight.asked
    vocabulary = load("asking_tables")
    marks = {word for name in ("yes", "no") for word in vocabulary[name]} - {"đạt"}
    found: dict[tuple[str, str], tuple[Filter, frozenset[int]]] = {}
    seen: set[tuple[str, str]] = set()
    columns = [one for one in sight.columns if not one.marks and not one.measure]
    begun = {
        column.title: openings(
            row.cells[column.title].text for row in sight.grid.rows if column.title in row.cells
        )
        for column in columns
    }
    for row in sight.grid.rows:
        for column in columns:
            text = row.cells[column.title].text if column.title in row.cells else ""
            if (column.title, text) in seen or not any(map(str.isalpha, text)):
                continue
            seen.add((column.title, text))
            for value in pieces(text):
                key = (column.title, value)
                if key in found or value.casefold() in marks or parse_number(value) is not None:
                    continue
                if is_torn(value) or value in begun[column.title]:
                    continue
                places = asked.phrase_at(value)
                if places and not may_play(asked, column, places):
                    continue
                if places and any(letter.isalpha() for letter in value):
                    found[key] = (Filter(column, value), places)
    kept = [
        (one, places)
        for one, places in found.values()
        if not any(places < other for _, other in found.values())
        and not all(place in asked.taken for place in places)
    ]
    kept = [one for one in kept if not (one[1] <= sight.above)] or kept
    return tuple(one for one, _ in kept)
