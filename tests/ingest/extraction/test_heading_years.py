"""Years and bounds that tables of targets state: sections of years, figures at least or at most."""

from __future__ import annotations

from pathlib import Path

from ingest.extraction.heading_years import years_named_in, years_of
from ingest.model import Reading
from ingest.pipeline import read_file

_TABLE = """CHÍNH PHỦ
Số: 7/NQ-CP
Sông Cái, ngày 09 tháng 01 năm 2041

NGHỊ QUYẾT
Về khai thác thủy triều

PHỤ LỤC I
DANH MỤC CHỈ SỐ CỤ THỂ

TT\tChỉ tiêu\tĐơn vị\tKết quả\tCơ quan theo dõi
I\tĐến năm 2050\t\t\t
1\tQuy mô điện triều\t% sản lượng\t{first}\tBộ Thủy lợi
2\tSố trạm đo triều\tTrạm\t{second}\tBộ Thủy lợi
II\tĐến năm 2065\t\t\t
3\tQuy mô điện triều\t% sản lượng\t{third}\tBộ Thủy lợi
"""


def _read(tmp_path: Path, *, first: str, second: str, third: str) -> Reading:
    path = tmp_path / "nq.txt"
    path.write_text(_TABLE.format(first=first, second=second, third=third), encoding="utf-8")
    return read_file(path, document_id="triều", shown_path="nq.txt")


def test_the_rows_of_a_section_of_years_are_for_those_years(tmp_path: Path) -> None:
    read = _read(tmp_path, first="≥ 30", second="9", third="≥ 50")
    years = [(one.value, one.period and one.period.to) for one in read.indicators if one.value]
    assert years == [("30", 2050), ("9", 2050), ("50", 2065)]


def test_figures_that_are_bounds_are_promises_below_any_heading(tmp_path: Path) -> None:
    read = _read(tmp_path, first="≥ 30", second="9", third="≥ 50")
    stated = [(one.comparator, one.value, one.horizon and one.horizon.to) for one in read.targets]
    assert stated == [(">=", "30", 2050), ("=", "9", 2050), (">=", "50", 2065)]


def test_plain_figures_below_a_heading_of_results_stay_results(tmp_path: Path) -> None:
    read = _read(tmp_path, first="30", second="9", third="50")
    assert not read.targets
    assert {one.role for one in read.indicators if one.value} == {"actual"}


def test_a_heading_is_of_years_only_where_it_says_nothing_else() -> None:
    assert years_of(("Điện triều", "Giai đoạn 2041 - 2045")) is not None
    assert years_of(("Xây 5 trạm đến năm 2045",)) is None
    assert years_named_in("Mục tiêu về trạm đo đến năm 2045") is not None
