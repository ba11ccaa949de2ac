"""How people speak in a conversation: thanks, corrections, words that point back."""

from __future__ import annotations

import pytest

from assistant.asking.conversation.pointing import pointings, put_in, with_years
from assistant.asking.conversation.turns import (
    asks_cost,
    asks_nothing,
    goes_its_own_way,
    how_then,
    names_cell,
    of_all_times,
    says_where,
    unwrapped,
    without_opening,
)


@pytest.mark.parametrize(
    ("turn", "question"),
    [
        ("ok cảm ơn, thế trạm bơm xong chưa?", "thế trạm bơm xong chưa?"),
        ("không, hỏi bên Gia Lai cơ", "bên Gia Lai"),
        ("y toi la doi kenh", "doi kenh"),
        ("à nhầm, năm 2033", "năm 2033"),
        ("quay lại Gia Lai, nạo vét mấy kênh?", "Gia Lai, nạo vét mấy kênh?"),
        ("liệt kê hết đi", "liệt kê hết"),
        ("số văn bản đi?", "số văn bản đi?"),
        ("Không phối hợp với ai à?", "Không phối hợp với ai à?"),
        ("tốt nghiệp bao nhiêu người?", "tốt nghiệp bao nhiêu người?"),
        ("tiếp nhận bao nhiêu hồ sơ?", "tiếp nhận bao nhiêu hồ sơ?"),
    ],
)
def test_the_question_is_left_without_the_talk_around_it(turn: str, question: str) -> None:
    assert unwrapped(turn).text == question


def test_a_correction_and_a_change_of_subject_are_noticed() -> None:
    assert unwrapped("ý tôi là đội kênh").corrects
    assert not unwrapped("đội kênh làm gì?").corrects
    assert unwrapped("chuyện khác: ai ký?").away
    assert unwrapped("Cám ơn nhé").thanks
    assert unwrapped("Cám ơn nhé").text == ""


@pytest.mark.parametrize("turn", ["cụ thể hơn", "nói rõ hơn về cái đó đi", "cho xem chi tiết nhé"])
def test_asking_for_more_about_the_same_is_noticed(turn: str) -> None:
    assert unwrapped(turn).more


def test_a_detail_of_something_named_is_no_request_for_more() -> None:
    assert not unwrapped("chi tiết kế hoạch đắp đê").more


@pytest.mark.parametrize(
    ("turn", "kinds"),
    [
        ("kinh phí cho việc này bao nhiêu?", ["things"]),
        ("đơn vị đó còn làm gì nữa?", ["units"]),
        ("quyết định ấy ký ngày nào?", ["documents"]),
        ("ai phối hợp với họ", ["pronouns"]),
        ("họ tên người ký là gì?", []),
        ("ho so qua han", []),
    ],
)
def test_words_that_point_back_are_found(turn: str, kinds: list[str]) -> None:
    assert [one.kind for one in pointings(turn)] == kinds


def test_what_is_meant_takes_the_place_of_the_words_that_point_back() -> None:
    turn = "kinh phí cho việc này, bao nhiêu?"
    (pointing,) = pointings(turn)
    assert put_in(turn, pointing, "đắp đê") == "kinh phí cho đắp đê, bao nhiêu?"


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        ("so với năm trước?", "so với năm 2030?"),
        ("so voi cung ky", "so voi cùng kỳ năm 2030"),
        ("năm sau thì sao?", "năm 2032 thì sao?"),
        ("so với cùng kỳ 2028?", "so với cùng kỳ 2028?"),
        ("năm ngoái thì sao?", "năm ngoái thì sao?"),
    ],
)
def test_years_are_reckoned_from_the_year_spoken_of(turn: str, told: str) -> None:
    assert with_years(turn, 2031) == told


def test_without_a_year_spoken_of_nothing_is_reckoned() -> None:
    assert with_years("so với năm trước?", None) == "so với năm trước?"


def test_openings_of_all_kinds_are_told_apart() -> None:
    assert goes_its_own_way("còn thiếu mấy trạm?")
    assert not goes_its_own_way("còn trạm bơm?")
    assert without_opening("còn trong kế hoạch 9?") == "trong kế hoạch 9?"
    assert says_where("trong kế hoạch 9?")
    assert without_opening("kế hoạch 9?") is None
    assert how_then("phường Lộc An thì thế nào") == "phường Lộc An thì sao?"
    assert how_then("thời tiết thế nào") == "thời tiết thế nào"
    assert of_all_times("liệt kê cả năm") == "liệt kê"
    assert of_all_times("liệt kê quý 2") is None


def test_a_turn_may_name_a_column_or_ask_nothing() -> None:
    assert asks_cost("hết bao nhiêu tiền?")
    assert names_cell("ghi chú là gì?") == "ghi chú"
    assert names_cell("kinh phí xây đê là bao nhiêu?") is None
    assert asks_nothing("trạm bơm hỏng?")
    assert not asks_nothing("trạm bơm nào hỏng?")
