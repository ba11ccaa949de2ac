"""Rows chosen by the months that stand in a column of times."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import Condition, titled
from assistant.asking.grid.shape import Column, Row
from assistant.asking.labels import tidy
from assistant.asking.query import Window
from assistant.asking.questions.periods import Part, parts_in, time_spans, timed
from ingest.text.normal import fold

_SHORT_TIME = 6
_ANY_YEAR = 2001
_MOSTLY = 0.6


def timed_rows(asked: Asked, columns: Sequence[Column], rows: Sequence[Row]) -> list[Condition]:
    """Rows whose time lies in the months asked for; of several columns of times the one named."""
    column = best_time_column(asked, columns, rows)
    if column is None:
        return []
    shown = "; ".join(
        texts.GRID_MONTHS.format(first=a, last=b) if a != b else texts.GRID_MONTH.format(month=a)
        for a, b in asked.parts
    )

    def holds(row: Row) -> bool:
        cell = row.cells.get(column.title)
        return cell is not None and any(
            _meets(own, wanted) for own in months_in(cell.text) for wanted in asked.parts
        )

    said = texts.GRID_LIMIT.format(column=tidy(column.said), value=shown)
    return [Condition("time", (column,), said, titled(asked, column), holds)]


def best_time_column(asked: Asked, columns: Sequence[Column], rows: Sequence[Row]) -> Column | None:
    """The column of times, of several the one that the question names best."""
    times = [column for column in columns if tells_times(column, rows)]
    return max(times, key=lambda one: len(titled(asked, one)), default=None)


def quarter_or_month_end(window: Window) -> date | None:
    """The last day of the quarter or month that a window begins with, else its first day."""
    start = window.start
    words = fold(window.text).split()
    if start is None or start.day != 1 or not {"quy", "thang"} & set(words):
        return start
    month = start.month + 2 if "quy" in words else start.month
    return date(start.year, month, monthrange(start.year, month)[1])


def tells_times(column: Column, rows: Sequence[Row]) -> bool:
    """Whether most cells of a column name times."""
    filled = [row.cells[column.title].text for row in rows if column.title in row.cells]
    told = sum(bool(months_in(text)) for text in filled)
    return len(filled) > 1 and told >= _MOSTLY * len(filled)


@lru_cache(maxsize=4096)
def months_in(text: str) -> frozenset[Part]:
    """The months that a cell names, by whole months or quarters or by days."""
    found: set[Part] = set(parts_in(text))
    for span in time_spans(timed(text), default_year=_ANY_YEAR) if text else ():
        window = span.window
        if window is not None and (day := window.end or window.start) is not None:
            first = window.start or day
            found.add((first.month, day.month) if first.year == day.year else (1, day.month))
    return frozenset(found)


def _meets(own: Part, wanted: Part) -> bool:
    """Whether a time lies within that asked for, or is no longer than half a year and meets it."""
    if wanted[0] <= own[0] and own[1] <= wanted[1]:
        return True
    return own[1] - own[0] < _SHORT_TIME and own[0] <= wanted[1] and wanted[0] <= own[1]
