"""The grammar of figures: what is one, what is none, and what the number means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.checking.spans import spans


def numbers(text: str) -> list[tuple[str, str]]:
    return [
        (text[one.start : one.end], f"{one.value:f}" + (f"/{one.of:f}" if one.of else ""))
        for one in spans(text)
        if one.kind == "number"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.355.391 đồng", [("1.355.391", "1355391")]),
        ("1.234 hồ sơ", [("1.234", "1234")]),
        ("đạt 95.5%", [("95.5%", "95.5")]),
        ("đạt 1.234,5 tấn", [("1.234,5", "1234.5")]),
        ("đạt 99,9 %", [("99,9 %", "99.9")]),
        ("đạt 99,9 phần trăm", [("99,9 phần trăm", "99.9")]),
        ("thêm 14,8 điểm phần trăm", [("14,8 điểm phần trăm", "14.8")]),
        ("có 02 phòng", [("02", "2")]),
        ("8.952/8.957 hồ sơ", [("8.952/8.957", "8952/8957")]),
        ("03/03 văn bản", [("03/03", "3/3")]),
        ("3/4 đơn vị", [("3/4", "3/4")]),
        ("5 triệu lượt", [("5 triệu", "5000000")]),
        ("hai mươi mốt hồ sơ", [("hai mươi mốt", "21")]),
        ("mười lăm nghìn đồng", [("mười lăm nghìn", "15000")]),
        ("chín mươi lăm phần trăm", [("chín mươi lăm phần trăm", "95")]),
        ("tăng 5 điểm %", [("5 điểm %", "5")]),
    ],
)
def test_numbers_are_read_the_vietnamese_way(text: str, found: list[tuple[str, str]]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Điều 3 và khoản 2",
        "Mức độ 4",
        "mức độ 3, 4",
        "TCVN ISO 9001:2015",
        "ISO 9001:2015",
        "Đề án 06",
        "Quyết định số 123/QĐ-ABC ngày 15/01/2026",
        "Nghị định 30/2020/NĐ-CP",
        "ngày 31 tháng 12 năm 2025",
        "từ ngày 26-27/6/2023",
        "giai đoạn 2021-2025",
        "quý III/2025",
        "6 tháng đầu năm",
        "trẻ dưới 6 tuổi",
        "(1) rà soát",
        "2.1. Nội dung",
        "lúc 8 giờ 30",
        "https://abc.gov.vn/15/2",
        "chuyên mục “Mỗi tuần 1 điều luật mới nhất”",
        "một số việc, một cửa",
        "điện thoại 0299 3821 999",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert numbers(text) == []
    assert all(one.why for one in spans(text))


@pytest.mark.parametrize(
    ("text", "how", "day"),
    [
        ("trước ngày 30/6/2026", "before", date(2026, 6, 30)),
        ("đến hết quý III/2026", "until", date(2026, 9, 1)),
        ("chậm nhất tháng 5/2026", "until", date(2026, 5, 1)),
        ("trong quý I năm 2026", "within", date(2026, 3, 1)),
        ("trước ngày 15/6", "before", None),
        ("trước tháng 13/2026", "before", None),
    ],
)
def test_deadlines_keep_their_kind_and_day(text: str, how: str, day: date | None) -> None:
    (one,) = [one for one in spans(f"Xong {text}.") if one.kind == "deadline"]
    assert (one.deadline, one.day) == (how, day)


def test_a_document_number_carries_its_date() -> None:
    text = "theo Quyết định số 123 / QĐ-ABC ngày 15 tháng 01 năm 2026 về giao biên chế"
    (one,) = [one for one in spans(text) if one.kind == "document"]
    assert (one.number, one.day) == ("123/QĐ-ABC", date(2026, 1, 15))


def test_a_day_that_does_not_exist_is_no_date() -> None:
    (one,) = [one for one in spans("ngày 31/02/2026") if one.kind == "date"]
    assert one.day is None


def test_a_numbered_list_in_a_note_is_not_figures() -> None:
    text = "4. Tập huấn (12/2025) 5. Kiểm tra 3 xã 6. Sơ kết"
    assert numbers(text) == [("3", "3")]
    assert [one.value for one in spans("Có 7 hồ sơ, 9 đơn") if one.value] == [
        Decimal(7),
        Decimal(9),
    ]
