"""The form check through the service, in this process and over HTTP, and on the command line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.__main__ import cchc
from assistant.api.app import create_app
from assistant.errors import BadRequest
from assistant.local import LocalService
from assistant.remote import RemoteService
from assistant.service import Service, Upload
from assistant.settings import Settings
from assistant.store import Reader
from assistant.uploads import UploadFolder
from ingest.pipeline import read_file
from tests.assistant.checking.form.official import Parts as Paper
from tests.assistant.checking.form.official import retype
from tests.assistant.fakes import Parts
from tests.assistant.serving import serving


@pytest.fixture
def local(parts: Parts) -> LocalService:
    def reader() -> Reader:
        return Reader(
            read=read_file,
            document_id=lambda shown: f"id-{Path(shown).stem}",
            is_supported=lambda path: path.suffix in {".docx", ".txt"},
            version="1",
        )

    return LocalService(
        parts.store,
        lambda: parts.answerer,
        reader=reader,
        data_dir=parts.data_dir,
        uploads=UploadFolder(parts.uploads),
    )


@pytest.fixture(params=["local", "remote"])
def service(request: pytest.FixtureRequest, parts: Parts, local: LocalService) -> Iterator[Service]:
    if request.param == "local":
        yield local
        return
    app = create_app(local, Settings(data_dir=parts.data_dir), owner_token="mat-ma")
    with serving(app) as url, closing(RemoteService(url, token="mat-ma")) as remote:
        yield remote


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A document whose number has one digit."""
    paper = Paper()
    retype(paper.number, "Số: 5/QĐ-SXD")
    path = tmp_path / "sai.docx"
    paper.document.save(str(path))
    return path


def test_form_is_looked_at_only_when_asked_for(service: Service, wrong: Path) -> None:
    assert [one.code for one in service.check(wrong).findings if one.code == "format"] == []
    check = service.check(wrong, form=True)
    (one,) = [one for one in check.findings if one.code == "format"]
    assert "so-hai-chu-so" in one.message
    assert one.left.file == check.file == "sai.docx"
    assert check.summary.warnings >= 1


def test_an_uploaded_file_and_a_stored_one_are_looked_at_too(service: Service, wrong: Path) -> None:
    upload = Upload("sai.docx", io.BytesIO(wrong.read_bytes()))
    assert any(one.code == "format" for one in service.check(upload, form=True).findings)
    stored = Upload("sai.docx", io.BytesIO(wrong.read_bytes()))
    (document,) = service.upload([stored], wait=True).documents
    found = service.check(document.id, form=True).findings
    assert [one.left.document_id for one in found if one.code == "format"] == [document.id]


def test_a_file_of_another_type_is_refused_in_one_sentence(
    service: Service, tmp_path: Path
) -> None:
    path = tmp_path / "thu.txt"
    path.write_text("Trong năm giải quyết 12 hồ sơ.", encoding="utf-8")
    with pytest.raises(BadRequest, match=r"thu\.txt"):
        service.check(path, form=True)


def test_the_command_prints_findings_of_form_and_says_so_by_its_exit_code(
    local: LocalService, wrong: Path
) -> None:
    class Over:
        @contextmanager
        def connect(self, *, rebuild_vectors: bool = False) -> Iterator[Service]:
            yield local

    quiet = CliRunner().invoke(cchc, ["check", str(wrong)], obj=Over())
    assert (quiet.exit_code, "thể thức" in quiet.stdout) == (0, False)
    told = CliRunner().invoke(cchc, ["check", str(wrong), "--form"], obj=Over())
    assert told.exit_code == 1
    assert "quy tắc “so-hai-chu-so”" in told.stdout
