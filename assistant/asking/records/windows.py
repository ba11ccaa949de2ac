"""Stretches of days that are counted from today or said in words: "30 ngày tới", "nửa cuối năm"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from assistant.asking.query import Window
from assistant.asking.questions.periods import timed
from assistant.asking.records.vocabulary import Taking

_NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi lam": 15, "hai muoi": 20, "ba muoi": 30, "sau muoi": 60, "chin muoi": 90,
}  # fmt: skip
_NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_AHEAD = re.compile(
    rf"\b(?:trong |vong |trong vong |within |next )*{_NUMBER} (ngay|tuan|thang|days|weeks|months)"
    r" (?:lam viec )?(?:sap toi|toi|nua|ke tiep|tiep theo|from now)\b"
)
_NEXT = re.compile(r"\b(?:in the |within the )?next (\d{1,3}) (days|weeks|months)\b")
_COMING = re.compile(
    rf"\b(?:sap toi|toi day|thoi gian toi)\W+(?:trong |vong |trong vong )*{_NUMBER}"
    r" (ngay|tuan|thang)\b"
)
_HALF = re.compile(
    r"\b(?:trong )?(?:nua (dau|cuoi|sau)(?: cua)? nam|(?:sau|6) thang (dau|cuoi)(?: cua)? nam"
    r"|(first|second) half(?: of)?)\b(?: ?(?:nay|(20\d\d)))?"
)
_THIS = re.compile(r"\b(?:trong )?(?:qu[yi] (i|ii|iii|iv|[1-4])|thang (\d{1,2}))(?: nam)? nay\b")
_ENDING = re.compile(
    r"\b(?:trong )?(quy|thang) (dau|cuoi)(?: cung)?(?: tien)?(?: cua)? nam(?: nay)?(?: (20\d\d))?\b"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FROM_NOW = re.compile(
    r"\b(?:tu nay|tu gio|tu hom nay|ke tu nay)? ?(?:den|toi) (?:het|cuoi) "
    r"(?:(nam|quy|thang)(?: nay)?)(?! ?\d| ?(?:i|ii|iii|iv)\b)(?: ?(20\d\d))?\b"
)
_DAYS = {"ngay": 1, "days": 1, "tuan": 7, "weeks": 7}
_HALVES = {"dau": (1, 6), "first": (1, 6), "cuoi": (7, 12), "sau": (7, 12), "second": (7, 12)}


def take_window(taking: Taking, today: date) -> Window | None:
    """The stretch of days that the question names in these ways, its words taken away."""
    folded = _folded(taking.typed)
    for pattern in (_AHEAD, _NEXT, _COMING):
        if found := pattern.search(folded):
            number, unit = found.group(1), found.group(2)
            count = int(number) if number.isdigit() else _NUMBERS[number]
            return _taken(taking, found, today, _after(today, count, unit))
    if found := _HALF.search(folded):
        first, last = _HALVES[next(filter(None, found.group(1, 2, 3)))]
        year = int(found.group(4) or today.year)
        end = date(year, last, monthrange(year, last)[1])
        return _taken(taking, found, date(year, first, 1), end)
    if found := _ENDING.search(folded):
        year, length = int(found.group(3) or today.year), 3 if found.group(1) == "quy" else 1
        first = 1 if found.group(2) == "dau" else 13 - length
        last = first + length - 1
        end = date(year, last, monthrange(year, last)[1])
        return _taken(taking, found, date(year, first, 1), end)
    if (found := _THIS.search(folded)) and not int(found.group(2) or 1) > 12:
        quarter = _QUARTERS.get(found.group(1) or "") or int(found.group(1) or 0)
        last = 3 * quarter or int(found.group(2))
        first = last - 2 if quarter else last
        end = date(today.year, last, monthrange(today.year, last)[1])
        return _taken(taking, found, date(today.year, first, 1), end)
    if (found := _FROM_NOW.search(folded)) and found.group().strip():
        return _taken(taking, found, today, _end_of(found.group(1), today, found.group(2)))
    return None


def _folded(typed: str) -> str:
    """Folded; "sáu tháng" keeps its number, which reading time elsewhere takes for "sau"."""
    plain = timed(typed)
    spelt = re.compile(r"\bsáu(?= (?:tháng|mươi|ngày|tuần)\b)")
    letters = [*plain]
    for found in spelt.finditer(typed.casefold()):
        letters[found.start() : found.end()] = "sau"
    return "".join(letters)


def _after(today: date, count: int, unit: str) -> date:
    if unit in _DAYS:
        return today + timedelta(days=count * _DAYS[unit])
    month = today.month - 1 + count
    year, month = today.year + month // 12, month % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _end_of(unit: str, today: date, year: str | None) -> date:
    number = int(year or today.year)
    if unit == "nam":
        return date(number, 12, 31)
    month = today.month if unit == "thang" else 3 * ((today.month + 2) // 3)
    return date(number, month, monthrange(number, month)[1])


def _taken(taking: Taking, found: re.Match[str], start: date, end: date) -> Window:
    text = taking.typed[found.start() : found.end()].strip().replace("(", "")
    taking.take_span(found.start(), found.end())
    return Window(text, start, end)
