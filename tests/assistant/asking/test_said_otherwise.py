"""Plain questions said otherwise: what is asked, and of what, must not hang on one wording."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from assistant.answer import Answer, Turn
from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH MÂY HỒNG
SỞ DU LỊCH
Số: 27/KH-SDL
Mây Hồng, ngày 12 tháng 01 năm 2041

KẾ HOẠCH
Phát triển làng nghề ven sông năm 2041 của Sở Du lịch tỉnh Mây Hồng
Căn cứ Quyết định số 915/QĐ-UBND ngày 20/12/2040 của Ủy ban nhân dân tỉnh Mây Hồng;

I. MỤC TIÊU
Trọng tâm phát triển làng nghề năm 2041 là phục dựng bến thuyền cổ và lớp dạy đan lưới.
- 70% nghệ nhân được cấp thẻ hành nghề.
II. NHIỆM VỤ

STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tSản phẩm\tThời hạn
I\tBẾN THUYỀN
1\tSơn lại cầu tàu gỗ\tPhòng Bến thuyền\tVăn phòng Sở\tBiên bản\tQuý II/2041
2\tKiểm đếm thuyền nan\tPhòng Bến thuyền\tVăn phòng Sở\tBáo cáo\tQuý I/2041
3\tQuảng bá chợ nổi\tVăn phòng Sở\tPhòng Bến thuyền\tCổng thông tin, báo tư nhân\tQuý IV/2041
II\tLỚP NGHỀ
1\tTọa đàm nghề đan lưới\tVăn phòng Sở\tPhòng Lớp nghề\tKỷ yếu\tHàng năm
2\tMở lớp đan lưới\tPhòng Lớp nghề\tVăn phòng Sở\tQuyết định\tQuý II/2041
"""
REPORT = """UBND TỈNH MÂY HỒNG
SỞ DU LỊCH
Số: 140/BC-SDL
Mây Hồng, ngày 18 tháng 12 năm 2041

BÁO CÁO
Kết quả phát triển làng nghề ven sông năm 2041
I. KẾT QUẢ
1. Tổ chức đội thuyền
Đội thuyền được xếp lại thành ba tổ, mỗi tổ có người gác đêm.
Trạm Giáo dục sông nước tích cực phối hợp với Văn phòng Sở đón khách.
2. Thuê thuyền
Sở ban hành Quyết định số 61/QĐ-SDL ngày 04/5/2041 về việc ban hành Quy chế thuê thuyền của \
Sở Du lịch. Trung tâm Lữ hành ban hành Quyết định số 302/QĐ-TTLH ngày 17/10/2041 về việc ban hành \
Quy chế thuê thuyền của Trung tâm Lữ hành.
II. SỐ LIỆU

STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú
I\tLàng nghề
1\tThăm dò ý khách\t\t\t
\tSố lượng phiếu thăm dò\tPhiếu\t45\t
\tTỷ lệ khách khen\t%\t96\t
2\tVé thuyền\t\t\t
\tTổng số vé bán ra\tVé\t800\t
\tSố vé bán qua mạng\tVé\t200\t
3\tLớp dạy nghề\t\t\t
\tSố người được dạy nghề theo Kế hoạch\tNgười\t30\t
\tSố người đã được dạy nghề thực tế\tNgười\t22\t
"""
NOTICE = """UBND TỈNH MÂY HỒNG
SỞ DU LỊCH
Số: 9/KH-SDL
Mây Hồng, ngày 05 tháng 02 năm 2045

KẾ HOẠCH
Phát triển làng nghề ven sông giai đoạn 2045 - 2049
I. MỤC TIÊU
- 90% nghệ nhân được cấp thẻ hành nghề.
"""
TODAY = date(2041, 5, 20)
_BOATS = "Phòng Bến thuyền"


service = service_of({"plan": PLAN, "report": REPORT, "later": NOTICE}, today=TODAY, dense=False)


def _talk(service: Service, *questions: str) -> Answer:
    history: list[Turn] = []
    answer = service.ask(questions[0])
    for before, question in pairwise(questions):
        history.append(Turn(question=before, answer=answer.answer))
        answer = service.ask(question, history=tuple(history))
    return answer


def test_every_year_is_no_number_of_units(service: Service) -> None:
    answer = service.ask("Hằng năm đơn vị nào tổ chức tọa đàm nghề đan lưới?").answer
    assert "Văn phòng Sở" in answer
    assert "không phải 5" not in answer


def test_work_about_to_be_due_is_not_late(service: Service) -> None:
    answer = service.ask("Nhiệm vụ nào sắp hết hạn?")
    assert "Kiểm đếm thuyền nan" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Sắp tới (60 ngày) có những việc gì phải hoàn thành?",
        "Quý hiện tại có nhiệm vụ nào đến hạn?",
    ],
)
def test_days_ahead_are_read_however_they_are_said(service: Service, question: str) -> None:
    answer = service.ask(question).answer
    assert "Sơn lại cầu tàu gỗ" in answer
    assert "Quảng bá chợ nổi" not in answer


def test_a_type_of_document_is_no_pair_of_its_syllables(service: Service) -> None:
    answer = service.ask("Liệt kê nhiệm vụ của Mây Hồng có sản phẩm là Thông tư")
    assert answer.status == "refused"


def test_tasks_done_are_not_listed_where_no_state_is_written(service: Service) -> None:
    answer = service.ask(
        "Theo kế hoạch 27/KH-SDL, Sở Du lịch đã hoàn thành những nhiệm vụ nào rồi?"
    )
    assert answer.status == "refused"


