"""``khung-nhiem-vu-2026-2030.pdf``: the five-year framework with its nested table."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.units import mm

from samples.facts import framework
from samples.facts.framework_rows import Task
from samples.facts.identity import FRAMEWORK, HEAD, ISSUER, ISSUER_FULL, PARENT, PROVINCE
from samples.writing.fonts import find_fonts
from samples.writing.grid import Cell, Row, heading
from samples.writing.pages_pdf import Pages, register_fonts
from samples.writing.strip_pdf import BOLD, ITALIC

_TITLE = "Khung nhiệm vụ cải cách hành chính giai đoạn 2026 - 2030"
_ORIGIN = f"Kế hoạch số {FRAMEWORK.number} {FRAMEWORK.dated} của {ISSUER_FULL}"

_OPENING = (
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ và Kế hoạch số "
    f"187/KH-UBND ngày 24 tháng 10 năm 2025 của Ủy ban nhân dân (UBND) tỉnh {PROVINCE} về cải "
    f"cách hành chính giai đoạn 2026 - 2030, {ISSUER} ban hành khung nhiệm vụ cải cách hành chính "
    "giai đoạn 2026 - 2030 như sau:"
)

_AIMS = (
    "1. Khung nhiệm vụ là cơ sở để lập kế hoạch hằng năm; chỉ tiêu của từng năm được xác định theo "
    "lộ trình, không thấp hơn kết quả của năm liền trước.",
    "2. Mỗi nhiệm vụ có một đơn vị chủ trì, có sản phẩm và thời gian hoàn thành cụ thể.",
)

_ORGANISATION = (
    "1. Văn phòng Sở theo dõi chung; tháng 11 hằng năm tham mưu Giám đốc Sở đánh giá mức độ đạt "
    "được của từng mục tiêu.",
    "2. Các phòng, đơn vị chủ trì cụ thể hóa khung nhiệm vụ vào kế hoạch công tác của mình; khi "
    "cần điều chỉnh thì gửi đề xuất về Văn phòng Sở trước ngày 31/10 của năm.",
    "3. Kinh phí thực hiện được lập, phân bổ hằng năm theo quy định về ngân sách nhà nước.",
)


def build(path: Path) -> None:
    """Write the framework. Raises :class:`samples.writing.fonts.FontMissing`."""
    register_fonts(find_fonts())
    pages = Pages(path, title=_TITLE, author=ISSUER)
    pages.letterhead(
        (PARENT.upper(), ISSUER.upper(), f"Số: {FRAMEWORK.number}"),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            f"{PROVINCE}, {FRAMEWORK.dated}",
        ),
    )
    pages.gap(6)
    pages.centred("KẾ HOẠCH")
    pages.centred(_TITLE, rule=58 * mm)
    pages.gap(8)
    pages.paragraph(_OPENING)
    pages.paragraph("I. YÊU CẦU", font=BOLD)
    for text in _AIMS:
        pages.paragraph(text)
    pages.paragraph("II. MỤC TIÊU CHỦ YẾU ĐẾN NĂM 2030", font=BOLD)
    for text in framework.OVERALL_TARGETS:
        pages.paragraph(f"- {text}")
    pages.paragraph("III. NHIỆM VỤ", font=BOLD)
    pages.paragraph("Mục tiêu, nhiệm vụ và hoạt động cụ thể nêu tại Phụ lục kèm theo.")
    pages.paragraph("IV. TỔ CHỨC THỰC HIỆN", font=BOLD)
    for text in _ORGANISATION:
        pages.paragraph(text)
    pages.signature(
        (f"- {PARENT} (để báo cáo);", "- Sở Nội vụ;", "- Các phòng, đơn vị;", "- Lưu: VT, VP."),
        HEAD.upper(),
    )
    pages.turn(to_landscape=True, restart=True)
    pages.centred("Phụ lục")
    pages.centred("KHUNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2026 - 2030")
    pages.centred(f"(Kèm theo {_ORIGIN})", font=ITALIC, rule=58 * mm)
    pages.gap(36)
    pages.table(
        heading(*framework.COLUMNS), table_rows(), widths=(34, 36, 43, 34, 29, 34, 29), size=13
    )
    pages.save()


def table_rows() -> list[Row]:
    """One grid row an activity; objectives and tasks cover the rows of their activities."""
    rows: list[Row] = []
    for section in framework.SECTIONS:
        title = Cell(f"{section.number}. {section.title}", columns=7, bold=True)
        rows.append([title, *[None] * 6])
        tasks = activities = 0
        for number, objective in enumerate(section.objectives, start=1):
            height = sum(len(task.activities) for task in objective.tasks)
            head: Cell | None = Cell(f"1.{number}. {objective.text}", rows=height)
            for task in objective.tasks:
                tasks += 1
                rows.extend(_task_rows(head, tasks, task, activities))
                activities += len(task.activities)
                head = None
    return rows


def _task_rows(head: Cell | None, number: int, task: Task, activities_before: int) -> list[Row]:
    height = len(task.activities)
    rows: list[Row] = []
    for place, activity in enumerate(task.activities):
        first = place == 0
        rows.append(
            [
                head if first else None,
                Cell(f"2.{number}. {task.text}", rows=height) if first else None,
                Cell(f"3.{activities_before + place + 1}. {activity.text}"),
                Cell(activity.product),
                Cell(task.lead, rows=height) if first else None,
                Cell(task.coordinating, rows=height) if first else None,
                Cell(activity.time),
            ]
        )
    return rows
