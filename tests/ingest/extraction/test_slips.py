"""Slips in a table are reported with their place, and no value is changed by that."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Reading
from ingest.pipeline import read_file
from ingest.text.deadlines import run_together

HEADER = "TT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời hạn"


def _read(folder: Path, *rows: str, header: str = HEADER) -> Reading:
    path = folder / "a.txt"
    path.write_text("\n".join(["PHỤ LỤC NĂM 2029", "", header, *rows]) + "\n", encoding="utf-8")
    return read_file(path, document_id="d", shown_path="a.txt")


def _codes(reading: Reading) -> list[tuple[str, str | None]]:
    return [(one.code, one.source.column if one.source else None)
            for one in reading.document.problems]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Theo Kế hoạch của tỉnh Hàng năm", ("Theo Kế hoạch của tỉnh", "Hàng năm")),
        ("Quý I/2029 Quý III/2029", ("Quý I/2029", "Quý III/2029")),
        ("Hằng quý Trước ngày 15/12", ("Hằng quý", "Trước ngày 15/12")),
        ("Theo Kế hoạch của Sở Tài chính", None),
        ("Thường xuyên trong năm 2029", None),
        ("Từ Quý I đến Quý III/2029", None),
        ("Hoàn thành trong Tháng 6/2029", None),
        ("Hàng năm (Sau khi UBND tỉnh ban hành Kế hoạch)", None),
        ("Quý I, Quý III", None),
        ("Theo Kế hoạch Quý II/2029", None),
    ],
)
def test_two_deadlines_without_a_mark_between_them_are_told(
    text: str, parts: tuple[str, str] | None
) -> None:
    assert run_together(text) == parts


def test_a_row_of_two_records_is_reported_cell_by_cell_and_kept(tmp_path: Path) -> None:
    reading = _read(
        tmp_path,
        "1\tCử người đi học\tCông văn, Quyết định Quyết định\tPhòng Nhân sự Phòng Nhân sự\t\t"
        "Theo kế hoạch của tỉnh Hàng năm",
        "2\tMở lớp\tKế hoạch; Báo cáo kết quả\tVăn phòng\tPhòng Nhân sự, Phòng Kho\tQuý II",
    )
    assert _codes(reading) == [
        ("flattened_records", "Chủ trì"),
        ("flattened_records", "Sản phẩm"),
        ("flattened_records", "Thời hạn"),
    ]
    task = reading.tasks[0]
    assert task.deadline is not None
    assert task.deadline.text == "Theo kế hoạch của tỉnh Hàng năm"
    assert task.products == ("Công văn, Quyết định Quyết định",)
    assert all("Bảng 1, hàng 2:" in one.message for one in reading.document.problems)


def test_a_unit_that_leads_and_helps_at_once_is_reported(tmp_path: Path) -> None:
    reading = _read(
        tmp_path,
        "1\tRà soát\tBáo cáo\tVP Sở\tPhòng Kho; Văn phòng Sở\tQuý I",
        "2\tTổng hợp\tBáo cáo\tPhòng Kho\tVăn phòng Sở\tQuý I",
    )
    (problem,) = reading.document.problems
    assert problem.code == "same_unit_twice"
    assert "“Văn phòng Sở”" in problem.message
    assert problem.source is not None
    assert (problem.source.row, problem.source.column) == (2, "Phối hợp")
    assert reading.tasks[0].coordinating == ("Phòng Kho", "Văn phòng Sở")


NEST = "TT\tMục tiêu\tNhiệm vụ\tHoạt động\tChủ trì\tThời hạn"


def _nest(rows: list[tuple[str, str, str]], *, start: int) -> list[str]:
    return [
        f"{number}\t{aim}\t{task}\t{steps}\tPhòng Kho\tQuý I"
        for number, (aim, task, steps) in enumerate(rows, start=start)
    ]


def test_an_item_with_the_number_of_another_section_is_reported(tmp_path: Path) -> None:
    first = [
        ("1.1. Kho gọn", "2.1. Dọn kho", "3.1. Lập sổ kho. 3.2. Phân loại hàng."),
        ("1.2. Sổ đủ", "2.2. Ghi sổ", "3.3. Mở sổ mới. 3.4. Tập huấn ghi sổ cho người mới."),
    ]
    second = [
        ("1.1. Xe tốt", "2.1. Bảo trì xe", "3.1. Lên lịch. 3.2. Thay dầu."),
        ("1.2. Lái xe giỏi", "2.2. Thi tay lái", "3.3. Ra đề. 3.4. Chấm thi. "
         "3.4. Tập huấn ghi sổ cho người mới."),
        ("1.3. Đường thông", "2.3. Vá đường", "3.5. Mua đá."),
    ]  # fmt: skip
    rows = ["I\tKHO TÀNG\t\t\t\t", *_nest(first, start=1), "II\tXE CỘ\t\t\t\t",
            *_nest(second, start=1)]  # fmt: skip
    reading = _read(tmp_path, *rows, header=NEST)
    (problem,) = reading.document.problems
    assert problem.code == "stray_number"
    assert problem.source is not None
    assert problem.source.quote == "3.4. Tập huấn ghi sổ cho người mới."
    assert problem.source.row == 7
    steps = [step.key for task in reading.tasks[2:] for step in task.activities]
    assert steps == ["3.1", "3.2", "3.3", "3.4", "3.4", "3.5"], "nothing is moved"


def test_a_clean_nest_is_not_reported(tmp_path: Path) -> None:
    rows = _nest(
        [
            ("1.1. Kho gọn", "2.1. Dọn kho", "3.1. Lập sổ. 3.2. Phân loại."),
            ("1.2. Sổ đủ", "2.2. Ghi sổ", "3.3. Mở sổ."),
            ("1.3. Xe tốt", "2.3. Rửa xe", "3.4. Mua xà phòng."),
        ],
        start=1,
    )
    assert _read(tmp_path, *rows, header=NEST).document.problems == ()
