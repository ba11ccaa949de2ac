from __future__ import annotations

import unicodedata

import pytest

from evals.wording import contains


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("đạt **70 %** trở lên", "70%"),
        ("Số hoá hồ sơ", "số hóa"),
        ("uỷ ban", "ủy ban"),
        ("là 2.", "2"),
        ("8.952/8.957 hồ sơ", "8.957"),
        ("Quý I/2023 [1]", "quý i/2023"),
        (unicodedata.normalize("NFD", "Sở Nội vụ"), "Sở Nội vụ"),
    ],
)
def test_spelling_variants_are_the_same_wording(text: str, wording: str) -> None:
    assert contains(text, wording)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("năm 2023", "2"),
        ("11.204", "1.204"),
        ("1.204,5", "1.204"),
        ("đạt 98%", "8%"),
        ("xem [2]", "2"),
        ("Phòng Bổ trợ", "Phòng Bộ trợ"),
    ],
)
def test_a_part_of_another_figure_or_word_is_not(text: str, wording: str) -> None:
    assert not contains(text, wording)
