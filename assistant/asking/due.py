"""When tasks are due, held against a window of days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.asking.query import Window
from ingest.model import Deadline, Period, Task

_DATED = frozenset({"period", "before", "month", "year", "offset"})
_STANDING = frozenset({"continuous", "recurring"})


def deadlines(task: Task) -> Iterator[Deadline]:
    """The deadlines of a task: one per deliverable, or its own."""
    own = [item.deadline for item in task.deliverables if item.deadline is not None]
    if own:
        yield from own
    elif task.deadline is not None:
        yield task.deadline


def is_standing(task: Task) -> bool:
    """Whether the work goes on all the time or comes back regularly."""
    return any(deadline.kind in _STANDING for deadline in deadlines(task))


def falls_in(task: Task, window: Window, period: Period | None) -> bool:
    """Whether a dated deadline of ``task`` ends within ``window``."""
    moved = placed(window, period)
    return any(
        deadline.kind in _DATED and _ends_within(deadline, moved) for deadline in deadlines(task)
    )


def placed(window: Window, period: Period | None) -> Window:
    """A floating window, moved to the year of a document that is about one year."""
    if not window.floating or period is None or period.from_ != period.to:
        return window
    return replace(
        window,
        start=_in_year(window.start, period.from_),
        end=_in_year(window.end, period.from_),
        floating=False,
    )


def _in_year(day: date | None, year: int) -> date | None:
    if day is None:
        return None
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _ends_within(deadline: Deadline, window: Window) -> bool:
    if deadline.to is None:
        return False
    end = date.fromisoformat(deadline.to)
    if window.start is not None and end < window.start:
        return False
    return window.end is None or end <= window.end
