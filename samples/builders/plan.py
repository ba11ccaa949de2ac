"""``ke-hoach-2026.docx``: decision, plan and task annex of 2026."""

from __future__ import annotations

from pathlib import Path

from samples.facts import plan
from samples.facts.identity import (
    CIVIL,
    EDUCATION,
    FRAMEWORK,
    HEAD,
    ISSUER,
    ISSUER_FULL,
    OFFICE,
    PARENT,
    PLAN,
    PROVINCE,
)
from samples.writing.grid import Cell, Row, heading
from samples.writing.official_docx import OfficialDocument
from samples.writing.tables_docx import add_table

COLUMNS = ("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn")

_ORIGIN = f"Quyết định số {PLAN.number} {PLAN.dated} của {HEAD} {ISSUER}"

_GROUNDS = (
    "Căn cứ Quyết định số 12/2025/QĐ-UBND ngày 28 tháng 02 năm 2025 của Ủy ban nhân dân (UBND) "
    f"tỉnh {PROVINCE} về chức năng, nhiệm vụ và tổ chức bộ máy của {ISSUER};",
    f"Căn cứ Kế hoạch số 214/KH-UBND ngày 19 tháng 12 năm 2025 của UBND tỉnh {PROVINCE} về cải "
    f"cách hành chính năm {plan.YEAR};",
    f"Căn cứ Kế hoạch số {FRAMEWORK.number} {FRAMEWORK.dated} của {ISSUER} về khung nhiệm vụ cải "
    "cách hành chính giai đoạn 2026 - 2030;",
    "Theo đề nghị của Chánh Văn phòng Sở.",
)

_ARTICLES = (
    (
        "Điều 1. ",
        f"Ban hành Kế hoạch cải cách hành chính năm {plan.YEAR} của {ISSUER} và Phụ lục phân công "
        "nhiệm vụ kèm theo Quyết định này.",
    ),
    ("Điều 2. ", "Quyết định này có hiệu lực kể từ ngày ký."),
    (
        "Điều 3. ",
        "Chánh Văn phòng Sở, Trưởng phòng chuyên môn và Giám đốc đơn vị sự nghiệp trực thuộc thi "
        "hành Quyết định này./.",
    ),
)

_PRINCIPAL_TASKS = (
    "1. Gắn trách nhiệm của trưởng phòng, giám đốc trung tâm với từng chỉ tiêu; kết quả thực hiện "
    "được công khai trong họp giao ban hằng tháng.",
    "2. Hoàn thành việc xử lý văn bản quy phạm pháp luật (QPPL) chịu tác động của mô hình chính "
    "quyền địa phương 02 cấp.",
    "3. Rút ngắn thời gian giải quyết TTHC, trước hết ở lĩnh vực hộ tịch, luật sư và công chứng.",
    "4. Đưa thanh toán trực tuyến phí, lệ phí thành thói quen của người nộp hồ sơ, có người hướng "
    "dẫn tại chỗ.",
    "5. Nhiệm vụ chi tiết, đơn vị chủ trì và thời hạn nêu tại Phụ lục kèm theo Kế hoạch này.",
)

_FUNDING = (
    f"Kinh phí thực hiện Kế hoạch năm {plan.YEAR} dự kiến 1.250 triệu đồng, gồm 720 triệu đồng "
    "cho số hóa hồ sơ và 530 triệu đồng cho các nhiệm vụ còn lại, bố trí trong dự toán được giao "
    "của Sở.",
)

_ORGANISATION = (
    (
        f"1. {OFFICE}",
        (
            "- Đôn đốc, tổng hợp tình hình thực hiện; báo cáo Giám đốc Sở trước ngày 15 tháng cuối "
            "mỗi quý.",
            "- Lập dự toán và thanh toán kinh phí thực hiện Kế hoạch.",
        ),
    ),
    (
        f"2. {CIVIL}",
        (
            "- Chịu trách nhiệm về chỉ tiêu giao dịch thanh toán trực tuyến và chỉ tiêu cấp kết "
            "quả bản điện tử.",
        ),
    ),
    (
        f"3. {EDUCATION}",
        ("- Đăng tin, bài và làm đầu mối cung cấp thông tin về cải cách hành chính cho báo chí.",),
    ),
    (
        "4. Các phòng chuyên môn, đơn vị sự nghiệp trực thuộc",
        ("- Xây dựng lịch thực hiện nhiệm vụ được giao, gửi Văn phòng Sở trước ngày 06/02/2026.",),
    ),
)


