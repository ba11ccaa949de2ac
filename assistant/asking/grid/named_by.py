"""By which column the rows of a table are named, and which of its rows are mere headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assistant.asking.grid.shape import Cell, is_numbering
from assistant.asking.grid.time_cells import is_time
from ingest.extraction.value_columns import is_code
from ingest.text.numbers import parse_number

Cells = Mapping[int, Mapping[str, Cell]]

_DISTINCT = 0.7
_MOSTLY = 0.75


def naming_column(names: Counter[str], titles: Sequence[str], cells: Cells) -> str | None:
    """The column that names the rows: what the records say, else the first of distinct texts.

    Days and months name no row where another column tells the rows apart ("Sáng 14/4 – Sở Y tế").
    ``names`` counts the columns by which records call their rows, ``titles`` are in stored order.
    """
    headings = heading_rows(cells)
    full = {row: held for row, held in cells.items() if row not in headings}
    if not names:
        return _first_distinct(titles, full)
    naming = _telling(names.most_common(1)[0][0], titles, full)
    held = [row[naming].text for row in full.values() if naming in row]
    if sum(map(is_time, held)) < _MOSTLY * len(held):
        return naming
    return _first_distinct(titles, full) or naming


def heading_rows(cells: Cells) -> dict[int, str]:
    """The rows of one text beside their number, where most have more: they head those below."""
    alone: dict[int, str] = {}
    labels = frozenset(filter(is_numbering, set().union(*cells.values())))
    for row, held in cells.items():
        texts = [cell.text.strip() for title, cell in held.items() if title not in labels]
        if len(set(texts)) == 1 and parse_number(texts[0]) is None:
            alone[row] = texts[0]
    return alone if 2 * len(alone) < len(cells) else {}


def _telling(naming: str, titles: Sequence[str], cells: Cells) -> str:
    """``naming``, or a column before it that tells the rows apart where it repeats itself."""
    held = [row[naming].text for row in cells.values() if naming in row]
    if len(set(held)) == len(held) or naming not in titles:
        return naming
    for title in titles[: titles.index(naming)]:
        texts = [row[title].text for row in cells.values() if title in row]
        words = [text for text in texts if parse_number(text) is None]
        if len(words) == len(set(words)) == len(cells) and not is_numbering(title):
            return title
    return naming


def _first_distinct(titles: Iterable[str], cells: Cells) -> str | None:
    """The first column in which every row has a text, mostly one of its own."""
    for title in titles:
        if is_numbering(title) or is_code(title):
            continue
        texts = [row[title].text for row in cells.values() if title in row]
        words = [text for text in texts if parse_number(text) is None and not is_time(text)]
        if len(words) == len(cells) and len(set(words)) >= _DISTINCT * len(words):
            return title
    return None
