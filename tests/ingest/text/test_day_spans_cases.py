"""Days, months, quarters and years as plans name them, each with the exact days meant."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.text.day_spans import Span, find_span


def shown(span: Span | None) -> tuple[str, str, str, int, bool] | None:
    """A span as kind, first day, last day, place and whether both ends are named."""
    if span is None:
        return None
    first = span.start.isoformat() if span.start else "?"
    last = span.end.isoformat() if span.end else "?"
    return span.kind, first, last, span.at, span.ranged


@pytest.mark.parametrize(
    ("key", "kind", "first", "last", "at", "ranged"),
    [
        # from day to day
        ("từ 01/7/2027 đến hết ngày 30/9/2027", "period", "2027-07-01", "2027-09-30", 3, True),
        ("15/3 - 20/4/2027", "period", "2027-03-15", "2027-04-20", 0, True),
        ("15/3 đến 20/4", "period", "2031-03-15", "2031-04-20", 0, True),
        ("20/11/2026 - 15/2", "period", "2026-11-20", "2031-02-15", 0, True),
        ("10/5/2027-10/5/2027", "period", "2027-05-10", "2027-05-10", 0, True),
        ("1/1/2027 - 31/12/2027", "period", "2027-01-01", "2027-12-31", 0, True),
        # no such range: the first day that holds
        ("30/9/2027 - 01/7/2027", "before", "2027-09-30", "2027-09-30", 0, False),
        ("31/13 - 01/02", "before", "2031-02-01", "2031-02-01", 8, False),
        ("01/02 - 32/3", "before", "2031-02-01", "2031-02-01", 0, False),
        # a part of a year
        ("6 tháng đầu năm 2028", "period", "2028-01-01", "2028-06-30", 0, True),
        ("06 tháng đầu năm", "period", "2031-01-01", "2031-06-30", 0, True),
        ("trong 9 tháng năm 2027", "period", "2027-01-01", "2027-09-30", 6, True),
        ("6 tháng cuối năm 2027", "period", "2027-07-01", "2027-12-31", 0, True),
        ("3 tháng cuối năm 2030", "period", "2030-10-01", "2030-12-31", 0, True),
        # years
        ("năm 2026-2030", "year", "2026-01-01", "2030-12-31", 4, True),
        ("2026 đến năm 2030", "year", "2026-01-01", "2030-12-31", 0, True),
        ("2027-2027", "year", "2027-01-01", "2027-12-31", 0, True),
        ("2030-2026", "year", "2030-01-01", "2030-12-31", 0, False),
        ("2026, 2027 và 2029", "year", "2026-01-01", "2029-12-31", 0, True),
        ("2029 và năm 2027", "year", "2027-01-01", "2029-12-31", 0, True),
        ("năm 2027", "year", "2027-01-01", "2027-12-31", 4, False),
        ("trong năm", "year", "2031-01-01", "2031-12-31", 0, False),
        ("thực hiện cả năm", "year", "2031-01-01", "2031-12-31", 10, False),
        ("trong năm 2028", "year", "2028-01-01", "2028-12-31", 10, False),
        # one day
        ("ngày 15 tháng 8 năm 2027", "before", "2027-08-15", "2027-08-15", 0, False),
        ("ngày 15 tháng 8", "before", "2031-08-15", "2031-08-15", 0, False),
        ("15 tháng 13 năm 2027, 20/8/2027", "before", "2027-08-20", "2027-08-20", 22, False),
        ("45/8 rồi 20.9.2028", "before", "2028-09-20", "2028-09-20", 9, False),
        ("0/8, 1/8", "before", "2031-08-01", "2031-08-01", 5, False),
        ("31/12", "before", "2031-12-31", "2031-12-31", 0, False),
        ("1/1", "before", "2031-01-01", "2031-01-01", 0, False),
        ("31/02/2027", "before", "2027-02-28", "2027-02-28", 0, False),
        ("29-2-2028", "before", "2028-02-29", "2028-02-29", 0, False),
        ("tháng 3-4/2027, 9/5/2028", "before", "2028-05-09", "2028-05-09", 16, False),
        ("quý iv, ngày 2/3/2028", "before", "2028-03-02", "2028-03-02", 13, False),
        # quarters
        ("quý i", "period", "2031-01-01", "2031-03-31", 0, False),
        ("quý 4", "period", "2031-10-01", "2031-12-31", 0, False),
        ("xong quý ii/2027", "period", "2027-04-01", "2027-06-30", 5, False),
        ("quý 3, năm 2027", "period", "2027-07-01", "2027-09-30", 0, False),
        ("quý iv/2027 - quý i/2028", "period", "2027-10-01", "2028-03-31", 0, True),
        ("quý i, ii, iii/2028", "period", "2028-01-01", "2028-09-30", 0, False),
        ("quý i và quý iii năm 2028", "period", "2028-01-01", "2028-09-30", 0, False),
        ("quý ii-iv", "period", "2031-04-01", "2031-12-31", 0, True),
        ("quý ii đến hết quý iii năm 2029", "period", "2029-04-01", "2029-09-30", 0, True),
        ("quý i, 3 tháng đầu", "period", "2031-01-01", "2031-03-31", 0, False),
        ("quý iv trong năm 2033", "period", "2033-10-01", "2033-12-31", 0, False),
        ("quý ii, iii/2027, iv/2028", "period", "2027-04-01", "2028-12-31", 0, False),
        ("quý i/2027 và ii năm 2028", "period", "2027-01-01", "2028-06-30", 0, False),
        # months
        ("tháng 6/2027", "month", "2027-06-01", "2027-06-30", 0, False),
        ("trong tháng 6, năm 2027", "month", "2027-06-01", "2027-06-30", 6, False),
        ("tháng 2/2028", "month", "2028-02-01", "2028-02-29", 0, False),
        ("tháng 12", "month", "2031-12-01", "2031-12-31", 0, False),
        ("tháng 1", "month", "2031-01-01", "2031-01-31", 0, False),
        ("tháng 00 và tháng 5", "month", "2031-05-01", "2031-05-31", 12, False),
        ("tháng 3, 14", "month", "2031-03-01", "2031-03-31", 0, False),
        ("tháng 6 hằng năm 2029", "month", "2029-06-01", "2029-06-30", 0, False),
        ("tháng 3-4/2027", "period", "2027-03-01", "2027-04-30", 0, True),
        ("tháng 12/2026 - 3/2027", "period", "2026-12-01", "2027-03-31", 0, True),
        ("tháng 3, 4 và 5 năm 2027", "period", "2027-03-01", "2027-05-31", 0, False),
        ("tháng 1, 12/2027", "period", "2027-01-01", "2027-12-31", 0, False),
        ("tháng 3 đến hết tháng 6", "period", "2031-03-01", "2031-06-30", 0, True),
        ("tháng 5 - quý iii/2027", "period", "2027-07-01", "2027-09-30", 10, False),
    ],
)
def test_a_time_names_exactly_these_days(
    key: str, kind: str, first: str, last: str, at: int, ranged: bool
) -> None:
    assert shown(find_span(key, 2031)) == (kind, first, last, at, ranged)


@pytest.mark.parametrize(
    ("key", "kind", "ranged"),
    [
        ("15/3 đến 20/4", "period", True),
        ("06 tháng đầu năm", "period", True),
        ("ngày 15 tháng 8", "before", False),
        ("20/8", "before", False),
        ("quý i", "period", False),
        ("quý ii-iv", "period", True),
        ("tháng 12", "month", False),
        ("tháng 3 đến hết tháng 6", "period", True),
        ("tháng 3 và tháng 4", "period", False),
    ],
)
def test_without_a_year_the_kind_is_known_and_no_day(key: str, kind: str, ranged: bool) -> None:
    assert shown(find_span(key, None)) == (kind, "?", "?", 0, ranged)


def test_a_range_may_have_a_year_at_one_end_only() -> None:
    assert find_span("20/11/2026 - 15/2", None) == Span(
        "period", date(2026, 11, 20), None, 0, ranged=True
    )
    assert find_span("quý ii/2027, quý iii", None) == Span("period", None, None, 0)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "không có gì",
        "6 tháng",
        "tháng 13",
        "tuần 1",
        "12/2026",
        "đến 12345",
        "01/02/2027/5",
        "quý iii - i/2028",
        "quý iii/2027 - quý i/2027",
        "tháng 11 - 2/2028",
    ],
)
def test_what_names_no_days_has_no_span(key: str) -> None:
    assert find_span(key, 2031) is None


@pytest.mark.parametrize("key", ["trong năm", "cả năm", "hằng tháng"])
def test_a_year_that_nobody_names_is_not_guessed(key: str) -> None:
    assert find_span(key, None) is None
