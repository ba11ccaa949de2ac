"""Days named in a text: dates, months, quarters, years and ranges of them.

Works on match keys (lower case, plain dashes). A part of a range that names no year takes that of
the part behind it, then a year named later in the text, then the one handed in; without any, the
span has no days but still its kind.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from ingest.model import DeadlineKind
from ingest.text.numbering import roman_value


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends included; ``at`` is where its words begin.

    ``ranged`` where the text names both ends, so that words before it ("từ") are used up.
    """

    kind: DeadlineKind
    start: date | None
    end: date | None
    at: int
    ranged: bool = False


_DAY = r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?![\d/])"
_LINK = r"\s*(?:-|đến)\s*(?:hết\s+)?(?:ngày\s+)?"
_DAYS = re.compile(rf"(?<![\d/]){_DAY}{_LINK}{_DAY}")
_DATE = re.compile(rf"(?<![\d/]){_DAY}")
_LONG_DATE = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?")
_OF_YEAR = r"(?:\s*(?:/|-|,?\s*năm)\s*(?:năm\s*)?(\d{4}))?"
_NUMERAL = r"(iv|i{1,3}|[1-4])\b"
_QUARTER = re.compile(rf"quý\s+{_NUMERAL}{_OF_YEAR}")
_NEXT_QUARTER = re.compile(
    rf"\s*(?:-|đến|và|,)\s*(?:hết\s+)?(?:quý\s+)?{_NUMERAL}(?!\s*(?:tháng|[/.-]\s*\d)){_OF_YEAR}"
    rf"|\s*(?:-|đến|và|,)\s*(?:hết\s+)?(?:quý\s+)?{_NUMERAL}\s*/\s*(\d{{4}})"
)
_MONTH_NUMBER = r"(\d{1,2})(?![\d.])(?!\s*/\s*\d{1,2}(?!\d))"
_MONTH = re.compile(rf"tháng\s+{_MONTH_NUMBER}(?:\s*(?:/|,?\s*năm)\s*(\d{{4}}))?")
_NEXT_MONTH = re.compile(
    rf"\s*(?:-|đến|và|,)\s*(?:hết\s+)?(?:tháng\s+)?{_MONTH_NUMBER}"
    r"(?:\s*(?:/|,?\s*năm)\s*(\d{4}))?"
)
_YEARS = re.compile(
    r"(?<![\d/])((?:19|20)\d{2})\s*(?:-|đến(?:\s+năm)?)\s*((?:19|20)\d{2})(?![\d/])"
)
_YEAR_LIST = re.compile(r"(?<![\d/])((?:19|20)\d{2})(?:\s*(?:,|và)\s*(?:năm\s+)?(?:19|20)\d{2})+")
_YEAR = re.compile(r"(?<![\d/])((?:19|20)\d{2})(?![\d/])")
_PART_OF_YEAR = re.compile(r"(?<!\d)0?([369]) tháng (đầu |cuối )?năm(?:\s+(\d{4}))?")


def find_span(key: str, year: int | None) -> Span | None:
    """The first stretch of days that ``key`` names, the most exact form first."""
    for find in (_day_range, _part_of_year, _year_range, _day, _quarters, _months, _single_year):
        found = find(key, year)
        if found is not None:
            return found
    return None


def _day_of(year: int | None, month: str, day: str) -> date | None:
    if year is None or not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return None
    last = calendar.monthrange(year, int(month))[1]
    return date(year, int(month), min(int(day), last))


