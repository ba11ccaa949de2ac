"""Targets of years and levels, work reported as done, figures of one of many subjects."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.service import Service
from tests.assistant.asking.written import service_of

_PROGRAMME = """ỦY BAN NHÂN DÂN TỈNH SƯƠNG LAM

Số: 31/NQ-UBND
Sương Lam, ngày 04 tháng 02 năm 2031

NGHỊ QUYẾT
Ban hành Chương trình nuôi trồng rong biển giai đoạn 2031 - 2040

I. MỤC TIÊU
1. Nuôi trồng
a) Mục tiêu
- Đến năm 2035:
+ Mức độ ưng ý của hộ nuôi về giống rong đạt tối thiểu 71%.
+ Tỷ lệ giàn phao được đánh số tại cấp huyện đạt 64%, cấp xã đạt 52%.
- Đến năm 2040:
+ Mức độ ưng ý của hộ nuôi về giống rong đạt tối thiểu 93%.
b) Nhiệm vụ
- Lập bản đồ bãi rong trên toàn tỉnh.
"""

_PLAN = """ỦY BAN NHÂN DÂN TỈNH VỤNG XANH

Số: 12/KH-UBND
Vụng Xanh, ngày 09 tháng 01 năm 2031

KẾ HOẠCH
Phơi sấy rong biển năm 2031

I. NỘI DUNG
STT\tNhiệm vụ\tCơ quan chủ trì\tThời gian hoàn thành
1\tDựng sân phơi rong\tSở Thủy sản\tQuý II/2031
2\tMua máy sấy rong\tSở Thủy sản\tQuý III/2031
3\tTập huấn thợ sấy\tSở Lao động\tQuý IV/2031
"""

_REPORT = """ỦY BAN NHÂN DÂN TỈNH CỬA BẠC
SỞ THỦY SẢN

Số: 77/BC-STS
Cửa Bạc, ngày 12 tháng 6 năm 2031

BÁO CÁO
Kết quả công tác rong biển 6 tháng đầu năm 2031

I. KẾT QUẢ
1. Chỉ đạo, điều hành
Trong 6 tháng đầu năm, Sở đã hoàn thành 17/40 nhiệm vụ trong Kế hoạch rong biển năm 2031.
2. Phiên họp thứ bảy của Ban rong biển diễn ra ngày 11/3/2031.
3. Đến nay kho lạnh của Cửa Bạc mới lắp được 38% khối lượng. Nguyên nhân chủ yếu là do thép về muộn.
II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN
1. Tồn tại, hạn chế
- Năng suất phơi rong còn thấp.
2. Nguyên nhân
- Sân phơi xuống cấp, chưa được sửa chữa.

Biểu 1. THU GOM RONG CỦA CÁC HUYỆN
STT\tĐơn vị\tTổng số bao rong nhập kho\tĐã sấy xong\tBao hỏng
1\tHuyện Đá Nhảy\t910\t640\t21
2\tHuyện Cồn Sú\t830\t512\t9
3\tHuyện Bãi Dứa\t1.204\t700\t33
"""

_NOTICE = """ỦY BAN NHÂN DÂN TỈNH HÒN MÂY

Số: 9/TB-UBND
Hòn Mây, ngày 02 tháng 5 năm 2031

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về lưới kéo

