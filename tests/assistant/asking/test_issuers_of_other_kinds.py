"""Documents of hospitals, ministries and districts: their bodies, signatures, units and years."""

from __future__ import annotations

from datetime import date

from assistant.answer import Answer
from assistant.service import Service
from tests.assistant.asking.written import service_of

HOSPITAL = """SỞ Y TẾ TỈNH ĐỒI CHÈ
BỆNH VIỆN ĐA KHOA KHU VỰC VÂN KHÊ
Số: 61/KH-BVVK
Vân Khê, ngày 20 tháng 02 năm 2041

KẾ HOẠCH
Cải tiến khám chữa bệnh năm 2041

Thực hiện Kế hoạch số 88/KH-SYT ngày 05 tháng 02 năm 2041 của Sở Y tế tỉnh Đồi Chè về cải tiến \
khám chữa bệnh, Bệnh viện đa khoa khu vực Vân Khê xây dựng kế hoạch như sau:
I. MỤC TIÊU
1. Mục tiêu cụ thể
Thời gian chờ phát thuốc không quá 20 phút. Tỷ lệ hài lòng của người nhà bệnh nhân đạt từ 91% \
trở lên; của học viên thực tập đạt từ 83% trở lên.
II. NỘI DUNG

Nội dung\tKhoa phụ trách\tKhoa phối hợp\tThời hạn
Lắp tủ phát thuốc tự động\tKhoa Dược\tPhòng Vật tư\tTrước 15/3/2041
Sắp xếp lại kho gạc\tKhoa Kiểm soát nhiễm khuẩn\tPhòng Vật tư\tQuý IV/2041

III. TỔ CHỨC THỰC HIỆN
1. Phòng Vật tư theo dõi, tổng hợp, báo cáo Giám đốc vào ngày 12 hằng tháng.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.

GIÁM ĐỐC
(Đã ký)
Đào Văn Khởi
"""
MINISTRY = """BỘ THỦY LỢI
Số: 145/QĐ-BTL
Sông Cái, ngày 12 tháng 01 năm 2041

QUYẾT ĐỊNH
Ban hành Kế hoạch tu bổ đê năm 2041
BỘ TRƯỞNG BỘ THỦY LỢI
Căn cứ Nghị định số 33/2039/NĐ-CP ngày 25 tháng 02 năm 2039 của Chính phủ về đê điều;
Căn cứ Quyết định số 22/QĐ-BNV ngày 05 tháng 01 năm 2040 của Bộ Nội vụ ban hành Quy trình \
thả kè;
Theo đề nghị của Vụ trưởng Vụ Đê điều.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tu bổ đê năm 2041.

KẾ HOẠCH
Tu bổ đê năm 2041
I. KẾT QUẢ NĂM TRƯỚC
Sau sắp xếp, Bộ có 04 trạm thủy văn; tổng số kiểm ngư viên là 512 người, giảm 47 người.
II. NHIỆM VỤ

STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian
1\tKhảo sát chân đê tả\tVăn phòng Bộ\tVụ Đê điều\tTháng 3/2041
2\tMua đá hộc dự trữ\tVụ Đê điều\tVăn phòng Bộ\tTháng 5/2041
3\tXây dựng lán trực đê\tVụ Đê điều\tVăn phòng Bộ\tTháng 8/2041
"""
DISTRICT = """ỦY BAN NHÂN DÂN
HUYỆN LŨNG PHÌN
Số: 12/KH-UBND
Lũng Phìn, ngày 15 tháng 01 năm 2041

KẾ HOẠCH
Trồng rừng phòng hộ năm 2041 trên địa bàn huyện Lũng Phìn

Ủy ban nhân dân huyện Lũng Phìn ban hành kế hoạch như sau:
I. NHIỆM VỤ

Nội dung\tChủ trì\tPhối hợp\tThời hạn
Ươm cây giống\tPhòng Kiểm lâm\tHội Nông dân huyện\tTháng 02/2041
Làm đường lên đồi\tPhòng Hạ tầng\tHội Nông dân huyện\tQuý II/2041

II. TỔ CHỨC THỰC HIỆN
1. Phòng Kiểm lâm
- Chủ trì theo dõi việc trồng rừng, tổng hợp số cây sống.
2. Ủy ban nhân dân các xã
- Vận động các hộ giữ rừng, không thả trâu vào đồi mới trồng.
"""
DISPATCH = """ỦY BAN NHÂN DÂN                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN NẬM CẮN                                Độc lập - Tự do - Hạnh phúc
Số: 310/UBND-NN                          Nậm Cắn, ngày 18 tháng 9 năm 2041
V/v chấn chỉnh việc cấp phát giống lúa

Kính gửi: Ủy ban nhân dân các xã.

Chủ tịch Ủy ban nhân dân huyện yêu cầu:
1. Phòng Giống cây
Lập sổ cấp phát giống lúa cho từng hộ, hoàn thành trước ngày 30 tháng 9 năm 2041.
2. Ủy ban nhân dân các xã
a) Niêm yết danh sách hộ nhận giống tại nhà văn hóa.

Nơi nhận:                                    KT. CHỦ TỊCH
- Như trên;                                  PHÓ CHỦ TỊCH
- Lưu: VT, NN.                               Lò Thị Mỷ
"""
REPORT = """ỦY BAN NHÂN DÂN
TỈNH ĐỒI CHÈ
Số: 318/BC-UBND
Đồi Chè, ngày 22 tháng 9 năm 2041

BÁO CÁO
Công tác khuyến nông quý III năm 2041

I. KẾT QUẢ
Đài xã phát 128 bản tin về phân xanh, tăng 24 bản tin so với quý II.
Bảng 1. Điểm thi đua của các đơn vị

STT\tCơ quan\tĐiểm tối đa\tĐiểm tự chấm
1\tSở Giống cây\t100\t94,25
2\tSở Phân bón\t100\t92,80
3\tBan Quản lý đồi chè\t100\t76,20
4\tXã Khe Hòa\t100\t81,50

II. HẠN CHẾ VÀ NGUYÊN NHÂN
1. Hạn chế
- Nhiều hộ chưa ủ phân xanh.
2. Nguyên nhân
- Mưa kéo dài làm hỏng hố ủ.
"""
_TEXTS = {
    "vien": HOSPITAL, "bo": MINISTRY, "huyen": DISTRICT, "cong-van": DISPATCH, "bao-cao": REPORT
}  # fmt: skip
TODAY = date(2041, 10, 10)


