import datetime as dt
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from ingest.errors import OversizedFile
from ingest.model import Content
from ingest.readers.limits import Limits
from ingest.readers.spreadsheet import read_spreadsheet
from tests.ingest.readers.word_files import codes, grid, texts

HEADER = ["STT", "Chỉ tiêu", "Đơn vị", "Số liệu", "Ghi chú"]


def sheet_of(rows: list[Any]) -> Worksheet:
    sheet = Workbook().active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    return sheet


def read(folder: Path, sheet: Worksheet) -> Content:
    assert sheet.parent is not None
    sheet.parent.save(folder / "a.xlsx")
    return read_spreadsheet(folder / "a.xlsx", limits=Limits())


def test_cells_show_what_the_sheet_shows_and_keep_what_it_stores(tmp_path: Path) -> None:
    sheet = sheet_of([["STT", "Giá trị"]])
    stored: list[tuple[Any, str]] = [
        (2, "00"),
        (0.999, "0.0%"),
        (1355391, "#,##0"),
        (dt.date(2023, 3, 20), "yyyy-mm-dd"),
        ("02", "General"),
        (7, "General"),
    ]
    for row, (value, code) in enumerate(stored, start=2):
        sheet.cell(row, 1, row - 1)
        sheet.cell(row, 2, value).number_format = code
    cells = [row[1] for row in read(tmp_path, sheet).tables[0].rows[1:]]
    assert [(cell.text, cell.raw) for cell in cells] == [
        ("02", "2"),
        ("99,9%", "0.999"),
        ("1.355.391", "1355391"),
        ("20/03/2023", "2023-03-20T00:00:00"),
        ("02", None),
        ("7", None),
    ]


def test_title_lines_are_paragraphs_and_the_table_bears_the_sheet_name(tmp_path: Path) -> None:
    sheet = sheet_of(
        [["Phụ lục"], ["THỐNG KÊ NĂM 2030"], ["(Kèm theo Báo cáo)"], [], HEADER, [1, "A", "%", 9]]
    )
    sheet.merge_cells("A1:E1")
    sheet["A1"].font = Font(bold=True)
    sheet.title = "Biểu 1"
    content = read(tmp_path, sheet)
    assert texts(content) == ["Phụ lục", "THỐNG KÊ NĂM 2030", "(Kèm theo Báo cáo)"]
    assert content.paragraphs[0].bold
    assert grid(content) == [HEADER, ["1", "A", "%", "9", ""]]
    assert content.tables[0].title == "Biểu 1"


def test_title_lines_directly_above_the_header_are_paragraphs_too(tmp_path: Path) -> None:
    content = read(tmp_path, sheet_of([["THỐNG KÊ"], HEADER, [1, "A", "%", 9, "x"]]))
    assert texts(content) == ["THỐNG KÊ"]
    assert grid(content)[0] == HEADER


def test_merged_cells_cover_and_a_two_line_header_stays_whole(tmp_path: Path) -> None:
    sheet = sheet_of(
        [
            ["STT", "Chỉ tiêu", "Kết quả", None, "Ghi chú"],
            [None, None, "Đơn vị", "Số liệu", None],
            ["I", "Chỉ đạo", None, None, None],
            [1, "Kế hoạch", "Văn bản", 3, None],
        ]
    )
    for area in ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "B3:E3"):
        sheet.merge_cells(area)
    content = read(tmp_path, sheet)
    assert grid(content) == [
        ["STT", "Chỉ tiêu", "Kết quả", (0, 2), "Ghi chú"],
        [(0, 0), (0, 1), "Đơn vị", "Số liệu", (0, 4)],
        ["I", "Chỉ đạo", (2, 1), (2, 1), (2, 1)],
        ["1", "Kế hoạch", "Văn bản", "3", ""],
    ]


def test_a_blank_row_within_a_table_does_not_cut_it(tmp_path: Path) -> None:
    rows = [HEADER, [1, "A", "%", 5], [], ["II", "Mục hai"], [2, "B", "%", 6], [], [3, "C", "%", 7]]
    content = read(tmp_path, sheet_of(rows))
    assert len(content.tables) == 1
    assert [row[0] for row in grid(content)] == ["STT", "1", "II", "2", "3"]
    assert texts(content) == []


def test_a_lonely_section_row_between_blank_rows_stays_in_its_table(tmp_path: Path) -> None:
    rows = [HEADER, [1, "A", "%", 5], [], ["II. MỤC HAI"], [], [2, "B", "%", 6]]
    assert [row[0] for row in grid(read(tmp_path, sheet_of(rows)))] == [
        "STT",
        "1",
        "II. MỤC HAI",
        "2",
    ]


