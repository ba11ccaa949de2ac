from __future__ import annotations

from pathlib import Path

from evals.originals.block import Block, digest, plain
from evals.originals.reading import blocks, whole_text
from tests.evals.builders import document


def test_tab_separated_lines_are_rows_counted_from_the_header(tmp_path: Path) -> None:
    found = blocks(document(tmp_path))
    assert [(block.table, block.row) for block in found] == [
        (None, None), (None, None), (1, 1), (1, 2), (1, 3),
    ]  # fmt: skip
    assert found[3].cells == ("1", "Hồ sơ tiếp nhận trong năm", "1.204")


def test_cells_on_lines_of_their_own_are_joined_to_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "PHỤ LỤC\n\n\tSTT\n\tViệc\n\tThời gian\nthực hiện\n\n\t1\n\tRà soát\n\tTháng 6\n", "utf-8"
    )
    assert [(block.row, block.cells) for block in blocks(path)] == [
        (None, ("PHỤ LỤC",)),
        (1, ("STT", "Việc", "Thời gian thực hiện")),
        (2, ("1", "Rà soát", "Tháng 6")),
    ]


def test_a_spreadsheet_is_read_as_it_is_shown(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Tên"], ["STT", "Chỉ tiêu", "Số liệu"], ["1", "Tỷ lệ", 0.964], ["2", "Số", 12480]):
        sheet.append(row)
    sheet["C3"].number_format = "0.0%"
    sheet["C4"].number_format = "#,##0"
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert [(block.row, block.cells[-1]) for block in blocks(path)][1:] == [
        (1, "Số liệu"), (2, "96,4%"), (3, "12.480"),
    ]  # fmt: skip


def test_marks_and_tags_are_not_part_of_the_words(tmp_path: Path) -> None:
    assert plain("## **II. KINH  PHÍ**") == "II. KINH PHÍ"
    assert plain("<p>Quý I/2023</p>") == "Quý I/2023"
    assert digest(Block(("a", "b", ""))) == digest(Block(("a", "b")))
    assert "Hồ sơ quá hạn 12" in whole_text(document(tmp_path))
