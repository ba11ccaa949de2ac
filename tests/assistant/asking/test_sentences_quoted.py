"""Sentences of running text that hold what is asked, where no record answers; else a refusal."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Turn
from assistant.service import Service
from tests.assistant.asking.written import service_of

RULES = """UBND TỈNH SƠN BÌNH
SỞ Y TẾ
Số: 314/QC-SYT
Sơn Bình, ngày 11 tháng 5 năm 2032

QUY CHẾ
Quản lý kho dược liệu dùng chung
Điều 1. Đối tượng áp dụng
1. Cơ sở khám chữa bệnh công lập.
2. Người phụ trách kho và thủ kho.
3. Quy chế không áp dụng đối với kho tư nhân.
Điều 2. Mượn và trả
1. Phiếu mượn được lưu giữ 18 tháng. Giao Phòng Nghiệp vụ dược kiểm tra phiếu mượn.
2. Đơn vị trả chậm bị trừ 0,75 điểm thi đua mỗi ngày.
3. Kho lưu động là kho đặt tại trạm y tế xã đảo.
Điều 3. Xử lý
1. Bậc A: phạt 700.000 đồng.
2. Bậc B: phạt 400.000 đồng.
3. Nghiêm cấm mang dược liệu ra khỏi kho khi chưa có phiếu.
Điều 4. Hiệu lực
Quy chế có hiệu lực từ ngày 09/6/2032.
"""
MINUTES = """SỞ XÂY DỰNG TỈNH HẢI LĂNG
BIÊN BẢN
Họp kiểm điểm tiến độ cấp chứng chỉ tháng 3 năm 2033

I. THÀNH PHẦN
1. Chủ trì: Phó Giám đốc Sở.
2. Thư ký: Chuyên viên Văn phòng Sở.
II. NỘI DUNG
1. Còn 27 chứng chỉ in lỗi chưa thu hồi. Nguyên nhân là do máy in cũ không nhận mẫu mới.
2. Phòng Thẩm định trang bị 05 máy in mới, xong trước ngày 18/4/2033.
3. Phiếu phản ánh gửi về Văn phòng Sở qua hộp thư phananh@hailang.example.
"""


service = service_of({"quy-che": RULES, "bien-ban": MINUTES}, today=date(2033, 5, 2))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Phiếu mượn dược liệu phải lưu giữ bao lâu?", "18 tháng"),
        ("Phòng nào kiểm tra phiếu mượn dược liệu?", "Phòng Nghiệp vụ dược"),
        ("Trả dược liệu chậm bị trừ bao nhiêu điểm?", "0,75 điểm"),
        ("Quy chế kho dược liệu cấm điều gì?", "Nghiêm cấm mang dược liệu"),
        ("Quy chế kho dược liệu áp dụng cho ai?", "Cơ sở khám chữa bệnh"),
        ("Quy chế kho dược liệu không áp dụng với loại kho nào?", "kho tư nhân"),
        ("Kho lưu động là gì?", "trạm y tế xã đảo"),
        ("Bậc B bị phạt bao nhiêu tiền?", "400.000 đồng"),
        ("Vì sao còn tình trạng chứng chỉ in lỗi chưa thu hồi?", "máy in cũ"),
        ("Phòng nào mua máy in mới?", "Phòng Thẩm định"),
        ("Phiếu phản ánh gửi về đâu?", "phananh@hailang.example"),
        ("Ai chủ trì cuộc họp kiểm điểm tiến độ cấp chứng chỉ?", "Phó Giám đốc Sở"),
        ("Điều 3 Quy chế quản lý kho dược liệu quy định gì?", "700.000 đồng"),
    ],
)
def test_the_sentence_that_holds_what_is_asked_is_quoted_and_cited(
    service: Service, question: str, said: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "Bậc C bị phạt bao nhiêu tiền?",
        "Ai phối hợp trang bị máy in mới?",
        "Phiếu nhập dược liệu phải lưu giữ bao lâu?",
        "Trạm y tế Cồn Sẻ trả dược liệu chậm bị trừ bao nhiêu điểm?",
        "Vì sao có 35 chứng chỉ in lỗi chưa thu hồi?",
        "Vì sao số chứng chỉ in lỗi tăng?",
        "Nhà cung cấp máy in mới tên là gì?",
        "Điều 9 Quy chế quản lý kho dược liệu quy định gì?",
        "Quyết định 77/QĐ-SYT có hiệu lực từ ngày nào?",
        "Máy in mới trị giá bao nhiêu tiền?",
    ],
)
def test_what_no_sentence_holds_is_refused(service: Service, question: str) -> None:
    assert service.ask(question).status == "refused"


def test_a_thing_of_the_same_kind_is_asked_anew(service: Service) -> None:
    before: Answer = service.ask("Bậc A bị phạt bao nhiêu tiền?")
    history = (Turn(question=before.question, answer=before.answer),)
    answer = service.ask("còn bậc B?", history=history)
    assert "400.000 đồng" in answer.answer
    assert "700.000" not in answer.answer


def test_a_quotation_is_a_part_of_the_text(service: Service) -> None:
    answer = service.ask("Trả dược liệu chậm bị trừ bao nhiêu điểm?")
    assert all(citation.source.quote in RULES for citation in answer.citations)
