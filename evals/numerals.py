"""Numbers and dates in Vietnamese text, read apart from the program's own grammar on purpose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_SPELT = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_CODE = re.compile(r"(?<![\w/])\d+(?:/\d{4})?[/-][^\W\d_][\w-]*(?:/[^\W\d_][\w-]*)?")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*|(?<=[^\W\d_])\d+|(?<=[.,])\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Numerals:
    """The plain numbers of a text, its whole dates as ``YYYY-MM-DD``, its ``05/QĐ-STP``."""

    values: frozenset[Decimal] = frozenset()
    dates: frozenset[str] = frozenset()
    bounds: frozenset[str] = frozenset()
    """Dates printed as ``YYYY-MM-DD``, which no document does: the ends of a period, reckoned."""
    codes: frozenset[str] = frozenset()

    def __or__(self, other: Numerals) -> Numerals:
        return Numerals(
            self.values | other.values,
            self.dates | other.dates,
            self.bounds | other.bounds,
            self.codes | other.codes,
        )


def numerals(text: str) -> Numerals:
    """All numbers of the text; the digits of a date or a document number are no numbers of it."""
    codes = frozenset(match.group().casefold() for match in _CODE.finditer(text))
    text = _CODE.sub(" ", text)
    bounds = frozenset(match.group() for match in _ISO.finditer(text))
    text = _ISO.sub(" ", text)
    dates = set()
    for pattern in (_SLASHED, _SPELT):
        for match in pattern.finditer(text):
            day, month, year = map(int, match.groups())
            dates.add(f"{year:04d}-{month:02d}-{day:02d}")
        text = pattern.sub(" ", text)
    values = frozenset(value(match.group()) for match in _NUMBER.finditer(text))
    return Numerals(values, frozenset(dates), bounds, codes)


def value(shown: str) -> Decimal:
    """``1.234,5`` as 1234.5: dots before three digits group, a comma divides."""
    if _GROUPED.fullmatch(shown):
        return Decimal(shown.replace(".", "").replace(",", "."))
    parts = re.split(r"[.,]", shown)
    if len(parts) == 2:
        return Decimal(".".join(parts))
    return Decimal("".join(parts))
