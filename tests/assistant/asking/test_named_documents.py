"""Documents named by kind, title and year inside a question; what they say, and what they lack."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.service import Service
from tests.assistant.asking.written import service_of

DIGITAL = """UBND TỈNH LÂM SƠN
SỞ Y TẾ
Số: 77/KH-SYT
Lâm Sơn, ngày 15 tháng 01 năm 2028

KẾ HOẠCH
Chuyển đổi số ngành Y tế năm 2028

Căn cứ Quyết định số 1402/QĐ-UBND ngày 20/12/2027 của UBND tỉnh Lâm Sơn;

I. MỤC TIÊU

Năm 2028 tập trung vào các mục tiêu sau:

1. 85% cơ sở khám chữa bệnh công lập triển khai hồ sơ bệnh án điện tử.

2. Mức độ hài lòng của người bệnh đạt tối thiểu 88%.

II. KINH PHÍ THỰC HIỆN

Kinh phí được bố trí trong dự toán chi thường xuyên của các đơn vị, theo Nghị định số 73/2019/NĐ-CP.

III. TỔ CHỨC THỰC HIỆN

1. Phòng Nghiệp vụ Y theo dõi, tổng hợp kết quả thực hiện.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

GIÁM ĐỐC

Trần Minh Khoa

PHỤ LỤC
NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2028

STT|Nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Sản phẩm|Thời hạn
I|HẠ TẦNG SỐ||||
1|Nâng cấp đường truyền tại trạm y tế|Văn phòng Sở|Các trung tâm y tế|Đường truyền mới|Quý II/2028
II|DỮ LIỆU SỐ||||
1|Số hóa hồ sơ sức khỏe cá nhân|Phòng Nghiệp vụ Y|Các bệnh viện|Hồ sơ được số hóa|Quý IV/2028
2|Rà soát cơ sở dữ liệu hành nghề|Phòng Nghiệp vụ Y|Thanh tra Sở|Cơ sở dữ liệu|Thường xuyên
"""
REFORM = """UBND TỈNH LÂM SƠN
SỞ Y TẾ
Số: 81/KH-SYT
Lâm Sơn, ngày 22 tháng 01 năm 2028

KẾ HOẠCH
Cải cách hành chính năm 2028 của Sở Y tế

I. MỤC TIÊU

- Mức độ hài lòng của người dân, doanh nghiệp đạt từ 92% trở lên.

II. NHIỆM VỤ

1. Văn phòng Sở chủ trì rà soát thủ tục hành chính, hoàn thành trước 31/5/2028.

2. Thanh tra Sở chủ trì kiểm tra việc giải quyết hồ sơ mỗi quý một lần.

GIÁM ĐỐC

Trần Minh Khoa
"""
REPORT = """SỞ Y TẾ TỈNH LÂM SƠN

BÁO CÁO
Kết quả chuyển đổi số ngành Y tế năm 2027

I. KẾT QUẢ THỰC HIỆN

1. Hạ tầng số

Đã nâng cấp đường truyền cho 112 trạm y tế; trang bị 340 máy tính mới cho tuyến xã.

2. Xây dựng và phát triển chính quyền số

Ngay từ tháng 01, Sở Y tế đã đưa nền tảng điều hành vào sử dụng tại 14 bệnh viện.

II. PHƯƠNG HƯỚNG NĂM 2028

- Mở rộng khám chữa bệnh từ xa đến trạm y tế.

Nơi nhận:
- Sở Khoa học và Công nghệ;
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Lê Thu Hà

PHỤ LỤC
SỐ LIỆU CHUYỂN ĐỔI SỐ NĂM 2027

