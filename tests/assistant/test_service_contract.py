"""What holds for every :class:`Service`, in this process or behind HTTP."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from assistant.api.app import create_app
from assistant.errors import BadRequest, MissingPath
from assistant.remote import RemoteService
from assistant.service import Service, Upload
from assistant.settings import Settings
from ingest.model import Task
from tests.assistant.fakes import Parts
from tests.assistant.serving import serving
from vectorstore.errors import (
    EmbeddingMismatch,
    UnknownCorrection,
    UnknownDocument,
    UnknownRecord,
)
from vectorstore.search import RecordFilter


@pytest.fixture(params=["local", "remote"])
def service(request: pytest.FixtureRequest, parts: Parts) -> Iterator[Service]:
    if request.param == "local":
        yield parts.service
        return
    app = create_app(parts.service, Settings(data_dir=parts.data_dir), owner_token="mat-ma")
    with serving(app) as url, closing(RemoteService(url, token="mat-ma")) as remote:
        yield remote


def test_files_go_in_and_are_listed(service: Service, papers: Path) -> None:
    done = service.ingest([papers / "b.txt", papers / "ảnh.png"], wait=False)
    assert [document.status for document in done.documents] == ["ingested", "failed"]
    assert [document.file for document in service.documents().documents] == ["b.txt"]
    assert service.health().documents == 1


def test_relative_paths_mean_the_callers_folder(
    service: Service, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(papers)
    (document,) = service.ingest([Path("b.txt")], wait=False).documents
    assert document.path == str((papers / "b.txt").resolve())


def test_a_missing_path_raises(service: Service, papers: Path) -> None:
    with pytest.raises(MissingPath, match="lạ"):
        service.ingest([papers / "lạ"])


def test_uploads_show_their_bare_name(service: Service) -> None:
    upload = Upload("thư mục/tệp.txt", io.BytesIO("Một việc\n".encode()))
    (document,) = service.upload([upload]).documents
    assert (document.path, document.status) == ("tệp.txt", "ingested")


def test_records_are_typed_and_filtered(service: Service, papers: Path) -> None:
    document = service.ingest([papers]).documents[0]
    chosen = RecordFilter(documents=(document.id,), lead="Văn phòng", due_before=date(2031, 1, 1))
    records = service.records("tasks", chosen)
    assert [type(record).__name__ for record in records] == ["Task", "Task"]
    assert records == service.records("tasks")[:2]
    assert service.records("refs") == ()


def test_search_and_show_agree(service: Service, papers: Path) -> None:
    document = service.ingest([papers]).documents[0]
    (hit,) = service.search("Kiểm", documents=[document.id]).results
    shown = service.show(document.id)
    assert hit.source in [unit.source for unit in shown.units]
    assert shown.document.file == document.file


def test_an_answer_and_its_stream_are_the_same(service: Service) -> None:
    whole = service.ask("Ai làm?", answer_id="q")
    events = list(service.ask_stream("Ai làm?", answer_id="q"))
    assert [event.kind for event in events] == ["step", "token", "answer"]
    assert events[-1].answer == whole


def test_removal_is_all_or_nothing(service: Service, papers: Path) -> None:
    first, second = service.ingest([papers]).documents[:2]
    with pytest.raises(UnknownDocument):
        service.remove([first.id, "lạ"])
    assert len(service.documents().documents) == 2
    assert [gone.id for gone in service.remove([first.id, second.id]).documents] == [
        first.id,
        second.id,
    ]
    assert service.documents().documents == ()


def test_a_correction_is_made_listed_and_undone(service: Service, papers: Path) -> None:
    document = service.ingest([papers / "b.txt"]).documents[0]
    record = service.records("tasks")[1]
    (made,) = service.correct(
        document.file, {"lead": "Phòng Một"}, by="Cán bộ A", record_id=record.id
    ).corrections
    assert (made.old, made.new, made.by, made.status) == (
        "Văn phòng", "Phòng Một", "Cán bộ A", "applied",
    )  # fmt: skip
    assert datetime.fromisoformat(made.at).tzinfo is not None
    after = service.records("tasks")[1]
    assert isinstance(after, Task)
    assert (after.lead, after.corrected, after.source) == (("Phòng Một",), (made,), record.source)
    shown = service.show(document.id)
    assert shown.corrections == (made,)
    assert shown.share == 1.0
    assert [table.kind for table in shown.tables] == ["tasks"]
    assert service.search("Một").results[0].source == record.source
    assert service.corrections(document.id) == service.corrections()
    undone = service.undo_correction(made.id)
    assert undone.status == "undone"
    assert service.corrections().corrections == (undone,)
    assert service.records("tasks")[1] == record


def test_a_documents_own_data_is_corrected(service: Service, papers: Path) -> None:
    document = service.ingest([papers / "b.txt"]).documents[0]
    service.correct(document.id, {"kind": "plan", "period": "2031", "issuer": "Sở Mẫu"}, by="A")
    (after,) = service.documents().documents
    assert (after.kind, after.issuer, after.revision) == ("plan", "Sở Mẫu", 3)
    assert after.period is not None
    assert after.period.to == 2031


def test_a_correction_that_cannot_be_made_raises_and_changes_nothing(
    service: Service, papers: Path
) -> None:
    document = service.ingest([papers / "b.txt"]).documents[0]
    record = service.records("tasks")[0]
    with pytest.raises(BadRequest, match="“số”"):
        service.correct(document.id, {"số": "1"}, by="A", record_id=record.id)
    with pytest.raises(BadRequest, match="tên người sửa"):
        service.correct(document.id, {"lead": "Phòng Một"}, by=" ", record_id=record.id)
    with pytest.raises(UnknownRecord, match="lạ"):
        service.correct(document.id, {"lead": "Phòng Một"}, by="A", record_id="lạ")
    with pytest.raises(UnknownDocument, match="lạ"):
        service.correct("lạ", {"issuer": "x"}, by="A")
    with pytest.raises(UnknownDocument, match="lạ"):
        service.corrections("lạ")
    with pytest.raises(UnknownCorrection, match="lạ"):
        service.undo_correction("lạ")
    assert service.corrections().corrections == ()


def test_errors_keep_their_class_and_sentence(service: Service, parts: Parts) -> None:
    with pytest.raises(UnknownDocument, match="lạ"):
        service.ask("x", documents=["lạ"])
    with pytest.raises(UnknownDocument):
        list(service.ask_stream("x", documents=["lạ"]))
    with pytest.raises(BadRequest):
        service.ask(" ")
    parts.answerer.error = EmbeddingMismatch("Mô hình khác; hãy tạo lại véc-tơ.")
    with pytest.raises(EmbeddingMismatch, match="tạo lại véc-tơ"):
        service.ask("x")
    with pytest.raises(EmbeddingMismatch, match="tạo lại véc-tơ"):
        list(service.ask_stream("x"))
