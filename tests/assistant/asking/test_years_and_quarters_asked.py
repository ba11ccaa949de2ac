"""What is asked of one year of a plan for several, of a quarter, a share, a least number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from openpyxl import Workbook

from assistant.answer import Turn
from assistant.service import Service
from evals.opening import opened
from tests.office_files import word_file

PLAN = """UBND THÀNH PHỐ MÂY TRẮNG
ỦY BAN NHÂN DÂN PHƯỜNG SUỐI NGÀ
Số: 19/KH-UBND
Suối Ngà, ngày 14 tháng 02 năm 2034

KẾ HOẠCH
Cải cách hành chính giai đoạn 2034-2037 của phường Suối Ngà

I. CHỈ TIÊU
1. Tổ chức ít nhất 03 buổi tiếp thợ dệt tại xưởng trong năm.
II. KINH PHÍ
Tổng số là 640 triệu đồng, trong đó năm 2035 là 155 triệu đồng.
III. TỔ CHỨC THỰC HIỆN
1. Các phòng báo cáo trước ngày 17/3/2034.

CHỦ TỊCH

Lò Văn Thử
"""
OFFICE = "Văn phòng HĐND và UBND"
TASKS = [
    ("TT", "Nội dung công việc", "Đầu mối", "Thời gian thực hiện", "Kết quả"),
    ("1", "Sửa nhà kho lụa", OFFICE, "2034", "Nhà kho"),
    ("2", "Dựng xưởng nhuộm chàm", "Phòng Nghề", "2034-2036", "Xưởng"),
    ("3", "Mở phiên chợ tơ", OFFICE, "2036", "Phiên chợ"),
    ("4", "Bảo dưỡng khung cửi", "Phòng Nghề", "Hằng năm", "Đợt bảo dưỡng"),
]
REPORT = """ỦY BAN NHÂN DÂN PHƯỜNG SUỐI NGÀ
Số: 44/BC-UBND
Suối Ngà, ngày 05 tháng 4 năm 2034

BÁO CÁO
Kết quả cải cách hành chính Quý I năm 2034 của phường Suối Ngà

I. KẾT QUẢ
1. Tiếp nhận
Tổng số đơn nhuộm vải là 87 đơn, trong đó 31 đơn gửi qua mạng.
"""
RULES = """ỦY BAN NHÂN DÂN TỈNH ĐÈO SƯƠNG
Số: 23/QĐ-UBND
Đèo Sương, ngày 11 tháng 5 năm 2034

QUYẾT ĐỊNH
Ban hành Quy chế phối hợp vận hành Tổng đài 2468 tỉnh Đèo Sương

