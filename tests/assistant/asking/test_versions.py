"""Answers come from the newest version of a document, say so, and linked files answer as one."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind, Reading
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2031, 7, 1)
TITLE = "Kế hoạch cải cách hành chính năm 2031 của Sở Xây dựng"


def plan(name: str, number: str, day: str, lead: str, *, more: bool = True) -> ReadingBuilder:
    found = ReadingBuilder(
        name,
        DocumentKind.PLAN,
        title=TITLE,
        issuer="Sở Xây dựng",
        province="Bến Tre",
        number=number,
        date=day,
        period=years(2031),
    )
    found.section("I", "NHIỆM VỤ")
    found.task(
        "I.1",
        "Lắp đặt biển báo tốc độ trên tuyến đường ven biển",
        lead=(lead,),
        due=deadline("Quý III/2031", "period", "2031-07-01", "2031-09-30"),
    )
    if more:
        found.task(
            "I.2",
            "Kiểm định chất lượng cầu treo dân sinh",
            lead=("Trung tâm Kiểm định",),
            due=deadline("Quý IV/2031", "period", "2031-10-01", "2031-12-31"),
        )
    return found


def with_relation(reading: Reading, **relation: str | None) -> Reading:
    return reading.model_copy(update={"document": reading.document.model_copy(update=relation)})


def ask(question: str, *readings: Reading, documents: tuple[str, ...] = ()) -> Answer:
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question, documents=documents)


def cited(answer: Answer) -> set[str]:
    return {citation.source.document_id for citation in answer.citations}


FIRST = plan("first", "17/KH-SXD", "2031-01-22", "Phòng Hạ tầng").build()
SECOND = plan("second", "17/KH-SXD", "2031-02-15", "Phòng Giao thông").build()
AMENDING = with_relation(
    plan("amending", "40/KH-SXD", "2031-06-01", "Phòng An toàn", more=False).build(),
    amends="17/KH-SXD",
    title="Kế hoạch sửa đổi, bổ sung Kế hoạch số 17/KH-SXD",
)
SIGNS = "Đơn vị nào chủ trì lắp đặt biển báo tốc độ?"
BRIDGES = "Đơn vị nào chủ trì kiểm định chất lượng cầu treo?"


def test_the_newest_version_answers_and_it_is_said() -> None:
    answer = ask(SIGNS, FIRST, SECOND)
    assert "Phòng Giao thông" in answer.answer
    assert "Phòng Hạ tầng" not in answer.answer
    assert cited(answer) == {"second"}
    assert answer.answer.count("bản mới nhất") == 1
    assert "15/2/2031" in answer.answer


def test_the_order_of_ingest_does_not_matter() -> None:
    assert cited(ask(SIGNS, SECOND, FIRST)) == {"second"}


def test_of_two_files_of_one_day_the_one_read_last_answers_and_it_is_not_called_newer() -> None:
    copy = plan("copy", "17/KH-SXD", "2031-01-22", "Phòng Đường thủy").build()
    answer = ask(SIGNS, FIRST, copy)
    assert cited(answer) == {"copy"}
    assert "bản nạp sau" in answer.answer
    assert "copy.docx" in answer.answer
    assert "bản mới nhất" not in answer.answer


def test_an_amendment_answers_for_what_it_changes() -> None:
    answer = ask(SIGNS, FIRST, AMENDING)
    assert "Phòng An toàn" in answer.answer
    assert cited(answer) == {"amending"}
    assert "sửa đổi" in answer.answer


def test_what_an_amendment_leaves_alone_is_answered_from_the_amended() -> None:
    answer = ask(BRIDGES, FIRST, AMENDING)
    assert "Trung tâm Kiểm định" in answer.answer
    assert cited(answer) == {"first"}
    assert "không thấy nêu trong bản sửa đổi" in answer.answer


def test_a_list_is_drawn_from_both_and_tells_which_is_newer() -> None:
    answer = ask("Liệt kê nhiệm vụ do Trung tâm Kiểm định chủ trì", FIRST, AMENDING)
    assert cited(answer) == {"first"}
    assert "đã được sửa đổi, bổ sung bởi" in answer.answer


def test_the_older_version_answers_where_it_is_asked_for_by_number() -> None:
    amended = ask(f"{SIGNS[:-1]} theo Kế hoạch 17/KH-SXD?", FIRST, AMENDING)
    assert cited(amended) == {"first"}
    assert "đã được sửa đổi, bổ sung bởi" in amended.answer


def test_the_older_version_answers_where_it_is_chosen() -> None:
    assert cited(ask(SIGNS, FIRST, SECOND, documents=("first",))) == {"first"}
    assert cited(ask(SIGNS, FIRST, SECOND, documents=("first", "second"))) == {"first", "second"}


def test_documents_without_versions_get_no_such_sentence() -> None:
    assert "bản mới nhất" not in ask(SIGNS, FIRST).answer


@pytest.fixture
def annex() -> Reading:
    found = ReadingBuilder("annex", DocumentKind.TASK_ANNEX, issuer=None, number="17/KH-SXD")
    found.section("II", "NHIỆM VỤ BỔ SUNG")
    found.task("II.1", "Trồng cây xanh dải phân cách quốc lộ", lead=("Phòng Cây xanh",))
    return with_relation(found.build(), attached_to="17/KH-SXD")


def test_an_annex_in_its_own_file_answers_for_the_plan_it_is_attached_to(annex: Reading) -> None:
    other = plan("other", "9/KH-SYT", "2031-01-05", "Phòng Y").build()
    question = "Ai chủ trì trồng cây xanh dải phân cách theo Kế hoạch 17/KH-SXD tỉnh Bến Tre?"
    answer = ask(question, FIRST, annex, other)
    assert "Phòng Cây xanh" in answer.answer
    assert cited(answer) == {"annex"}
    assert "Bến Tre" in answer.answer