STT|Chỉ tiêu|Đơn vị tính|Kết quả|Ghi chú
I|Hạ tầng|||
1|Số máy tính trang bị mới|Bộ|342|
2|Số lượt đặt lịch khám trực tuyến|Lượt|25310|
"""


service = service_of(
    {
        name: text.replace("|", "\t")
        for name, text in (("so", DIGITAL), ("cchc", REFORM), ("bao-cao", REPORT))
    },
    today=date(2028, 3, 10),
)


def _asked(service: Service, question: str) -> Answer:
    return service.ask(question)


def test_words_of_a_title_name_the_document_and_are_no_topic(service: Service) -> None:
    answer = _asked(
        service,
        "Những nhiệm vụ nào trong kế hoạch chuyển đổi số năm 2028 do Phòng Nghiệp vụ Y chủ trì?",
    )
    assert "2 nhiệm vụ" in answer.answer
    assert "hành nghề" in answer.answer
    assert "Thanh tra Sở chủ trì" not in answer.answer


def test_a_target_is_taken_from_the_plan_that_is_named(service: Service) -> None:
    answer = _asked(service, "Kế hoạch cải cách hành chính năm 2028 đặt mức độ hài lòng bao nhiêu?")
    assert "92%" in answer.answer
    assert "88%" not in answer.answer


def test_two_plans_named_by_their_titles_are_compared(service: Service) -> None:
    answer = _asked(
        service,
        "So sánh chỉ tiêu hài lòng giữa kế hoạch chuyển đổi số và kế hoạch cải cách hành chính.",
    )
    assert "88%" in answer.answer
    assert "92%" in answer.answer
    assert "4 điểm phần trăm" in answer.answer


def test_what_a_document_says_is_its_section_not_a_cell(service: Service) -> None:
    answer = _asked(service, "Báo cáo năm 2027 nói gì về chuyển đổi số?")
    assert answer.path == "passages"
    assert "nền tảng điều hành" in answer.answer


def test_a_paragraph_after_a_heading_that_ends_with_so_is_no_part_of_it(service: Service) -> None:
    answer = _asked(service, "Báo cáo năm 2027 nêu gì về phát triển chính quyền số?")
    assert "Xây dựng và phát triển chính quyền số** " not in answer.answer
    assert "– Xây dựng và phát triển chính quyền số [1]" in answer.answer


def test_a_section_named_by_its_numeral_shows_text_and_table(service: Service) -> None:
    answer = _asked(service, "Mục II của Kế hoạch 77/KH-SYT gồm những gì?")
    assert "KINH PHÍ THỰC HIỆN" in answer.answer
    assert "Số hóa hồ sơ sức khỏe" in answer.answer


def test_only_the_bases_above_the_first_heading_are_those_of_the_document(service: Service) -> None:
    answer = _asked(service, "Kế hoạch 77/KH-SYT được ban hành căn cứ vào những văn bản nào?")
    assert "viện dẫn 1 văn bản" in answer.answer
    assert "1402/QĐ-UBND" in answer.answer
    assert "73/2019/NĐ-CP" not in answer.answer


def test_a_summary_goes_on_where_a_heading_only_leads_in(service: Service) -> None:
    answer = _asked(service, "Tóm tắt kế hoạch chuyển đổi số năm 2028 của Sở Y tế.")
    assert "85% cơ sở" in answer.answer
    assert "DỮ LIỆU SỐ (2)" in answer.answer
    assert "92%" not in answer.answer


def test_signer_and_recipients_may_be_asked_for_together(service: Service) -> None:
    answer = _asked(service, "Báo cáo chuyển đổi số năm 2027 do ai ký và gửi cho cơ quan nào?")
    assert "Lê Thu Hà" in answer.answer
    assert "Sở Khoa học và Công nghệ" in answer.answer


def test_a_figure_of_the_text_is_held_against_the_cell_that_counts_the_same(
    service: Service,
) -> None:
    answer = _asked(service, "Số máy tính trang bị mới ở lời văn và ở phụ lục có khớp nhau không?")
    assert "342" in answer.answer
    assert "340" in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kế hoạch chuyển đổi số năm 2028 quy định gì về chữ ký số?", "chữ ký số"),
        ("Báo cáo năm 2026 của Lâm Sơn nói gì về hạ tầng số?", "2026"),
        ("Mục V của Kế hoạch 81/KH-SYT quy định gì?", "mục V"),
        ("Quyết định số 1402/QĐ-UBND do ai ký?", "1402/QĐ-UBND"),
        ("Sở Tài chính Lâm Sơn trang bị bao nhiêu máy tính mới năm 2027?", "tài chính"),
        ("Kế hoạch cải cách hành chính giao Phòng Nghiệp vụ Y chủ trì việc gì?", "Nghiệp vụ Y"),
    ],
)
def test_what_the_named_document_lacks_is_refused(
    service: Service, question: str, said: str
) -> None:
    answer = _asked(service, question)
    assert answer.status == "refused"
    assert said.casefold() in answer.answer.casefold()
