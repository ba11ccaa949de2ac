"""The documents of an invented annex as files: text with tabs, a spreadsheet, a Word file."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from evals.drafting.facts import Invented, Row, shown

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII")
_HEAD = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú")


def write_annex(facts: Invented, folder: Path, rng: random.Random) -> Path:
    """The statistics annex of the year, in one of three formats."""
    rows = [(row.number, row.name, row.unit, row.text, row.note) for row in facts.rows]
    return _written(facts, facts.year, rows, folder / f"phu-luc-{facts.year}", rng)


def write_before(facts: Invented, folder: Path, rng: random.Random) -> Path:
    """The annex of the year before; a row with a code has the same answer."""
    rows = [(row.number, row.name, row.unit, _before(row, rng), "") for row in facts.rows]
    return _written(facts, facts.year - 1, rows, folder / f"phu-luc-{facts.year - 1}", rng)


def write_plan(facts: Invented, folder: Path) -> Path:
    """A plan in prose: one target a share."""
    lines = [
        f"UBND TỈNH {facts.province.upper()}",
        facts.department.upper(),
        f"Số: 7/KH-{facts.short}",
        f"{facts.province}, ngày 09 tháng 01 năm {facts.year}",
        "KẾ HOẠCH",
        f"Cải cách hành chính năm {facts.year} của {facts.department} tỉnh {facts.province}",
        "I. MỤC TIÊU",
        *(
            f"- {row.name.lstrip('- ')} năm {facts.year} đạt từ {row.target}% trở lên."
            for row in facts.rows
            if row.target is not None
        ),
        "II. TỔ CHỨC THỰC HIỆN",
        "Các phòng, đơn vị thuộc Sở thực hiện Kế hoạch này.",
    ]
    path = folder / f"ke-hoach-{facts.year}.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _before(row: Row, rng: random.Random) -> str:
    if row.before is not None:
        return shown(row.before, rng)
    return row.text


def _written(
    facts: Invented,
    year: int,
    rows: Sequence[tuple[str, ...]],
    stem: Path,
    rng: random.Random,
) -> Path:
    table: list[tuple[str, ...]] = [_HEAD]
    for section, title in enumerate(facts.titles):
        table.append((_ROMANS[section], title, "", "", ""))
        table += [
            line for row, line in zip(facts.rows, rows, strict=True) if row.section == section
        ]
    heading = (
        "PHỤ LỤC",
        f"Thống kê số liệu cải cách hành chính năm {year} của {facts.department} "
        f"tỉnh {facts.province}",
    )
    drawn = rng.random()
    if drawn < 0.7:
        return _text(heading, table, stem)
    return _sheet(heading, table, stem) if drawn < 0.85 else _word(heading, table, stem)


def _text(title: Sequence[str], table: Sequence[tuple[str, ...]], stem: Path) -> Path:
    path = stem.with_suffix(".txt")
    lines = [*title, "", *("\t".join(row) for row in table)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _sheet(title: Sequence[str], table: Sequence[tuple[str, ...]], stem: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for heading in title:
        sheet.append([heading])
    for row in table:
        sheet.append(list(row))
    path = stem.with_suffix(".xlsx")
    book.save(str(path))
    return path


def _word(title: Sequence[str], table: Sequence[tuple[str, ...]], stem: Path) -> Path:
    from docx import Document

    document = Document()
    for heading in title:
        document.add_paragraph(heading)
    grid = document.add_table(rows=len(table), cols=len(_HEAD))
    for cells, row in zip(grid.rows, table, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    path = stem.with_suffix(".docx")
    document.save(str(path))
    return path
