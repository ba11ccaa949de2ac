"""Lists and conversations taken away as files, and a conversation that outlives its page."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import gradio as gr
import pytest
from docx import Document
from openpyxl import load_workbook

from assistant.answer import Answer, Citation
from ingest.model import Source
from tests.ui.fakes import FakeService
from tests.ui.material import good_answer, refusal
from ui import texts
from ui.conversation import Conversation, Exchange
from ui.export.rows import lines, table
from ui.export.spreadsheet import to_bytes
from ui.export.word import to_docx
from ui.remembering import LONGEST_KEPT, kept, restored
from ui.tabs.ask import AskHandlers
from ui.tabs.ask_keeping import conversation_file, list_file


def _source(row: int, task: str, lead: str) -> Source:
    return Source(
        document_id="lam-son",
        file="ke-hoach.docx",
        page=4,
        section=("II",),
        table=2,
        row=row,
        column="Công việc",
        quote=task,
        parts=(
            Source(
                document_id="lam-son",
                file="ke-hoach.docx",
                table=2,
                row=row,
                column="Nơi đầu mối",
                quote=lead,
            ),
        ),
    )


LISTED = Answer(
    id="a1",
    question="Liệt kê việc",
    interpreted_as="Liệt kê việc",
    status="answered",
    path="records",
    answer=(
        "**Kế hoạch 12** – 3 việc [1]–[3]\n"
        "- II.1. Đo *thử* [1]\n"
        "- II.2. =2+5 [2]\n\n"
        "| Việc | Giá trị | Nguồn |\n|---|---|---|\n| Ba | **7** | [3] |"
    ),
    citations=(
        Citation(n=1, source=_source(3, "Đo thử", "Phòng Ba")),
        Citation(n=2, source=_source(4, "=2+5", "@SUM(A1)")),
        Citation(n=3, source=_source(5, "- Ba", "+84")),
    ),
)


def test_each_citation_is_a_row_with_the_line_that_speaks_of_it_alone() -> None:
    made = table(LISTED)
    assert [row[:2] for row in made.rows] == [
        ("1", "II.1. Đo thử"),
        ("2", "II.2. =2+5"),
        ("3", "Ba · 7"),
    ]


def test_the_cells_of_the_cited_row_stand_under_their_own_columns() -> None:
    made = table(LISTED)
    at = made.header.index("Nơi đầu mối")
    assert [row[at] for row in made.rows] == ["Phòng Ba", "@SUM(A1)", "+84"]
    assert made.rows[0][made.header.index("Dòng")] == "3"
    assert made.rows[0][made.header.index("Tệp")] == "ke-hoach.docx"


def test_a_range_of_marks_cites_all_between_its_ends() -> None:
    assert lines(LISTED)[0].marks == (1, 2, 3)


def test_csv_opens_as_utf_8_and_holds_no_formula() -> None:
    content = to_bytes(table(LISTED), "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    read = [*csv.reader(io.StringIO(content.decode("utf-8-sig")))]
    assert len(read) == 4
    cells = [cell for row in read for cell in row]
    assert "'=2+5" in cells
    assert "'@SUM(A1)" in cells
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)


def test_excel_holds_the_same_rows_as_texts() -> None:
    sheet = load_workbook(io.BytesIO(to_bytes(table(LISTED), "xlsx"))).worksheets[0]
    rows = [*sheet.iter_rows(values_only=True)]
    assert len(rows) == 4
    assert rows[2][1] == "II.2. =2+5"
    assert "'+84" in rows[3]
    assert all(cell.data_type in ("s", "n") for row in sheet.iter_rows() for cell in row)


def test_a_conversation_keeps_questions_answers_quotes_and_places_in_word() -> None:
    said = refusal("Có kinh phí không?")
    exchanges = [
        Exchange("Liệt kê việc", answer=LISTED),
        Exchange("Có kinh phí không?", answer=said),
    ]
    document = Document(io.BytesIO(to_docx(exchanges, made="ngày 1")))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "1. Liệt kê việc" in text
    assert "II.1. Đo thử [1]" in text
    assert "[2] ke-hoach.docx · Trang 4 · Mục II · Bảng 2 · Dòng 4 · Cột “Công việc”" in text
    assert "Nơi đầu mối: “@SUM(A1)”" in text
    assert "2. Có kinh phí không?" in text
    assert texts.REFUSED in text
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Ba", "7", "[3]"]


def test_the_last_answer_that_cites_something_is_the_one_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    talk = Conversation((Exchange("a", answer=LISTED), Exchange("b", answer=refusal("b"))))
    file = list_file(talk, "csv")
    assert file.is_relative_to(tmp_path)
    assert "Phòng Ba" in file.read_text(encoding="utf-8-sig")
    assert conversation_file(talk).suffix == ".docx"


def test_with_nothing_to_export_one_sentence_says_so() -> None:
    with pytest.raises(gr.Error, match="hãy đặt câu hỏi trước"):
        list_file(Conversation(), "xlsx")
    with pytest.raises(gr.Error, match="hãy đặt câu hỏi trước"):
        conversation_file(Conversation())


def test_a_reloaded_page_shows_the_same_messages_citations_and_evidence() -> None:
    service = FakeService(good_answer)
    handlers = AskHandlers(service)
    messages, panel, conversation = [*handlers.ask("Ai chủ trì?", (), Conversation())][-1]
    again, panel_again, restored_conversation = handlers.restore(kept(conversation))
    assert again == messages
    assert panel_again == panel
    assert "can-cu-1" in panel_again
    assert restored_conversation.turns() == conversation.turns()


@pytest.mark.parametrize(
    "value", [None, "x", {"a": 1}, [1, 2], ["{}"], ['{"question": 1}'], [["deep"]], ["x" * 9]]
)
def test_what_a_browser_makes_up_is_left_out(value: object) -> None:
    assert restored(value) == Conversation()


def test_a_conversation_too_long_for_a_browser_loses_its_oldest_exchanges() -> None:
    long = LISTED.model_copy(update={"answer": "x" * (LONGEST_KEPT // 3)})
    talk = Conversation(tuple(Exchange(str(n), answer=long) for n in range(4)))
    assert [each.question for each in restored(kept(talk)).exchanges] == ["2", "3"]


def test_an_unfinished_exchange_is_not_kept() -> None:
    talk = Conversation((Exchange("a", answer=LISTED), Exchange("b", partial="Đang")))
    assert [each.question for each in restored(kept(talk)).exchanges] == ["a"]
