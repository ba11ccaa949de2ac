"""Rows chosen by days that stand in a column of times: on a day, before it, from it on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import Condition, titled
from assistant.asking.grid.months import best_time_column, quarter_or_month_end
from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.labels import tidy
from assistant.asking.query import Window
from assistant.asking.questions.periods import time_spans, timed
from ingest.vocabulary import load

_ANY_YEAR = 2001


@dataclass(frozen=True, slots=True)
class _Span:
    """First and last day of a time; ``floating`` where it names no year."""

    first: date
    last: date
    floating: bool


def days_kept(asked: Asked, columns: Sequence[Column], rows: Sequence[Row]) -> list[Condition]:
    """Rows whose time lies within the days that the question names."""
    column = best_time_column(asked, columns, rows)
    if column is None or len(asked.days) != 1:
        return []
    window = _begun(asked, column, asked.days[0])
    said = texts.GRID_LIMIT.format(column=tidy(column.said), value=window.text)
    return [Condition("time", (column,), said, titled(asked, column), _within(window, column))]


def unexplained(asked: Asked, grid: Grid) -> bool:
    """Whether the question names a day that neither the document nor its captions bear."""
    told = {span for text in grid.about for span in _spans(text)}
    issued = grid.document.date
    days = {date.fromisoformat(issued)} if issued else set()
    days |= {span.first for span in told}
    return any(
        window.start is None or window.start != window.end or window.start not in days
        for window in asked.days
    )


def _begun(asked: Asked, column: Column, window: Window) -> Window:
    """The time itself where "từ" belongs to the verb ("bắt đầu từ tháng 4")."""
    if window.start is None or window.end is not None or not asked.says("starts"):
        return window
    starts = load("asking_tables")["starts"]
    if not any(word in tidy(column.said).casefold() for word in starts):
        return window
    return replace(window, end=quarter_or_month_end(window))


def _within(window: Window, column: Column) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        cell = row.cells.get(column.title)
        spans = _spans(cell.text) if cell is not None else ()
        if not spans:
            return False
        whole = _Span(
            min(span.first for span in spans),
            max(span.last for span in spans),
            any(span.floating for span in spans),
        )
        return _meets(whole, window)

    return holds


def _meets(own: _Span, window: Window) -> bool:
    start, end = window.start, window.end
    first: date | None = own.first
    last: date | None = own.last
    if own.floating or window.floating:
        start, end, first, last = (_bare(day) for day in (start, end, first, last))
    if first is None or last is None:
        return False
    if start is not None and end is not None:
        return first <= end and start <= last
    if end is not None:
        return last <= end
    return start is not None and first >= start


def _bare(day: date | None) -> date | None:
    return day.replace(year=_ANY_YEAR, day=min(day.day, 28)) if day is not None else None


@lru_cache(maxsize=4096)
def _spans(text: str) -> tuple[_Span, ...]:
    found = []
    for span in time_spans(timed(text), default_year=_ANY_YEAR) if text else ():
        window = span.window
        if window is None:
            continue
        first, last = window.start or window.end, window.end or window.start
        if first is not None and last is not None:
            found.append(_Span(first, last, window.floating))
    return tuple(found)
