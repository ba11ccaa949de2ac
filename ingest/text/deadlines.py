"""Deadlines as written -> kind and dates. The verbatim text is always kept.

Forms: domain vocabulary ``deadlines.yaml``; dates ``20/3``, ``30/6/2026``, ``ngày 31 tháng 12 năm
2025``; quarters ``Quý I/2023``; months, years, spans of years. A date without a year takes the
document's year when there is exactly one.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.model import Deadline, DeadlineKind
from ingest.text.normal import match_key
from ingest.text.numbering import roman_value
from ingest.vocabulary import load

_DATE = re.compile(r"(?<![\d/])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?![\d/])")
_LONG_DATE = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?")
_QUARTER = re.compile(r"quý\s+(iv|i{1,3}|[1-4])\b(?:\s*(?:/|-|năm|,)\s*(?:năm\s*)?(\d{4}))?")
_QUARTERS = re.compile(r"quý\s+(iv|i{1,3}|[1-4])\s*(?:-|đến|và|,)\s*(?:quý\s+)?(iv|i{1,3}|[1-4])\b")
_MONTH = re.compile(r"tháng\s+(\d{1,2})(?:\s*(?:/|-|năm)\s*(\d{4}))?")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*-\s*((?:19|20)\d{2})(?!\d)")
_YEAR = re.compile(r"(?<![\d/])((?:19|20)\d{2})(?![\d/])")
_BEFORE = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|hoàn thành trước|không quá)(?:\s+(?:là\s+)?ngày)?\s*$"
)
_UNTIL = re.compile(r"(?:đến hết|đến|xong|hoàn thành trong)(?:\s+ngày)?\s*$")
_FROM = re.compile(r"\btừ\s+(?:ngày\s+)?$")
_WITHIN = re.compile(
    r"(?:trong vòng|trong thời hạn|trong|sau|chậm nhất|không quá)\s+(?:không quá\s+)?\d{1,3}\s+"
    r"(?:ngày|giờ|tháng|tuần)\b.*\b(?:kể từ|từ khi|sau khi|từ ngày)\b"
    r"|(?:trong vòng|trong thời hạn)\s+\d{1,3}\s+(?:ngày|giờ|tháng|tuần)"
)


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of days named in the text, and what form it was written in."""

    kind: DeadlineKind
    start: date
    end: date
    at: int


def parse_deadline(text: str, *, year: int | None = None) -> Deadline:
    """Read a deadline. ``year`` completes dates that name none; without it they stay undated."""
    key = match_key(text)
    span = _span(key, year)
    word = _word_kind(key)
    if span is None:
        return Deadline(text=text.strip(), kind=word or _year_kind(key), **_no_dates())
    before = key[: span.at]
    kind: DeadlineKind = span.kind
    start: date | None = span.start
    end: date | None = span.end
    if word in ("continuous", "recurring") or (
        word in ("offset", "trigger") and span.kind == "year"
    ):
        kind = word
        if word != "continuous":
            start = end = None
    elif word == "external":
        kind, start, end = "external", None, None
    elif word in ("offset", "trigger"):
        kind, start, end = word, None, None
    elif kind != "period" and _FROM.search(before) and not _until_follows(key, span.at):
        kind, end = "open", None
    elif _BEFORE.search(before):
        kind, start = "before", None
        end = _last_day_before(span)
    elif _UNTIL.search(before):
        kind, start = "before", None
    return Deadline(
        text=text.strip(),
        kind=kind,
        **{"from": start.isoformat() if start else None, "to": end.isoformat() if end else None},
    )


def _no_dates() -> dict[str, str | None]:
    return {"from": None, "to": None}


def _word_kind(key: str) -> DeadlineKind | None:
    vocabulary = load("deadlines")
    hits: list[tuple[int, DeadlineKind]] = []
    for kind in ("continuous", "recurring", "offset", "trigger", "external"):
        for word in vocabulary[kind]:
            at = key.find(match_key(word))
            if at >= 0:
                hits.append((at, kind))
    if _WITHIN.search(key):
        return "offset"
    if not hits:
        return None
    return min((hit for hit in hits if hit[1] != "offset"), default=(0, None))[1]


def _year_kind(key: str) -> DeadlineKind:
    return "year" if re.search(r"\btrong năm\b|\bnăm\b", key) else "open"


def _last_day_before(span: _Span) -> date:
    """The last day of "trước …": the day named itself, else the day before month or quarter."""
    return span.end if span.kind == "before" else span.start - timedelta(days=1)


def _until_follows(key: str, at: int) -> bool:
    return bool(re.search(r"\bđến\b", key[at:]))


