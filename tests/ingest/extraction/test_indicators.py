from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.indicators import decode_unit, read_number
from ingest.model import Indicator, Reading
from ingest.pipeline import read_file


def _read(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "phu-luc.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, document_id="d", shown_path="phu-luc.txt")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("02", "2"),
        ("99,9 %", "99.9"),
        ("1.355.391", "1355391"),
        ("95.5%", "95.5"),
        ("922 nội dung", "922"),
        ("-3", "-3"),
        ("chưa có", None),
        ("03/04", None),
        ("", None),
    ],
)
def test_a_cell_is_read_as_a_number_only_where_it_is_one(text: str, value: str | None) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    ("unit", "codes"),
    [
        ("Không = 0 Có = 1", {"0": "Không", "1": "Có"}),
        ("Tốt =1 Có vi phạm = 0", {"1": "Tốt", "0": "Có vi phạm"}),
        ("Trực tuyến = 0, Phát phiếu = 1, Kết hợp = 2",
         {"0": "Trực tuyến", "1": "Phát phiếu", "2": "Kết hợp"}),
        ("Hồ sơ", {}),
        ("%", {}),
    ],
)  # fmt: skip
def test_coded_units_are_decoded(unit: str, codes: dict[str, str]) -> None:
    assert decode_unit(unit) == codes


TWO_LINE_HEADER = (
    "STT\tChỉ tiêu thống kê\tKết quả thống kê\t\tGhi chú\n\t\tĐơn vị tính\tSố liệu\t\n"
)


def test_blank_is_not_zero_and_headings_are_kept_apart(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "PHỤ LỤC\nSỐ LIỆU NĂM 2027\n\n" + TWO_LINE_HEADER + "I\tNhân sự\t\t\t\n"
        "1\tBiên chế\t\t\t\n\tSố người có mặt\tNgười\t07\t\n\tSố người nghỉ\tNgười\t0\t\n"
        "\tSố người chờ tuyển\tNgười\t\t\n2\tĐã công khai\tKhông = 0 Có = 1\t1\tTrên bảng tin\n",
    ).indicators
    assert [(row.key, row.name, row.value, row.value_text, row.parent) for row in found] == [
        ("I.1", "Biên chế", None, None, None),
        ("I.1", "Số người có mặt", "7", "07", "Biên chế"),
        ("I.1", "Số người nghỉ", "0", "0", "Biên chế"),
        ("I.1", "Số người chờ tuyển", None, None, "Biên chế"),
        ("I.2", "Đã công khai", "1", "1", None),
    ]
    assert found[-1].meaning == "Có"
    assert found[-1].note == "Trên bảng tin"
    assert found[1].source.column == "Kết quả thống kê / Số liệu"
    assert found[1].source.quote == "07"
    assert all(row.period and row.period.to == 2027 for row in found)


def test_plan_actual_and_last_year_are_told_apart_by_their_headers(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "PHỤ LỤC\nSỐ LIỆU NĂM 2027\n\n"
        "TT\tTên chỉ tiêu\tĐVT\tKế hoạch năm 2027\tThực hiện năm 2027\tThực hiện năm 2026\n"
        "1\tHồ sơ đã giải quyết\tHồ sơ\t1.200\t1.250\t1.100\n",
    ).indicators
    got = [(row.role, row.value, row.period and row.period.to) for row in found]
    assert got == [("plan", "1200", 2027), ("actual", "1250", 2027), ("actual", "1100", 2026)]


def test_a_wide_table_gives_one_indicator_a_cell_with_its_subject(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "PHỤ LỤC\nKẾT QUẢ NĂM 2027\n\n"
        "STT\tĐịa phương\tHồ sơ tiếp nhận\tTỷ lệ đúng hạn (%)\n"
        "1\tXã An Bình\t120\t98,5\n2\tXã Phú Lộc\t95\t\n",
    ).indicators
    assert [(row.subject, row.name, row.value, row.unit) for row in found] == [
        ("Xã An Bình", "Hồ sơ tiếp nhận", "120", None),
        ("Xã An Bình", "Tỷ lệ đúng hạn (%)", "98.5", "%"),
        ("Xã Phú Lộc", "Hồ sơ tiếp nhận", "95", None),
        ("Xã Phú Lộc", "Tỷ lệ đúng hạn (%)", None, "%"),
    ]


def test_a_note_that_runs_over_the_page_is_joined_to_its_row(tmp_path: Path) -> None:
    rows: tuple[Indicator, ...] = _read(
        tmp_path,
        TWO_LINE_HEADER
        + "1\tSố tin đã đăng\tTin\t4\t1. Tin thứ nhất\n\n"
        + TWO_LINE_HEADER
        + "\t\t\t\tvà phần còn lại của tin.\n\tSố bài đã đăng\tBài\t2\t\n",
    ).indicators
    assert [(row.name, row.value) for row in rows] == [
        ("Số tin đã đăng", "4"),
        ("Số bài đã đăng", "2"),
    ]
    assert rows[0].note == "1. Tin thứ nhất và phần còn lại của tin."


def test_a_table_that_is_not_understood_is_reported_and_stays_searchable(tmp_path: Path) -> None:
    found = _read(tmp_path, "Màu\tVị\tMùi\nđỏ\tngọt\tthơm\nxanh\tchua\tnhẹ\n")
    assert [problem.code for problem in found.document.problems] == ["table_not_understood"]
    assert any("chua" in unit.search_text for unit in found.units)
