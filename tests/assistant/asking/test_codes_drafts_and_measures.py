"""A code stands whole, a draft is no basis, a number is not a share, and what a year was given."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH SUỐI VÀNG
SỞ NUÔI ONG
Số: 845/KH-SNO
Suối Vàng, ngày 12 tháng 01 năm 2044

KẾ HOẠCH
Phát triển nghề ong giai đoạn 2044 - 2048 của Sở Nuôi ong tỉnh Suối Vàng

I. CHỈ TIÊU CỤ THỂ
- Tối thiểu 60% đàn ong được gắn mã số.
- Tỷ lệ mật đóng chai tại trại đạt từ 45% trở lên.

II. NHIỆM VỤ

STT\tNhiệm vụ\tHoạt động\tSản phẩm\tĐơn vị chủ trì\tThời gian
1\tChọn tạo ong chúa chịu lạnh\tLập bản đồ đồi hoa\tBản đồ\tPhòng Giống\tNăm 2046
2\tSáp nhập trạm ong rừng\tKiểm đếm thùng ong\tTờ trình, dự thảo quyết định\tVăn phòng Sở\tNăm 2047
"""
ANNEX = """UBND TỈNH SUỐI VÀNG
SỞ NUÔI ONG
Số: {number}/BC-SNO
Suối Vàng, ngày 15 tháng 12 năm {year}

BÁO CÁO
Kết quả phát triển nghề ong năm {year}

STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú
1\tĐơn gắn mã đã trả trong năm\tĐơn\t{all}\t
\t- Trước hẹn và đúng hẹn\tĐơn\t{timely}\t
\t- Tỷ lệ trả trước hẹn và đúng hẹn\t%\t{share}\t
2\tTiền công quỹ giao\tTriệu đồng\t{money}\t
"""
EARLIER = ANNEX.format(number=902, year=2042, all=830, timely=810, share="97,6%", money=415)
LATER = ANNEX.format(number=917, year=2043, all=940, timely=931, share="99,0%", money=520)

service = service_of(
    {"plan": PLAN, "earlier": EARLIER, "later": LATER}, today=date(2044, 2, 9), dense=False
)


def test_a_word_of_a_cell_with_a_year_names_no_row(service: Service) -> None:
    answer = service.ask("Liệt kê các hoạt động phải xong trong năm 2045")
    assert "Lập bản đồ" not in answer.answer
    assert "Kiểm đếm" not in answer.answer


def test_a_draft_of_a_decision_is_not_the_decision_asked_for(service: Service) -> None:
    answer = service.ask("Sáp nhập trạm ong rừng theo quyết định nào của tỉnh?")
    assert answer.status == "refused"


@pytest.mark.parametrize(
    "question",
    [
        "So sánh số đơn trả đúng hẹn năm 2042 và 2043",
        "Số đơn trả đúng hẹn năm nào cao hơn, 2042 hay 2043?",
    ],
)
def test_numbers_held_against_each_other_are_no_shares(service: Service, question: str) -> None:
    answer = service.ask(question)
    assert "810" in answer.answer
    assert "931" in answer.answer
    assert "%" not in answer.answer


def test_shares_held_against_each_other_stay_shares(service: Service) -> None:
    answer = service.ask("So sánh tỷ lệ trả đúng hẹn năm 2042 và 2043")
    assert "97,6%" in answer.answer
    assert "99,0%" in answer.answer
    assert "810" not in answer.answer


@pytest.mark.parametrize("question", ["công quỹ giao năm 2042", "cong quy giao nam 2042"])
def test_what_was_given_for_a_year_is_a_figure(service: Service, question: str) -> None:
    answer = service.ask(question)
    assert answer.status == "answered"
    assert "415" in answer.answer


def test_the_year_just_past_is_last_year(service: Service) -> None:
    answer = service.ask("Năm vừa rồi trả bao nhiêu đơn gắn mã?")
    assert "940" in answer.answer
    assert "830" not in answer.answer


def test_all_targets_may_be_told_in_other_words(service: Service) -> None:
    answer = service.ask("Kể hết chỉ tiêu của kế hoạch 845/KH-SNO")
    assert "60%" in answer.answer
    assert "45%" in answer.answer