def build(path: Path) -> None:
    """Write the plan."""
    document = OfficialDocument(PLAN, f"Kế hoạch cải cách hành chính năm {plan.YEAR}")
    document.letterhead()
    document.title(
        "QUYẾT ĐỊNH",
        f"Ban hành Kế hoạch cải cách hành chính năm {plan.YEAR}\ncủa {ISSUER_FULL}",
    )
    document.centred(f"{HEAD} {ISSUER_FULL}".upper())
    for ground in _GROUNDS:
        document.paragraph(ground, italic=True)
    document.centred("QUYẾT ĐỊNH:")
    for label, text in _ARTICLES:
        document.paragraph(text, lead_in=label)
    document.signature(
        ("- Như Điều 3;", f"- {PARENT} (để báo cáo);", "- Sở Nội vụ;", "- Lưu: VT, VP."), HEAD
    )

    document.annex_section()
    document.title(
        "KẾ HOẠCH",
        f"Cải cách hành chính năm {plan.YEAR} của {ISSUER_FULL}",
        f"(Ban hành kèm theo {_ORIGIN})",
    )
    document.paragraph("I. MỤC TIÊU", bold=True)
    document.paragraph("1. Mục tiêu chung", bold=True)
    document.paragraph(
        "Giảm thời gian, chi phí đi lại của người dân và doanh nghiệp khi làm thủ tục hành chính "
        "(TTHC) về tư pháp; khắc phục những hạn chế nêu trong báo cáo năm 2025 của Sở."
    )
    document.paragraph("2. Chỉ tiêu cụ thể", bold=True)
    for target in plan.TARGETS:
        document.paragraph(f"- {target}")
    document.paragraph("II. NHIỆM VỤ TRỌNG TÂM", bold=True)
    for text in _PRINCIPAL_TASKS:
        document.paragraph(text)
    document.paragraph("III. KINH PHÍ THỰC HIỆN", bold=True)
    for text in _FUNDING:
        document.paragraph(text)
    document.paragraph("IV. TỔ CHỨC THỰC HIỆN", bold=True)
    for unit, duties in _ORGANISATION:
        document.paragraph(unit, bold=True)
        for duty in duties:
            document.paragraph(duty)

    document.annex(
        "Phụ lục",
        f"PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM {plan.YEAR}",
        f"(Kèm theo {_ORIGIN})",
    )
    add_table(document, annex_rows(), widths=(13, 43, 31, 26, 27, 26))
    document.save(path)


def annex_rows() -> list[Row]:
    """The annex's grid: header, then each section's title row and its tasks."""
    rows: list[Row] = [heading(*COLUMNS)]
    for number, title, tasks in plan.SECTIONS:
        rows.append(
            [
                Cell(number, bold=True, align="center"),
                Cell(title, columns=5, bold=True),
                *[None] * 4,
            ]
        )
        for place, task in enumerate(tasks):
            rows.extend(_task_rows(str(place + 1), task, _lead_height(tasks, place)))
    return rows


def _lead_height(tasks: tuple[plan.Task, ...], place: int) -> int:
    """Grid rows that the lead cell of this task covers; 0 where the cell above covers it."""
    if tasks[place].same_lead:
        return 0
    height = len(tasks[place].outputs)
    for below in tasks[place + 1 :]:
        if not below.same_lead:
            break
        height += len(below.outputs)
    return height


def _task_rows(number: str, task: plan.Task, lead_height: int) -> list[Row]:
    height = len(task.outputs)
    rows: list[Row] = []
    for place, (product, deadline) in enumerate(task.outputs):
        first = place == 0
        rows.append(
            [
                Cell(number, rows=height, align="center") if first else None,
                Cell(task.text, rows=height) if first else None,
                Cell(product),
                Cell(task.lead, rows=lead_height) if first and lead_height else None,
                Cell(task.coordinating, rows=height) if first else None,
                Cell(deadline),
            ]
        )
    return rows
