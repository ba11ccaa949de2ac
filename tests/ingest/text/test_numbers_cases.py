"""Numbers as administrative texts write them, each with the exact value, place and unit read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.text.numbers import Amount, amounts, parse_number, plain

POINTS = "điểm phần trăm"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("99,9", "99.9"),
        ("1.355.391", "1355391"),
        ("1.355.391,25", "1355391.25"),
        ("1355,25", "1355.25"),
        ("02", "2"),
        ("95.5", "95.5"),
        ("1.2345", "1.2345"),
        ("1234.567", "1234.567"),
        ("0,0", "0.0"),
        (" 7 ", "7"),
    ],
)
def test_a_number_alone_has_one_value(text: str, value: str) -> None:
    assert str(parse_number(text)) == value


@pytest.mark.parametrize("text", ["", "12a", "1.23.4", "1,", ",5", "-5", "mười", "1,2,3", "12 000"])
def test_what_is_not_one_number_has_no_value(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("100", "100"),
        ("1.50", "1.5"),
        ("1E+3", "1000"),
        ("0.0", "0"),
        ("12.0", "12"),
        ("-3.10", "-3.1"),
        ("2500000000.0", "2500000000"),
    ],
)
def test_a_value_is_written_without_exponent_and_trailing_zeros(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tiếp nhận 12.480 hồ sơ", [("12.480", "12480", None)]),
        ("đạt 98,5% kế hoạch", [("98,5%", "98.5", "%")]),
        ("đạt 9 % và 7 phần trăm", [("9 %", "9", "%"), ("7 phần trăm", "7", "%")]),
        ("giảm 5 điểm %", [("5 điểm %", "5", POINTS)]),
        ("tăng 4,25 điểm phần trăm so với quý I", [("4,25 điểm phần trăm", "4.25", POINTS)]),
        ("được 9 điểm trên 10", [("9", "9", None), ("10", "10", None)]),
        ("2,5 tỷ đồng", [("2,5 tỷ", "2500000000.0", None)]),
        ("1,2 tỉ đồng", [("1,2 tỉ", "1200000000.0", None)]),
        ("15 nghìn lượt", [("15 nghìn", "15000", None)]),
        ("3 ngàn lượt", [("3 ngàn", "3000", None)]),
        ("12 Triệu đồng", [("12 Triệu", "12000000", None)]),
        ("chỉ tiêu 3 tỷ lệ", [("3", "3", None)]),
        ("12 triệuđồng", [("12", "12", None)]),
        ("2 nghìn % và 5 phần trămx", [("2 nghìn %", "2000", "%"), ("5", "5", None)]),
        ("1.234,5 tấn và 1234567 con", [("1.234,5", "1234.5", None), ("1234567", "1234567", None)]),
        ("rộng 2.500m2 và 1.234ha, đạt 1.2345", [("1.2345", "1.2345", None)]),
        ("0123", [("0123", "123", None)]),
        ("Nghị định 123/NĐ, mẫu a5, cột 5a, giảm -5", []),
        ("1/2/3", []),
        ("12-13 xã", [("12", "12", None)]),
        ("không có số", []),
        ("2/0 xã; 5 xã", [("5", "5", None)]),
    ],
)
def test_figures_of_a_sentence_are_read_in_order(
    text: str, found: list[tuple[str, str, str | None]]
) -> None:
    read = [(text[one.start : one.end], str(one.value), one.unit) for one in amounts(text)]
    assert read == found
    assert all(one.of is None for one in amounts(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("đã có 03/04 xã đạt", [Amount(6, 11, Decimal(3), of=Decimal(4))]),
        ("8.952/8.957 hồ sơ", [Amount(0, 11, Decimal(8952), of=Decimal(8957))]),
        (
            "8.952/8.957 hồ sơ của 3 xã",
            [Amount(0, 11, Decimal(8952), of=Decimal(8957)), Amount(22, 23, Decimal(3))],
        ),
        ("10/20,5 ha", [Amount(0, 7, Decimal(10), of=Decimal("20.5"))]),
        (
            "1/2 thôn, 3 xã, 4/5 huyện, 6 tỉnh",
            [
                Amount(0, 3, Decimal(1), of=Decimal(2)),
                Amount(10, 11, Decimal(3)),
                Amount(16, 19, Decimal(4), of=Decimal(5)),
                Amount(27, 28, Decimal(6)),
            ],
        ),
        ("0/3 xã", [Amount(0, 3, Decimal(0), of=Decimal(3))]),
        (
            "5/0 xã, 7/8 thôn, 9%",
            [Amount(8, 11, Decimal(7), of=Decimal(8)), Amount(18, 20, Decimal(9), unit="%")],
        ),
    ],
)
def test_a_ratio_is_one_figure_with_its_denominator(text: str, found: list[Amount]) -> None:
    assert amounts(text) == found
