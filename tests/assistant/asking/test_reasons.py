"""Why-questions: reasons stand in running text and in notes; shared syllables are no reason."""

from __future__ import annotations

from datetime import date

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

TODAY = date(2024, 2, 20)
NOTE = "Một số hợp tác xã chưa nối mạng nên vẫn phải chuyển thư báo nợ qua đường bưu tá"


def ask(question: str) -> Answer:
    report = ReadingBuilder("rep", DocumentKind.STATISTICS_ANNEX, period=years(2024))
    report.section("V", "ĐIỀU HÀNH ĐIỆN TỬ")
    parent = "Số liệu về chuyển thư"
    report.indicator(
        "V.2", "Tổng số thư đi, gồm thư điện tử và thư giấy", value="90", parent=parent
    )
    report.indicator("V.2", "Thư gửi dưới dạng điện tử", value="80", parent=parent, note=NOTE)
    report.indicator(
        "V.3",
        "Trạm khuyến nông áp dụng phần mềm chấm công",
        value="0",
        note="Phần mềm chấm công đang chờ nghiệm thu, do đó trạm khuyến nông chưa áp dụng",
    )
    report.indicator(
        "V.4", "Kho lạnh đã bàn giao", value="3", note="Biên bản số 4/BB ngày 02/3/2024"
    )
    plan = ReadingBuilder("plan", DocumentKind.PLAN, period=years(2024))
    plan.section("I", "MỤC TIÊU")
    plan.passage("Người dân không phải nộp lại giấy tờ, do hồ sơ đã được cơ quan khác lưu giữ.")
    return RuleAnswerer(FakeIndex([report.build(), plan.build()]), today=TODAY).answer(question)


def test_a_reason_in_the_note_of_the_row_is_given_with_its_row() -> None:
    answer = ask("Tại sao trạm khuyến nông chưa áp dụng phần mềm chấm công?")
    assert answer.status == "answered"
    assert "chờ nghiệm thu" in answer.answer


def test_a_reason_in_the_note_of_a_row_beside_is_found_and_another_word_is_no_answer() -> None:
    answer = ask("Vì sao vẫn còn thư giấy?")
    assert answer.status == "answered"
    assert "chưa nối mạng" in answer.answer
    assert "giấy tờ" not in answer.answer


def test_a_note_that_gives_no_reason_is_no_answer() -> None:
    assert ask("Vì sao kho lạnh đã bàn giao?").status == "refused"


def test_a_why_question_is_refused_where_only_single_syllables_are_shared() -> None:
    answer = ask("Vì sao dán giấy niêm phong?")
    assert answer.status == "refused"
