"""The name of a unit is taken whole: the office of another department is another unit."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

TODAY = date(2024, 2, 20)


def ask(question: str) -> Answer:
    plan = ReadingBuilder("plan", DocumentKind.TASK_ANNEX, issuer="Sở Du lịch", period=years(2024))
    plan.task("1", "Rà soát công tác y tế tại khu nghỉ dưỡng", lead=("Văn phòng Sở",))
    plan.task("2", "Xây dựng bản đồ điểm đến", lead=("Văn phòng Sở",))
    plan.task("3", "Kiểm tra lữ hành", lead=("Phòng Lữ hành",))
    return RuleAnswerer(FakeIndex([plan.build()]), today=TODAY).answer(question)


@pytest.mark.parametrize(
    "question",
    [
        "Văn phòng Sở Y tế chủ trì nhiệm vụ nào?",
        "Văn phòng sở y tế chủ trì nhiệm vụ nào?",
        "van phong so y te chu tri nhiem vu nao",
    ],
)
def test_the_office_of_another_department_leads_nothing_here(question: str) -> None:
    answer = ask(question)
    assert answer.status == "refused"
    assert "Văn phòng Sở Y tế" in answer.answer
    assert "**Văn phòng Sở** chủ trì 2 nhiệm vụ" in answer.answer
    assert "Lữ hành" not in answer.answer


def test_a_department_that_no_list_knows_is_read_by_its_capitals() -> None:
    answer = ask("Văn phòng Sở Hồ Đập Lớn chủ trì nhiệm vụ nào?")
    assert answer.status == "refused"
    assert "Văn phòng Sở Hồ Đập Lớn" in answer.answer


def test_the_office_of_the_department_that_issued_the_plan_is_its_own() -> None:
    answer = ask("Văn phòng Sở Du lịch chủ trì nhiệm vụ nào?")
    assert answer.status == "answered"
    assert "khu nghỉ dưỡng" in answer.answer
    assert "điểm đến" in answer.answer


def test_what_the_unit_does_is_not_taken_for_its_name() -> None:
    answer = ask("Văn phòng Sở chủ trì xây dựng bản đồ nào?")
    assert answer.status == "answered"
    assert "điểm đến" in answer.answer


def test_a_row_listed_for_a_unit_that_only_helps_shows_who_helps() -> None:
    plan = ReadingBuilder("plan", DocumentKind.TASK_ANNEX, issuer="Sở Du lịch", period=years(2024))
    plan.task("1", "Sửa nhà trưng bày", lead=("Văn phòng Sở",), coordinating=("Phòng Lữ hành",))
    plan.task("2", "Kiểm tra lữ hành", lead=("Phòng Lữ hành",), coordinating=("Thanh tra Sở",))
    index = FakeIndex([plan.build()])
    answer = RuleAnswerer(index, today=TODAY).answer("Phòng Lữ hành có những nhiệm vụ gì?")
    assert "chủ trì: Văn phòng Sở – phối hợp: Phòng Lữ hành" in answer.answer
    assert "Thanh tra" not in answer.answer


def test_a_unit_is_told_by_the_spelling_that_was_typed() -> None:
    plan = ReadingBuilder("plan", DocumentKind.TASK_ANNEX, issuer="Sở Du lịch", period=years(2024))
    plan.task("1", "Sửa nhà trưng bày", lead=("Phòng Bảo tồn và Bỏ trợ di sản",))
    plan.task("2", "Kiểm kê di sản", lead=("Phòng Bảo tồn và Bổ trợ di sản",))
    answer = RuleAnswerer(FakeIndex([plan.build()]), today=TODAY).answer(
        "Phòng Bảo tồn và Bổ trợ di sản có những nhiệm vụ gì?"
    )
    assert "2 nhiệm vụ của Phòng Bảo tồn và Bổ trợ di sản" in answer.answer
