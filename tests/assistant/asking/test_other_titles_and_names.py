"""The same kind of documents under other titles of columns and other names of divisions."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.service import Service
from tests.assistant.asking.written import service_of

FRAME = """UBND TỈNH TRĂNG RẰM
SỞ ĐÈ ĐIỀU

PHỤ LỤC
KHUNG NHIỆM VỤ GIỮ ĐÊ GIAI ĐOẠN 2043 - 2047
(Ban hành kèm theo Kế hoạch số 31/KH-SĐĐ ngày 08/02/2043 của Sở Đê điều)

TT\tĐơn vị đầu mối\tMục tiêu đề ra\tNhiệm vụ cụ thể\tCách làm\tKết quả dự kiến\tThời hạn
1\tPhòng Tuần đê - Canh lũ\tHàng năm có ít nhất 04 điếm canh CCHC kiểu mẫu\t\
2.1. Dựng điếm canh mới\t3.1. Chọn chỗ dựng điếm. 3.2. Tổ chức diễn tập hộ đê.\t\
Điếm canh\tTrước 20/9/2043
2\tPhòng Quy hoạch, thẩm định và QLKTĐL\tPhấn đấu 65% cống được thay cánh van\t\
2.2. Thay cánh van cống ngầm\t3.3. Đo lại miệng cống.\tCánh van\tQuý IV/2043
3\tPhòng Đất đai và Bảo hiểm cây trồng\tPhấn đấu 80% mái đê trồng cỏ\t\
2.3. Trồng cỏ mái đê\t3.4. Gieo cỏ.\tMái đê phủ cỏ\tQuý III/2043
"""
DUTIES = """UBND TỈNH TRĂNG RẰM
SỞ ĐÈ ĐIỀU
Số: 52/KH-SĐĐ
Trăng Rằm, ngày 03 tháng 3 năm 2043

KẾ HOẠCH
Nuôi cá lồng ven đê năm 2043 của Sở Đê điều
I. MỤC TIÊU
- 70% hộ nuôi cá hài lòng với việc cấp phép bến.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Tuần đê - Canh lũ: Chủ trì kiểm tra lồng cá, tuần tra ban đêm và báo cáo cán bộ xã.
2. Đã công bố 14 văn bản trong các lĩnh vực: lồng cá, bến bãi, đăng kiểm phao nổi.
"""
OTHER = """UBND TỈNH SAO MAI
SỞ ĐÈ ĐIỀU
Số: 18/KH-SĐĐ
Sao Mai, ngày 04 tháng 3 năm 2043

KẾ HOẠCH
Nuôi cá lồng ven đê năm 2043 của Sở Đê điều
I. MỤC TIÊU
- Mức độ hài lòng của tổ chức, cá nhân với thái độ người gác bến đạt trên 62%.
Trọng tâm nuôi cá lồng ven đê năm 2043 là giăng lưới đôi quanh lồng.
II. NHIỆM VỤ

TT\tNhiệm vụ trọng tâm\tKết quả cần đạt\tThời hạn\tTrách nhiệm thực hiện
1\tGhi sổ nuôi cá lồng ven đê\tSổ\tNăm 2043\tPhòng Bến chủ trì
2\tĐóng thêm phao\tPhao\tQuý III/2043\tPhòng Phao chủ trì
"""
FIGURES = """UBND TỈNH TRĂNG RẰM
SỞ ĐÈ ĐIỀU

PHỤ LỤC
THỐNG KÊ SỐ LIỆU GIỮ ĐÊ NĂM 2043
(Kèm theo Báo cáo số 77/BC-SĐĐ ngày 15/12/2043 của Sở Đê điều tỉnh Trăng Rằm)

