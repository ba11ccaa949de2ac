"""Two things held against each other, what is wrongly denied, places and moments named beside."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind, Reading
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2032, 3, 1)
_BUOYS = "sửa phao tiêu báo hiệu đường thủy"


def port_report() -> Reading:
    report = ReadingBuilder(
        "bc-cang", DocumentKind.REPORT, title="Báo cáo cảng cá năm 2031", period=years(2031)
    )
    for key, name, unit, value, parent, note in (
        ("1", "Tỷ lệ hoàn thành kế hoạch nạo vét luồng", "%", "100", None, None),
        ("2", "Tỷ lệ phiếu kho bãi cấp phát đúng hẹn", "%", "97", "Sổ trạm bờ", None),
        ("3", "Số lượng phiếu kho bãi do trạm bờ cấp phát", "Phiếu", "640", "Sổ trạm bờ", None),
        ("4", "Số lượng phiếu kho bãi do trạm bờ nộp lại", "Phiếu", "615", "Sổ trạm bờ", None),
        ("5", "Tổng số phiếu được cấp phát qua bồ câu", "Phiếu", "31", "Thư bồ câu", None),
        ("6", "Số thủy thủ có mặt tại thời điểm báo cáo", "Người", "58", "Thủy thủ đoàn", None),
        (
            "7",
            "Số bài viết về kế hoạch nạo vét luồng",
            "Bài",
            "2",
            None,
            "1. Đăng ký kế hoạch nạo vét luồng lạch 2. Kho chứa bùn nạo vét",
        ),
    ):
        report.indicator(key, name, unit=unit, value=value, parent=parent, note=note)
    return report.build()


def port_plan() -> Reading:
    plan = ReadingBuilder(
        "kh-cang", DocumentKind.PLAN, number="77/KH-BQL", period=years(2031), title="Kế hoạch cảng"
    )
    for key, text, first, last in (
        (
            "1",
            "Nạo vét luồng lạch và sửa phao tiêu báo hiệu đường thủy",
            "2031-04-01",
            "2031-06-30",
        ),
        ("2", "Sơn lại hải đăng", "2031-10-01", "2031-12-31"),
    ):
        due = deadline(f"đến {last}", "period", first, last)
        plan.task(key, text, lead=("Trạm bờ số 9",), due=due)
    return plan.build()


def ask(question: str) -> Answer:
    index = FakeIndex([port_report(), port_plan()])
    return RuleAnswerer(index, today=TODAY).answer(question)


@pytest.mark.parametrize(
    "question",
    [
        "Chênh lệch giữa số phiếu cấp phát và số phiếu nộp lại năm 2031 là bao nhiêu?",
        "So sánh số phiếu cấp phát với số phiếu nộp lại của năm 2031",
    ],
)
def test_numbers_held_against_each_other_are_of_one_group_and_no_shares(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert all(figure in answer.answer for figure in ("640", "615", "**25 Phiếu**"))
    assert "97" not in answer.answer
    assert "bồ câu" not in answer.answer


def test_a_why_not_of_what_is_done_whole_names_the_figure() -> None:
    answer = ask("Vì sao năm 2031 không hoàn thành kế hoạch nạo vét luồng?")
    assert answer.status == "refused", answer.answer
    assert "100%" in answer.answer
    assert "Đăng ký" not in answer.answer


def test_words_that_only_look_like_pending_without_accents_give_no_reason() -> None:
    answer = ask("Vì sao chưa có bài viết về kế hoạch nạo vét luồng?")
    assert "Đăng ký" not in answer.answer


def test_a_row_copied_word_by_word_is_not_that_of_a_place_nothing_is_stored_of() -> None:
    named = f"nạo vét luồng lạch và {_BUOYS}"
    assert "Trạm bờ số 9" in ask(f"Đơn vị nào chủ trì {named}?").answer
    answer = ask(f"Ở Lai Châu đơn vị nào chủ trì {named}?")
    assert answer.status == "refused", answer.answer
    assert "Lai Châu" in (answer.reason or "")


def test_the_moment_of_a_report_is_no_deadline_and_no_meeting() -> None:
    answer = ask("Năm 2031 có bao nhiêu thủy thủ có mặt tại thời điểm báo cáo?")
    assert answer.status == "answered", answer.answer
    assert "**58" in answer.answer


@pytest.mark.parametrize("quarter", ["quarter IV 2031", "quarter 4 of 2031", "Quarter four 2031"])
def test_a_quarter_may_be_numbered_behind_its_name(quarter: str) -> None:
    answer = ask(f"Which tasks are due in {quarter}?")
    assert "hải đăng" in answer.answer
    assert "phao tiêu" not in answer.answer


def test_a_section_is_counted_by_the_beginning_of_its_title_without_its_opening_word() -> None:
    plan = ReadingBuilder("kh-ben", DocumentKind.PLAN, period=years(2031), title="Kế hoạch bến")
    plan.section("I", "Thực hiện quy chế neo đậu liên bến trong việc bốc dỡ hải sản đông lạnh")
    plan.task("1", "Sắp lịch cập bến", lead=("Trạm bờ số 9",))
    plan.task("2", "Tập huấn quy chế neo đậu liên bến", lead=("Trạm bờ số 9",))
    plan.section("II", "Chỉ đạo nạo vét và thực hiện quy chế neo đậu liên bến")
    plan.task("3", "Nạo vét luồng lạch", lead=("Trạm bờ số 9",))
    index = FakeIndex([plan.build()])
    question = "Có mấy nhiệm vụ thuộc nội dung thực hiện quy chế neo đậu liên bến?"
    answer = RuleAnswerer(index, today=TODAY).answer(question)
    assert "**2** nhiệm vụ" in answer.answer
    assert "Sắp lịch cập bến" in answer.answer
    assert "Nạo vét" not in answer.answer
