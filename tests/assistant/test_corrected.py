"""Answers over real parts say which of their values staff corrected; and the notes themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation
from assistant.asking.answerer import RuleAnswerer
from assistant.bootstrap import _reader
from assistant.corrected import with_correction_notes
from assistant.local import LocalService
from assistant.uploads import UploadFolder
from ingest.correcting.fields import editable
from ingest.correcting.names import FIELD_NAMES, field_name
from ingest.model import Document, Indicator, Ref, Source, Target, Task
from vectorstore.index import Index

TEXT = (
    "PHỤ LỤC\nNHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027\n\n"
    "TT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\n"
    "1\tRà soát thủ tục đất đai\tPhòng Đo đạc\tQuý I/2027\n"
    "2\tKhảo sát mức độ hài lòng của người dân\tThanh tra Sở\tQuý II/2027\n"
)
QUESTION = "Đơn vị nào chủ trì khảo sát mức độ hài lòng của người dân?"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[LocalService]:
    (tmp_path / "phu-luc.txt").write_text(TEXT, encoding="utf-8")
    with Index.open(tmp_path / "kho") as index:
        answerer = RuleAnswerer(index, today=date(2027, 2, 1))
        made = LocalService(
            index,
            lambda: answerer,
            reader=_reader,
            data_dir=tmp_path / "kho",
            uploads=UploadFolder(tmp_path / "kho" / "uploads"),
        )
        made.ingest([tmp_path / "phu-luc.txt"])
        yield made


def test_an_answer_uses_the_corrected_value_and_says_so(service: LocalService) -> None:
    before = service.ask(QUESTION)
    assert "Thanh tra Sở" in before.answer
    assert before.notes == ()
    record = service.records("tasks")[1]
    (made,) = service.correct(
        record.document_id, {"lead": "Phòng Tổ chức"}, by="Cán bộ A", record_id=record.id
    ).corrections
    after = service.ask(QUESTION)
    assert "Phòng Tổ chức" in after.answer
    assert "Thanh tra" not in after.answer
    (note,) = after.notes
    assert "chủ trì" in note
    assert "đã được Cán bộ A sửa ngày" in note
    assert "văn bản ghi “Thanh tra Sở”" in note
    assert list(service.ask_stream(QUESTION))[-1].answer is not None
    streamed = list(service.ask_stream(QUESTION))[-1].answer
    assert streamed is not None
    assert streamed.notes == after.notes
    service.undo_correction(made.id)
    again = service.ask(QUESTION)
    assert (again.answer, again.notes) == (before.answer, ())


def test_an_answer_that_gives_another_value_bears_no_note(service: LocalService) -> None:
    first = service.records("tasks")[0]
    service.correct(first.document_id, {"lead": "Phòng Tổ chức"}, by="Cán bộ A", record_id=first.id)
    assert service.ask(QUESTION).notes == ()


def test_many_corrected_values_are_counted_and_not_all_told(service: LocalService) -> None:
    record = service.records("tasks")[1]
    changes = {"lead": "P1", "coordinating": "P2", "products": "P3", "text": "P4", "deadline": "P5"}
    service.correct(record.document_id, changes, by="A", record_id=record.id)
    service.correct(record.document_id, {"issuer": "P6", "number": "P7"}, by="A")
    answer = Answer(
        id="a",
        question="?",
        status="answered",
        answer="P1, P2, P3, P4, P5, P6, P7",
        citations=(Citation(n=1, source=record.source),),
        interpreted_as="?",
    )
    noted = with_correction_notes(answer, service.documents().documents, service.records("tasks"))
    assert len(noted.notes) == 6
    assert noted.notes[-1].startswith("Còn 2 giá trị khác")


def test_every_field_that_can_be_corrected_has_a_vietnamese_name() -> None:
    place = Source(document_id="d", file="a.txt", quote="x")
    items: list[Document | Target | Task | Indicator | Ref] = [
        Document(id="d", file="a.txt", path="a.txt"),
        Target(id="1", document_id="d", key="1", source=place, text="x"),
        Task(id="2", document_id="d", key="2", source=place, text="x"),
        Indicator(id="3", document_id="d", key="3", source=place, name="x"),
        Ref(id="4", document_id="d", key="4", source=place, number="1/KH"),
    ]
    assert {field for item in items for field in editable(item)} <= set(FIELD_NAMES)
    assert field_name("deliverables.2.deadline") == "thời hạn 2"
