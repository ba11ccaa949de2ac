"""A finished answer accounts for every telling part of its question, or it is refused."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH HÒA SƠN
SỞ CÔNG THƯƠNG

Số: 318/KH-SCT

Hòa Sơn, ngày 12 tháng 02 năm 2033

KẾ HOẠCH
Cải cách hành chính năm 2033 của Sở Công Thương

I. CHỈ TIÊU

1. Tối thiểu 82% hồ sơ xăng dầu được nộp trực tuyến.

PHỤ LỤC
NHIỆM VỤ NĂM 2033

STT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn
1\tXây dựng bản đồ chợ\tBản đồ\tChi cục Quản lý thị trường; Phòng Thương mại\tVăn phòng Sở\tQuý II
2\tTập huấn an toàn hóa chất\tLớp tập huấn\tPhòng Kỹ thuật an toàn\tThanh tra Sở\tTháng 9/2033
3\tRà soát thủ tục xăng dầu\tPhương án rà soát\tPhòng Thương mại\tVăn phòng Sở\tQuý III/2033

GIÁM ĐỐC

Đoàn Hữu Khê
"""
REPORT = """UBND TỈNH HÒA SƠN
SỞ CÔNG THƯƠNG

Số: 902/BC-SCT

Hòa Sơn, ngày 20 tháng 9 năm 2033

BÁO CÁO
Cải cách hành chính quý III năm 2033

Chợ kiểu mẫu mức độ 2 được công nhận tại 3 xã.

PHỤ LỤC
SỐ LIỆU QUÝ III NĂM 2033

STT\tChỉ tiêu\tĐơn vị tính\tQuý II/2033\tQuý III/2033
1\tSố hồ sơ tiếp nhận\tHồ sơ\t410\t455
2\tSố hồ sơ đã giải quyết\tHồ sơ\t402\t431
3\tSố chợ lắp đặt camera\tChợ\t12\t17
4\tSố chợ đạt chuẩn mức độ 1\tChợ\t6\t9
5\tSố viên chức được bồi dưỡng\tNgười\t30\t33
"""


service = service_of({"ke-hoach": PLAN, "bao-cao": REPORT}, today=date(2033, 10, 5))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Bao nhiêu chợ lắp đặt camera trong quý III?", "17"),
        ("Quý III đã giải quyết bao nhiêu hồ sơ?", "431"),
        ("Bao nhiêu chợ đạt chuẩn mức độ 1 trong quý II?", "6"),
        ("Chi cục Quản lý thị trường được giao nhiệm vụ gì?", "bản đồ chợ"),
        ("Hai đơn vị nào chủ trì xây dựng bản đồ chợ?", "Phòng Thương mại"),
        ("Phòng Kỹ thuật an toàn chủ trì tập huấn an toàn hóa chất khi nào?", "Tháng 9/2033"),
        ("Thanh tra Sở phối hợp nhiệm vụ nào?", "an toàn hóa chất"),
        ("Giám đốc Sở Công Thương là ai?", "Đoàn Hữu Khê"),
        ("Số hồ sơ tiếp nhận quý II là bao nhiêu?", "410"),
    ],
)
def test_what_the_documents_say_is_answered(service: Service, question: str, wanted: str) -> None:
    answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    assert wanted in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Bao nhiêu chợ chưa lắp đặt camera trong quý III?", "chưa lắp đặt camera"),
        ("Bao nhiêu viên chức không được bồi dưỡng trong quý III?", "không được bồi dưỡng"),
        ("Quý III đang giải quyết bao nhiêu hồ sơ?", "đang giải quyết"),
        ("Quý III giải quyết trễ hạn bao nhiêu hồ sơ?", "trễ hạn"),
        ("Bao nhiêu chợ đạt chuẩn mức độ 3 trong quý II?", "mức độ 3"),
        ("Bao nhiêu viên chức bị buộc thôi việc trong quý III?", "thôi việc"),
        ("Chi cục Quản lý chất lượng được giao nhiệm vụ gì?", "chất lượng"),
        ("Phòng Thương mại chủ trì tập huấn an toàn hóa chất khi nào?", "Phòng Kỹ thuật an toàn"),
        ("Thanh tra Sở chủ trì nhiệm vụ nào?", "Thanh tra Sở chủ trì"),
        ("Phó Giám đốc Sở Công Thương là ai?", "không ghi thông tin này"),
        ("Liệt kê các nhiệm vụ đã hoàn thành", "không ghi nhiệm vụ nào đã làm đến đâu"),
        ("Phòng nào có nhiều viên chức nhất?", "viên chức"),
        ("Số hồ sơ tiếp nhận quý I là bao nhiêu?", "Quý II/2033"),
        ("Lớp tập huấn an toàn hóa chất tổ chức ở đâu?", "Nội dung gần nhất"),
    ],
)
def test_what_was_passed_over_is_named_in_the_refusal(
    service: Service, question: str, said: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "refused", answer.answer
    assert said in answer.answer


def test_a_wrong_number_of_units_is_corrected(service: Service) -> None:
    answer = service.ask("Hai đơn vị nào chủ trì rà soát thủ tục xăng dầu?")
    assert "1 đơn vị, không phải 2" in answer.answer
    assert "Phòng Thương mại" in answer.answer


def test_a_refusal_that_shows_a_target_says_first_that_it_is_only_that(service: Service) -> None:
    answer = service.ask("Thực tế đạt bao nhiêu phần trăm hồ sơ xăng dầu nộp trực tuyến?")
    assert answer.status == "refused", answer.answer
    assert answer.answer.startswith(answer.reason or "?")


def test_the_signature_belongs_to_no_task(service: Service) -> None:
    answer = service.ask("Liệt kê nhiệm vụ của Sở Công Thương")
    assert "Đoàn Hữu Khê" not in answer.answer
