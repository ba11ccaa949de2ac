"""The time a figure is for: which of the years and parts of a year around it are its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.checking.model import Place
from assistant.checking.spans import spans
from assistant.checking.timing import (
    inside,
    months_in,
    part_told,
    parts_in,
    period_of,
    without_own_time,
    year_earlier,
)
from ingest.model import Period, Source

OWN = Period(from_=2027, to=2027)


def place(text: str = "", *, part: str | None = None) -> Place:
    """A text of a document for 2027."""
    source = Source(document_id="bao-cao", file="bao-cao.docx", section=("I", "1"), quote=text)
    return Place(text, source, period=OWN, part=part)


@pytest.mark.parametrize(
    ("left", "right", "opening", "year"),
    [
        ("Có", "tàu cá", "", None),
        ("Có", "tàu cá năm 2025", "", 2025),
        ("Năm 2024 có", "tàu cá", "", 2024),
        ("Có", "tàu cá", "Trong năm 2023, ", 2023),
        ("Năm 2024 có", "tàu cá năm 2025", "Trong năm 2023, ", 2025),
        ("Năm 2024 có", "tàu cá", "Trong năm 2023, ", 2024),
        ("Sau năm 2022, đến năm 2024 có", "tàu cá", "", 2024),
        ("Có", "tàu cá của năm 2025, năm 2026", "", 2025),
        ("Có", f"tàu cá của năm 2025, năm 2026 {'neo đậu ở bến ' * 4}", "", 2025),
        ("Có", f"tàu cá, so với năm 2025 thì thêm {'neo đậu ở bến ' * 4}", "", 2025),
        ("Quý II/2025 có", "tàu cá", "", 2025),
        ("Tháng 11/2025 có", "tàu cá", "", 2025),
        ("Niên độ 2025 có", "tàu cá", "", 2025),
        ("Ngày 12/2025 có", "tàu cá", "", None),
        ("Theo Kế hoạch đóng tàu năm 2024, có", "tàu cá", "", None),
        ("Theo Kế hoạch đóng tàu; năm 2024 có", "tàu cá", "", 2024),
        ("So với năm 2024 thì có", "tàu cá", "", None),
        ("So với cùng kỳ của năm 2024 thì có", "tàu cá", "", None),
        ("Có", "tàu cá", "So với năm 2024, nay có ", None),
        ("tăng so với năm 2024 (", "tàu cá", "", 2024),
        ("Năm 2025 tăng so với năm 2024, có", "tàu cá", "", 2025),
    ],
)
def test_the_year_that_the_figures_own_words_name_goes_before_that_of_the_text(
    left: str, right: str, opening: str, year: int | None
) -> None:
    named = (Period(from_=year, to=year), True) if year else (OWN, False)
    assert period_of(place(), left, right, opening) == named


@pytest.mark.parametrize(
    ("texts", "part"),
    [
        (("tàu cá", "Có", ""), None),
        (("tàu cá quý II", "Quý I có", "Tháng 3: "), "Q2"),
        (("tàu cá", "Quý I có", "Tháng 3: "), "Q1"),
        (("tàu cá", "Có", "Tháng 3: "), "T3"),
        (("tàu cá cả năm", "Quý I có", ""), None),
        (("tàu cá", "Cả năm có", "Tháng 3: "), None),
        (("tàu cá", "12 tháng có", "Tháng 3: "), None),
    ],
)
def test_the_nearest_words_tell_the_part_of_the_year(
    texts: tuple[str, ...], part: str | None
) -> None:
    assert part_told(*texts) == part


@pytest.mark.parametrize(
    ("text", "part", "figure"),
    [
        ("Báo cáo nêu trong 6 tháng đã đóng tàu.", "M6", False),
        ("Báo cáo nêu trong 6 tháng đã đóng tàu.", None, True),
        ("Báo cáo nêu trong 6 tháng đã đóng tàu.", "M9", True),
        ("Báo cáo nêu 6 tàu đã đóng.", "M6", True),
        ("Báo cáo nêu sáu tháng đã đóng tàu.", "M6", False),
        ("Báo cáo nêu 5 tháng năm 2026 đã đóng tàu.", None, False),
        ("Báo cáo nêu 5 tháng đã đóng tàu.", None, True),
        ("Trong 6 tháng, đã đóng tàu.", None, False),
        ("Trong 6 tháng liên tục đã đóng tàu.", None, True),
    ],
)
def test_the_months_that_a_text_is_for_are_no_figure(
    text: str, part: str | None, figure: bool
) -> None:
    span = spans(text)[0]
    told = without_own_time(span, place(text, part=part))
    assert told == (span if figure else replace(span, kind="none", value=None, why="kỳ"))


@pytest.mark.parametrize(
    ("words", "period", "told"),
    [
        ("cùng kỳ năm trước", 2026, True),
        ("kỳ trước", 2027, False),
        ("quý trước, cùng kỳ", 2027, False),
    ],
)
def test_a_year_earlier_is_not_a_quarter_earlier(words: str, period: int, told: bool) -> None:
    assert year_earlier(place(), words) == (Period(from_=period, to=period), told)
    assert year_earlier(replace(place(), period=None), words) == (None, False)


@pytest.mark.parametrize(
    ("part", "months"), [(None, 12), ("Q3", 3), ("T7", 1), ("M6", 6), ("M9", 9), ("C6", 6)]
)
def test_a_part_of_the_year_has_so_many_months(part: str | None, months: int) -> None:
    assert months_in(part) == months


def test_shorter_parts_lie_in_longer_ones() -> None:
    assert inside("Q2") == {"T4", "T5", "T6"}
    assert inside("M6") == {"Q1", "Q2", *(f"T{month}" for month in range(1, 7))}
    assert "Q2" not in inside("C6")
    assert inside("T5") == frozenset()
    assert {"M9", "Q4", "T12", "C6"} <= inside(None)


def test_every_part_of_the_year_in_a_text_is_found_in_order() -> None:
    text = "Quý II và quý III, 6 tháng đầu năm, 5 tháng, tháng 8"
    assert list(parts_in(text)) == ["Q2", "Q3", "M6", "T8"]
    assert list(parts_in("Cả năm")) == []
