"""Who draws up a plan or report, and by when: the row that makes it, no other on the matter."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind, Reading
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2027, 3, 2)


def forest_plan() -> Reading:
    plan = ReadingBuilder(
        "rung",
        DocumentKind.PLAN,
        title="Kế hoạch phát triển rừng năm 2027",
        number="41/KH-SNN",
        period=years(2027),
    )
    first = deadline("Quý I/2027", "period", "2027-01-01", "2027-03-31")
    second = deadline("Quý II/2027", "period", "2027-04-01", "2027-06-30")
    plan.task(
        "1",
        "Ban hành Kế hoạch phát triển rừng năm 2027 của Sở",
        lead=("Văn phòng Sở",),
        products=("Quyết định của Giám đốc Sở",),
        due=first,
    )
    plan.task(
        "2",
        "Ban hành Kế hoạch kiểm tra phát triển rừng năm 2027",
        lead=("Thanh tra Sở",),
        products=("Kế hoạch được ban hành",),
        due=second,
    )
    plan.task(
        "3",
        "Tổ chức hội nghị triển khai Kế hoạch phát triển rừng năm 2027",
        lead=("Phòng Lâm nghiệp",),
        due=first,
    )
    plan.task(
        "4",
        "Xây dựng bản đồ phát triển rừng ven biển",
        lead=("Chi cục Kiểm lâm",),
        due=second,
    )
    plan.task(
        "5",
        "Xây dựng và tổ chức thực hiện Kế hoạch khắc phục các tồn tại đã được chỉ ra sau đợt "
        "giám sát cháy rừng",
        lead=("Chi cục Kiểm lâm",),
        due=second,
    )
    plan.task(
        "6",
        "Báo cáo tình hình, kết quả trồng rừng (hằng quý, năm)",
        lead=("Phòng Lâm nghiệp",),
        products=("Báo cáo",),
        due=deadline(
            "Trước ngày 18/3 đối với báo cáo quý I; Trước ngày 18/12 đối với báo cáo năm",
            "before",
            "2027-03-18",
            "2027-12-18",
        ),
    )
    plan.task(
        "7",
        "Rà soát nợ công nông thôn",
        lead=("Phòng Tài chính",),
        products=("Báo cáo",),
        due=first,
    )
    return plan.build()


def ask(question: str) -> Answer:
    return RuleAnswerer(FakeIndex([forest_plan()]), today=TODAY).answer(question)


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì xây dựng Kế hoạch phát triển rừng năm 2027?",
        "Kế hoạch phát triển rừng năm 2027 do đơn vị nào soạn thảo?",
        "Kế hoạch phát triển rừng 2027 của Sở ai phụ trách ban hành?",
        "phong nao lam ke hoach phat trien rung 2027",
    ],
)
def test_a_plan_is_drawn_up_by_the_lead_of_the_row_that_issues_it(question: str) -> None:
    answer = ask(question)
    assert "**Văn phòng Sở**" in answer.answer
    assert len(answer.citations) == 1


def test_a_longer_name_means_its_own_row() -> None:
    answer = ask("Khi nào phải ban hành Kế hoạch kiểm tra phát triển rừng?")
    assert "Quý II/2027" in answer.answer
    assert "Quý I/2027" not in answer.answer


def test_words_in_between_leave_the_row_the_one_that_is_meant() -> None:
    answer = ask("Ai phụ trách tham mưu kế hoạch khắc phục tồn tại sau giám sát cháy rừng?")
    assert "**Chi cục Kiểm lâm**" in answer.answer
    assert "bản đồ" not in answer.answer


def test_a_report_told_by_its_quarter_is_found_by_the_cell_that_says_when_it_is_due() -> None:
    answer = ask("Hạn gửi báo cáo quý I là khi nào?")
    assert "18/3" in answer.answer
    assert "nợ công" not in answer.answer


def test_work_on_the_same_matter_is_not_taken_for_the_plan_of_it() -> None:
    answer = ask("Kế hoạch bản đồ rừng ven biển do ai xây dựng?")
    assert answer.status == "refused"
    assert "kế hoạch bản đồ rừng ven biển" in answer.answer


def test_what_stands_in_a_plan_is_not_taken_for_its_making() -> None:
    answer = ask("Trong kế hoạch phát triển rừng, ai chủ trì xây dựng bản đồ ven biển?")
    assert "**Chi cục Kiểm lâm**" in answer.answer
    assert "Văn phòng Sở" not in answer.answer
