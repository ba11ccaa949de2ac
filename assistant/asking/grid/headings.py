"""The headings above the rows of a table that tell them apart, by section and by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.asking.grid.shape import Row
from assistant.asking.words import plain_phrase


def with_headings(rows: Sequence[Row], numbers: Mapping[int, str]) -> tuple[Row, ...]:
    """The rows with the headings that not all of them share, by section and by number.

    Rows of one name are shown with the heading that tells them apart.
    """
    plain = [row for row in rows if not row.whole]
    shared = set(plain[0].above).intersection(*(row.above for row in plain)) if plain else set()
    parents = {
        number: row.name for row in rows if row.group and (number := numbers.get(row.number, ""))
    }
    headed: list[Row] = []
    for row in rows:
        own = [title for title in row.above if title not in shared and title != row.name]
        number = numbers.get(row.number, "")
        while "." in number:
            number = number.rpartition(".")[0]
            if number in parents:
                own.append(parents[number])
                break
        headed.append(replace(row, headings=() if row.whole else tuple(dict.fromkeys(own))))
    names = Counter(" ".join(plain_phrase(row.name)) for row in headed)
    return tuple(
        replace(row, shown=f"{row.headings[-1]} › {row.name}")
        if names[" ".join(plain_phrase(row.name))] > 1 and row.headings
        else row
        for row in headed
    )