def _valid(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _later_year(key: str, at: int, year: int | None) -> int | None:
    found = _YEAR.search(key, at)
    return int(found.group(1)) if found else year


def _day_range(key: str, year: int | None) -> Span | None:
    found = _DAYS.search(key)
    if not found or not _valid(found.group(2), found.group(1)):
        return None
    if not _valid(found.group(5), found.group(4)):
        return None
    last_year = int(found.group(6)) if found.group(6) else year
    first_year = int(found.group(3)) if found.group(3) else last_year
    first = _day_of(first_year, found.group(2), found.group(1))
    last = _day_of(last_year, found.group(5), found.group(4))
    if first and last and first > last:
        return None
    return Span("period", first, last, found.start(), ranged=True)


def _part_of_year(key: str, year: int | None) -> Span | None:
    """``6 tháng đầu năm``, ``6 tháng cuối năm 2027``, ``9 tháng năm 2027``."""
    found = _PART_OF_YEAR.search(key)
    if found is None or (found.group(2) is None and found.group(3) is None):
        return None
    of = int(found.group(3)) if found.group(3) else year
    months = int(found.group(1))
    first, last = (13 - months, 12) if (found.group(2) or "").startswith("cuối") else (1, months)
    return _whole_months("period", of, first, of, last, found.start(), ranged=True)


def _whole_months(
    kind: DeadlineKind,
    first_year: int | None,
    first: int,
    last_year: int | None,
    last: int,
    at: int,
    *,
    ranged: bool = False,
) -> Span | None:
    if first_year is None or last_year is None:
        return Span(kind, None, None, at, ranged=ranged)
    start = date(first_year, first, 1)
    end = date(last_year, last, calendar.monthrange(last_year, last)[1])
    return Span(kind, start, end, at, ranged=ranged) if start <= end else None


def _year_range(key: str, _: int | None) -> Span | None:
    found = _YEARS.search(key)
    if found:
        first, last = int(found.group(1)), int(found.group(2))
    else:
        found = _YEAR_LIST.search(key)
        if not found:
            return None
        named = [int(year) for year in _YEAR.findall(found.group())]
        first, last = min(named), max(named)
    if first > last:
        return None
    return Span("year", date(first, 1, 1), date(last, 12, 31), found.start(), ranged=True)


def _day(key: str, year: int | None) -> Span | None:
    for pattern in (_LONG_DATE, _DATE):
        for found in pattern.finditer(key):
            if not _valid(found.group(2), found.group(1)):
                continue
            if re.search(r"tháng\s+$", key[: found.start()]):
                continue  # "tháng 3-4/2027" are months
            of = int(found.group(3)) if found.group(3) else year
            at = _day_of(of, found.group(2), found.group(1))
            return Span("before", at, at, found.start())
    return None


def _quarters(key: str, year: int | None) -> Span | None:
    found = _QUARTER.search(key)
    if not found:
        return None
    named = [(_quarter(found.group(1)), found.group(2))]
    end = found.end()
    while following := _NEXT_QUARTER.match(key, end):
        numeral = following.group(1) or following.group(3)
        named.append((_quarter(numeral), following.group(2) or following.group(4)))
        end = following.end()
    return _run(key, named, (year, 3), at=found.start(), end=end, kind="period")


def _months(key: str, year: int | None) -> Span | None:
    for found in _MONTH.finditer(key):
        if not 1 <= int(found.group(1)) <= 12:
            continue
        named = [(int(found.group(1)), found.group(2))]
        end = found.end()
        while (following := _NEXT_MONTH.match(key, end)) and 1 <= int(following.group(1)) <= 12:
            named.append((int(following.group(1)), following.group(2)))
            end = following.end()
        return _run(key, named, (year, 1), at=found.start(), end=end, kind="month")
    return None


def _run(
    key: str,
    named: list[tuple[int, str | None]],
    scale: tuple[int | None, int],
    *,
    at: int,
    end: int,
    kind: DeadlineKind,
) -> Span | None:
    """Numbered parts of years from the first to the last; ``scale`` is (year, months a part)."""
    fallback, months = scale
    years: list[int | None] = []
    known = _later_year(key, end, fallback)
    for _, own in reversed(named):
        known = int(own) if own else known
        years.insert(0, known)
    first, last = named[0][0], named[-1][0]
    ranged = len(named) > 1
    return _whole_months(
        "period" if ranged else kind,
        years[0],
        first * months - months + 1,
        years[-1],
        last * months,
        at,
        ranged=ranged and bool(re.search(r"-|đến", key[at:end])),
    )


def _quarter(text: str) -> int:
    return int(text) if text.isdigit() else roman_value(text.upper())


def _single_year(key: str, year: int | None) -> Span | None:
    found = _YEAR.search(key)
    of = int(found.group(1)) if found else year
    whole = re.search(r"trong năm|cả năm", key)
    at = found.start() if found else (whole.start() if whole else -1)
    if of is None or at < 0:
        return None
    return Span("year", date(of, 1, 1), date(of, 12, 31), at)
