"""A figure beside one cell: the same number, a rounding of it, or another; units that are alike."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.checking.comparing import against, agreement, counts_alike, scale_of
from tests.assistant.checking.sheets import Row, material


@pytest.mark.parametrize(
    ("unit", "value", "sentence", "how"),
    [
        ("Triệu đồng", "9120", "Chi 9.120 triệu đồng.", "match"),
        ("Triệu đồng", "9120", "Chi 9,12 tỷ đồng.", "match"),
        ("Triệu đồng", "9120", "Chi 9,1 tỷ đồng.", "rounded"),
        ("Triệu đồng", "9120", "Chi 9 tỷ đồng.", "rounded"),
        ("Triệu đồng", "9120", "Chi 9,2 tỷ đồng.", None),
        ("Đồng", "1234567", "Chi 1,23 triệu đồng.", "rounded"),
        ("Đồng", "1234567", "Chi 1,24 triệu đồng.", None),
        ("Ha", "62.4", "Trồng 62 ha rừng.", "rounded"),
        ("Ha", "62.4", "Trồng 63 ha rừng.", None),
        ("Ha", "62.4", "Trồng 624.000 m2 rừng.", "match"),
        ("%", "99.94", "Đạt 99,9%.", "rounded"),
        ("%", "99.94", "Đạt 100%.", None),
        ("Lớp", "21", "Mở khoảng 20 lớp.", "rounded"),
        ("Lớp", "21", "Mở 20 lớp.", None),
        (None, "17", "Có 17 sáng kiến.", "match"),
        (None, "17.4", "Có 17 sáng kiến.", None),
        ("Lớp", None, "Mở 20 lớp.", None),
        (None, "15", "Cấp phép trong vòng 15 ngày.", "match"),
        (None, "15", "Cấp phép trong vòng 16 ngày.", None),
        (None, "340", "Chi 340 triệu đồng.", "match"),
        (None, "340000000", "Chi 340 triệu đồng.", "match"),
        (None, "340.4", "Chi 340 triệu đồng.", None),
        ("Lượt", "12480", "Có 12,5 nghìn lượt.", "rounded"),
        ("Lượt", "12480", "Có 12 nghìn lượt.", "rounded"),
        ("Lượt", "12480", "Có 12,4 nghìn lượt.", None),
        ("Lượt", "12480", "Có 13 nghìn lượt.", None),
        ("Lượt", "12480", "Có 12.500 lượt.", None),
        ("Lượt", "12500", "Có 12,5 nghìn lượt.", "match"),
        ("Nghìn lượt", "735.4", "Có 735 nghìn lượt.", "rounded"),
        ("Nghìn lượt", "735.4", "Có 736 nghìn lượt.", None),
        ("Nghìn lượt", "735.4", "Có 0,74 triệu lượt.", "rounded"),
        ("m2", "624312", "Trồng 62,4 ha rừng.", "rounded"),
        ("m2", "624312", "Trồng 62,5 ha rừng.", None),
        ("kg", "12480", "Thu 12,5 tấn hàu.", "rounded"),
        ("kg", "12480", "Thu 12,4 tấn hàu.", None),
        ("kg", "12480", "Thu 12.481 kg hàu.", None),
    ],
)
def test_a_figure_gives_a_cell_exactly_rounded_or_not_at_all(
    unit: str | None, value: str | None, sentence: str, how: str | None
) -> None:
    gathered = material(sentence, Row("Việc đã làm", unit, value))
    assert agreement(gathered.claims[0], gathered.cells[0]) == how


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Lớp", "Lớp", True),
        ("Tỷ đồng", "Triệu đồng", True),
        ("Lớp", "Giếng", False),
        (None, None, True),
        ("Lớp", None, False),
        (None, "Lớp", False),
    ],
)
def test_cells_count_alike_in_one_quantity_or_both_without_unit(
    one: str | None, other: str | None, alike: bool
) -> None:
    cells = material("", Row("Việc A", one, "1"), Row("Việc B", other, "2")).cells
    assert counts_alike(cells[0], cells[1]) is alike


@pytest.mark.parametrize(
    ("unit", "scale"),
    [("Tỷ đồng", 10**9), ("Đồng", 1), ("Lớp", 1), (None, 1), ("Nghìn lượt", 1000)],
)
def test_the_scale_of_a_cell_is_that_of_its_unit(unit: str | None, scale: int) -> None:
    (cell,) = material("", Row("Việc đã làm", unit, "3")).cells
    assert scale_of(cell) == Decimal(scale)
    assert cell.value == 3 * scale


def test_what_cannot_be_true_beside_a_cell_is_an_error_with_its_place() -> None:
    gathered = material("Mở 20 lớp.", Row("Việc đã làm", "Lớp", "21"))
    (claim,), (cell,) = gathered.claims, gathered.cells
    said = against(claim, "contradicted", "Khác nhau.", cell)
    assert (said.claim, said.verdict, said.severity) == (claim, "contradicted", "error")
    assert (said.explanation, said.evidence, said.against) == ("Khác nhau.", (cell.source,), cell)


def test_units_of_a_quantity_compare_whatever_they_are_called() -> None:
    gathered = material("Trồng 62 ha rừng.", Row("Rừng trồng", "Héc-ta", "62"))
    (claim,), (cell,) = gathered.claims, gathered.cells
    assert agreement(claim, cell) == "match"
