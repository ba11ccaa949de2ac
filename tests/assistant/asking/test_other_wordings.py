"""The same question in the words of other people: what carries a question is no matter of it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2034, 2, 1)
_OFFICE, _PONDS, _BOATS = "Văn phòng Sở", "Phòng Nuôi trồng", "Phòng Tàu thuyền"


def _plan() -> ReadingBuilder:
    plan = ReadingBuilder(
        "kh34",
        DocumentKind.PLAN,
        title="Kế hoạch nghề cá bền vững năm 2034 của Sở Thủy sản",
        issuer="Sở Thủy sản",
        number="21/KH-STS",
        period=years(2034),
    )
    plan.section("I", "BẾN CẢNG")
    plan.task(
        "I.1",
        "Nạo vét luồng lạch cửa sông Tràm Chim",
        lead=(_BOATS,),
        coordinating=(_PONDS, "Trung tâm Khuyến ngư"),
        products=("Biên bản nghiệm thu luồng lạch",),
        due=deadline("Quý II/2034", "period", "2034-04-01", "2034-06-30"),
    )
    plan.task(
        "I.2",
        "Tổ chức Hội nghị tổng kết mùa cá năm 2033",
        lead=(_OFFICE,),
        coordinating=(_BOATS,),
        products=("Hội nghị",),
        due=deadline("Quý I/2034", "period", "2034-01-01", "2034-03-31"),
    )
    plan.task(
        "I.3",
        "Tuyển dụng ngư công; tổ chức thi tay nghề thuyền viên theo Nghị định số 77/2031/NĐ-CP",
        lead=(_OFFICE,),
        products=("Quyết định",),
        due=deadline("Hàng năm", "recurring"),
    )
    plan.section("II", "AO ĐẦM")
    plan.target("II.1", "Nâng cao hiệu quả quy chế dùng nước mặn tại đầm Sen Trắng của Sở")
    plan.task(
        "II.2",
        "Hoàn thiện các quy chế và treo tại bờ ao",
        lead=(_PONDS,),
        products=("Quy chế",),
        due=deadline("Tháng 3 hàng năm", "month"),
        objective="II.1",
    )
    plan.target(
        "II.3",
        "Đến năm 2034 giảm 12% số lồng bè hư hỏng so với năm 2031",
        metric="số lồng bè hư hỏng",
        value="12",
        comparator="change",
    )
    plan.targets[-1] = plan.targets[-1].model_copy(update={"base": "năm 2031"})
    return plan


def ask(question: str) -> Answer:
    return RuleAnswerer(FakeIndex([_plan().build()]), today=TODAY).answer(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Nạo vét luồng lạch cửa sông Tràm Chim do phòng nào đứng ra gánh vác?", _BOATS),
        ("Con số lồng bè hư hỏng phải giảm là bao nhiêu phần trăm?", "12%"),
        (
            "Nạo vét luồng lạch Tràm Chim được thể hiện ở sản phẩm nào vậy?",
            "Biên bản nghiệm thu luồng lạch",
        ),
        ("Nạo vét luồng lạch cửa sông Tràm Chim do bộ phận nào quản lý, điều hành?", _BOATS),
    ],
)
def test_words_that_only_carry_a_question_need_not_be_found(question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Đơn vị nào đứng ra nạo vét luồng lạch cửa sông Ngã Bảy?",
        "Phòng nào đảm nhiệm việc đóng tàu sắt?",
        "Sở dành bao nhiêu tiền cho nạo vét luồng lạch?",
    ],
)
def test_without_them_something_else_is_no_answer(question: str) -> None:
    assert ask(question).status == "refused"


def test_what_is_said_of_whoever_asks_is_not_looked_for() -> None:
    answer = ask("Em mới về phòng kế toán. Nạo vét luồng lạch cửa sông Tràm Chim ai chủ trì ạ?")
    assert answer.status == "answered"
    assert _BOATS in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Thời gian nạo vét luồng lạch cửa sông Tràm Chim muộn nhất khi nào?",
        "Nạo vét luồng lạch cửa sông Tràm Chim phải xong trước thời điểm nào?",
        "Nạo vét luồng lạch cửa sông Tràm Chim chậm nhất ngày nào phải báo cáo xong?",
    ],
)
def test_times_are_asked_for_in_many_ways(question: str) -> None:
    assert "Quý II/2034" in ask(question).answer


def test_time_before_a_verb_of_work_asks_when_it_is_due() -> None:
    answer = ask("Thời gian tổ chức hội nghị tổng kết mùa cá năm 2033")
    assert "Quý I/2034" in answer.answer
    assert "sản phẩm" not in answer.answer


def test_a_meeting_is_found_by_the_verb_for_it() -> None:
    assert "Quý I/2034" in ask("Bao giờ họp tổng kết mùa cá năm 2033?").answer


@pytest.mark.parametrize(
    "question",
    [
        "Nạo vét luồng lạch cửa sông Tràm Chim: các đơn vị phối hợp gồm những đơn vị nào?",
        "Phòng Tàu thuyền chủ trì nạo vét luồng lạch Tràm Chim, vậy còn ai cùng thực hiện?",
        "Các phòng phải phối hợp với Phòng Tàu thuyền để nạo vét luồng lạch Tràm Chim?",
    ],
)
def test_a_group_without_a_name_is_what_is_asked_for(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert _PONDS in answer.answer
    assert "Trung tâm Khuyến ngư" in answer.answer


def test_a_task_is_found_by_the_objective_that_it_serves() -> None:
    answer = ask("Khi nào phải hoàn thiện quy chế dùng nước mặn tại đầm Sen Trắng?")
    assert "Tháng 3 hàng năm" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Đến năm 2034 số lồng bè hư hỏng giảm mấy phần trăm so với năm 2031?",
        "Số lồng bè hư hỏng phải giảm bao nhiêu?",
    ],
)
def test_a_change_that_is_a_target_is_told_as_one_figure(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert "12% (so với năm 2031)" in answer.answer
    assert "|" not in answer.answer


def test_a_change_reckoned_from_another_year_is_none() -> None:
    answer = ask("Số lồng bè hư hỏng giảm bao nhiêu phần trăm so với năm 2027?")
    assert answer.status == "refused"


@pytest.mark.parametrize(
    "question",
    [
        "Thi tay nghề thuyền viên theo nghị định số bao nhiêu của Chính phủ?",
        "Nghị định nào là cơ sở để thi tay nghề thuyền viên?",
        "Hưởng lương thì sao không rõ, nhưng thi tay nghề thuyền viên dựa vào nghị định số mấy?",
    ],
)
def test_a_decree_is_asked_for_by_its_number_in_many_ways(question: str) -> None:
    assert "77/2031/NĐ-CP" in ask(question).answer


def test_a_number_of_tasks_is_counted_from_the_rows_of_a_plan() -> None:
    assert "**3** nhiệm vụ" in ask("Số nhiệm vụ ở phần bến cảng là bao nhiêu?").answer


def test_a_unit_that_helps_is_no_limit_where_its_partners_are_asked_for() -> None:
    answer = ask("Khi nạo vét luồng lạch Tràm Chim, Phòng Tàu thuyền phối hợp với phòng nào?")
    assert answer.status == "answered"
    assert _PONDS in answer.answer
