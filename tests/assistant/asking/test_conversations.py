"""Questions that go on from an answer: a line of its list, the same document, two years at once."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.conversation.ordinal import line_named
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

LIST = """**Kế hoạch 9/KH-SNN (Sở Nông nghiệp Quang Sơn, 2031)** – 3 nhiệm vụ [1][2][3]

*ĐÊ ĐIỀU* [1]

- II.1. Đắp đê bao – chủ trì: Đội Đê [1]
  - 2.1 Chở đất
- II.4. Nạo vét kênh – chủ trì: Đội Kênh [2]
- III.2. Thả cá giống – chủ trì: Trại giống [3]
"""


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("cái thứ hai thì sao?", "mục II.4"),
        ("việc đầu tiên hạn khi nào?", "mục II.1"),
        ("nhiệm vụ cuối cùng do ai làm?", "mục III.2"),
        ("cai thu 3 la gi", "mục III.2"),
    ],
)
def test_a_line_of_the_list_is_named_by_its_place(question: str, named: str) -> None:
    said = line_named(question, LIST)
    assert said is not None
    assert named in said.text
    assert said.label.startswith("Kế hoạch 9/KH-SNN")


def test_a_place_beyond_the_list_or_a_weekday_names_no_line() -> None:
    assert line_named("cái thứ tám thì sao?", LIST) is None
    assert line_named("họp vào thứ hai phải không?", LIST) is None


@pytest.fixture(scope="module")
def answerer() -> RuleAnswerer:
    plan = ReadingBuilder(
        "plan", DocumentKind.PLAN, province="Gia Lai", number="9/KH-SNN", period=years(2031)
    )
    plan.section("II", "THỦY LỢI")
    plan.task(
        "II.1",
        "Đắp đê bao vùng trũng",
        lead=("Đội Đê",),
        due=deadline("Tháng 5/2031", "month", "2031-05-01", "2031-05-31"),
    )
    plan.task(
        "II.2",
        "Nạo vét kênh tưới",
        lead=("Đội Đê",),
        due=deadline("Quý IV/2031", "period", "2031-10-01", "2031-12-31"),
    )
    old = ReadingBuilder(
        "r30", DocumentKind.STATISTICS_ANNEX, province="Gia Lai", period=years(2030)
    )
    old.indicator("I.1", "Số trạm bơm đang chạy", value="14", unit="Trạm")
    new = ReadingBuilder(
        "r31", DocumentKind.STATISTICS_ANNEX, province="Gia Lai", period=years(2031)
    )
    new.indicator("I.1", "Số trạm bơm đang chạy", value="19", unit="Trạm")
    new.indicator("I.2", "Số trạm bơm hỏng", value="3", unit="Trạm")
    far = ReadingBuilder(
        "far", DocumentKind.STATISTICS_ANNEX, province="Cà Mau", period=years(2031)
    )
    far.indicator("I.2", "Số trạm bơm hỏng", value="8", unit="Trạm")
    readings = [one.build() for one in (plan, old, new, far)]
    return RuleAnswerer(FakeIndex(readings), today=date(2031, 3, 1))


def _talk(answerer: RuleAnswerer, *questions: str) -> Answer:
    history: list[Turn] = []
    for question in questions:
        answer = answerer.answer(question, history=history)
        history.append(Turn(question=question, answer=answer.answer))
    return answer


def test_the_second_line_is_looked_up_and_the_standalone_question_says_which(
    answerer: RuleAnswerer,
) -> None:
    asked = ("Đội Đê chủ trì những việc gì năm 2031?", "cái thứ hai hạn khi nào?")
    answer = _talk(answerer, *asked)
    assert "II.2" in answer.interpreted_as
    assert "Quý IV/2031" in answer.answer
    assert "Tháng 5/2031" not in answer.answer


def test_how_many_in_all_counts_the_list_before(answerer: RuleAnswerer) -> None:
    answer = _talk(answerer, "Đội Đê chủ trì những việc gì năm 2031?", "tổng cộng mấy việc?")
    assert "**2** nhiệm vụ" in answer.answer


def test_a_few_words_are_asked_of_the_document_meant_before(answerer: RuleAnswerer) -> None:
    asked = ("Gia Lai có bao nhiêu trạm bơm đang chạy năm 2031?", "trạm bơm hỏng?")
    answer = _talk(answerer, *asked)
    assert "Gia Lai" in answer.interpreted_as
    assert "**3 Trạm**" in answer.answer
    assert "**8 Trạm**" not in answer.answer


def test_a_difference_is_taken_of_the_two_years_asked_about(answerer: RuleAnswerer) -> None:
    asked = (
        "Gia Lai có bao nhiêu trạm bơm đang chạy năm 2030?",
        "còn năm 2031?",
        "chênh bao nhiêu?",
    )
    answer = _talk(answerer, *asked)
    assert "2030" in answer.interpreted_as
    assert "2031" in answer.interpreted_as
    assert "5" in answer.answer.rpartition("cao hơn")[2]


def test_the_question_turns_from_the_reason_to_the_target(answerer: RuleAnswerer) -> None:
    answer = _talk(answerer, "Vì sao còn trạm bơm hỏng năm 2031?", "chỉ tiêu năm 2031 thì sao?")
    assert not answer.interpreted_as.startswith("Vì sao")
