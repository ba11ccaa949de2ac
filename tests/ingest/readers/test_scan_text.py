"""What two readers of one picture make of it: agreement, votes, small repairs."""

import pytest

from ingest.readers.scan.agreement import differs, is_value, same_figures, same_value
from ingest.readers.scan.engines import Seen
from ingest.readers.scan.tidy import tidied
from ingest.readers.scan.voting import chosen


def seen(text: str, *, sure: float = 96.0) -> list[Seen]:
    """Words of a line; a word that ends in ``?`` is one the reader is unsure of."""
    return [
        Seen(
            text=word.rstrip("?"),
            left=10 * index,
            top=0,
            right=10 * index + 8,
            bottom=10,
            confidence=50.0 if word.endswith("?") else sure,
            line=1,
            baseline=9,
        )
        for index, word in enumerate(text.split())
    ]


def test_another_figure_is_a_contradiction() -> None:
    assert differs("đạt 85% hồ sơ", "đạt 35% hồ sơ")
    assert not differs("đạt 85% hồ sơ", "đạt 85% hõ sơ")


def test_a_lost_decimal_mark_is_a_contradiction() -> None:
    assert not same_figures("1.355 đồng", "1,355 đồng")
    assert not same_figures("12,5 %", "125 %")


def test_a_lost_blank_after_a_number_is_none() -> None:
    assert same_figures("1.9. 100% hồ sơ", "1.9.100% hồ sơ")


@pytest.mark.parametrize("text", ["12", "1.234,5", "99,9 %", "30/6/2027", "XIV", "-3"])
def test_figures_dates_and_roman_numbers_are_values(text: str) -> None:
    assert is_value(text)


@pytest.mark.parametrize("text", ["", "Hồ sơ", "Quý 2", "-", "3 phòng"])
def test_words_are_no_values(text: str) -> None:
    assert not is_value(text)


def test_values_are_compared_with_their_marks() -> None:
    assert same_value("1 234", "1234")
    assert not same_value("1,234", "1.234")


def test_two_views_that_agree_outvote_the_first() -> None:
    text, certain = chosen(seen("bản hường dẫn"), "bản hướng dẫn", "bản hướng dẫn")
    assert (text, certain) == ("bản hướng dẫn", True)


def test_an_unsure_word_yields_to_the_second_reader_and_is_marked() -> None:
    text, certain = chosen(seen("công tác CCHCG?"), "công tác CCHC", "công tác CCHCG")
    assert (text, certain) == ("công tác CCHC", False)


def test_a_sure_word_stays_and_its_contradiction_is_marked() -> None:
    text, certain = chosen(seen("đạt 85% hồ sơ"), "đạt 35% hồ sơ", "đạt 85% hồ sơ")
    assert (text, certain) == ("đạt 85% hồ sơ", False)


def test_a_figure_changed_by_vote_is_still_marked() -> None:
    text, certain = chosen(seen("đạt 85% hồ sơ"), "đạt 35% hồ sơ", "đạt 35% hồ sơ")
    assert (text, certain) == ("đạt 35% hồ sơ", False)


def test_a_known_phrase_gives_the_marks_where_the_readers_differ() -> None:
    assert chosen(seen("Chỉ tiết xem phụ lục"), "Chi tiết xem phụ lục", "")[0].startswith(
        "Chi tiết"
    )
    assert chosen(seen("CẢI CÁCH THU TỤC"), "CẢI CÁCH THÚ TỤC", "")[0] == "CẢI CÁCH THỦ TỤC"


def test_a_known_phrase_changes_nothing_that_both_read_alike() -> None:
    assert chosen(seen("chỉ tiết kiệm"), "chỉ tiết kiệm", "")[0] == "chỉ tiết kiệm"


def test_a_line_only_the_second_reader_sees_is_marked() -> None:
    assert chosen([], "Văn phòng", "") == ("Văn phòng", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|Văn phòng |", "Văn phòng"),
        ("địa _. bàn", "địa bàn"),
        ("~ Sở Nội vụ;", "- Sở Nội vụ;"),
        ("Ðảng ủy", "Đảng ủy"),
        ("Phòng,Ban", "Phòng, Ban"),
        ("1,5", "1,5"),
        ("tài chính —- kế toán", "tài chính – kế toán"),
        ("12/QĐ-UBND", "12/QĐ-UBND"),
    ],
)
def test_dirt_goes_and_text_stays(text: str, expected: str) -> None:
    assert tidied(text) == expected
