"""The two documents of a family as paragraphs and one table each, before any layout."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.families import words
from evals.families.facts import Facts
from evals.originals.block import Block, digest

_ROMANS = ("I", "II", "III")


@dataclass(frozen=True, slots=True)
class Page:
    """Paragraphs, then a table. ``places`` gives the table row (from 1) of each fact's name."""

    stem: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    places: dict[str, int]

    def row_hash(self, row: int) -> str:
        """The hash that a gold unit names the row by."""
        return digest(Block(self.rows[row - 1]))


def plan(facts: Facts, rng: random.Random, name: str) -> Page:
    """The yearly plan: targets and funds as text, tasks as a table in a random column order."""
    order = ["task", "product", "lead", "coordinating", "deadline"]
    rng.shuffle(order)
    order.insert(0, "number")
    rows = [tuple(rng.choice(words.HEADERS[role]) for role in order)]
    places = {}
    for at, title in enumerate(facts.sections):
        rows.append((_ROMANS[at], title, *[""] * (len(order) - 2)))
        for number, task in enumerate((t for t in facts.tasks if t.section == at), start=1):
            cells = {
                "number": str(number),
                "task": task.text,
                "product": task.product,
                "lead": task.lead,
                "coordinating": "; ".join(task.coordinating),
                "deadline": task.deadline,
            }
            rows.append(tuple(cells[role] for role in order))
            places[task.text] = len(rows)
    return Page(f"ke-hoach-{name}", tuple(_plan_text(facts)), tuple(rows), places)


def statistics(facts: Facts, rng: random.Random, name: str) -> Page:
    """The yearly report in a few sentences, with the statistics annex below."""
    roles = ["number", "name", "unit", "value"] + (["note"] if rng.random() < 0.5 else [])
    rows = [tuple(rng.choice(words.STATISTICS_HEADERS[role]) for role in roles)]
    rows.append(("I", "Công tác cải cách hành chính", *[""] * (len(roles) - 2)))
    places = {}
    for number, each in enumerate(facts.indicators, start=1):
        cells = [str(number), each.name, each.unit, each.shown]
        rows.append(tuple(cells + [""] * (len(roles) - len(cells))))
        places[each.name] = len(rows)
    return Page(f"bao-cao-{name}", tuple(_report_text(facts)), tuple(rows), places)


def target_line(text: str) -> str:
    """A target's paragraph as it is written."""
    return f"- {text}"


def basis_line(facts: Facts) -> str:
    """The paragraph that names the plan's legal basis."""
    return (
        f"Căn cứ Quyết định số {facts.basis_number} ngày 15/12/{facts.year - 1} của UBND tỉnh "
        f"{facts.province} về cải cách hành chính năm {facts.year};"
    )


def funds_line(facts: Facts) -> str:
    """The paragraph that says what the plan costs."""
    return f"Kinh phí thực hiện Kế hoạch là {facts.funds} triệu đồng từ ngân sách tỉnh."


def narrated_line(facts: Facts) -> str:
    """The sentence that gives one indicator differently from the annex."""
    each = next(indicator for indicator in facts.indicators if indicator.narrated is not None)
    return f"{each.name} là {each.narrated} {each.unit.lower()}."


def _letterhead(facts: Facts, number: str, day: str) -> list[str]:
    return [
        f"UBND TỈNH {facts.province.upper()}",
        facts.department.upper(),
        f"Số: {number}",
        f"{facts.province}, {day}",
    ]


def _plan_text(facts: Facts) -> list[str]:
    return [
        *_letterhead(facts, facts.plan_number, f"ngày 12 tháng 01 năm {facts.year}"),
        "KẾ HOẠCH",
        f"Cải cách hành chính năm {facts.year} của {facts.department} tỉnh {facts.province}",
        basis_line(facts),
        "I. MỤC TIÊU",
        *(target_line(target.text) for target in facts.targets),
        "II. KINH PHÍ",
        funds_line(facts),
        "III. NHIỆM VỤ CỤ THỂ",
    ]


def _report_text(facts: Facts) -> list[str]:
    return [
        *_letterhead(facts, f"88/BC-{facts.short}", f"ngày 10 tháng 12 năm {facts.year}"),
        "BÁO CÁO",
        f"Kết quả cải cách hành chính năm {facts.year} của {facts.department}",
        "I. KẾT QUẢ THỰC HIỆN",
        narrated_line(facts),
        "II. KHÓ KHĂN",
        "Nhân lực công nghệ thông tin còn thiếu; phần mềm cũ hay gián đoạn.",
        f"PHỤ LỤC THỐNG KÊ SỐ LIỆU CẢI CÁCH HÀNH CHÍNH NĂM {facts.year}",
    ]
