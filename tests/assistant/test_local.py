from __future__ import annotations

import io
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import BadRequest
from assistant.local import LocalService
from assistant.service import Upload
from assistant.uploads import UploadFolder, clean_name
from tests.assistant.fakes import Parts
from vectorstore.errors import EmbeddingUnavailable, UnknownDocument
from vectorstore.search import RecordFilter


def upload(name: str, text: str) -> Upload:
    return Upload(name, io.BytesIO(text.encode()))


class Sleeper:
    """A background embedder that only counts how often it was woken."""

    problem: str | None = None

    def __init__(self) -> None:
        self.woken = 0

    def wake(self) -> None:
        self.woken += 1


def test_ingesting_waits_for_vectors_only_when_asked(parts: Parts, papers: Path) -> None:
    parts.service.ingest([papers], wait=False)
    assert parts.store.embedded == 0
    parts.service.ingest([papers])
    assert parts.store.embedded == 1


def test_with_a_background_embedder_nobody_waits(parts: Parts, papers: Path) -> None:
    sleeper = Sleeper()
    service = LocalService(
        parts.store,
        lambda: parts.answerer,
        reader=parts.reading.as_reader,
        data_dir=parts.data_dir,
        uploads=UploadFolder(parts.uploads),
        background=sleeper,
    )
    service.ingest([papers], wait=True)
    assert (sleeper.woken, parts.store.embedded) == (1, 0)
    sleeper.problem = "Không tạo được véc-tơ; hãy xem mô hình."
    assert service.health().degraded == (sleeper.problem,)


def test_documents_stay_when_vectors_cannot_be_made(parts: Parts, papers: Path) -> None:
    parts.store.embedding_error = EmbeddingUnavailable("Mô hình không trả lời; hãy bật nó lên.")
    done = parts.service.ingest([papers])
    assert [document.status for document in done.documents][:2] == ["ingested", "ingested"]
    assert parts.service.health().status == "degraded"
    assert parts.service.health().degraded == ("Mô hình không trả lời; hãy bật nó lên.",)


def test_a_document_is_chosen_by_id_path_or_unique_file_name(parts: Parts, papers: Path) -> None:
    first, second = parts.service.ingest([papers]).documents[:2]
    by = parts.service.records
    for name in (first.id, first.path, first.file):
        found = by("tasks", RecordFilter(documents=(name,)))
        assert {task.document_id for task in found} == {first.id}
    both = by("tasks", RecordFilter(documents=(first.id, second.file)))
    assert {task.document_id for task in both} == {first.id, second.id}


def test_an_unknown_document_is_named_in_every_verb(parts: Parts) -> None:
    calls: list[Callable[[], object]] = [
        lambda: parts.service.ask("câu hỏi", documents=["lạ"]),
        lambda: parts.service.ask_stream("câu hỏi", documents=["lạ"]),
        lambda: parts.service.search("từ", documents=["lạ"]),
        lambda: parts.service.show("lạ"),
        lambda: parts.service.remove(["lạ"]),
        lambda: parts.service.records("tasks", RecordFilter(documents=("lạ",))),
    ]
    for call in calls:
        with pytest.raises(UnknownDocument, match="lạ"):
            call()


def test_a_file_name_that_two_documents_have_is_refused_with_their_ids(
    parts: Parts, papers: Path
) -> None:
    (papers / "phụ lục" / "b.txt").write_text("Việc khác\n", encoding="utf-8")
    ids = [d.id for d in parts.service.ingest([papers]).documents if d.file == "b.txt"]
    with pytest.raises(BadRequest) as refused:
        parts.service.show("b.txt")
    assert all(document_id in str(refused.value) for document_id in ids)


def test_nothing_is_removed_when_one_id_is_unknown(parts: Parts, papers: Path) -> None:
    first = parts.service.ingest([papers]).documents[0]
    with pytest.raises(UnknownDocument):
        parts.service.remove([first.id, "lạ"])
    assert first.id in parts.store.readings
    assert [gone.id for gone in parts.service.remove([first.id]).documents] == [first.id]
    assert first.id not in parts.store.readings


