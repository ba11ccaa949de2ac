"""The place behind a citation is found again in its document."""

from assistant.answer import Answer, Citation
from ingest.model import Source
from tests.ui.material import (
    LEAD_SOURCE,
    PARAGRAPH,
    PLAN_ID,
    PROSE_SOURCE,
    STATISTICS_ID,
    good_answer,
    plan,
    statistics,
)
from ui import texts
from ui.evidence import cited_documents, gather
from ui.record_fields import Field

DETAILS = {PLAN_ID: plan(), STATISTICS_ID: statistics()}


def citing(*sources: Source) -> Answer:
    return Answer(
        id="a",
        question="?",
        status="answered",
        answer="",
        citations=tuple(Citation(n=n, source=s) for n, s in enumerate(sources, start=1)),
        interpreted_as="?",
    )


def test_a_cited_cell_brings_the_rest_of_its_row() -> None:
    (evidence,) = gather(citing(LEAD_SOURCE), DETAILS)
    assert evidence.cells == (Field("Chủ trì", "Phòng Một cửa"),)
    (row,) = evidence.rows
    assert Field(texts.TASK_TEXT, "Mở rộng thanh toán trực tuyến tại Bộ phận Một cửa") in row
    assert Field(texts.DEADLINE, "Quý II/2026") in row


def test_the_quoted_cell_is_not_repeated_and_blank_fields_are_left_out() -> None:
    (evidence,) = gather(citing(LEAD_SOURCE), DETAILS)
    (row,) = evidence.rows
    assert texts.LEAD not in {field.label for field in row}
    assert all(field.value for field in row)


def test_another_row_of_the_same_table_is_not_shown() -> None:
    (evidence,) = gather(citing(LEAD_SOURCE.model_copy(update={"row": 10})), DETAILS)
    assert evidence.rows == ()


def test_a_quote_of_prose_brings_its_paragraph() -> None:
    (evidence,) = gather(citing(PROSE_SOURCE), DETAILS)
    assert evidence.paragraph == PARAGRAPH
    assert evidence.rows == ()


def test_a_quote_that_is_the_whole_paragraph_needs_no_surroundings() -> None:
    (evidence,) = gather(citing(PROSE_SOURCE.model_copy(update={"quote": PARAGRAPH})), DETAILS)
    assert evidence.paragraph is None


def test_pieces_cut_by_a_page_break_all_appear() -> None:
    part = LEAD_SOURCE.model_copy(update={"row": 10, "quote": "phòng Sở"})
    source = LEAD_SOURCE.model_copy(update={"quote": "Văn", "parts": (part,)})
    (evidence,) = gather(citing(source), DETAILS)
    assert [cell.value for cell in evidence.cells] == ["Văn", "phòng Sở"]


def test_a_document_removed_meanwhile_leaves_the_quote() -> None:
    (evidence,) = gather(citing(LEAD_SOURCE), {})
    assert evidence.cells[0].value == "Phòng Một cửa"
    assert evidence.rows == ()


def test_each_cited_document_is_listed_once_in_order() -> None:
    assert cited_documents(good_answer("?")) == (PLAN_ID, STATISTICS_ID)
