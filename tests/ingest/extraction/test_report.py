"""The report of each table, and the proof that no cell is lost from any of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from ingest.model import Reading, Source, TableReport
from ingest.pipeline import read_file
from ingest.readers.registry import read_content
from tests.builders import LAYOUTS, columns, grid, tasks

STATISTICS = (
    "PHỤ LỤC SỐ LIỆU NĂM 2027\n\nTT\tChỉ tiêu\tĐơn vị tính\tSố liệu\tMàu sắc\n"
    "I\tTIẾP NHẬN\t\t\t\n"
    "1\tSố hồ sơ tiếp nhận\tHồ sơ\t12.480\txanh lam\n"
    "2\tSố hồ sơ trả trễ\tHồ sơ\tchưa rõ\t\n"
    "3\tSố hồ sơ bổ sung\tHồ sơ\t\t\n"
)
TASKS = (
    "PHỤ LỤC\nNHIỆM VỤ NĂM 2027\n\nTT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\n"
    "1\tRà soát hồ sơ lưu trữ\tTrung tâm Lưu trữ\tQuý I/2027\n"
    "2\tKiểm tra nội bộ\tThanh tra Sở\tkhi thấy hợp lý\n"
)


def read(folder: Path, text: str) -> Reading:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, document_id="d", shown_path="a.txt")


def only(found: Reading) -> TableReport:
    (report,) = found.tables
    return report


def lost_words(path: Path, found: Reading) -> list[str]:
    """Words of table cells that neither a record nor a passage quotes; headers count as kept."""
    (report,) = found.tables
    head = {column.name for column in report.columns}
    quotes: dict[tuple[int | None, int | None], list[str]] = {}
    for source in _sources(found):
        quotes.setdefault((source.table, source.row), []).append(source.quote)
    lost = []
    for table in read_content(path).tables:
        for index, row in enumerate(table.rows):
            texts = [(cell.text or "").strip() for cell in row]
            if {text for text in texts if text} <= head or sum(map(bool, texts)) <= 2:
                continue  # the header, or a section row: context of the rows below it
            for text in texts[1:] if texts[0].strip(".").isalnum() else texts:
                left = text
                for quote in sorted(quotes.get(table.place(index), []), key=len, reverse=True):
                    left = left.replace(quote, " ")
                if any(char.isalnum() for char in left):
                    lost.append(left.strip())
    return lost


def _sources(found: Reading) -> Iterator[Source]:
    for unit in found.units:
        yield unit.source
        yield from unit.source.parts


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@pytest.mark.parametrize("seed", range(4))
def test_no_cell_of_an_invented_table_is_lost(tmp_path: Path, layout: str, seed: int) -> None:
    rng = random.Random(f"report-{layout}-{seed}")
    sections = tasks(rng, year=2027)
    header, body = grid(rng, sections, columns(rng))
    path = tmp_path / "a.txt"
    path.write_text(
        f"PHỤ LỤC\nNHIỆM VỤ NĂM 2027\n\n{LAYOUTS[layout](rng, header, body)}", encoding="utf-8"
    )
    found = read_file(path, document_id="d", shown_path="a.txt")

    assert lost_words(path, found) == []
    report = only(found)
    assert (report.kind, report.share, report.records) == ("tasks", 1.0, len(found.tasks))
    rows = report.header_rows + report.section_rows + report.record_rows + report.passage_rows
    assert rows <= report.rows
    assert report.section_rows == len([title for _, title, _ in sections if title])
    assert report.unclear == ()


def test_a_dropped_cell_is_noticed(tmp_path: Path) -> None:
    found = read(tmp_path, TASKS)
    assert lost_words(tmp_path / "a.txt", found) == []
    holding = [unit for unit in found.units if unit.record_id == found.tasks[0].id]
    torn = holding[0].source.model_copy(update={"parts": holding[0].source.parts[:-1]})
    units = tuple(
        unit.model_copy(update={"source": torn}) if unit.id == holding[0].id else unit
        for unit in found.units
    )
    dropped = found.model_copy(update={"units": units})
    assert lost_words(tmp_path / "a.txt", dropped) == [holding[0].source.parts[-1].quote]


def test_rows_are_counted_by_what_became_of_them(tmp_path: Path) -> None:
    report = only(read(tmp_path, STATISTICS))
    assert (report.number, report.kind, report.rows) == (1, "indicators", 5)
    assert (report.header_rows, report.section_rows) == (1, 1)
    assert (report.record_rows, report.passage_rows, report.records) == (3, 0, 3)
    assert report.cells == 12
    assert report.share == 1.0
    assert [(column.name, column.role) for column in report.columns][:4] == [
        ("TT", "number"),
        ("Chỉ tiêu", "indicator"),
        ("Đơn vị tính", "unit"),
        ("Số liệu", "value"),
    ]


def test_cells_that_were_not_understood_are_named_with_their_place(tmp_path: Path) -> None:
    found = read(tmp_path, STATISTICS)
    assert {(cell.code, cell.source.quote, cell.source.row) for cell in only(found).unclear} == {
        ("no_field", "xanh lam", 3),
        ("not_a_number", "chưa rõ", 4),
    }
    kept = [unit for unit in found.units if unit.kind == "passage" and "xanh lam" in unit.text]
    assert [unit.source.row for unit in kept] == [3]
    (late,) = only(read(tmp_path, TASKS)).unclear
    assert (late.code, late.source.quote, late.source.column) == (
        "no_date", "khi thấy hợp lý", "Thời hạn",
    )  # fmt: skip


def test_items_on_lines_of_one_cell_are_all_in_the_record(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    book = docx.Document()
    table = book.add_table(rows=2, cols=4)
    texts = (
        ("TT", "Nhiệm vụ", "Sản phẩm", "Thời hạn"),
        ("1", "Rà soát hồ sơ", "- Báo cáo;\n- Danh mục;\n- Kế hoạch.", "Quý I/2027"),
    )
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    book.save(str(path))
    found = read_file(path, document_id="d", shown_path="a.docx")
    assert len(found.tasks) == 1
    assert only(found).unclear == ()


def test_a_table_whose_columns_say_nothing_stays_passages(tmp_path: Path) -> None:
    found = read(tmp_path, "BÁO CÁO\n\nMàu\tHình\tSố\nđỏ\ttròn\tmột\nxanh\tvuông\thai\n")
    report = only(found)
    assert (report.kind, report.record_rows, report.share) == ("passages", 0, 0.0)
    assert report.unclear == ()
    assert report.passage_rows >= 2


def test_words_among_the_numbers_of_a_wide_table_are_unclear_and_not_lost(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "BẢNG TỔNG HỢP NĂM 2027\n\nĐơn vị\tSố hồ sơ\tTỷ lệ đúng hạn (%)\tMàu sắc\n"
        "Phòng Một\t120\t98,5\txanh lam\nPhòng Hai\t80\t97\t\nPhòng Ba\t75\t99\tđỏ tươi\n",
    )
    report = only(found)
    assert (report.kind, report.record_rows, report.share) == ("wide", 3, 1.0)
    assert [cell.source.quote for cell in report.unclear] == ["xanh lam", "đỏ tươi"]
    assert lost_words(tmp_path / "a.txt", found) == []
