"""What meetings concluded, groups that were founded, and parts of documents around their text."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.service import Service
from tests.assistant.asking.written import service_of

NOTICE = """UBND TỈNH KHE SƠN
SỞ CÔNG THƯƠNG
Số: 77/TB-SCT
Khe Sơn, ngày 14 tháng 8 năm 2033

THÔNG BÁO
Kết luận của Giám đốc Sở tại cuộc họp về kho chứng từ điện tử

Ngày 12 tháng 8 năm 2033, Giám đốc Sở chủ trì cuộc họp về Hệ thống kho chứng từ điện tử (QCT). \
Tham dự cuộc họp có lãnh đạo Phòng Thương mại; Trung tâm Xúc tiến và Viễn thông Khe Sơn.
Giám đốc Sở kết luận như sau:
1. Ghi nhận kết quả 7 tháng: đã nhập 9.204 chứng từ, tăng 6,5 điểm phần trăm so với cùng kỳ năm \
2032.
2. Đồng ý mua thêm ổ lưu trữ cho Hệ thống kho chứng từ điện tử. Giao Phòng Thương mại lập dự \
toán, gửi Văn phòng Sở thẩm tra trước ngày 05/9/2033; giao Trung tâm Xúc tiến bố trí chỗ đặt máy \
trước ngày 25/9/2033.
3. Không đồng ý thuê thêm 08 nhân viên nhập liệu. Giao Văn phòng Sở phân công lại người trực.

Nơi nhận:
- Phòng Thương mại;
- Trung tâm Xúc tiến;
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
"""
GROUP = """UBND TỈNH KHE SƠN
SỞ XÂY DỰNG
Số: 905/QĐ-SXD
Khe Sơn, ngày 03 tháng 4 năm 2033

QUYẾT ĐỊNH
Về việc thành lập Ban Chỉ đạo số hóa bản vẽ quy hoạch
GIÁM ĐỐC SỞ XÂY DỰNG
Căn cứ Luật Quy hoạch ngày 24 tháng 11 năm 2027;
Căn cứ Nghị định số 61/2031/NĐ-CP ngày 09/9/2031 của Chính phủ về bản đồ số;
QUYẾT ĐỊNH:
Điều 1. Thành lập Ban Chỉ đạo số hóa bản vẽ quy hoạch (sau đây gọi tắt là Ban Chỉ đạo) gồm 13 \
thành viên:
1. Trưởng ban: Giám đốc Sở.
2. Phó Trưởng ban Thường trực: Phó Giám đốc phụ trách quy hoạch.
Điều 2. Những việc Ban Chỉ đạo không được làm
1. Tự ý thay đổi bản vẽ đã duyệt.
2. Giao bản gốc cho bên ngoài.
Điều 3. Cơ quan thường trực
Phòng Quy hoạch là cơ quan thường trực của Ban Chỉ đạo.
Điều 4. Trách nhiệm của Trung tâm Lưu trữ
Quét bản vẽ cũ; báo cáo tiến độ trước ngày 22 hằng tháng về Phòng Quy hoạch để tổng hợp.
Điều 5. Quyết định này có hiệu lực kể từ ngày ký; thay thế Quyết định số 118/QĐ-SXD ngày \
07/02/2029. Trong quá trình thực hiện, nếu vướng mắc thì phản ánh về Phòng Quy hoạch.
"""
REPORT = """UBND TỈNH KHE SƠN
SỞ Y TẾ
Số: 61/BC-SYT
Khe Sơn, ngày 20 tháng 12 năm 2033

