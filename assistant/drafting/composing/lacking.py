"""What was not given, not found or doubted: sentences for the person who drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Check, Finding
from assistant.checking.places import own_period_words
from assistant.checking.timing import part_of_year
from assistant.drafting.composing.columns import part_of
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.outlook import covering
from assistant.drafting.composing.state import Plan
from assistant.drafting.material import Material
from ingest.model import IndicatorRole, Reading, Source
from ingest.text.normal import fold

_SHOWN = 12
_NAMED = 4


def of_sources(material: Material, *, yearly: bool, ahead: int) -> list[str]:
    """What the sources lack. ``ahead`` is the year whose tasks come next."""
    year = material.year
    said = []
    annex, previous = material.annex, material.previous
    if annex is None:
        said.append("Chưa có phụ lục thống kê; hãy chọn phụ lục số liệu của kỳ báo cáo.")
    elif not annex.indicators:
        said.append(
            f"Không đọc được chỉ tiêu nào trong {annex.document.file}; "
            "hãy chọn phụ lục thống kê có bảng số liệu."
        )
    else:
        period = annex.document.period
        if period is not None and not period.from_ <= year <= period.to:
            said.append(
                f"Phụ lục {annex.document.file} là của năm {_years(period.from_, period.to)}, "
                f"không phải năm {year}; hãy kiểm tra lại tệp đã chọn."
            )
    if previous is None and not _states(annex, "previous", year - 1):
        said.append(
            "Chưa có phụ lục hoặc báo cáo kỳ trước nên không so sánh được; hãy bổ sung nếu có."
        )
    elif previous is not None and not previous.indicators:
        said.append(
            f"Không đọc được số liệu nào trong {previous.document.file} nên không so sánh được; "
            "hãy chọn tệp có phụ lục thống kê."
        )
    if (yearly and not _states(annex, "plan")) and not any(
        one.targets
        for one in material.plans
        if one.document.period and one.document.period.from_ <= year <= one.document.period.to
    ):
        said.append(
            f"Chưa có kế hoạch của năm {year} nên không đối chiếu được với chỉ tiêu; "
            "hãy bổ sung kế hoạch."
        )
    if not covering(material.plans, ahead):
        said.append(
            f"Chưa có kế hoạch hoặc khung nhiệm vụ của năm {ahead} nên phần phương hướng chưa "
            "có nhiệm vụ cụ thể; hãy bổ sung kế hoạch."
        )
    return said


def _states(annex: Reading | None, role: IndicatorRole, year: int | None = None) -> bool:
    """Whether columns of the annex itself hold values of that role, or of that year."""
    return annex is not None and any(
        one.value_text is not None
        and (one.role == role or (one.period is not None and one.period.to == year))
        for one in annex.indicators
    )


def usable_previous(material: Material, *, wanted: str | None) -> tuple[bool, str | None]:
    """Whether the last period's annex may be compared with; if not, why.

    ``wanted`` is the part of the year reported on ("Q2", "M6"), ``None`` for a whole year.
    """
    previous, annex = material.previous, material.annex
    if previous is None:
        return False, None
    if annex is not None and previous.sha256 == annex.sha256:
        return False, (
            f"Tệp kỳ trước {previous.document.file} chính là phụ lục kỳ này nên không so sánh; "
            "hãy chọn tệp của kỳ trước."
        )
    period = previous.document.period
    if period is not None and period.from_ >= material.year:
        return False, (
            f"Tệp kỳ trước {previous.document.file} là của năm "
            f"{_years(period.from_, period.to)} nên không so sánh; hãy chọn tệp của kỳ trước."
        )
    told = {part_of_year(own_period_words(previous)), *map(part_of, previous.indicators)}
    if (wanted is not None and wanted not in told) or (wanted is None and None not in told):
        return False, (
            f"Tệp kỳ trước {previous.document.file} là số liệu của kỳ khác loại (quý, 6 tháng, "
            "năm) nên không so sánh; hãy chọn tệp của cùng kỳ năm trước."
        )
    return True, None


def doubts(check: Check | None, facts: Sequence[Fact]) -> tuple[dict[str, str], list[str]]:
    """Facts that must not be asserted, by path with the reason, and what the check says.

    An error between two cells of the annex forbids both; an error between its text and a cell does
    not: the annex is what is drafted from.
    """
    forbidden: dict[str, str] = {}
    said: list[str] = []
    if check is None:
        return forbidden, said
    rows = _rows(facts)
    for one in check.findings:
        cells = [fact for place in (one.left, one.right) for fact in _facts_at(place, rows)]
        if one.severity == "error" and one.left.table is not None and cells:
            said.append(f"Số liệu cần làm rõ: {one.message}")
            for fact in cells:
                forbidden.setdefault(fact.path, f"Số liệu chưa thống nhất: {one.message}")
        elif one.severity != "info" and (cells or one.left.table is None):
            said.append(f"Cần xem lại: {one.message}")
        elif one.severity == "info" and one.left.table is not None and cells and _odd(one):
            said.append(f"Nên kiểm tra: {one.message}")
    return forbidden, _first(said)


def _odd(one: Finding) -> bool:
    return one.code in ("wrong_unit", "arithmetic", "note_conflict", "format")


def _first(said: Sequence[str]) -> list[str]:
    kept = list(dict.fromkeys(said))
    if len(kept) <= _SHOWN:
        return kept
    return [
        *kept[:_SHOWN],
        f"Còn {len(kept) - _SHOWN} điểm khác cần xem lại; hãy mở phần kiểm tra phụ lục.",
    ]


def _rows(facts: Iterable[Fact]) -> dict[tuple[int | None, int | None], list[Fact]]:
    found: dict[tuple[int | None, int | None], list[Fact]] = {}
    for fact in facts:
        for record in fact.records:
            found.setdefault((record.source.table, record.source.row), []).append(fact)
    return found


def _facts_at(
    place: Source | None, rows: dict[tuple[int | None, int | None], list[Fact]]
) -> list[Fact]:
    if place is None or place.table is None:
        return []
    found = rows.get((place.table, place.row), [])
    exact = [
        one for one in found if any(place.column == each.source.column for each in one.records)
    ]
    return exact or found


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} - {last}"


def of_section(title: str, plans: Sequence[Plan]) -> list[str]:
    """What the figures of a section lack."""
    said = []
    blanks = [fact for plan in plans for fact in plan.blanks]
    if blanks:
        names = "; ".join(f"“{_name(fact)}”" for fact in blanks[:_NAMED])
        rest = len(blanks) - _NAMED
        more = f" và {rest} chỉ tiêu khác" if rest > 0 else ""
        said.append(f"Mục “{title}” còn ô trống ở {names}{more}; hãy bổ sung số liệu nếu có.")
    said += [
        f"“{_name(fact)}” ghi “{fact.record.value_text}” trong khi đơn vị tính là "
        f"“{fact.record.unit}”; hãy thống nhất đơn vị."
        for plan in plans
        for fact in plan.facts
        if _other_unit(fact)
    ]
    said += [
        f"“{_name(fact)}” ghi “{fact.record.meaning or fact.record.value_text}” nhưng ghi chú cho "
        "thấy việc chưa xong nên dự thảo chỉ viết là đang tiến hành; hãy xác nhận."
        for plan in plans
        for fact in plan.doubtful
    ]
    return said


def _name(fact: Fact) -> str:
    return fact.record.name.strip(" -:.")


def _other_unit(fact: Fact) -> bool:
    """Whether the value is written with a unit that is not the row's ("922 nội dung")."""
    said = re.sub(r"^[\d.,\s]+", "", fact.record.value_text or "")
    unit = fold(fact.record.unit or "")
    if not said or not unit or fact.value is None or fact.percent:
        return False
    return fold(said) not in unit and unit not in fold(said)
