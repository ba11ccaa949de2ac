"""Conversations over invented documents: what each turn is read as, and what it is not."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years


@pytest.fixture(scope="module")
def answerer() -> RuleAnswerer:
    plan = ReadingBuilder(
        "plan",
        DocumentKind.PLAN,
        issuer="Sở Thủy sản",
        province="Gia Lai",
        number="9/KH-STS",
        period=years(2031),
    )
    plan.section("II", "THỦY LỢI")
    plan.task(
        "II.1",
        "Đắp đê bao vùng trũng",
        lead=("Phòng Đê điều",),
        due=deadline("Tháng 5/2031", "month", "2031-05-01", "2031-05-31"),
        products=("Biên bản bàn giao đê",),
    )
    plan.task(
        "II.2",
        "Nạo vét kênh tưới",
        lead=("Phòng Đê điều",),
        coordinating=("Trạm Khuyến nông",),
        due=deadline("Quý IV/2031", "period", "2031-10-01", "2031-12-31"),
    )
    plan.task(
        "II.3",
        "Thả cá giống xuống hồ",
        lead=("Trạm Khuyến nông",),
        due=deadline("Quý II/2031", "period", "2031-04-01", "2031-06-30"),
    )
    other = ReadingBuilder(
        "other",
        DocumentKind.PLAN,
        issuer="Sở Thủy sản",
        province="Cà Mau",
        number="14/KH-STS",
        period=years(2031),
    )
    other.section("I", "NUÔI TRỒNG")
    other.task("I.1", "Trồng rừng ngập mặn", lead=("Phòng Đê điều",))
    other.target("I.2", "Tỷ lệ ao nuôi đạt chuẩn từ 70% trở lên", value="70")
    old = ReadingBuilder(
        "r30", DocumentKind.STATISTICS_ANNEX, province="Gia Lai", period=years(2030)
    )
    old.indicator("I.1", "Số ao nuôi đã cấp phép", value="41", unit="Ao")
    new = ReadingBuilder(
        "r31", DocumentKind.STATISTICS_ANNEX, province="Gia Lai", period=years(2031)
    )
    new.indicator("I.1", "Số ao nuôi đã cấp phép", value="56", unit="Ao")
    new.indicator("I.2", "Số ao nuôi bị thu hồi", value="4", unit="Ao")
    readings = [one.build() for one in (plan, other, old, new)]
    return RuleAnswerer(FakeIndex(readings), today=date(2031, 7, 1))


def _talk(answerer: RuleAnswerer, *questions: str, answers: bool = True) -> Answer:
    history: list[Turn] = []
    for question in questions:
        answer = answerer.answer(question, history=history)
        history.append(Turn(question=question, answer=answer.answer if answers else ""))
    return answer


def test_thanks_between_turns_leave_the_subject_as_it_was(answerer: RuleAnswerer) -> None:
    answer = _talk(answerer, "Ai chủ trì nạo vét kênh tưới?", "cảm ơn nhé", "hạn chót?")
    assert "Quý IV/2031" in answer.answer
    thanked = _talk(answerer, "Ai chủ trì nạo vét kênh tưới?", "cảm ơn nhé")
    assert thanked.status == "clarify"


def test_chat_beside_the_point_leaves_the_subject_as_it_was(answerer: RuleAnswerer) -> None:
    asked = ("Ai chủ trì nạo vét kênh tưới?", "bóng đá tối nay ai thắng", "thế phối hợp với ai?")
    assert "Trạm Khuyến nông" in _talk(answerer, *asked).answer
    assert _talk(answerer, *asked[:2]).status == "refused"


def test_a_correction_replaces_only_what_it_names(answerer: RuleAnswerer) -> None:
    asked = ("Phòng Đê điều của Gia Lai chủ trì việc gì?", "không, hỏi bên Cà Mau cơ")
    answer = _talk(answerer, *asked)
    assert "Trồng rừng ngập mặn" in answer.answer
    assert "Đắp đê" not in answer.answer
    answer = _talk(answerer, asked[0], "ý tôi là trạm khuyến nông")
    assert "Thả cá giống" in answer.answer


def test_another_unit_behind_a_line_of_a_list_is_asked_for_its_list(
    answerer: RuleAnswerer,
) -> None:
    asked = (
        "Phòng Đê điều của Gia Lai chủ trì những việc gì?",
        "việc thứ hai hạn khi nào?",
        "còn Trạm Khuyến nông?",
    )
    answer = _talk(answerer, *asked)
    assert "Thả cá giống" in answer.answer


def test_an_unknown_unit_or_place_is_refused_by_name(answerer: RuleAnswerer) -> None:
    first = "Phòng Đê điều của Gia Lai chủ trì những việc gì?"
    answer = _talk(answerer, first, "Phòng Hải đảo thì sao?")
    assert answer.status == "refused"
    assert "Phòng Hải đảo" in answer.interpreted_as
    answer = _talk(answerer, first, "phường Lộc An thì thế nào?")
    assert answer.status == "refused"
    assert "phường Lộc An" in answer.answer


def test_a_full_question_that_opens_like_a_follow_up_keeps_its_own_words(
    answerer: RuleAnswerer,
) -> None:
    question = "vậy đơn vị nào chủ trì trồng rừng ngập mặn ở Cà Mau?"
    answer = _talk(answerer, "Ai chủ trì nạo vét kênh tưới?", question)
    assert "Phòng Đê điều" in answer.answer
    assert "kênh" not in answer.interpreted_as


def test_the_year_before_is_reckoned_from_the_year_spoken_of(answerer: RuleAnswerer) -> None:
    asked = ("Gia Lai có bao nhiêu ao nuôi đã cấp phép năm 2031?", "so với năm trước?")
    answer = _talk(answerer, *asked)
    assert "2030" in answer.interpreted_as
    assert "15" in answer.answer.rpartition("cao hơn")[2]
    answer = _talk(answerer, *asked, "số ao bị thu hồi?")
    assert "**4 Ao**" in answer.answer
    assert "So sánh" not in answer.interpreted_as


def test_words_that_point_back_name_the_thing_or_the_document(answerer: RuleAnswerer) -> None:
    asked = ("Ai chủ trì nạo vét kênh tưới?", "sản phẩm của việc này là gì?")
    assert "nạo vét kênh" in _talk(answerer, *asked).interpreted_as.lower()
    answer = _talk(answerer, asked[0], "kế hoạch đó của tỉnh nào?")
    assert "Gia Lai" in answer.answer
    assert "Cà Mau" not in answer.answer


def test_a_short_question_is_asked_of_the_document_that_answered(answerer: RuleAnswerer) -> None:
    answer = _talk(answerer, "Ai chủ trì thả cá giống?", "đắp đê hạn khi nào?")
    assert "9/KH-STS" in answer.interpreted_as
    assert "Tháng 5/2031" in answer.answer


def test_something_else_is_not_asked_of_the_document_before(answerer: RuleAnswerer) -> None:
    answer = _talk(answerer, "Ai chủ trì thả cá giống?", "ao nuôi đạt chuẩn bao nhiêu %?")
    assert "70" in answer.answer
    assert "9/KH-STS" not in answer.interpreted_as


@pytest.mark.parametrize(
    "asked",
    [
        ("Phòng Đê điều của Gia Lai chủ trì những việc gì?", "cái thứ hai phối hợp với ai?"),
        ("Ai chủ trì thả cá giống?", "đắp đê hạn khi nào?"),
        ("Ai chủ trì nạo vét kênh tưới?", "đơn vị đó còn chủ trì việc gì nữa?"),
    ],
)
def test_a_history_of_questions_alone_gives_the_same(
    answerer: RuleAnswerer, asked: tuple[str, ...]
) -> None:
    whole, bare = _talk(answerer, *asked), _talk(answerer, *asked, answers=False)
    assert (bare.answer, bare.interpreted_as) == (whole.answer, whole.interpreted_as)
    assert whole.status == "answered"


def test_more_about_the_same_tells_all_particulars(answerer: RuleAnswerer) -> None:
    answer = _talk(answerer, "Ai chủ trì đắp đê bao?", "cụ thể hơn")
    assert "Tháng 5/2031" in answer.answer
    assert "Biên bản bàn giao đê" in answer.answer
