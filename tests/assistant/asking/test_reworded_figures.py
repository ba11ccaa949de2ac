"""The same figure asked for in other words: frames, sums nobody needs, parts of what is asked."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.grid.choosing import counts_rows
from assistant.asking.query import Intent, Query
from assistant.asking.questions.topic import build_topic
from assistant.asking.questions.understanding import understand
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, corpus_of, years

if TYPE_CHECKING:
    from assistant.asking.grid.asked import Asked
    from assistant.asking.grid.shape import Grid

TODAY = date(2032, 3, 2)


def report() -> ReadingBuilder:
    found = ReadingBuilder("bao-cao", DocumentKind.REPORT, period=years(2031))
    letters = "Thư từ của bến"
    found.indicator(
        "1", "Tổng số thư đi của bến (thư giấy và thư mây)", value="96", unit="Thư", parent=letters
    )
    found.indicator(
        "2", "- Số thư được gửi trọn vẹn dạng thư mây", value="60", unit="Thư", parent=letters
    )
    repairs = "Tu sửa kho muối"
    found.indicator("3", "Số kho muối phải tu sửa", value="5", unit="Kho", parent=repairs)
    found.indicator("4", "Số kho muối đã tu sửa", value="5", unit="Kho", parent=repairs)
    divers = "Số thợ lặn hưởng lương tại các đơn vị sự nghiệp công lập"
    found.indicator("5", "Tổng số thợ lặn được giao", value="18", unit="Người", parent=divers)
    found.indicator("6", "Tổng số thợ lặn có mặt", value="15", unit="Người", parent=divers)
    found.indicator("7", "Số lượng trưởng trạm đèn biển", value="14", unit="Người")
    found.indicator("8", "Số trưởng trạm đèn biển bị kỷ luật", value="0", unit="Người")
    found.indicator(
        "9",
        "Tổng số đơn đặt neo đã tiếp nhận (cả trực tiếp và trực tuyến ở các bến có phát sinh)",
        value="870",
        unit="Đơn",
    )
    found.indicator("10", "Số đơn đặt neo được tiếp nhận trực tuyến", value="312", unit="Đơn")
    found.indicator("11", "Số phao cấp cho ghe nhỏ hạng 3", value="5", unit="Phao")
    found.indicator("12", "Số phao cấp cho ghe nhỏ hạng 4", value="64", unit="Phao")
    found.indicator("13", "Số tin đã đăng tại góc sóng nước của trang thông tin", value="13")
    found.passage("Trong năm, trang thông tin của bến đã đăng tải 1.632 tin về sóng nước.")
    return found


def ask(question: str, *others: ReadingBuilder) -> Answer:
    readings = [one.build() for one in (others or (report(),))]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


def read(question: str) -> Query:
    corpus = corpus_of([report().build()], question)
    return understand(question, corpus=corpus, today=TODAY)


def values(answer: Answer) -> list[str | None]:
    return [figure.value for figure in answer.figures]


@pytest.mark.parametrize(
    "question",
    [
        "Số thư đi của bến trong năm 2031",
        "Tôi cần số thư đi của bến trong năm 2031.",
        "Năm 2031 lượng thư đi của bến",
        "Chỉ tiêu số thư đi của bến năm 2031",
    ],
)
def test_a_number_is_asked_for_behind_a_frame_or_a_year_too(question: str) -> None:
    query = read(question)
    assert query.quantity == "count"
    assert query.intent is Intent.VALUE


@pytest.mark.parametrize(
    "question", ["Một số giải pháp của bến là gì?", "Quyết định số 12 nói về gì?"]
)
def test_some_things_and_numbers_of_documents_are_no_number_of_things(question: str) -> None:
    assert read(question).quantity is None


def test_what_is_counted_behind_a_frame_is_the_unit_asked_for() -> None:
    assert read("Em cần số hồ sơ bến đã nhận năm 2031").asked_unit == "hồ sơ"
    assert read("Số người đi biển phải đạt bao nhiêu phần trăm?").asked_unit == "%"


def test_all_plans_say_where_a_share_is_looked_for_and_list_nothing() -> None:
    assert read("Cho em xin tỷ lệ ghe gắn phao theo tất cả các kế hoạch").intent is Intent.VALUE
    assert read("Liệt kê tất cả ghe gắn phao").intent is Intent.LIST


def test_what_was_assigned_to_units_is_no_question_for_a_lead() -> None:
    answer = ask("Các đơn vị sự nghiệp công lập được giao bao nhiêu thợ lặn?")
    assert values(answer) == ["18"]
    answer = ask("Chỉ tiêu số thợ lặn được giao cho đơn vị sự nghiệp năm 2031")
    assert values(answer) == ["18"]


def test_a_total_that_is_given_is_not_added_to_one_of_its_parts() -> None:
    answer = ask("Tổng lượng thư đi của bến (thư giấy và thư mây) là mấy thư?")
    assert "96" in values(answer)
    assert "156" not in answer.answer


def test_stages_of_the_same_work_are_not_added_up() -> None:
    answer = ask("Tổng số kho muối phải tu sửa trong năm 2031?")
    assert "5" in values(answer)
    assert "10" not in values(answer)


def test_those_to_whom_something_happened_are_left_out_where_all_are_asked_for() -> None:
    assert values(ask("Có bao nhiêu trưởng trạm đèn biển?")) == ["14"]
    assert values(ask("Bao nhiêu trưởng trạm đèn biển bị kỷ luật?")) == ["0"]


def test_what_came_in_by_every_way_is_no_answer_to_what_came_in_by_one() -> None:
    assert values(ask("Bao nhiêu đơn đặt neo được tiếp nhận trực tuyến?")) == ["312"]


def test_a_figure_that_bears_the_very_name_shuts_out_those_that_only_share_its_words() -> None:
    found = ReadingBuilder("bc", DocumentKind.REPORT, period=years(2031))
    found.indicator("1", "Số luồng tàu nối cùng cảng", value="8", unit="Luồng")
    found.indicator("2", "Số luồng tàu nối giữa các cảng sông", value="3", unit="Luồng")
    assert values(ask("Số luồng tàu nối cùng cảng năm 2031", found)) == ["8"]


def test_more_than_stands_between_the_two_things_compared() -> None:
    answer = ask("Số phao cấp cho ghe nhỏ hạng 4 nhiều hơn hạng 3 bao nhiêu?")
    assert "**59 Phao**" in answer.answer
    assert {"5", "64"} <= set(values(answer))


def test_counts_far_apart_are_shown_without_saying_that_they_contradict() -> None:
    answer = ask("Trang thông tin của bến đã đăng bao nhiêu tin?")
    assert "1.632" in answer.answer
    assert "không thống nhất" not in answer.answer


def test_a_row_is_only_counted_for_what_it_is() -> None:
    named = SimpleNamespace(naming="Nội dung công việc", about=("KẾ HOẠCH TU BỔ ĐÊ",))
    grid = cast("Grid", named)

    def counted(unit: str | None) -> bool:
        question = SimpleNamespace(query=SimpleNamespace(asked_unit=unit))
        return counts_rows(grid, cast("Asked", question))

    assert counted(None)
    assert counted("công việc")
    assert not counted("hồ sơ")


def test_syllables_of_other_words_do_not_tear_a_pair_apart() -> None:
    found = ReadingBuilder("kho", DocumentKind.REPORT, period=years(2031))
    for place in range(12):
        found.passage(f"Sự cố thứ {place} ở bến; dung dịch tẩy rong thứ {place} đã hết.")
    found.passage("Bến khôi phục việc sử dụng tời tay.")
    question = "Bến sử dụng tời gì?"
    corpus = corpus_of([found.build()], question)
    query = understand(question, corpus=corpus, today=TODAY)
    assert "sử dụng" in [term.text for term in build_topic(query, corpus).terms]


def test_the_row_of_just_that_name_shuts_out_others_as_a_basis() -> None:
    found = ReadingBuilder("bc", DocumentKind.REPORT, period=years(2031))
    found.indicator("1", "Kiểm tra phao", note="Kế hoạch số 16/KH-BEN ngày 02/3/2031")
    found.ref("25/KH-TINH", "Kế hoạch", "kiểm tra, tu sửa lưới rách trên các bến năm 2031")
    answer = ask("Việc kiểm tra phao năm 2031 thực hiện theo kế hoạch nào?", found)
    assert "16/KH-BEN" in answer.answer
    assert "25/KH-TINH" not in answer.answer


def test_every_year_needs_no_counterpart_beside_a_figure() -> None:
    found = ReadingBuilder("bc", DocumentKind.REPORT, period=years(2031))
    found.indicator("1", "Số phao thay mới", value="7", unit="Phao")
    assert values(ask("Mỗi năm thay mới bao nhiêu phao?", found)) == ["7"]


def test_when_a_number_was_taken_is_no_question_for_a_deadline() -> None:
    assert read("Số thợ lặn có mặt tại thời điểm báo cáo").intent is Intent.VALUE
    assert read("Thời điểm báo cáo số thợ lặn là khi nào?").intent is Intent.DEADLINE