def test_the_subject_of_a_plan_tells_none_of_its_tasks_apart(service: Service) -> None:
    answer = service.ask("Quý II/2041 phải xong những nhiệm vụ làng nghề ven sông nào?").answer
    assert "Sơn lại cầu tàu gỗ" in answer
    assert "Mở lớp đan lưới" in answer


def test_a_section_that_is_not_there_is_not_answered_by_the_whole(service: Service) -> None:
    answer = service.ask("Trong Kế hoạch số 27/KH-SDL, phần VI nói về vấn đề gì?")
    assert answer.status == "refused"


@pytest.mark.parametrize(
    "question",
    [
        "Trong báo cáo 140/BC-SDL, công tác tổ chức đội thuyền được đánh giá ra sao?",
        "Tóm tắt phần tổ chức đội thuyền trong báo cáo 140/BC-SDL",
        "Tổ chức đội thuyền năm 2041 đạt được những gì?",
    ],
)
def test_what_a_report_says_is_its_section(service: Service, question: str) -> None:
    assert "ba tổ" in service.ask(question).answer


def test_a_heading_without_a_figure_is_told_by_the_rows_below_it(service: Service) -> None:
    answer = service.ask("Kết quả thăm dò ý khách năm 2041 thế nào?").answer
    assert "45" in answer
    assert "96" in answer


@pytest.mark.parametrize(
    "question",
    [
        "Số vé bán qua mạng bằng bao nhiêu % tổng số vé bán ra?",
        "Tính giúp tỷ lệ số vé bán qua mạng trên tổng số vé bán ra",
        "Số vé bán qua mạng tương đương bao nhiêu phần trăm so với tổng số vé bán ra?",
    ],
)
def test_a_share_is_reckoned_however_it_is_asked_for(service: Service, question: str) -> None:
    assert "25%" in service.ask(question).answer


def test_more_than_a_year_without_figures_is_refused(service: Service) -> None:
    answer = service.ask("Tổng số vé bán ra năm 2041 nhiều hơn năm 2040 bao nhiêu?")
    assert answer.status == "refused"


def test_a_sentence_that_begins_with_the_subject_answers_what_it_is(service: Service) -> None:
    answer = service.ask("Trọng tâm phát triển làng nghề năm 2041 là những nội dung nào?").answer
    assert "phục dựng bến thuyền cổ" in answer
    assert "Sơn lại cầu tàu" not in answer


@pytest.mark.parametrize(
    "question",
    ["Cho tôi biết nhiệm vụ của Phòng Tem phiếu", "Công việc của Phòng Tem phiếu là gì?"],
)
def test_work_of_a_unit_that_no_document_names_is_refused(service: Service, question: str) -> None:
    answer = service.ask(question)
    assert answer.status == "refused"
    assert "tem phiếu" in answer.answer.casefold()


def test_who_issues_a_numbered_document_is_not_looked_for(service: Service) -> None:
    answer = service.ask("Giám đốc Sở Du lịch dựa vào văn bản nào để ban hành Kế hoạch 27/KH-SDL?")
    assert "915/QĐ-UBND" in answer.answer


def test_two_plans_named_by_kind_and_years_are_held_against_each_other(service: Service) -> None:
    asked = (
        "So với kế hoạch làng nghề năm 2041, chỉ tiêu nghệ nhân được cấp thẻ của kế hoạch "
        "2045 - 2049 chênh lệch bao nhiêu điểm?"
    )
    assert "20 điểm phần trăm" in service.ask(asked).answer


def test_what_is_set_aside_is_no_topic(service: Service) -> None:
    answer = service.ask(f"Ngoài việc sơn cầu tàu, {_BOATS} còn chủ trì thêm việc gì?").answer
    assert "Kiểm đếm thuyền nan" in answer


_RULES = "Sở Du lịch Mây Hồng ban hành quy chế thuê thuyền theo quyết định số mấy?"


@pytest.mark.parametrize(
    "turns",
    [
        ("Thế của Trung tâm Lữ hành thì sao?", "Ngày ký quyết định đó?"),
        ("còn Trung tâm Lữ hành?", "Nó được ban hành ngày nào?"),
        ("Trung tâm Lữ hành thì theo quyết định nào?", "Quyết định ấy ban hành ngày bao nhiêu?"),
    ],
)
def test_a_decision_spoken_of_keeps_its_day(service: Service, turns: tuple[str, str]) -> None:
    answer = _talk(service, _RULES, *turns)
    assert "17/10/2041" in answer.answer
    assert "61/QĐ-SDL" not in answer.answer


def test_the_whole_year_lifts_the_quarter(service: Service) -> None:
    first = f"{_BOATS} chủ trì những nhiệm vụ nào trong quý I năm 2041?"
    answer = _talk(service, first, "kể hết các việc trong năm luôn").answer
    assert "Sơn lại cầu tàu gỗ" in answer
    assert "Kiểm đếm thuyền nan" in answer


def test_half_of_a_word_is_no_carrying_word(service: Service) -> None:
    answer = service.ask("Sở Du lịch Mây Hồng tiếp bao nhiêu lượt công dân năm 2041?")
    assert answer.status == "refused"


def test_a_plan_tells_no_results(service: Service) -> None:
    answer = service.ask("Kết quả phục dựng bến thuyền cổ theo kế hoạch 27/KH-SDL ra sao?")
    assert answer.status == "refused"


def test_helping_is_no_leading_though_a_word_sounds_alike(service: Service) -> None:
    answer = service.ask("Các nhiệm vụ do Trạm Giáo dục sông nước chủ trì năm 2041 là gì?")
    assert answer.status == "refused"


def test_a_word_that_helps_to_choose_keeps_its_row(service: Service) -> None:
    assert "22" in service.ask("Số người được dạy nghề thực tế năm 2041?").answer
