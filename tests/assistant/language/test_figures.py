"""The independent reader of figures."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language.figures import citations, plain, read_facts
from assistant.language.shapes import parse_number


def _read(text: str) -> list[tuple[str, str]]:
    return [(fact.kind, fact.key) for fact in read_facts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.355.391 đồng", [("number", "1355391")]),
        ("1.234", [("number", "1234")]),
        ("95.5%", [("percent", "95.5")]),
        ("1.234,5", [("number", "1234.5")]),
        ("99,9 %", [("percent", "99.9")]),
        ("99,9 phần trăm", [("percent", "99.9")]),
        ("14,8 điểm phần trăm", [("point", "14.8")]),
        ("14,8 điểm %", [("point", "14.8")]),
        ("1,2 triệu đồng", [("number", "1200000")]),
        ("2 tỷ rưỡi đồng", [("number", "2500000000")]),
        ("02 văn bản", [("number", "2")]),
        ("8.952/8.957 hồ sơ", [("pair", "8952/8957")]),
        ("3/4 đơn vị", [("pair", "3/4")]),
        ("trước ngày 20/3", [("pair", "20/3")]),
        ("31/12/2025", [("date", "2025-12-31")]),
        ("ngày 31 tháng 12 năm 2025", [("date", "2025-12-31")]),
        ("tháng 6/2023", [("month", "2023-06")]),
        ("tháng 6 năm 2023", [("month", "2023-06")]),
        ("6 tháng", [("number", "6")]),
        ("quý III/2025", [("quarter", "2025-Q3")]),
        ("Quý 3 năm 2025", [("quarter", "2025-Q3")]),
        ("giai đoạn 2021-2025", [("years", "2021-2025")]),
        ("từ năm 2021 đến năm 2025", [("years", "2021-2025")]),
        ("năm 2030", [("year", "2030")]),
        ("Quyết định số 123/QĐ-UBND", [("document", "123/QĐ-UBND")]),
        ("19/2023/QĐ-UBND", [("document", "19/2023/QĐ-UBND")]),
        ("Đề án 06", [("label", "đề án 6")]),
        ("Điều 3", [("label", "điều 3")]),
        ("Phụ lục II", [("label", "phụ lục II")]),
        ("mục III.1.9", [("label", "III.1.9")]),
        ("hai mươi mốt văn bản", [("number", "21")]),
        ("mười lăm nghìn hồ sơ", [("number", "15000")]),
        ("một trăm phần trăm", [("percent", "100")]),
        ("ba triệu rưỡi đồng", [("number", "3500000")]),
        ("chín mươi chín phẩy chín phần trăm", [("percent", "99.9")]),
        ("một nghìn không trăm linh năm hồ sơ", [("number", "1005")]),
        ("năm hai nghìn không trăm ba mươi", [("year", "2030")]),
        ("tam muoi phan tram", [("number", "80")]),
        ("đạt .5 điểm", [("code", "5")]),
        ("**8**0%", [("percent", "80")]),
        ("８０%", [("percent", "80")]),
        ("8\u200b0%", [("percent", "80")]),
        ("٨٠%", [("percent", "80")]),
    ],
)
def test_a_figure_is_read_in_its_normal_form(text: str, expected: list[tuple[str, str]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "trong năm nay",
        "không có",
        "một số đơn vị",
        "bộ phận một cửa",
        "tư pháp",
        "dịch vụ công trực tuyến một phần",
        "tỷ lệ hồ sơ",
        "hằng năm các đơn vị báo cáo",
    ],
)
def test_words_that_only_look_like_numbers_are_no_figures(text: str) -> None:
    assert _read(text) == []


def test_what_is_counted_and_what_holds_a_figure_are_part_of_it() -> None:
    at_least, before, down = read_facts(
        "từ 84% trở lên; trước ngày 15/01/2026; giảm 12 thủ tục hành chính"
    )
    assert at_least.bound == "ge"
    assert before.bound == "before"
    assert (down.trend, down.noun) == ("down", "thủ tục")


def test_marks_are_no_figures_and_lists_of_marks_are_taken_apart() -> None:
    assert citations("A [1][3], B [2, 5] và C [7-9].") == (1, 3, 2, 5, 7, 8, 9)
    assert [fact.kind for fact in read_facts("A [1]")] == ["citation"]


@given(st.integers(min_value=0, max_value=10**12))
def test_dots_between_groups_of_three_never_change_a_whole_number(value: int) -> None:
    grouped = f"{value:,}".replace(",", ".")
    assert _read(f"Có {grouped} hồ sơ") == [("number", str(value))]


@given(st.integers(0, 10**6), st.integers(1, 99))
def test_a_comma_is_a_decimal_mark(whole: int, hundredths: int) -> None:
    expected = format((Decimal(whole) + Decimal(hundredths) / 100).normalize(), "f")
    assert _read(f"đạt {whole},{hundredths:02d}%") == [("percent", expected)]


_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def _spoken(number: int) -> str:
    """How a number below one million is said; written apart from the reader."""
    if number >= 1000:
        rest = f" {_hundreds(number % 1000, full=True)}" if number % 1000 else ""
        return f"{_hundreds(number // 1000, full=False)} nghìn{rest}"
    return _hundreds(number, full=False)


def _hundreds(number: int, *, full: bool) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0 and ones:
        words += ["linh"] if words else []
        words.append(_DIGITS[ones])
    elif tens == 1:
        words += ["mười", *(["lăm" if ones == 5 else _DIGITS[ones]] if ones else [])]
    elif tens:
        last = {0: [], 1: ["mốt"], 5: ["lăm"]}.get(ones, [_DIGITS[ones]])
        words += [_DIGITS[tens], "mươi", *last]
    return " ".join(words)


@given(st.integers(10, 999_999))
def test_every_number_said_in_words_is_read_as_that_number(number: int) -> None:
    assert _read(f"đã xử lý {_spoken(number)} hồ sơ") == [("number", str(number))]


@given(st.text(max_size=80))
@settings(max_examples=300)
def test_any_text_can_be_read_and_every_digit_belongs_to_a_fact(text: str) -> None:
    shown = plain(text)
    covered = {at for fact in read_facts(text) for at in range(fact.start, fact.end)}
    assert all(at in covered for at, char in enumerate(shown) if char in "0123456789")


@given(st.from_regex(r"[0-9]{1,4}([.,][0-9]{1,4}){0,3}", fullmatch=True))
def test_facts_never_overlap_and_stand_where_they_say(number: str) -> None:
    text = f"Đạt {number}% vào ngày 31/12/2025, theo 05/QĐ-STP [1]"
    facts = read_facts(text)
    assert all(one.end <= other.start for one, other in pairwise(facts))
    assert all(plain(text)[fact.start : fact.end] == fact.text for fact in facts)


def test_what_is_no_number_is_not_parsed_as_one() -> None:
    assert parse_number("1.2.3") is None
    assert parse_number("1.234.5") is None
