"""Tables of Word and Excel files: merged cells, nested headers, automatic numbers."""

from __future__ import annotations

from pathlib import Path

from ingest.model import Reading
from ingest.pipeline import read_file
from tests.ingest.extraction.described import indicator_line, target_line, when, years
from tests.office_files import excel_file, numbered_word_file, word_file


def _read(path: Path) -> Reading:
    return read_file(path, document_id="d", shown_path=path.name)


def test_merged_leads_and_deadlines_belong_to_every_task_they_cover(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["STT", "Nhiệm vụ", "Phân công thực hiện", "", "Thời gian hoàn thành"],
            ["", "", "Cơ quan chủ trì", "Cơ quan phối hợp", ""],
            ["I", "TÀI CHÍNH CÔNG", "", "", ""],
            ["1", "Ban hành quy chế chi tiêu", "Sở Tài chính", "Kho bạc khu vực", "Quý I/2027"],
            ["2", "Rà soát tài sản công", "", "", "Quý II/2027"],
            ["II. CHUYỂN ĐỔI SỐ", "", "", "", ""],
            ["3", "Kết nối dữ liệu dân cư", "Công an tỉnh", "Sở Nội vụ", "Tháng 6/2027"],
            ["4", "Cấp chữ ký số", "Sở Khoa học và Công nghệ", "", ""],
        ],
        before=["PHỤ LỤC II", "PHÂN CÔNG NHIỆM VỤ NĂM 2027"],
        merged=[
            (0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4), (2, 1, 2, 4), (3, 2, 4, 2),
            (3, 3, 4, 3), (5, 0, 5, 4), (6, 4, 7, 4),
        ],
    )  # fmt: skip
    tasks = _read(path).tasks
    assert [(t.key, t.lead, t.coordinating, t.deadline and t.deadline.text) for t in tasks] == [
        ("I.1", ("Sở Tài chính",), ("Kho bạc khu vực",), "Quý I/2027"),
        ("I.2", ("Sở Tài chính",), ("Kho bạc khu vực",), "Quý II/2027"),
        ("II.3", ("Công an tỉnh",), ("Sở Nội vụ",), "Tháng 6/2027"),
        ("II.4", ("Sở Khoa học và Công nghệ",), (), "Tháng 6/2027"),
    ]  # fmt: skip


def test_bold_lines_title_the_rows_of_a_table_without_numbers(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["Nội dung công việc", "Đơn vị chủ trì", "Thời hạn"],
            ["Cải cách thể chế", "", ""],
            ["Soạn thảo quy chế phối hợp", "Phòng Pháp chế", "Quý I/2028"],
            ["Cải cách bộ máy", "", ""],
            ["Sắp xếp các ban quản lý", "Phòng Tổ chức cán bộ", "Trước 01/10/2028"],
        ],
        before=["PHỤ LỤC"],
        bold=[(1, 0), (3, 0)],
    )
    assert [(task.headings, task.text, task.lead) for task in _read(path).tasks] == [
        (("Cải cách thể chế",), "Soạn thảo quy chế phối hợp", ("Phòng Pháp chế",)),
        (("Cải cách bộ máy",), "Sắp xếp các ban quản lý", ("Phòng Tổ chức cán bộ",)),
    ]


def test_numbers_that_word_prints_itself_are_keys(tmp_path: Path) -> None:
    path = numbered_word_file(
        tmp_path / "a.docx",
        ["PHỤ LỤC"],
        [
            ["TT", "Tên nhiệm vụ", "Chủ trì", "Thời hạn"],
            ["", "Lập hồ sơ công việc", "Văn phòng Cục", "Hằng quý"],
            ["", "Kiểm kê tài liệu", "Phòng Lưu trữ", "Tháng 9/2027"],
        ],
    )
    assert [(task.key, task.lead) for task in _read(path).tasks] == [
        ("1", ("Văn phòng Cục",)), ("2", ("Phòng Lưu trữ",)),
    ]  # fmt: skip


def test_an_objective_merged_over_tasks_names_the_leads_of_them_all(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["TT", "Mục tiêu", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"],
            ["1", "Hài lòng trên 92%", "Khảo sát", "Báo cáo", "Văn phòng Sở", "Quý III/2027"],
            ["", "", "Khắc phục tồn tại", "Kế hoạch", "Các phòng chuyên môn", "Quý IV/2027"],
            ["2", "100% hồ sơ được số hóa", "Số hóa hồ sơ", "Kho", "Trung tâm Lưu trữ", "Năm 2027"],
        ],
        before=["PHỤ LỤC"],
        merged=[(1, 0, 2, 0), (1, 1, 2, 1)],
    )  # fmt: skip
    found = _read(path)
    assert [(task.objective, task.text, task.lead) for task in found.tasks] == [
        ("1", "Khảo sát", ("Văn phòng Sở",)),
        ("1", "Khắc phục tồn tại", ("Các phòng chuyên môn",)),
        ("2", "Số hóa hồ sơ", ("Trung tâm Lưu trữ",)),
    ]
    assert [(t.key, t.comparator, t.value, t.lead) for t in found.targets] == [
        ("1", ">", "92", ("Văn phòng Sở", "Các phòng chuyên môn")),
        ("2", "=", "100", ("Trung tâm Lưu trữ",)),
    ]


