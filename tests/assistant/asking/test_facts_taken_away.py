"""Questions whose row, cell or document is missing: what comes nearest must not take its place."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.questions.wanted import Asked, Wanted
from assistant.asking.sentences.meeting import meets
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2041, 2, 20)


def plan() -> ReadingBuilder:
    """A yearly plan of a department of tides, all of it about administrative reform."""
    made = ReadingBuilder(
        "trieu",
        DocumentKind.PLAN,
        title="Kế hoạch cải cách hành chính năm 2041 của Sở Thủy triều",
        issuer="Sở Thủy triều",
        number="19/KH-STTR",
        period=years(2041),
    )
    made.section("I", "NHIỆM VỤ")
    made.task(
        "I.1",
        "Ban hành Kế hoạch kiểm tra phao tiêu năm 2041",
        lead=("Phòng Luồng lạch",),
        products=("Kế hoạch được ban hành",),
        due=deadline("Quý I/2041", "period", "2041-01-01", "2041-03-31"),
    )
    made.task(
        "I.2",
        "Nâng cao chất lượng đón tiếp ngư dân tại bến",
        lead=("Phòng Bến bãi",),
        products=("Kết quả điều tra lòng tin của ngư dân tăng",),
    )
    made.task(
        "I.3",
        "Đổi mới cơ chế neo đậu liên bến theo đề án của tỉnh",
        lead=("Phòng Bến bãi",),
        products=("Bến được sắp xếp",),
    )
    return made


def report() -> ReadingBuilder:
    """A report of the same department with a statistics annex."""
    made = ReadingBuilder(
        "thong-ke",
        DocumentKind.REPORT,
        title="Báo cáo cải cách hành chính năm 2041 của Sở Thủy triều",
        issuer="Sở Thủy triều",
        period=years(2041),
    )
    made.section("1", "Neo đậu")
    made.indicator(
        "1.1", "Số đơn neo đậu được tiếp nhận qua bưu chính", value="41", unit="Đơn", row=4
    )
    made.indicator(
        "1.2", "Số thợ lặn được huấn luyện theo kế hoạch", value="24", unit="Người", row=9
    )
    return made


def ask(question: str, *made: ReadingBuilder) -> Answer:
    readings = [one.build() for one in made or (plan(), report())]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


def test_a_row_without_a_decision_is_no_answer_to_which_decision() -> None:
    answer = ask("Đổi mới cơ chế neo đậu liên bến theo quyết định nào của tỉnh?")
    assert answer.status == "refused"
    assert "quyết định" in answer.answer


def test_a_row_that_names_the_decision_answers_which_one() -> None:
    named = plan().task(
        "I.4", "Phân luồng tàu cói theo Quyết định số 31/QĐ-UBND của tỉnh", lead=("Phòng Bến bãi",)
    )
    answer = ask("Phân luồng tàu cói theo quyết định nào của tỉnh?", named)
    assert answer.status == "answered"
    assert "31/QĐ-UBND" in answer.answer


def test_a_decision_on_another_matter_is_not_the_one_asked_for() -> None:
    based = plan().ref(
        "77/QĐ-UBND", "Quyết định", "về chức năng của Sở Thủy triều", issuer="UBND tỉnh"
    )
    answer = ask("Sở Thủy triều căn cứ quyết định nào của UBND tỉnh về đào tạo thợ lặn?", based)
    assert "77/QĐ-UBND" not in answer.answer or answer.status == "refused"


def test_figures_of_a_part_do_not_stand_for_all() -> None:
    answer = ask("Năm 2041 tiếp nhận bao nhiêu đơn neo đậu?")
    assert answer.status == "refused"
    assert "bưu chính" in answer.answer


def test_figures_of_the_part_asked_for_are_told() -> None:
    answer = ask("Năm 2041 tiếp nhận bao nhiêu đơn neo đậu qua bưu chính?")
    assert answer.status == "answered"
    assert "41" in answer.answer


def test_a_blank_cell_of_the_whole_is_told_of_and_no_part_in_its_place() -> None:
    blank = report().indicator("1.0", "Số đơn neo đậu được tiếp nhận", unit="Đơn", row=3)
    answer = ask("Năm 2041 tiếp nhận bao nhiêu đơn neo đậu?", blank)
    assert answer.status == "refused"
    assert "để trống" in answer.answer


def test_what_was_planned_is_not_what_came_of_it() -> None:
    assert ask("Số thợ lặn được huấn luyện?").status == "answered"
    assert ask("Số thợ lặn được huấn luyện thực tế?").status == "refused"


def test_a_row_whose_product_alone_speaks_of_the_matter_does_not_make_it() -> None:
    answer = ask("Điều tra lòng tin của ngư dân có sản phẩm gì?")
    assert answer.status == "refused"


def test_a_plan_for_something_else_is_not_the_one_asked_for() -> None:
    assert ask("Đơn vị nào chủ trì kế hoạch kiểm tra phao tiêu?").status == "answered"
    answer = ask("Đơn vị nào chủ trì kế hoạch kiểm tra cải cách hành chính?")
    assert answer.status == "refused"


def test_work_for_a_matter_states_no_target_of_it() -> None:
    assert ask("Mục tiêu mức độ đón tiếp ngư dân tại bến năm 2041?").status == "refused"


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Đến năm 2045 tỷ lệ phao tiêu được sơn lại là bao nhiêu?", "refused"),
        ("Đến năm 2050 tỷ lệ phao tiêu được sơn lại là bao nhiêu?", "answered"),
        ("Đến năm 2045 tỷ lệ bến có đèn là bao nhiêu?", "answered"),
    ],
)
def test_a_target_for_another_horizon_is_not_the_one_of_the_year(
    question: str, status: str
) -> None:
    long = ReadingBuilder("dai", DocumentKind.PLAN, title="Kế hoạch", period=years(2041, 2050))
    long.target(
        "1",
        "Tối thiểu 60% bến có đèn.",
        metric="tỷ lệ bến có đèn",
        value="60",
        horizon=years(2041, 2045),
    )
    long.target(
        "2",
        "Tối thiểu 80% phao tiêu được sơn lại.",
        metric="tỷ lệ phao tiêu được sơn lại",
        value="80",
        horizon=years(2041, 2050),
    )
    assert ask(question, long).status == status


def test_another_document_does_not_speak_for_the_one_that_is_named_by_its_years() -> None:
    texts = plan().passage("Phòng Bến bãi sơn lại cầu tàu bằng sơn chống hà trước mùa gió chướng.")
    inside = ask("Kế hoạch năm 2041 sơn lại cầu tàu bằng gì?", texts)
    assert inside.status == "answered"
    outside = ask("Theo kế hoạch giai đoạn 2041-2050, cầu tàu sơn lại bằng gì?", texts)
    assert outside.status == "refused"


def test_the_money_of_a_plan_is_not_told_by_the_plan_of_another_province() -> None:
    funded = ReadingBuilder("kinh-phi", DocumentKind.PLAN, province="Hà Tĩnh", period=years(2041))
    funded.section("IV", "KINH PHÍ THỰC HIỆN")
    funded.passage("Kinh phí thực hiện kế hoạch được bố trí từ nguồn sự nghiệp của Sở.")
    own = ask("Kinh phí thực hiện kế hoạch năm 2041 của Hà Tĩnh lấy từ đâu?", funded)
    assert own.status == "answered"
    other = ask("Kinh phí thực hiện kế hoạch năm 2041 của Khánh Hòa lấy từ đâu?", funded)
    assert other.status == "refused"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Đơn vị phối hợp: Phòng Luồng lạch", False),
        ("Đơn vị chủ trì: Phòng Luồng lạch", True),
        ("Lấy ý kiến ngư dân đối với dịch vụ neo đậu do Sở Thủy triều cung cấp", False),
        ("Lớp lặn sâu do Sở Thủy triều tổ chức", True),
        ("Tổ chức lấy phiếu về mức hài lòng của người dân", False),
        ("Tổ chức hành nghề lặn cử người dự", True),
        ("Niêm yết biểu phí, tạo thuận lợi cho người dân", False),
        ("Giao cho cán bộ bến niêm yết biểu phí", True),
    ],
)
def test_who_leads_is_told_by_a_body_that_acts(text: str, who: bool) -> None:
    assert meets(Asked(Wanted.WHO), text) is who


def test_the_day_of_a_document_named_is_no_deadline() -> None:
    asked = Asked(Wanted.WHEN, dated=True)
    assert not meets(asked, "Thực hiện Quyết định số 31/QĐ-UBND ngày 22/10/2040 của tỉnh")
    assert meets(asked, "Hoàn thành trước ngày 22/10/2040")
