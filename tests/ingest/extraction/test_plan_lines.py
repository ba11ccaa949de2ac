"""Lines of a plan that say who does what by when, and figures below headings that say by when."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.fields import deadline_in
from ingest.model import Reading
from ingest.pipeline import read_file

_HEAD = """UBND TỈNH KHE SƠN
SỞ DU LỊCH
Số: {number}-SDL
Khe Sơn, ngày 05 tháng 5 năm 2033

"""


def _read(folder: Path, number: str, text: str) -> Reading:
    path = folder / "a.txt"
    path.write_text(_HEAD.format(number=number) + text, encoding="utf-8")
    return read_file(path, document_id="d", shown_path=path.name)


def _work(folder: Path, lines: str) -> dict[tuple[str, ...], str | None]:
    told = f"KẾ HOẠCH\nMở bến thuyền năm 2033\nI. PHÂN CÔNG\n1. Chuẩn bị\n{lines}"
    tasks = _read(folder, "7/KH", told).tasks
    return {one.lead: one.deadline.text if one.deadline else None for one in tasks}


@pytest.mark.parametrize("mark", ["- ", "", "a) "])
def test_a_unit_before_a_colon_leads_what_is_due_by_a_day(tmp_path: Path, mark: str) -> None:
    found = _work(tmp_path, f"{mark}Phòng Lữ hành: vẽ sơ đồ bến, xong trước ngày 14/6.\n")
    assert found == {("Phòng Lữ hành",): "trước ngày 14/6"}


def test_work_handed_out_in_a_line_without_a_number_is_a_task(tmp_path: Path) -> None:
    found = _work(tmp_path, "Giao Phòng Lữ hành kiểm kê phao và hoàn thành trước ngày 20/7.\n")
    assert found == {("Phòng Lữ hành",): "trước ngày 20/7"}


def test_a_numbered_line_says_who_acts_and_by_when(tmp_path: Path) -> None:
    lines = (
        "a) Trung tâm Xúc tiến in lại biển.\nb) Trạm Đò dọc sửa chữa cầu phao, xong trước 30/8.\n"
    )
    assert _work(tmp_path, lines) == {("Trạm Đò dọc",): "trước 30/8"}


def test_a_line_without_a_time_or_without_a_unit_is_no_task_of_a_plan(tmp_path: Path) -> None:
    lines = (
        "- Phòng Lữ hành: 12 người.\n"
        "- Lưu ý: gửi danh sách trước ngày 01/6.\n"
        "- Thời gian: trước ngày 30/6.\n"
    )
    assert _work(tmp_path, lines) == {}


def test_a_lead_that_runs_on_into_the_work_is_none(tmp_path: Path) -> None:
    found = _work(tmp_path, "- Giao Phòng Lữ hành ngắm sông rồi về trước ngày 20/7.\n")
    assert all("20/7" not in unit for units in found for unit in units)


def test_a_quarter_in_roman_numbers_is_a_deadline() -> None:
    assert deadline_in("Niêm yết giá vé; hoàn thành trong quý III.") == "trong quý III"


def _targets(folder: Path, text: str) -> list[tuple[str | None, int | None]]:
    told = f"QUYẾT ĐỊNH\nPhê duyệt Đề án bến thuyền\nĐiều 1. Phê duyệt Đề án như sau:\n{text}"
    found = _read(folder, "61/QĐ", told).targets
    return [(one.value, one.horizon.to if one.horizon else None) for one in found]


def test_figures_below_years_are_targets_where_no_heading_names_targets(tmp_path: Path) -> None:
    told = (
        "I. PHÁT TRIỂN BẾN\n1. Bến khách\na) Đến năm 2036:\n- Mở bến cho 45% số xã ven sông.\n"
        "- Giữ gìn cảnh quan.\nb) Đến năm 2041:\n- Mở bến cho 85% số xã ven sông.\n"
    )
    assert _targets(tmp_path, told) == [("45", 2036), ("85", 2041)]


def test_figures_below_years_are_targets_below_a_general_aim(tmp_path: Path) -> None:
    told = "1. Mục tiêu tổng quát\nSông sạch.\na) Đến năm 2036:\n- 60% thuyền chạy điện.\n"
    assert _targets(tmp_path, told) == [("60", 2036)]


def test_figures_of_a_year_gone_by_are_no_targets(tmp_path: Path) -> None:
    assert _targets(tmp_path, "1. Thực trạng\na) Năm 2031:\n- 30% thuyền chạy điện.\n") == []


def test_a_line_that_only_leads_in_years_is_no_target(tmp_path: Path) -> None:
    told = (
        "I. MỤC TIÊU\nPhấn đấu đạt các chỉ tiêu sau:\na) Đến năm 2036:\n- 60% thuyền chạy điện.\n"
    )
    assert _targets(tmp_path, told) == [("60", 2036)]
