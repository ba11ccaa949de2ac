"""Headings that name whose figures a column holds, or that no vocabulary knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.columns import role_of, tells_role
from ingest.model import Indicator
from ingest.pipeline import read_file


def _rows(folder: Path, *lines: str) -> tuple[Indicator, ...]:
    path = folder / "a.txt"
    path.write_text("\n".join(("PHỤ LỤC SỐ LIỆU NĂM 2027", "", *lines)) + "\n", encoding="utf-8")
    return read_file(path, document_id="d", shown_path=path.name).indicators


def test_levels_of_government_are_subjects_beside_their_total(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path,
        "TT\tNội dung\tĐơn vị tính\tCấp tỉnh\tCấp xã\tTổng số",
        "1\tLượt tiếp dân\tLượt\t40\t60\t100",
    )
    assert [(one.subject, one.value) for one in rows] == [
        ("Cấp tỉnh", "40"),
        ("Cấp xã", "60"),
        (None, "100"),
    ]


def test_a_lone_column_of_words_before_figures_names_whose_they_are(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path,
        "TT\tTuyến đê kè\tChiều dài (km)\tKinh phí (tỷ đồng)",
        "1\tTuyến Bắc\t12\t30",
        "2\tTuyến Nam\t9\t25",
    )
    assert [(one.subject, one.value) for one in rows] == [
        ("Tuyến Bắc", "12"),
        ("Tuyến Bắc", "30"),
        ("Tuyến Nam", "9"),
        ("Tuyến Nam", "25"),
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Cộng", "total_value"),
        ("CỘNG CÁC BẾN", "total_value"),
        ("Cong cac ben", "total_value"),
        ("Cộng các công trình", "total_value"),
        ("Tổng cộng công trình", "total_value"),
        ("Công trình bến phà", None),
        ("Hồ sơ qua Cổng dịch vụ", None),
        ("CÔNG TRÌNH / 2027", "value"),
        ("Công chức phụ trách", "person"),
        ("Don vi chu tri", "lead"),
        ("", None),
    ],
)
def test_accents_tell_a_sum_from_works_and_portals(heading: str, role: str | None) -> None:
    assert role_of(heading) == role


def test_a_heading_of_times_alone_tells_no_role() -> None:
    assert [tells_role(name) for name in ("2027", "Công trình / 2027", "Cộng / 2027")] == [
        False,
        False,
        True,
    ]


def test_what_is_being_dealt_with_is_no_deadline(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path,
        "TT\tLĩnh vực\tTiếp nhận (hồ sơ)\tĐang xử lý (hồ sơ)\tThời gian bình quân (ngày)",
        "1\tĐất đai\t205\t5\t11,5",
        "2\tHộ tịch\t846\t2\t1,2",
    )
    assert [one.value for one in rows if "Đang xử lý" in one.name] == ["5", "2"]
    assert {one.subject for one in rows} == {"Đất đai", "Hộ tịch"}


def test_don_vi_below_the_heading_of_figures_is_their_unit(tmp_path: Path) -> None:
    rows = _rows(
        tmp_path,
        "TT\tTiêu chí\tSố liệu thống kê\t\tGhi chú",
        "\t\tĐơn vị\tThực hiện\t",
        "1\tSố trạm bơm\tTrạm\t40\t",
        "2\tSố cống ngầm\tCống\t7\t",
    )
    assert [(one.value, one.unit) for one in rows] == [("40", "Trạm"), ("7", "Cống")]


@pytest.mark.parametrize("heading", ["Cách làm", "Các bước tiến hành", "Biện pháp thực hiện"])
def test_a_heading_of_ways_to_do_it_is_one_of_activities(heading: str) -> None:
    assert role_of(heading) == "activity"


@pytest.mark.parametrize("heading", ["Hạn", "Mốc", "Năm thực hiện", "Thời hạn"])
def test_a_column_of_years_under_a_heading_of_time_is_the_deadline(
    tmp_path: Path, heading: str
) -> None:
    path = tmp_path / "a.txt"
    lines = (
        "PHỤ LỤC NHIỆM VỤ NĂM 2027",
        "",
        f"TT\tNhiệm vụ\tChủ trì\tPhối hợp\t{heading}",
        "1\tNắn lại đê Gò Sỏi\tHạt Đê điều\tVăn phòng Sở\t2027",
        "2\tTrồng tre chắn sóng\tHạt Đê điều\tTrạm Bơm\t2027-2028",
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    reading = read_file(path, document_id="d", shown_path=path.name)
    assert not reading.indicators
    assert [one.deadline and (one.deadline.text, one.deadline.to) for one in reading.tasks] == [
        ("2027", "2027-12-31"),
        ("2027-2028", "2028-12-31"),
    ]
