"""Questions answered from tables of any shape: row × column × what is done with the cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.pipeline import read_file
from tests.assistant.asking.fakes import FakeIndex

TODAY = date(2033, 6, 1)
_Rows = Sequence[Sequence[str | int | float | None]]

_WATCHED: _Rows = [
    ["SỞ DU LỊCH TỈNH AN GIANG"],
    ["BẢNG THEO DÕI TIẾN ĐỘ NHIỆM VỤ NĂM 2033"],
    [
        "TT",
        "Nội dung công việc",
        "Bộ phận đầu mối",
        "Bộ phận cùng làm",
        "Hạn xong",
        "Trạng thái",
        "Mức hoàn thành (%)",
        "Vướng mắc",
        "Nguyên nhân",
    ],
    [
        1,
        "Cấp thẻ nuôi ong du lịch",
        "Phòng Lữ hành",
        "Văn phòng Sở",
        "30/6/2033",
        "Đã hoàn thành",
        100,
    ],
    [
        2,
        "Vẽ bản đồ vườn trái cây",
        "Phòng Lưu trú",
        None,
        "31/8/2033",
        "Chậm tiến độ",
        55,
        "Thiếu ảnh chụp",
        "Máy ảnh hỏng",
    ],
    [
        3,
        "Dựng biển chỉ đường ven kênh",
        "Phòng Lữ hành",
        "Thanh tra Sở",
        "30/9/2033",
        "Chậm tiến độ",
        78,
        "Cột bị mọt",
        "Gỗ ẩm",
    ],
]
_COUNTED: _Rows = [
    ["UBND PHƯỜNG BẾN TRẦM, TỈNH AN GIANG"],
    ["SỐ LIỆU HỒ SƠ THEO QUÝ NĂM 2032"],
    ["Kỳ", "Hồ sơ tiếp nhận", "Trong đó: qua mạng", "Trả quá hạn", "Ghi chú"],
    ["Quý I", 500, 310, 9, None],
    ["Quý II", 620, 400, 4, "Mưa bão kéo dài"],
    ["Quý III", 580, None, 6, None],
    ["Quý IV", 610, 455, 2, None],
    ["Cả năm", 2310, 1165, 21, None],
]
_RANKED: _Rows = [
    ["HỘI ĐỒNG THẨM ĐỊNH TỈNH AN GIANG"],
    ["KẾT QUẢ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH CÁC XÃ NĂM 2031"],
    ["STT", "Xã", "Điểm tự chấm", "Điểm thẩm định", "Xếp loại", "Có máy lấy số"],
    [1, "Xã Cồn Sậy", 91.5, 90.25, "Xuất sắc", "Có"],
    [2, "Xã Rạch Mía", 88, 84.5, "Tốt", "Không"],
    [3, "Xã Gò Bần", 79.5, 71, "Khá", "Không"],
]
_FUNDED: _Rows = [
    ["SỞ TÀI CHÍNH TỈNH AN GIANG"],
    ["DỰ TOÁN KINH PHÍ CHUYỂN ĐỔI SỐ GIAI ĐOẠN 2031 - 2033"],
    ["STT", "Nội dung chi", "Năm 2031", "Năm 2032", "Năm 2033", "Tổng cộng", "Nguồn vốn"],
    [1, "Mua máy quét vân tay", 300, 450, None, 750, "Ngân sách tỉnh"],
    [2, "Thuê đường truyền vệ tinh", 120, 90, 60, 270, "Xã hội hóa"],
    [None, "Tổng cộng", 420, 540, 60, 1020, None],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> RuleAnswerer:
    folder = tmp_path_factory.mktemp("tables")
    tables = {"watched": _WATCHED, "counted": _COUNTED, "ranked": _RANKED, "funded": _FUNDED}
    readings = [
        read_file(_book(folder / f"{name}.xlsx", rows), document_id=name, shown_path=f"{name}.xlsx")
        for name, rows in tables.items()
    ]
    return RuleAnswerer(FakeIndex(readings), today=TODAY)


def _book(path: Path, rows: _Rows) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def _said(answer: Answer) -> str:
    return answer.answer.replace("**", "")


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Việc vẽ bản đồ vườn trái cây đang vướng gì?", "Thiếu ảnh chụp"),
        ("Nguyên nhân chậm dựng biển chỉ đường ven kênh là gì?", "Gỗ ẩm"),
        ("Quý II/2032 phường Bến Trầm tiếp nhận qua mạng bao nhiêu hồ sơ?", "400"),
        ("Ghi chú của quý II năm 2032 phường Bến Trầm là gì?", "Mưa bão kéo dài"),
        ("Điểm thẩm định của xã Rạch Mía là bao nhiêu?", "84,5"),
        ("Thuê đường truyền vệ tinh lấy từ nguồn vốn nào?", "Xã hội hóa"),
        ("Năm 2032 dự toán mua máy quét vân tay bao nhiêu tiền?", "450"),
        ("Xã Gò Bần có máy lấy số không?", "Không"),
    ],
)
def test_a_row_and_a_column_that_are_named_give_their_cell(
    answerer: RuleAnswerer, question: str, cell: str
) -> None:
    answer = answerer.answer(question)

    assert answer.status == "answered", answer.answer
    assert cell in _said(answer).replace(".", ",") or cell in _said(answer)
    assert all(f"[{citation.n}]" in answer.answer for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "held", "left_out"),
    [
        ("Những nhiệm vụ nào của Sở Du lịch chậm tiến độ?", ("bản đồ", "biển chỉ"), "thẻ nuôi"),
        ("Nhiệm vụ nào có mức hoàn thành dưới 70%?", ("bản đồ",), "biển chỉ"),
        ("Xã nào không có máy lấy số?", ("Rạch Mía", "Gò Bần"), "Cồn Sậy"),
        ("Xã nào có điểm thẩm định từ 84 trở lên?", ("Cồn Sậy", "Rạch Mía"), "Gò Bần"),
        ("Những xã nào được xếp loại Xuất sắc?", ("Cồn Sậy",), "Rạch Mía"),
    ],
)
def test_rows_are_chosen_by_value_mark_or_bound(
    answerer: RuleAnswerer, question: str, held: tuple[str, ...], left_out: str
) -> None:
    said = _said(answerer.answer(question))

    assert all(name in said for name in held), said
    assert left_out not in said


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Quý nào phường Bến Trầm trả quá hạn nhiều nhất?", "Quý I"),
        ("Xã nào có điểm thẩm định thấp nhất?", "Gò Bần"),
        ("Cả năm 2032 phường Bến Trầm tiếp nhận tổng bao nhiêu hồ sơ?", "2310"),
        ("6 tháng đầu năm 2032 phường Bến Trầm tiếp nhận qua mạng bao nhiêu hồ sơ?", "710"),
        ("Điểm thẩm định của xã Cồn Sậy và xã Gò Bần chênh nhau bao nhiêu?", "19,25"),
        ("Kinh phí thuê đường truyền vệ tinh năm 2033 giảm bao nhiêu so với năm 2031?", "60"),
        ("Tổng kinh phí cả giai đoạn 2031 - 2033 cho mua máy quét vân tay?", "750"),
    ],
)
def test_cells_are_added_up_ranked_and_held_against_each_other(
    answerer: RuleAnswerer, question: str, shown: str
) -> None:
    answer = answerer.answer(question)

    assert answer.status == "answered", answer.answer
    assert shown in _said(answer).replace(".", "") or shown in _said(answer)
    assert "Cả năm: 21" not in _said(answer)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Cấp thẻ nuôi ong du lịch đang vướng mắc gì?", "Thiếu ảnh chụp"),
        ("Bộ phận nào cùng làm việc vẽ bản đồ vườn trái cây?", "Thanh tra Sở"),
        ("Quý III/2032 phường Bến Trầm tiếp nhận qua mạng bao nhiêu hồ sơ?", "400"),
        ("Quý II/2029 phường Bến Trầm tiếp nhận qua mạng bao nhiêu hồ sơ?", "400"),
        ("Kinh phí mua máy quét vân tay năm 2033?", "450"),
        ("Điểm thẩm định của xã Bờ Dừa là bao nhiêu?", "84,5"),
        ("Xã Rạch Mía có bao nhiêu điểm an ninh?", "84,5"),
        ("Quý II/2032 phường Bến Trầm có bao nhiêu hồ sơ trả trước hạn?", "4 "),
        ("Kinh phí mua xuồng máy năm 2032?", "450"),
    ],
)
def test_a_blank_cell_or_an_unknown_row_column_or_year_is_refused(
    answerer: RuleAnswerer, question: str, never: str
) -> None:
    answer = answerer.answer(question)

    assert answer.status == "refused", answer.answer
    assert f"**{never}" not in answer.answer
