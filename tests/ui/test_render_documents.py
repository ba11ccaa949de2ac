"""Documents, problems and records as the second tab shows them."""

from assistant.answer import DocumentDetails
from ingest.model import Counts, Document, DocumentKind, Problem
from tests.ui.fakes import FakeService
from tests.ui.material import plan, statistics
from ui import texts
from ui.render_documents import (
    choices,
    counts_text,
    details_html,
    documents_html,
    health_html,
    ingest_html,
    issuer_text,
)

HOSTILE = "<script>alert(1)</script>"


def test_the_list_names_kind_issuer_number_date_period_and_problems() -> None:
    html = documents_html([plan().document])
    for shown in ("Kế hoạch", "Sở Chuyển đổi Hành chính", "07/KH-SCĐHC", "15/01/2026", "1 vấn đề"):
        assert shown in html


def test_what_a_document_does_not_say_is_unknown_and_not_guessed() -> None:
    html = documents_html([statistics().document])
    assert html.count(texts.UNKNOWN) == 4
    assert "None" not in html


def test_the_province_tells_departments_of_one_name_apart() -> None:
    document = plan().document
    assert issuer_text(document.model_copy(update={"province": "X"})) == (
        "Sở Chuyển đổi Hành chính, X"
    )
    assert issuer_text(document) == "Sở Chuyển đổi Hành chính"
    assert issuer_text(statistics().document) == texts.UNKNOWN


def test_no_documents_is_said() -> None:
    assert texts.NO_DOCUMENTS in documents_html([])


def test_zero_counts_are_left_out() -> None:
    document = Document(id="x", file="a", path="a", counts=Counts(tasks=3, passages=2))
    assert counts_text(document) == "3 nhiệm vụ, 2 đoạn văn"
    assert counts_text(document.model_copy(update={"counts": Counts()})) == "–"


def test_every_kind_of_document_has_a_vietnamese_name() -> None:
    assert set(texts.KINDS) == set(DocumentKind)


def test_documents_of_one_name_can_be_told_apart() -> None:
    twins = [Document(id=str(n), file="a.docx", path=f"{n}/a.docx") for n in (1, 2)]
    names = [name for name, _ in choices(twins)]
    assert len(set(names)) == 2


def test_details_show_problems_with_their_place_and_every_record() -> None:
    html = details_html(plan())
    assert "Dòng 12 của bảng 1" in html
    assert "Quý IV/2026" in html
    assert "Mở rộng thanh toán trực tuyến" in html
    assert "≥ 65 %" in html
    assert "12/KH-UBND" in html


def test_columns_that_are_blank_in_every_record_are_left_out() -> None:
    html = details_html(statistics())
    assert f">{texts.VALUE}</th>" in html
    assert f">{texts.REMARK}</th>" not in html


def test_a_document_without_records_says_so() -> None:
    empty = DocumentDetails(document=statistics().document, records={}, units=())
    assert texts.NO_RECORDS in details_html(empty)
    assert texts.NO_PROBLEMS in details_html(empty)


def test_an_upload_says_what_became_of_each_file() -> None:
    failed = Document(
        id="x",
        file="hỏng.pdf",
        path="hỏng.pdf",
        status="failed",
        problems=(Problem(code="broken", message="Tệp “hỏng.pdf” bị lỗi; hãy xuất lại."),),
    )
    html = ingest_html([plan().document, failed])
    assert "đã nạp" in html
    assert "Tệp “hỏng.pdf” bị lỗi; hãy xuất lại." in html


def test_markup_in_file_title_issuer_and_message_stays_text() -> None:
    document = Document(
        id="x",
        file=HOSTILE,
        path=HOSTILE,
        title=HOSTILE,
        issuer=HOSTILE,
        number=HOSTILE,
        status="failed",
        problems=(Problem(code="x", message=HOSTILE),),
    )
    details = DocumentDetails(document=document, records={}, units=())
    html = documents_html([document]) + ingest_html([document]) + details_html(details)
    assert "<script" not in html


def test_degradation_is_shown_only_when_there_is_any() -> None:
    assert health_html(FakeService().health()) == ""
    assert "Chưa có véc-tơ." in health_html(FakeService(degraded=("Chưa có véc-tơ.",)).health())
