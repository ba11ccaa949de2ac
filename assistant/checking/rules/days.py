"""Days that no calendar has: "ngày 10/13/2025", "ngày 31/4/2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Judgement
from assistant.checking.wording import quoted

_DAY = re.compile(
    r"ngày\s+(?:(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d\d)(?!\d)"
    r"|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)(?!\d))",
    re.IGNORECASE,
)


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """One warning for each written day that does not exist."""
    del judgements
    for unit in material.reading.units:
        if unit.kind != "passage":
            continue
        for found in _DAY.finditer(unit.text):
            day, month, year = (int(one) for one in found.groups() if one is not None)
            with suppress(ValueError):
                date(year, month, day)
                continue
            yield Finding(
                code="contradiction",
                severity="warning",
                message=f"{quoted(found.group(0))} không có trong lịch, cần xem lại ngày tháng.",
                left=unit.source,
            )
