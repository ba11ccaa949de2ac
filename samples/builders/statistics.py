"""The statistics annexes: 2024 as a workbook, 2025 as a Word table with a two-line header."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from samples.facts.annex_rows import Row
from samples.facts.identity import ANNEX_2025, ISSUER, ISSUER_FULL, REPORT_2024, Identity
from samples.facts.statistics import SECTIONS, figure, note, printed
from samples.writing import grid
from samples.writing.official_docx import OfficialDocument
from samples.writing.packages import write_package
from samples.writing.tables_docx import add_table

COLUMNS = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú")
_GROUP = "Kết quả thống kê"
_WIDTHS = (6, 46, 20, 13, 36)
_FONT = "Times New Roman"


def _title(year: int) -> str:
    return f"THỐNG KÊ KẾT QUẢ CẢI CÁCH HÀNH CHÍNH NĂM {year}\nCỦA {ISSUER_FULL.upper()}"


def _origin(identity: Identity) -> str:
    return f"(Kèm theo Báo cáo số {identity.number} {identity.dated} của {ISSUER_FULL})"


def build_document(path: Path) -> None:
    """Write the annex of 2025."""
    document = OfficialDocument(ANNEX_2025, "Phụ lục thống kê cải cách hành chính năm 2025")
    document.annex_heading("Phụ lục", _title(2025), _origin(ANNEX_2025))
    add_table(document, document_rows(2025), widths=(13, 54, 38, 20, 37), header_rows=2, size=12)
    document.save(path)


def document_rows(year: int) -> list[grid.Row]:
    """The Word table: two header rows, then each section."""

    def title(text: str, *, rows: int = 1, columns: int = 1) -> grid.Cell:
        return grid.Cell(text, rows=rows, columns=columns, bold=True, align="center")

    rows: list[grid.Row] = [
        [
            title(COLUMNS[0], rows=2),
            title(COLUMNS[1], rows=2),
            title(_GROUP, columns=2),
            None,
            title(COLUMNS[4], rows=2),
        ],
        [None, None, title(COLUMNS[2]), title(COLUMNS[3]), None],
    ]
    for section in SECTIONS:
        head = grid.Cell(section.number, bold=True, align="center")
        rows.append([head, grid.Cell(section.title, bold=True), *[grid.Cell()] * 3])
        rows.extend(
            grid.plain(
                row.stt,
                row.name,
                row.unit,
                printed(row.key, year),
                note(row.key, year),
                centred=(0, 2, 3),
            )
            for row in section.rows
        )
    return rows


def build_workbook(path: Path) -> None:
    """Write the annex of 2024."""
    book = Workbook()
    book.properties.creator = ISSUER
    book.properties.title = "Phụ lục thống kê cải cách hành chính năm 2024"
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a worksheet")
    sheet.title = "Phụ lục 2024"
    _write_heading(sheet)
    _write_rows(sheet, 2024)
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.freeze_panes = "A6"
    sheet.print_title_rows = "5:5"
    buffer = BytesIO()
    book.save(buffer)
    write_package(buffer.getvalue(), path, day=REPORT_2024.day)


def _write_heading(sheet: Worksheet) -> None:
    lines = ("Phụ lục", *_title(2024).split("\n"), _origin(REPORT_2024))
    for number, text in enumerate(lines, start=1):
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=5)
        cell = sheet.cell(number, 1, text)
        cell.font = Font(name=_FONT, size=13, bold=number < 4, italic=number == 4)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[4].height = 34


def _write_rows(sheet: Worksheet, year: int) -> None:
    _write_row(sheet, 5, COLUMNS, bold=True)
    place = 6
    for section in SECTIONS:
        _write_row(sheet, place, (section.number, section.title, "", "", ""), bold=True)
        sheet.merge_cells(start_row=place, end_row=place, start_column=2, end_column=5)
        place += 1
        for row in section.rows:
            _write_row(sheet, place, (row.stt, row.name, row.unit, "", note(row.key, year)))
            value = figure(row.key, year)
            if value is not None:
                cell = sheet.cell(place, 4)
                cell.value = int(value) if value == int(value) else float(value)
                cell.number_format = _number_format(row, value)
            place += 1


def _number_format(row: Row, value: Decimal) -> str:
    if row.form == "percent":
        return "0%" if value == 1 else "0.0%"
    if row.form == "decimal":
        return "#,##0.0"
    if row.form == "code" or value == 0:
        return "0"
    return "00" if value < 10 else "#,##0"


def _write_row(sheet: Worksheet, place: int, texts: tuple[str, ...], *, bold: bool = False) -> None:
    side = Side(style="thin")
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(place, column)
        if text:
            cell.value = int(text) if column == 1 and text.isdigit() else text
        cell.font = Font(name=_FONT, size=12, bold=bold)
        cell.border = Border(left=side, right=side, top=side, bottom=side)
        centred = column in {1, 3, 4} or (bold and place == 5)
        cell.alignment = Alignment(
            horizontal="center" if centred else "left", vertical="center", wrap_text=True
        )
