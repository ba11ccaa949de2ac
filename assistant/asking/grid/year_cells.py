"""Rows chosen by a year that stands in a column of years ("đưa vào sử dụng trước năm 2023")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import Condition, titled
from assistant.asking.grid.shape import Column, Row
from assistant.asking.labels import tidy
from ingest.text.normal import fold

_YEAR_CELL = re.compile(r"(?:năm\s+)?((?:19|20)\d\d)", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?P<sign>truoc|sau|tu)\s+(?:nam\s+)?(?P<year>(?:19|20)\d\d)(?![\d/-])"
    r"(?!\s*(?:den|-)\s*(?:nam\s+)?(?:19|20)\d\d)"
)
_SIGNS: dict[str, Literal["<", ">", ">="]] = {"truoc": "<", "sau": ">", "tu": ">="}
_MOSTLY = 0.75


@dataclass(frozen=True, slots=True)
class YearBound:
    """Before, after or from a year on."""

    sign: Literal["<", ">", ">="]
    year: int

    def holds(self, year: int) -> bool:
        """Whether a year is within it."""
        if self.sign == "<":
            return year < self.year
        return year > self.year if self.sign == ">" else year >= self.year


def year_bound_in(question: str) -> YearBound | None:
    """The bound that a question sets by a year."""
    found = _ASKED.search(fold(question))
    return YearBound(_SIGNS[found["sign"]], int(found["year"])) if found else None


def year_of(text: str) -> int | None:
    """The year that a cell is, if it is one."""
    found = _YEAR_CELL.fullmatch(text.strip())
    return int(found.group(1)) if found else None


def year_columns(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Column]:
    """The columns whose cells are years."""
    for column in columns:
        filled = [row.cells[column.title].text for row in rows if column.title in row.cells]
        told = sum(year_of(text) is not None for text in filled)
        if len(filled) > 1 and told >= _MOSTLY * len(filled):
            yield column


def years_kept(asked: Asked, columns: Sequence[Column], rows: Sequence[Row]) -> list[Condition]:
    """Rows whose year is within the bound that the question sets."""
    bound = year_bound_in(asked.query.standalone)
    own = [*year_columns(columns, rows)]
    if bound is None or len(own) != 1:
        return []
    column = own[0]
    said = texts.GRID_BOUND.format(column=tidy(column.said), sign=bound.sign, value=bound.year)

    def holds(row: Row) -> bool:
        cell = row.cells.get(column.title)
        year = year_of(cell.text) if cell is not None else None
        return year is not None and bound.holds(year)

    return [Condition("bound", (column,), said, titled(asked, column), holds)]
