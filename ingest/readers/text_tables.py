"""What the readers of tables in a text file share: rows of cells, and where rows end."""

from __future__ import annotations

import re

Rows = list[list[str]]
Found = tuple[Rows, list[int], int]
"""Rows, the rows before which the file had blank lines, and the line after the table."""

NOT_IN_CELL = re.compile(
    r"^\s*(?:#{1,6}\s|\*{0,2}(?:PHỤ LỤC|Phụ lục|KẾ HOẠCH|BÁO CÁO|QUYẾT ĐỊNH|CHỈ THỊ|Nơi nhận)\b)"
)
"""A line that opens something new: it goes on with no cell."""


def next_filled(lines: list[str], index: int) -> int | None:
    """The next line from ``index`` that holds anything; ``None`` where none is near."""
    for position in range(index, min(index + 6, len(lines))):
        if lines[position].strip(" "):
            return position
    return None
