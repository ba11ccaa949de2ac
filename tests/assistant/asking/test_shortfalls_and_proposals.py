"""Causes beside shortfalls, proposals by addressee, leads held to premises, plans no results."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.asking.answerer import RuleAnswerer
from assistant.service import Service
from evals.opening import opened
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years
from tests.office_files import excel_file, word_file

REPORT = """UBND TỈNH MÂY TRẮNG
SỞ MUỐI VÀ RUỘNG MUỐI
Số: 377/BC-SMRM
Mây Trắng, ngày 11 tháng 3 năm 2035

BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2035

I. KẾT QUẢ
Trong quý, 01 nhân viên kho muối bị nhắc nhở do để phiếu cân muối lậu hạn nhiều lần.
Sửa chữa bờ ruộng đã dùng 7,4 tỷ đồng, bằng 19% kế hoạch vốn.
II. ĐÁNH GIÁ CHUNG
1. Tồn tại, hạn chế
- Phiếu cân muối lậu hạn còn nhiều, tập trung ở cụm ruộng Bãi Cát (38 phiếu).
- Việc sơn lại biển báo ở các cụm ruộng còn chậm.
2. Nguyên nhân
- Số phiếu cân muối lậu tăng vọt sau mùa gió, trong khi chưa thêm người cân.
- Đường vào ruộng hay ngập.
III. KIẾN NGHỊ, ĐỀ XUẤT
1. Đề nghị Sở Nội vụ bổ sung 14 chỉ tiêu nhân viên cân muối.
2. Đề nghị Sở Xây dựng nâng mặt đường vào 09 cụm ruộng.
3. Đối với Sở Cảng vụ
- Cho mượn 03 bãi phơi muối.
Trên đây là báo cáo quý I năm 2035 của Sở Muối và Ruộng muối./.

GIÁM ĐỐC

Quách Thị Thử
"""
PROGRAMME = """ỦY BAN NHÂN DÂN
TỈNH GIÓ NGÀN
Số: 912/KH-UBND
Gió Ngàn, ngày 17 tháng 3 năm 2032

KẾ HOẠCH
Cải cách hành chính tỉnh Gió Ngàn giai đoạn 2032 - 2035

I. MỤC TIÊU CHUNG
Xây dựng đội thuyền của tỉnh gọn nhẹ, an toàn, tay lái vững vàng qua mùa lũ; đến
năm 2035 chỉ số lái thuyền của tỉnh thuộc tốp 23 tỉnh có thuyền.
II. TỔ CHỨC THỰC HIỆN
1. Sở Bến bãi
Chủ trì triển khai nội dung neo đậu liên bến.
2. Sở Ngân khố
Chủ trì triển khai nội dung thu phí bến.

CHỦ TỊCH

Mạc Văn Mẫu
"""
PLAN = """UBND TỈNH SƯƠNG GIĂNG
SỞ GIAO THÔNG THUYỀN BÈ
Số: 41/KH-SGTTB
Sương Giăng, ngày 14 tháng 01 năm 2035

KẾ HOẠCH
Cải cách hành chính năm 2035 của Sở Giao thông thuyền bè

