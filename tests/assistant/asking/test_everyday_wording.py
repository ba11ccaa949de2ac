"""The same asked in everyday words: money of plans, what is left, whose work, short forms."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Turn
from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH VŨNG SEN
SỞ THỦY SẢN
Số: 14/KH-STS
Vũng Sen, ngày 09 tháng 01 năm 2036

KẾ HOẠCH
Quản lý bến cá năm 2036 của Sở Thủy sản tỉnh Vũng Sen
I. MỤC TIÊU
- Tối thiểu 64% chủ tàu khai báo qua mạng.
II. KINH PHÍ
Kinh phí thực hiện Kế hoạch là 415 triệu đồng từ quỹ nghề cá.
III. NHIỆM VỤ

STT\tNhiệm vụ\tĐơn vị chủ trì\tSản phẩm\tThời hạn
I\tXÂY DỰNG CHÍNH QUYỀN SỐ
1\tLập sổ tàu điện tử\tPhòng Tàu cá\tSổ điện tử\tQuý II/2036
2\tCấp mã bến cá\tPhòng Bến bãi\tDanh sách mã\tTháng 9/2036
II\tCẢI CÁCH TỔ CHỨC BỘ MÁY
1\tSắp xếp lại các trạm bờ\tVăn phòng Sở\tĐề án\tQuý IV/2036
"""
SPENDING = """UBND TỈNH VŨNG SEN
SỞ THỦY SẢN
Số: 88/BC-STS
Vũng Sen, ngày 20 tháng 12 năm 2036

BÁO CÁO
Tiến độ thực hiện nhiệm vụ quản lý bến cá năm 2036

TT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\tKinh phí cấp (triệu đồng)\tĐã chi (triệu đồng)\tTình trạng
1\tĐóng phao luồng lạch\tPhòng Tàu cá\t12/11/2036\t160\t45\tĐang thực hiện
2\tNạo vét cửa bến\tPhòng Bến bãi\t16/8/2036\t230\t230\tHoàn thành
"""
FIGURES = """UBND TỈNH VŨNG SEN
SỞ THỦY SẢN
Số: 90/BC-STS
Vũng Sen, ngày 22 tháng 12 năm 2036

BÁO CÁO
Kết quả khai báo tàu cá năm 2036

TT\tNội dung\tĐVT\tSố liệu
1\tSố đơn đăng kiểm đã xử lý sau rà soát\tVăn bản\t17
2\tTỷ lệ chủ tàu khai báo qua mạng\t%\t58,2
3\tSố chủ tàu khai báo qua mạng\tNgười\t731
"""
NOTICE = """UBND TỈNH VŨNG SEN
SỞ THỦY SẢN
Số: 31/TB-STS
Vũng Sen, ngày 05 tháng 3 năm 2036

THÔNG BÁO
Kết luận của Giám đốc Sở tại cuộc họp về Hệ thống báo bão ven bờ
Ngày 03/3/2036, Giám đốc Sở chủ trì cuộc họp về Hệ thống báo bão ven bờ (HBB).
1. Giao Phòng Tàu cá lập danh sách trạm trước ngày 20/4/2036.
2. Giao Văn phòng Sở bố trí kho chứa trước ngày 30/4/2036.
"""


service = service_of(
    {"plan": PLAN, "spending": SPENDING, "figures": FIGURES, "notice": NOTICE},
    today=date(2036, 6, 1),
    dense=False,
)


@pytest.mark.parametrize(
    "question",
    [
        "Làm kế hoạch năm 2036 cần bao nhiêu tiền và nguồn tiền ở đâu?",
        "Kế hoạch 2036 tốn bao nhiêu tiền?",
        "Dự toán kinh phí của kế hoạch năm 2036?",
        "Tổng mức kinh phí và nguồn kinh phí cho kế hoạch năm 2036?",
    ],
)
def test_the_money_of_a_plan_is_found_however_money_is_called(
    service: Service, question: str
) -> None:
    answer = service.ask(question)
    assert "415 triệu đồng" in answer.answer
    assert "quỹ nghề cá" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Kinh phí còn lại của việc đóng phao luồng lạch là bao nhiêu?",
        "Đóng phao luồng lạch còn dư bao nhiêu tiền?",
        "Việc đóng phao luồng lạch còn chưa chi mấy triệu?",
    ],
)
def test_money_left_is_what_was_given_less_what_was_spent(service: Service, question: str) -> None:
    assert "115" in service.ask(question).answer


def test_a_count_of_other_things_is_no_answer(service: Service) -> None:
    answer = service.ask("Số hồ sơ đã xử lý sau rà soát năm 2036?")
    assert answer.status == "refused"
    assert not answer.figures


def test_a_follow_up_goes_on_asking_for_a_share(service: Service) -> None:
    asked = "Năm 2036 bao nhiêu phần trăm chủ tàu khai báo qua mạng theo báo cáo 90/BC-STS?"
    first = service.ask(asked)
    answer = service.ask(
        "Con số này là bao nhiêu?", history=(Turn(question=asked, answer=first.answer),)
    )
    assert "58,2" in answer.answer
    assert "731" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "HBB nghĩa là gì vậy?",
        "HBB là viết tắt của cụm từ nào thế ạ?",
        "Tên đầy đủ của HBB là gì?",
    ],
)
def test_a_short_form_is_spelt_out_however_it_is_asked_for(service: Service, question: str) -> None:
    assert "Hệ thống báo bão ven bờ" in service.ask(question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Những đơn vị nào được giao việc trong Thông báo 31/TB-STS?",
        "Thông báo 31/TB-STS phân công việc cho các phòng, đơn vị nào?",
        "Các đơn vị có nhiệm vụ theo Thông báo 31/TB-STS là những đơn vị nào?",
    ],
)
def test_the_units_that_a_document_gives_work_to_are_listed(
    service: Service, question: str
) -> None:
    answer = service.ask(question)
    assert "Phòng Tàu cá" in answer.answer
    assert "Văn phòng Sở" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Về chính quyền số năm 2036 Sở có các nhiệm vụ nào?",
        "Lĩnh vực chính quyền số gồm những nhiệm vụ gì trong kế hoạch 2036?",
    ],
)
def test_a_section_is_known_without_the_words_its_title_opens_with(
    service: Service, question: str
) -> None:
    answer = service.ask(question)
    assert "Lập sổ tàu điện tử" in answer.answer
    assert "Cấp mã bến cá" in answer.answer
    assert "trạm bờ" not in answer.answer


def test_a_department_that_no_document_names_is_no_title_of_a_section(service: Service) -> None:
    answer = service.ask("Trong kế hoạch 2036, Sở Xây dựng Vũng Sen được giao mấy nhiệm vụ?")
    assert answer.status == "refused"


def test_states_of_tasks_are_read_without_accents(service: Service) -> None:
    answer = service.ask("nhung nhiem vu nao dang thuc hien")
    assert "Đóng phao luồng lạch" in answer.answer
    assert "Nạo vét" not in answer.answer
