"""Years, periods and deadline windows in a question, reckoned from today's date."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from assistant.asking.query import Window
from ingest.model import Indicator, Period
from ingest.text.normal import match_key, strip_accents

_RANGE = re.compile(r"(?:\b(?:giai doan|nam) )?\b(20\d\d)\s*(?:-|den(?: nam)?|to)\s*(20\d\d)\b")
_DATE = re.compile(
    r"\b(\d{1,2})\s*(?:[/-]\s*(?=\d{1,2}\b)|\.(?=\d{1,2}\.20))"
    r"(\d{1,2})(?:\s*[/.-]\s*(20\d\d))?\b(?![/%])"
)
_LONG_DATE = re.compile(r"\bngay (\d{1,2}) thang (\d{1,2})(?: nam (20\d\d))?\b")
_MONTH = re.compile(r"\bthang (\d{1,2})(?:\s*(?:/|nam)\s*(20\d\d))?\b")
_SHORT_MONTH = re.compile(r"(?:^|\b)t\.?(\d{1,2})(?:\s*/\s*(20\d\d)\b|$)")
_QUARTER = re.compile(
    r"\b(?:qu[yi]|quarter|q)\s*(iv|iii|ii|i|[1-4])\b(?:\s*(?:/|-|nam|of)?\s*(20\d\d)\b)?"
)
_MONTHS = re.compile(
    r"\b(6|9|1[01]|[2-578](?= thang (?:dau|cuoi))) thang"
    r"(?: (dau|cuoi)(?: nam\b|(?= 20\d\d)|$))?(?:\s*(?:/|nam)?\s*(20\d\d)\b)?"
)
_SUMMED = re.compile(r"(?:^|luy ke|cong|tong|ky|trong|bao cao|ket qua)\s*$")
_YEAR = re.compile(r"(?:\bnam )?(?<![\d/.,])(?<!\d:)(?<!\d: )(20\d\d)(?![\d%.,]*\d)(?!/)")
_ANY_YEAR = 2001
_LOOKALIKE = re.compile(r"\b(?:tử|tư|tự|tứ|tú|tủ|sáu|sâu|sầu)\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_BEFORE = re.compile(r"(?:truoc|cham nhat|by|before)(?: la)?(?: ngay)?\s*$")
_AFTER = re.compile(r"(?:sau|tu|after|since)(?: ngay)?\s*$")


Part = tuple[int, int]
"""First and last month of a part of a year: ``(7, 9)`` is the third quarter."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the folded question and what it says about time."""

    start: int
    end: int
    years: tuple[int, ...] = ()
    period: Period | None = None
    window: Window | None = None


def quarter_window(text: str, *, year: int, quarter: int) -> Window:
    """The days of one quarter."""
    first = date(year, 3 * quarter - 2, 1)
    return Window(text, first, date(year, 3 * quarter, monthrange(year, 3 * quarter)[1]))


