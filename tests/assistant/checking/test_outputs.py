"""What a person gets: commented Word files, reports, the command, the service over HTTP."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from assistant.__main__ import cchc
from assistant.answer import Check
from assistant.api.app import create_app
from assistant.checking.annotate import annotated
from assistant.checking.reporting import as_html, as_markdown, as_text
from assistant.commands.frame import Session
from assistant.errors import BadRequest, MissingPath
from assistant.local import LocalService
from assistant.remote import RemoteService
from assistant.service import Service, Upload
from assistant.settings import Settings
from assistant.store import Reader
from assistant.uploads import UploadFolder
from ingest import pipeline
from tests.assistant.fakes import FakeStore, Parts
from tests.assistant.serving import serving
from vectorstore.errors import UnknownDocument

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
REPORT, ANNEX = SAMPLES / "bao-cao-2025.docx", SAMPLES / "phu-luc-thong-ke-2025.docx"


def local(folder: Path) -> LocalService:
    reader = Reader(
        read=pipeline.read_file,
        document_id=pipeline.document_id,
        is_supported=lambda path: True,
        version="1",
    )
    parts = Parts(folder)
    return LocalService(
        FakeStore(),
        lambda: parts.answerer,
        reader=lambda: reader,
        data_dir=folder,
        uploads=UploadFolder(folder / "uploads"),
    )


@pytest.fixture(params=["local", "remote"])
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    here = local(tmp_path)
    if request.param == "local":
        yield here
        return
    app = create_app(here, Settings(data_dir=tmp_path))
    with serving(app) as url, closing(RemoteService(url)) as remote:
        yield remote


def test_files_and_uploads_are_checked_alike(service: Service) -> None:
    by_path = service.check(REPORT, against=[ANNEX])
    with REPORT.open("rb") as report:
        upload = Upload("bao-cao-2025.docx", report)
        uploaded = service.check(upload, against=[ANNEX])
    for check in (by_path, uploaded):
        assert check.file == "bao-cao-2025.docx"
        assert (check.summary.errors, check.summary.warnings) == (2, 0)
    assert [one.message for one in by_path.findings] == [one.message for one in uploaded.findings]


def test_a_stored_document_is_checked_by_its_id(service: Service, tmp_path: Path) -> None:
    copy = tmp_path / "phu-luc.docx"
    copy.write_bytes(ANNEX.read_bytes())
    with copy.open("rb") as content:
        (stored,) = service.upload([Upload("phu-luc.docx", content)]).documents
    check = service.check(REPORT, against=[stored.id])
    assert check.summary.errors == 2
    assert {one.right.file for one in check.findings if one.right} == {"phu-luc.docx"}


def test_what_is_not_there_is_said(service: Service) -> None:
    with pytest.raises(MissingPath, match="không-có"):
        service.check(Path("không-có.docx"))
    with pytest.raises(UnknownDocument, match="không-có"):
        service.check("không-có")


def test_the_api_wants_one_document(tmp_path: Path) -> None:
    app = create_app(local(tmp_path), Settings(data_dir=tmp_path))
    with serving(app) as url, closing(RemoteService(url)) as remote, pytest.raises(BadRequest):
        remote._call("POST", "/checks", Check, files=[("against", (None, "x"))])


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    return local(tmp_path_factory.mktemp("kho")).check(REPORT, against=[ANNEX])


def test_each_finding_becomes_a_comment_and_the_original_stays(
    check: Check, tmp_path: Path
) -> None:
    before = hashlib.sha256(REPORT.read_bytes()).digest()
    target = tmp_path / "chú thích.docx"
    assert annotated(REPORT, check, target) == len(check.findings) == 2
    assert hashlib.sha256(REPORT.read_bytes()).digest() == before
    document, original = Document(str(target)), Document(str(REPORT))
    comments = [comment.text for comment in document.comments]
    assert [("19" in text, "84" in text) for text in comments] == [(True, False), (False, True)]
    assert all("Đối chiếu:" in text for text in comments)
    assert [p.text for p in document.paragraphs] == [p.text for p in original.paragraphs]
    marked = [p.text for p in document.paragraphs if "commentRangeStart" in p._p.xml]
    assert ["19 TTHC" in text for text in marked] == [True, False]


def test_a_finding_in_a_cell_is_commented_in_its_cell(tmp_path: Path) -> None:
    source = tmp_path / "phu-luc.docx"
    document = Document(str(ANNEX))
    table = document.tables[0]
    row = next(r for r in table.rows if r.cells[1].text.startswith("- Nhiệm vụ đã hoàn thành"))
    row.cells[3].paragraphs[0].runs[0].text = "31"
    document.save(str(source))
    check = local(tmp_path).check(source)
    assert check.summary.errors >= 1
    target = tmp_path / "ra.docx"
    annotated(source, check, target)
    cells = [c for r in Document(str(target)).tables[0].rows for c in r.cells]
    assert [c.text for c in cells if "commentRangeStart" in c._tc.xml][:1] == ["32"]


def test_reports_name_every_finding_and_escape_markup(check: Check) -> None:
    finding = check.findings[0].model_copy(update={"message": "<b>|x|</b>"})
    odd = check.model_copy(update={"findings": (finding, *check.findings[1:])})
    page = as_html(odd)
    assert "<b>" not in page.partition("</style>")[2].replace("<body>", "")
    assert page.count("<tr") == 2 + len(odd.findings) + 55
    assert "&lt;b>\\|x\\|&lt;/b>" in as_markdown(odd)
    assert as_text(check).count("[LỖI]") == 2
    clean = check.model_copy(update={"findings": (), "figures": ()})
    assert "Không phát hiện" in as_text(clean)
    assert "Không có." in as_html(clean)
    assert "Không có." in as_markdown(clean)


class Over(Session):
    def __init__(self, service: Service) -> None:
        super().__init__()
        self._service = service

    @contextmanager
    def connect(self, *, rebuild_vectors: bool = False) -> Iterator[Service]:
        yield self._service


@pytest.fixture
def run(tmp_path: Path) -> object:
    service = local(tmp_path)

    def call(*arguments: object) -> Result:
        words = [str(each) for each in arguments]
        return CliRunner().invoke(cchc, ["check", *words], obj=Over(service))

    return call


def test_the_command_prints_json_and_leaves_with_one(run: object) -> None:
    assert callable(run)
    result = run(REPORT, "--against", ANNEX, "--json")
    assert result.exit_code == 1
    found = Check.model_validate_json(result.stdout)
    assert found.summary.errors == 2
    assert set(json.loads(result.stdout)) == {"file", "figures", "findings", "summary"}


def test_the_command_takes_several_documents_after_one_option(run: object) -> None:
    assert callable(run)
    result = run(REPORT, "--against", ANNEX, SAMPLES / "phu-luc-thong-ke-2024.xlsx")
    assert result.exit_code == 1
    assert "2 lỗi" in result.stdout
    assert "Thừa tham số" in run(REPORT, ANNEX).stderr


def test_a_clean_document_leaves_with_zero(run: object) -> None:
    assert callable(run)
    result = run(ANNEX)
    assert (result.exit_code, "Không phát hiện" in result.stdout) == (0, True)


@pytest.mark.parametrize("name", ["ra.docx", "ra.html", "ra.md"])
def test_the_command_writes_the_kind_of_file_that_is_named(
    run: object, tmp_path: Path, name: str
) -> None:
    assert callable(run)
    result = run(REPORT, "--against", ANNEX, "-o", tmp_path / name)
    assert result.exit_code == 1
    assert (tmp_path / name).stat().st_size > 1000
    assert name in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((REPORT, "-o", "ra.pdf"), "đuôi .docx"),
        ((SAMPLES / "phu-luc-thong-ke-2024.xlsx", "-o", "ra.docx"), "không phải tệp .docx"),
        (("bao-cao-2025-0a1b2c3d", "-o", "ra.docx"), "trong kho"),
        ((REPORT, "-o", REPORT), "tệp gốc"),
        ((REPORT, "-o", "không có/ra.md"), "thư mục"),
        (("lạ.docx",), "Không tìm thấy"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run: object, arguments: tuple[object, ...], said: str
) -> None:
    assert callable(run)
    result = run(*arguments)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert said in line
    assert re.search(r"; .*\.$", line)


def test_an_unreadable_upload_is_refused(service: Service) -> None:
    with pytest.raises(Exception, match="hỏng"):
        service.check(Upload("hỏng.docx", io.BytesIO(b"khong phai docx")))


def test_text_is_never_taken_for_a_path_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(UnknownDocument):
        local(tmp_path).check(str(REPORT))
