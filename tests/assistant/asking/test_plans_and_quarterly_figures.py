"""What is asked of one body's plan, of a quarter beside the one before, and of a paper's date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.service import Service
from evals.opening import opened
from tests.office_files import excel_file, word_file

PLAN = """UBND TỈNH ĐÈO SƯƠNG
SỞ VĂN HÓA
Số: 58/KH-SVH
Đèo Sương, ngày 09 tháng 02 năm 2034

KẾ HOẠCH
Cải cách hành chính năm 2034 của Sở Văn hóa

II. KINH PHÍ
Kinh phí thực hiện được bố trí trong dự toán năm 2034 của Sở là 713 triệu đồng.
III. TỔ CHỨC THỰC HIỆN
1. Các phòng, chi cục, đơn vị trực thuộc xây dựng kế hoạch chi tiết của đơn vị mình, gửi về Văn \
phòng Sở trước ngày 17/3/2034.

GIÁM ĐỐC

Lò Văn Thử
"""
BOARD = """UBND TỈNH ĐÈO SƯƠNG
BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP
Số: 61/KH-BQLKCN
Đèo Sương, ngày 20 tháng 01 năm 2033

KẾ HOẠCH
Cải cách hành chính của Ban Quản lý các khu công nghiệp giai đoạn 2033 - 2037

I. ĐÁNH GIÁ CHUNG
Công tác có chuyển biến.
II. MỤC TIÊU
1. Về hạ tầng số
a) Đến năm 2035
- Tối thiểu 91% hồ sơ thuê kho được giải quyết đúng hạn.
- 06/09 khu công nghiệp có bản đồ số về quỹ đất.
b) Đến năm 2037
- Tối thiểu 94% hồ sơ thuê kho được giải quyết đúng hạn.
- 09/09 khu công nghiệp có bản đồ số về quỹ đất.
IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng Ban là đầu mối.
2. Trung tâm Kho vận chủ trì xây dựng bản đồ số về quỹ đất.

TRƯỞNG BAN

Mạc Đình Mẫu
"""
TASKS = [
    ("TT", "Tên công việc", "Kết quả đầu ra", "Hạn hoàn thành", "Bộ phận đầu mối"),
    (
        "1",
        "Tự kiểm tra tại các chi cục, đơn vị trực thuộc",
        "Báo cáo",
        "Quý III/2034",
        "Văn phòng Sở",
    ),
    ("2", "Xử lý dứt điểm hồ sơ di tích tồn đọng", "Danh sách", "30/10/2034", "Phòng Di sản"),
    ("3", "Xây dựng phòng đọc, gửi sách về thôn", "Phòng đọc", "Tháng 8/2034", "Thư viện"),
    ("4", "Xây dựng phòng chiếu, gửi phim về thôn", "Phòng chiếu", "Tháng 9/2034", "Thư viện"),
    ("5", "Xây dựng phòng nghe, gửi băng về thôn", "Phòng nghe", "Tháng 7/2034", "Thư viện"),
    ("6", "Xây dựng phòng tập, gửi áo về thôn", "Phòng tập", "Tháng 6/2034", "Thư viện"),
]
FIGURES: list[tuple[str | int, ...]] = [
    ("TT", "Nội dung", "Đơn vị tính", "Quý I/2034", "Quý I/2033"),
    (1, "Số hồ sơ tiếp nhận", "Hồ sơ", 812, 790),
    (2, "Số lượt xem lưu động", "Lượt", 45, 61),
    (3, "Số tủ sách điện tử", "Tủ", 37, 33),
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("plans")
    word_file(folder / "ke-hoach.docx", TASKS, before=PLAN.splitlines())
    (folder / "ban.txt").write_text(BOARD, encoding="utf-8")
    heading = (
        ["SỞ DU LỊCH TỈNH ĐÈO SƯƠNG"],
        ["PHỤ LỤC SỐ LIỆU CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2034"],
        ["(Kèm theo Báo cáo số 73/BC-SDL ngày 28 tháng 3 năm 2034 của Sở Du lịch)"],
    )
    excel_file(folder / "so-lieu.xlsx", (*heading, *FIGURES))
    with opened(sorted(folder.iterdir()), today=lambda: date(2034, 5, 8)) as found:
        yield found


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kinh phí thực hiện kế hoạch của Sở Văn hóa là bao nhiêu?", ("713 triệu",)),
        ("Các phòng, chi cục phải gửi kế hoạch chi tiết trước ngày nào?", ("17/3/2034",)),
        (
            "Số lượt xem lưu động của Sở Du lịch tăng hay giảm so với cùng kỳ năm trước?",
            ("45", "61", "16"),
        ),
        (
            "Quý I/2034 số hồ sơ tiếp nhận của Sở Du lịch tăng bao nhiêu so với cùng kỳ năm ngoái?",
            ("812", "790", "22"),
        ),
        ("Sở Du lịch cung cấp bao nhiêu tủ sách điện tử trong quý I/2034?", ("37",)),
        ("BQL các KCN đặt mục tiêu hồ sơ thuê kho đúng hạn đến 2037 là bao nhiêu?", ("94%",)),
        ("Ai ký kế hoạch 61/KH-BQLKCN, vào ngày nào?", ("Mạc Đình Mẫu", "20/1/2033")),
        ("Who signed plan 61/KH-BQLKCN and on what date?", ("Mạc Đình Mẫu", "20/1/2033")),
        ("When was plan 61/KH-BQLKCN issued?", ("20/1/2033",)),
        ("When was plan 61/KH-BQLKCN signed and by whom?", ("Mạc Đình Mẫu", "20/1/2033")),
    ],
)
def test_a_plain_question_gets_its_answer(
    service: Service, question: str, said: tuple[str, ...]
) -> None:
    answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    assert all(one in answer.answer for one in said), answer.answer


def test_the_money_of_one_plan_is_not_told_of_another_body(service: Service) -> None:
    answer = service.ask("Kinh phí thực hiện kế hoạch của Ban Quản lý các khu công nghiệp?")
    assert answer.status == "refused"
    assert "713" not in answer.answer


def test_work_that_the_text_assigns_is_not_said_to_be_unassigned(service: Service) -> None:
    answer = service.ask("Đơn vị nào chủ trì xây dựng bản đồ số về quỹ đất?")
    assert "Trung tâm Kho vận" in answer.answer
    assert "không phân công" not in answer.answer


def test_clearing_a_backlog_is_dealing_with_it(service: Service) -> None:
    answer = service.ask("Who is in charge of clearing the backlog of heritage dossiers?")
    assert "Phòng Di sản" in answer.answer
