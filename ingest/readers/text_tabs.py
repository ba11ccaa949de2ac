"""Tables whose cells a text file parts with tabs, a row a line, or over the lines of a cell."""

from __future__ import annotations

import re

from ingest.readers.text_tables import NOT_IN_CELL, Found, Rows, next_filled

# A section row saved without the empty cells after its title.
_SECTION_ROW = re.compile(r"\s*(?:[IVXLC]+|[A-ZĐ]|\d{1,2})[.)]?\t[^\t]*\w[^\t]*$")
# A line that opens with the number of a row in a cell of its own.
_ROW_OPENS = re.compile(r"\s*(?:[IVXLC]+|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)[.)]?\t")
_MOST_BREAKS = 12
_MOST_SECTIONS = 3
"""A section, its part and its subpart may stand one below the other."""


def tab_rows(lines: list[str], start: int) -> Found | None:
    """Rows of tab-separated cells from ``start``, over blank lines (page breaks)."""
    if lines[start].count("\t") < 2:
        return None
    rows: Rows = []
    breaks: list[int] = []
    index = start
    width = lines[start].count("\t") + 1
    while index < len(lines):
        line = lines[index]
        broken = _broken_row(lines, index, width=width)
        if broken is not None:
            row, index = broken
            rows.append(row)
        elif not line.strip(" "):
            follow = next_filled(lines, index)
            if follow is None or lines[follow].count("\t") + 1 != width:
                break
            breaks.append(len(rows))
            index = follow
        elif line.count("\t") + 1 == width:
            rows.append(line.split("\t"))
            index += 1
        elif "\t" in line and line.count("\t") >= 2:
            width = max(width, line.count("\t") + 1)
            rows.append(line.split("\t"))
            index += 1
        elif _SECTION_ROW.match(line) and _rows_follow(lines, index + 1):
            rows.append(line.split("\t"))
            index += 1
        elif "\t" not in line and rows and not NOT_IN_CELL.match(line):
            rows[-1][-1] += "\n" + line
            index += 1
        else:
            break
    return rows, breaks, index


def _broken_row(lines: list[str], start: int, *, width: int) -> tuple[list[str], int] | None:
    """A row whose cells hold line breaks, and the line after it.

    Together its lines have exactly the tabs of a row; no line among them could be a row itself.
    """
    tabs = width - 1
    first = lines[start].count("\t")
    if tabs < 2 or not 1 <= first < tabs or lines[start].startswith("\t\t"):
        return None
    total = first
    for index in range(start + 1, min(start + _MOST_BREAKS, len(lines))):
        line = lines[index]
        count = line.count("\t")
        if not line.strip() or count >= tabs or line.startswith("\t") or NOT_IN_CELL.match(line):
            return None
        if _ROW_OPENS.match(line):
            return None
        total += count
        if total > tabs:
            return None
        if total == tabs:
            cells = "\n".join(lines[start : index + 1]).split("\t")
            return cells, index + 1
    return None


def _rows_follow(lines: list[str], index: int) -> bool:
    """Whether a row of several cells follows, or another section row and then such a row."""
    for _ in range(_MOST_SECTIONS):
        follow = next_filled(lines, index)
        if follow is None:
            return False
        if lines[follow].count("\t") >= 2:
            return True
        if not _SECTION_ROW.match(lines[follow]):
            return False
        index = follow + 1
    return False
