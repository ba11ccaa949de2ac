"""Kinds of papers beside plans and reports, read from files and asked: lists, letters, rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.answer import Answer, Turn
from assistant.service import Service
from evals.opening import opened

TODAY = date(2029, 6, 10)

LIST: list[list[object]] = [
    ["SỞ THỂ THAO TỈNH ĐIỆN BIÊN"],
    ["DANH MỤC VIỆC THEO DÕI NĂM 2029"],
    ["STT", "Công việc", "Văn bản giao", "Phòng thực hiện", "Hạn cuối", "Trạng thái", "Vướng mắc"],
    [1, "Sửa mái nhà thi đấu", "CV 31/UBND-XD ngày 02/02/2029", "Phòng Cơ sở vật chất",
     "31/3/2029", "Đã hoàn thành", None],
    [2, "Lập bản đồ sân bóng cấp xã", "KH 8/KH-UBND ngày 10/01/2029", "Phòng Phong trào",
     "15/5/2029", "Đang thực hiện", "Thiếu tọa độ của 04 xã"],
    [3, "Tuyển huấn luyện viên bơi", "QĐ 77/QĐ-UBND ngày 05/3/2029", "Phòng Phong trào",
     "30/6/2029", "Chưa thực hiện", None],
]  # fmt: skip

QUARTERS: list[list[object]] = [
    ["SỞ THỦY SẢN THÀNH PHỐ HẢI PHÒNG"],
    ["SỐ LIỆU THEO QUÝ NĂM 2028"],
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Quý I", "Quý II", "Cả năm"],
    [1, "Giấy phép nuôi lồng bè", "giấy phép", 14, 27, 90],
    [2, "Tàu cá được kiểm định", "tàu", 210, 190, 800],
]

RULES = """SỞ THỂ THAO TỈNH ĐIỆN BIÊN
Số: 12/QC-STT
Điện Biên, ngày 05 tháng 02 năm 2029

QUY CHẾ
Mượn sân vận động của đơn vị ngoài ngành

Điều 1. Hội đồng duyệt lịch
1. Trưởng hội đồng: Phó Giám đốc Sở.
2. Cơ quan thường trực của Hội đồng là Phòng Phong trào.
Điều 2. Thời hạn trả lời
Phòng Phong trào trả lời đơn mượn sân trong 03 ngày làm việc; quá hạn thì coi như đồng ý.
Điều 3. Từ chối
Sân chỉ bị từ chối cho mượn khi mặt cỏ đang phục hồi hoặc trùng giải đấu cấp tỉnh.
"""

LETTER = """SỞ THỂ THAO TỈNH ĐIỆN BIÊN
Số: 204/STT-VP
V/v gửi danh sách vận động viên

Điện Biên, ngày 02 tháng 4 năm 2029

Kính gửi: Các xã, phường.

