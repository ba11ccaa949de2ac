"""Units that cannot be right, and counts without one: worth a look, never an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Judgement
from assistant.checking.places import is_total
from assistant.checking.units import POINTS
from assistant.checking.wording import quoted, where
from assistant.checking.words import begins
from ingest.model import Indicator
from ingest.vocabulary import load

_COUNTED = re.compile(r"^[-+•\s]*(?:tổng\s+)?số(?:\s+lượng)?\s+", re.IGNORECASE)


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Rows whose unit is not what their name counts."""
    del judgements
    period = material.reading.document.period
    given = [one for one in material.against if one.document.period == period]
    for row in (row for one in (material.reading, *given) for row in one.indicators):
        if row.value is None or row.subject is not None:
            continue
        if row.document_id != material.reading.document.id and not _share_in_points(material, row):
            continue
        message = _problem(material, row)
        if message is not None:
            yield Finding(
                code="wrong_unit" if row.unit else "format",
                severity="warning" if _share_in_points(material, row) else "info",
                message=f"{quoted(row.name)} ghi {quoted(row.value_text or '')} {message} "
                f"({where(row.source)}).",
                left=row.source.facing(row.value_text or ""),
                right=row.source if row.unit is None else row.source.facing(row.unit),
            )


def _share_in_points(material: Material, row: Indicator) -> bool:
    """Whether a share is counted in percentage points, which only a gap of two shares can be."""
    unit = material.units.named(row.unit)
    if unit is None or unit.group != POINTS.group:
        return False
    return begins(row.name, ["tỷ lệ", "tỉ lệ", "tỷ trọng"]) is not None


def _problem(material: Material, row: Indicator) -> str | None:
    coded = row.unit is not None and "=" in row.unit
    if _share_in_points(material, row):
        return f"với đơn vị {quoted(row.unit or '')}, trong khi tỷ lệ tính bằng %"
    if begins(row.name, load("checking_rules")["yes_no_names"]) and not coded:
        return f"với đơn vị {quoted(row.unit or '(để trống)')} nhưng tên chỉ tiêu hỏi có hay không"
    counted = _COUNTED.match(row.name)
    if counted is None or coded:
        return None
    noun = material.units.known(row.name[counted.end() :])
    if row.unit is None:
        if noun is None and not is_total(row.name):
            return None
        return "nhưng để trống đơn vị tính"
    unit = material.units.named(row.unit)
    if noun is None or unit is None or not (noun.known and unit.known):
        return None
    if noun.group != unit.group and "hồ sơ" in (noun.group, unit.group):
        return f"với đơn vị {quoted(row.unit)} nhưng tên chỉ tiêu đếm {quoted(noun.text)}"
    return None
