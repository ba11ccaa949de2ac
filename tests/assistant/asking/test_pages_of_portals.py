"""Questions to documents as portals and news pages give them: running text, few rows, odd data."""

from __future__ import annotations

from datetime import date

from assistant.answer import Answer, Turn
from assistant.service import Service
from tests.assistant.asking.written import service_of

DECISION = """Quyết định 77/2033/QĐ-UBND của tỉnh Hạ Lâm
| Số hiệu | 77/2033/QĐ-UBND |
| Người ký | Lò Thị Thử |
|
ỦY BAN NHÂN DÂN |
TỈNH HẠ LÂM |
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM |
|
Số: 77/2033/QĐ-UBND |
Hạ Lâm, ngày 09 tháng 4 năm 2033 |
QUYẾT ĐỊNH
GIAO QUYỀN CẤP PHÉP NUÔI ONG RỪNG CHO CẤP XÃ TRÊN ĐỊA BÀN TỈNH HẠ LÂM
Căn cứ Luật Nuôi ong
số 15/2030/QH17;
Căn cứ Nghị định số
41/2031/NĐ-CP ngày 05 tháng 6 năm 2031 của Chính phủ quy định chi tiết một số
điều của Luật Nuôi ong;
Theo đề nghị của Giám
đốc Sở Lâm nghiệp tại Tờ trình số 12/TTr-SLN ngày 01/4/2033;
Điều 1. Đối tượng và
nội dung giao quyền
1. Đối tượng được giao quyền: Chủ tịch UBND cấp xã.
2. Nội dung giao quyền:
a) Cấp phép đặt thùng ong
trong rừng sản xuất.
b) Thu hồi giấy phép khi
chủ trại vi phạm.
c) Không áp dụng điểm a khoản 2 Điều này đối với vườn quốc gia Hạ Lâm.
Điều 2. Tổ chức thực hiện
1. Giám đốc Sở Lâm nghiệp tập huấn
cho cấp xã.
2. Chánh Văn phòng UBND tỉnh; Giám đốc Sở Lâm nghiệp; Chủ tịch UBND các xã, phường
chịu trách nhiệm thi hành Quyết định này./.
"""
DIRECTIVE = """ỦY BAN NHÂN DÂN
TỈNH VĨNH KHÊ
Số: 8/CT-UBND
Vĩnh Khê, ngày 21 tháng 3 năm 2033

CHỈ THỊ
Tăng cường chăm sóc cây xanh ven kênh

Để cây ven kênh không đổ trong mùa bão, Chủ tịch UBND tỉnh yêu cầu:

1. Sở Xây dựng
a) Kiểm kê cây ven kênh; đề xuất chính sách hỗ trợ người trông cây đêm.
b) Giảm tối thiểu 35% thời gian xử lý cây đổ.
2. Sở Nông nghiệp
a) Ươm 9.000 cây giống.
"""
NEWS = (
    "Trung tâm Lưu trữ tỉnh Ba Vực đã làm xong 41/44 việc trong tháng 5\n\n"
    "Kết quả, trong tháng 5, Trung tâm Lưu trữ tỉnh đã hoàn thành 41/44 nhiệm vụ. Nhiều đơn vị "
    "hoàn thành tốt như: Phòng Số hóa hoàn thành 17/17 nhiệm vụ; Phòng Kho lạnh hoàn thành 9/12 "
    "nhiệm vụ.\n\n"
    "Tuy nhiên công tác lưu trữ phim ảnh vẫn còn một số hạn chế. Máy quét phim hỏng kéo dài. "
    "Kho lạnh thiếu chỗ xếp hộp.\n\n"
    'Chỉ số sạch kho của Trung tâm tiếp tục nằm trong nhóm "Khá bền".\n'
)
CHARTER = """Thông tư 6/2033/TT-BLN vừa quy định nhiệm vụ, quyền hạn của Trạm Kiểm lâm cửa rừng.

1. Về tuần tra, canh gác
a) Đi tuần mỗi ngày hai lượt;
b) Ghi sổ người vào rừng.

2. Về phòng cháy
a) Dọn đường băng cản lửa;
b) Trực chòi canh mùa khô.
"""


service = service_of(
    {"qd": DECISION, "ct": DIRECTIVE, "tin": NEWS, "tt": CHARTER}, today=date(2033, 6, 2)
)


def said(service: Service, question: str) -> str:
    answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    return answer.answer


def then(service: Service, first: str, second: str) -> Answer:
    before = service.ask(first)
    return service.ask(second, history=(Turn(question=first, answer=before.answer),))


