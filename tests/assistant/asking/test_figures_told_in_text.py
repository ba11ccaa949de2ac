"""Figures that stand in sentences: added, held against one another, or missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.service import Service
from tests.assistant.asking.written import service_of

REPORT = """UBND TỈNH BẾN LAU
SỞ BƯU VẬN VÀ KHO BÃI
Số: 214/BC-SBV
Bến Lau, ngày 11 tháng 12 năm 2041

BÁO CÁO
Kết quả vận hành kho bãi năm 2041

I. KẾT QUẢ
1. Năm 2041, Sở nhận 3.120 kiện hàng đường thủy và 845 kiện hàng đường sắt; năm 2040 nhận 2.700 \
kiện hàng đường thủy.
2. Tỷ lệ chủ thuyền hài lòng đạt 92,5%, tỷ lệ chủ hàng hài lòng đạt 87%; tỷ lệ lái tàu hài lòng \
đạt 90,1%.
3. Kinh phí vận hành kho năm 2041 là 860 triệu đồng, trong đó: thay mái che 410 triệu đồng, kiểm \
định cân 190 triệu đồng.
4. Tỷ lệ kiện hàng dán mã số đạt 71%.
5. Tỷ lệ kiện hàng giao đúng hẹn đạt 97,4%, tăng 2,2 điểm phần trăm so với năm 2040.
6. Tổng số thủy thủ và thợ máy là 133 người.
"""
ANNEX = """UBND TỈNH BẾN LAU
SỞ THỦY LỢI
PHỤ LỤC SỐ LIỆU NĂM 2041
(Kèm theo Báo cáo số 30/BC-STL ngày 05/12/2041)

TT\tNội dung\tĐơn vị tính\tNăm 2040\tNăm 2041
1\tSố cống hộp\tCống\t31\t28
2\tSố cống tròn\tCống\t12\t17
3\tTỷ lệ cống vận hành tốt\t%\t88\t91
4\tSố lượt tuần đê\tLượt\t310\t355
"""


service = service_of({"bc": REPORT, "pl": ANNEX}, today=date(2042, 1, 8))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Cả kiện hàng đường thủy lẫn đường sắt năm 2041 là bao nhiêu?", "3965"),
        ("Kiện hàng đường thủy và đường sắt năm 2041 tổng cộng bao nhiêu?", "3965"),
        ("Tiền thay mái che và tiền kiểm định cân cộng lại bao nhiêu?", "600"),
        ("Tỷ lệ chủ thuyền hài lòng cao hơn tỷ lệ chủ hàng hài lòng bao nhiêu?", "5.5"),
        ("Tỷ lệ hài lòng của chủ hàng và lái tàu chênh nhau bao nhiêu?", "3.1"),
        ("Chênh lệch giữa tỷ lệ chủ thuyền hài lòng và tỷ lệ lái tàu hài lòng?", "2.4"),
        ("Số kiện hàng đường thủy năm 2041 tăng bao nhiêu so với năm trước?", "420"),
        ("Tổng số cống hộp và cống tròn năm 2041 của Sở Thủy lợi?", "45"),
    ],
)
def test_figures_named_are_reckoned_with_and_cited(
    service: Service, question: str, value: str
) -> None:
    answer = service.ask(question)
    derived = [one for one in answer.figures if one.verdict == "derived"]
    assert answer.status == "answered", answer.answer
    assert [Decimal(one.value or "0") for one in derived] == [Decimal(value)]
    assert derived[0].evidence


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Tỷ lệ kiện hàng dán mã số năm 2041 tăng bao nhiêu so với năm 2040?", "2040"),
        ("Tỷ lệ chủ thuyền hài lòng cao hơn tỷ lệ thuyền trưởng hài lòng bao nhiêu?", "trưởng"),
    ],
)
def test_a_difference_with_one_figure_missing_is_refused_by_name(
    service: Service, question: str, missing: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "refused", answer.answer
    assert missing in (answer.reason or "")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tỷ lệ giao đúng hẹn năm 2041 tăng bao nhiêu so với năm trước?", "2,2 điểm phần trăm"),
        ("Tổng số thủy thủ và thợ máy là bao nhiêu?", "133 người"),
    ],
)
def test_what_the_text_reckons_itself_is_quoted(service: Service, question: str, said: str) -> None:
    answer = service.ask(question)
    assert said in answer.answer
    assert all(one.verdict != "derived" for one in answer.figures)


def test_cells_of_several_units_are_never_added_up(service: Service) -> None:
    answer = service.ask("Tổng các số liệu năm 2041 của Sở Thủy lợi là bao nhiêu?")
    assert "491" not in answer.answer
    assert "400" not in answer.answer
