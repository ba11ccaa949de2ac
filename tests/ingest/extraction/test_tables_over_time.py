"""Tables whose headings name nothing but times: a row an indicator, a column a month or quarter."""

from __future__ import annotations

import pytest

from ingest.model import Reading
from tests.assistant.checking.papers import reading_of


def read(table: str, *, before: str = "") -> Reading:
    return reading_of(
        f"BÁO CÁO\nKết quả thả cá giống năm 2027\nI. KẾT QUẢ\nĐã thả cá giống.\n{before}\n{table}"
    )


def shown(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    return [(one.name, one.source.column, one.value) for one in reading.indicators]


@pytest.mark.parametrize("name", ["", "Nội dung", "Loại", "Chỉ tiêu"])
def test_a_column_of_names_beside_quarters_names_the_rows(name: str) -> None:
    found = read(
        f"| {name} | Quý I | Quý II | Cả năm |\n| Lứa cá thả | 12 | 9 | 21 |\n"
        "| Hồ đã thả | 4 | 6 | 10 |\n"
    )
    assert shown(found)[:3] == [
        ("Lứa cá thả", "Quý I", "12"),
        ("Lứa cá thả", "Quý II", "9"),
        ("Lứa cá thả", "Cả năm", "21"),
    ]


def test_a_table_over_time_does_not_go_on_with_the_table_before_it() -> None:
    first = (
        "| STT | Chỉ tiêu | Đơn vị tính | Năm 2027 |\n| 1 | Cá chép | Con | 900 |\n"
        "| 2 | Cá mè | Con | 700 |\n"
    )
    second = (
        "| Chỉ tiêu | Quý I | Quý II | Tổng |\n| Cá trôi | 30 | 40 | 70 |\n"
        "| Cá lăng | 5 | 6 | 11 |\n"
    )
    found = read(f"{second}", before=f"{first}\nBảng 2. Theo quý\n")
    assert ("Cá trôi", "Quý II", "40") in shown(found)


@pytest.mark.parametrize(
    "table",
    [
        "| Hồ | Ghi gì đó | Quý I | Quý II |\n| Hồ A | sâu | 3 | 4 |\n| Hồ B | nông | 5 | 6 |\n",
        "| Việc | Quý I | Quý II |\n| Nạo vét | x | x |\n| Thả giống | | x |\n",
    ],
)
def test_columns_that_are_no_times_or_hold_no_figures_make_no_such_table(table: str) -> None:
    assert not {"Hồ A", "Nạo vét"} & {one.name for one in read(table).indicators}
