"""Which years and parts of a year a table, its rows and its columns are for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.questions.periods import Part, parts_in

_NAMED_YEAR = re.compile(r"(?<![\d/.:-])(?:19|20)\d\d(?![\d/])")
_CAPTION = re.compile(
    r"\W*(?:bảng|biểu|mẫu|phụ lục|thống kê|tổng hợp|số liệu|kết quả|tình hình|danh sách|danh mục"
    r"|báo cáo|kế hoạch|chỉ tiêu|năm|quý|tháng|giai đoạn|\d+ tháng)\b(?! số\b)",
    re.IGNORECASE,
)
"""What stands above a table rather than in its cells: only such a text says for when it is."""


def is_caption(text: str) -> bool:
    """Whether a text above a table says what the table is, rather than heading a section."""
    return bool(_CAPTION.match(text))


def years_of(grid: Grid, told: str) -> set[int]:
    """The years that a table is for: its document's, and those that stand above it."""
    document = grid.document
    cells = {text for text in grid.about if not is_caption(text)}
    above = [text for text in told.split(" · ") if text not in cells]
    years = {int(year) for text in above for year in _NAMED_YEAR.findall(text)}
    if document.period is not None:
        years.update(range(document.period.from_, document.period.to + 1))
    elif document.date:
        years.add(int(document.date[:4]))
    return years


def parts_above(grid: Grid) -> set[Part]:
    """The months or quarters that the table is for: its caption's, else its document's."""
    own = {part for text in grid.about for part in parts_in(text)}
    return own or set(parts_in(grid.document.title or ""))


def rows_of(rows: Sequence[Row], parts: Sequence[tuple[int, int]]) -> tuple[Row, ...]:
    """The rows of the months or quarters asked for, or of the parts that make them up."""
    chosen: list[Row] = []
    for first, last in parts:
        exact = [row for row in rows if (first, last) in row.parts]
        inside = [
            row for row in rows if any(first <= start and end <= last for start, end in row.parts)
        ]
        months = sum(end - start + 1 for row in inside for start, end in row.parts)
        found = exact or (inside if months == last - first + 1 else [])
        if not found:
            return ()
        chosen += found
    return tuple(_distinct(chosen))


def columns_of(columns: Sequence[Column], parts: Sequence[Part]) -> tuple[Column, ...]:
    """The columns of the months or quarters asked for, or of the parts that make them up."""
    chosen: list[Column] = []
    for first, last in parts:
        exact = [one for one in columns if (first, last) in one.parts]
        inside = [
            one
            for one in columns
            if any(first <= start and end <= last for start, end in one.parts)
        ]
        months = sum(end - start + 1 for one in inside for start, end in one.parts)
        chosen += exact or (inside if months == last - first + 1 else [])
    return tuple(dict.fromkeys(chosen))


def _distinct(rows: Iterable[Row]) -> list[Row]:
    seen: dict[int, Row] = {}
    for row in rows:
        seen.setdefault(row.number, row)
    return list(seen.values())
