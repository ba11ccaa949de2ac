"""The verbs of drafting, in this process and behind HTTP, over invented annexes."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import docx
import httpx
import pytest

from assistant.answer import Draft, DraftSection
from assistant.api.app import create_app
from assistant.checking.form import form_findings
from assistant.errors import (
    BadRequest,
    LockedFigure,
    MissingPath,
    NotApprovable,
    StaleText,
    UnknownDraft,
)
from assistant.local import LocalService
from assistant.remote import RemoteService
from assistant.service import DraftOrder, NewerSources, Service, Upload
from assistant.settings import Settings
from tests.assistant.drafting.annexes import AnnexLine, lines, write_annex
from tests.assistant.drafting.conftest import ROWS
from tests.assistant.serving import serving
from vectorstore.errors import UnknownDocument


@pytest.fixture(params=["local", "remote"])
def service(
    request: pytest.FixtureRequest, local: LocalService, tmp_path: Path
) -> Iterator[Service]:
    if request.param == "local":
        yield local
        return
    app = create_app(local, Settings(data_dir=tmp_path / "kho"), owner_token="mat-ma")
    with serving(app) as url, closing(RemoteService(url, token="mat-ma")) as remote:
        yield remote


def renewed(tmp_path: Path) -> Path:
    rows = [
        AnnexLine(row.number, row.name, row.unit, ("4.300",), row.note)
        if row.values == ("4.216",)
        else row
        for row in ROWS
    ]
    return write_annex(tmp_path / "phu-luc-moi.docx", rows)


def section_with(draft: Draft, words: str) -> DraftSection:
    return next(one for one in draft.sections if words in one.text)


def test_the_kinds_are_listed_with_their_sections(service: Service) -> None:
    kinds = {one.kind: one for one in service.report_kinds().kinds}
    assert {"annual-report", "quarterly-report", "six-month-report"} <= kinds.keys()
    assert kinds["quarterly-report"].parts == "quarter"
    assert all(one.sections for one in kinds.values())
    assert "{" not in "".join(title for one in kinds.values() for _, title in one.sections)


def test_a_report_is_drafted_stored_and_downloaded(
    local: LocalService, annex: Path, tmp_path: Path
) -> None:
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    assert (made.year, made.status, made.quarter) == (2031, "draft", None)
    received = section_with(made, "4.216 hồ sơ")
    figure = next(one for one in received.figures if "4.216" in one.text)
    assert (figure.verdict, figure.value) == ("match", "4216")
    assert figure.evidence[0].row == 3
    assert made.ledger.required == made.ledger.used + len(made.ledger.omitted)
    assert made.check is not None
    assert [event.action for event in made.history] == ["drafted"]
    assert local.draft_of(made.id) == made
    assert [one.id for one in local.drafts().drafts] == [made.id]
    name, content = local.draft_docx(made.id)
    assert name.endswith(".docx")
    path = tmp_path / "ra.docx"
    path.write_bytes(content)
    assert [one for one in form_findings(path) if one.severity != "info"] == []
    assert any("4.216 hồ sơ" in one.text for one in docx.Document(str(path)).paragraphs)
    assert local.remove_draft(made.id).id == made.id
    assert local.drafts().drafts == ()


def test_an_upload_and_a_stored_document_draft_the_same(local: LocalService, annex: Path) -> None:
    with annex.open("rb") as content:
        lent = local.draft(
            DraftOrder(
                "annual-report", year=2031, annex=Upload(name="phu-luc.docx", content=content)
            )
        )
    (document,) = local.ingest([annex], wait=False).documents
    stored = local.draft(DraftOrder("annual-report", year=2031, annex=document.id))
    assert [one.text for one in lent.sections] == [one.text for one in stored.sections]
    assert len(local.documents().documents) == 1


def test_one_section_is_drafted_alone(local: LocalService, annex: Path) -> None:
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex, section="I.2"))
    assert [one.key for one in made.sections] == ["I.2"]


@pytest.mark.parametrize(
    ("kind", "more", "names"),
    [
        ("monthly-report", {}, ("monthly-report", "annual-report")),
        ("annual-report", {"quarter": 2}, ("annual-report", "2")),
        ("quarterly-report", {}, ("quarterly-report", "1", "4")),
        ("quarterly-report", {"quarter": 5}, ("5", "4")),
        ("annual-report", {"year": 1800}, ("1800", "2100")),
        ("annual-report", {"section": "IX.9"}, ("IX.9", "I.1")),
    ],
)
def test_what_cannot_be_ordered_is_named_in_one_sentence(
    local: LocalService, annex: Path, kind: str, more: dict[str, int | str], names: tuple[str, ...]
) -> None:
    order = replace(DraftOrder(kind, year=2031, annex=annex), **more)  # type: ignore[arg-type]
    with pytest.raises(BadRequest) as refused:
        local.draft(order)
    sentence = str(refused.value)
    assert all(name in sentence for name in names)
    assert "hãy" in sentence or "các loại" in sentence or "các mục" in sentence


def test_an_annex_without_indicators_is_refused(local: LocalService, tmp_path: Path) -> None:
    path = tmp_path / "thu.txt"
    path.write_text("Kính gửi các phòng.\n", encoding="utf-8")
    with pytest.raises(BadRequest, match=r"thu\.txt"):
        local.draft(DraftOrder("annual-report", year=2031, annex=path))
    with pytest.raises(MissingPath):
        local.draft(DraftOrder("annual-report", year=2031, annex=tmp_path / "không-có.docx"))
    with pytest.raises(UnknownDocument):
        local.draft(DraftOrder("annual-report", year=2031, annex="không-có"))
    assert local.drafts().drafts == ()


def test_an_unknown_draft_is_unknown_to_every_verb(service: Service) -> None:
    for call in (
        lambda: service.draft_of("khong-co"),
        lambda: service.remove_draft("khong-co"),
        lambda: service.edit_draft("khong-co", "I.1", "x", by="A"),
        lambda: service.redraft("khong-co", by="A"),
        lambda: service.approve_draft("khong-co", by="A"),
        lambda: service.draft_docx("khong-co"),
    ):
        with pytest.raises(UnknownDraft, match="khong-co"):
            call()


def test_an_edit_keeps_figures_locked_and_is_recorded(local: LocalService, annex: Path) -> None:
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    section = section_with(made, "4.216 hồ sơ")
    with pytest.raises(LockedFigure, match=r"4\.216 hồ sơ.*4\.261"):
        local.edit_draft(made.id, section.key, section.text.replace("4.216", "4.261"), by="A")
    text = f"{section.text}\nViệc tiếp nhận được công khai trên trang tin."
    edited = local.edit_draft(made.id, section.key, text, by="Cán bộ A")
    changed = next(one for one in edited.sections if one.key == section.key)
    assert (changed.text, changed.edited_by) == (text, "Cán bộ A")
    assert changed.sentences[-1].writer == "person"
    assert [(one.action, one.by, one.section) for one in edited.history[1:]] == [
        ("edited", "Cán bộ A", section.key)
    ]
    assert local.draft_of(made.id) == edited


def test_a_figure_left_out_is_in_the_ledger_and_one_typed_anew_blocks(
    local: LocalService, annex: Path
) -> None:
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    section = section_with(made, "4.216 hồ sơ")
    cut = local.edit_draft(made.id, section.key, "Việc tiếp nhận được duy trì.", by="Cán bộ A")
    omitted = {one.indicator: one.why for one in cut.ledger.omitted}
    assert "Cán bộ A" in omitted["Số hồ sơ tiếp nhận trong năm"]
    assert cut.ledger.used < made.ledger.used
    typed = local.edit_draft(
        made.id, section.key, "Sở đã cấp 977 giấy phép cho người dân.", by="Cán bộ A"
    )
    assert any("977" in sentence for sentence in typed.blocking)
    changed = next(one for one in typed.sections if one.key == section.key)
    assert [one.verdict for one in changed.figures if "977" in one.text] == ["unsourced"]
    with pytest.raises(NotApprovable, match="977"):
        local.approve_draft(made.id, by="Lãnh đạo B")


def test_two_people_who_edit_a_section_at_once_do_not_undo_each_other(
    local: LocalService, annex: Path
) -> None:
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    section = section_with(made, "4.216 hồ sơ")
    first = f"{section.text}\nViệc tiếp nhận được công khai trên trang tin."
    local.edit_draft(made.id, section.key, first, by="Cán bộ A", seen=section.text)
    with pytest.raises(StaleText, match="Cán bộ A sửa lúc"):
        local.edit_draft(made.id, section.key, "Nội dung khác.", by="B", seen=section.text)
    now = section_with(local.draft_of(made.id), "4.216 hồ sơ")
    assert now.text == first
    local.edit_draft(made.id, section.key, f"{first}\nThêm một ý.", by="B", seen=now.text)
    assert section_with(local.draft_of(made.id), "4.216 hồ sơ").edited_by == "B"


def test_a_person_must_have_a_name(local: LocalService, annex: Path) -> None:
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    with pytest.raises(BadRequest, match="họ và tên"):
        local.approve_draft(made.id, by="  ")
    with pytest.raises(BadRequest, match=r"I\.1"):
        local.edit_draft(made.id, "IX", "x", by="A")


def test_a_new_draft_keeps_wording_and_lists_changed_figures(
    local: LocalService, annex: Path, tmp_path: Path
) -> None:
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    section = section_with(made, "4.216 hồ sơ")
    text = f"Nhìn chung, kết quả tích cực.\n{section.text}"
    local.edit_draft(made.id, section.key, text, by="Cán bộ A")
    again = local.redraft(made.id, by="Cán bộ B", newer=NewerSources(annex=renewed(tmp_path)))
    changed = next(one for one in again.sections if one.key == section.key)
    assert changed.text.startswith("Nhìn chung, kết quả tích cực.")
    assert "4.300 hồ sơ" in changed.text
    assert "4.216" not in changed.text
    values = {(one.before, one.after) for one in again.changes}
    assert ("4.216 hồ sơ", "4.300 hồ sơ") in values
    assert [one.action for one in again.history] == ["drafted", "edited", "redrafted"]
    assert (again.history[-1].by, again.status) == ("Cán bộ B", "draft")


def test_a_text_typed_back_is_locked_again(
    local: LocalService, annex: Path, tmp_path: Path
) -> None:
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    section = section_with(made, "4.216 hồ sơ")
    local.edit_draft(made.id, section.key, "Nội dung sẽ bổ sung.", by="A")
    local.edit_draft(made.id, section.key, section.text, by="A")
    again = local.redraft(made.id, by="A", newer=NewerSources(annex=renewed(tmp_path)))
    assert "4.300 hồ sơ" in section_with(again, "hồ sơ").text


def test_what_one_approved_no_other_approves_over(local: LocalService, annex: Path) -> None:
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    first = local.approve_draft(made.id, by="Lãnh đạo B")
    assert local.approve_draft(made.id, by="Lãnh đạo B") == first
    with pytest.raises(NotApprovable, match="Lãnh đạo B"):
        local.approve_draft(made.id, by="Lãnh đạo C")
    assert local.draft_of(made.id) == first


def test_an_approval_is_recorded_and_void_after_an_edit(
    service: Service, annex: Path, tmp_path: Path
) -> None:
    made = service.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    assert made.blocking == ()
    approved = service.approve_draft(made.id, by="Lãnh đạo B")
    assert (approved.status, approved.approved_by) == ("approved", "Lãnh đạo B")
    assert approved.approved_at == approved.history[-1].at
    path = tmp_path / "duyet.docx"
    path.write_bytes(service.draft_docx(made.id)[1])
    assert "Lãnh đạo B" in docx.Document(str(path)).core_properties.comments
    section = section_with(made, "4.216 hồ sơ")
    edited = service.edit_draft(made.id, section.key, f"{section.text}\nThêm một ý.", by="A")
    assert (edited.status, edited.approved_by, edited.approved_at) == ("draft", None, None)
    assert "Lãnh đạo B" in (edited.history[-1].note or "")
    with pytest.raises(LockedFigure):
        service.edit_draft(made.id, section.key, section.text.replace("4.216", "4.261"), by="A")
    again = service.redraft(made.id, by="B", newer=NewerSources(annex=renewed(tmp_path), plans=()))
    assert ("4.216 hồ sơ", "4.300 hồ sơ") in {(one.before, one.after) for one in again.changes}
    assert service.draft_of(made.id) == again
    assert service.remove_draft(made.id).id == made.id
    assert service.drafts().drafts == ()


def test_half_filled_annexes_of_many_seeds_are_drafted(local: LocalService, tmp_path: Path) -> None:
    for seed in range(2):
        rng = random.Random(seed)
        path = write_annex(tmp_path / f"a-{seed}.docx", lines(rng), issuer="Sở Y tế")
        made = local.draft(DraftOrder("annual-report", year=2031, annex=path))
        assert made.sections
        assert made.check is not None


def test_a_new_draft_of_a_stored_annex_reads_its_corrections(
    local: LocalService, annex: Path
) -> None:
    (document,) = local.ingest([annex], wait=False).documents
    made = local.draft(DraftOrder("annual-report", year=2031, annex=document.id))
    assert made.id is not None
    record = next(one for one in local.records("indicators") if "tiếp nhận trong năm" in str(one))
    local.correct(document.id, {"value": "4.999"}, by="A", record_id=record.id)
    again = local.redraft(made.id, by="A")
    assert any("4.999" in one.text for one in again.sections)


def test_json_with_ids_and_forms_are_taken_alike(
    local: LocalService, annex: Path, tmp_path: Path
) -> None:
    (document,) = local.ingest([annex], wait=False).documents
    app = create_app(local, Settings(data_dir=tmp_path / "kho"))
    with serving(app) as url, httpx.Client(base_url=f"{url}/api/v1", timeout=60) as client:
        order = {"kind": "annual-report", "year": 2031, "annex": document.id}
        order["plan"] = document.id
        by_json = client.post("/drafts", json=order)
        assert by_json.status_code == 200
        by_form = client.post(
            "/drafts",
            data={"report_kind": "annual-report", "year": "2031", "plan": document.id},
            files={"annex": ("phu-luc.docx", io.BytesIO(annex.read_bytes()))},
        )
        assert by_form.status_code == 200
        texts = [[one["text"] for one in each.json()["sections"]] for each in (by_form, by_json)]
        assert texts[0] == texts[1]
        draft_id = by_json.json()["id"]
        again = client.post(f"/drafts/{draft_id}/redraft", json={"by": "A", "without_plans": True})
        assert again.json()["history"][-1]["action"] == "redrafted"
        file = client.get(f"/drafts/{draft_id}/file")
        assert file.headers["content-disposition"].startswith("attachment; filename=")
        assert file.content[:2] == b"PK"
        wrong = client.post("/drafts", json={"kind": "annual-report", "annex": document.id})
        assert (wrong.status_code, wrong.json()["code"]) == (422, "bad_request")
        assert "year" in wrong.json()["detail"]
        assert client.post("/drafts", content=b"x").status_code == 415
        section = by_json.json()["sections"][1]["key"]
        edit = client.put(f"/drafts/{draft_id}/sections/{section}", json={"text": "a", "by": "A"})
        assert edit.status_code == 200
        described = client.get(f"{url}/openapi.json").json()["paths"]
        assert {"/api/v1/drafts", "/api/v1/drafts/{draft_id}/approve"} <= described.keys()
