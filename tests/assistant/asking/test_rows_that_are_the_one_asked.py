"""Rows that say what is asked in other words than the question: they are told, not refused."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.service import Service
from tests.assistant.asking.written import service_of

REPORT = """UBND TỈNH BỜ CÁT
SỞ PHAO TIÊU
Số: 318/BC-SPT
Bờ Cát, ngày 15 tháng 12 năm 2047

BÁO CÁO
Kết quả bảo trì phao tiêu năm 2047

SỐ LIỆU

STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú
1\tĐịnh kỳ hoán đổi vị trí neo\t\t\t
\tChỉ tiêu hoán đổi theo quy định\tPhao\t09\t
\tKết quả thực hiện thực tế\tPhao\t05\t
2\tBan hành kế hoạch sơn phao, bảo trì đèn biển\tCó = 1 Không = 0\t1\t
3\tKhảo sát sự hài lòng của chủ tàu\t\t\t
\tSố lượng phiếu khảo sát\tSố lượng\t80\t
\tTỷ lệ hài lòng trong kỳ báo cáo\t%\t71\t
4\tTổ chức của ngành\t\t\t
\tSố trạm phao biên chế trực thuộc sở ngành (nếu có)\tTrạm\t6\t
"""
PLAN = """SỞ PHAO TIÊU
Số: 27/KH-SPT
Bờ Cát, ngày 11 tháng 01 năm 2048

KẾ HOẠCH
Nâng điểm đánh giá phao tiêu năm 2048 của Sở Phao tiêu

I. ÁP DỤNG BỘ QUY TẮC BẢO TRÌ PHAO XANH 77 TRÊN LUỒNG

1. Mục tiêu chung

Giữ cho mọi luồng tàu sáng đèn suốt đêm.

2. Mục tiêu cụ thể

Tối thiểu 64% phao dùng sơn xanh.

II. CHỈ TIÊU

STT\tNhóm chỉ số\tĐiểm tối đa\tKết quả 2047\tMục tiêu 2048
1\tSơn chống hà\t20\t17,5\t18
2\tĐèn nhấp nháy\t15\t11,2\t13
"""
RULES = """SỞ PHAO TIÊU
Số: 4/QC-SPT
Bờ Cát, ngày 02 tháng 02 năm 2047

QUY CHẾ
Hoạt động của Trạm phao

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc trực phao.

Chương II
TRÁCH NHIỆM, QUYỀN HẠN

Điều 3. Trưởng trạm phao
1. Ký lệnh thay phao trong đêm.
2. Đình chỉ tàu neo sai chỗ.

Điều 4. Thợ phao
1. Mặc áo phao khi ra khơi.
"""
service = service_of(
    {"report": REPORT, "plan": PLAN, "rules": RULES}, today=date(2048, 2, 3), dense=False
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2047 Sở Phao tiêu đã hoán đổi vị trí neo bao nhiêu?", "05 Phao"),
        ("Hoán đổi vị trí neo năm 2047 là bao nhiêu?", "05 Phao"),
        ("Chỉ tiêu hoán đổi vị trí neo năm 2047 là bao nhiêu phao?", "09 Phao"),
    ],
)
def test_what_was_done_stands_in_the_row_beside_the_target(
    service: Service, question: str, told: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "answered"
    assert told in answer.answer


def test_a_plan_that_the_question_speaks_of_is_the_thing_counted(service: Service) -> None:
    answer = service.ask("Sở Phao tiêu đã có kế hoạch bảo trì đèn biển, sơn phao chưa?")
    assert answer.status == "answered"
    assert "1 (Có)" in answer.answer


def test_a_number_and_a_rate_asked_for_together_stand_in_rows_of_their_own(
    service: Service,
) -> None:
    answer = service.ask("Số phiếu khảo sát sự hài lòng và tỷ lệ hài lòng năm 2047?")
    assert answer.status == "answered"
    assert "80" in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kết quả 2047 của nhóm sơn chống hà là bao nhiêu?", "17,5"),
        ("Mục tiêu năm 2048 của nhóm chỉ số đèn nhấp nháy là bao nhiêu?", "13"),
    ],
)
def test_a_word_for_a_group_of_rows_leads_to_the_name_of_one(
    service: Service, question: str, told: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "answered"
    assert told in answer.answer


def test_the_name_of_the_body_itself_need_not_stand_in_the_row(service: Service) -> None:
    answer = service.ask("Bao nhiêu trạm phao biên chế trực thuộc Sở Phao tiêu Bờ Cát?")
    assert answer.status == "answered"
    assert "6 Trạm" in answer.answer


def test_of_two_titles_named_the_one_within_the_other_is_told(service: Service) -> None:
    answer = service.ask("Trưởng trạm phao có những trách nhiệm, quyền hạn gì?").answer
    assert "lệnh thay phao" in answer
    assert "áo phao" not in answer


def test_a_part_of_a_field_is_found_though_its_heading_says_more_between(service: Service) -> None:
    answer = service.ask(
        "Mục tiêu chung về áp dụng bảo trì phao xanh 77 trong kế hoạch 27 là gì?"
    ).answer
    assert "sáng đèn suốt đêm" in answer
    assert "64%" not in answer