service = service_of(_TEXTS, today=TODAY)


def _told(service: Service, question: str) -> str:
    answer: Answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    return answer.answer


def test_a_hospital_is_its_documents_issuer_without_the_words_of_its_kind(service: Service) -> None:
    listed = _told(service, "Quý này bệnh viện Vân Khê phải làm những việc gì?")
    assert "Sắp xếp lại kho gạc" in listed
    assert "tủ phát thuốc" not in listed


def test_a_figure_is_shown_with_its_own_sentence_of_the_paragraph(service: Service) -> None:
    told = _told(service, "Bệnh viện Vân Khê đặt chỉ tiêu người nhà bệnh nhân hài lòng bao nhiêu?")
    assert "91%" in told
    assert "20 phút" not in told


def test_a_signature_below_a_note_of_signing_is_found(service: Service) -> None:
    assert "Đào Văn Khởi" in _told(service, "Giám đốc Bệnh viện Vân Khê là ai?")


def test_a_signature_beside_the_recipients_is_found_and_is_none_of_them(service: Service) -> None:
    signed = _told(service, "Ai ký công văn chấn chỉnh việc cấp phát giống lúa, chức vụ gì?")
    assert "Lò Thị Mỷ" in signed
    assert "PHÓ CHỦ TỊCH" in signed
    sent = _told(service, "Công văn 310/UBND-NN gửi những nơi nào?")
    assert "Như trên" in sent
    assert "CHỦ TỊCH" not in sent.replace("Chủ tịch", "")


def test_a_dispatch_named_by_its_subject_has_its_number_told(service: Service) -> None:
    told = _told(service, "Công văn chấn chỉnh việc cấp phát giống lúa có số bao nhiêu?")
    assert "310/UBND-NN" in told
    assert "Niêm yết" not in told


def test_work_below_the_heading_of_a_unit_is_that_units_task(service: Service) -> None:
    led = _told(service, "Phòng Giống cây huyện Nậm Cắn phải làm gì?")
    assert "Lập sổ cấp phát" in led


