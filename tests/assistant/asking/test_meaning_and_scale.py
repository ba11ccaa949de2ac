"""Search by meaning helps but never weakens a refusal; many documents are not scanned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant.asking.answerer import RuleAnswerer
from ingest.model import AnyRecord, Document, EvidenceUnit, Reading, RecordKind
from tests.assistant.asking.documents import all_readings, yearly_plan
from tests.assistant.asking.fakes import FakeIndex
from vectorstore.index import Index
from vectorstore.search import RecordFilter, SearchFilter, SearchHit

TODAY = date(2024, 2, 20)


class MeaningIndex(FakeIndex):
    """Finds one record by meaning, with a given similarity."""

    def __init__(self, readings: Sequence[Reading], record_id: str, similarity: float) -> None:
        super().__init__(readings)
        self._hit = (record_id, similarity)

    def search(
        self, query: str, *, k: int = 10, search_filter: SearchFilter | None = None
    ) -> list[SearchHit]:
        record_id, similarity = self._hit
        record = next(
            record
            for reading in self._readings.values()
            for record in reading.records
            if record.id == record_id
        )
        unit = EvidenceUnit(
            id=f"u-{record_id}",
            document_id=record.document_id,
            kind="task",
            text=record.source.quote,
            search_text=record.source.quote,
            source=record.source,
            record_id=record_id,
        )
        return [SearchHit(unit, 1.0, dense_rank=1, similarity=similarity)]


def task_id() -> str:
    return next(task.id for task in yearly_plan().tasks if task.key == "B.2")


@pytest.mark.parametrize(("similarity", "status"), [(0.93, "answered"), (0.86, "refused")])
def test_only_a_very_similar_row_answers_in_other_words(similarity: float, status: str) -> None:
    index = MeaningIndex(all_readings(), task_id(), similarity)
    answer = RuleAnswerer(index, today=TODAY).answer("ai chủ trì rà soát đề án công dân")
    assert answer.status == status, answer.answer
    if status == "answered":
        assert "cùng nghĩa" in answer.answer
        assert "Phòng Bổ trợ tư pháp" in answer.answer


def test_an_unknown_word_is_refused_however_similar_a_row_is() -> None:
    index = MeaningIndex(all_readings(), task_id(), 0.99)
    answer = RuleAnswerer(index, today=TODAY).answer("ai chủ trì rà soát rừng ngập mặn")
    assert answer.status == "refused"
    assert "rừng" in (answer.reason or "")
    assert "Nội dung gần nhất" in answer.answer


def test_everyday_words_find_the_official_ones() -> None:
    answer = RuleAnswerer(FakeIndex(all_readings()), today=TODAY).answer(
        "chỉ tiêu trả tiền qua mạng của Phú Thọ"
    )
    assert "≥ 60%" in answer.answer


class CountingIndex(FakeIndex):
    """Counts how often it is asked for a document's contents; ``stamp`` never changes."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        super().__init__(readings)
        self.calls: Counter[str] = Counter()

    def stamp(self) -> int:
        return 1

    def documents(self) -> tuple[Document, ...]:
        self.calls["documents"] += 1
        return super().documents()

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> tuple[AnyRecord, ...]:
        self.calls["records"] += 1
        wanted = record_filter.documents if record_filter else ()
        assert wanted
        return tuple(record for one in wanted for record in getattr(self._readings[one], kind))

    def units(self, document_id: str) -> tuple[EvidenceUnit, ...]:
        self.calls["units"] += 1
        return super().units(document_id)

    def search(
        self, query: str, *, k: int = 10, search_filter: SearchFilter | None = None
    ) -> list[SearchHit]:
        found = [unit for unit in self._readings["long"].units if "thanh toán" in unit.text]
        return [SearchHit(unit, 1.0) for unit in found]


def shelf_of(size: int) -> CountingIndex:
    plan = yearly_plan()
    copies = [
        plan.model_copy(
            update={
                "document": plan.document.model_copy(
                    update={"id": f"d{number}", "number": f"{number}/KH-STP"}
                )
            }
        )
        for number in range(10000, 10000 + size)
    ]
    return CountingIndex([*copies, *all_readings()])


def test_the_work_for_a_question_does_not_grow_with_the_number_of_documents() -> None:
    work: list[Counter[str]] = []
    for size in (300, 2400):
        index = shelf_of(size)
        answerer = RuleAnswerer(index, today=TODAY)
        for question in ("chỉ tiêu thanh toán trực tuyến", "thanh toán trực tuyến đến năm 2031"):
            assert "85%" in answerer.answer(question).answer
        work.append(index.calls)
    assert work[0] == work[1]
    assert work[0]["documents"] == 1
    assert work[0]["units"] <= 40


def test_what_is_stored_later_is_answered_from(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        answerer = RuleAnswerer(index, today=TODAY)
        assert answerer.answer("mức độ hài lòng").status == "refused"
        before = index.stamp()
        index.add(yearly_plan())
        assert index.stamp() != before
        assert "> 92%" in answerer.answer("mức độ hài lòng").answer
        index.remove("plan24")
        assert answerer.answer("mức độ hài lòng").status == "refused"
