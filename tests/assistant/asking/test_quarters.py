"""A quarter without a year is that quarter of the documents' own years."""

from __future__ import annotations

from datetime import date

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import Deliverable, DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2026, 2, 20)


def ask(question: str) -> Answer:
    plan = ReadingBuilder("plan", DocumentKind.TASK_ANNEX, period=years(2022))
    plan.task(
        "1",
        "Báo cáo sản lượng thủy sản",
        lead=("Chi cục Thủy sản",),
        deliverables=(
            Deliverable(
                product="Báo cáo quý I",
                deadline=deadline("Trước 05/4", "before", None, "2022-04-04"),
            ),
            Deliverable(
                product="Báo cáo quý II",
                deadline=deadline("Trước 05/7", "before", None, "2022-07-04"),
            ),
        ),
    )
    plan.task(
        "2",
        "Thả cá giống",
        lead=("Trạm Cá giống",),
        due=deadline("Quý II/2022", "period", "2022-04-01", "2022-06-30"),
    )
    return RuleAnswerer(FakeIndex([plan.build()]), today=TODAY).answer(question)


def test_the_heading_states_the_quarter_of_the_documents_year() -> None:
    answer = ask("Nhiệm vụ nào có hạn trong quý II?")
    assert "từ 2022-04-01 đến 2022-06-30" in answer.answer
    assert "2026" not in answer.answer
    assert "Thả cá giống" in answer.answer


def test_only_the_deadline_within_the_quarter_is_marked() -> None:
    answer = ask("Nhiệm vụ nào có hạn trong quý II?")
    assert "**Trước 05/4 (2022-04-04)**; các hạn khác: Trước 05/7" in answer.answer


def test_a_report_of_a_quarter_is_named_by_it_not_due_in_it() -> None:
    answer = ask("Khi nào báo cáo quý II?")
    assert "**Báo cáo quý II (Trước 05/7 (2022-07-04))**; các hạn khác: Báo cáo quý I" in (
        answer.answer
    )
    assert "Thả cá giống" not in answer.answer


def test_this_quarter_is_reckoned_from_today() -> None:
    answer = ask("Nhiệm vụ nào có hạn trong quý này?")
    assert answer.status == "refused"
    assert "từ 2026-01-01 đến 2026-03-31" in answer.answer
