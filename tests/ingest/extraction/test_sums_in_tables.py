"""Rows that sum others up, headings with sums beside them, and what names the rows of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.totals import is_total
from ingest.model import Reading
from ingest.pipeline import read_file
from tests.office_files import excel_file, word_file


def _read(path: Path) -> Reading:
    return read_file(path, document_id="d", shown_path=path.name)


@pytest.mark.parametrize(
    "name", ["Tổng cộng", "CỘNG TOÀN BỘ", "Tổng cộng (A+B)", "Cộng các mục", "Tổng số toàn xã"]
)
def test_a_name_that_only_adds_up_is_a_total(name: str) -> None:
    assert is_total(name)


@pytest.mark.parametrize(
    "name", ["Tổng số hồ sơ", "Cộng tác viên", "Tổng biên chế", "Tổng kinh phí"]
)
def test_a_name_that_says_what_is_counted_is_no_total(name: str) -> None:
    assert not is_total(name)


def test_headings_with_costs_and_sums_are_no_tasks_and_stay_findable(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành", "Kinh phí (triệu đồng)"],
            ["", "TỔNG CỘNG", "", "", "90"],
            ["I", "BẢO TỒN LÀNG GỐM", "", "", "70"],
            ["1", "Phục dựng lò nung cổ", "Phòng Di sản", "Quý II/2031", "45"],
            ["2", "Ghi âm nghệ nhân vuốt gốm", "Bảo tàng huyện", "Quý III/2031", "25"],
            ["II", "QUẢNG BÁ", "", "", "20"],
            ["3", "Vẽ tranh tường ven sông", "Phòng Di sản", "Tháng 9/2031", "20"],
        ],
        before=["PHỤ LỤC", "DANH MỤC NHIỆM VỤ NĂM 2031"],
    )
    reading = _read(path)

    assert [(task.key, task.text) for task in reading.tasks] == [
        ("I.1", "Phục dựng lò nung cổ"),
        ("I.2", "Ghi âm nghệ nhân vuốt gốm"),
        ("II.3", "Vẽ tranh tường ven sông"),
    ]
    passages = [unit.text for unit in reading.units if unit.kind == "passage"]
    assert any("BẢO TỒN LÀNG GỐM" in text and "70" in text for text in passages)
    assert any("TỔNG CỘNG" in text and "90" in text for text in passages)


def test_the_day_set_is_the_deadline_and_not_the_day_it_was_done(tmp_path: Path) -> None:
    path = excel_file(
        tmp_path / "a.xlsx",
        [
            ["STT", "Nội dung nhiệm vụ", "Phòng chủ trì", "Ngày hoàn thành", "Hạn xử lý"],
            ["1", "Đếm cây bần ven kênh", "Phòng Lâm sinh", "20/3/2031", "15/3/2031"],
            ["2", "Thả phao luồng lạch", "Phòng Đường thủy", "", "30/6/2031"],
        ],
    )
    deadlines = [task.deadline and task.deadline.text for task in _read(path).tasks]

    assert deadlines == ["15/3/2031", "30/6/2031"]


def test_a_year_with_one_column_beside_years_with_two_keeps_every_column(tmp_path: Path) -> None:
    path = excel_file(
        tmp_path / "a.xlsx",
        [
            ["STT", "Nội dung chi", "Năm 2031", None, "Năm 2032"],
            [None, None, "Dự toán", "Quyết toán", "Dự toán"],
            [1, "Mua thuyền nan", 40, 38, 50],
            [2, "Thuê người chèo", 20, 19, 25],
        ],
        merged=["C1:D1", "A1:A2", "B1:B2"],
    )
    held = {(one.source.column, one.value) for one in _read(path).indicators}

    assert held == {
        ("Năm 2031 / Dự toán", "40"),
        ("Năm 2031 / Quyết toán", "38"),
        ("Năm 2032 / Dự toán", "50"),
        ("Năm 2031 / Dự toán", "20"),
        ("Năm 2031 / Quyết toán", "19"),
        ("Năm 2032 / Dự toán", "25"),
    }


def test_the_first_words_of_a_row_name_it_and_not_when_it_takes_place(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["TT", "Tên lớp", "Số lớp", "Học viên", "Thời điểm mở lớp", "Kinh phí (triệu đồng)"],
            ["1", "Đan lưới căn bản", "2", "50", "Tháng 4", "31"],
            ["2", "Sửa máy thủy", "1", "60", "Tháng 7", "24"],
            ["3", "Cứu đuối trên sông", "5", "40", "Tháng 9", "18"],
        ],
        before=["PHỤ LỤC", "CÁC LỚP NĂM 2031"],
    )
    assert {one.subject for one in _read(path).indicators} == {
        "Đan lưới căn bản",
        "Sửa máy thủy",
        "Cứu đuối trên sông",
    }


def test_a_sheet_of_remarks_makes_no_annex_of_tasks_of_figures(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["STT", "Đơn vị", "Số phiếu", "Tỷ lệ hài lòng (%)"],
        [1, "Xã Rạch Bần", 100, 91.5],
        [2, "Xã Cồn Sậy", 80, 88],
        [3, "Xã Gò Nhum", 90, 79],
    ):
        sheet.append(row)
    notes = book.create_sheet("Ghi chú")
    for row in (["STT", "Đơn vị", "Nội dung"], [1, "Xã Gò Nhum", "Khảo sát bù đợt hai"]):
        notes.append(row)
    book.save(tmp_path / "a.xlsx")

    assert _read(tmp_path / "a.xlsx").document.kind == "statistics_annex"


def test_the_lines_above_a_table_are_told_with_it(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [["STT", "Đơn vị", "Số phiếu", "Tỷ lệ (%)"], ["1", "Xã Rạch Bần", "100", "91"]] * 1
        + [["2", "Xã Cồn Sậy", "80", "88"]],
        before=["PHỤ LỤC", "PHIẾU THU VỀ QUÝ III NĂM 2031", "Đơn vị tính: phiếu"],
    )
    captions = _read(path).tables[0].captions

    assert "PHIẾU THU VỀ QUÝ III NĂM 2031" in captions
