"""Documents marked as state secrets leave nothing behind: not in the store, not in a file."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import pytest

from assistant.ingestion import Candidate, ingest
from assistant.local import LocalService
from assistant.service import Upload
from assistant.store import Reader
from assistant.uploads import UploadFolder
from ingest.pipeline import document_id, read_file
from ingest.readers.registry import is_supported
from tests.assistant.fakes import FakeAnswerer
from vectorstore.index import Index

OPEN = "Số: 12/KH-SXD\nKẾ HOẠCH\nKiểm tra công vụ năm 2031\nKiểm tra cầu Rạch Miễu hằng quý.\n"
SECRET = "TỐI MẬT\nSố: 13/KH-SXD\nKẾ HOẠCH\nBố trí trạm gác Xuyenmoc tại cầu.\n"
READER = Reader(read=read_file, document_id=document_id, is_supported=is_supported, version="1")


@pytest.fixture
def service(tmp_path: Path) -> LocalService:
    data = tmp_path / "data"
    return LocalService(
        Index.open(data / "index"),
        FakeAnswerer,
        reader=lambda: READER,
        data_dir=data,
        uploads=UploadFolder(data / "uploads"),
    )


def upload(text: str) -> Upload:
    return Upload(name="kh.txt", content=io.BytesIO(text.encode()))


def leaves_a_trace(folder: Path) -> bool:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return any(b"xuyenmoc" in path.read_bytes().lower() for path in files)


def test_a_marked_upload_is_refused_and_its_copy_deleted(
    service: LocalService, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        (document,) = service.upload([upload(SECRET)]).documents
    assert document.status == "failed"
    assert [problem.code for problem in document.problems] == ["secret"]
    assert document.title is None
    assert document.number is None
    assert service.documents().documents == ()
    assert not leaves_a_trace(tmp_path)
    assert "Xuyenmoc" not in caplog.text


def test_the_rest_of_a_batch_goes_on(service: LocalService, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SECRET, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text(OPEN, encoding="utf-8")
    found = service.ingest([tmp_path / "in"]).documents
    assert [document.status for document in found] == ["failed", "ingested"]


def test_a_new_version_that_is_secret_leaves_the_stored_one_and_is_told(
    service: LocalService, tmp_path: Path
) -> None:
    service.upload([upload(OPEN)])
    (document,) = service.upload([upload(SECRET)]).documents
    assert document.status == "failed"
    assert "vẫn được giữ" in document.problems[0].message
    (stored,) = service.documents().documents
    assert stored.number == "12/KH-SXD"
    assert (tmp_path / "data" / "uploads" / "kh.txt").read_text(encoding="utf-8") == OPEN
    assert not leaves_a_trace(tmp_path)


def test_a_file_stored_before_its_mark_was_known_goes_with_its_copy(
    service: LocalService, tmp_path: Path
) -> None:
    kept = tmp_path / "data" / "uploads" / "kh.txt"
    index = Index.open(tmp_path / "data" / "index")
    plain = tmp_path / "kh.txt"
    plain.write_text(SECRET.removeprefix("TỐI MẬT\n"), encoding="utf-8")
    earlier = read_file(plain, document_id=document_id("kh.txt"), shown_path="kh.txt")
    plain.write_text(SECRET, encoding="utf-8")
    from ingest.pipeline import file_digest

    index.add(earlier.model_copy(update={"sha256": file_digest(plain), "reader_version": "0"}))
    index.close()
    kept.parent.mkdir(parents=True)
    kept.write_text(SECRET, encoding="utf-8")
    plain.unlink()
    (document,) = service.upload([upload(SECRET)]).documents
    assert "đã được xóa khỏi kho" in document.problems[0].message
    assert service.documents().documents == ()
    assert not kept.exists()
    assert not leaves_a_trace(tmp_path / "data" / "uploads")


def test_a_refused_file_is_refused_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(SECRET, encoding="utf-8")
    with Index.open(tmp_path / "index") as index:
        for _ in range(2):
            (document,) = ingest([Candidate(file, "a.txt")], store=index, reader=READER)
            assert document.status == "failed"
