"""Columns of months, quarters, halves and years: one record a figure, each with its time."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.month_columns import months_of
from ingest.model import Indicator, Reading
from ingest.pipeline import read_file
from tests.office_files import word_file


def _read(path: Path) -> Reading:
    return read_file(path, document_id="d", shown_path=path.name)


def _text(folder: Path, *lines: str) -> tuple[Indicator, ...]:
    path = folder / "a.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return _read(path).indicators


def _span(row: Indicator) -> tuple[int, int] | None:
    return (row.months.from_, row.months.to) if row.months else None


def _years(row: Indicator) -> tuple[int, int] | None:
    return (row.period.from_, row.period.to) if row.period else None


@pytest.mark.parametrize(
    ("heading", "span"),
    [
        ("Quý III", (7, 9)), ("Quý / II", (4, 6)), ("Tháng 5", (5, 5)), ("Tháng / 11", (11, 11)),
        ("T12", (12, 12)), ("6 tháng đầu năm 2027", (1, 6)), ("6 tháng cuối năm", (7, 12)),
        ("9 tháng", (1, 9)), ("Quý I/2027 / Thực hiện", (1, 3)), ("Tháng 1 - Tháng 3", (1, 3)),
        ("Năm 2027", None), ("Cả năm", None), ("Tổng cộng", None), ("Tháng 13", None),
    ],
)  # fmt: skip
def test_the_months_of_a_heading(heading: str, span: tuple[int, int] | None) -> None:
    found = months_of(heading)
    assert ((found.from_, found.to) if found else None) == span


def test_twelve_months_and_the_year_are_thirteen_records(tmp_path: Path) -> None:
    months = "\t".join(f"Tháng {number}" for number in range(1, 13))
    values = [number * 10 for number in range(1, 13)]
    rows = _text(
        tmp_path,
        "PHỤ LỤC SỐ LIỆU NĂM 2027", "",
        f"TT\tChỉ tiêu\tĐơn vị tính\t{months}\tCả năm",
        "1\tĐơn nhận được\tĐơn\t" + "\t".join(map(str, values)) + "\t780",
    )  # fmt: skip
    assert [(row.value, _span(row)) for row in rows] == [
        *((str(value), (month, month)) for month, value in enumerate(values, start=1)),
        ("780", None),
    ]
    assert {(row.name, row.unit, row.role, _years(row)) for row in rows} == {
        ("Đơn nhận được", "Đơn", "actual", (2027, 2027))
    }
    assert len({row.id for row in rows}) == 13


def test_quarters_keep_a_blank_and_their_total(tmp_path: Path) -> None:
    rows = _text(
        tmp_path,
        "PHỤ LỤC THỐNG KÊ NĂM 2027", "",
        "STT\tNội dung\tĐVT\tQuý I\tQuý II\tQuý III\tQuý IV\tTổng cộng",
        "1\tBuổi họp\tBuổi\t3\t0\t\t6\t9",
    )  # fmt: skip
    assert [(row.value, row.role, _span(row)) for row in rows] == [
        ("3", "actual", (1, 3)),
        ("0", "actual", (4, 6)),
        (None, "actual", (7, 9)),
        ("6", "actual", (10, 12)),
        ("9", "total", None),
    ]


def test_plan_result_and_share_of_two_years_have_roles_and_years(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["TT", "Chỉ tiêu", "Đơn vị", "Năm 2027", "", "", "Năm 2028", "", ""],
            ["", "", "", "Kế hoạch", "Thực hiện", "Tỷ lệ %", "Kế hoạch", "Ước đạt", "Tỷ lệ %"],
            ["1", "Cầu treo", "Cầu", "10", "12", "120", "15", "15", "100"],
        ],
        before=["PHỤ LỤC II", "KẾT QUẢ THỰC HIỆN CHỈ TIÊU"],
        merged=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 5), (0, 6, 0, 8)],
    )
    found = [(row.value, row.role, row.unit, _years(row)) for row in _read(path).indicators]
    assert found == [
        ("10", "plan", "Cầu", (2027, 2027)),
        ("12", "actual", "Cầu", (2027, 2027)),
        ("120", "share", "%", (2027, 2027)),
        ("15", "plan", "Cầu", (2028, 2028)),
        ("15", "actual", "Cầu", (2028, 2028)),
        ("100", "share", "%", (2028, 2028)),
    ]


def test_an_estimate_of_a_year_names_no_subject(tmp_path: Path) -> None:
    rows = _text(
        tmp_path,
        "BIỂU SỐ 2", "", "TT\tChỉ tiêu\tĐVT\tNăm 2026\tNăm 2027\tƯớc 2028",
        "1\tGiếng khoan\tGiếng\t3\t4\t6",
    )  # fmt: skip
    assert [(row.value, row.subject, _years(row)) for row in rows] == [
        ("3", None, (2026, 2026)), ("4", None, (2027, 2027)), ("6", None, (2028, 2028)),
    ]  # fmt: skip


def test_quarters_above_the_indicators_of_a_wide_table(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["Địa phương", "Quý I/2027", "", "Quý II/2027", ""],
            ["", "Nhận", "Trả", "Nhận", "Trả"],
            ["Xã Đồng Chiêm", "120", "118", "130", "129"],
        ],
        before=["BIỂU SỐ 1", "TÌNH HÌNH TRẢ ĐƠN"],
        merged=[(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)],
    )
    found = [(row.subject, row.value, _span(row), _years(row)) for row in _read(path).indicators]
    assert found == [
        ("Xã Đồng Chiêm", "120", (1, 3), (2027, 2027)),
        ("Xã Đồng Chiêm", "118", (1, 3), (2027, 2027)),
        ("Xã Đồng Chiêm", "130", (4, 6), (2027, 2027)),
        ("Xã Đồng Chiêm", "129", (4, 6), (2027, 2027)),
    ]


def test_the_title_of_a_table_gives_its_year_before_the_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "KẾ HOẠCH\nCông tác năm 2028\n\nTT\tNhiệm vụ\tChủ trì\tThời hạn\n"
        "1\tĐào giếng\tPhòng Nước\tQuý I\n\nBIỂU SỐ LIỆU NĂM 2027\n\n"
        "TT\tChỉ tiêu\tĐVT\tSố liệu\n1\tGiếng đã đào\tGiếng\t7\n",
        encoding="utf-8",
    )
    reading = _read(path)
    (row,) = reading.indicators
    (task,) = reading.tasks
    assert _years(row) == (2027, 2027)
    assert task.deadline is not None
    assert task.deadline.to == "2028-03-31"
