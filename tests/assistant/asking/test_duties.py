"""What a body has to do, and what a part of a document says, where running text alone tells it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH VÂN SƠN
SỞ DU LỊCH
Số: 88/KH-SDL
Vân Sơn, ngày 14 tháng 2 năm 2033

KẾ HOẠCH
Chấn chỉnh hoạt động bến thuyền du lịch năm 2033
Căn cứ Quyết định số 512/QĐ-UBND ngày 03/01/2033 của UBND tỉnh giao nhiệm vụ cho Sở Du lịch;
Sở Du lịch ban hành Kế hoạch như sau:

I. ĐÁNH GIÁ NĂM 2032
1. Hạn chế
- Còn 14 thuyền chở quá số khách.
- Việc bán vé chưa niêm yết giá.
2. Nguyên nhân
a) Nguyên nhân khách quan: nước hồ cạn sớm, khách dồn vào hai tháng.
b) Nguyên nhân chủ quan: tổ bến chưa ghi sổ khách; kiểm tra còn thưa.
II. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Giữ an toàn cho khách và lập lại trật tự bán vé.
2. Yêu cầu
- Mỗi bến có một người chịu trách nhiệm.
- Không thu thêm tiền ngoài giá niêm yết.
III. THỦ TỤC RỜI BẾN
Hồ sơ rời bến gồm: danh sách khách; sổ bảo hiểm; giấy kiểm tra áo phao.
Các lỗi hay gặp là:
- Không mặc áo phao;
- Chở hàng trên mui.
IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở có trách nhiệm theo dõi, đôn đốc; tổng hợp báo cáo trước ngày 20 hằng tháng.
2. Phòng Quản lý lữ hành, Thanh tra Sở tổ chức kiểm tra bến thuyền mỗi quý một lần.
3. Phòng Quản lý di sản số hóa bản đồ bến thuyền, xong trước ngày 30/9/2033.
4. Ban Quản lý hồ Vân Sơn:
a) Cắm biển báo độ sâu;
b) Bố trí xuồng cứu hộ.
Nơi nhận:
- Lưu: VT, Văn phòng Sở.
"""
RULES = """UBND TỈNH HÀ LĂNG
Số: 19/2034/QĐ-UBND
Hà Lăng, ngày 02 tháng 3 năm 2034

QUY ĐỊNH
Quản lý trạm cân xe chở cát
Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng
1. Quy định này quy định về đặt và vận hành trạm cân xe chở cát.
2. Quy định này áp dụng đối với chủ mỏ cát và chủ xe vận tải.
Điều 2. Trách nhiệm của Sở Xây dựng
1. Thẩm tra vị trí trạm cân.
2. Kiểm định trạm cân hằng năm.
"""


service = service_of({"ben-thuyen": PLAN, "tram-can": RULES}, today=date(2033, 5, 2))


def said(service: Service, question: str) -> tuple[Answer, str]:
    answer = service.ask(question)
    return answer, answer.answer


@pytest.mark.parametrize(
    ("question", "wanted", "others"),
    [
        (
            "Văn phòng Sở Du lịch có trách nhiệm gì?",
            ("theo dõi, đôn đốc", "20 hằng tháng"),
            ("Lưu", "bản đồ"),
        ),
        ("van phong so phai lam gi", ("theo dõi, đôn đốc",), ("Lưu",)),
        ("Thanh tra Sở được giao việc gì?", ("kiểm tra bến thuyền",), ("bản đồ", "tổng hợp")),
        ("Phòng Quản lý di sản làm gì?", ("số hóa bản đồ",), ("kiểm tra bến thuyền",)),
        (
            "Ban Quản lý hồ Vân Sơn có nhiệm vụ gì?",
            ("Cắm biển báo", "xuồng cứu hộ"),
            ("số hóa",),
        ),
        (
            "Trách nhiệm của Sở Xây dựng theo quy định trạm cân là gì?",
            ("Thẩm tra vị trí", "Kiểm định"),
            ("chủ mỏ cát",),
        ),
    ],
)
def test_all_that_running_text_charges_a_body_with_is_told(
    service: Service, question: str, wanted: tuple[str, ...], others: tuple[str, ...]
) -> None:
    answer, text = said(service, question)
    assert answer.status == "answered"
    assert [one for one in wanted if one not in text] == []
    assert [one for one in others if one in text] == []
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "Phòng Quản lý lưu trú có trách nhiệm gì?",
        "Sở Y tế có nhiệm vụ gì?",
        "UBND tỉnh có trách nhiệm gì trong kế hoạch bến thuyền?",
    ],
)
def test_a_body_that_no_text_charges_has_no_duties(service: Service, question: str) -> None:
    assert said(service, question)[0].status == "refused"


@pytest.mark.parametrize(
    ("question", "wanted", "others"),
    [
        (
            "Kế hoạch chấn chỉnh bến thuyền nhằm mục đích gì?",
            ("an toàn cho khách",),
            ("niêm yết",),
        ),
        (
            "Kế hoạch 88/KH-SDL đặt ra những yêu cầu gì?",
            ("một người chịu trách nhiệm", "giá niêm yết"),
            ("trật tự bán vé",),
        ),
        (
            "Nguyên nhân chủ quan của hạn chế ở bến thuyền là gì?",
            ("chưa ghi sổ khách",),
            ("nước hồ",),
        ),
        (
            "Quy định về trạm cân xe chở cát áp dụng cho những ai?",
            ("chủ mỏ cát",),
            ("Thẩm tra",),
        ),
        ("Quy định 19/2034 quy định về những gì?", ("vận hành trạm cân",), ("chủ mỏ cát",)),
        (
            "Hồ sơ rời bến gồm những giấy tờ gì?",
            ("danh sách khách", "sổ bảo hiểm", "áo phao"),
            ("Chở hàng",),
        ),
        ("Các lỗi hay gặp là gì?", ("Không mặc áo phao", "Chở hàng trên mui"), ("bảo hiểm",)),
    ],
)
def test_a_part_of_a_named_document_is_given_whole_and_alone(
    service: Service, question: str, wanted: tuple[str, ...], others: tuple[str, ...]
) -> None:
    answer, text = said(service, question)
    assert answer.status == "answered"
    assert [one for one in wanted if one not in text] == []
    assert [one for one in others if one in text] == []


def test_a_part_that_a_document_lacks_is_refused(service: Service) -> None:
    assert said(service, "Nguyên tắc của kế hoạch chấn chỉnh bến thuyền là gì?")[0].status == (
        "refused"
    )