1. Các xã, phường gửi danh sách vận động viên trước ngày 25/4/2029.
2. Trường phổ thông tự rà soát sân tập, báo cáo trước ngày 12/5/2029.
"""


def _workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([*row])
    book.save(path)
    return path


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("papers")
    files = [
        _workbook(folder / "theo-doi.xlsx", LIST),
        _workbook(folder / "so-lieu.xlsx", QUARTERS),
    ]
    for name, text in (("quy-che.txt", RULES), ("cong-van.txt", LETTER)):
        files.append(folder / name)
        files[-1].write_text(text, encoding="utf-8")
    with opened(files, today=lambda: TODAY) as found:
        yield found


def _ask(service: Service, question: str, *before: str) -> Answer:
    history = [Turn(question=one, answer=service.ask(one).answer) for one in before]
    return service.ask(question, history=history)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Phòng nào lập bản đồ sân bóng cấp xã?", ["Phòng Phong trào"]),
        ("Sửa mái nhà thi đấu đã xong chưa?", ["Đã hoàn thành"]),
        ("Vì sao lập bản đồ sân bóng bị vướng?", ["Thiếu tọa độ"]),
        ("Văn bản nào giao tuyển huấn luyện viên bơi?", ["77/QĐ-UBND"]),
        ("Danh mục theo dõi của Điện Biên có bao nhiêu công việc?", ["**3** nhiệm vụ"]),
        ("Quý I và quý II năm 2028 tổng cộng bao nhiêu giấy phép nuôi lồng bè?", ["41"]),
        ("Cả năm 2028 kiểm định bao nhiêu tàu cá của Sở Thủy sản Hải Phòng?", ["800 tàu"]),
        ("Đơn vị nào là cơ quan thường trực của hội đồng duyệt lịch?", ["Phòng Phong trào"]),
        ("Trả lời đơn mượn sân trong bao lâu?", ["03 ngày làm việc"]),
        ("Khi nào sân bị từ chối cho mượn?", ["mặt cỏ đang phục hồi"]),
        ("Trường phổ thông phải tự rà soát sân tập xong trước ngày nào?", ["12/5/2029"]),
    ],
)
def test_a_question_is_answered_from_the_paper_that_says_it(
    service: Service, question: str, said: list[str]
) -> None:
    answer = _ask(service, question)
    assert answer.status == "answered", answer.answer
    for words in said:
        assert words in answer.answer, answer.answer


def test_what_is_done_is_not_late(service: Service) -> None:
    answer = _ask(service, "Nhiệm vụ nào đã quá hạn?")
    assert "Lập bản đồ sân bóng" in answer.answer
    assert "Sửa mái nhà thi đấu" not in answer.answer


def test_work_is_listed_by_how_far_it_has_come(service: Service) -> None:
    unfinished = _ask(service, "Những việc nào chưa hoàn thành?").answer
    assert "Lập bản đồ" in unfinished
    assert "Tuyển huấn luyện viên" in unfinished
    assert "Sửa mái" not in unfinished
    waiting = _ask(service, "Những việc nào chưa thực hiện?").answer
    assert "Tuyển huấn luyện viên" in waiting
    assert "Lập bản đồ" not in waiting


def test_rows_with_something_in_the_column_named_are_listed(service: Service) -> None:
    answer = _ask(service, "Nhiệm vụ nào còn vướng mắc trong danh mục theo dõi của Điện Biên?")
    assert "Lập bản đồ" in answer.answer
    assert "Tuyển huấn luyện viên" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Vướng mắc của việc tuyển huấn luyện viên bơi là gì?",
        "Đơn vị nào phối hợp lập bản đồ sân bóng cấp xã?",
        "Quý III năm 2028 có bao nhiêu giấy phép nuôi lồng bè?",
        "Phụ lục III của quy chế của Sở Thể thao Điện Biên nêu những gì?",
        "Kinh phí mượn sân vận động là bao nhiêu?",
        "Đơn vị nào chủ trì trồng cỏ nhân tạo cho sân vận động?",
    ],
)
def test_what_no_paper_says_is_refused(service: Service, question: str) -> None:
    answer = _ask(service, question)
    assert answer.status == "refused", answer.answer


def test_a_quarter_named_alone_goes_on_from_the_question_before(service: Service) -> None:
    first = "Quý I năm 2028 có bao nhiêu giấy phép nuôi lồng bè?"
    answer = _ask(service, "còn quý II?", first)
    assert "27 giấy phép" in answer.answer
    assert "14 giấy phép" not in answer.answer


def test_papers_bear_the_name_that_they_give_themselves(service: Service) -> None:
    assert "Quy chế 12/QC-STT" in _ask(service, "Khi nào sân bị từ chối cho mượn?").answer
    letter = _ask(service, "Trường phổ thông phải tự rà soát sân tập xong trước ngày nào?").answer
    assert "Công văn 204/STT-VP" in letter


def test_a_city_whose_name_holds_the_word_for_room_is_a_province(service: Service) -> None:
    found = {doc.file: doc for doc in service.documents().documents}["so-lieu.xlsx"]
    assert (found.issuer, found.province) == ("Sở Thủy sản", "Hải Phòng")