Chủ tịch UBND tỉnh kết luận như sau:
1. Sở Thủy sản:
a) Thu hồi lưới kéo cũ trước ngày 30/6/2031.
b) Cấp phao tiêu cho các tàu nhỏ.
2. Sở Lao động: Dạy nghề cho thợ lưới.
"""

service = service_of(
    {
        "chuong-trinh": _PROGRAMME,
        "ke-hoach": _PLAN,
        "bao-cao": _REPORT,
        "thong-bao": _NOTICE,
    },
    today=date(2031, 6, 20),
)


def said(service: Service, question: str) -> str:
    return service.ask(question).answer


def test_bullets_below_a_bullet_of_years_are_for_those_years(service: Service) -> None:
    five = said(service, "Đến năm 2035 mức độ ưng ý của hộ nuôi về giống rong phải đạt bao nhiêu?")
    assert "71%" in five
    assert "93%" not in five
    ten = said(service, "Mức độ ưng ý của hộ nuôi về giống rong đến năm 2040 là bao nhiêu?")
    assert "93%" in ten
    assert "71%" not in ten


def test_of_figures_for_several_levels_that_of_the_level_asked_about_is_told(
    service: Service,
) -> None:
    answer = said(service, "Tỷ lệ giàn phao được đánh số ở cấp xã là bao nhiêu?")
    assert "**52%**" in answer
    assert "**64%**" not in answer


def test_tasks_that_a_plan_hands_out_are_none_that_are_done(service: Service) -> None:
    for question in (
        "Vụng Xanh đã hoàn thành bao nhiêu nhiệm vụ trong kế hoạch năm 2031?",
        "Liệt kê các nhiệm vụ Vụng Xanh đã hoàn thành trong kế hoạch năm 2031",
    ):
        answer = service.ask(question)
        assert answer.status == "refused"
        assert "làm đến đâu" in answer.answer


def test_a_report_tells_how_many_tasks_of_a_plan_that_is_not_stored_are_done(
    service: Service,
) -> None:
    answer = said(service, "Cửa Bạc đã hoàn thành bao nhiêu nhiệm vụ trong Kế hoạch năm 2031?")
    assert "17/40 nhiệm vụ" in answer


def test_subjects_that_are_added_up_are_of_the_column_named_once(service: Service) -> None:
    answer = said(service, "Tổng số bao rong nhập kho của huyện Cồn Sú và huyện Bãi Dứa?")
    assert "830 + 1.204 = **2.034**" in answer


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Huyện Đá Nhảy đã sấy xong bao nhiêu bao rong?", "**640**", "910"),
        ("Huyện Đá Nhảy nhập kho bao nhiêu bao rong?", "**910**", "640"),
    ],
)
def test_what_is_counted_tells_no_column_from_another(
    service: Service, question: str, told: str, untold: str
) -> None:
    answer = said(service, question)
    assert told in answer
    assert untold not in answer


def test_a_place_that_most_or_least_is_asked_of_is_any_subject(service: Service) -> None:
    for place in ("Địa phương", "Nơi", "Đơn vị", "Huyện"):
        answer = said(service, f"{place} nào có nhiều bao hỏng nhất?")
        assert "Bãi Dứa" in answer
        assert "**33**" in answer


def test_causes_of_limits_are_no_deadline_though_a_span_of_months_follows(
    service: Service,
) -> None:
    answer = said(service, "Nguyên nhân của những hạn chế 6 tháng đầu năm 2031 ở Cửa Bạc?")
    assert "Sân phơi xuống cấp" in answer
    assert "còn thấp" not in answer


def test_another_session_is_no_slip_of_typing(service: Service) -> None:
    held = said(service, "Phiên họp thứ bảy của Ban rong biển diễn ra ngày nào?")
    assert "11/3/2031" in held
    other = service.ask("Phiên họp thứ chín của Ban rong biển diễn ra ngày nào?")
    assert other.status == "refused"
    assert "thứ chín" in other.interpreted_as


def test_a_total_of_all_fields_tells_nothing_of_a_field_that_is_not_there(
    service: Service,
) -> None:
    answer = service.ask("Lĩnh vực xây dựng ở Cửa Bạc hoàn thành bao nhiêu nhiệm vụ?")
    assert answer.status == "refused"


def test_causes_told_right_behind_a_shortfall_are_its_causes(service: Service) -> None:
    answer = said(service, "Vì sao kho lạnh của Cửa Bạc lắp chậm?")
    assert "thép về muộn" in answer
    assert service.ask("Vì sao kho lạnh của Cửa Bạc thiếu quạt gió?").status == "refused"


def test_others_may_write_of_a_body_whose_own_papers_say_nothing(service: Service) -> None:
    answer = said(service, "Chủ tịch giao Sở Thủy sản những việc gì tại cuộc họp về lưới kéo?")
    assert "Thu hồi lưới kéo cũ" in answer
    assert "Cấp phao tiêu" in answer
    other = service.ask("Kế hoạch của Sở Thủy sản giao Phòng Luồng lạch chủ trì việc gì?")
    assert other.status == "refused"
