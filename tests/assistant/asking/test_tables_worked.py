"""Cells chosen below headings, by days and ticks, and worked into shares, averages and changes."""

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

_LEVELS: _Rows = [
    ["UBND TỈNH LÂM HẢI"],
    ["BIỂU TỔNG HỢP ĐƠN THƯ 9 THÁNG NĂM 2034"],
    ["TT", "Loại đơn", "Số đơn nhận", None, None, "Đã trả lời", None],
    [None, None, "Tổng số", "Gửi qua mạng", "Gửi trực tiếp", "Đúng hẹn", "Trễ hẹn"],
    ["I", "KHU VỰC ĐẢO"],
    [1, "Nuôi ong", 40, 10, 30, 35, 5],
    [2, "Đánh cá", 25, 5, 20, 25, 0],
    ["II", "KHU VỰC ĐẤT LIỀN"],
    [1, "Nuôi ong", 90, 60, 30, 70, 12],
    [2, "Trồng chè", 50, 20, 30, 44, 3],
    [3, "Làm gốm", 8, 8, None, 8, None],
]
_SHORTENED: _Rows = [
    ["SỞ THỦY SẢN TỈNH LÂM HẢI"],
    ["DANH MỤC GIẤY PHÉP RÚT NGẮN THỜI GIAN NĂM 2034"],
    ["STT", "Mã giấy phép", "Tên giấy phép", "Lĩnh vực", "Số ngày chờ", None, "Tỷ lệ rút ngắn"],
    [None, None, None, None, "Quy định cũ", "Sau rút ngắn", None],
    [1, "3.000111", "Thả lồng bè", "Nuôi trồng", 20, 12, "40%"],
    [2, "3.000112", "Đóng tàu gỗ", "Khai thác", 30, 24, "20%"],
    [3, "3.000113", "Mở cảng cá", "Hạ tầng", 45, None, None],
]
_YEARS: _Rows = [
    ["UBND HUYỆN ĐẢO SẬY"],
    ["LỘ TRÌNH LẮP PHAO BÁO HIỆU GIAI ĐOẠN 2034 - 2036"],
    ["TT", "Hạng mục", "Phụ trách", "Lộ trình", None, None],
    [None, None, None, "2034", "2035", "2036"],
    [1, "Phao cửa vịnh", "Trạm trưởng", "x", "x", None],
    [2, "Phao luồng bắc", "Đội trưởng", None, "x", "x"],
    [3, "Phao bãi tắm", "Đội trưởng", None, None, "x"],
]
_VISITS: _Rows = [
    ["SỞ THỦY SẢN TỈNH LÂM HẢI"],
    ["LỊCH THĂM TRẠI GIỐNG NĂM 2034"],
    ["TT", "Trại giống", "Ngày thăm", "Buổi", "Trưởng đoàn", "Số lượt người", "Kinh phí"],
    [1, "Trại Bãi Sậy", "12/4/2034", "Sáng", "Chi cục trưởng", 8, 400],
    [2, "Trại Hòn Rùa", "12/4/2034", "Chiều", "Trưởng phòng Kỹ thuật", 5, 350],
    [3, "Trại Vũng Nồm", "20/5/2034", "Chiều", "Chi cục trưởng", 12, None],
]
_MATRIX: _Rows = [
    ["SỞ THỦY SẢN TỈNH LÂM HẢI"],
    ["PHÂN CÔNG NHIỆM VỤ NĂM 2034 (CT: CHỦ TRÌ; PH: PHỐI HỢP)"],
    ["TT", "Nhiệm vụ", "Văn phòng Sở", "Thanh tra Sở", "Phòng Nuôi trồng", "Hoàn thành"],
    [1, "In sổ tay vùng nuôi", "PH", None, "CT", "30/6/2034"],
    [2, "Kiểm tra lồng bè", None, "CT", "PH", "Quý III/2034"],
]
_SPENT: _Rows = [
    ["SỞ THỦY SẢN TỈNH LÂM HẢI"],
    ["PHÂN BỔ VỐN HẠ TẦNG NGHỀ CÁ NĂM 2034"],
    ["Đơn vị tính: triệu đồng"],
    ["TT", "Dự án", "Chủ đầu tư", "Tổng mức", "Đã giải ngân", "Năm khởi công"],
    [1, "Cầu cảng Vũng Nồm", "Ban Quản lý cảng", 12500, 5000, 2031],
    [2, "Kho lạnh Hòn Rùa", "Chi cục Thủy sản", 8000, 8000, 2033],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> RuleAnswerer:
    folder = tmp_path_factory.mktemp("tables")
    sheets = {"don-thu": _LEVELS, "giay-phep": _SHORTENED, "phao": _YEARS, "lich": _VISITS}
    sheets |= {"ma-tran": _MATRIX, "von": _SPENT}
    readings = [
        read_file(
            _written(folder / f"{name}.xlsx", rows), document_id=name, shown_path=f"{name}.xlsx"
        )
        for name, rows in sheets.items()
    ]
    return RuleAnswerer(FakeIndex(readings), today=date(2034, 10, 1))


def _written(path: Path, rows: _Rows) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([*row])
    for number, row in enumerate(rows, start=1):
        if row.count(None) and row[0] in ("TT", "STT"):
            for place, cell in enumerate(row):
                if cell is None and place and row[place - 1] is not None:
                    last = place
                    while last + 1 < len(row) and row[last + 1] is None:
                        last += 1
                    sheet.merge_cells(
                        start_row=number, end_row=number, start_column=place, end_column=last + 1
                    )
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        # rows below a heading
        ("Khu vực đảo nhận bao nhiêu đơn nuôi ong gửi qua mạng?", ["10"], ["60"]),
        ("Loại đơn nào ở khu vực đất liền trễ hẹn nhiều nhất?", ["Nuôi ong", "12"], ["**5"]),
        ("Khu vực đất liền có những loại đơn nào?", ["Nuôi ong", "Trồng chè"], ["Đánh cá"]),
        (
            "So sánh tổng số đơn nuôi ong giữa khu vực đảo và khu vực đất liền",
            ["40", "90", "50"],
            ["Trồng chè"],
        ),
        # several things asked of one row
        (
            "Trại Hòn Rùa được thăm ngày nào, ai làm trưởng đoàn?",
            ["12/4/2034", "Trưởng phòng Kỹ thuật"],
            ["20/5/2034"],
        ),
        # days, ticks, bounds
        ("Buổi chiều ngày 12/4/2034 thăm trại giống nào?", ["Hòn Rùa"], ["Bãi Sậy", "Vũng Nồm"]),
        ("Phao luồng bắc lắp vào những năm nào?", ["**2035, 2036**"], []),
        ("Hạng mục nào chỉ làm trong năm 2036?", ["Phao bãi tắm"], ["Phao luồng bắc"]),
        ("Năm 2035 không làm hạng mục nào?", ["Phao bãi tắm"], ["Phao cửa vịnh"]),
        ("Giấy phép nào được rút ngắn từ 30% trở lên?", ["Thả lồng bè"], ["Đóng tàu gỗ"]),
        ("Trại giống nào có từ 8 lượt người trở lên?", ["Bãi Sậy", "Vũng Nồm"], ["Hòn Rùa"]),
        ("Loại đơn nào có đơn trả lời trễ hẹn?", ["Nuôi ong", "Trồng chè"], ["Đánh cá", "Làm gốm"]),
        # figures worked out
        (
            "Giấy phép đóng tàu gỗ giảm từ bao nhiêu ngày xuống bao nhiêu ngày?",
            ["30", "24", "6"],
            ["45"],
        ),
        ("Tỷ lệ đơn trồng chè gửi qua mạng là bao nhiêu?", ["40 %"], []),
        ("Bình quân kinh phí một lượt người của trại Hòn Rùa?", ["70"], []),
        ("Trại giống nào kinh phí cao nhất và thấp nhất?", ["400", "350"], []),
        ("Dự án nào có tổng mức trên 10 tỷ đồng?", ["Cầu cảng Vũng Nồm"], ["Kho lạnh"]),
        ("Dự án nào khởi công trước năm 2032?", ["Cầu cảng Vũng Nồm"], ["Kho lạnh"]),
        ("Chủ đầu tư dự án kho lạnh Hòn Rùa là ai?", ["Chi cục Thủy sản"], ["Ban Quản lý"]),
        # codes under units
        ("Đơn vị nào chủ trì in sổ tay vùng nuôi?", ["Phòng Nuôi trồng"], ["Văn phòng Sở"]),
        ("Thanh tra Sở chủ trì việc gì?", ["Kiểm tra lồng bè"], ["In sổ tay"]),
        # a column of codes is text
        ("Mã giấy phép thả lồng bè là gì?", ["3.000111"], []),
    ],
)
def test_cells_are_chosen_and_worked_out(
    answerer: RuleAnswerer, question: str, said: list[str], unsaid: list[str]
) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered", answer.answer
    assert all(one in answer.answer for one in said), answer.answer
    assert not any(one in answer.answer for one in unsaid), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Khu vực đảo nhận bao nhiêu đơn trồng chè?",
        "Giấy phép mở cảng cá sau rút ngắn còn mấy ngày?",
        "Kinh phí thăm trại Vũng Nồm là bao nhiêu?",
        "Ngày 13/4/2034 thăm trại giống nào?",
        "Tỷ lệ đơn đánh cá trả lời đúng hẹn là bao nhiêu phần trăm?",
    ],
)
def test_what_no_cell_says_is_refused(answerer: RuleAnswerer, question: str) -> None:
    answer = answerer.answer(question)
    assert answer.status == "refused", answer.answer


def test_every_cell_said_is_cited_in_its_own_column(answerer: RuleAnswerer) -> None:
    answer = answerer.answer("Khu vực đảo nhận bao nhiêu đơn nuôi ong gửi qua mạng?")
    places = [(one.source.column, one.source.quote) for one in answer.citations]
    assert places == [("Số đơn nhận / Gửi qua mạng", "10")]
