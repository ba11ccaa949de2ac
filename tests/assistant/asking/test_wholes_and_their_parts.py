"""A whole and a part of it asked for at once, two rows of one group compared, helpers by name."""

from __future__ import annotations

from datetime import date

from assistant.asking.questions.splitting import figure_parts, of_those_counted
from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH GÒ SẬY
SỞ ĐÓNG THUYỀN
Số: 412/KH-SĐT
Gò Sậy, ngày 11 tháng 01 năm 2047

KẾ HOẠCH
Phát triển nghề thuyền năm 2047 của Sở Đóng thuyền tỉnh Gò Sậy

I. MỤC TIÊU

UBND tỉnh được tham mưu hỗ trợ gỗ kịp thời cho các xưởng thuyền trong năm.

II. NHIỆM VỤ

STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tSản phẩm\tThời hạn
I\tLÀM MỚI XƯỞNG THUYỀN
1\tPhối hợp dựng xưởng thuyền mẫu\tPhòng Gỗ\tTrạm thử nước\tXưởng thuyền mẫu\tQuý II/2047
II\tĐẾM THUYỀN CŨ
1\tThống kê thuyền cũ\tTrạm thử nước\tVăn phòng UBND tỉnh\tBảng kê\tQuý III/2047
"""
REPORT = """UBND TỈNH BẾN RÊU
SỞ ĐÓNG THUYỀN
Số: 733/BC-SĐT
Bến Rêu, ngày 15 tháng 12 năm 2047

BÁO CÁO
Kết quả phát triển nghề thuyền năm 2047

STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú
1\tSửa thuyền\t\t\t
\tSố lượng đơn sửa thuyền do trạm tiếp nhận\tĐơn\t640\t
\tSố lượng đơn sửa thuyền do trạm trả kết quả\tĐơn\t615\t
\tTỷ lệ đơn sửa thuyền tiếp nhận được trả kết quả đúng hạn\t%\t97\t
2\tĐơn gửi bằng thư\t\t\t
\tTổng số đơn thực tế được tiếp nhận qua dịch vụ thư\tĐơn\t52\t
\tTổng số đơn thực tế được trả kết quả qua dịch vụ thư\tĐơn\t47\t
3\tThuyền cần đăng kiểm\t\t\t
\tTổng số thuyền đang hoạt động\tThuyền\t83\t
\tSố thuyền đã đăng kiểm\tThuyền\t71\t
"""

service = service_of({"plan": PLAN, "report": REPORT}, today=date(2047, 12, 20), dense=False)


def test_a_whole_and_a_part_of_it_are_two_figures(service: Service) -> None:
    answer = service.ask(
        "Bến Rêu có bao nhiêu thuyền đang hoạt động, trong đó bao nhiêu thuyền đã đăng kiểm?"
    )
    assert "83 Thuyền" in answer.answer
    assert "71 Thuyền" in answer.answer


def test_a_total_and_a_part_of_it_are_not_added(service: Service) -> None:
    answer = service.ask(
        "Bến Rêu có tổng số bao nhiêu thuyền đang hoạt động, trong đó mấy thuyền đã đăng kiểm?"
    )
    assert "83 Thuyền" in answer.answer
    assert "154" not in answer.answer


def test_how_many_of_them_is_asked_of_what_the_first_part_counts() -> None:
    first, part = figure_parts("Có bao nhiêu tàu ra khơi, trong đó có bao nhiêu đã về bến?")
    assert of_those_counted(part, first) == "bao nhiêu tàu ra khơi đã về bến?"
    assert of_those_counted("bao nhiêu xuồng đã về bến?", first) is None


def test_the_plain_rows_are_compared_not_those_by_one_way(service: Service) -> None:
    answer = service.ask("So sánh số đơn tiếp nhận và số đơn đã trả kết quả của Bến Rêu năm 2047.")
    assert "**640 Đơn**" in answer.answer
    assert "**615 Đơn**" in answer.answer
    assert "52" not in answer.answer


def test_what_one_side_counts_is_meant_of_the_other(service: Service) -> None:
    answer = service.ask("So sánh số đơn tiếp nhận và đã trả kết quả của Bến Rêu năm 2047.")
    assert "**25 Đơn**" in answer.answer


def test_a_helper_with_a_shortened_name_is_no_end_of_another(service: Service) -> None:
    answer = service.ask("Văn phòng UBND tỉnh phối hợp nhiệm vụ nào của Gò Sậy?")
    assert "Thống kê thuyền cũ" in answer.answer
    assert "hỗ trợ gỗ" not in answer.answer


def test_the_result_that_must_be_reached_is_the_product(service: Service) -> None:
    answer = service.ask("Việc phối hợp dựng xưởng thuyền mẫu ở Gò Sậy phải đạt kết quả nào?")
    assert "sản phẩm: **Xưởng thuyền mẫu**" in answer.answer


def test_work_of_a_group_is_that_of_its_section(service: Service) -> None:
    answer = service.ask("Các nhiệm vụ thuộc nhóm làm mới xưởng thuyền của Gò Sậy gồm những gì?")
    assert "Phối hợp dựng xưởng thuyền mẫu" in answer.answer
    assert "Thống kê thuyền cũ" not in answer.answer