def test_a_second_header_after_a_blank_row_opens_a_second_table(tmp_path: Path) -> None:
    second = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Sản phẩm"]
    rows = [
        HEADER,
        [1, "A", "%", 5],
        [],
        ["Biểu 2"],
        [],
        second,
        [1, "Việc", "Phòng", "Quý I", "x"],
    ]
    content = read(tmp_path, sheet_of(rows))
    assert [table.number for table in content.tables] == [1, 2]
    assert grid(content, 2) == [second, ["1", "Việc", "Phòng", "Quý I", "x"]]
    assert texts(content) == ["Biểu 2"]


def test_origins_count_from_the_first_row_of_their_own_table(tmp_path: Path) -> None:
    sheet = sheet_of(
        [HEADER, [1, "A", "%", 5], [], ["TT", "Tên", "Ý", None, "Z"], [1, "Việc", "b", "c", "d"]]
    )
    sheet.merge_cells("C4:D4")
    assert grid(read(tmp_path, sheet), 2)[0] == ["TT", "Tên", "Ý", (0, 2), "Z"]


def test_signatures_below_a_table_are_paragraphs(tmp_path: Path) -> None:
    rows = [HEADER, [1, "A", "%", 5], [], [None, "NGƯỜI LẬP BIỂU", None, "GIÁM ĐỐC"]]
    content = read(tmp_path, sheet_of(rows))
    assert len(content.tables[0].rows) == 2
    assert texts(content) == ["NGƯỜI LẬP BIỂU", "GIÁM ĐỐC"]


def test_hidden_sheets_rows_and_columns_are_left_out_and_named(tmp_path: Path) -> None:
    sheet = sheet_of([["STT", "Tên", "Nháp", "Số"], [1, "A", "x", 5], [2, "B", "y", 6]])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    assert sheet.parent is not None
    other = sheet.parent.create_sheet("Mật khẩu")
    other["A1"] = "ẩn"
    other.sheet_state = "hidden"
    content = read(tmp_path, sheet)
    assert grid(content) == [["STT", "Tên", "Số"], ["2", "B", "6"]]
    assert codes(content) == ["hidden_row", "hidden_column", "hidden_sheet"]
    messages = " ".join(problem.message for problem in content.problems)
    assert all(name in messages for name in ("Dòng 2", "Cột C", "“Mật khẩu”"))


def test_a_merged_cell_whose_first_row_is_hidden_is_still_read(tmp_path: Path) -> None:
    sheet = sheet_of([["STT", "Tên"], ["nhóm", "a"], [None, "b"]])
    sheet.merge_cells("A2:A3")
    sheet.row_dimensions[2].hidden = True
    assert grid(read(tmp_path, sheet)) == [["STT", "Tên"], ["nhóm", "b"]]


def test_a_formula_that_was_never_computed_is_told_with_its_place(tmp_path: Path) -> None:
    sheet = sheet_of([["STT", "Số"], [1, 5], ["Tổng", "=SUM(B2:B2)"]])
    content = read(tmp_path, sheet)
    cell = content.tables[0].rows[2][1]
    assert (cell.text, cell.raw) == ("", "=SUM(B2:B2)")
    assert codes(content) == ["formula_without_value"]
    assert "B3" in content.problems[0].message


def test_a_computed_formula_gives_its_value(tmp_path: Path) -> None:
    sheet = sheet_of([["STT", "Số"], [1, "=2+3"]])
    read(tmp_path, sheet)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = re.sub(rb"<f>2\+3</f><v ?(?:/>|></v>)", b"<f>2+3</f><v>5</v>", parts[name])
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    content = read_spreadsheet(tmp_path / "b.xlsx", limits=Limits())
    assert grid(content) == [["STT", "Số"], ["1", "5"]]
    assert codes(content) == []


def test_print_titles_mark_the_header_rows(tmp_path: Path) -> None:
    sheet = sheet_of([["Phụ lục"], [], HEADER, [1, "A", "%", 5]])
    sheet.print_title_rows = "3:3"
    assert read(tmp_path, sheet).tables[0].header_rows == 1


def test_tables_of_all_sheets_are_numbered_on(tmp_path: Path) -> None:
    sheet = sheet_of([["a", "b"], [1, 2]])
    assert sheet.parent is not None
    second = sheet.parent.create_sheet("Hai")
    second.append(["c", "d"])
    second.append([3, 4])
    content = read(tmp_path, sheet)
    assert [(table.number, table.title) for table in content.tables] == [(1, "Sheet"), (2, "Hai")]


def test_a_stray_cell_far_away_does_not_cost_the_memory_of_the_area_between(tmp_path: Path) -> None:
    sheet = sheet_of([["a", "b"]])
    sheet["XFD1048576"] = "xa"
    assert sheet.parent is not None
    sheet.parent.save(tmp_path / "a.xlsx")
    with pytest.raises(OversizedFile):
        read_spreadsheet(tmp_path / "a.xlsx", limits=replace(Limits(), cells=1000))
