"""Figures named together, rows that count what is asked, and words of degree."""

from __future__ import annotations

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.questions.conjoined import named_parts
from assistant.asking.questions.splitting import figure_parts
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years
from tests.assistant.asking.test_quarters import TODAY


def report() -> ReadingBuilder:
    found = ReadingBuilder("bao-cao", DocumentKind.REPORT, period=years(2031))
    found.indicator("1", "Tổng số ghe máy được cấp trong năm", value="58", unit="Chiếc")
    found.indicator("2", "Tổng số ghe máy còn chạy tại thời điểm báo cáo", value="44", unit="Chiếc")
    found.indicator("3", "Số xã có kho muối đã tu sửa", value="9", unit="Xã")
    found.indicator("4", "Số kho muối ven biển", value="17", unit="Kho")
    found.indicator("5", "Số trạm bơm ven biển", value="6", unit="Trạm")
    found.indicator(
        "6", "Số mẻ lưới kéo trọn vẹn bằng tời và đồng thời bằng sức người", value="3", unit="Mẻ"
    )
    found.indicator(
        "7",
        "Số mẻ lưới kéo trọn vẹn bằng tời (dùng tời hơi, tời điện và các loại tời khác ở bến)",
        value="812",
        unit="Mẻ",
        note="bến Bắc chưa có điện nên vẫn còn mẻ phải kéo tay",
    )
    return found


def ask(question: str) -> Answer:
    return RuleAnswerer(FakeIndex([report().build()]), today=TODAY).answer(question)


def values(answer: Answer) -> list[str | None]:
    return [figure.value for figure in answer.figures]


def test_two_figures_named_together_are_both_given() -> None:
    answer = ask("Ghe máy được cấp và ghe máy còn chạy của tỉnh năm 2031 là bao nhiêu chiếc?")
    assert answer.status == "answered"
    assert values(answer) == ["58", "44"]


def test_two_figures_of_which_one_is_not_stored_are_refused() -> None:
    answer = ask("Ghe máy được cấp và ghe máy bị chìm của tỉnh năm 2031 là bao nhiêu chiếc?")
    assert answer.status == "refused"
    assert "chìm" in answer.answer


def test_only_figures_that_begin_alike_are_parted() -> None:
    assert named_parts("Tỷ lệ nước ngọt và tỷ lệ nước mặn ở cửa sông là bao nhiêu?") == [
        "Tỷ lệ nước ngọt ở cửa sông là bao nhiêu?",
        "tỷ lệ nước mặn ở cửa sông là bao nhiêu?",
    ]
    assert named_parts("Số ghe và thuyền trong năm là bao nhiêu?") == []
    assert named_parts("Số ghe và số thuyền do ai quản lý?") == []


def test_a_machine_is_not_asked_for_how_many() -> None:
    assert figure_parts("Ghe máy được cấp và ghe máy còn chạy là bao nhiêu?") == []
    assert figure_parts("Bộ máy có mấy phòng và mấy trạm?") == ["Bộ máy có mấy phòng", "mấy trạm?"]


def test_a_row_that_counts_something_else_is_no_answer_to_how_many() -> None:
    answer = ask("Có bao nhiêu kho muối?")
    assert values(answer) == ["17"]


def test_of_two_counts_asked_at_once_no_row_comes_twice() -> None:
    answer = ask("Ven biển có bao nhiêu kho muối và mấy trạm bơm ven biển?")
    assert set(values(answer)) == {"17", "6"}
    lines = [line for line in answer.answer.splitlines() if line.strip()]
    assert len(lines) == len(set(lines))


def test_the_row_that_adds_nothing_to_what_is_asked_comes_first() -> None:
    assert values(ask("Số mẻ lưới kéo trọn vẹn bằng tời là bao nhiêu?"))[0] == "812"
    assert values(ask("so me luoi keo tron ven bang toi la bao nhieu"))[0] == "812"


def test_a_word_of_degree_makes_no_pair_with_what_follows() -> None:
    answer = ask("Vì sao vẫn còn mẻ lưới không kéo trọn vẹn qua tời?")
    assert "bến Bắc chưa có điện" in answer.answer


def test_a_word_of_degree_that_no_text_says_asks_for_nothing() -> None:
    answer = ask("Có tất cả bao nhiêu kho muối ven biển hoàn toàn?")
    assert answer.status == "answered"
    assert values(answer) == ["17"]
