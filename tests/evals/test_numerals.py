from __future__ import annotations

from decimal import Decimal

import pytest

from evals.numerals import numerals


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.355.391 đồng", ["1355391"]),
        ("đạt 99,9 % và 95.5%", ["95.5", "99.9"]),
        ("1.234,5 ha", ["1234.5"]),
        ("8.952/8.957 hồ sơ", ["8952", "8957"]),
        ("02 cuộc, quý III/2025", ["2", "2025"]),
        ("giai đoạn 2021-2030", ["2021", "2030"]),
        ("không có số", []),
    ],
)
def test_numbers_are_read_as_vietnamese_writes_them(text: str, values: list[str]) -> None:
    assert sorted(numerals(text).values) == [Decimal(each) for each in values]


def test_dates_are_one_whatever_their_spelling() -> None:
    spelt = numerals("ngày 05 tháng 6 năm 2025")
    assert spelt == numerals("05/6/2025") == numerals("ngày 5/06/2025")
    assert spelt.dates == {"2025-06-05"}
    assert not spelt.values


def test_a_reckoned_date_is_told_from_a_written_one() -> None:
    found = numerals("Quý I/2031 (2031-01-01 – 2031-03-31)")
    assert found.bounds == {"2031-01-01", "2031-03-31"}
    assert found.dates == frozenset()


def test_a_document_number_is_no_number() -> None:
    found = numerals("Quyết định số 19/2023/QĐ-UBND và 05/QĐ-STP, 920-CTr/TU")
    assert found.codes == {"19/2023/qđ-ubnd", "05/qđ-stp", "920-ctr/tu"}
    assert found.values == frozenset()
