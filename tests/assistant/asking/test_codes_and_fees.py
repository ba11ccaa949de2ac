"""Rows called by codes, fees, ways left unsaid, and late work in other words."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.questions.codes import code_spans
from assistant.asking.questions.splitting import figure_parts
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years


def ask(question: str, *before: str) -> Answer:
    plan = ReadingBuilder(
        "plan", DocumentKind.PLAN, province="Bến Tre", number="6/KH-SDL", period=years(2032)
    )
    plan.target("1", "Tỷ lệ homestay có biển hiệu 70%", metric="homestay có biển hiệu", value="70")
    for key, text, lead, day in (
        ("DL-01", "Nạo vét bến tàu Rạch Sâu", "Phòng Quy hoạch", "2032-02-15"),
        ("DL-02", "Sơn lại cầu gỗ", "Phòng Lữ hành", "2032-11-30"),
    ):
        plan.task(key, text, lead=(lead,), due=deadline(day, "before", day, day))
    report = ReadingBuilder(
        "report", DocumentKind.STATISTICS_ANNEX, province="Bến Tre", period=years(2032)
    )
    report.indicator("I.1", "Thủ tục có phát sinh phí, lệ phí", value="52", unit="Thủ tục")
    answerer = RuleAnswerer(FakeIndex([plan.build(), report.build()]), today=date(2032, 3, 10))
    turns: list[Turn] = []
    for asked in before:
        answer = answerer.answer(asked, history=tuple(turns)).answer
        turns.append(Turn(question=asked, answer=answer))
    return answerer.answer(question, history=tuple(turns))


def test_a_code_is_the_key_of_its_row() -> None:
    answer = ask("DL-02 đơn vị nào làm?")
    assert answer.status == "answered"
    assert "Phòng Lữ hành" in answer.answer
    assert "Phòng Quy hoạch" not in answer.answer


def test_a_code_that_no_row_bears_is_said_to_be_missing() -> None:
    answer = ask("DL-09 là nhiệm vụ gì, đơn vị nào làm?")
    assert answer.status == "refused"
    assert "DL-09" in answer.answer


def test_numbers_of_documents_and_days_are_no_codes() -> None:
    assert [*code_spans("6/KH-SDL, 14-KL/TU, 2030-01-02")] == []
    assert [code for *_, code in code_spans("việc DL-07, nv-3")] == [("dl", 7), ("nv", 3)]


def test_a_count_is_no_fee() -> None:
    assert ask("Lệ phí cấp là bao nhiêu?").status == "refused"


def test_a_fee_asked_afterwards_is_that_of_what_was_spoken_of() -> None:
    answer = ask("Thế lệ phí là bao nhiêu?", "Tỷ lệ homestay có biển hiệu là bao nhiêu?")
    assert answer.status == "refused"
    assert "homestay" in answer.interpreted_as


@pytest.mark.parametrize("late", ["đã qua hạn chót", "lỡ thời hạn hoàn thành", "quá hạn cuối"])
def test_what_is_past_its_deadline_is_late_in_any_words(late: str) -> None:
    answer = ask(f"Nhiệm vụ nào trong kế hoạch 6 {late}?")
    assert "Nạo vét bến tàu" in answer.answer
    assert "Sơn lại cầu gỗ" not in answer.answer


def test_a_plan_may_be_said_to_assign_a_target() -> None:
    answer = ask("Kế hoạch năm 2032 giao tỷ lệ homestay có biển hiệu bao nhiêu?")
    assert answer.status == "answered"
    assert "70%" in answer.answer


@pytest.mark.parametrize(
    ("question", "second"),
    [
        (
            "Nhận bao nhiêu đơn qua đường thủy, trả kết quả bao nhiêu?",
            "trả kết quả bao nhiêu đơn qua đường thủy?",
        ),
        ("Nhận bao nhiêu đơn qua đò, qua cầu bao nhiêu?", "qua cầu bao nhiêu?"),
        ("Nhận bao nhiêu đơn, trả bao nhiêu?", "trả bao nhiêu?"),
    ],
)
def test_the_way_said_once_is_that_of_both_figures(question: str, second: str) -> None:
    assert figure_parts(question)[1] == second
