"""Tables of words: headers of lists, places that name no work, cells merged over rows."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from ingest.extraction.columns import role_of
from ingest.model import Reading
from ingest.pipeline import read_file


def _read(path: Path, rows: list[list[str | None]], *, merged: str = "") -> Reading:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    book.save(path)
    return read_file(path, document_id="words", shown_path=path.name)


def test_a_list_of_persons_is_kept_under_the_titles_of_its_columns(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [
        ["Họ và tên", "Chức vụ", "Ngày trực"],
        ["Đào Văn Chài", "Kiểm ngư viên", "Thứ Hai"],
        ["Tống Thị Phao", "Chuyên viên", "Thứ Sáu"],
    ]
    units = _read(tmp_path / "truc.xlsx", rows).units
    assert any("Chức vụ: Kiểm ngư viên" in unit.text for unit in units)


def test_rows_without_known_titles_keep_their_first_row_as_words(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [
        ["Bến Sậy", "Gỗ mun", "Đèn bão"],
        ["Bến Rùa", "Gỗ lim", "Đèn cù"],
        ["Bến Nồm", "Gỗ sến", "Đèn chai"],
    ]
    units = _read(tmp_path / "ben.xlsx", rows).units
    assert not any("Bến Sậy:" in unit.text for unit in units)


def test_a_cell_merged_over_rows_stands_in_each_of_them_and_no_place_is_work(
    tmp_path: Path,
) -> None:
    rows: list[list[str | None]] = [
        ["Tháng", "Ngày, buổi", "Đơn vị được kiểm tra", "Thành phần tham gia", "Địa điểm"],
        ["Tháng 4", "Sáng 12/4", "Xã Bãi Sậy", "Trạm Kiểm ngư", "Bến cá xã"],
        [None, "Chiều 12/4", "Xã Hòn Rùa", "Trạm Kiểm ngư", "Trạm gác đèn"],
        ["Tháng 6", "Sáng 26/6", "Phường Vũng Nồm", "Trạm Kiểm ngư", "Chợ cá"],
    ]
    reading = _read(tmp_path / "lich.xlsx", rows, merged="A2:A3")
    assert not reading.tasks
    afternoon = next(unit for unit in reading.units if "Chiều 12/4" in unit.text)
    assert afternoon.text.startswith("Tháng: Tháng 4; ")
    assert ("Tháng", 2) in {(part.column, part.row) for part in afternoon.source.parts}


def test_what_was_given_to_do_is_work_and_who_follows_it_a_person() -> None:
    assert role_of("Nội dung được giao") == "task"
    assert role_of("Người theo dõi") == "person"
    assert role_of("Địa điểm kiểm tra") == "place"