def month_window(text: str, *, year: int, month: int) -> Window:
    """The days of one month."""
    return Window(text, date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def named_window(name: str, text: str, *, today: date, soon_days: int) -> Window:
    """A window the vocabulary names (``this_quarter``, ``soon``, ``overdue`` ...)."""
    quarter = (today.month + 2) // 3
    if name in {"this_quarter", "next_quarter"}:
        offset = quarter - 1 + (name == "next_quarter")
        return quarter_window(text, year=today.year + offset // 4, quarter=offset % 4 + 1)
    if name in {"this_month", "next_month"}:
        offset = today.month - 1 + (name == "next_month")
        return month_window(text, year=today.year + offset // 12, month=offset % 12 + 1)
    if name in {"this_week", "next_week"}:
        monday = today - timedelta(days=today.weekday() - 7 * (name == "next_week"))
        return Window(text, monday, monday + timedelta(days=6))
    if name == "soon":
        return Window(text, today, today + timedelta(days=soon_days))
    return Window(text, None, today - timedelta(days=1), overdue=True)


def joined(first: Window, second: Window) -> Window:
    """One window of "từ 1/4" and "30/6/2023"; otherwise the first one."""
    if first.start is None or first.end is not None or second.end is None:
        return first
    start, floating = first.start, second.floating
    if first.floating and not second.floating:
        start = _safe_date(second.end.year, start.month, start.day) or start
    return Window(f"{first.text} – {second.text}", start, second.end, floating=floating)


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _bounded(folded: str, start: int, text: str, *, first: date, last: date) -> tuple[int, Window]:
    """A window around or up to the dates, and where its words begin."""
    ahead = folded[:start]
    if found := _BEFORE.search(ahead):
        return found.start(), Window(f"{folded[found.start() : start]}{text}", None, last)
    if found := _AFTER.search(ahead):
        return found.start(), Window(f"{folded[found.start() : start]}{text}", first, None)
    return start, Window(text, first, last)


def _date_spans(folded: str, default_year: int) -> list[Span]:
    spans: list[Span] = []
    for pattern in (_LONG_DATE, _DATE):
        for found in pattern.finditer(folded):
            if any(span.start <= found.start() < span.end for span in spans):
                continue
            day, month, year = found.groups()
            when = _safe_date(int(year or default_year), int(month), int(day))
            if when is None:
                continue
            start, window = _bounded(folded, found.start(), found.group(), first=when, last=when)
            years = (int(year),) if year else ()
            window = replace(window, floating=not year)
            spans.append(Span(start, found.end(), years, None, window))
    return spans


def _part_spans(folded: str, default_year: int) -> list[Span]:
    spans: list[Span] = []
    for found in _QUARTER.finditer(folded):
        label, year = found.groups()
        number = _QUARTERS.get(label) or int(label)
        whole = quarter_window(found.group(), year=int(year or default_year), quarter=number)
        spans.append(_part(folded, found, whole, year))
    for found in _MONTHS.finditer(folded):
        count, half, year = found.groups()
        if half is None and not _SUMMED.search(folded[: found.start()]) and not year:
            continue
        number = int(year or default_year)
        first, last = (13 - int(count), 12) if half == "cuoi" else (1, int(count))
        days = (date(number, first, 1), date(number, last, monthrange(number, last)[1]))
        spans.append(_part(folded, found, Window(found.group(), *days), year))
    for found in (*_MONTH.finditer(folded), *_SHORT_MONTH.finditer(folded)):
        month, year = found.groups()
        if 1 <= int(month) <= 12:
            whole = month_window(found.group(), year=int(year or default_year), month=int(month))
            spans.append(_part(folded, found, whole, year))
    return spans


def part_of(window: Window) -> Part | None:
    """The part of a year that a window is, if it is whole months of one year."""
    first, last = window.start, window.end
    if first is None or last is None or first.year != last.year or first.day != 1:
        return None
    whole = last.day == monthrange(last.year, last.month)[1]
    return (first.month, last.month) if whole else None


@lru_cache(maxsize=8192)
def parts_in(text: str) -> frozenset[Part]:
    """The parts of a year that a text names."""
    spans = time_spans(timed(text), default_year=_ANY_YEAR) if text else ()
    parts = (part_of(span.window) for span in spans if span.window is not None)
    return frozenset(part for part in parts if part is not None)


def parts_of(record: Indicator, heading: str | None) -> frozenset[Part]:
    """The parts of the year that an indicator's column, else its name, says it is for."""
    return parts_in(heading or "") or parts_in(
        " · ".join(filter(None, (record.name, record.subject, record.parent)))
    )


def _part(folded: str, found: re.Match[str], whole: Window, year: str | None) -> Span:
    first, last = whole.start or date.min, whole.end or date.max
    if _BEFORE.search(folded[: found.start()]):
        last = first - timedelta(days=1)
    start, window = _bounded(folded, found.start(), whole.text, first=first, last=last)
    window = replace(window, floating=not year)
    return Span(start, found.end(), (int(year),) if year else (), None, window)


def timed(text: str) -> str:
    """``text`` folded, without the words that only look like "từ" and "sau" once accents are gone.

    It keeps the offsets of :func:`ingest.text.normal.match_key`.
    """
    key = _LOOKALIKE.sub(lambda found: "_" * len(found.group()), match_key(text))
    return strip_accents(key)


def time_spans(folded: str, *, default_year: int) -> tuple[Span, ...]:
    """Every stretch of ``folded`` (accent-free, lower case) that speaks about time, in order.

    A quarter or month without a year is taken in ``default_year``.
    """
    spans = _date_spans(folded, default_year)
    for span in _part_spans(folded, default_year):
        if not any(other.start < span.end and span.start < other.end for other in spans):
            spans.append(span)
    for found in _RANGE.finditer(folded):
        first, last = int(found.group(1)), int(found.group(2))
        if first < last:
            spans.append(
                Span(*found.span(), (), Period.model_validate({"from": first, "to": last}))
            )
    for found in _YEAR.finditer(folded):
        if not any(span.start <= found.start() < span.end for span in spans):
            spans.append(Span(*found.span(), (int(found.group(1)),)))
    return tuple(sorted(spans, key=lambda span: span.start))
