"""What drafting a report does behind the page, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answer import Draft, ReportKindList
from assistant.errors import BadRequest, ServerUnreachable
from assistant.service import DraftOrder, NewerSources, Progress
from tests.ui.drafts import TEXT, drafted
from tests.ui.fakes import FakeService
from tests.ui.material import PLAN_ID, STATISTICS_ID
from ui import texts
from ui.look import STYLE
from ui.mount import mount
from ui.render_drafting import (
    history_html,
    records_html,
    shown_time,
    state_html,
    text_html,
)
from ui.tabs.draft_handlers import DraftHandlers, Result, Wanted, discard, sections_of, text_of

pytestmark = pytest.mark.usefixtures("temporary")

WANTED = Wanted(
    "annual-report",
    2026.0,
    quarter=1,
    annex=STATISTICS_ID,
    plans=(PLAN_ID,),
    previous="",
    section="",
)


class Unreachable(FakeService):
    """A server that went away."""

    def draft(self, order: DraftOrder, *, progress: Progress | None = None) -> Draft:
        raise ServerUnreachable("Máy chủ không trả lời; hãy khởi động lại.")


class Broken(FakeService):
    """A defect of ours in the middle of the work."""

    def draft(self, order: DraftOrder, *, progress: Progress | None = None) -> Draft:
        raise RuntimeError("defect")


def _all(results: Iterator[Result]) -> list[Result]:
    return list(results)


def test_a_report_is_drafted_from_the_chosen_documents_with_its_steps_shown() -> None:
    service = FakeService()
    results = _all(DraftHandlers(service).draft(WANTED))
    assert service.orders == [
        DraftOrder("annual-report", year=2026, annex=STATISTICS_ID, plans=(PLAN_ID,))
    ]
    assert texts.DRAFT_STARTING in results[0].notice
    assert "Viết mục I.1 (1/2)" in results[1].notice
    assert results[-1].draft == drafted()
    assert "Đã soạn xong" in results[-1].notice


def test_a_quarter_goes_along_only_with_a_quarterly_report() -> None:
    service = FakeService()
    wanted = Wanted("quarterly-report", 2026, quarter=3, annex=STATISTICS_ID)
    _all(DraftHandlers(service).draft(wanted))
    assert service.orders[0].quarter == 3


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(None, 2026, annex="a"), texts.DRAFT_CHOOSE_KIND),
        (Wanted("annual-report", None, annex="a"), texts.DRAFT_CHOOSE_YEAR),
        (Wanted("annual-report", 0, annex="a"), texts.DRAFT_CHOOSE_YEAR),
        (Wanted("annual-report", 2026), texts.DRAFT_CHOOSE_ANNEX),
    ],
)
def test_what_is_not_chosen_is_asked_for_in_one_sentence(wanted: Wanted, said: str) -> None:
    service = FakeService()
    (result,) = _all(DraftHandlers(service).draft(wanted))
    assert said in result.notice
    assert service.orders == []


def test_a_failure_is_said_and_a_defect_does_not_hang_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    last = _all(DraftHandlers(Unreachable()).draft(WANTED))[-1]
    assert "Máy chủ không trả lời" in last.notice
    assert last.draft is None
    assert "bị gián đoạn" in _all(DraftHandlers(Broken()).draft(WANTED))[-1].notice


def test_documents_are_offered_where_they_suit_best() -> None:
    lists = DraftHandlers(FakeService()).lists()
    assert [key for _, key in lists.annexes] == [STATISTICS_ID, PLAN_ID]
    assert [key for _, key in lists.plans] == [PLAN_ID, STATISTICS_ID]
    assert lists.drafts == []


def test_the_year_follows_the_annex_where_that_says_its_period() -> None:
    handlers = DraftHandlers(FakeService())
    assert handlers.year_of(PLAN_ID, None) == 2026
    assert handlers.year_of(STATISTICS_ID, 2031) == 2031


def test_an_edit_that_alters_a_locked_figure_leaves_the_draft_as_it_was() -> None:
    service = FakeService()
    handlers = DraftHandlers(service)
    draft = _all(handlers.draft(WANTED))[-1].draft
    refused = handlers.edit(draft, "I.1", TEXT.replace("9.412", "9.413"), "Người soạn")
    assert "đã khóa" in refused.notice
    assert refused.draft is draft
    saved = handlers.edit(draft, "I.1", "Câu mới.\nCâu hai.", "Người soạn")
    assert texts.DRAFT_SAVED.format(key="I.1") in saved.notice
    assert text_of(saved.draft, "I.1") == "Câu mới.\nCâu hai."
    assert saved.draft is not None
    assert "sửa mục I.1 – Người soạn" in history_html(saved.draft.history)


def test_approving_is_refused_with_the_reason_and_done_by_name() -> None:
    service = FakeService()
    handlers = DraftHandlers(service)
    blocked = service.draft(DraftOrder("annual-report", year=2026, annex=STATISTICS_ID))
    assert "khác “64,1 %”" in handlers.approve(blocked, "Người duyệt").notice
    free = drafted("khac", blocked=False)
    service.kept["khac"] = free
    approved = handlers.approve(free, "Người duyệt").draft
    assert approved is not None
    assert "Đã duyệt: Người duyệt, 08:00 ngày 04/12/2026." in state_html(approved)


def test_a_new_draft_keeps_the_old_one_on_failure_and_says_what_changed() -> None:
    service = FakeService()
    handlers = DraftHandlers(service)
    draft = service.draft(DraftOrder("annual-report", year=2026, annex=STATISTICS_ID))
    results = _all(handlers.redraft(draft, WANTED, "Người soạn"))
    assert "1 số liệu thay đổi" in results[-1].notice
    newer = NewerSources(annex=STATISTICS_ID, plans=(PLAN_ID,))
    assert service.renewals == [("bao-cao-2026", "Người soạn", newer)]
    service.kept.clear()
    failed = _all(handlers.redraft(draft, WANTED, "Người soạn"))[-1]
    assert "Không có bản dự thảo" in failed.notice
    assert failed.draft is draft


def test_stored_drafts_are_listed_opened_and_removed() -> None:
    service = FakeService()
    handlers = DraftHandlers(service)
    service.draft(DraftOrder("annual-report", year=2026, annex=STATISTICS_ID))
    ((name, key),) = handlers.lists().drafts
    assert name == "Báo cáo cải cách hành chính năm 2026 · dự thảo · 14:05 ngày 03/12/2026"
    assert handlers.open(key).draft == drafted()
    assert handlers.removal_question(key)[1]
    assert "Đã xóa" in handlers.remove(key)
    assert "hãy làm mới" in handlers.open(key).notice
    assert "hãy làm mới" in handlers.remove(key)
    for nothing in (handlers.open(None).notice, handlers.remove(None)):
        assert texts.DRAFT_CHOOSE in nothing


def test_the_docx_is_written_into_a_private_folder_under_its_base_name(temporary: Path) -> None:
    service = FakeService()
    draft = service.draft(DraftOrder("annual-report", year=2026, annex=STATISTICS_ID))
    path = DraftHandlers(service).download(draft)
    assert path is not None
    assert path.name == "bao-cao.docx"
    assert path.parent.parent == temporary
    assert path.read_bytes() == b"PK-docx"
    discard(path)
    assert list(temporary.iterdir()) == []
    assert DraftHandlers(service).download(None) is None


def test_without_a_draft_every_step_says_to_open_one() -> None:
    handlers = DraftHandlers(FakeService())
    results = [
        handlers.edit(None, "I.1", "x", "a"),
        handlers.approve(None, "a"),
        *_all(handlers.redraft(None, WANTED, "a")),
    ]
    assert all(texts.DRAFT_OPEN_FIRST in result.notice for result in results)
    assert "chọn một mục" in handlers.edit(drafted(), None, "x", "a").notice


def test_figures_are_coloured_by_verdict_and_carry_their_source() -> None:
    page = text_html(drafted())
    assert '<span class="cchc-figure cchc-figure-good" tabindex="0">9.412 hồ sơ<' in page
    assert '<span class="cchc-figure cchc-figure-derived" tabindex="0">12 hồ sơ<' in page
    assert '<span class="cchc-figure cchc-figure-bad" tabindex="0">61,4 %<' in page
    assert '<span class="cchc-figure cchc-figure-warn" tabindex="0">07<' in page
    assert '<span class="cchc-figure cchc-figure-none" tabindex="0">năm 2026<' in page
    assert "thong-ke-2026.xlsx · Mục III · Bảng 2 · Dòng 14" in page
    assert "“12 hồ sơ” suy ra từ 9.412 − 9.400." in page
    assert texts.MORE_PLACES.format(n=1) in page
    assert "Câu do mô hình openai:qwen diễn đạt" in page


def test_nothing_of_a_document_becomes_markup() -> None:
    page = text_html(drafted()) + records_html(drafted()) + state_html(drafted())
    assert "<b>việc</b>" not in page
    assert "<i>phiếu</i>" not in page
    assert "&lt;b&gt;việc&lt;/b&gt;" in page


def test_ledger_changes_and_history_are_shown() -> None:
    page = records_html(drafted())
    assert "đã nêu 2/3" in page
    assert "chưa có số liệu." in page
    assert texts.DRAFT_CHANGES.format(n=1) in page
    assert "9.400" in page
    assert "14:05 ngày 03/12/2026: soạn" in history_html(drafted().history)
    assert shown_time("hôm nay") == "hôm nay"


def test_only_sections_with_text_can_be_edited() -> None:
    assert sections_of(drafted()) == [("I.1 – 1. Thủ tục", "I.1")]
    assert sections_of(None) == []
    assert text_of(None, "I.1") == ""


def test_the_state_says_what_stands_against_approval_and_what_is_missing() -> None:
    page = state_html(drafted())
    assert texts.DRAFT_BLOCKING in page
    assert "hãy bổ sung kế hoạch" in page
    assert "2 chưa rõ nguồn" in page
    assert texts.DRAFT_BLOCKING not in state_html(drafted(blocked=False))


def test_the_page_offers_the_kinds_of_report_and_survives_a_server_without_outlines() -> None:
    class NoOutlines(FakeService):
        def report_kinds(self) -> ReportKindList:
            raise BadRequest("Không đọc được đề cương.")

    for service in (FakeService(), NoOutlines()):
        app = FastAPI()
        mount(app, service)
        with TestClient(app) as client:
            page = client.get("/config").text
        assert texts.TAB_DRAFTING in page
        assert ("quarterly-report" in page) == (type(service) is FakeService)


def test_colours_are_defined_for_every_mood() -> None:
    style = STYLE.read_text(encoding="utf-8")
    for mood in ("good", "derived", "warn", "bad", "none"):
        assert f".cchc-figure-{mood}" in style
