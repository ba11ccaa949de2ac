"""Tables that judge their rows, tell a month above themselves, or hold figures in shares."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.service import Service
from evals.opening import opened

REPORT = """UBND TỈNH SUỐI RÊU
SỞ BÈ MẢNG
Số: 61/BC-SBM
Suối Rêu, ngày 20 tháng 9 năm 2041

BÁO CÁO
Công tác cải cách hành chính quý III năm 2041

I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU

| TT | Chỉ tiêu | ĐVT | Kế hoạch năm | Thực hiện quý | Đánh giá |
|----|----------|-----|------|------|------|
| 1 | Bè gỗ cập bến | Bè | 900 | 260 | Đạt |
| 2 | Tỷ lệ bè gắn mã | % | 70 | 64,5 | Chưa đạt |
| 3 | Số buổi dạy chèo | Buổi | 8 | 1 | Chưa đạt |
"""
SCORES = """UBND TỈNH SUỐI RÊU
SỞ BÈ MẢNG
Số: 77/TB-SBM
Suối Rêu, ngày 02 tháng 12 năm 2041

THÔNG BÁO
Kết quả chấm điểm các bến năm 2041

| TT | Bến | Điểm tự chấm | Tổng điểm |
|----|-----|------|------|
| 1 | Bến Lau | 44,5 | 41,25 |
| 2 | Bến Sậy | 40 | 35,5 |
"""
SURVEY = """UBND TỈNH SUỐI RÊU
VIỆN ĐÒ NGANG
Số: 12/BC-VDN
Suối Rêu, ngày 28 tháng 11 năm 2041

BÁO CÁO
Kết quả khảo sát khách đi đò năm 2041

Bảng 1. Mức độ hài lòng theo yếu tố (%)

| Yếu tố | Rất hài lòng | Hài lòng | Không hài lòng |
|----|------|------|------|
| Giờ đò chạy | 41,2 | 38,5 | 20,3 |
| Áo phao trên đò | 28,4 | 35,6 | 36,0 |
"""
WORK = [
    ("STT", "Nội dung nhiệm vụ", "Phòng tham mưu", "Hạn xử lý", "Ngày hoàn thành"),
    (1, "Vớt cây trôi ở ngã ba sông", "Phòng Luồng lạch", "20/01/2041", "18/01/2041"),
    (2, "Rà soát phao tiêu ban đêm", "Phòng Đèn sông", "15/3/2041", None),
]


def _months(path: Path) -> None:
    book = Workbook()
    for month, late in ((5, 32), (6, 17)):
        sheet = book.create_sheet(f"Tháng {month}")
        sheet.append([f"KẾT QUẢ GIẢI QUYẾT ĐƠN CẤP BẾN THÁNG {month} NĂM 2041"])
        sheet.append(["Bến", "Đơn tiếp nhận", "Trễ hạn"])
        sheet.append(["Bến Lau", 300 + month, 4])
        sheet.append(["Bến Sậy", 200 + month, late])
    del book["Sheet"]
    book.save(path)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("ben")
    files = []
    for name, text in (("bao-cao", REPORT), ("diem", SCORES), ("khao-sat", SURVEY)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        files.append(folder / f"{name}.txt")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["THEO DÕI NHIỆM VỤ CỦA SỞ BÈ MẢNG NĂM 2041"])
    for row in WORK:
        sheet.append(list(row))
    book.save(folder / "theo-doi.xlsx")
    _months(folder / "don-ben.xlsx")
    files += [folder / "theo-doi.xlsx", folder / "don-ben.xlsx"]
    with opened(files, today=lambda: date(2041, 12, 20)) as opened_service:
        yield opened_service


def test_rows_that_a_table_judges_itself_are_not_judged_by_the_plan_of_another_time(
    service: Service,
) -> None:
    said = service.ask("Chỉ tiêu nào của Sở Bè Mảng chưa đạt trong quý III/2041?").answer
    assert "Tỷ lệ bè gắn mã" in said
    assert "Số buổi dạy chèo" in said
    assert "Bè gỗ cập bến" not in said


def test_the_difference_of_two_totals_is_no_sum(service: Service) -> None:
    said = service.ask("Tổng điểm của Bến Lau và Bến Sậy chênh nhau bao nhiêu?").answer
    assert "5,75" in said
    assert "76,75" not in said


def test_a_blank_day_of_completion_is_not_filled_with_the_deadline(service: Service) -> None:
    blank = service.ask("Rà soát phao tiêu ban đêm hoàn thành ngày nào?")
    assert blank.status == "refused"
    assert "Ngày hoàn thành" in blank.answer
    done = service.ask("Vớt cây trôi ở ngã ba sông hoàn thành ngày nào?")
    assert "18/01/2041" in done.answer


def test_figures_of_one_sheet_a_month_are_told_apart(service: Service) -> None:
    may = service.ask("Tháng 5/2041 Bến Sậy có bao nhiêu đơn trễ hạn?").answer
    assert "32" in may
    assert "**17" not in may
    june = service.ask("Tháng 6/2041 Bến Sậy có bao nhiêu đơn trễ hạn?").answer
    assert "17" in june
    assert "**32" not in june


def test_a_share_is_told_by_the_line_above_its_table_and_only_of_the_column_named(
    service: Service,
) -> None:
    answer = service.ask("Tỷ lệ không hài lòng về áo phao trên đò là bao nhiêu?")
    assert answer.status == "answered"
    assert "36,0" in answer.answer
    assert "35,6" not in answer.answer


def test_both_columns_that_are_asked_for_are_told(service: Service) -> None:
    said = service.ask("Bè gỗ cập bến quý III/2041 kế hoạch năm và thực hiện quý?").answer
    assert "900" in said
    assert "260" in said
