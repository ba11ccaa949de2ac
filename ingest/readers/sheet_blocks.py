"""Cuts the rows of one sheet into title lines and tables. Pure: rows in, spans of rows out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.model import Cell

Row = tuple[Cell, ...]

_LABEL = re.compile(r"^(?:\d+(?:[.,]\d+)*|[IVXLC]+|[A-Za-zĐđ])[.)]?$")
_FIGURE = re.compile(r"^[+-]?[\d.,/]+\s*%?$")
_WIDE = 4


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of the sheet, by index: the rows of one table, or lines of running text."""

    rows: tuple[int, ...]
    is_table: bool


def cut(rows: list[Row]) -> list[Part]:
    """Parts in order. Blank rows belong to no part; every other row belongs to exactly one.

    A blank row ends a table only if what follows begins with a row that looks like a header;
    lonely texts above a table are running text, lonely texts within it are its section rows.
    """
    parts: list[Part] = []
    waiting: list[int] = []
    for run in _runs(rows):
        lead, body = _split_lead(rows, run)
        previous = parts[-1] if parts and parts[-1].is_table else None
        if not body or (previous and all(_is_closing(rows[index]) for index in run)):
            # Decided by what follows: section rows and loose rows, or texts around a table.
            waiting.extend(run)
        elif previous and not _is_header(rows, body):
            parts[-1] = Part(rows=(*previous.rows, *waiting, *run), is_table=True)
            waiting = []
        else:
            parts.extend(Part(rows=(index,), is_table=False) for index in (*waiting, *lead))
            parts.append(Part(rows=tuple(body), is_table=len(body) > 1 or previous is None))
            waiting = []
    parts.extend(Part(rows=(index,), is_table=False) for index in waiting)
    return parts


def texts(row: Row) -> list[str]:
    """The non-empty texts of a row."""
    return [cell.text for cell in row if cell.text and cell.text.strip()]


def _runs(rows: list[Row]) -> list[list[int]]:
    """Indices of rows between blank rows; a row that a merge from above covers is not blank."""
    runs: list[list[int]] = [[]]
    for index, row in enumerate(rows):
        if texts(row) or (runs[-1] and any(cell.origin for cell in row)):
            runs[-1].append(index)
        else:
            runs.append([])
    return [run for run in runs if run]


def _split_lead(rows: list[Row], run: list[int]) -> tuple[list[int], list[int]]:
    """Title lines at the top of a run, and the rest. No rest: the run is running text only."""
    widest = max(len(texts(rows[index])) for index in run)
    if widest < 2:
        return run, []
    most = 2 if widest >= _WIDE else 1
    start = 0
    while len(texts(rows[run[start]])) <= most and not _reaches_down(rows, run, start):
        start += 1
    return run[:start], run[start:]


def _reaches_down(rows: list[Row], run: list[int], start: int) -> bool:
    """Whether a cell of this row is merged into the next one, as header cells are."""
    here = run[start]
    if start + 1 >= len(run):
        return False
    return any(cell.origin is not None and cell.origin[0] == here for cell in rows[run[start + 1]])


def _is_closing(row: Row) -> bool:
    """Few words, no number, no figure: as the lines for signatures have them."""
    found = texts(row)
    plain = not any(_LABEL.match(text.strip()) or _FIGURE.match(text.strip()) for text in found)
    return plain and len(found) * 2 <= len(row)


def _is_header(rows: list[Row], body: list[int]) -> bool:
    """Words in most columns, no figures, no row number, and a data row of another kind below."""
    first = rows[body[0]]
    found = texts(first)
    filled = sum(1 for cell in first if cell.text or cell.origin)
    if filled * 2 < len(first) or _LABEL.match(found[0].strip()):
        return False
    if any(_FIGURE.match(text.strip()) for text in found):
        return False
    bold = all(cell.bold for cell in first if cell.text)
    numbered = any(
        _LABEL.match(text[0].strip()) for text in (texts(rows[index]) for index in body[1:]) if text
    )
    figured = any(_FIGURE.match(text.strip()) for index in body[1:] for text in texts(rows[index]))
    return bold or numbered or figured or _alternates(rows, body)


def _alternates(rows: list[Row], body: list[int]) -> bool:
    """Short words above long ones: a header over prose cells."""
    lengths = [
        max(len(text) for text in texts(rows[index])) for index in body if texts(rows[index])
    ]
    return any(upper * 3 < lower for upper, lower in list(pairwise(lengths))[:1])
