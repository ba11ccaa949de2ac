"""What readers say about answers: kept whole, without persons, apart from everything else."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.answer import Turn
from assistant.api.app import create_app
from assistant.errors import BadRequest, BadTarget
from assistant.feedback import LONGEST_COMMENT, Feedback, FeedbackFolder, without_identifiers
from assistant.remote import RemoteService
from assistant.service import Service
from assistant.settings import Settings
from tests.assistant.fakes import Parts
from tests.assistant.serving import serving


@pytest.fixture(params=["local", "remote"])
def service(request: pytest.FixtureRequest, parts: Parts) -> Iterator[Service]:
    if request.param == "local":
        yield parts.service
        return
    app = create_app(parts.service, Settings(data_dir=parts.data_dir))
    with serving(app) as url, closing(RemoteService(url)) as remote:
        yield remote


def kept(parts: Parts) -> list[Feedback]:
    files = sorted((parts.data_dir / "feedback").glob("*.json"))
    return [Feedback.model_validate_json(file.read_text(encoding="utf-8")) for file in files]


def test_the_whole_state_is_kept(service: Service, parts: Parts, papers: Path) -> None:
    parts.service.ingest([papers / "b.txt"])
    document = parts.service.documents().documents[0]
    answer = service.ask("Ai làm?", history=[Turn(question="Việc gì?", answer="Kiểm tra")])
    receipt = service.feedback(
        answer,
        opinion="wrong",
        comment=" Phải là Phòng Một ",
        history=[Turn(question="Việc gì?", answer="Kiểm tra")],
        documents=[document.id],
    )
    (found,) = kept(parts)
    assert found.id == receipt.id
    assert found.answer == answer
    assert (found.opinion, found.comment) == ("wrong", "Phải là Phòng Một")
    assert [turn.question for turn in found.history] == ["Việc gì?"]
    assert [(one.id, one.file) for one in found.documents] == [(document.id, "b.txt")]
    assert found.documents[0].sha256
    assert found.chosen == (document.id,)


def test_a_document_that_is_gone_does_not_keep_feedback_from_landing(
    service: Service, parts: Parts
) -> None:
    service.feedback(service.ask("Ai làm?"), opinion="right", documents=["đã xóa"])
    assert [each.chosen for each in kept(parts)] == [("đã xóa",)]


def test_a_comment_that_is_too_long_is_refused(service: Service, parts: Parts) -> None:
    answer = service.ask("Ai làm?")
    with pytest.raises(BadRequest):
        service.feedback(answer, opinion="right", comment="a" * (LONGEST_COMMENT + 1))
    assert kept(parts) == []


def test_only_the_owner_can_read_it_and_nothing_of_it_is_logged(
    parts: Parts, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    parts.service.feedback(parts.service.ask("Ai làm?"), opinion="wrong", comment="Xuyenmoc")
    (file,) = (parts.data_dir / "feedback").glob("*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Xuyenmoc" not in caplog.text


def test_a_full_or_blocked_folder_is_said(parts: Parts, tmp_path: Path) -> None:
    parts.service.feedback(parts.service.ask("Ai làm?"), opinion="right")
    (only,) = kept(parts)
    blocked = tmp_path / "tệp"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(BadTarget, match="tệp"):
        FeedbackFolder(blocked).keep(only)


@pytest.mark.parametrize(
    ("comment", "clean"),
    [
        ("Gọi 0912 345 678 nhé", "Gọi […] nhé"),
        ("Gửi a.b@stp.gov.vn giúp", "Gửi […] giúp"),
        ("CCCD 012345678901", "CCCD […]"),
        ("+84 912 345 678", "[…]"),
        ("Số đúng là 1.234.567 đồng, 12345 hồ sơ", "Số đúng là 1.234.567 đồng, 12345 hồ sơ"),
        ("Quyết định 0123/QĐ-UBND ngày 01/02/2026", "Quyết định 0123/QĐ-UBND ngày 01/02/2026"),
    ],
)
def test_persons_are_cut_out_of_a_comment_and_figures_stay(comment: str, clean: str) -> None:
    assert without_identifiers(comment) == clean


def test_the_folder_can_be_set_apart(tmp_path: Path) -> None:
    assert Settings(data_dir=tmp_path).feedback_folder == tmp_path / "feedback"
    apart = Settings(data_dir=tmp_path, feedback_dir=tmp_path / "inbox")
    assert apart.feedback_folder == tmp_path / "inbox"


def test_what_is_no_answer_is_refused_over_http(parts: Parts) -> None:
    client = TestClient(
        create_app(parts.service, Settings(data_dir=parts.data_dir)), "http://127.0.0.1"
    )
    answer = parts.service.ask("Ai làm?").model_dump(mode="json", by_alias=True)
    for body in (
        {"answer": {}, "opinion": "right"},
        {"answer": answer, "opinion": "maybe"},
        {"answer": answer, "opinion": "right", "comment": "a" * (LONGEST_COMMENT + 1)},
    ):
        told = client.post("/api/v1/feedback", json=body)
        assert (told.status_code, told.json()["code"]) == (422, "bad_request")
    told = client.post("/api/v1/feedback", json={"answer": answer, "opinion": "right"})
    assert told.status_code == 200
    assert [each.id for each in kept(parts)] == [told.json()["id"]]