Điều 1. Thời gian hoạt động của Tổng đài
1. Tổng đài hoạt động từ 6 giờ 15 đến 20 giờ 45 hằng ngày.
2. Ngoài thời gian này cuộc gọi được ghi âm.
Điều 2. Sở Kho bãi
Bố trí phòng trực cho Tổng đài.
Điều 3. Ban Đê điều tỉnh
Đôn đốc người trực trả lời đúng giờ.
"""
FIGURES: list[tuple[str | int, ...]] = [
    ("STT", "Lĩnh vực", "Hồ sơ tiếp nhận", "Đã giải quyết", "Đúng hạn", "Tỷ lệ đúng hạn (%)"),
    (1, "Tơ lụa", 212, 200, 140, "70,0%"),
    (2, "Gốm", 64, 60, 57, "95,0%"),
    (3, "Đăng ký bè cá", 96, 90, 81, "90,0%"),
]


AIMS: list[tuple[str | int | None, ...]] = [
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2034", "Kết quả Quý I"),
    (1, "Tỷ lệ đơn trả qua mạng", "%", 66, "52,5"),
    (2, "Mức độ ưng ý của thợ dệt", "%", 91, None),
    (3, "Số khung cửi mới", "Chiếc", 14, 5),
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("years")
    first, second, *rest = PLAN.splitlines()
    word_file(folder / "ke-hoach.docx", TASKS, before=(f"{first}\n{second}", *rest))
    (folder / "bao-cao.txt").write_text(REPORT, encoding="utf-8")
    (folder / "quy-che.txt").write_text(RULES, encoding="utf-8")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["PHỤ LỤC TÌNH HÌNH GIẢI QUYẾT HỒ SƠ QUÝ I NĂM 2034"])
    sheet.append(["(Kèm theo Báo cáo số 44/BC-UBND ngày 05/4/2034 của UBND phường Suối Ngà)"])
    for figures in FIGURES:
        sheet.append(figures)
    aims = book.create_sheet("Chi tieu")
    aims.append(["PHỤ LỤC MỘT SỐ CHỈ TIÊU QUÝ I NĂM 2034"])
    for aim in AIMS:
        aims.append(aim)
    book.save(folder / "so-lieu.xlsx")
    with opened(sorted(folder.iterdir()), today=lambda: date(2034, 5, 8)) as found:
        yield found


@pytest.mark.parametrize(
    ("question", "listed", "others"),
    [
        (
            "Những nhiệm vụ nào phải hoàn thành trong năm 2036?",
            ("Dựng xưởng nhuộm chàm", "Mở phiên chợ tơ"),
            ("Sửa nhà kho lụa", "Bảo dưỡng khung cửi"),
        ),
        (
            "Liệt kê các nhiệm vụ thực hiện trong năm 2035",
            ("Dựng xưởng nhuộm chàm", "Bảo dưỡng khung cửi"),
            ("Sửa nhà kho lụa", "Mở phiên chợ tơ"),
        ),
        (
            "Năm 2036 có những nhiệm vụ nào?",
            ("Dựng xưởng nhuộm chàm", "Mở phiên chợ tơ", "Bảo dưỡng khung cửi"),
            ("Sửa nhà kho lụa",),
        ),
    ],
)
def test_of_a_plan_for_years_only_the_tasks_of_the_year_named_are_listed(
    service: Service, question: str, listed: tuple[str, ...], others: tuple[str, ...]
) -> None:
    said = service.ask(question).answer
    assert all(text in said for text in listed), said
    assert not any(text in said for text in others), said


def test_the_least_number_asked_for_is_a_bound_not_the_lowest_figure(service: Service) -> None:
    said = service.ask("Phường phải tổ chức ít nhất mấy buổi tiếp thợ dệt?").answer
    assert "ít nhất 03 buổi" in said
    assert "thấp nhất" not in said


def test_a_product_without_a_number_is_no_least_number(service: Service) -> None:
    said = service.ask("Phường tổ chức ít nhất bao nhiêu đợt bảo dưỡng khung cửi?").answer
    assert "**Đợt bảo dưỡng**" not in said


def test_the_bare_level_of_who_reports_is_no_other_subject(service: Service) -> None:
    found = service.ask("Quý I phường đã có bao nhiêu khung cửi mới?")
    assert found.status == "answered"
    assert "5" in found.answer


def test_the_lowest_share_is_looked_for_in_the_column_of_shares(service: Service) -> None:
    said = service.ask("Lĩnh vực nào có tỷ lệ hồ sơ đúng hạn thấp nhất?").answer
    assert "«Tơ lụa»" in said
    assert "70,0%" in said
    assert "Gốm" not in said


def test_a_figure_of_another_quarter_is_no_answer(service: Service) -> None:
    asked = "Quý {} năm 2034 phường Suối Ngà có bao nhiêu đơn nhuộm vải?"
    assert service.ask(asked.format("II")).status == "refused"
    assert "87 đơn" in service.ask(asked.format("I")).answer


def test_what_a_quarter_reached_is_told_without_the_plan_of_the_year(service: Service) -> None:
    reached = service.ask("Tỷ lệ đơn trả qua mạng Quý I năm 2034 đạt bao nhiêu?").answer
    assert "52,5%" in reached
    assert "66" not in reached
    blank = service.ask("Quý I/2034 mức độ ưng ý của thợ dệt đạt bao nhiêu phần trăm?")
    assert blank.status == "refused"
    planned = service.ask("Kế hoạch tỷ lệ đơn trả qua mạng Quý I năm 2034 là bao nhiêu?").answer
    assert "66%" in planned


def test_the_money_of_a_plan_is_found_by_what_its_title_says_it_is_for(service: Service) -> None:
    asked = "Năm 2035 kế hoạch cải cách hành chính của phường Suối Ngà dự kiến chi bao nhiêu tiền?"
    assert "155 triệu đồng" in service.ask(asked).answer
    other = service.ask("Kế hoạch nuôi ong dự kiến chi bao nhiêu tiền?")
    assert other.status == "refused"


def test_a_level_behind_the_name_of_an_office_is_no_other_office(service: Service) -> None:
    found = service.ask(f"Liệt kê các công việc do {OFFICE} phường làm đầu mối.")
    assert found.status == "answered"
    assert "Sửa nhà kho lụa" in found.answer
    assert "Dựng xưởng" not in found.answer


def test_a_call_centre_is_one_word_and_no_total(service: Service) -> None:
    said = service.ask("Tổng đài 2468 hoạt động từ mấy giờ đến mấy giờ?").answer
    assert "6 giờ 15 đến 20 giờ 45" in said


@pytest.mark.parametrize(
    ("before", "turn", "said"),
    [
        ("Lĩnh vực gốm tiếp nhận bao nhiêu hồ sơ?", "Còn lĩnh vực đăng ký bè cá?", "**96**"),
        ("Lĩnh vực gốm tiếp nhận bao nhiêu hồ sơ?", "Còn lĩnh vực tơ lụa thì sao?", "**212**"),
        (
            "Trách nhiệm của Sở Kho bãi trong quy chế Tổng đài 2468 là gì?",
            "Còn của Ban Đê điều tỉnh?",
            "Đôn đốc người trực",
        ),
    ],
)
def test_the_same_is_asked_of_another_field_or_body(
    service: Service, before: str, turn: str, said: str
) -> None:
    earlier = Turn(question=before, answer=service.ask(before).answer)
    assert said in service.ask(turn, history=(earlier,)).answer


def test_a_city_above_the_committee_of_its_ward_keeps_its_own_name(service: Service) -> None:
    provinces = {one.province for one in service.documents().documents}
    assert "Mây Trắng" in provinces
    assert not any("Ủy" in (name or "") for name in provinces)
