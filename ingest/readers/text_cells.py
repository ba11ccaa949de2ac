"""Tables saved one cell a line, each behind a tab: a Word table saved as text."""

from __future__ import annotations

import re
from collections import Counter

from ingest.readers.text_tables import NOT_IN_CELL, Found, Rows

_ROW_LABEL = re.compile(r"[IVX]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*[.)]?")
_SECTION_LABEL = re.compile(r"[IVX]{1,5}|[A-HĐ]")
_LEAST_RUN = 9


def cell_lines(lines: list[str], start: int) -> Found | None:
    """Rows written one cell a line with a leading tab, rows parted by blank lines."""
    if not _opens_cell(lines[start]):
        return None
    groups, ends = _cell_groups(lines, start)
    groups = [row for group in groups for row in _by_labels(group) or [group]]
    sizes = Counter(len(group) for group in groups)
    width = max(sizes, default=0)
    if width < 3:
        return None
    usual = max((size for size in sizes if size >= 3), key=lambda size: (sizes[size], size))
    first = next(i for i, group in enumerate(groups) if len(group) >= 3)
    if first > 0:  # a letterhead stands before the table: its lines are read as paragraphs
        return None
    rows: Rows = []
    for group in groups:
        if len(group) > usual and len(group) % usual == 0:
            rows.extend(group[i : i + usual] for i in range(0, len(group), usual))
        else:
            rows.append(group)
    return rows, [], ends[-1]


def _by_labels(cells: list[str]) -> Rows | None:
    """The rows of a run of cells without blank lines, told by the numbers that open them.

    The header has as many cells as stand before the first number; ``None`` where that fits not.
    """
    if len(cells) < _LEAST_RUN:
        return None
    width = next((i for i, cell in enumerate(cells) if _ROW_LABEL.fullmatch(cell.strip())), 0)
    if width < 3:
        return None
    rows = [cells[:width]]
    index = width
    while index < len(cells):
        label = cells[index].strip()
        if not _ROW_LABEL.fullmatch(label):
            return None
        below = cells[index + 2].strip() if index + 2 < len(cells) else ""
        titled = bool(_SECTION_LABEL.fullmatch(label) and _ROW_LABEL.fullmatch(below))
        rows.append(cells[index : index + (2 if titled else width)])
        index += 2 if titled else width
    return rows


def _opens_cell(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line[1:].rstrip("\t ")


def _cell_groups(lines: list[str], start: int) -> tuple[Rows, list[int]]:
    groups: Rows = []
    ends: list[int] = []
    group: list[str] = []
    widest = 0
    index = start
    while index < len(lines):
        line = lines[index]
        if _opens_cell(line):
            group.append(line[1:])
        elif not line.strip():
            if group:
                groups.append(group)
                widest = max(widest, len(group))
                ends.append(index)
                group = []
        elif group and not (
            NOT_IN_CELL.match(line) or (len(group) < 3 <= widest and line.strip().isupper())
        ):
            group[-1] += "\n" + line
        else:
            break
        index += 1
    if group:
        groups.append(group)
        ends.append(index)
    return groups, ends
