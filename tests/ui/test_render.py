"""Answers as the chat and the evidence panel show them."""

from assistant.answer import Answer, Citation, Figure
from ingest.model import Source
from tests.ui.material import (
    LEAD_SOURCE,
    PLAN_ID,
    PROSE_SOURCE,
    STATISTICS_ID,
    good_answer,
    plan,
    refusal,
    statistics,
)
from ui import texts
from ui.evidence import Evidence, gather
from ui.record_fields import Field
from ui.render import (
    answer_markdown,
    card_html,
    differs,
    empty_evidence_html,
    evidence_html,
    figures_html,
    place_text,
    question_markdown,
)

HOSTILE = '<img src="http://example.org/x" onerror="alert(1)">'


def panel(answer: Answer) -> str:
    return evidence_html(answer, gather(answer, {PLAN_ID: plan(), STATISTICS_ID: statistics()}))


def test_marks_link_to_their_evidence_and_cards_carry_the_same_number() -> None:
    answer = good_answer("Ai chủ trì?")
    text, html = answer_markdown(answer), panel(answer)
    for n in (1, 2, 3):
        assert f"[\\[{n}\\]](#can-cu-{n})" in text
        assert html.count(f'id="can-cu-{n}"') == 1


def test_a_mark_without_a_citation_is_plain_text() -> None:
    answer = good_answer("?").model_copy(update={"answer": "Đạt [7]."})
    assert answer_markdown(answer).startswith("Đạt \\[7\\].")


def test_cards_stand_in_the_order_of_their_numbers() -> None:
    answer = good_answer("?")
    shuffled = answer.model_copy(update={"citations": answer.citations[::-1]})
    html = panel(shuffled)
    assert html.index("can-cu-1") < html.index("can-cu-2") < html.index("can-cu-3")


def test_a_row_shows_column_and_content_with_the_quote_marked() -> None:
    html = panel(good_answer("?"))
    assert '<th scope="row">Chủ trì</th><td><mark>Phòng Một cửa</mark></td>' in html
    assert "Mở rộng thanh toán trực tuyến tại Bộ phận Một cửa" in html


def test_a_cell_cut_by_a_page_break_is_marked_whole_and_its_neighbours_are_not() -> None:
    source = LEAD_SOURCE.model_copy(
        update={
            "quote": "Văn",
            "parts": (
                LEAD_SOURCE.model_copy(update={"quote": "phòng Sở"}),
                LEAD_SOURCE.model_copy(update={"column": "Thời hạn", "quote": "Quý I"}),
            ),
        }
    )
    answer = good_answer("?").model_copy(update={"citations": (Citation(n=1, source=source),)})
    html = panel(answer)
    assert "<mark>Văn</mark>" in html
    assert "<mark>phòng Sở</mark>" in html
    assert "<td>Quý I</td>" in html


def test_a_paragraph_shows_with_the_quote_marked_inside() -> None:
    html = panel(good_answer("?"))
    assert "<mark>tối thiểu 65% giao dịch thanh toán trực tuyến</mark> và mọi hồ sơ" in html


def test_a_refusal_says_what_is_missing_and_its_notes() -> None:
    text = answer_markdown(refusal("?"))
    assert text.startswith(f"**{texts.REFUSED}**")
    assert "Không tài liệu nào trong 2 tài liệu nêu nội dung này." in text
    assert "Có thể tải thêm tài liệu của năm được hỏi." in text
    assert texts.EVIDENCE_NONE in panel(refusal("?"))


def test_a_reason_that_the_answer_already_gives_is_not_repeated() -> None:
    answer = refusal("?").model_copy(update={"answer": "Thiếu năm.", "reason": "Thiếu năm."})
    assert answer_markdown(answer).count("Thiếu năm.") == 1


def test_the_reading_of_the_question_shows_only_when_it_differs() -> None:
    assert "Đã hiểu câu hỏi là" in answer_markdown(good_answer("Còn đơn vị nào?"))
    same = good_answer("đơn vị nào  chủ trì chỉ tiêu thanh toán trực tuyến")
    assert "Đã hiểu câu hỏi là" not in answer_markdown(same)
    assert not differs("", "câu hỏi")


def test_markup_in_question_answer_quote_file_and_figure_stays_text() -> None:
    source = Source(
        document_id="x", file=HOSTILE, section=(HOSTILE,), column=HOSTILE, quote=HOSTILE
    )
    answer = Answer(
        id="a",
        question=HOSTILE,
        status="clarify",
        answer=HOSTILE,
        writer=HOSTILE,
        reason=HOSTILE,
        citations=(Citation(n=1, source=source),),
        figures=(Figure(text=HOSTILE, explanation=HOSTILE, verdict="contradicted"),),
        interpreted_as=HOSTILE,
        notes=(HOSTILE,),
    )
    whole = panel(answer) + answer_markdown(answer) + question_markdown(HOSTILE)
    assert "<img" not in whole
    assert "${" not in panel(answer.model_copy(update={"question": "${x}{{y}}"}))
    assert "{{" not in panel(answer.model_copy(update={"question": "${x}{{y}}"}))


def test_unknown_parts_of_a_place_are_left_out() -> None:
    assert place_text(Source(document_id="x", file="a.txt", quote="q")) == ""
    assert place_text(PROSE_SOURCE) == "Trang 1 · Mục I › Mục tiêu"
    assert place_text(LEAD_SOURCE).endswith("Bảng 1 · Dòng 9 · Cột “Chủ trì”")


def test_a_card_without_any_place_has_only_file_and_quote() -> None:
    source = Source(document_id="x", file="a.txt", quote="Nguyên văn")
    html = card_html(Evidence(n=4, source=source, cells=(Field("", "Nguyên văn"),)))
    assert "cchc-place" not in html
    assert "<blockquote><mark>Nguyên văn</mark></blockquote>" in html


def test_figures_open_by_themselves_only_when_one_is_doubtful() -> None:
    fine = Figure(text="65%", verdict="match", citation=2)
    assert '<details class="cchc-figures">' in figures_html([fine])
    doubtful = fine.model_copy(update={"verdict": "contradicted"})
    assert " open>" in figures_html([fine, doubtful])
    assert "mâu thuẫn" in figures_html([doubtful])
    assert figures_html([fine.model_copy(update={"verdict": "not_a_claim"})]) == ""


def test_the_panel_names_path_writer_and_time() -> None:
    html = panel(good_answer("?"))
    assert "bản ghi đã trích xuất" in html
    assert texts.WRITTEN_BY_RULES in html
    assert "41 ms" in html
    by_model = good_answer("?").model_copy(update={"writer": "mô-hình-thử", "path": None})
    assert "mô-hình-thử" in panel(by_model)


def test_the_empty_panel_explains_itself() -> None:
    assert texts.EVIDENCE_EMPTY in empty_evidence_html()
