"""The correcting panel without a browser, and what the page shows of corrections and tables."""

from assistant.answer import DocumentDetails
from ingest.model import Correction, TableReport, UnclearCell
from tests.ui.fakes import FakeService
from tests.ui.material import LEAD_SOURCE, PLAN_ID, STATISTICS_ID, TASK, plan
from ui import texts
from ui.render_documents import details_html
from ui.render_reading import history_html, percent, tables_html, undoable
from ui.tabs.correcting import OWN_DATA, CorrectionHandlers

HOSTILE = "<script>alert(1)</script>"
CORRECTION = Correction(
    id="sua-1",
    document_id=PLAN_ID,
    record_id=TASK.id,
    kind="tasks",
    about="II.3. Mở rộng",
    field="lead",
    read="Phòng Một cửa",
    old="Phòng Một cửa",
    new="Phòng Kế toán",
    by="Cán bộ A",
    at="2026-02-01T08:00:00+07:00",
)


def with_tables(*tables: TableReport) -> DocumentDetails:
    return plan().model_copy(update={"tables": tables, "share": 0.9996})


def test_a_record_its_field_and_its_present_value_are_chosen_in_turn() -> None:
    handlers = CorrectionHandlers(FakeService())
    records = handlers.records(PLAN_ID)
    assert records[0] == (texts.OWN_DATA, OWN_DATA)
    assert ("Nhiệm vụ II.3. Mở rộng thanh toán trực tuyến tại Bộ phận Một cửa", "t1") in records
    fields = {value: name for name, value in handlers.fields(PLAN_ID, "t1")}
    assert fields["lead"] == "chủ trì"
    assert handlers.value(PLAN_ID, "t1", "coordinating") == "Văn phòng Sở; Trung tâm Số"
    assert handlers.value(PLAN_ID, "t1", "province") == ""
    own = [value for _, value in handlers.fields(PLAN_ID, OWN_DATA)]
    assert own == ["title", "kind", "issuer", "province", "number", "attached_to", "date", "period"]
    assert handlers.value(PLAN_ID, OWN_DATA, "period") == "2026"
    assert handlers.value(STATISTICS_ID, "s1", "value") == "61,4"


def test_a_correction_is_saved_listed_and_taken_back() -> None:
    service = FakeService()
    handlers = CorrectionHandlers(service)
    assert "sua-1" in handlers.save(PLAN_ID, "t1", "lead", "Phòng Kế toán", "Cán bộ A")
    (made,) = service.corrections(PLAN_ID).corrections
    assert (made.record_id, made.field, made.new) == ("t1", "lead", "Phòng Kế toán")
    html, options = handlers.history(PLAN_ID)
    assert "“bản gốc” → “Phòng Kế toán”" in html
    assert [value for _, value in options] == ["sua-1"]
    assert "Đã hoàn tác" in handlers.undo("sua-1")
    html, options = handlers.history(PLAN_ID)
    assert "đã hoàn tác" in html
    assert options == []


def test_the_documents_own_data_is_corrected_without_a_record() -> None:
    service = FakeService()
    CorrectionHandlers(service).save(PLAN_ID, OWN_DATA, "province", "Tỉnh Mẫu", "Cán bộ A")
    assert service.corrections(PLAN_ID).corrections[0].record_id is None


def test_what_is_missing_is_said_and_nothing_is_changed() -> None:
    service = FakeService()
    handlers = CorrectionHandlers(service)
    assert texts.CHOOSE_FIELD in handlers.save(PLAN_ID, None, None, "x", "A")
    assert texts.CHOOSE_FIELD in handlers.save(None, OWN_DATA, "lead", "x", "A")
    assert "tên người sửa" in handlers.save(PLAN_ID, "t1", "lead", "x", None)
    assert texts.CHOOSE_CORRECTION in handlers.undo(None)
    assert "sua-9" in handlers.undo("sua-9")
    assert service.corrections().corrections == ()


def test_a_document_that_is_gone_leaves_an_empty_panel() -> None:
    handlers = CorrectionHandlers(FakeService())
    for gone in (None, "lạ"):
        assert handlers.records(gone) == []
        assert handlers.history(gone) == ("", [])
        assert handlers.fields(gone, "t1") == []
        assert handlers.value(gone, "t1", "lead") == ""


def test_a_corrected_record_and_document_say_who_when_and_what_the_file_says() -> None:
    task = TASK.model_copy(update={"lead": ("Phòng Kế toán",), "corrected": (CORRECTION,)})
    own = CORRECTION.model_copy(update={"id": "sua-2", "field": "issuer", "about": ""})
    details = plan().model_copy(
        update={
            "document": plan().document.model_copy(update={"corrected": (own,)}),
            "records": {"tasks": (task.model_dump(mode="json", by_alias=True),)},
        }
    )
    html = details_html(details)
    assert "Đã sửa chủ trì (Cán bộ A, 01/02/2026); văn bản ghi: “Phòng Một cửa”" in html
    assert "Đã sửa cơ quan ban hành (Cán bộ A, 01/02/2026)" in html
    assert html.count("cchc-corrected") == 2


def test_tables_tell_kind_rows_confidence_and_unclear_cells_with_their_place() -> None:
    report = TableReport(
        number=1, kind="tasks", title="Nhiệm vụ", rows=12, header_rows=1, section_rows=2,
        record_rows=8, passage_rows=1, records=9, cells=40, share=8 / 9,
        unclear=(UnclearCell(code="no_date", source=LEAD_SOURCE),),
    )  # fmt: skip
    html = tables_html(with_tables(report))
    for shown in (
        "Bảng 1 “Nhiệm vụ”: đọc là bảng nhiệm vụ", "độ tin cậy 88,8% số hàng",
        "8 thành bản ghi, 1 giữ dạng đoạn văn", "Không đọc ra thời hạn", "Dòng 9",
    ):  # fmt: skip
        assert shown in html
    assert tables_html(plan()) == ""
    assert "Bảng 1" in details_html(with_tables(report))


def test_a_share_is_never_rounded_up_to_the_whole() -> None:
    assert [percent(share) for share in (1.0, 0.9996, 0.985, 0.0)] == [
        "100%",
        "99,9%",
        "98,5%",
        "0%",
    ]


def test_markup_in_values_names_and_cells_stays_text() -> None:
    hostile = CORRECTION.model_copy(update={"new": HOSTILE, "by": HOSTILE, "about": HOSTILE})
    cell = UnclearCell(code="no_field", source=LEAD_SOURCE.model_copy(update={"quote": HOSTILE}))
    report = TableReport(number=1, kind="wide", title=HOSTILE, rows=1, unclear=(cell,))
    task = TASK.model_copy(update={"corrected": (hostile,)})
    details = with_tables(report).model_copy(
        update={"records": {"tasks": (task.model_dump(mode="json", by_alias=True),)}}
    )
    assert "<script" not in history_html([hostile]) + details_html(details)
    assert undoable([hostile])[0][1] == "sua-1"


def test_every_code_has_its_words() -> None:
    from typing import get_args

    from ingest.model import CellProblem, CorrectionStatus, RecordKind, TableKind

    assert set(texts.TABLE_KINDS) == set(get_args(TableKind))
    assert set(texts.CELL_PROBLEMS) == set(get_args(CellProblem))
    assert set(texts.CORRECTION_STATUSES) == set(get_args(CorrectionStatus))
    assert set(texts.RECORD_KIND_ONE) == set(get_args(RecordKind))
