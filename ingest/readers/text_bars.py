"""Tables whose cells a text file parts with bars, as web pages leave them when saved as text.

Met in the field: ``1 | Rà soát văn bản | Phòng A | Quý I |``, a row a line, no bar at its
beginning, no rule below the header; a cell that holds several lines goes on below. A letterhead
is such a table of two columns.
"""

from __future__ import annotations

import re

from ingest.readers.text_tables import Found, Rows

_ROW_END = re.compile(r"\|\s*$")
_CELL_END = re.compile(r"\s\|(?=\s|$)")
_LONGEST_ROW = 40
_LEAST_CELLS = 3
_LEAST_ROWS = 3


def bar_rows(lines: list[str], start: int) -> Found | None:
    """Rows from ``start``, and the index of the line after them; ``None`` where no table opens.

    A table has at least two rows, of at least three cells each, one of them as wide as the first.
    """
    if lines[start].lstrip().startswith("|") or not lines[start].strip():
        return None
    rows: Rows = []
    index = start
    while index < len(lines):
        end = _row_end(lines, index)
        if end is None:
            break
        rows.append(cells_of("\n".join(lines[index:end])))
        index = end
    width = len(rows[0]) if rows else 0
    if width < _LEAST_CELLS or sum(len(row) >= _LEAST_CELLS for row in rows) < 2:
        return None
    if all(len(row) != width for row in rows[1:]):
        return None
    return rows, [], index


def even_rows(lines: list[str], start: int) -> Found | None:
    """Lines from ``start`` that bars part into as many cells each; ``None`` where no table opens.

    Tables typed by hand: ``STT | Nhiệm vụ | Chủ trì`` or ``| STT | Nhiệm vụ | Chủ trì |`` with no
    rule below the header. At least three lines of at least three cells.
    """
    rows: Rows = []
    index = start
    while index < len(lines) and (cells := _parted(lines[index])):
        if rows and len(cells) != len(rows[0]):
            break
        rows.append(cells)
        index += 1
    return (rows, [], index) if len(rows) >= _LEAST_ROWS else None


def _parted(line: str) -> list[str]:
    """The cells of a line; none where bars part it into fewer than a table has."""
    inside = line.strip().removeprefix("|").removesuffix("|")
    cells = [cell.strip() for cell in inside.split("|")]
    return cells if len(cells) >= _LEAST_CELLS else []


def _row_end(lines: list[str], start: int) -> int | None:
    """Index after the line with which the row from ``start`` ends.

    The first line of a row holds its first cell whole: without a bar it is text of its own.
    """
    if not _CELL_END.search(lines[start]):
        return None
    for index in range(start, min(start + _LONGEST_ROW, len(lines))):
        if _ROW_END.search(lines[index]):
            inside = "\n".join(lines[start : index + 1])
            return index + 1 if len(_CELL_END.findall(inside)) >= 2 else None
    return None


def cells_of(line: str) -> list[str]:
    """The cells of a line that ends with a bar; the line itself where it does not."""
    if not _ROW_END.search(line):
        return [line]
    inside = _ROW_END.sub(" |", line).lstrip().removeprefix("|")
    return [cell.strip() for cell in _CELL_END.split(inside)[:-1]]
