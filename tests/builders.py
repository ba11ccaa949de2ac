"""Invented documents for tests: random records, written down in many layouts."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import docx

UNITS = (
    "Phòng Quản lý xây dựng",
    "Phòng Kế hoạch, tài chính",
    "Trung tâm Kiểm định chất lượng",
    "Văn phòng Sở",
    "Thanh tra Sở",
    "Phòng Hạ tầng kỹ thuật",
    "Chi cục Giám định",
)
VERBS = ("Xây dựng", "Ban hành", "Rà soát", "Tổ chức", "Hoàn thiện", "Kiểm tra")
OBJECTS = (
    "quy trình cấp phép trên môi trường mạng",
    "danh mục dữ liệu dùng chung của ngành",
    "kế hoạch bồi dưỡng kỹ năng số cho công chức",
    "bộ câu hỏi khảo sát mức độ hài lòng",
    "quy chế tiếp công dân",
    "hồ sơ đề xuất cấp độ an toàn thông tin",
)
PRODUCTS = ("Quyết định", "Báo cáo", "Kế hoạch được phê duyệt", "Danh mục", "Quy trình nội bộ")
SECTIONS = ("CẢI CÁCH THỂ CHẾ", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "CHÍNH QUYỀN SỐ")
HEADERS = {
    "number": ("STT", "TT", "Số TT"),
    "task": ("Nhiệm vụ", "Nội dung công việc", "Nội dung nhiệm vụ", "Tên nhiệm vụ"),
    "product": ("Sản phẩm", "Dự kiến sản phẩm", "Kết quả, sản phẩm"),
    "lead": ("Đơn vị chủ trì", "Cơ quan chủ trì", "5- Chủ trì", "Đơn vị thực hiện"),
    "coordinating": ("Đơn vị phối hợp", "Phối hợp", "Cơ quan phối hợp"),
    "deadline": ("Thời hạn", "Thời gian hoàn thành", "Tiến độ thực hiện"),
    "note": ("Ghi chú",),
    "budget": ("Kinh phí", "8- Kinh phí"),
    "submitted": ("Cấp trình",),
    "signer": ("Người ký ban hành",),
}
ROMANS = ("I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True, slots=True)
class Row:
    """One invented task."""

    key: str
    task: str
    product: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    deadline: str
    until: str | None


def tasks(rng: random.Random, *, year: int) -> list[tuple[str, str, list[Row]]]:
    """Sections with invented tasks: (label, title, rows)."""
    sections: list[tuple[str, str, list[Row]]] = []
    for index, title in enumerate(rng.sample(SECTIONS, rng.randint(1, 3))):
        rows = []
        for number in range(1, rng.randint(2, 6) + 1):
            lead, *helpers = rng.sample(UNITS, rng.randint(1, 3))
            deadline, until = _deadline(rng, year)
            rows.append(
                Row(
                    key=f"{ROMANS[index]}.{number}",
                    task=f"{rng.choice(VERBS)} {rng.choice(OBJECTS)} đợt {number}.",
                    product=rng.choice(PRODUCTS),
                    lead=(lead,),
                    coordinating=tuple(helpers),
                    deadline=deadline,
                    until=until,
                )
            )
        sections.append((ROMANS[index], title, rows))
    return sections


def _deadline(rng: random.Random, year: int) -> tuple[str, str | None]:
    quarter = rng.randint(1, 4)
    ends = ("03-31", "06-30", "09-30", "12-31")
    return rng.choice(
        [
            (f"Quý {ROMANS[quarter - 1]}/{year}", f"{year}-{ends[quarter - 1]}"),
            (f"Trước ngày 15/{quarter * 2}/{year}", f"{year}-{quarter * 2:02d}-15"),
            (f"Tháng 11/{year}", f"{year}-11-30"),
            ("Thường xuyên", None),
            ("Hằng năm", None),
        ]
    )


def columns(rng: random.Random) -> list[str]:
    """A random order of 4 to 10 columns; the number comes first, task, lead and deadline exist."""
    rest = ["task", "lead", "deadline"]
    further = ["product", "coordinating", "note", "budget", "submitted", "signer"]
    rest += rng.sample(further, rng.randint(0, len(further)))
    rng.shuffle(rest)
    return ["number", *rest]


def grid(
    rng: random.Random, sections: list[tuple[str, str, list[Row]]], order: list[str]
) -> tuple[list[str], list[list[str]]]:
    """Header and body rows of the table that lists ``sections``."""
    header = [rng.choice(HEADERS[role]) for role in order]
    body: list[list[str]] = []
    for label, title, rows in sections:
        first_text = 1
        section = [""] * len(order)
        section[0], section[first_text] = label, title
        body.append(section)
        for row in rows:
            cells = {
                "number": row.key.split(".")[1],
                "task": row.task,
                "product": row.product,
                "lead": "; ".join(row.lead),
                "coordinating": "; ".join(row.coordinating),
                "deadline": row.deadline,
                "note": "",
                "budget": "",
                "submitted": "Giám đốc Sở",
                "signer": "",
            }
            body.append([cells[role] for role in order])
    return header, body


def as_tabs(rng: random.Random, header: list[str], body: list[list[str]]) -> str:
    """Tab-separated rows, with page breaks that repeat the header here and there."""
    lines = ["\t".join(header)]
    for row in body:
        if rng.random() < 0.25:
            lines += ["", "\t".join(header)]
        lines.append("\t".join(row))
    return "\n".join(lines) + "\n"


def as_cell_lines(_: random.Random, header: list[str], body: list[list[str]]) -> str:
    """One cell a line with a leading tab; section rows keep only their two filled cells."""
    rows = [header, *body]
    written = []
    for row in rows:
        cells = row[:2] if not any(row[2:]) else row
        written.append("\n".join(f"\t{cell}" for cell in cells))
    return "\n\n".join(written) + "\n"


def as_markdown(_: random.Random, header: list[str], body: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(header)} |", "|" + " --- |" * len(header)]
    lines += [f"| {' | '.join(row)} |" for row in body]
    return "\n".join(lines) + "\n"


def as_word(path: Path, header: list[str], body: list[list[str]], *, lead: int) -> None:
    """A Word table: sections merged over the row, equal leads of neighbours merged downwards."""
    document = docx.Document()
    document.add_paragraph("PHỤ LỤC")
    table = document.add_table(rows=0, cols=len(header))
    for cells in [header, *body]:
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    above: int | None = None
    for index, cells in enumerate(body, start=1):
        filled = [text for text in cells if text]
        if len(filled) == 2 and cells[0] in ROMANS:
            merged = table.cell(index, 1).merge(table.cell(index, len(header) - 1))
            merged.text = cells[1]
            above = None
        elif above is not None and body[above - 1][lead] == cells[lead]:
            table.cell(above, lead).merge(table.cell(index, lead)).text = cells[lead]
        else:
            above = index
    document.save(str(path))


LAYOUTS = {"tabs": as_tabs, "cell lines": as_cell_lines, "markdown": as_markdown}
