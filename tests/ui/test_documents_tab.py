"""What the list of documents does, without a browser."""

from collections.abc import Sequence
from pathlib import Path

from assistant.answer import DocumentDetails, DocumentList, Health
from assistant.errors import ServerUnreachable
from tests.ui.fakes import FakeService
from tests.ui.material import PLAN_ID, STATISTICS_ID
from ui import texts
from ui.tabs.documents import DocumentHandlers


class Gone(FakeService):
    """A server that stopped answering."""

    def documents(self) -> DocumentList:
        raise ServerUnreachable("Máy chủ không trả lời; hãy khởi động lại.")

    def show(self, document_id: str) -> DocumentDetails:
        raise ServerUnreachable("Máy chủ không trả lời; hãy khởi động lại.")

    def remove(self, document_ids: Sequence[str]) -> DocumentList:
        raise ServerUnreachable("Máy chủ không trả lời; hãy khởi động lại.")

    def health(self) -> Health:
        raise ServerUnreachable("Máy chủ không trả lời; hãy khởi động lại.")


def test_several_files_are_read_and_each_is_reported(tmp_path: Path) -> None:
    good, empty = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text("Nội dung")
    empty.write_text(" ")
    service = FakeService()
    notice = DocumentHandlers(service).upload([str(good), str(empty)])
    assert "a.txt" in notice
    assert "không đọc được" in notice
    assert len(service.documents().documents) == 3


def test_details_need_exactly_one_document() -> None:
    handlers = DocumentHandlers(FakeService())
    assert texts.CHOOSE_FIRST in handlers.details([])
    assert "2 tài liệu" in handlers.details([PLAN_ID, STATISTICS_ID])
    assert "Kế hoạch cải cách hành chính năm 2026" in handlers.details([PLAN_ID])


def test_a_removal_is_confirmed_with_the_names_of_the_files() -> None:
    handlers = DocumentHandlers(FakeService())
    question, can = handlers.removal_question([PLAN_ID])
    assert can
    assert "ke-hoach-cchc-2026.docx" in question
    assert handlers.removal_question([])[1] is False


def test_a_removed_document_is_gone_and_named() -> None:
    service = FakeService()
    handlers = DocumentHandlers(service)
    assert "thong-ke-2026.xlsx" in handlers.remove([STATISTICS_ID])
    assert [d.id for d in service.documents().documents] == [PLAN_ID]
    assert "Không có tài liệu" in handlers.remove([STATISTICS_ID])
    assert texts.CHOOSE_FIRST in handlers.remove(None)


def test_an_unreachable_service_is_said_everywhere() -> None:
    handlers = DocumentHandlers(Gone())
    listing, options = handlers.listing()
    assert options == []
    for shown in (listing, handlers.details(["x"]), handlers.remove(["x"]), handlers.health()):
        assert "Máy chủ không trả lời" in shown
