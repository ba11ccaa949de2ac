"""Units in brackets behind names, told from remarks that begin with the same letters."""

from __future__ import annotations

import pytest

from ingest.extraction.value_columns import name_unit


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Công trình thủy lợi đạt chuẩn (công trình)", "công trình"),
        ("Tờ khai đã nhận (tờ)", "tờ"),
        ("Số đoàn công tác (tỉnh)", "tỉnh"),
        ("Hồ sơ tiếp nhận (cộng các quý)", None),
        ("Hồ sơ tiếp nhận (từ đầu năm)", None),
        ("Hồ sơ tiếp nhận (tính cả kỳ trước)", None),
        ("Hồ sơ tiếp nhận (2031)", None),
    ],
)
def test_a_remark_is_no_unit(name: str, unit: str | None) -> None:
    assert name_unit(name) == unit
