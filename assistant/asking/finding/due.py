"""When tasks are due, held against a window of days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from assistant.asking.query import Window
from assistant.asking.questions.periods import time_spans, timed
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Deadline, Period, Task

_DATED = frozenset({"period", "before", "month", "year", "offset"})
_QUARTER = "quy"
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_JOINTS = frozenset({"va", ",", ";", "&", "+"})
_SPAN = re.compile(r"\b(?:quy|thang) \d")
_STANDING = frozenset({"continuous", "recurring"})


def deadlines(task: Task) -> Iterator[Deadline]:
    """The deadlines of a task: one per deliverable, or its own."""
    own = [item.deadline for item in task.deliverables if item.deadline is not None]
    if own:
        yield from own
    elif task.deadline is not None:
        yield task.deadline


def is_of_year(task: Task, year: int, *, ends: bool) -> bool:
    """Whether work is done in a year; ``ends``: whether it ends then.

    A deadline that lists years ("2031, 2033") ends in each of them.
    """
    for deadline in deadlines(task):
        if deadline.kind in _STANDING and not ends:
            return True
        if deadline.to is None:
            continue
        last = int(deadline.to[:4])
        first = int(deadline.from_[:4]) if deadline.from_ else last
        listed = str(year) in deadline.text and "," in deadline.text
        if listed or year == last or (not ends and first <= year <= last):
            return True
    return False


def is_standing(task: Task) -> bool:
    """Whether the work goes on all the time or comes back regularly."""
    return any(deadline.kind in _STANDING for deadline in deadlines(task))


def falls_in(task: Task, window: Window, period: Period | None) -> bool:
    """Whether a dated deadline of ``task`` ends within ``window``, or is for what it names."""
    return bool(meant(task, window, period))


def meant(task: Task, window: Window, period: Period | None) -> list[Deadline]:
    """The deadlines of ``task`` that end within ``window``, or are for what it names."""
    if window.naming:
        standing = [deadline for deadline in deadlines(task) if deadline.kind in _STANDING]
        return _named(task, window) or standing
    return [
        deadline
        for deadline in deadlines(task)
        if deadline.kind in _DATED and _ends_within(deadline, placed(window, period, deadline))
    ]


def names(task: Task, window: Window) -> bool:
    """Whether a deadline of ``task`` is for the very report that the window names."""
    return bool(_named(task, window))


def _named(task: Task, window: Window) -> list[Deadline]:
    words = _numbered(window.text)
    pairs = [(item.product or "", item.deadline) for item in task.deliverables]
    pairs += [("", deadline) for deadline in deadlines(task)]
    found = [
        deadline
        for product, deadline in pairs
        if deadline is not None
        and contains(_numbered(f"{task.text} {product} {deadline.text}"), words) >= 0
    ]
    return list(dict.fromkeys(found))


def _numbered(text: str) -> Phrase:
    """The words of a text with the Roman numbers of quarters as figures."""
    words = plain_phrase(text)
    return tuple(
        _ROMAN.get(word, word) if place and words[place - 1] == _QUARTER else word
        for place, word in enumerate(words)
    )


def in_order(task: Task, window: Window | None, period: Period | None) -> list[Deadline]:
    """The deadlines of ``task``, those that are meant first."""
    first = meant(task, window, period) if window is not None else []
    return [*first, *(deadline for deadline in deadlines(task) if deadline not in first)]


def placed(window: Window, period: Period | None, deadline: Deadline) -> Window:
    """A floating window in the year of a document about one year, else in the deadline's own."""
    if not window.floating:
        return window
    if period is not None and period.from_ == period.to:
        return in_year(window, period.from_)
    return in_year(window, int(deadline.to[:4])) if deadline.to else window


def in_year(window: Window, year: int) -> Window:
    """A floating window in the days of one year."""
    return replace(
        window,
        start=_in_year(window.start, year),
        end=_in_year(window.end, year),
        floating=False,
    )


def of_named_span(tasks: Sequence[tuple[Task, Period | None]], window: Window) -> frozenset[int]:
    """The places of tasks due in the very quarter or month that a window names.

    Work of the whole year ends with its last quarter too, but is not meant by "hạn Quý IV" where
    other work is due just then. Empty where the window names none, or nothing is due just then.
    """
    if window.overdue or window.naming or not _SPAN.search(" ".join(_numbered(window.text))):
        return frozenset()
    return frozenset(
        place
        for place, (task, period) in enumerate(tasks)
        if any(
            deadline.from_ is None
            or (start := placed(window, period, deadline).start) is None
            or deadline.from_ >= start.isoformat()
            or _several(deadline)
            for deadline in meant(task, window, period)
        )
    )


def years_met(tasks: Iterable[tuple[Task, Period | None]], window: Window) -> tuple[Window, ...]:
    """A floating window in each of the years that the tasks' deadlines meet it in."""
    found = {
        placed(window, period, deadline)
        for task, period in tasks
        for deadline in meant(task, window, period)
    }
    return tuple(sorted(found, key=lambda one: str(one.end or one.start)))


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
    ends = _several(deadline) or [date.fromisoformat(deadline.to)]
    if window.overdue:
        ends = ends[-1:]
    return any(
        (window.start is None or end >= window.start) and (window.end is None or end <= window.end)
        for end in ends
    )


def _several(deadline: Deadline) -> list[date]:
    """The last day of each quarter or month that a deadline lists ("Quý II và Quý IV/2025")."""
    folded = timed(deadline.text)
    year = int((deadline.to or "0")[:4])
    spans = [span for span in time_spans(folded, default_year=year) if span.window is not None]
    between = [folded[one.end : other.start].strip() for one, other in pairwise(spans)]
    if not between or any(joint not in _JOINTS for joint in between):
        return []
    return [span.window.end for span in spans if span.window is not None and span.window.end]
