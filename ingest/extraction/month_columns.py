"""The part of a year that a heading names: "Quý II", "Tháng 5", "6 tháng đầu năm"."""

from __future__ import annotations

import re

from ingest.extraction.columns import is_period
from ingest.model import Months
from ingest.text.normal import fold
from ingest.text.numbering import roman_value

_QUARTER = re.compile(
    r"\bqu[yi]\s*([ivx]{1,3}|[1-4])\b(?:\s*(?:-|den|va|,)\s*(?:qu[yi]\s*)?([ivx]{1,3}|[1-4])\b)?"
)
_MONTH = re.compile(
    r"\b(?:thang|t\.?)\s*(\d{1,2})\b(?:\s*(?:-|den)\s*(?:thang\s*|t\.?\s*)?(\d{1,2})\b)?"
)
_SPAN = re.compile(r"\b(\d{1,2}|sau|chin|ba)\s+thang(?:\s+(dau|cuoi))?")
_COUNTED = {"ba": 3, "sau": 6, "chin": 9}
_NAMED_ONLY = re.compile(r"[ivx]{1,4}|\d{1,2}")


def months_of(heading: str) -> Months | None:
    """The months that a flattened heading names, the lowest line first; ``None`` for whole years.

    A bare number takes the word from the line above it ("Quý / II").
    """
    parts = [fold(part).strip() for part in heading.split(" / ") if part.strip()]
    for position in range(len(parts) - 1, -1, -1):
        text = parts[position]
        if (
            position
            and _NAMED_ONLY.fullmatch(text)
            and is_period(" / ".join(parts[: position + 1]))
        ):
            text = f"{parts[position - 1]} {text}"
        found = _quarters(text) or _span(text) or _months(text)
        if found is not None:
            return found
    return None


def _quarters(text: str) -> Months | None:
    found = _QUARTER.search(text)
    if not found:
        return None
    first = _quarter(found.group(1))
    last = _quarter(found.group(2) or found.group(1))
    return _between(3 * first - 2, 3 * last)


def _quarter(text: str) -> int:
    return int(text) if text.isdigit() else roman_value(text.upper())


def _span(text: str) -> Months | None:
    """Months counted from January, or back from December: "6 tháng đầu năm", "9 tháng"."""
    found = _SPAN.search(text)
    if not found:
        return None
    count = _COUNTED.get(found.group(1)) or int(found.group(1))
    return _between(13 - count, 12) if found.group(2) == "cuoi" else _between(1, count)


def _months(text: str) -> Months | None:
    found = _MONTH.search(text)
    if not found:
        return None
    return _between(int(found.group(1)), int(found.group(2) or found.group(1)))


def _between(first: int, last: int) -> Months | None:
    if not 1 <= first <= last <= 12:
        return None
    return Months.model_validate({"from": first, "to": last})
