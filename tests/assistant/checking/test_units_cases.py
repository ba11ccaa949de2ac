"""Units of measure: what stands behind a number, and which units count the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.checking.model import Measure
from assistant.checking.units import (
    PERCENT,
    POINTS,
    Units,
    compare,
    contradicts_name,
    not_counted,
)

FILES = Measure("Hồ sơ", "hồ sơ")
FORMS = Measure("Thủ tục", "thủ tục")
TABLES = Measure("bàn", "bàn", known=False)
DAYS = Measure("ngày", "thời gian", Decimal(1440))


@pytest.fixture
def units() -> Units:
    return Units(("Giàn lưới", "Hồ sơ", "%", "Phần trăm", "  ", "x" * 40, "y" * 39, "Cái"))


@pytest.mark.parametrize(
    ("text", "unit", "group", "scale", "length"),
    [
        (" hồ sơ mới", "hồ sơ", "hồ sơ", 1, 6),
        (" Hồ Sơ mới", "hồ sơ", "hồ sơ", 1, 6),
        (" lượt người dân", "lượt người", "người", 1, 11),
        (" TTHC cấp xã", "tthc", "thủ tục", 1, 5),
        (" giàn lưới cũ", "giàn lưới", "giàn lưới", 1, 10),
        ("đồng", "đồng", "tiền", 1, 4),
        (" tỷ đồng, bằng", "tỷ đồng", "tiền", 10**9, 8),
        (" triệu đồng", "triệu đồng", "tiền", 10**6, 11),
        (" nghìn đồng", "nghìn đồng", "tiền", 1000, 11),
        (" triệu lượt", "triệu", "tiền", 10**6, 6),
        (" " + "y" * 39, "y" * 39, "y" * 39, 1, 40),
        (" đồng chí", "đồng chí", "người", 1, 9),
    ],
)
def test_a_known_unit_stands_behind_a_number(
    units: Units, text: str, unit: str, group: str, scale: int, length: int
) -> None:
    measure = Measure(unit, group, Decimal(scale))
    assert units.behind(text) == units.known(text) == measure
    assert units.length(text) == length


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (" bàn ghế gỗ", "bàn ghế"),
        (" bàn, ghế", "bàn"),
        ("Bàn", "bàn"),
        (" đồngchí", "đồngchí"),
        (" " + "x" * 40, "x" * 39),
    ],
)
def test_an_unknown_noun_proves_nothing(units: Units, text: str, noun: str) -> None:
    assert units.behind(text) == Measure(noun, noun, known=False)
    assert (units.known(text), units.length(text)) == (None, 0)


@pytest.mark.parametrize("text", ["", " ", " 5", ", hồ sơ", "% kế hoạch"])
def test_nothing_stands_behind_a_number(units: Units, text: str) -> None:
    assert (units.behind(text), units.known(text), units.length(text)) == (None, None, 0)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (None, None),
        ("", None),
        ("  ", None),
        ("Số lượng", None),
        ("Cái", None),
        (" Hồ sơ ", Measure("Hồ sơ", "hồ sơ")),
        ("(Hồ sơ).", Measure("(Hồ sơ).", "hồ sơ")),
        ("Số lượng hồ sơ", Measure("Số lượng hồ sơ", "hồ sơ")),
        ("TTHC", Measure("TTHC", "thủ tục")),
        ("Giàn lưới", Measure("Giàn lưới", "giàn lưới")),
        ("Con thoi", Measure("Con thoi", "con thoi")),
        ("Triệu đồng", Measure("Triệu đồng", "tiền", Decimal(10**6))),
        ("%", PERCENT),
        ("Phần trăm", PERCENT),
        ("Điểm %", POINTS),
        ("điểm phần trăm", POINTS),
    ],
)
def test_a_unit_cell_names_a_measure(
    units: Units, text: str | None, measure: Measure | None
) -> None:
    assert units.named(text) == measure


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("tuổi", True),
        ("tuổi trẻ", True),
        ("Điều luật mới", True),
        ("năm 2027", True),
        ("tuổitrẻ", False),
        ("hồ sơ 5 tuổi", False),
        ("", False),
    ],
)
def test_some_numbers_count_nothing(text: str, nothing: bool) -> None:
    assert not_counted(text) is nothing


@pytest.mark.parametrize(
    ("claimed", "stated", "name", "how"),
    [
        (None, None, "tỷ lệ hồ sơ", "open"),
        (FILES, None, "số hồ sơ", "open"),
        (FILES, None, "tỷ lệ hồ sơ", "different"),
        (FILES, None, "hồ sơ (%)", "different"),
        (PERCENT, None, "tỷ lệ hồ sơ", "open"),
        (PERCENT, None, "hồ sơ (%)", "open"),
        (PERCENT, None, "số hồ sơ", "different"),
        (POINTS, None, "tỷ lệ hồ sơ", "different"),
        (None, POINTS, "tỷ lệ hồ sơ", "different"),
        (None, FILES, "tỷ lệ hồ sơ", "open"),
        (None, PERCENT, "số hồ sơ", "open"),
        (DAYS, None, "thời gian sửa đường", "open"),
        (DAYS, None, "số ngày sửa đường", "open"),
        (DAYS, None, "đường đã sửa", "different"),
        (DAYS, None, "tỷ lệ sửa đường", "different"),
        (FILES, FILES, "", "same"),
        (Measure("bộ hồ sơ", "hồ sơ"), FILES, "", "same"),
        (FILES, PERCENT, "hồ sơ", "different"),
        (PERCENT, FILES, "%", "different"),
        (POINTS, PERCENT, "điểm phần trăm", "different"),
        (PERCENT, POINTS, "%", "different"),
        (FILES, POINTS, "hồ sơ", "different"),
        (POINTS, FILES, "hồ sơ", "different"),
        (FILES, FORMS, "tổng số hồ sơ", "open"),
        (FILES, FORMS, "tổng số thủ tục", "different"),
        (TABLES, FORMS, "thủ tục", "open"),
        (FILES, TABLES, "bàn", "open"),
    ],
)
def test_units_are_compared(
    claimed: Measure | None, stated: Measure | None, name: str, how: str
) -> None:
    assert compare(claimed, stated, name=name) == how


@pytest.mark.parametrize(
    ("claimed", "stated", "name", "belied"),
    [
        (FILES, FORMS, "tổng số hồ sơ", True),
        (FILES, FORMS, "tổng số thủ tục", False),
        (FILES, FORMS, "hồ sơ thủ tục", False),
        (FILES, FORMS, "tàu cá", False),
        (FILES, Measure("Bộ hồ sơ", "hồ sơ"), "hồ sơ", False),
        (TABLES, FORMS, "bàn", False),
        (FILES, TABLES, "hồ sơ", False),
        (None, FORMS, "hồ sơ", False),
        (FILES, None, "hồ sơ", False),
    ],
)
def test_a_row_may_belie_its_own_unit(
    claimed: Measure | None, stated: Measure | None, name: str, belied: bool
) -> None:
    assert contradicts_name(claimed, stated, name=name) is belied
