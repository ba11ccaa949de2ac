"""What the check of a document does, without a browser."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answer import Check, DocumentList
from assistant.errors import ServerUnreachable
from assistant.service import Given
from tests.ui.browser import call
from tests.ui.fakes import FakeService
from tests.ui.material import PLAN_ID, STATISTICS_ID, checked
from ui import texts
from ui.mount import mount
from ui.tabs.checking import CheckHandlers, discard, write_reports

pytestmark = pytest.mark.usefixtures("temporary")


class Gone(FakeService):
    """A server that stopped answering."""

    def documents(self) -> DocumentList:
        raise ServerUnreachable("Máy chủ không trả lời; hãy khởi động lại.")


class Unreachable(FakeService):
    """A server that goes away during the check."""

    def check(
        self,
        document: Given,
        *,
        against: Sequence[Given] = (),
        form: bool = False,
    ) -> Check:
        raise ServerUnreachable("Máy chủ không trả lời; hãy khởi động lại.")


def report(folder: Path, name: str = "bao-cao.txt") -> Path:
    file = folder / name
    file.write_text("Đến nay đạt 64,1% giao dịch.")
    return file


def word_file(folder: Path) -> Path:
    file = folder / "bao-cao.docx"
    document = docx.Document()
    document.add_paragraph("Đến nay đạt 64,1% giao dịch, 31 TTHC.")
    document.save(str(file))
    return file


def test_the_file_goes_to_the_service_as_bytes_with_the_chosen_documents(tmp_path: Path) -> None:
    service = FakeService()
    outcome = CheckHandlers(service).check(str(report(tmp_path)), [PLAN_ID])
    assert service.checks == [
        ("bao-cao.txt", "Đến nay đạt 64,1% giao dịch.".encode(), (PLAN_ID,)),
    ]
    assert outcome.check == checked("bao-cao.txt")
    assert outcome.notice == ""
    assert "ke-hoach-cchc-2026.docx (07/KH-SCĐHC)" in outcome.summary
    assert len(service.documents().documents) == 2


def test_without_other_documents_the_summary_says_so(tmp_path: Path) -> None:
    outcome = CheckHandlers(FakeService()).check(str(report(tmp_path)), None)
    assert texts.CHECKED_ALONE in outcome.summary


def test_comparing_a_file_with_a_stored_one_of_its_name_is_pointed_out(tmp_path: Path) -> None:
    file = report(tmp_path, "thong-ke-2026.xlsx")
    handlers = CheckHandlers(FakeService())
    assert "trùng tên" in handlers.check(str(file), [STATISTICS_ID]).notice
    assert handlers.check(str(file), [PLAN_ID]).notice == ""


def test_the_line_of_progress_names_the_file() -> None:
    handlers = CheckHandlers(FakeService())
    assert "bao-cao.txt" in handlers.begin("/tmp/x/bao-cao.txt")
    assert texts.CHECK_CHOOSE_FILE in handlers.begin(None)
    assert "&lt;b&gt;" in handlers.begin("<b>.txt")


def test_nothing_to_check_is_one_sentence() -> None:
    service = FakeService()
    outcome = CheckHandlers(service).check(None, [PLAN_ID])
    assert texts.CHECK_CHOOSE_FILE in outcome.notice
    assert (outcome.check, outcome.reports, service.checks) == (None, None, [])


def test_a_file_that_cannot_be_read_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, temporary: Path
) -> None:
    empty = tmp_path / "trong.txt"
    empty.write_text(" ")
    outcome = CheckHandlers(FakeService()).check(str(empty), None)
    assert "Tệp trong.txt không có chữ nào" in outcome.notice
    assert outcome.check is None
    assert list(temporary.iterdir()) == []


def test_an_unreachable_service_and_a_lost_upload_are_said(tmp_path: Path) -> None:
    file = str(report(tmp_path))
    for service in (Gone(), Unreachable()):
        assert "Máy chủ không trả lời" in CheckHandlers(service).check(file, [PLAN_ID]).notice
    lost = CheckHandlers(FakeService()).check(str(tmp_path / "mat.txt"), None)
    assert "mat.txt" in lost.notice
    assert "tải tệp lên lại" in lost.notice


def test_the_form_is_checked_when_asked_for(tmp_path: Path) -> None:
    handlers = CheckHandlers(FakeService())
    assert "không phải .docx" in handlers.check(str(report(tmp_path)), None, form=True).notice
    assert handlers.check(str(word_file(tmp_path)), None, form=True).check is not None


def test_a_removed_document_leaves_the_choice() -> None:
    service = FakeService()
    service.remove([STATISTICS_ID])
    options, kept = CheckHandlers(service).choices([PLAN_ID, STATISTICS_ID])
    assert [document_id for _, document_id in options] == [PLAN_ID]
    assert kept == [PLAN_ID]


def test_a_word_file_is_given_back_with_a_comment_at_each_finding(tmp_path: Path) -> None:
    original = word_file(tmp_path)
    before = original.read_bytes()
    reports = CheckHandlers(FakeService()).check(str(original), None).reports
    assert reports is not None
    assert reports.word is not None
    assert reports.word.name == "bao-cao-da-kiem-tra.docx"
    comments = [comment.text for comment in docx.Document(str(reports.word)).comments]
    assert len(comments) == 2
    assert any("64,1%" in comment for comment in comments)
    assert original.read_bytes() == before


def test_every_file_gets_a_page_to_download(tmp_path: Path) -> None:
    reports = CheckHandlers(FakeService()).check(str(report(tmp_path)), None).reports
    assert reports is not None
    assert reports.word is None
    assert reports.page.name == "bao-cao-da-kiem-tra.html"
    assert "64,1%" in reports.page.read_text(encoding="utf-8")


def test_a_word_file_that_cannot_be_annotated_still_gets_its_page(tmp_path: Path) -> None:
    outcome = CheckHandlers(FakeService()).check(str(report(tmp_path, "hong.docx")), None)
    assert texts.NO_ANNOTATION in outcome.notice
    assert outcome.reports is not None
    assert outcome.reports.word is None
    assert outcome.reports.page.is_file()


def test_reports_lie_in_a_private_folder_and_can_be_discarded(
    tmp_path: Path, temporary: Path
) -> None:
    reports = write_reports(checked("bao-cao.docx"), word_file(tmp_path))
    assert reports.folder.parent == temporary
    assert stat.S_IMODE(reports.folder.stat().st_mode) == 0o700
    discard(reports)
    assert list(temporary.iterdir()) == []
    discard(reports)
    discard(None)


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("CCHC_DATA_DIR", str(tmp_path / "data"))
    with TestClient(mount(FastAPI(), FakeService())) as test_client:
        yield test_client


def test_two_sessions_do_not_share_their_check(client: TestClient) -> None:
    found: dict[str, Any] = client.get("/config").json()
    ids = {c["props"].get("elem_id"): c["id"] for c in found["components"]}
    events = found["dependencies"]
    begin = next(e for e in events if [ids["cchc-check-run"], "click"] in e["targets"])
    check = next(e for e in events if e["trigger_after"] == begin["id"])
    choose = next(e for e in events if [ids["cchc-check-only"], "input"] in e["targets"])
    for session, name in (("phien-1", "bao-cao.txt"), ("phien-2", "khac.txt")):
        upload = client.post("/gradio_api/upload", files={"files": (name, b"64,1%")})
        file = {"path": upload.json()[0], "meta": {"_type": "gradio.FileData"}}
        shown = str(call(client, session, check["id"], [file, [], False]))
        assert "1 chỗ cần xem" in shown
        assert name.replace(".txt", "-da-kiem-tra.html") in shown
    for session, own, other in (
        ("phien-1", "bao-cao.txt", "khac.txt"),
        ("phien-2", "khac.txt", "bao-cao.txt"),
    ):
        (kept,) = call(client, session, choose["id"], [None, "unsourced"])
        assert own in str(kept)
        assert other not in str(kept)