def test_the_signer_is_read_from_the_data_a_portal_prints(service: Service) -> None:
    assert "Lò Thị Thử" in said(service, "Ai ký Quyết định 77/2033/QĐ-UBND?")


def test_number_and_day_of_a_document_named_by_its_title_are_told_together(
    service: Service,
) -> None:
    told = said(service, "Chỉ thị về chăm sóc cây xanh ven kênh số mấy, ban hành ngày nào?")

    assert "8/CT-UBND" in told
    assert "21/3/2033" in told


def test_all_bases_are_told_where_their_lines_are_broken(service: Service) -> None:
    told = said(service, "Quyết định giao quyền cấp phép nuôi ong rừng căn cứ vào văn bản nào?")

    assert all(one in told for one in ("15/2030/QH17", "41/2031/NĐ-CP", "12/TTr-SLN"))


def test_all_who_carry_out_a_decision_are_told(service: Service) -> None:
    told = said(service, "Những ai chịu trách nhiệm thi hành Quyết định 77/2033/QĐ-UBND?")

    assert "Chánh Văn phòng UBND tỉnh" in told
    assert "Chủ tịch UBND các xã" in told


def test_what_a_decision_does_not_apply_to_is_told(service: Service) -> None:
    asked = "Quyết định giao quyền cấp phép nuôi ong rừng không áp dụng đối với nơi nào?"
    told = said(service, asked)

    assert "vườn quốc gia Hạ Lâm" in told
    assert "Thu hồi" not in told


def test_what_a_directive_is_for_is_told_by_the_sentence_that_issues_it(service: Service) -> None:
    told = said(service, "Mục đích ban hành Chỉ thị 8/CT-UBND của Chủ tịch UBND tỉnh là gì?")

    assert "không đổ trong mùa bão" in told


def test_who_acts_is_told_with_the_unit_above_the_sentence(service: Service) -> None:
    told = said(service, "Ai đề xuất chính sách hỗ trợ người trông cây đêm?")

    assert "Sở Xây dựng" in told


def test_a_share_of_time_is_no_deadline(service: Service) -> None:
    told = said(service, "Chỉ thị yêu cầu giảm bao nhiêu phần trăm thời gian xử lý cây đổ?")

    assert "35%" in told
    assert "9.000" not in told


def test_tasks_that_stand_in_no_row_are_counted_by_the_sentence(service: Service) -> None:
    told = said(service, "Phòng Số hóa hoàn thành bao nhiêu nhiệm vụ trong tháng 5?")

    assert "17/17" in told
    assert "9/12" not in told


def test_no_number_is_told_of_another_month_or_of_a_room_that_is_not_there(
    service: Service,
) -> None:
    for asked in (
        "Phòng Số hóa hoàn thành bao nhiêu nhiệm vụ trong tháng 6?",
        "Phòng Tu bổ hoàn thành bao nhiêu nhiệm vụ trong tháng 5?",
    ):
        assert service.ask(asked).status == "refused"


def test_another_body_takes_the_place_of_the_one_asked_about(service: Service) -> None:
    answer = then(
        service, "Phòng Số hóa hoàn thành bao nhiêu nhiệm vụ trong tháng 5?", "Còn Phòng Kho lạnh?"
    )

    assert "9/12" in answer.answer
    assert "17/17" not in answer.answer


def test_limits_that_a_sentence_only_announces_are_told(service: Service) -> None:
    told = said(service, "Công tác lưu trữ phim ảnh còn những hạn chế gì?")

    assert "Máy quét phim hỏng" in told
    assert "thiếu chỗ xếp hộp" in told


def test_a_document_on_one_body_tells_its_work_in_a_field(service: Service) -> None:
    told = said(service, "Trạm Kiểm lâm cửa rừng có nhiệm vụ gì về phòng cháy?")

    assert "băng cản lửa" in told
    assert "Ghi sổ" not in told


def test_a_field_that_such_a_document_has_not_is_refused(service: Service) -> None:
    answer = service.ask("Trạm Kiểm lâm cửa rừng có nhiệm vụ gì về thu phí?")

    assert answer.status == "refused"


def test_the_class_of_an_index_is_told_though_no_figure_is(service: Service) -> None:
    told = said(service, "Chỉ số sạch kho của Trung tâm Lưu trữ thuộc nhóm nào?")

    assert "Khá bền" in told


def test_a_heading_that_begins_the_question_is_told_with_the_body_it_is_for(
    service: Service,
) -> None:
    told = said(service, "Nội dung giao quyền cho Chủ tịch UBND cấp xã gồm những gì?")

    assert "đặt thùng ong" in told
    assert "Thu hồi giấy phép" in told
