"""Tables typed by hand with bars between cells and no rule below the header."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Paragraph, Table
from ingest.pipeline import read_file
from ingest.readers.text import parse

ROWS = ("STT | Nhiệm vụ | Chủ trì | Thời hạn", "1 | Rà soát thủ tục | Văn phòng Sở | Quý II/2031")
LAST = "2 | Khảo sát hài lòng |  | 30/9/2031"


@pytest.mark.parametrize("shape", ["{}", "| {} |", "|{}|", "  {}"])
def test_lines_of_as_many_cells_are_a_table(shape: str) -> None:
    text = "\n".join(("Phụ lục", *(shape.format(row) for row in (*ROWS, LAST)), "Ghi chú"))
    before, table, after = parse(text)
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        ["1", "Rà soát thủ tục", "Văn phòng Sở", "Quý II/2031"],
        ["2", "Khảo sát hài lòng", "", "30/9/2031"],
    ]
    assert isinstance(before, Paragraph)
    assert (before.text, isinstance(after, Paragraph)) == ("Phụ lục", True)


@pytest.mark.parametrize(
    "text",
    [
        "A | B | C\nD | E | F",
        "Trái | Phải\nMột | Hai\nBa | Bốn",
        "Hồ sơ a | b | c\nCâu văn không có vạch.\nHồ sơ d | e | f",
    ],
)
def test_two_lines_or_two_cells_are_no_table(text: str) -> None:
    assert not any(isinstance(block, Table) for block in parse(text))


def test_its_rows_become_records(tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.txt"
    title = "SỞ Y TẾ TỈNH AN BÌNH\nSố: 8/KH-SYT\nKẾ HOẠCH\nCải cách hành chính năm 2031\n"
    file.write_text("\n".join((title, *ROWS, LAST)), encoding="utf-8")
    reading = read_file(file, document_id="a", shown_path=file.name)
    assert [(task.text, task.lead) for task in reading.tasks] == [
        ("Rà soát thủ tục", ("Văn phòng Sở",)),
        ("Khảo sát hài lòng", ()),
    ]
