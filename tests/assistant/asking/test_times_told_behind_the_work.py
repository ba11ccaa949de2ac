"""The time of a piece of work stands in a sentence of its own, right behind the work."""

from __future__ import annotations

from datetime import date

from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH HẠ LÂM
SỞ THỦY LỢI
Số: 31/KH-STL
Hạ Lâm, ngày 07 tháng 3 năm 2033

KẾ HOẠCH
Chăm sóc kênh rạch năm 2033

I. NHIỆM VỤ
1. Thu phí nước
Phòng Kênh rạch chủ trì, phối hợp với Ngân hàng Hạ Lâm lắp quầy thu phí nước lưu động tại
12 chợ. Thời gian hoàn thành: Quý III/2033.
2. Trồng cây
Phòng Đê điều chủ trì trồng tre chắn sóng dọc bờ sông Khê.
Thời hạn: Quý IV/2033.
3. Nạo vét
Phòng Máy bơm chủ trì, phối hợp với Ngân hàng Hạ Lâm mua thuyền hút bùn cho trạm Cửa Vạc.
Trạm bơm còn hạn chế về kho bãi.
"""

service = service_of({"ke-hoach": PLAN}, today=date(2033, 4, 1))


def test_the_time_behind_the_work_is_told_with_it(service: Service) -> None:
    answer = service.ask("Lắp quầy thu phí nước lưu động phải hoàn thành khi nào?")
    assert answer.status == "answered"
    assert "Quý III/2033" in answer.answer
    assert "Quý IV/2033" not in answer.answer


def test_the_time_in_the_next_line_is_told_with_the_work_before(service: Service) -> None:
    answer = service.ask("Bao giờ trồng xong tre chắn sóng dọc bờ sông Khê?")
    assert "Quý IV/2033" in answer.answer
    assert "Quý III/2033" not in answer.answer


def test_a_bank_and_a_shortcoming_tell_no_time(service: Service) -> None:
    assert service.ask("Bao giờ mua thuyền hút bùn cho trạm Cửa Vạc?").status == "refused"