I. CHỈ TIÊU
1. Tối thiểu 83% đơn đóng thuyền được nhận qua mạng; riêng lĩnh vực thuyền thúng đạt tối thiểu 64%.
II. NHIỆM VỤ TRỌNG TÂM
1. Cải cách đội ngũ thuyền trưởng
Luân chuyển ít nhất 05 thuyền trưởng trong năm 2035.
2. Cải cách bến đò
Bàn giao bến đò của Sở Giao thông thuyền bè cùng Sở Đê điều theo lịch.
"""
TASKS = [
    ("STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian hoàn thành"),
    ("I", "CẢI CÁCH ĐỘI NGŨ THUYỀN TRƯỞNG", "", "", "", ""),
    ("1", "Lập hồ sơ thuyền trưởng", "Kế hoạch", "Phòng Luồng", "Sở Đê điều", "Tháng 6/2035"),
    ("2", "Thi tay lái mùa lũ", "Biên bản", "Phòng Luồng", "Sở Đê điều", "Tháng 9/2035"),
    ("II", "CẢI CÁCH BẾN ĐÒ", "", "", "", ""),
    ("1", "Đặt phao tại bến", "Phao", "Phòng Bến", "Phòng Luồng", "Quý IV/2035"),
]
FIGURES: list[tuple[str | int, ...]] = [
    ("TT", "Chỉ tiêu thống kê", "Đơn vị tính", "Năm 2033", "Năm 2034", "Ghi chú"),
    ("1", "Đã phát hành Sổ tay bẫy cá phiên bản 4.0", "Chưa = 0 Có = 1", 0, 1, ""),
    ("2", "Số lồng bè", "Lồng", 51, 44, "Giảm do gộp các bè nhỏ"),
    ("4", "Đã phát hành Sổ tay bẫy cua phiên bản 4.2", "Chưa = 0 Có = 1", 0, 1, ""),
    ("3", "Số lượt ươm giống", "Lượt", 61, 30, "Chưa đạt kế hoạch"),
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("shortfalls")
    (folder / "bao-cao.txt").write_text(REPORT, encoding="utf-8")
    (folder / "chuong-trinh.txt").write_text(PROGRAMME, encoding="utf-8")
    word_file(
        folder / "ke-hoach.docx",
        TASKS,
        before=PLAN.splitlines(),
        merged=((1, 1, 1, 5), (4, 1, 4, 5)),
    )
    heading = (
        ["SỞ THUYỀN NAN MIỀN THƯỢNG TỈNH KHÓI LAM"],
        ["PHỤ LỤC THỐNG KÊ CẢI CÁCH HÀNH CHÍNH NĂM 2034 TỈNH KHÓI LAM"],
    )
    excel_file(folder / "thong-ke.xlsx", (*heading, *FIGURES))
    with opened(sorted(folder.iterdir()), today=lambda: date(2035, 5, 20)) as found:
        yield found


def test_a_shortfall_is_told_with_the_causes_below_that_speak_of_it(service: Service) -> None:
    answer = service.ask("Vì sao phiếu cân muối lậu hạn còn nhiều?")
    assert answer.status == "answered"
    assert "tăng vọt sau mùa gió" in answer.answer
    assert "hay ngập" not in answer.answer


def test_what_is_asked_about_is_not_explained_where_it_is_itself_the_cause(
    service: Service,
) -> None:
    answer = service.ask("Vì sao phiếu cân muối lậu hạn còn nhiều?").answer
    assert "bị nhắc nhở" not in answer
    answer = service.ask("Vì sao nhân viên kho muối bị nhắc nhở?").answer
    assert "lậu hạn nhiều lần" in answer


def test_a_shortfall_of_which_no_cause_speaks_is_left_without_one(service: Service) -> None:
    assert service.ask("Vì sao việc sơn lại biển báo còn chậm?").status == "refused"


@pytest.mark.parametrize(
    ("question", "said", "other"),
    [
        ("Sở Muối và Ruộng muối kiến nghị gì với Sở Nội vụ?", "14 chỉ tiêu", "09 cụm"),
        ("Sở Muối và Ruộng muối đề nghị Sở Xây dựng việc gì?", "09 cụm", "14 chỉ tiêu"),
        ("Sở Muối và Ruộng muối đề nghị gì với Sở Cảng vụ?", "03 bãi", "14 chỉ tiêu"),
    ],
)
def test_of_proposals_those_to_the_body_named_are_told(
    service: Service, question: str, said: str, other: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert other not in answer.answer
    assert "Trên đây" not in answer.answer


def test_nothing_is_proposed_to_a_body_that_no_line_addresses(service: Service) -> None:
    question = "Sở Muối và Ruộng muối kiến nghị gì với Sở Ngân khố?"
    assert service.ask(question).status == "refused"


def test_the_heading_above_a_duty_is_held_to_who_is_said_to_lead(service: Service) -> None:
    wrong = service.ask("Vì sao Sở Ngân khố chủ trì nội dung neo đậu liên bến?").answer
    assert "Không phải Sở Ngân khố. Sở Bến bãi" in wrong.replace("**", "")
    right = service.ask("Sở Bến bãi chủ trì nội dung neo đậu liên bến phải không?").answer
    assert "Đúng. Sở Bến bãi" in right.replace("**", "")


def test_what_a_plan_sets_is_not_what_has_been_reached() -> None:
    plan = ReadingBuilder("ke", DocumentKind.PLAN, period=years(2032, 2035))
    plan.section("I", "MỤC TIÊU CỤ THỂ")
    plan.passage("Tỷ lệ đơn thuê thuyền nộp qua mạng đạt từ 55% trở lên.")
    answerer = RuleAnswerer(FakeIndex([plan.build()]), today=date(2035, 5, 20))
    question = "Năm 2035 {} tỷ lệ đơn thuê thuyền nộp qua mạng bao nhiêu?"
    reached = answerer.answer(question.format("thực tế đã đạt"))
    assert reached.status == "refused", reached.answer
    planned = answerer.answer(question.format("phải đạt"))
    assert planned.status == "answered"
    assert "55%" in planned.answer


def test_tasks_of_a_part_are_its_rows_where_a_paragraph_bears_the_same_heading(
    service: Service,
) -> None:
    answer = service.ask(
        "Những nhiệm vụ cải cách đội ngũ thuyền trưởng của Sở Giao thông thuyền bè năm 2035?"
    ).answer
    assert "Lập hồ sơ thuyền trưởng" in answer
    assert "Thi tay lái mùa lũ" in answer


def test_a_unit_that_only_helps_leads_no_rows_of_others(service: Service) -> None:
    answer = service.ask("Sở Đê điều được giao chủ trì nhiệm vụ gì trong kế hoạch 41/KH-SGTTB?")
    assert answer.status == "refused", answer.answer


def test_of_two_figures_in_a_sentence_the_one_set_aside_is_told_alone(service: Service) -> None:
    answer = service.ask("Lĩnh vực thuyền thúng phải đạt tối thiểu bao nhiêu đơn qua mạng?").answer
    assert "64%" in answer
    assert "≥ 83%" not in answer


@pytest.mark.parametrize("book", ["bẫy cá phiên bản 4.0", "bẫy cá 4.0", "bẫy cua phiên bản 4.2"])
def test_the_number_of_an_edition_is_no_number_of_a_row(service: Service, book: str) -> None:
    answer = service.ask(f"Khói Lam đã phát hành Sổ tay {book} chưa?")
    assert answer.status == "answered", answer.answer
    assert "1 (Có)" in answer.answer


def test_one_note_of_a_row_of_two_years_is_told_once(service: Service) -> None:
    answer = service.ask("Tại sao số lồng bè của Khói Lam giảm?").answer
    assert answer.count("gộp các bè nhỏ") == 1


def test_a_note_that_repeats_the_question_gives_no_reason(service: Service) -> None:
    question = "Vì sao số lượt ươm giống năm 2034 của Khói Lam chưa đạt kế hoạch?"
    assert service.ask(question).status == "refused"


def test_billions_ask_for_a_sum_without_the_name_of_the_currency(service: Service) -> None:
    answer = service.ask("Sở Muối và Ruộng muối sửa chữa bờ ruộng hết bao nhiêu tỷ?")
    assert answer.status == "answered", answer.answer
    assert "7,4 tỷ" in answer.answer


def test_small_initials_of_an_issuer_stay_its_name(service: Service) -> None:
    answer = service.ask("sở tnmt khói lam năm 2034 có bao nhiêu lồng bè?")
    assert answer.status == "answered", answer.answer
    assert "44" in answer.answer


def test_a_figure_on_the_next_line_of_a_sentence_is_its_figure(service: Service) -> None:
    answer = service.ask("Chỉ số lái thuyền của Gió Ngàn thuộc tốp bao nhiêu tỉnh?")
    assert answer.status == "answered", answer.answer
    assert "23 tỉnh" in answer.answer
