"""The pieces of a text: each figure, date, deadline and document number with its exact reading."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.checking.model import Span
from assistant.checking.spans import spans

POINTS = "điểm phần trăm"
LABEL = "số thứ tự của mục"
ITEM = "số thứ tự trong danh sách"
PERIOD = "kỳ"
DAY = "ngày trong năm"
ARTICLE = "điều khoản, mục, phụ lục"
LEVEL = "mức độ, cấp độ"
NAME = "tên gọi có số"
TITLE = "số trong tên gọi"
NOTHING = "tuổi, giờ hoặc số chỉ tên"


def only(text: str) -> Span:
    (one,) = spans(text)
    return one


@pytest.mark.parametrize(
    ("text", "shown", "value", "unit"),
    [
        ("Có 12.480 hồ sơ", "12.480", "12480", None),
        ("Đạt 98,5% kế hoạch", "98,5%", "98.5", "%"),
        ("Đạt 98,5 % kế hoạch", "98,5 %", "98.5", "%"),
        ("Đạt 4 phần trăm", "4 phần trăm", "4", "%"),
        ("Giảm 3 điểm %, tốt", "3 điểm %", "3", POINTS),
        ("Tăng 7,25 Điểm phần trăm so với quý trước", "7,25 Điểm phần trăm", "7.25", POINTS),
        ("Có 5 triệu lượt", "5 triệu", "5000000", None),
        ("Có 2,5 Nghìn lượt", "2,5 Nghìn", "2500", None),
        ("Có 3 ngàn cây", "3 ngàn", "3000", None),
        ("Có 1,2 tỷ lượt", "1,2 tỷ", "1200000000", None),
        ("Có 4 tỉ cây", "4 tỉ", "4000000000", None),
        ("Chi 5 triệu đồng", "5", "5", None),
        ("Gồm 3 tỷ lệ", "3", "3", None),
        ("Có 12 nghìn", "12", "12", None),
        ("Đạt hai mươi phần trăm kế hoạch", "hai mươi phần trăm", "20", "%"),
        ("Tăng hai mươi điểm phần trăm", "hai mươi điểm phần trăm", "20", POINTS),
        ("Có hai triệu ba trăm nghìn lượt", "hai triệu ba trăm nghìn", "2300000", None),
        ("Hai mươi mốt xã", "Hai mươi mốt", "21", None),
    ],
)
def test_a_number_has_this_value_and_sign(
    text: str, shown: str, value: str, unit: str | None
) -> None:
    one = only(text)
    start = text.index(shown)
    assert (one.start, one.end, one.kind) == (start, start + len(shown), "number")
    assert (one.value, one.unit, one.of) == (Decimal(value), unit, None)
    assert one.spoken is not any(char.isdigit() for char in shown)
    assert one.why == ""


@pytest.mark.parametrize(
    ("text", "shown", "part", "whole"),
    [
        ("Có 5/8 xã", "5/8", "5", "8"),
        ("Có 03 / 04 xã", "03 / 04", "3", "4"),
        ("Có 3/5 triệu người dân", "3/5 triệu", "3000000", "5000000"),
        ("Có 2,5/4 nghìn lượt", "2,5/4 nghìn", "2500", "4000"),
        ("Có 0/3 xã", "0/3", "0", "3"),
    ],
)
def test_a_ratio_has_part_and_whole(text: str, shown: str, part: str, whole: str) -> None:
    one = only(text)
    assert (text[one.start : one.end], one.kind, one.unit) == (shown, "number", None)
    assert (one.value, one.of) == (Decimal(part), Decimal(whole))


def test_nothing_is_a_part_of_nought_and_what_follows_is_read() -> None:
    one = only("Có 3/0 xã, 5/8 thôn")
    assert (one.value, one.of) == (Decimal(5), Decimal(8))


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("2. Nội dung", "2. ", LABEL),
        ("2.1. Nội dung", "2.1. ", LABEL),
        ("- 2. Nội dung", "- 2. ", LABEL),
        ("Quý III/2027 tốt", "Quý III/2027", PERIOD),
        ("Quý 2 năm 2027 tốt", "Quý 2 năm 2027", PERIOD),
        ("Giai đoạn 2021-2025", "2021-2025", PERIOD),
        ("Trong 6 tháng đầu năm 2027", "6 tháng đầu năm 2027", PERIOD),
        ("Trong sáu tháng cuối năm", "sáu tháng cuối năm", PERIOD),
        ("Tại kỳ tháng 5", "tháng 5", PERIOD),
        ("Tại tháng 5 năm 2027", "tháng 5 năm 2027", PERIOD),
        ("Kỳ 05/2027", "05/2027", PERIOD),
        ("Kết quả năm 2027", "năm 2027", PERIOD),
        ("Vào ngày 5", "ngày 5", DAY),
        ("Vào ngày 5/6", "ngày 5/6", DAY),
        ("Theo khoản 5", "khoản 5", ARTICLE),
        ("Tại Phụ lục số 2.1", "Phụ lục số 2.1", ARTICLE),
        ("Tại mức độ 3, 4", "mức độ 3, 4", LEVEL),
        ("Theo Đề án 06", "Đề án 06", NAME),
        ("Chi nhánh Hải An 2 chủ trì", "Chi nhánh Hải An 2", NAME),
        ("Lúc 8 giờ 30", "8 giờ 30", "giờ"),
        ("Gọi 0912 345 678", "0912 345 678", "điện thoại"),
        ("Theo TCVN ISO 9001:2015", "TCVN ISO 9001:2015", "tiêu chuẩn"),
        ("Theo 27001:2022", "27001:2022", "tiêu chuẩn"),
        ("Xem www.vi-du.vn/5", "www.vi-du.vn/5", "địa chỉ"),
        ("Gồm (1) rà soát", "(1)", "số thứ tự"),
        ("Trẻ dưới 6 tuổi", "6", NOTHING),
        ("Mục “Mỗi tuần 1 điều luật mới nhất”", "1", TITLE),
    ],
)
def test_what_is_no_figure_says_why(text: str, shown: str, why: str) -> None:
    one = only(text)
    start = text.index(shown)
    assert one == Span(start, start + len(shown), "none", why=why)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gồm: 1. Rà soát 2. Kiểm tra 3. Sơ kết", [("1", ITEM), ("2", ITEM), ("3", ITEM)]),
        ("Gồm: 1) Rà soát 2) Kiểm tra", [("1", ITEM), ("2", ITEM)]),
        ("Gồm: 1. Rà soát 3. Sơ kết", [("1", ""), ("3", "")]),
        ("Gồm: 1. Mở. 1. Rà soát 2. Sơ kết", [("1", ""), ("1", ITEM), ("2", ITEM)]),
        (
            "Gồm: 1. Mở 2. Đóng; gồm 1. Rà soát 2. Sơ kết",
            [("1", ITEM), ("2", ITEM), ("1", ITEM), ("2", ITEM)],
        ),
        ("Có 4. Rà soát 5. Sơ kết", [("4", ITEM), ("5", ITEM)]),
        ("a) Có 5 hồ sơ", [("5", "")]),
        ("- Có 5 hồ sơ", [("5", "")]),
        ("1. Có 5 hồ sơ", [("1. ", LABEL), ("5", "")]),
        ("Mức 4, mức 5%", [("Mức 4", LEVEL), ("5%", "")]),
        ("Theo khoản 5%, điểm 7 phần trăm", [("5%", ""), ("7 phần trăm", "")]),
        ('Mục “Sổ tay” có 3 bài, "3 không"', [("3", ""), ("3", "")]),
        ("Mục “Mỗi tuần 1 tin và 2 bài hay nhất”", [("1", TITLE), ("2", TITLE)]),
        ("Trong hai năm 2026 và 2027, có ba tuổi",
            [("hai", NOTHING), ("năm 2026 và 2027", PERIOD), ("ba", NOTHING)]),
        ("Các năm 2025, 2026 và 2027 hồ sơ", [("năm 2025, 2026", PERIOD), ("2027", "")]),
        ("Vào ngày 5 tháng 6 rồi 7 xã", [("ngày 5 tháng 6", DAY), ("7", "")]),
        ("Rộng 2.500m2, 1.234ha, 2.500 m2", [("2.500", "")]),
        ("Có 12-13 xã; mẫu x-5, 5-a, a5 và 5a", []),
        ("Một cửa, một số việc", []),
        ("Có một hồ sơ và 5 đơn", [("một", ""), ("5", "")]),
        ("", []),
    ],
)  # fmt: skip
def test_pieces_stand_in_order_and_do_not_overlap(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.why) for one in spans(text)] == found


@pytest.mark.parametrize(
    ("text", "how", "day", "whole"),
    [
        ("trước ngày 30/6/2027", "before", date(2027, 6, 30), False),
        ("Trước 30/6/2027", "before", date(2027, 6, 30), False),
        ("chậm nhất là ngày 5/5/2027", "until", date(2027, 5, 5), False),
        ("muộn nhất là ngày 9 tháng 8 năm 2027", "until", date(2027, 8, 9), False),
        ("không quá quý iv/2027", "until", date(2027, 12, 1), True),
        ("đến hết quý I năm 2027", "until", date(2027, 3, 1), True),
        ("hết quý 4 năm 2027", "until", date(2027, 12, 1), True),
        ("xong trong tháng 12 năm 2027", "within", date(2027, 12, 1), True),
        ("trong quý II/2027", "within", date(2027, 6, 1), True),
        ("từ tháng 1/2027", "from", date(2027, 1, 1), True),
        ("thời hạn: ngày 5/5/2027", "due", date(2027, 5, 5), False),
        ("hạn đến 05/05/2027", "due", date(2027, 5, 5), False),
        ("trước tháng 13/2027", "before", None, True),
        ("trước tháng 0/2027", "before", None, True),
        ("trước ngày 31/4/2027", "before", None, False),
        ("trước ngày 15/6", "before", None, True),
    ],
)
def test_a_deadline_has_its_kind_and_day(
    text: str, how: str, day: date | None, whole: bool
) -> None:
    sentence = f"Việc này {text}."
    one = only(sentence)
    assert (sentence[one.start : one.end], one.kind, one.why) == (text, "deadline", "thời hạn")
    assert (one.deadline, one.day, one.whole_month) == (how, day, whole)


@pytest.mark.parametrize(
    ("text", "shown", "day"),
    [
        ("Họp ngày 15/01/2027", "ngày 15/01/2027", date(2027, 1, 15)),
        ("Họp 15.1.2027", "15.1.2027", date(2027, 1, 15)),
        ("Họp ngày 5 - 6/7/2027", "ngày 5 - 6/7/2027", date(2027, 7, 6)),
        ("Họp ngày 31 tháng 4 năm 2027", "ngày 31 tháng 4 năm 2027", None),
        ("Họp từ ngày 01/7/2027", "ngày 01/7/2027", date(2027, 7, 1)),
        ("Họp trong ngày 02/7/2027", "ngày 02/7/2027", date(2027, 7, 2)),
    ],
)
def test_a_date_has_its_day(text: str, shown: str, day: date | None) -> None:
    one = only(text)
    assert (text[one.start : one.end], one.kind, one.day) == (shown, "date", day)
    assert one.why == "ngày tháng"


def test_a_deadline_behind_a_plain_date_is_still_read() -> None:
    text = "Họp từ ngày 01/7/2027, xong trước ngày 15/8/2027"
    assert [(one.kind, one.day) for one in spans(text)] == [
        ("date", date(2027, 7, 1)),
        ("deadline", date(2027, 8, 15)),
    ]


@pytest.mark.parametrize(
    ("text", "shown", "number", "day"),
    [
        ("Kế hoạch số 45/KH-UBND", "45/KH-UBND", "45/KH-UBND", None),
        (
            "Tại 45/KH-UBND ngày 3/5/2027, có",
            "45/KH-UBND ngày 3/5/2027",
            "45/KH-UBND",
            date(2027, 5, 3),
        ),
        (
            "Công văn số 12 /CV-STP, ngày 30 tháng 02 năm 2027",
            "12 /CV-STP, ngày 30 tháng 02 năm 2027",
            "12/CV-STP",
            None,
        ),
        ("Quyết định 77/QĐ-ABC.", "77/QĐ-ABC", "77/QĐ-ABC", None),
        ("Luật số 12/2027/QH15", "12/2027/QH15", "12/2027/QH15", None),
        ("Theo 12/2027/QH15", "12/2027/QH15", "12/2027/QH15", None),
        ("Văn bản SỐ 12/XYZ-AB", "12/XYZ-AB", "12/XYZ-AB", None),
    ],
)
def test_a_document_number_has_its_day(
    text: str, shown: str, number: str, day: date | None
) -> None:
    one = only(text)
    assert (text[one.start : one.end], one.kind) == (shown, "document")
    assert (one.number, one.day, one.why) == (number, day, "số, ký hiệu văn bản")


def test_a_number_of_an_unknown_kind_of_document_needs_the_word_so() -> None:
    text = "Kế hoạch 12/XYZ-AB và Kế hoạch số 13/XYZ-AB"
    assert [(one.kind, one.number) for one in spans(text) if one.kind == "document"] == [
        ("document", "13/XYZ-AB")
    ]


def test_a_scale_before_a_slash_scales_the_part_alone() -> None:
    part, whole = spans("Đã rà soát 52 nghìn/60 văn bản")
    assert (part.value, part.of, whole.value) == (Decimal(52000), None, Decimal(60))
