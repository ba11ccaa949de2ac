"""Rows that share most words with the one asked for: where that is missing none of them answers."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

TODAY = date(2043, 3, 2)


def statistics() -> ReadingBuilder:
    """A statistics annex of a department of lighthouses."""
    made = ReadingBuilder(
        "den-bien",
        DocumentKind.STATISTICS_ANNEX,
        title="Phụ lục thống kê năm 2043 của Sở Hải đăng",
        issuer="Sở Hải đăng",
        period=years(2043),
    )
    made.section("I", "ĐÈN BIỂN")
    proposals = "Tiếp nhận góp ý về đèn biển"
    made.indicator("1", "Số lượng góp ý đã giải đáp", parent=proposals, value="7", unit="Góp ý")
    made.indicator("2", "Số trưởng trạm đèn bị kỷ luật", value="0", unit="Người")
    made.indicator("3", "Số trưởng trạm đèn được bổ nhiệm mới", value="2", unit="Người")
    made.indicator("4", "Số bóng đèn đã thay ở độ sáng cấp độ 2", value="31", unit="Bóng")
    made.indicator("6", "Số sáng kiến được công nhận", value="4", unit="Sáng kiến")
    made.indicator("7", "Số lượng tin hàng hải đăng tải", value="52", unit="Tin")
    checks = "Kiểm tra phao tiêu ngoài khơi"
    made.indicator("8", "Số lỗi đã sửa xong", parent=checks, value="12", unit="Lỗi", row=21)
    locks = "Kiểm tra đèn biển"
    made.indicator("9", "Số lỗi đã tìm ra", parent=locks, value="3", unit="Lỗi", row=24)
    return made


def ask(question: str, *made: ReadingBuilder) -> Answer:
    readings = [one.build() for one in made or (statistics(),)]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Số lượng góp ý đã tiếp nhận là bao nhiêu?", "refused"),
        ("Số lượng góp ý đã giải đáp là bao nhiêu?", "answered"),
        ("Có bao nhiêu góp ý đã giải đáp?", "answered"),
    ],
)
def test_a_heading_does_not_account_for_the_word_by_which_its_rows_differ(
    question: str, status: str
) -> None:
    assert ask(question).status == status


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Số trưởng trạm đèn năm 2043 là bao nhiêu?", "refused"),
        ("Số trưởng trạm đèn được bổ nhiệm mới là bao nhiêu?", "answered"),
        ("Có bao nhiêu sáng kiến năm 2043?", "answered"),
    ],
)
def test_some_of_the_things_counted_are_not_all_of_them(question: str, status: str) -> None:
    assert ask(question).status == status


def test_the_same_thing_of_another_level_is_not_told_by_a_heading_of_both() -> None:
    both = statistics().indicator(
        "10", "Số đèn hỏng cấp độ 3", parent="Đèn cấp độ 2, cấp độ 3", value="6", unit="Đèn"
    )
    assert ask("Số đèn hỏng cấp độ 3 là bao nhiêu?", both).status == "answered"
    assert ask("Số đèn hỏng cấp độ 2 là bao nhiêu?", both).status == "refused"


def test_a_share_is_worked_out_of_the_level_asked_about_alone() -> None:
    both = "Đèn cấp độ 3, cấp độ 4"
    made = statistics().indicator(
        "17", "Số đèn đang sáng cấp độ 4", value="64", unit="Đèn", parent=both
    )
    made.indicator(
        "18", "Số đèn đang sáng cấp độ 3 có khách xem", value="4", unit="Đèn", parent=both
    )
    question = "Đèn cấp độ 4 có khách xem chiếm bao nhiêu phần trăm số đèn đang sáng cấp độ 4?"
    assert ask(question, made).status == "refused"
    made.indicator(
        "19", "Số đèn đang sáng cấp độ 4 có khách xem", value="16", unit="Đèn", parent=both
    )
    assert "25%" in ask(question, made).answer


def test_a_share_is_not_told_by_a_number_of_things() -> None:
    counted = statistics().indicator("11", "Số phao tiêu được sơn", value="140", unit="Phao")
    assert ask("Tỷ lệ phao tiêu được sơn là bao nhiêu?", counted).status == "refused"
    assert ask("Số phao tiêu được sơn là bao nhiêu?", counted).status == "answered"


def test_a_row_under_another_heading_than_the_one_named_is_not_meant() -> None:
    answer = ask("Số lỗi đã sửa xong trong kiểm tra đèn biển là bao nhiêu?")
    assert answer.status == "refused"
    assert ask("Số lỗi đã tìm ra trong kiểm tra đèn biển?").status == "answered"


def test_bodies_within_the_one_asked_about_are_others() -> None:
    inner = statistics().indicator("12", "Số tổ trong trạm hải đăng cắt giảm", value="1", unit="Tổ")
    assert ask("Số trạm hải đăng cắt giảm là bao nhiêu?", inner).status == "refused"
    assert ask("Số tổ trong trạm hải đăng cắt giảm là bao nhiêu?", inner).status == "answered"


def test_what_was_planned_does_not_tell_what_has_been_done() -> None:
    planned = statistics().indicator(
        "13", "Số thợ đèn được huấn luyện theo kế hoạch", value="24", unit="Người"
    )
    assert ask("Số thợ đèn đã được huấn luyện là bao nhiêu?", planned).status == "refused"


def test_a_blank_row_that_is_named_is_not_covered_up_by_the_one_above_it() -> None:
    made = statistics()
    made.indicator("14", "Đơn xin neo đã xét", value="900", unit="Đơn")
    made.indicator("14", "Đơn xét quá hạn", parent="Đơn xin neo đã xét", unit="Đơn")
    answer = ask("Đơn xin neo đã xét: đơn xét quá hạn là bao nhiêu?", made)
    assert answer.status == "refused"
    assert "để trống" in answer.answer


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Tỷ lệ hài lòng của người dân năm 2043?", "answered"),
        ("Mức độ hài lòng của bệnh nhân về trạm đèn?", "refused"),
        ("Mức độ hài lòng của công dân về trạm đèn?", "answered"),
    ],
)
def test_those_served_need_not_be_named_but_must_not_be_others(question: str, status: str) -> None:
    made = statistics().indicator("15", "Tỷ lệ hài lòng", value="91", unit="%")
    made.indicator("16", "Mức độ hài lòng của cá nhân về trạm đèn", value="90", unit="%")
    assert ask(question, made).status == status


def test_of_how_many_bodies_the_row_that_counts_them_and_no_other_is_told() -> None:
    made = statistics()
    made.indicator("37", "Số trạm phao trực thuộc sở ngành (nếu có)", value="6", unit="Trạm")
    made.indicator("38", "Số trạm phao trực thuộc có xuồng cứu sinh", value="2", unit="Trạm")
    made.indicator("39", "Trạm phao trực thuộc tự sơn", value="0", unit="Có = 1 Không = 0")
    answer = ask("Sở Hải đăng có bao nhiêu trạm phao trực thuộc?", made)
    assert "6 Trạm" in answer.answer
    assert "xuồng" not in answer.answer
    assert "tự sơn" not in answer.answer
    some = ask("Có bao nhiêu trạm phao trực thuộc có xuồng cứu sinh?", made)
    assert "2 Trạm" in some.answer


def test_the_name_of_the_body_itself_need_not_stand_in_the_row() -> None:
    made = statistics().indicator(
        "37", "Số trạm phao trực thuộc sở ngành (nếu có)", value="6", unit="Trạm"
    )
    answer = ask("Bao nhiêu trạm phao trực thuộc Sở Hải đăng?", made)
    assert answer.status == "answered"


def letter() -> ReadingBuilder:
    """A letter that says how many meetings there were, and not when."""
    made = ReadingBuilder(
        "thu",
        DocumentKind.DIRECTIVE,
        title="Công văn về hội nghị ngư dân",
        issuer="Sở Hải đăng",
        period=years(2043),
    )
    made.section("1", "Kết quả")
    made.passage("Năm 2042, Sở đã tổ chức 02 hội nghị ngư dân với 95 chủ tàu tham dự.")
    made.passage("Tỷ lệ cắt giảm chi phí tuần tra luồng tàu đạt 31,5%.")
    made.passage("Đoàn đi khảo sát 40% luồng tàu trong mùa mưa.")
    return made


def test_a_sentence_without_a_time_does_not_tell_on_which_day() -> None:
    assert ask("Hội nghị ngư dân năm 2042 tổ chức ngày nào?", letter()).status == "refused"
    shares = letter().passage("Đã lắp phao tiêu cho 42/42 bến, đạt 65%.")
    assert ask("Lắp phao tiêu cho bến xong khi nào?", shares).status == "refused"
    dated = letter().passage("Hội nghị ngư dân năm 2043 được tổ chức ngày 12/4/2043.")
    answer = ask("Hội nghị ngư dân năm 2043 tổ chức ngày nào?", dated)
    assert answer.status == "answered"
    assert "12/4/2043" in answer.answer


def test_cutting_costs_holds_nothing_against_the_costs() -> None:
    answer = ask("Tỷ lệ cắt giảm chi phí tuần tra luồng tàu là bao nhiêu?", letter())
    assert "31,5%" in answer.answer
    assert "điểm phần trăm" not in answer.answer


def test_work_that_a_plan_sets_does_not_tell_how_much_was_done() -> None:
    plan = ReadingBuilder(
        "ke-hoach",
        DocumentKind.PLAN,
        title="Kế hoạch năm 2043 của Sở Hải đăng",
        issuer="Sở Hải đăng",
        period=years(2043),
    )
    plan.section("I", "NHIỆM VỤ")
    plan.task("I.1", "Lắp lại thấu kính cho 12 trạm đèn", lead=("Phòng Quang học",))
    assert ask("Năm 2043 đã lắp lại thấu kính cho bao nhiêu trạm đèn?", plan).status == "refused"
    assert ask("Phải lắp lại thấu kính cho bao nhiêu trạm đèn?", plan).status == "answered"
