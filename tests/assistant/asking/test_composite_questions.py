"""Questions that ask for several things, suppose a figure, or list rows by a particular."""

from __future__ import annotations

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.questions.splitting import figure_parts
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years
from tests.assistant.asking.test_quarters import TODAY


def plan() -> ReadingBuilder:
    found = ReadingBuilder("ke-hoach", DocumentKind.PLAN, period=years(2031))
    found.section("I", "GIẢI PHÁP THỰC HIỆN")
    for line in ("1. Cử người đi học nghề.", "2. Mua thêm lưới.", "3. Sửa bến tàu."):
        found.passage(line)
    found.section("II", "NHIỆM VỤ")
    found.task(
        "1",
        "Đóng mới tàu cá",
        lead=("Chi cục Thủy sản",),
        coordinating=("Trạm Cá giống",),
        products=("Báo cáo nghiệm thu",),
        due=deadline("Trước 05/4/2031", "before", None, "2031-04-04"),
    )
    found.task(
        "2",
        "Tuần tra cửa biển",
        lead=("Trạm Cá giống",),
        due=deadline("Thường xuyên", "continuous"),
    )
    return found


def report() -> ReadingBuilder:
    found = ReadingBuilder("bao-cao", DocumentKind.REPORT, period=years(2031))
    found.indicator("1", "Số tàu đăng ký", value="52", unit="Tàu")
    found.indicator("2", "Số tàu đăng kiểm", value="47", unit="Tàu", note="do bến hỏng")
    found.indicator("3", "Tổng số lưới (lưới rê và lưới kéo)", value="900", unit="Tấm")
    found.indicator("4", "Số tấm lưới kéo được cấp", value="610", unit="Tấm")
    return found


def ask(question: str) -> Answer:
    readings = [plan().build(), report().build()]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


def test_a_question_for_two_figures_gets_both_with_their_own_citations() -> None:
    answer = ask("Có bao nhiêu tàu đăng ký, bao nhiêu tàu đăng kiểm?")
    assert {figure.value for figure in answer.figures} == {"52", "47"}
    cited = {citation.n: citation.source.quote for citation in answer.citations}
    for figure in answer.figures:
        assert figure.source is not None
        assert cited[figure.citation or 0] == figure.source.quote


def test_the_part_without_an_answer_is_said() -> None:
    answer = ask("Có bao nhiêu tàu đăng ký, bao nhiêu trực thăng?")
    assert "**52 Tàu**" in answer.answer
    assert "trực thăng" in answer.answer


def test_a_question_is_split_only_where_it_asks_how_many_twice() -> None:
    assert figure_parts("Có bao nhiêu tàu cá, tàu hàng và thuyền?") == []
    assert figure_parts("Năm 2031, có mấy tàu và mấy thuyền?") == [
        "Năm 2031, có mấy tàu",
        "mấy thuyền?",
    ]


def test_several_particulars_of_a_task_come_with_what_is_not_said() -> None:
    answer = ask("Tuần tra cửa biển ai chủ trì, hạn khi nào, sản phẩm là gì?")
    assert "chủ trì: Trạm Cá giống" in answer.answer
    assert "văn bản không ghi sản phẩm" in answer.answer


def test_a_figure_that_another_row_bears_is_not_denied() -> None:
    answer = ask("Vì sao chỉ có 610 tấm lưới được cấp?")
    assert "Không phải" not in answer.answer
    assert "Đúng" in answer.answer


def test_work_without_an_end_and_without_help_is_listed() -> None:
    standing = ask("Liệt kê nhiệm vụ thường xuyên").answer
    assert "Tuần tra cửa biển" in standing
    assert "Đóng mới" not in standing
    alone = ask("Các nhiệm vụ chưa có đơn vị phối hợp").answer
    assert "Tuần tra cửa biển" in alone
    assert "Đóng mới" not in alone


def test_tasks_are_listed_by_what_they_make() -> None:
    answer = ask("Nhiệm vụ nào có sản phẩm là báo cáo?").answer
    assert "Đóng mới tàu cá" in answer
    assert "Tuần tra" not in answer


def test_the_items_of_a_section_are_counted() -> None:
    assert "có **3** mục" in ask("Kế hoạch nêu mấy giải pháp?").answer


def test_a_document_nobody_refers_to_is_not_answered_with_other_references() -> None:
    answer = ask("Nghị quyết 76/NQ-CP có được viện dẫn ở đâu không?")
    assert answer.status == "refused"
    assert "76/NQ-CP" in (answer.reason or "")


def test_money_that_no_row_states_is_refused() -> None:
    assert ask("Chi bao nhiêu tiền cho đóng mới tàu cá?").status == "refused"


def test_who_holds_an_office_is_no_lead_unit() -> None:
    assert ask("Ai làm giám đốc?").status == "refused"


def test_the_unit_with_most_tasks_is_named_with_its_count() -> None:
    answer = ask("Đơn vị nào chủ trì nhiều nhiệm vụ nhất?")
    assert "1 nhiệm vụ" in answer.answer