def test_years_over_columns_and_a_merged_total_row(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["STT", "Đơn vị", "Năm 2026", "", "Năm 2027", "", "Ghi chú"],
            ["", "", "Tiếp nhận", "Giải quyết", "Tiếp nhận", "Giải quyết", ""],
            ["1", "Xã Bình An", "100", "99", "1.120", "1.118", ""],
            ["2", "Xã Bình Hòa", "80", "80", "95", "90", "Chậm 5"],
            ["Tổng cộng", "", "180", "179", "1.215", "1.208", ""],
        ],
        before=["BIỂU SỐ 2", "SỐ LIỆU GIẢI QUYẾT HỒ SƠ", "(Đơn vị tính: hồ sơ)"],
        merged=[
            (0, 2, 0, 3), (0, 4, 0, 5), (0, 0, 1, 0), (0, 1, 1, 1), (0, 6, 1, 6), (4, 0, 4, 1),
        ],
    )  # fmt: skip
    rows = _read(path).indicators
    assert [(row.subject, row.name, row.value, years(row.period)) for row in rows[:4]] == [
        ("Xã Bình An", "Năm 2026 / Tiếp nhận", "100", "2026-2026"),
        ("Xã Bình An", "Năm 2026 / Giải quyết", "99", "2026-2026"),
        ("Xã Bình An", "Năm 2027 / Tiếp nhận", "1120", "2027-2027"),
        ("Xã Bình An", "Năm 2027 / Giải quyết", "1118", "2027-2027"),
    ]
    assert [(row.subject, row.role, row.value) for row in rows[8:]] == [
        ("Tổng cộng", "total", value) for value in ("180", "179", "1215", "1208")
    ]
    assert {row.unit for row in rows} == {"hồ sơ"}
    assert rows[4].note == "Chậm 5"


def test_a_sheet_of_targets_gives_targets_and_planned_indicators(tmp_path: Path) -> None:
    path = excel_file(
        tmp_path / "a.xlsx",
        [
            ["BẢNG CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2027"],
            [],
            ["STT", "Chỉ tiêu", "Đơn vị tính", "Chỉ tiêu giao năm 2027", "Cơ quan chủ trì"],
            [1, "Tỷ lệ hồ sơ trực tuyến", "%", 80, "Văn phòng UBND"],
            [2, "Số lớp bồi dưỡng", "Lớp", 4, "Sở Nội vụ"],
        ],
        merged=["A1:E1"],
    )
    found = _read(path)
    assert found.document.title == "BẢNG CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2027"
    assert [target_line(target) for target in found.targets] == [
        "target 1: Tỷ lệ hồ sơ trực tuyến | Tỷ lệ hồ sơ trực tuyến | = 80 % | - | 2027-2027 "
        "| Văn phòng UBND | -",
        "target 2: Số lớp bồi dưỡng | Số lớp bồi dưỡng | = 4 Lớp | - | 2027-2027 | Sở Nội vụ | -",
    ]
    assert [(row.role, row.value, row.unit) for row in found.indicators] == [
        ("plan", "80", "%"), ("plan", "4", "Lớp"),
    ]  # fmt: skip


def test_a_sheet_with_a_field_a_row_is_a_wide_table(tmp_path: Path) -> None:
    path = excel_file(
        tmp_path / "a.xlsx",
        [
            ["BÁO CÁO SỐ LIỆU QUÝ II NĂM 2027"],
            [],
            ["STT", "Lĩnh vực", "Số TTHC", "Hồ sơ tiếp nhận", "Tỷ lệ đúng hạn (%)"],
            [1, "Đất đai", 35, 1200, 99],
            ["", "Tổng cộng", 55, 1500, 98.5],
        ],
        merged=["A1:E1"],
    )
    assert [indicator_line(row) for row in _read(path).indicators] == [
        "indicator 1: - | Số TTHC | Đất đai | actual | 35 | 35 | - | - | - | 2027-2027",
        "indicator 1: - | Hồ sơ tiếp nhận | Đất đai | actual | 1200 | 1200 | - | - | - | 2027-2027",
        "indicator 1: - | Tỷ lệ đúng hạn (%) | Đất đai | share | 99 | 99 | % | - | - | 2027-2027",
        "indicator : - | Số TTHC | Tổng cộng | total | 55 | 55 | - | - | - | 2027-2027",
        "indicator : - | Hồ sơ tiếp nhận | Tổng cộng | total | 1500 | 1500 | - | - | - | 2027-2027",
        "indicator : - | Tỷ lệ đúng hạn (%) | Tổng cộng | share | 98.5 | 98,5 | % | - | - "
        "| 2027-2027",
    ]


def test_headings_nobody_foresaw_are_read_by_what_stands_below_them(tmp_path: Path) -> None:
    path = excel_file(
        tmp_path / "a.xlsx",
        [
            ["TT", "Việc cần làm", "Ai làm", "Xong khi nào"],
            [1, "Dọn kho lưu trữ", "Phòng Hành chính", "Tháng 5/2027"],
            [2, "Lập danh mục", "Văn phòng Sở", "Quý III/2027"],
        ],
    )
    assert [(task.text, task.lead, when(task.deadline)) for task in _read(path).tasks] == [
        ("Dọn kho lưu trữ", ("Phòng Hành chính",), "Tháng 5/2027 = month 2027-05-01..2027-05-31"),
        ("Lập danh mục", ("Văn phòng Sở",), "Quý III/2027 = period 2027-07-01..2027-09-30"),
    ]  # fmt: skip


def test_headings_nobody_foresaw_over_figures_make_a_wide_table(tmp_path: Path) -> None:
    path = excel_file(
        tmp_path / "a.xlsx",
        [["Nhóm", "Đăng ký", "Duyệt"], ["Nhóm nhà ở", 12, 10], ["Nhóm hạ tầng", 7, 7]],
    )
    assert [(row.subject, row.name, row.value) for row in _read(path).indicators] == [
        ("Nhóm nhà ở", "Đăng ký", "12"), ("Nhóm nhà ở", "Duyệt", "10"),
        ("Nhóm hạ tầng", "Đăng ký", "7"), ("Nhóm hạ tầng", "Duyệt", "7"),
    ]  # fmt: skip
