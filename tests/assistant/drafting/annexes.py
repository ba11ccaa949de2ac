"""Invented statistics annexes: rows of random figures, written down as .docx tables."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from ingest.model import Reading
from ingest.pipeline import document_id, read_file

UNITS = ("Hồ sơ", "Văn bản", "Lượt người", "Tin, bài", "Cuộc", "Không = 0 Có = 1")
NAMES = (
    "Số giấy phép xây dựng đã cấp",
    "Số công trình được nghiệm thu",
    "Số lượt công bố thông tin quy hoạch",
    "Số đồ án được thẩm định",
    "Số buổi tiếp công dân",
    "Số cán bộ được tập huấn",
    "Ban hành kế hoạch cải cách hành chính",
    "Số phòng đã kiểm tra",
)
SECTIONS = ("Công tác chỉ đạo, điều hành", "Cải cách thể chế", "Cải cách thủ tục hành chính")
NOTES = ("", "", "Theo Quyết định số 61/QĐ-SXD ngày 04/3/2031", "Tính đến ngày 30/11/2031")


@dataclass(frozen=True, slots=True)
class AnnexLine:
    """A row: its number, its name, and what stands in unit, values and note."""

    number: str
    name: str
    unit: str = ""
    values: tuple[str, ...] = ("",)
    note: str = ""
    section: bool = False


def lines(rng: random.Random, *, values: int = 1) -> list[AnnexLine]:
    """Sections with numbered rows, unnumbered rows below some of them, blanks and zeros."""
    found: list[AnnexLine] = []
    for at, title in enumerate(rng.sample(SECTIONS, 3)):
        found.append(AnnexLine(("I", "II", "III")[at], title, section=True))
        for number, name in enumerate(rng.sample(NAMES, 4), start=1):
            unit = rng.choice(UNITS)
            found.append(
                AnnexLine(str(number), name, unit, _values(rng, unit, values), rng.choice(NOTES))
            )
            for child in range(rng.choice((0, 0, 2))):
                name_below = f"- Trong đó, nhóm {'AB'[child]}"
                found.append(AnnexLine("", name_below, "Hồ sơ", _values(rng, "Hồ sơ", values)))
    return found


def _values(rng: random.Random, unit: str, count: int) -> tuple[str, ...]:
    if "=" in unit:
        return tuple(rng.choice(("0", "1")) for _ in range(count))
    return tuple(
        rng.choice(("", "0", f"{rng.randint(1, 9):02d}", str(rng.randint(10, 999)), "12.480"))
        for _ in range(count)
    )


def write_annex(
    path: Path,
    rows: Sequence[AnnexLine],
    *,
    values: Sequence[str] = ("Số liệu",),
    issuer: str = "Sở Xây dựng",
    province: str = "Đông Hải",
    year: int = 2031,
) -> Path:
    """An annex in a file of its own, with its letterhead and one table."""
    document = docx.Document()
    document.add_paragraph(f"UBND TỈNH {province.upper()}")
    document.add_paragraph(issuer.upper())
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph(
        f"THỐNG KÊ KẾT QUẢ CẢI CÁCH HÀNH CHÍNH NĂM {year} CỦA {issuer.upper()} "
        f"TỈNH {province.upper()}"
    )
    document.add_paragraph(
        f"(Kèm theo Báo cáo số 218/BC-SXD ngày 12/12/{year} của {issuer} tỉnh {province})"
    )
    _table(document, rows, values)
    document.save(str(path))
    return path


def _table(document: WordDocument, rows: Sequence[AnnexLine], values: Sequence[str]) -> None:
    header = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", *values, "Ghi chú")
    table = document.add_table(rows=1, cols=len(header))
    for cell, name in zip(table.rows[0].cells, header, strict=True):
        cell.text = name
    for row in rows:
        cells = table.add_row().cells
        if row.section:
            cells[0].text = row.number
            cells[1].merge(cells[-1]).text = row.name
            continue
        said = (row.number, row.name, row.unit, *row.values, row.note)
        for cell, text in zip(cells, said, strict=True):
            cell.text = text


def read(path: Path) -> Reading:
    """The annex as the program reads it."""
    return read_file(path, document_id=document_id(str(path)), shown_path=str(path))