def test_a_ministry_and_its_office_are_told_apart(service: Service) -> None:
    listed = _told(service, "Liệt kê các nhiệm vụ Văn phòng Bộ Thủy lợi chủ trì.")
    assert "Khảo sát chân đê" in listed
    assert "đá hộc" not in listed


def test_who_proposed_a_decision_is_read_from_its_bases(service: Service) -> None:
    told = _told(service, "Quyết định của Bộ Thủy lợi được ban hành theo đề nghị của ai?")
    assert "Vụ trưởng Vụ Đê điều" in told


def test_a_number_behind_the_noun_counts_it(service: Service) -> None:
    assert "512" in _told(service, "Bộ Thủy lợi có bao nhiêu kiểm ngư viên?")


def test_a_cited_paper_is_found_though_its_own_issuer_is_named(service: Service) -> None:
    told = _told(service, "Quyết định số 22/QĐ-BNV của Bộ Nội vụ ban hành về nội dung gì?")
    assert "thả kè" in told


def test_bases_are_asked_for_though_the_question_says_that_it_was_made(service: Service) -> None:
    told = _told(service, "Bộ Thủy lợi căn cứ vào những văn bản nào để xây dựng kế hoạch?")
    assert "33/2039/NĐ-CP" in told


def test_a_unit_may_be_named_with_the_district_it_is_of(service: Service) -> None:
    listed = _told(service, "Phòng Hạ tầng huyện Lũng Phìn chủ trì bao nhiêu nhiệm vụ?")
    assert "Làm đường lên đồi" in listed
    assert service.ask("Phòng Hạ tầng huyện Nậm Pồ chủ trì việc gì?").status == "refused"


def test_what_a_text_charges_a_unit_with_is_told_though_it_leads_rows(service: Service) -> None:
    told = _told(service, "Phòng Kiểm lâm huyện Lũng Phìn có trách nhiệm gì?")
    assert "số cây sống" in told
    assert "Ươm cây giống" in _told(service, "Phòng Kiểm lâm huyện Lũng Phìn có nhiệm vụ gì?")


def test_a_unit_that_no_text_charges_has_its_rows_told(service: Service) -> None:
    assert "Làm đường lên đồi" in _told(service, "Phòng Hạ tầng có trách nhiệm gì?")


def test_units_of_one_district_have_no_duties_by_the_paper_of_another(service: Service) -> None:
    told = _told(service, "Ủy ban nhân dân các xã của huyện Lũng Phìn phải làm gì?")
    assert "giữ rừng" in told
    assert "nhà văn hóa" not in told


def test_any_body_may_be_the_one_with_most(service: Service) -> None:
    told = _told(service, "Cơ quan nào có điểm tự chấm cao nhất?")
    assert "94,25" in told
    assert "Điểm tối đa" not in told


def test_why_the_work_reported_on_still_lacks_is_told_by_its_causes(service: Service) -> None:
    told = _told(service, "Vì sao công tác khuyến nông của tỉnh Đồi Chè còn hạn chế?")
    assert "Mưa kéo dài" in told


def test_the_quarter_that_a_figure_is_held_against_is_not_its_own(service: Service) -> None:
    told = _told(service, "Bao nhiêu bản tin về phân xanh được phát trong quý III ở Đồi Chè?")
    assert "128" in told


def test_a_name_is_neither_talk_nor_a_slip(service: Service) -> None:
    for question in (
        "Điểm tự chấm của xã An Khe Hòa là bao nhiêu?",
        "Thời hạn khảo sát chân đê tả Cốc Nam là khi nào?",
    ):
        answer = service.ask(question)
        assert answer.status == "refused", answer.answer


def test_the_paper_that_carries_out_a_cited_one_is_meant(service: Service) -> None:
    told = _told(
        service, "Khoa Dược chủ trì những nhiệm vụ nào trong kế hoạch thực hiện Kế hoạch 88/KH-SYT?"
    )
    assert "tủ phát thuốc" in told
    itself = service.ask("Khoa Dược chủ trì những nhiệm vụ nào trong Kế hoạch 88/KH-SYT?")
    assert itself.status == "refused"
