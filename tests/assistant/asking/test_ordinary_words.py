"""Ordinary words of questions are no topic, and a compound means nothing in pieces."""

from __future__ import annotations

from datetime import date

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import Activity, DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

TODAY = date(2024, 2, 20)


def ask(question: str) -> Answer:
    plan = ReadingBuilder("plan", DocumentKind.PLAN, period=years(2024), number="8/KH-SNN")
    plan.target("1", "Tối thiểu 35% hộ nuôi tôm dùng sổ tay", metric="hộ nuôi tôm", value="35")
    plan.passage("Hóa chất của trại giống được kiểm kê theo số lô, tối thiểu 12% mỗi quý.")
    plan.passage("Tuyên truyền cải cách hành chính, nội dung trọng điểm là một cửa.")
    plan.task(
        "2",
        "Niêm yết giá tôm giống tại Trung tâm Giống thủy sản",
        lead=("Chi cục Thủy sản",),
        coordinating=("Trạm Khuyến ngư",),
        activities=(Activity(key="2.1", text="In bảng giá theo mùa"),),
    )
    plan.task("3", "Chuyển giao ao nuôi", lead=("Trung tâm Giống thủy sản",))
    longer = ReadingBuilder("long", DocumentKind.PLAN, period=years(2021, 2030))
    longer.target("1", "Tối thiểu 70% hộ nuôi tôm dùng sổ tay", metric="hộ nuôi tôm", value="70")
    return RuleAnswerer(FakeIndex([plan.build(), longer.build()]), today=TODAY).answer(question)


def test_to_require_is_a_verb_where_a_figure_is_asked_for() -> None:
    answer = ask("Kế hoạch 8/KH-SNN yêu cầu bao nhiêu phần trăm hộ nuôi tôm dùng sổ tay?")
    assert answer.status == "answered"
    assert "35%" in answer.answer


def test_the_syllables_of_a_compound_apart_are_not_the_compound() -> None:
    assert ask("Số hóa tối thiểu bao nhiêu phần trăm?").status == "refused"


def test_an_index_that_no_document_names_is_not_answered_with_its_ordinary_words() -> None:
    assert ask("Điểm PAR INDEX năm 2024?").status == "refused"


def test_a_unit_where_something_is_done_does_not_limit_who_does_it() -> None:
    answer = ask("Niêm yết giá tôm giống tại Trung tâm Giống thủy sản giao ai?")
    assert answer.status == "answered"
    assert "Chi cục Thủy sản" in answer.answer


def test_a_period_that_is_a_documents_own_means_that_document() -> None:
    answer = ask("Chỉ tiêu hộ nuôi tôm giai đoạn 2021-2030 là bao nhiêu?")
    assert "70%" in answer.answer
    assert "35%" not in answer.answer


def test_few_rows_are_listed_with_their_steps() -> None:
    answer = ask("Liệt kê nhiệm vụ niêm yết giá tôm giống")
    assert "In bảng giá theo mùa" in answer.answer


def test_a_partner_in_the_question_does_not_limit_who_else_takes_part() -> None:
    answer = ask("Đơn vị nào phối hợp với Chi cục Thủy sản niêm yết giá tôm giống?")
    assert answer.status == "answered"
    assert "Trạm Khuyến ngư" in answer.answer
