"""What a question takes for true of a day, a signer or a value, and how refusals name it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.service import Service
from tests.assistant.asking.written import service_of

TODAY = date(2051, 2, 1)
PLAN = """UBND TỈNH ĐẦM SEN
SỞ CHÀI LƯỚI
Số: 61/KH-SCL
Đầm Sen, ngày 17 tháng 3 năm 2050

KẾ HOẠCH
Vá lưới và đóng thuyền năm 2050 của Sở Chài lưới tỉnh Đầm Sen

I. MỤC TIÊU
- Tối thiểu 64% ngư dân được phát phao.
- Phấn đấu 37% thuyền được sơn lại.
II. KINH PHÍ
Kinh phí thực hiện Kế hoạch là 83 triệu đồng từ quỹ bến cá.
III. NHIỆM VỤ

STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tSản phẩm\tThời hạn
1\tBan hành Kế hoạch nạo vét luồng lạch\tPhòng Luồng lạch\tVăn phòng Sở\tKế hoạch\tQuý II/2050
2\tKiểm tra phao cứu sinh tại các phòng thuộc Sở\tSở Phao tiêu\t\tBiên bản\tTháng 8/2050
3\tSơn lại cột đèn biển\tPhòng Đèn biển\tVăn phòng Sở\tCột đèn được sơn\tTháng 11/2050

GIÁM ĐỐC
Khúc Văn Ghềnh
"""
REPORT = """UBND TỈNH ĐẦM SEN
SỞ CHÀI LƯỚI
Số: 402/BC-SCL
Đầm Sen, ngày 09 tháng 12 năm 2050

BÁO CÁO
Kết quả vá lưới năm 2050
1. Năm 2050, Sở tiếp nhận 715 tấm lưới, đã vá xong 688 tấm lưới, trong đó có 12 tấm lưới vá lỗi.
2. Mức thu tiền neo đậu là 9.000 đồng một đêm.
3. Trạm bến được mở cửa từ thứ Hai đến thứ Sáu.

PHỤ LỤC THỐNG KÊ
STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu
1\tSố con thuyền đã trám đáy\tCon\t246
2\tSố buồm đã may\tTấm\t58
"""


service = service_of({"plan": PLAN, "report": REPORT}, today=TODAY, dense=False)


def _asked(service: Service, question: str) -> Answer:
    return service.ask(question)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Kế hoạch 61/KH-SCL ban hành ngày 17/3/2050 phải không?", "Đúng."),
        ("Vì sao Kế hoạch 61/KH-SCL được ban hành ngày 5/4/2050?", "Không phải 5/4/2050."),
        ("Người ký Kế hoạch 61/KH-SCL là Khúc Văn Ghềnh phải không?", "Đúng."),
        ("Vì sao Giám đốc Đinh Thị Sóng ký Kế hoạch 61/KH-SCL?", "**Khúc Văn Ghềnh**"),
        ("Kế hoạch 61/KH-SCL do UBND tỉnh Đầm Sen ban hành phải không?", "Không phải UBND tỉnh"),
        ("Kế hoạch 61/KH-SCL do Giám đốc Sở Chài lưới ban hành phải không?", "Đúng."),
    ],
)
def test_a_document_is_held_against_the_day_issuer_or_signer_supposed(
    service: Service, question: str, wanted: str
) -> None:
    answer = _asked(service, question)
    assert answer.status == "answered", answer.answer
    assert wanted in answer.answer


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Kế hoạch nạo vét luồng lạch ban hành trong Quý II/2050 phải không?", "Đúng."),
        ("Vì sao Kế hoạch nạo vét luồng lạch phải ban hành trong Quý IV?", "Không phải Quý IV."),
        ("Có phải sơn lại cột đèn biển phải xong trước ngày 1/6/2050 không?", "**Tháng 11/2050"),
        ("Sản phẩm của việc sơn lại cột đèn biển là Biên bản phải không?", "Không phải «Biên bản»"),
    ],
)
def test_a_task_is_held_against_the_days_or_product_supposed(
    service: Service, question: str, wanted: str
) -> None:
    answer = _asked(service, question)
    assert answer.status == "answered", answer.answer
    assert wanted in answer.answer


def test_a_unit_that_is_asked_to_lead_is_confirmed_or_put_right(service: Service) -> None:
    wrong = _asked(service, "Phòng Đèn biển có chủ trì ban hành Kế hoạch nạo vét luồng lạch không?")
    assert "Không phải Phòng Đèn biển." in wrong.answer
    assert "**Phòng Luồng lạch**" in wrong.answer
    work = "chủ trì kiểm tra phao cứu sinh tại các phòng thuộc Sở"
    assert "Đúng." in _asked(service, f"Có phải Sở Phao tiêu {work} không?").answer
    assert "Không phải Sở Cá cảnh." in _asked(service, f"Vì sao Sở Cá cảnh {work}?").answer


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Vì sao năm 2050 Sở chỉ tiếp nhận 300 tấm lưới?", "Không phải 300. Năm 2050"),
        ("Vì sao có tới 45 tấm lưới vá lỗi năm 2050?", "Không phải 45. Năm 2050"),
        ("Mức thu tiền neo đậu là 9.000 đồng một đêm phải không?", "Đúng. Mức thu"),
        ("Vì sao kinh phí thực hiện Kế hoạch lên tới 200 triệu đồng?", "Không phải 200. Kinh phí"),
        ("Vì sao tỷ lệ ngư dân được phát phao giảm còn 20%?", "Không phải 20%."),
    ],
)
def test_a_figure_of_running_text_is_put_right(
    service: Service, question: str, wanted: str
) -> None:
    answer = _asked(service, question)
    assert answer.status == "answered", answer.answer
    assert wanted in answer.answer


def test_why_a_true_figure_is_so_is_not_told_by_the_figure(service: Service) -> None:
    answer = _asked(service, "Vì sao năm 2050 Sở tiếp nhận 715 tấm lưới?")
    assert "Không phải" not in answer.answer
    assert "Đúng." not in answer.answer


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Trạm bến có mở cửa vào thứ Bảy không?", "thứ bảy"),
        ("Đơn vị nào chủ trì giám định tư pháp?", "giám định"),
        ("Ai quản lý Bến cá số 4 của Sở Chài lưới?", "số 4"),
        ("Vì sao Phòng Kho bãi trạm Hòn Én không sơn cột đèn biển?", "Hòn Én"),
        ("Khi nào Sở tổ chức lễ hội năm 2053?", "lễ hội"),
        ("Quý I năm 2050 có bao nhiêu phần trăm ngư dân được phát phao?", "ngư dân được phát phao"),
    ],
)
def test_a_refusal_names_what_is_absent_in_the_words_of_the_question(
    service: Service, question: str, named: str
) -> None:
    answer = _asked(service, question)
    assert answer.status == "refused", answer.answer
    assert named in (answer.reason or "")


def test_what_has_come_of_it_is_no_target(service: Service) -> None:
    answer = _asked(service, "Chỉ tiêu số con thuyền trám đáy năm 2050 đặt ra là bao nhiêu?")
    assert answer.status == "refused", answer.answer
    assert "không nêu chỉ tiêu kế hoạch" in (answer.reason or "")
    done = _asked(service, "Năm 2050 có bao nhiêu con thuyền đã trám đáy?")
    assert done.status == "answered"