def _span(key: str, year: int | None) -> _Span | None:
    for find in (_day_range, _years, _days, _quarters, _months, _single_year):
        found = find(key, year)
        if found is not None:
            return found
    return None


_RANGE = re.compile(
    r"từ\s+(?:ngày\s+)?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\s*(?:-|đến)\s*(?:hết\s+)?(?:ngày\s+)?"
    r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?"
)
_HALF = re.compile(r"6 tháng (đầu|cuối) năm(?:\s+(\d{4}))?")


def _day_range(key: str, year: int | None) -> _Span | None:
    found = _RANGE.search(key)
    if found:
        last_year = int(found.group(6)) if found.group(6) else year
        first_year = int(found.group(3)) if found.group(3) else last_year
        first = _day(first_year, found.group(2), found.group(1))
        last = _day(last_year, found.group(5), found.group(4))
        if first and last and first <= last:
            return _Span("period", first, last, found.start())
    half = _HALF.search(key)
    of = (int(half.group(2)) if half.group(2) else year) if half else None
    if half is None or of is None:
        return None
    start, end = ((1, 1), (6, 30)) if half.group(1) == "đầu" else ((7, 1), (12, 31))
    return _Span("period", date(of, *start), date(of, *end), half.start())


def _day(year: int | None, month: str, day: str) -> date | None:
    if year is None or not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return None
    last = calendar.monthrange(year, int(month))[1]
    return date(year, int(month), min(int(day), last))


def _years(key: str, _: int | None) -> _Span | None:
    found = _YEARS.search(key)
    if not found:
        return None
    first, last = int(found.group(1)), int(found.group(2))
    if first > last:
        return None
    return _Span("year", date(first, 1, 1), date(last, 12, 31), found.start())


def _days(key: str, year: int | None) -> _Span | None:
    for pattern in (_LONG_DATE, _DATE):
        for found in pattern.finditer(key):
            of = int(found.group(3)) if found.group(3) else year
            at = _day(of, found.group(2), found.group(1))
            if at is not None:
                return _Span("before", at, at, found.start())
    return None


def _quarters(key: str, year: int | None) -> _Span | None:
    pair, single = _QUARTERS.search(key), _QUARTER.search(key)
    if not single:
        return None
    named = single.group(2)
    later = _YEAR.search(key, single.end())
    of = int(named) if named else (int(later.group(1)) if later else year)
    if of is None:
        return None
    first = _quarter(single.group(1))
    last = _quarter(pair.group(2)) if pair else first
    if last < first:
        return None
    end = date(of, last * 3, calendar.monthrange(of, last * 3)[1])
    return _Span("period", date(of, first * 3 - 2, 1), end, single.start())


def _quarter(text: str) -> int:
    return int(text) if text.isdigit() else roman_value(text.upper())


def _months(key: str, year: int | None) -> _Span | None:
    found = _MONTH.search(key)
    if not found or not 1 <= int(found.group(1)) <= 12:
        return None
    of = int(found.group(2)) if found.group(2) else year
    if of is None:
        return None
    month = int(found.group(1))
    return _Span(
        "month",
        date(of, month, 1),
        date(of, month, calendar.monthrange(of, month)[1]),
        found.start(),
    )


def _single_year(key: str, year: int | None) -> _Span | None:
    found = _YEAR.search(key)
    of = int(found.group(1)) if found else None
    at = found.start() if found else key.find("trong năm")
    if of is None and at >= 0 and year is not None:
        of = year
    if of is None or at < 0:
        return None
    return _Span("year", date(of, 1, 1), date(of, 12, 31), at)


_ITEM = re.compile(r"(?:^|[;\n])\s*(?:[-+•]\s*)?(?=\S)")


def split_deadlines(text: str) -> list[str]:
    """The deadlines of a cell that lists several, as written; one item for an ordinary cell.

    A cell counts as a list when it is written in lines or items that each hold a date or a
    deadline word: ``- Trước ngày 20/3 …; - Trước ngày 20/6 …``.
    """
    pieces = [
        piece.strip().lstrip("-+• ").strip() for piece in re.split(r"[;\n]\s*(?=[-+•]|\S)", text)
    ]
    pieces = [piece.rstrip(";.") for piece in pieces if piece.strip(" -+•;.")]
    if len(pieces) > 1 and all(_stands_alone(piece) for piece in pieces):
        return pieces
    return [text.strip()] if text.strip() else []


def _stands_alone(piece: str) -> bool:
    key = match_key(piece)
    return _word_kind(key) is not None or _span(key, 2000) is not None