TT\tTiêu chí\tKết quả\t\tDiễn giải
\t\tĐơn vị\tThực hiện\t
I\tCống và điếm
1\tThăm dò ý dân\t\t\t
\tSố phiếu thăm dò\tPhiếu\t85\t
\tHình thức thăm dò\tPhát tờ = 1 Gọi điện = 2\t2\t
\tSố sự cố thấy qua tuần tra\tSự cố\t\t
\tSố sự cố thấy qua diễn tập\tSự cố\t6\t
2\tBến phao hạng 2, 3\t\t\t
\tSố bến phao đang mở hạng 2\tBến\t57\t
\tSố bến phao đang mở hạng 3\tBến\t9\t
\tSố lượt thuyền vào bến phao hạng 2 và 3\tBến\t4300\t
"""
TODAY = date(2043, 4, 11)


service = service_of(
    {"khung": FRAME, "viec": DUTIES, "khac": OTHER, "so-lieu": FIGURES}, today=TODAY
)


def _answered(service: Service, question: str) -> Answer:
    answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    return answer


def test_a_column_of_ways_to_do_it_holds_the_steps_of_a_task(service: Service) -> None:
    told = _answered(service, "Ai chủ trì tổ chức diễn tập hộ đê giai đoạn 2043-2047?")
    assert "Phòng Tuần đê - Canh lũ" in told.answer
    steps = _answered(
        service, "Dựng điếm canh mới giai đoạn 2043-2047 phải làm những hoạt động gì?"
    )
    assert "Chọn chỗ dựng điếm" in steps.answer


def test_a_word_of_an_abbreviation_written_out_is_no_title_of_a_column(service: Service) -> None:
    question = "Mỗi năm phải có ít nhất bao nhiêu điếm canh CCHC theo khung 2043 - 2047?"
    assert "Chọn chỗ" not in service.ask(question).answer


def test_initials_that_end_the_name_of_a_division_are_no_slip(service: Service) -> None:
    told = _answered(service, "Phòng Quy hoạch, thẩm định và QLKTĐL chủ trì những việc gì?")
    assert "Thay cánh van cống ngầm" in told.answer


def test_what_a_division_looks_after_is_no_unit_of_its_own(service: Service) -> None:
    told = _answered(service, "Ai chủ trì trồng cỏ mái đê giai đoạn 2043-2047?")
    assert "Phòng Đất đai và Bảo hiểm cây trồng" in told.answer


@pytest.mark.parametrize("name", ["Phòng Tuần đê cứu nạn", "phòng tuần đê cán bộ"])
def test_a_division_of_a_longer_other_name_has_no_work_of_its_namesake(
    service: Service, name: str
) -> None:
    answer = service.ask(f"{name} chủ trì việc gì?")
    assert answer.status == "refused", answer.answer
    assert "kiểm tra lồng cá" not in answer.answer


def test_the_beginning_of_a_divisions_name_still_means_it(service: Service) -> None:
    assert "Dựng điếm canh mới" in _answered(service, "Phòng Tuần đê chủ trì việc gì?").answer


def test_units_of_measure_headed_don_vi_below_a_group_belong_to_the_figures(
    service: Service,
) -> None:
    assert "85 Phiếu" in _answered(service, "Trăng Rằm có bao nhiêu phiếu thăm dò?").answer
    assert "Gọi điện" in _answered(service, "Trăng Rằm thăm dò ý dân bằng hình thức nào?").answer
    blank = service.ask("Trăng Rằm thấy bao nhiêu sự cố qua tuần tra?")
    assert "trống" in blank.answer, blank.answer


def test_more_than_another_number_takes_the_words_of_the_first(service: Service) -> None:
    told = _answered(service, "Số bến phao hạng 2 đang mở ở Trăng Rằm hơn hạng 3 bao nhiêu?")
    assert "48" in told.answer
    assert "4300" not in told.answer.replace(".", "")


def test_the_contact_body_is_the_one_that_leads(service: Service) -> None:
    question = "Cơ quan đầu mối thay cánh van cống ngầm giai đoạn 2043-2047 là đơn vị nào?"
    assert "Phòng Quy hoạch, thẩm định và QLKTĐL" in _answered(service, question).answer


def test_a_number_of_other_things_does_not_count_what_is_asked_about(service: Service) -> None:
    answer = service.ask("Số phao nổi đã đăng kiểm của Trăng Rằm năm 2043 là bao nhiêu?")
    assert answer.status == "refused", answer.answer


def test_two_targets_named_apart_are_still_so_many_points_apart(service: Service) -> None:
    question = "Chỉ tiêu hài lòng năm 2043 của Trăng Rằm cao hơn Sao Mai mấy điểm phần trăm?"
    assert "8 điểm phần trăm" in _answered(service, question).answer


def test_the_heading_of_the_column_of_rows_chooses_none_of_them(service: Service) -> None:
    told = _answered(service, "Trọng tâm nuôi cá lồng ven đê năm 2043 của Sao Mai là gì?")
    assert "giăng lưới đôi" in told.answer
    assert "Phòng Bến" not in told.answer


def test_initials_behind_the_beginning_of_a_name_are_its_rest(service: Service) -> None:
    told = _answered(service, "Phòng Tuần đê CL chủ trì những việc gì?")
    assert "Dựng điếm canh mới" in told.answer
