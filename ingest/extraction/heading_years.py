"""The years that a heading is for: "Đến năm 2030", "Giai đoạn 2026 - 2030"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Period

_WHOLE = re.compile(
    r"^(?:(?:mục tiêu|chỉ tiêu)\s+)?(?:phấn đấu\s+)?(?:đến|năm|giai đoạn|trong)\s*(?:hết\s+)?"
    r"(?:năm\s+)?((?:19|20)\d\d)"
    r"(?:\s*[-–]\s*((?:19|20)\d\d))?"
    r"(?:,?\s+(?:phấn đấu|đạt|hoàn thành|các|những|mục tiêu|chỉ tiêu|cụ thể|như|sau|đây))*"
    r"\s*[:.]?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:phấn đấu\s+)?(?:đến|trong|giai đoạn)?\s*(?:hết\s+)?(?:năm\s+)?((?:19|20)\d\d)"
    r"(?:\s*[-–]\s*((?:19|20)\d\d))?\s*[:,]\s",
    re.IGNORECASE,
)
_TO_REACH = re.compile(r"^(?:phấn đấu\s+)?đến\s", re.IGNORECASE)
_INSIDE = re.compile(
    r"(?:đến|giai đoạn)\s+(?:năm\s+)?((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?", re.IGNORECASE
)
_LONGEST = 120


def is_of_years(heading: str) -> bool:
    """Whether a heading says nothing but the years it is for."""
    return _WHOLE.match(heading.strip()) is not None


def is_to_reach(heading: str) -> bool:
    """Whether a heading says nothing but by when what stands below it is reached."""
    told = heading.strip()
    return _TO_REACH.match(told) is not None and is_of_years(told)


def years_of(headings: Sequence[str]) -> Period | None:
    """The years of the innermost heading that says nothing else, as a table's sections do."""
    for heading in reversed(headings):
        if (found := _period(_WHOLE.match(heading.strip()))) is not None:
            return found
    return None


def years_opening(text: str) -> Period | None:
    """The years that an item names before anything else: "Đến năm 2025: hoàn thành …"."""
    return _period(_OPENING.match(text.strip()))


def years_named_in(heading: str) -> Period | None:
    """The years that a heading of running text is for, whatever else it says."""
    return _period(
        _WHOLE.match(heading.strip())
        or (_INSIDE.search(heading) if len(heading) < _LONGEST else None)
    )


def _period(found: re.Match[str] | None) -> Period | None:
    if found is None:
        return None
    first, last = int(found.group(1)), int(found.group(2) or found.group(1))
    return Period.model_validate({"from": first, "to": last}) if first <= last else None