BÁO CÁO
Kết quả kiểm tra phòng khám năm 2033 và phương hướng năm 2034
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Nắm tình hình hành nghề ngoài giờ.
2. Yêu cầu
a) Không gây phiền hà cho cơ sở.
II. HẠN CHẾ VÀ NGUYÊN NHÂN
1. Hạn chế
- Sổ khám còn ghi tay ở 17 cơ sở;
- Biển hiệu chưa thống nhất.
2. Nguyên nhân
a) Nguyên nhân khách quan
- Mưa bão kéo dài làm hỏng thiết bị;
b) Nguyên nhân chủ quan
- Người đứng đầu cơ sở chưa dự lớp bồi dưỡng.
III. KINH PHÍ
Kinh phí kiểm tra là 96 triệu đồng.
Trên đây là báo cáo của Sở Y tế./.
"""


service = service_of({"tb": NOTICE, "qd": GROUP, "bc": REPORT}, today=date(2034, 1, 5))


@pytest.mark.parametrize(
    ("question", "said", "left_out"),
    [
        ("Ai lập dự toán mua ổ lưu trữ cho QCT?", "Phòng Thương mại", "Viễn thông"),
        ("Khi nào phải bố trí xong chỗ đặt máy?", "trước ngày 25/9/2033", "hạn: **trước ngày 05"),
        ("Những ai dự cuộc họp về QCT?", "Viễn thông Khe Sơn", "Văn phòng Sở"),
        ("QCT là gì?", "Hệ thống kho chứng từ điện tử", "9.204"),
        ("Thông báo 77 gửi cho những ai?", "Trung tâm Xúc tiến", "Lưu"),
        ("Số chứng từ tăng bao nhiêu so với cùng kỳ năm 2032?", "6,5 điểm phần trăm", "không"),
        ("Trưởng ban Ban Chỉ đạo số hóa bản vẽ là ai?", "Trưởng ban: Giám đốc Sở", "Thường trực"),
        ("BCĐ số hóa bản vẽ có mấy thành viên?", "13 thành viên", "Thường trực"),
        ("Cơ quan thường trực BCĐ số hóa bản vẽ là phòng nào?", "Phòng Quy hoạch", "Trung tâm"),
        ("Những việc Ban Chỉ đạo không được làm?", "Giao bản gốc", "Quét bản vẽ"),
        ("Quyết định 905 thay thế văn bản nào?", "118/QĐ-SXD", "phản ánh về"),
        ("Quyết định thành lập BCĐ số hóa bản vẽ căn cứ luật nào?", "Luật Quy hoạch", "61/2031"),
        (
            "Trung tâm Lưu trữ báo cáo tiến độ trước ngày mấy?",
            "trước ngày 22 hằng tháng",
            "ngày ký",
        ),
        ("Mục đích kiểm tra phòng khám là gì?", "hành nghề ngoài giờ", "phiền hà"),
        ("Kiểm tra phòng khám còn hạn chế gì?", "17 cơ sở", "Mưa bão"),
        ("Nguyên nhân chủ quan của hạn chế khi kiểm tra phòng khám?", "lớp bồi dưỡng", "Mưa bão"),
        ("kinh phi kiem tra phong kham", "96 triệu đồng", "Trên đây"),
    ],
)
def test_the_answer_says_what_is_asked_and_leaves_the_rest_out(
    service: Service, question: str, said: str, left_out: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer
    assert left_out not in answer.answer
    assert answer.citations


def test_every_unit_that_a_conclusion_gives_work_is_listed(service: Service) -> None:
    answer = service.ask("Thông báo 77/TB-SCT giao nhiệm vụ cho những đơn vị nào?")
    assert answer.path == "records"
    for unit in ("Phòng Thương mại", "Trung tâm Xúc tiến", "Văn phòng Sở"):
        assert f"chủ trì: {unit}" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Vì sao Giám đốc Sở đồng ý thuê thêm 08 nhân viên nhập liệu?",
        "Thư ký Ban Chỉ đạo số hóa bản vẽ là ai?",
        "Ai là Phó Giám đốc Sở Xây dựng?",
        "Ban Chỉ đạo số hóa bản vẽ giám sát những xã nào?",
        "Ban Chỉ đạo số hóa bản vẽ họp bao nhiêu ngày?",
        "Đơn giá ổ lưu trữ QCT là bao nhiêu?",
    ],
)
def test_what_no_sentence_says_is_refused(service: Service, question: str) -> None:
    answer = service.ask(question)
    assert answer.status == "refused", answer.answer
