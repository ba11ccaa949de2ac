"""A question that names a paper and asks only what it orders: its tasks, or what it says."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.service import Service
from tests.assistant.asking.written import service_of

LETTER = """UBND TỈNH ĐỒI CHÈ
SỞ THỦ CÔNG
Số: 417/STC-VP
Đồi Chè, ngày 06 tháng 02 năm 2043

Kính gửi: Các phòng, đơn vị thuộc Sở

Để chuẩn bị hội chợ gốm, Giám đốc Sở yêu cầu các phòng, đơn vị tập trung vào những việc sau:
1. Phòng Lò nung
a) Kiểm tra lò nung của các làng nghề trước ngày 20/3/2043.
b) Lập danh sách thợ giỏi, hoàn thành trong tháng 4/2043.
2. Phòng Men màu
a) Gửi mẫu men về Văn phòng Sở trước ngày 15/5/2043.
"""
NOTICE = """UBND TỈNH ĐỒI CHÈ
SỞ THỦ CÔNG
Số: 52/TB-STC
Đồi Chè, ngày 01 tháng 03 năm 2043

THÔNG BÁO
Lịch nghỉ của xưởng mẫu

Xưởng mẫu nghỉ bảo dưỡng ba tuần; khách đến xem gốm được đón ở nhà trưng bày.
"""


service = service_of({"cong-van": LETTER, "thong-bao": NOTICE}, today=date(2043, 2, 10))


@pytest.mark.parametrize(
    "question",
    [
        "Công văn 417 yêu cầu điều gì?",
        "Công văn 417/STC-VP giao những việc gì?",
        "Công văn 417/STC-VP chỉ đạo các đơn vị làm gì?",
        "Công văn 417 đề nghị những nội dung gì?",
    ],
)
def test_what_a_letter_demands_is_its_tasks(service: Service, question: str) -> None:
    answer = service.ask(question)
    assert answer.status == "answered"
    for work in ("Kiểm tra lò nung", "Lập danh sách thợ giỏi", "Gửi mẫu men"):
        assert work in answer.answer


def test_targets_asked_for_are_no_tasks(service: Service) -> None:
    answer = service.ask("Công văn 417 đề ra những chỉ tiêu gì?")
    assert "Kiểm tra lò nung" not in answer.answer.split("\n\n")[0]


def test_a_paper_without_tasks_is_told_as_a_whole(service: Service) -> None:
    answer = service.ask("Thông báo 52/TB-STC đề nghị gì?")
    assert "không có nhiệm vụ nào" not in answer.answer


def test_work_to_lower_something_is_no_share_of_it(service: Service) -> None:
    answer = service.ask("Kiểm tra lò nung của các làng nghề giảm bao nhiêu phần trăm?")
    assert answer.status == "refused"
