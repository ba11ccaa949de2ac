"""Turns that say half of what they ask, and the documents and years that they then are about."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind, Reading
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years


def _plan() -> Reading:
    plan = ReadingBuilder(
        "plan41",
        DocumentKind.PLAN,
        title="Kế hoạch đánh bắt năm 2041 của Sở Hải sản",
        issuer="Sở Hải sản",
        province="Hòn Vẹt",
        number="7/KH-SHS",
        period=years(2041),
    )
    plan.section("I", "CHỈ TIÊU")
    plan.target("I.1", "Số lưới rách không quá 12 tấm", metric="số lưới rách", value="12")
    plan.section("II", "KINH PHÍ THỰC HIỆN")
    plan.passage(
        "Kinh phí thực hiện Kế hoạch là 90 triệu đồng, gồm 50 triệu đồng cho vá lưới và 40 triệu "
        "đồng cho sơn thuyền."
    )
    plan.section("III", "ĐỘI THUYỀN")
    plan.task(
        "III.1",
        "Khảo sát số lưới rách của đội thuyền",
        lead=("Phòng Lưới",),
        due=deadline("Tháng 8/2041", "month", "2041-08-01", "2041-08-31"),
    )
    plan.task("III.2", "Sơn lại thuyền câu", lead=("Trạm Bến",))
    return plan.build()


def _annex(year: int, torn: str, boats: str, moored: str) -> Reading:
    annex = ReadingBuilder(
        f"annex{year}",
        DocumentKind.STATISTICS_ANNEX,
        issuer="Sở Hải sản",
        province="Hòn Vẹt",
        period=years(year),
    )
    annex.section("I", "Đội thuyền")
    annex.indicator("I.1", "Số lưới rách", value=torn, unit="Tấm")
    annex.indicator("I.2", "Số thuyền câu đang đi biển", value=boats, unit="Chiếc")
    annex.indicator("I.3", "Số thuyền câu neo bến", value=moored, unit="Chiếc")
    annex.indicator("I.4", "Số thuyền câu", value="99", unit="Chiếc")
    return annex.build()


def _notice() -> Reading:
    notice = ReadingBuilder(
        "notice", DocumentKind.OTHER, number="3/TB-UBND", issuer="UBND tỉnh", province="Hòn Vẹt"
    )
    notice.passage("THÔNG BÁO Kết luận về mùa cá")
    notice.passage(
        "Thành lập Đoàn kiểm đếm cá do Chánh Thanh tra Sở Tô Thị Mực làm Trưởng đoàn; Trưởng Trạm "
        "Bến làm Phó Trưởng đoàn."
    )
    notice.passage("Ban Điều hành chợ cá gồm: ông Lê Văn Cua, Giám đốc Sở – Trưởng ban.")
    return notice.build()


def _report() -> Reading:
    report = ReadingBuilder(
        "report40",
        DocumentKind.REPORT,
        issuer="Sở Chợ cá",
        province="Hòn Vẹt",
        number="5/BC-SCC",
        period=years(2040),
    )
    report.passage("Trong năm 2040, Sở đón 730 lượt thuyền. Năm 2039 đón 610 lượt thuyền.")
    return report.build()


@lru_cache(maxsize=1)
def _answerer() -> RuleAnswerer:
    readings = [_plan(), _annex(2040, "31", "60", "14"), _annex(2039, "47", "58", "20")]
    return RuleAnswerer(
        FakeIndex([*readings, _notice(), _report()]), today=lambda: date(2041, 3, 1)
    )


def _last(*questions: str) -> Answer:
    """The answer to the last of these questions, asked one after the other."""
    turns: list[Turn] = []
    for question in questions:
        answer = _answerer().answer(question, history=turns)
        turns.append(Turn(question=question, answer=answer.answer))
    return answer


def test_another_year_leaves_the_document_that_only_an_answer_named() -> None:
    opened = "Năm 2040 có bao nhiêu lưới rách?"
    assert "47" in _last(opened, "So với năm trước?").answer
    assert "12" in _last(opened, "Mục tiêu năm 2041?").answer


def test_a_short_question_for_a_figure_is_of_the_year_spoken_of() -> None:
    answer = _last("Năm 2040 có bao nhiêu lưới rách?", "Bao nhiêu thuyền câu neo bến?")
    assert "**14 Chiếc**" in answer.answer
    assert "**20 Chiếc**" not in answer.answer
    assert "năm 2040" in answer.interpreted_as


def test_the_difference_alone_is_that_of_the_two_figures_asked_for() -> None:
    opened = ("Năm 2040 có bao nhiêu thuyền câu đang đi biển?", "Còn thuyền câu neo bến?")
    assert "46" in _last(*opened, "Chênh nhau bao nhiêu?").answer
    assert "74" in _last(*opened, "Cộng lại là bao nhiêu?").answer


def test_the_half_of_a_name_is_completed_by_what_was_counted() -> None:
    answer = _last("Năm 2040 có bao nhiêu thuyền câu đang đi biển?", "Còn neo bến?")
    assert "14" in answer.answer
    assert "60" not in answer.answer


@pytest.mark.parametrize("turn", ["Sơn thuyền?", "Phần sơn thuyền?", "Còn sơn thuyền bao nhiêu?"])
def test_behind_the_money_of_a_plan_a_name_asks_for_the_money_for_it(turn: str) -> None:
    answer = _last("Kinh phí thực hiện kế hoạch 7/KH-SHS là bao nhiêu?", turn)
    assert "40 triệu đồng" in answer.answer
    assert "Trạm Bến" not in answer.answer


def test_spending_asked_for_alone_is_that_of_the_plan() -> None:
    assert "50 triệu đồng cho vá lưới" in _last("Kinh phí chi cho những việc gì?").answer


def test_a_turn_that_asks_from_when_asks_it_of_the_work_spoken_of() -> None:
    answer = _last("Ai chủ trì khảo sát số lưới rách?", "Bắt đầu từ tháng mấy?")
    assert "Tháng 8/2041" in answer.answer


def test_two_years_told_in_sentences_are_held_against_each_other() -> None:
    opened = "Năm 2040 Sở Chợ cá đón bao nhiêu lượt thuyền?"
    assert "120 lượt" in _last(opened, "So với năm trước?").answer


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Trưởng đoàn kiểm đếm cá là ai?", "Tô Thị Mực", "Phó Trưởng đoàn"),
        ("Ai là Phó Trưởng đoàn kiểm đếm cá?", "Trưởng Trạm Bến", "Tô Thị Mực"),
        ("Trưởng Ban Điều hành chợ cá là ai?", "Lê Văn Cua", "Tô Thị Mực"),
    ],
)
def test_who_heads_a_group_is_told_where_its_name_and_the_office_stand_apart(
    question: str, told: str, other: str
) -> None:
    answer = _last(question)
    assert told in answer.answer
    assert other not in answer.answer


def test_the_head_of_a_group_that_is_not_set_up_is_refused() -> None:
    assert _last("Trưởng đoàn kiểm đếm muối là ai?").status == "refused"
