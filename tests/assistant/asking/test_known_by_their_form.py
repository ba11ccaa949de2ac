"""Questions known by their form: bodies counted, what is set aside, work ahead, whom to turn to."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Turn
from assistant.service import Service
from tests.assistant.asking.written import service_of

REPORT = """UBND TỈNH RỪNG XANH
SỞ LÂM SẢN
Số: 66/BC-SLS
Rừng Xanh, ngày 14 tháng 12 năm 2045

BÁO CÁO
Kết quả công tác năm 2045

I. TỔ CHỨC BỘ MÁY
1. Cơ cấu tổ chức của Sở gồm: Văn phòng; Phòng Giống cây; Phòng Gỗ tròn; Phòng Dược liệu.
2. Các đơn vị trực thuộc gồm: Trung tâm Ươm cây; Trung tâm Đo gỗ; Vườn Dược thảo; và 05 trạm \
kiểm lâm.
II. KẾT QUẢ
1. Sở giải quyết 910 hồ sơ, trong đó trước hạn 700 hồ sơ, quá hạn 24 hồ sơ. Khách du lịch vào \
vườn tăng, trung tâm y tế huyện khám cho 15 bác sĩ tập huấn.
2. Tỷ lệ chủ rừng hài lòng đạt 93%, tỷ lệ thợ gỗ hài lòng đạt 88%.
3. Thời gian tới, Sở tập trung trồng lại rừng ngập mặn và đóng cửa hai bãi gỗ.
"""
PLAN = """UBND TỈNH RỪNG XANH
SỞ NGHỀ CÁ
Số: 12/KH-SNC
Rừng Xanh, ngày 09 tháng 01 năm 2046

KẾ HOẠCH
Nuôi trồng năm 2046 của Sở Nghề cá

I. MỤC TIÊU
Thả 40 tấn cá giống.
II. TỔ CHỨC THỰC HIỆN
1. Các trạm lập kế hoạch của mình, gửi về Văn phòng Sở trước ngày 20/02/2046.
2. Quá trình thực hiện nếu có vướng mắc, các trạm phản ánh về Phòng Ao nuôi để tháo gỡ.

PHỤ LỤC
NHIỆM VỤ NĂM 2046

STT\tNhiệm vụ\tChủ trì\tPhối hợp\tSản phẩm\tHạn
1\tNạo vét ao giống\tPhòng Ao nuôi\tVăn phòng Sở; Trạm Bờ Bắc; Trạm Bờ Nam\tAo sạch\t2046
2\tĐóng bè nuôi hàu\tTrạm Bờ Bắc\tTrạm Bờ Nam\t12 bè\t2047
3\tLập bản đồ bãi đẻ\tPhòng Ao nuôi\tVăn phòng Sở\tBản đồ\t2046-2048
"""


service = service_of({"bc": REPORT, "kh": PLAN}, today=date(2046, 2, 1))


@pytest.mark.parametrize(
    ("question", "said", "left_out"),
    [
        ("Sở Lâm sản có mấy phòng?", "3 phòng", "Trung tâm"),
        ("Sở Lâm sản có bao nhiêu trung tâm?", "2 trung tâm", "Vườn Dược thảo"),
        ("Sở Lâm sản có bao nhiêu đơn vị trực thuộc?", "8 đơn vị", "Phòng Gỗ tròn"),
        ("Ngoài Phòng Gỗ tròn, Sở Lâm sản còn những phòng nào?", "2 phòng", "; Phòng Gỗ tròn;"),
        ("Ngoài Trạm Bờ Bắc ra, ai còn phối hợp nạo vét ao giống?", "Trạm Bờ Nam", "Bờ Bắc"),
        ("Ai phối hợp nạo vét ao giống, trừ Văn phòng Sở?", "Trạm Bờ Bắc", "Văn phòng Sở"),
        ("Thời gian tới Sở Lâm sản sẽ làm gì?", "rừng ngập mặn", "910"),
        ("Gặp vướng mắc khi làm kế hoạch 12 thì báo ai?", "Phòng Ao nuôi", "bè"),
        ("Các trạm nộp kế hoạch cho Văn phòng Sở chậm nhất hôm nào?", "20/02/2046", "bè"),
        ("Báo cáo 66 có mấy mục lớn?", "2 mục", "910"),
        ("Những nhiệm vụ nào của Sở Nghề cá phải xong trong năm 2046?", "ao giống", "bè nuôi"),
        ("Nhiệm vụ nào của Sở Nghề cá có hạn năm 2047?", "bè nuôi", "ao giống"),
        ("ttyt huyện khám cho bao nhiêu bs", "15 bác sĩ", "bổ sung"),
    ],
)
def test_the_form_of_a_question_tells_what_is_asked(
    service: Service, question: str, said: str, left_out: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer
    assert left_out not in answer.answer


def test_nothing_beside_what_is_set_aside_is_a_refusal(service: Service) -> None:
    answer = service.ask("Ngoài Trạm Bờ Nam, còn ai phối hợp đóng bè nuôi hàu?")
    assert answer.status == "refused"
    assert "Trạm Bờ Nam" in (answer.reason or "")


def _after(service: Service, *questions: str) -> str:
    turns: list[Turn] = []
    for question in questions[:-1]:
        told = service.ask(question, history=tuple(turns))
        turns.append(Turn(question=question, answer=told.answer))
    return service.ask(questions[-1], history=tuple(turns)).answer


def test_a_part_asked_for_keeps_what_was_counted(service: Service) -> None:
    said = _after(service, "Sở Lâm sản giải quyết bao nhiêu hồ sơ?", "Trong đó quá hạn bao nhiêu?")
    assert "24 hồ sơ" in said


def test_two_figures_spoken_of_are_held_against_one_another(service: Service) -> None:
    said = _after(
        service,
        "Tỷ lệ chủ rừng hài lòng là bao nhiêu?",
        "Còn thợ gỗ?",
        "Hai cái đó cái nào cao hơn?",
    )
    assert "cao hơn" in said
    assert "5 điểm phần trăm" in said
