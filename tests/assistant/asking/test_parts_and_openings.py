"""Later parts of a question, rows counted by their unit, work of a quarter, titles in a line."""

from __future__ import annotations

from datetime import date

from assistant.asking.answerer import RuleAnswerer
from assistant.asking.grid.shape import openings
from assistant.asking.questions.splitting import figure_parts, of_the_same_thing
from assistant.service import Service
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH ĐỒI CHÈ
SỞ TRỒNG NẤM
Số: 318/KH-STN
Đồi Chè, ngày 14 tháng 01 năm 2051

KẾ HOẠCH
Phát triển nghề nấm năm 2051 của Sở Trồng nấm tỉnh Đồi Chè

I. NHIỆM VỤ

STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tSản phẩm\tThời hạn
1\tThay giá thể cho nhà nấm\tTrại nấm rơm\tVăn phòng Sở\tBiên bản\tQuý IV/2051
2\tXếp hạng các trại nấm\tVăn phòng Sở\tTrại nấm rơm\tBảng xếp hạng\tQuý IV/2051
3\tThu gom bã nấm\tTrại nấm rơm\tVăn phòng Sở\tBáo cáo\tTrong năm 2051
"""
REPORT = """UBND TỈNH BÃI LAU
SỞ TRỒNG NẤM
Số: 641/BC-STN
Bãi Lau, ngày 12 tháng 12 năm 2051

BÁO CÁO
Kết quả phát triển nghề nấm năm 2051

STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú
1\tTỷ lệ hoàn thành kế hoạch năm\t%\t100\tKế hoạch số 27/KH-STN ngày 10/01/2051
\tSố nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t34\t
\tSố nhiệm vụ đã hoàn thành\tNhiệm vụ\t31\t
\tSố sáng kiến về phát triển nghề nấm\tSáng kiến\t6\t
2\tThư góp ý về nấm giống\t\t\t
\tSố thư góp ý đã tiếp nhận\tThư\t19\t
\tSố thư góp ý đã giải quyết\tThư\t17\t
3\tBớt việc cho trại nấm\t\t\t
\tRút ngắn thời gian ủ\tTrại\t1\tViệc: Cấp phép mở trại nấm rơm mới - Thời gian ủ: còn 6 ngày
\tBớt thứ phải nộp\tTrại\t1\tViệc: Cấp phép mở trại nấm rơm mới - Giấy tờ: đề nghị bỏ các \
giấy tờ: bản vẽ nhà ủ
\tViệc khác\tTrại\t1\tViệc: Cấp phép mở trại nấm rơm mới
"""
TODAY = date(2051, 12, 20)


service = service_of({"plan": PLAN, "report": REPORT}, today=TODAY, dense=False)


def test_a_later_part_counts_what_the_first_one_does(service: Service) -> None:
    answer = service.ask("Bãi Lau tiếp nhận bao nhiêu thư góp ý và đã giải quyết được bao nhiêu?")
    assert "19 Thư" in answer.answer
    assert "17 Thư" in answer.answer
    assert "34" not in answer.answer


def test_the_second_of_two_nouns_belongs_to_the_part_before() -> None:
    parts = figure_parts("Tiếp nhận bao nhiêu thư khen, thư chê và đã trả lời bao nhiêu?")
    assert parts == ["Tiếp nhận bao nhiêu thư khen, thư chê", "đã trả lời bao nhiêu?"]


def test_a_part_that_names_its_own_thing_keeps_it() -> None:
    first = "Tiếp nhận bao nhiêu thư khen"
    assert of_the_same_thing("đã trả lời bao nhiêu?", first) == "đã trả lời bao nhiêu thư khen?"
    assert of_the_same_thing("đã gửi bao nhiêu công văn?", first) is None
    assert of_the_same_thing("số cuộc gọi là bao nhiêu?", first) is None


def test_work_is_counted_by_the_row_that_says_its_number(service: Service) -> None:
    done = service.ask("Năm 2051 Bãi Lau đã hoàn thành bao nhiêu nhiệm vụ phát triển nghề nấm?")
    assert "31 Nhiệm vụ" in done.answer
    assert "6 Sáng kiến" not in done.answer
    assert "34" not in done.answer


def test_a_year_without_figures_is_not_told_of_tasks_that_are_not_there(service: Service) -> None:
    answer = service.ask("Năm 2052 Bãi Lau đã hoàn thành bao nhiêu nhiệm vụ phát triển nghề nấm?")
    assert answer.status == "refused"
    assert "2052" in answer.answer
    assert "giao nhiệm vụ" not in answer.answer


def test_work_of_the_whole_year_is_not_due_in_the_quarter_named(service: Service) -> None:
    answer = service.ask("Nhiệm vụ nào của Đồi Chè có hạn Quý IV/2051?")
    assert "2 nhiệm vụ" in answer.answer
    assert "Thu gom bã nấm" not in answer.answer


def test_a_section_that_begins_behind_its_title_is_told_from_there() -> None:
    plan = ReadingBuilder("plan", DocumentKind.PLAN, period=years(2051))
    plan.headings = ("TỔ CHỨC THỰC HIỆN",)
    plan.passage("8. Chế độ trực trại: Các trại nấm trực đêm và báo về Sở trước 7 giờ sáng.")
    plan.headings = ("TỔ CHỨC THỰC HIỆN", "Chế độ trực trại:")
    plan.passage("Toàn thể viên chức nghiêm túc thực hiện Kế hoạch này.")
    question = "Chế độ trực trại trong kế hoạch được quy định thế nào?"
    answer = RuleAnswerer(FakeIndex([plan.build()]), today=TODAY).answer(question)
    assert "trước 7 giờ sáng" in answer.answer
    assert "Toàn thể viên chức" not in answer.answer


def test_a_note_that_others_begin_with_picks_no_row(service: Service) -> None:
    note = "Việc: Cấp phép mở trại nấm rơm mới"
    assert openings([note, f"{note} - Thời gian ủ", "Ghe", "Ghe chở nấm"]) == {note}
    answer = service.ask("Bãi Lau bỏ những giấy tờ nào của việc cấp phép mở trại nấm rơm mới?")
    assert "bản vẽ nhà ủ" in answer.answer
    assert "Việc khác" not in answer.answer


def test_the_number_of_a_paper_is_no_other_number(service: Service) -> None:
    answer = service.ask("Kế hoạch góp ý nấm giống năm 2051 của Bãi Lau số mấy?")
    assert answer.status == "refused"


def test_a_task_that_repeats_its_objective_is_not_one_more_objective() -> None:
    plan = ReadingBuilder("plan", DocumentKind.TASK_ANNEX, period=years(2051))
    plan.target("1.1", "Xây nhà ủ, lợp lại 90% mái nhà", metric="lợp lại mái nhà", value="90")
    plan.target("1.2", "Đạt 40% nấm sấy", metric="nấm sấy", value="40")
    plan.target("2.1", "Tiếp tục lợp lại 90% mái nhà", metric="lợp lại mái nhà", value="90")
    plan.target("2.2", "Chở 70% nấm bằng ghe", metric="nấm chở bằng ghe", value="70")
    plan.task("2.1", "Tiếp tục lợp lại 90% mái nhà", objective="1.1")
    plan.task("2.2", "Chở 70% nấm bằng ghe", objective="1.2")
    answer = RuleAnswerer(FakeIndex([plan.build()]), today=TODAY).answer("Có bao nhiêu mục tiêu?")
    assert "**3** mục tiêu" in answer.answer
    assert "2.1. " not in answer.answer
    assert "2.2. " in answer.answer


def test_a_document_of_the_body_named_goes_before_those_of_nobody() -> None:
    report = ReadingBuilder("report", DocumentKind.REPORT, period=years(2051))
    report.ref("19/SMT", "công văn", "hướng dẫn đếm nhà nấm", issuer="Sở Mái tranh")
    report.ref("8/BCĐ", "công văn", "hướng dẫn đếm giỏ nấm")
    question = "Hướng dẫn đếm nấm tại công văn nào của Sở Mái tranh?"
    answer = RuleAnswerer(FakeIndex([report.build()]), today=TODAY).answer(question)
    assert "19/SMT" in answer.answer
    assert "8/BCĐ" not in answer.answer


def test_the_years_of_a_document_stay_together_beside_the_name_of_its_row() -> None:
    longer, frame = (
        ReadingBuilder(name, DocumentKind.TASK_ANNEX, period=years(first, last))
        for name, first, last in (("longer", 2051, 2060), ("frame", 2056, 2060))
    )
    longer.task("1", "Đẩy mạnh bán nấm sấy trên ghe chợ nổi", lead=("Trại nấm mèo",))
    frame.task("1", "Đẩy mạnh bán nấm sấy trên ghe", lead=("Trại nấm rơm",))
    index = FakeIndex([longer.build(), frame.build()])
    question = "Đơn vị nào chủ trì đẩy mạnh bán nấm sấy trên ghe theo khung 2056-2060?"
    answer = RuleAnswerer(index, today=TODAY).answer(question)
    assert "Trại nấm rơm" in answer.answer
    assert "Trại nấm mèo" not in answer.answer
