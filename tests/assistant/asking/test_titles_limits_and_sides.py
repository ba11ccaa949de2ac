"""Documents named by their title, limits that are none, sides compared, words said otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.service import Service
from tests.assistant.asking.written import service_of

REPORT = """UBND TỈNH SUỐI RÊU
SỞ BÈ MẢNG
Số: 63/BC-SBM
Suối Rêu, ngày 18 tháng 6 năm 2041

BÁO CÁO
Công tác cải cách hành chính quý II năm 2041

I. KẾT QUẢ
1. Đăng ký bè
Trong quý II, Sở nhận 640 đơn đăng ký bè, giải quyết 631 đơn, trễ hạn 9 đơn.
Nguyên nhân đơn đăng ký bè trễ hạn chủ yếu do mực nước xuống thấp.
2. Gắn mã
Các bến gắn mã chậm nhất gồm: Bến Lau (đạt 12%), Bến Sậy (đạt 20%).
Các bến báo cáo tiến độ gắn mã trước 15 giờ thứ Năm hằng tuần.
3. Khách đi đò
Việc dạy chèo được các bến phối hợp, cơ bản bảo đảm trật tự khi đón khách.
So với cùng kỳ năm trước, số lượt khách đi đò giảm 146 lượt.
"""
RULES = """HỘI ĐỒNG NHÂN DÂN
TỈNH SUỐI RÊU
Số: 33/2041/NQ-HĐND
Suối Rêu, ngày 10 tháng 7 năm 2041

NGHỊ QUYẾT
Quy định mức hỗ trợ người lái đò làm việc tại các bến trên địa bàn tỉnh

Điều 1. Mức hỗ trợ
1. Bến cấp tỉnh: 800.000 đồng/người/tháng.
2. Bến cấp xã: 1.000.000 đồng/người/tháng.
Điều 2. Yêu cầu
a) Không để người lái đò chở quá số khách khi nước lớn.
Điều 3. Hiệu lực
1. Nghị quyết có hiệu lực từ ngày 01/01/2042 đến hết ngày 31/12/2045.
"""
BOARD = """ỦY BAN NHÂN DÂN
TỈNH SUỐI RÊU
Số: 1402/QĐ-UBND
Suối Rêu, ngày 12 tháng 3 năm 2041

QUYẾT ĐỊNH
Kiện toàn Ban Chỉ đạo an toàn bến đò tỉnh Suối Rêu

Điều 1. Thành phần
1. Trưởng ban: Chủ tịch Ủy ban nhân dân tỉnh.
2. Phó Trưởng ban Thường trực: Phó Chủ tịch Ủy ban nhân dân tỉnh phụ trách sông nước.
Điều 2. Cơ quan thường trực
Sở Bè Mảng là cơ quan thường trực, được sử dụng con dấu của Sở.
"""
PLAN = """UBND TỈNH SUỐI RÊU
SỞ BÈ MẢNG
Số: 41/KH-SBM
Suối Rêu, ngày 20 tháng 01 năm 2041

KẾ HOẠCH
Nạo vét luồng lạch năm 2041

Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh,
Sở Bè Mảng ban hành Kế hoạch với các nội dung sau:

I. NỘI DUNG
1. Phòng Luồng lạch chủ trì đo sâu ngã ba sông trước ngày 15/3/2041.
II. KINH PHÍ THỰC HIỆN
Kinh phí thực hiện Kế hoạch bố trí trong dự toán chi thường xuyên của Sở.
"""
MINUTES = """UBND TỈNH SUỐI RÊU
SỞ BÈ MẢNG

BIÊN BẢN
Họp giao ban bến đò tháng 8 năm 2041

I. Thành phần
1. Chủ trì: Phó Giám đốc Sở.
2. Thư ký: Chánh Văn phòng Sở.
"""


service = service_of(
    {
        "ban-chi-dao": BOARD,
        "bao-cao": REPORT,
        "bien-ban": MINUTES,
        "ke-hoach": PLAN,
        "nghi-quyet": RULES,
    },
    today=date(2041, 12, 20),
)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Nguyên nhân đơn đăng ký bè trễ hạn quý II/2041?", "mực nước xuống thấp"),
        ("Vì sao đơn đăng ký bè bị trễ hạn trong quý II/2041?", "mực nước xuống thấp"),
        ("Bến nào gắn mã chậm nhất?", "Bến Lau"),
        ("Bến báo cáo tiến độ gắn mã chậm nhất khi nào?", "thứ Năm"),
        ("Số lượt khách đi đò giảm bao nhiêu so với cùng kỳ?", "146"),
        ("Nghị quyết về mức hỗ trợ người lái đò có hiệu lực khi nào?", "01/01/2042"),
        ("Nghị quyết 33/2041/NQ-HĐND hết hiệu lực khi nào?", "31/12/2045"),
        ("Nghị quyết cấm người lái đò làm gì khi nước lớn?", "chở quá số khách"),
        ("Ai là Phó Trưởng ban Thường trực Ban Chỉ đạo an toàn bến đò?", "phụ trách sông nước"),
        (
            "Cơ quan thường trực Ban Chỉ đạo an toàn bến đò là cơ quan nào?",
            "Sở Bè Mảng là cơ quan thường trực",
        ),
        ("Ai chủ trì cuộc họp giao ban bến đò tháng 8 năm 2041?", "Phó Giám đốc Sở"),
    ],
)
def test_what_sentences_say_in_their_own_words_is_answered(
    service: Service, question: str, wanted: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    assert wanted in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Vì sao không có đơn đăng ký bè nào trễ hạn trong quý II/2041?",
        "Kinh phí thực hiện Kế hoạch nạo vét luồng lạch năm 2041 là bao nhiêu triệu đồng?",
        "Phòng Tổ chức cán bộ của Sở Bè Mảng được giao nhiệm vụ gì?",
        "Mức hỗ trợ bến cấp tỉnh và bến cấp xã và bến cấp thôn khác nhau thế nào ở Đèo Gió?",
        "Đơn vị nào làm đầu mối dạy chèo cho khách?",
    ],
)
def test_a_sentence_beside_the_question_is_no_answer(service: Service, question: str) -> None:
    answer = service.ask(question)
    assert answer.status == "refused", answer.answer


def test_a_refusal_for_want_of_a_sum_shows_what_the_plan_says_of_money(service: Service) -> None:
    answer = service.ask(
        "Kinh phí thực hiện Kế hoạch nạo vét luồng lạch năm 2041 là bao nhiêu triệu đồng?"
    )
    assert "không nêu con số" in answer.answer
    assert "dự toán chi thường xuyên" in answer.answer
