"""Figures inside cells of words ("5.600 hồ sơ được số hóa"), asked for by "bao nhiêu"."""

from __future__ import annotations

from assistant.asking.grid.shape import Column, Row, is_measure
from assistant.asking.grid.sight import Sight
from assistant.asking.words import contains, plain_phrase
from ingest.text.numbers import parse_number
from ingest.vocabulary import load


def counted_in_words(sight: Sight, row: Row) -> tuple[Column, ...]:
    """The one column of words in which the row gives a number of what is asked for."""
    asked = sight.asked
    counted = [
        plain
        for phrase in load("asking_tables")["counts"]
        if (inside := tuple(asked.at(phrase)))
        and (plain := asked.plain[inside[-1] + 1 : inside[-1] + 3])
    ]
    measure = [plain_phrase(cell.text) for title, cell in row.cells.items() if is_measure(title)]
    if any(said and said == one[: len(said)] for said in measure for one in counted):
        return tuple(one for one in sight.columns if one.numeric and _is_quantity(one))
    found = [
        column
        for column in sight.columns
        if not column.marks
        and column.title in row.cells
        and any(_counts(row.cells[column.title].text, one) for one in counted)
    ]
    return tuple(found) if len(found) == 1 else ()


def _is_quantity(column: Column) -> bool:
    words = [plain_phrase(word) for word in load("asking_tables")["quantities"]]
    return any(contains(plain_phrase(column.told), word) >= 0 for word in words)


def _counts(text: str, unit: tuple[str, ...]) -> bool:
    """Whether a number stands right before the unit."""
    words = plain_phrase(text)
    start = contains(words, unit)
    return start > 0 and parse_number(words[start - 1]) is not None