def test_show_gives_records_by_kind_with_the_contracts_names(parts: Parts, papers: Path) -> None:
    document = parts.service.ingest([papers / "b.txt"]).documents[0]
    shown = parts.service.show(document.id)
    assert set(shown.records) == {"targets", "tasks", "indicators", "refs"}
    first = shown.records["tasks"][0]
    assert first["deadline"] == {
        "text": "Quý I/2031",
        "kind": "period",
        "from": "2031-01-01",
        "to": "2031-03-31",
    }
    assert [unit.text for unit in shown.units] == ["Lập kế hoạch", "Kiểm tra nội bộ"]


def test_search_ranks_from_one(parts: Parts, papers: Path) -> None:
    parts.service.ingest([papers])
    found = parts.service.search("Kiểm Tập", k=5).results
    assert [(result.rank, result.text) for result in found] == [
        (1, "Kiểm tra nội bộ"),
        (2, "Tập huấn nghiệp vụ"),
    ]


@pytest.mark.parametrize("question", ["", "  \n"])
def test_a_blank_question_is_refused(parts: Parts, question: str) -> None:
    with pytest.raises(BadRequest):
        parts.service.ask(question)
    with pytest.raises(BadRequest):
        parts.service.search(question)


def test_an_upload_is_kept_under_its_own_name_and_read(parts: Parts) -> None:
    (document,) = parts.service.upload(
        [upload("C:\\hồ sơ\\kế hoạch.txt", "Lập kế hoạch\n")]
    ).documents
    assert (document.file, document.path) == ("kế hoạch.txt", "kế hoạch.txt")
    copy = parts.uploads / "kế hoạch.txt"
    assert copy.read_text(encoding="utf-8") == "Lập kế hoạch\n"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(parts.uploads.stat().st_mode) == 0o700


def test_an_upload_of_the_same_name_replaces_the_earlier_one(parts: Parts) -> None:
    first = parts.service.upload([upload("a.txt", "một\n")]).documents[0]
    second = parts.service.upload([upload("a.txt", "hai\n")]).documents[0]
    assert (second.id, second.status) == (first.id, "replaced")
    assert (parts.uploads / "a.txt").read_text(encoding="utf-8") == "hai\n"
    assert parts.service.upload([upload("a.txt", "hai\n")]).documents[0].status == "unchanged"


def test_nothing_is_kept_of_an_upload_that_cannot_be_read(parts: Parts) -> None:
    parts.service.upload([upload("a.txt", "tốt\n")])
    results = parts.service.upload([upload("a.txt", "HỎNG"), upload("b.txt", "HỎNG")]).documents
    assert [document.status for document in results] == ["failed", "failed"]
    assert [path.name for path in parts.uploads.iterdir()] == ["a.txt"]
    assert (parts.uploads / "a.txt").read_text(encoding="utf-8") == "tốt\n"


def test_what_a_killed_process_left_aside_is_swept(parts: Parts) -> None:
    parts.service.upload([upload("a.txt", "một\n")])
    (parts.uploads / ".incoming-x" / "0").mkdir(parents=True)
    UploadFolder(parts.uploads).sweep()
    assert [path.name for path in parts.uploads.iterdir()] == ["a.txt"]


def test_removing_an_uploaded_document_deletes_its_copy(parts: Parts) -> None:
    (document,) = parts.service.upload([upload("a.txt", "một\n")]).documents
    parts.service.remove([document.id])
    assert list(parts.uploads.iterdir()) == []


def test_removing_a_document_leaves_the_users_own_file_alone(parts: Parts, papers: Path) -> None:
    (document,) = parts.service.ingest([papers / "b.txt"]).documents
    parts.service.remove([document.id])
    assert (papers / "b.txt").exists()


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\x.docx", "x.docx"),
        (".bashrc.txt", "bashrc.txt"),
        ("~$khóa.docx", "khóa.docx"),
        ("báo\x00 cáo\u202e.docx", "báo cáo.docx"),
        ("a:b|c.txt", "abc.txt"),
        ("báo cáo %22quý I%22.docx", "báo cáo quý I.docx"),  # how forms write quotation marks
        ("không đuôi", "không đuôi"),
    ],
)
def test_upload_names_lose_folders_and_tricks(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_a_long_upload_name_keeps_its_type() -> None:
    name = clean_name("ế" * 300 + ".docx")
    assert name.endswith(".docx")
    assert len(name.encode()) <= 200


@pytest.mark.parametrize("name", ["", "/", "..", "...", "x." + "y" * 300])
def test_an_upload_without_a_usable_name_is_refused(name: str) -> None:
    with pytest.raises(BadRequest):
        clean_name(name)
