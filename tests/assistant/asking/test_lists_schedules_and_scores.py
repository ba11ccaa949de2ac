"""Schedules of visits, lists of permits and of persons, self-given scores: tables of words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.asking.answerer import RuleAnswerer
from ingest.pipeline import read_file
from tests.assistant.asking.fakes import FakeIndex

_Rows = Sequence[Sequence[str | int | float | None]]

_VISITS: _Rows = [
    ["SỞ THỦY SẢN TỈNH LÂM HẢI"],
    ["LỊCH KIỂM TRA VÙNG NUÔI NĂM 2034"],
    ["Tháng", "Ngày, buổi", "Đơn vị được kiểm tra", "Trưởng đoàn", "Địa điểm"],
    [
        "Tháng 4",
        "Sáng 12/4",
        "Xã Bãi Sậy",
        "Phó Chi cục trưởng Thủy sản Vũ Đình Khoai",
        "Bến cá xã",
    ],
    [None, "Chiều 12/4", "Xã Hòn Rùa", "Trưởng phòng Kỹ thuật Lý Thị Môn", "Trạm gác đèn"],
    ["Tháng 6", "Sáng 26/6", "Phường Vũng Nồm", "Trưởng phòng Kỹ thuật Lý Thị Môn", "Chợ cá"],
]
_PERMITS: _Rows = [
    ["SỞ THỦY SẢN TỈNH LÂM HẢI"],
    ["DANH MỤC GIẤY PHÉP NGHỀ CÁ"],
    ["STT", "Mã giấy phép", "Tên giấy phép", "Thời hạn giải quyết", "Nơi tiếp nhận", "Lệ phí"],
    ["I", "Lĩnh vực Nuôi trồng (cấp đảo)", None, None, None, None],
    [
        "1",
        "3.000111",
        "Cấp phép thả lồng bè trên vịnh kín",
        "10 ngày làm việc",
        "Quầy đảo",
        "90.000 đồng/lần",
    ],
    [
        "2",
        "3.000112",
        "Gia hạn phép thả lồng bè trên vịnh kín",
        "04 ngày làm việc",
        "Quầy đảo",
        "30.000 đồng/lần",
    ],
    ["II", "Lĩnh vực Khai thác (cấp bờ)", None, None, None, None],
    ["3", "3.000215", "Đóng tàu gỗ hai đáy", "60 ngày", "Quầy bờ", "Không"],
    ["4", "3.000216", "Sang tên tàu gỗ hai đáy", "05 ngày làm việc", "Quầy bờ", "Không"],
    ["5", "3.000217", "Đăng ký neo đậu qua đêm", "02 ngày làm việc", "Quầy bờ", "Không"],
]
_PERSONS: _Rows = [
    ["SỞ THỦY SẢN TỈNH LÂM HẢI"],
    ["DANH SÁCH NGƯỜI TRỰC QUẦY"],
    ["Họ và tên", "Chức vụ", "Lĩnh vực phụ trách", "Ngày trực", "Số điện thoại"],
    ["Đào Văn Chài", "Kiểm ngư viên", "Lưới vây, lồng bè", "Thứ Hai, thứ Tư", "0999.111.205"],
    ["Tống Thị Phao", "Chuyên viên", "Đăng kiểm tàu gỗ", "Thứ Sáu", "0999.111.206"],
]
_SCORES: _Rows = [
    ["CHI CỤC THỦY SẢN TỈNH LÂM HẢI"],
    ["BẢNG ĐIỂM THI ĐUA NĂM 2034"],
    ["Tiêu chí", "Điểm chuẩn", "Điểm đạt", "Điểm mất", "Lý do"],
    ["Tỷ lệ tàu gắn máy dò", 20, 14, 6, "Thiếu máy"],
    ["Sổ ghi mẻ lưới", 10, 9.5, 0.5, "Ghi muộn"],
    ["Dọn rác bến cá", 5, 4.75, 0.25, "Thiếu xe"],
]
_MONTHS: _Rows = [
    ["CHI CỤC THỦY SẢN TỈNH LÂM HẢI"],
    ["SỐ LƯỢT TÀU CẬP BẾN THEO THÁNG NĂM 2034"],
    ["Bến", "Tháng 1", "Tháng 2", "Tháng 3"],
    ["Bến Sậy", 31, 44, 12],
    ["Bến Rùa", 20, 15, 29],
    ["Tổng số", 51, 59, 41],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> RuleAnswerer:
    folder = tmp_path_factory.mktemp("words")
    tables = {
        "visits": _VISITS,
        "permits": _PERMITS,
        "persons": _PERSONS,
        "scores": _SCORES,
        "months": _MONTHS,
    }
    readings = [
        read_file(_book(folder / f"{name}.xlsx", rows), document_id=name, shown_path=f"{name}.xlsx")
        for name, rows in tables.items()
    ]
    return RuleAnswerer(FakeIndex(readings), today=date(2034, 5, 1))


def _book(path: Path, rows: _Rows) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([*row])
    if path.stem == "visits":
        sheet.merge_cells("A4:A5")
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Xã Hòn Rùa được kiểm tra vào ngày nào?", ["Chiều 12/4"], ["26/6"]),
        ("Ai là trưởng đoàn kiểm tra tại xã Bãi Sậy?", ["Vũ Đình Khoai"], ["Lý Thị Môn"]),
        ("Ngày 12/4 kiểm tra những đơn vị nào?", ["Bãi Sậy", "Hòn Rùa"], ["Vũng Nồm"]),
        ("Tháng 4 kiểm tra những xã nào?", ["Bãi Sậy", "Hòn Rùa"], ["Vũng Nồm"]),
        ("Địa điểm kiểm tra phường Vũng Nồm ở đâu?", ["Chợ cá"], ["Trạm gác"]),
    ],
)
def test_a_schedule_is_read_by_whom_it_names_and_not_by_its_days(
    answerer: RuleAnswerer, question: str, said: list[str], unsaid: list[str]
) -> None:
    _check(answerer, question, said, unsaid)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Lệ phí cấp phép thả lồng bè là bao nhiêu?", ["90.000"], ["30.000"]),
        ("Giấy phép mã 3.000215 tên là gì?", ["Đóng tàu gỗ hai đáy"], ["lồng bè"]),
        ("Lĩnh vực Khai thác có mấy giấy phép?", ["3 giấy phép", "neo đậu"], ["lồng bè"]),
        ("Giấy phép nào có thời hạn giải quyết dài nhất?", ["Đóng tàu gỗ"], ["neo đậu"]),
        ("Giấy phép nào tiếp nhận tại Quầy đảo?", ["Cấp phép thả", "Gia hạn phép"], ["neo đậu"]),
    ],
)
def test_rows_of_one_text_head_those_below_and_codes_and_openings_name_rows(
    answerer: RuleAnswerer, question: str, said: list[str], unsaid: list[str]
) -> None:
    _check(answerer, question, said, unsaid)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Số điện thoại của bà Tống Thị Phao là bao nhiêu?", ["0999.111.206"], ["205"]),
        ("Ông Đào Văn Chài trực vào những ngày nào?", ["Thứ Hai, thứ Tư"], ["Sáu"]),
        ("Ai phụ trách đăng kiểm tàu gỗ?", ["Tống Thị Phao"], ["Đào Văn Chài"]),
    ],
)
def test_a_list_of_persons_has_a_header_and_is_asked_with_their_address(
    answerer: RuleAnswerer, question: str, said: list[str], unsaid: list[str]
) -> None:
    _check(answerer, question, said, unsaid)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Tiêu chí tỷ lệ tàu gắn máy dò đạt bao nhiêu điểm?", ["**14**"], ["%"]),
        ("Có bao nhiêu tiêu chí mất từ 0,5 điểm trở lên?", ["2 tiêu chí"], ["Dọn rác", "cộng"]),
        ("Tháng nào có nhiều lượt tàu cập bến nhất?", ["Tháng 2", "59"], ["Bến Sậy"]),
    ],
)
def test_points_are_no_shares_and_rows_are_counted_not_added(
    answerer: RuleAnswerer, question: str, said: list[str], unsaid: list[str]
) -> None:
    _check(answerer, question, said, unsaid)


def test_a_bound_of_other_things_chooses_no_rows(answerer: RuleAnswerer) -> None:
    answer = answerer.answer("Đơn vị không hoàn thành từ 03 chỉ tiêu trở lên thì xử lý thế nào?")
    assert answer.status == "refused", answer.answer


def _check(answerer: RuleAnswerer, question: str, said: list[str], unsaid: list[str]) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(one in answer.answer for one in said), answer.answer
    assert not any(one in answer.answer for one in unsaid), answer.answer
