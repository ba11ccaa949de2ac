from __future__ import annotations

import pytest

from ingest.text.deadlines import parse_deadline, split_deadlines


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Từ năm 2027", "open", "2027-01-01", None),
        ("Ngay từ đầu năm 2027", "open", "2027-01-01", None),
        ("Năm 2027 và các năm tiếp theo", "open", "2027-01-01", None),
        ("Quý IV/2027 - Quý I/2028", "period", "2027-10-01", "2028-03-31"),
        ("Quí I/2027", "period", "2027-01-01", "2027-03-31"),
        ("Trong Quý I-II/2027", "period", "2027-01-01", "2027-06-30"),
        ("Trước Quý III/2027", "before", None, "2027-06-30"),
        ("Tháng 3-4/2027", "period", "2027-03-01", "2027-04-30"),
        ("Tháng 12/2026 - 3/2027", "period", "2026-12-01", "2027-03-31"),
        ("Từ tháng 3 đến tháng 6 năm 2027", "period", "2027-03-01", "2027-06-30"),
        ("T6/2027", "month", "2027-06-01", "2027-06-30"),
        ("Hoàn thành ngay trong tháng 4", "before", None, "2029-04-30"),
        ("01/7/2027 - 30/9/2027", "period", "2027-07-01", "2027-09-30"),
        ("30.6.2027", "before", "2027-06-30", "2027-06-30"),
        ("9 tháng đầu năm 2027", "period", "2027-01-01", "2027-09-30"),
        ("6 tháng cuối năm", "period", "2029-07-01", "2029-12-31"),
        ("Đến năm 2030", "before", None, "2030-12-31"),
        ("2026, 2027", "year", "2026-01-01", "2027-12-31"),
        ("Từ 2026 đến 2030", "year", "2026-01-01", "2030-12-31"),
        ("Cả năm", "year", "2029-01-01", "2029-12-31"),
        ("Chậm nhất ngày 15 tháng cuối quý", "recurring", None, None),
        ("Hàng năm, hoàn thành trước 15/12", "recurring", None, None),
        ("Theo Kế hoạch; hoàn thành trước 30/6/2027", "before", None, "2027-06-30"),
        ("Theo Kế hoạch số 12/KH-UBND ngày 15/01/2027", "external", None, None),
        ("01/2027", "month", "2027-01-01", "2027-01-31"),
        ("Từ 3/2027 đến 9/2027", "period", "2027-03-01", "2027-09-30"),
        ("Trước 6/2027", "before", None, "2027-05-31"),
        ("Tuần 2 tháng 5", "month", "2029-05-01", "2029-05-31"),
        ("Nửa đầu năm 2027", "period", "2027-01-01", "2027-06-30"),
        ("30 ngày làm việc", "offset", None, None),
        ("Sau 15 ngày khi kết thúc quý", "offset", None, None),
        ("Khi phát sinh", "trigger", None, None),
        ("Đột xuất", "trigger", None, None),
        ("Theo từng đợt", "external", None, None),
    ],
)
def test_deadlines_met_in_the_field_are_read(
    text: str, kind: str, start: str | None, end: str | None
) -> None:
    deadline = parse_deadline(text, year=2029)
    assert (deadline.kind, deadline.from_, deadline.to) == (kind, start, end)


@pytest.mark.parametrize(
    ("text", "kind"), [("Quý II", "period"), ("Tháng 01", "month"), ("Trước 15/8", "before")]
)
def test_a_time_without_a_year_keeps_its_kind_and_gets_no_dates(text: str, kind: str) -> None:
    deadline = parse_deadline(text)
    assert (deadline.kind, deadline.from_, deadline.to) == (kind, None, None)


def test_two_dates_in_one_phrase_are_two_deadlines() -> None:
    assert split_deadlines("Trước ngày 15/6 và 15/12") == ["Trước ngày 15/6", "15/12"]


@pytest.mark.parametrize(
    ("misread", "kind", "to"),
    [
        ("Quý Il/2026", "period", "2026-06-30"),
        ("Quý |V/2026", "period", "2026-12-31"),
        ("quý lll năm 2026", "period", "2026-09-30"),
        ("Thường Xuyền trong năm 2026", "continuous", "2026-12-31"),
        ("Trong sáu ngày", "open", None),
    ],
)
def test_numerals_and_words_that_scanning_changed_still_date_a_deadline(
    misread: str, kind: str, to: str | None
) -> None:
    found = parse_deadline(misread, year=2026)

    assert (found.text, found.kind, found.to) == (misread, kind, to)
