"""Deadlines as plans word them: each with its exact kind and days, with or without a year."""

from __future__ import annotations

import pytest

from ingest.text.deadlines import parse_deadline, run_together, split_deadlines


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        # before a day, month, quarter or year
        ("Trước ngày 30/6/2027", "before", None, "2027-06-30"),
        ("Trước Quý III/2027", "before", None, "2027-06-30"),
        ("Trước tháng 6/2027", "before", None, "2027-05-31"),
        ("Trước năm 2028", "before", None, "2027-12-31"),
        ("Xong trước ngày 5/5/2027", "before", None, "2027-05-05"),
        ("Muộn nhất là ngày 15/8/2027", "before", None, "2027-08-15"),
        ("Không quá ngày 15/8/2027", "before", None, "2027-08-15"),
        ("Chậm nhất ngày 15/8/2027", "before", None, "2027-08-15"),
        ("Tháng 8/2027, chậm nhất ngày 15/9/2027", "before", None, "2027-09-15"),
        # at the latest in one: its last day
        ("Chậm nhất tháng 9/2027", "before", None, "2027-09-30"),
        ("Chậm nhất là tháng 9/2027", "before", None, "2027-09-30"),
        ("Chậm nhất vào quý III/2027", "before", None, "2027-09-30"),
        ("Muộn nhất trong tháng 5/2027", "before", None, "2027-05-31"),
        ("Không quá năm 2027", "before", None, "2027-12-31"),
        ("Theo tiến độ, chậm nhất là 30/6/2027", "before", None, "2027-06-30"),
        # until the end of one
        ("Đến hết ngày 30/6/2027", "before", None, "2027-06-30"),
        ("Đến hết quý II/2027", "before", None, "2027-06-30"),
        ("Đến cuối năm 2027", "before", None, "2027-12-31"),
        ("Đến năm 2030", "before", None, "2030-12-31"),
        ("Hoàn thành trong tháng 4/2027", "before", None, "2027-04-30"),
        ("Hoàn thành ngay trong tháng 4/2027", "before", None, "2027-04-30"),
        ("Hoàn thành trong khoảng quý II/2027", "before", None, "2027-06-30"),
        # within one
        ("Xong trong tháng 4/2027", "month", "2027-04-01", "2027-04-30"),
        ("Trong Quý II/2027", "period", "2027-04-01", "2027-06-30"),
        ("Ngày 15/8/2027", "before", "2027-08-15", "2027-08-15"),
        ("Quý II và Quý IV/2027", "period", "2027-04-01", "2027-12-31"),
        ("Đến 2026-2027", "year", "2026-01-01", "2027-12-31"),
        # from one on
        ("Từ năm 2027", "open", "2027-01-01", None),
        ("Từ đầu năm 2027", "open", "2027-01-01", None),
        ("Từ giữa năm 2027", "open", "2027-01-01", None),
        ("Từ năm 2027 trở đi", "open", "2027-01-01", None),
        ("Từ tháng 6/2027 và các năm tiếp theo", "open", "2027-06-01", None),
        ("Năm 2027 và những năm sau", "open", "2027-01-01", None),
        ("Các năm tiếp theo, 2027", "year", "2027-01-01", "2027-12-31"),
        ("2026-2027 và các năm sau", "year", "2026-01-01", "2027-12-31"),
        ("Từ ngày 01/7/2027 đến 30/9/2027", "period", "2027-07-01", "2027-09-30"),
        ("Từ tháng 3/2027 đến khi xong", "month", "2027-03-01", "2027-03-31"),
        ("Từ 6 tháng cuối năm 2027", "period", "2027-07-01", "2027-12-31"),
        # words decide
        ("Thường xuyên", "continuous", None, None),
        ("Thường xuyên trong năm 2027", "continuous", "2027-01-01", "2027-12-31"),
        ("Hằng ngày, từ tháng 3/2027", "continuous", "2027-03-01", "2027-03-31"),
        ("Hằng quý", "recurring", None, None),
        ("Hằng năm, trước 15/12/2027", "recurring", None, None),
        ("Định kỳ hằng tháng, khi có yêu cầu", "recurring", None, None),
        ("Khi có yêu cầu, định kỳ", "trigger", None, None),
        ("Khi phát sinh", "trigger", None, None),
        ("Ngay sau khi có hướng dẫn", "trigger", None, None),
        ("Theo Kế hoạch", "external", None, None),
        ("Theo Kế hoạch năm 2027", "external", None, None),
        ("Theo Kế hoạch, hoàn thành trước 30/6/2027", "before", None, "2027-06-30"),
        ("Theo tiến độ, xong quý III/2027", "before", None, "2027-09-30"),
        # so many days after something
        ("Trong vòng 05 ngày", "offset", None, None),
        ("Trong 15 ngày kể từ ngày ký", "offset", None, None),
        ("Chậm nhất không quá 3 tháng kể từ ngày 01/7/2027", "offset", None, None),
        ("Sau 10 ngày làm việc kể từ khi nhận hồ sơ", "offset", None, None),
        ("30 ngày làm việc", "offset", None, None),
        ("5 ngày", "offset", None, None),
        ("Theo quy định, trong vòng 5 ngày", "offset", None, None),
        ("Trong vòng 5 ngày sau khi có văn bản", "offset", None, None),
        # other ways of writing a time
        ("Quí I/2027", "period", "2027-01-01", "2027-03-31"),
        ("T6/2027", "month", "2027-06-01", "2027-06-30"),
        ("t.7/2027", "month", "2027-07-01", "2027-07-31"),
        ("6/2027", "month", "2027-06-01", "2027-06-30"),
        ("Từ 3/2027 đến 9/2027", "period", "2027-03-01", "2027-09-30"),
        ("Nửa đầu năm 2027", "period", "2027-01-01", "2027-06-30"),
        ("Nửa cuối năm 2027", "period", "2027-07-01", "2027-12-31"),
        ("Tuần 2 tháng 5/2027", "month", "2027-05-01", "2027-05-31"),
        ("Tuần thứ ba của tháng 5/2027", "month", "2027-05-01", "2027-05-31"),
        # as scanning leaves it
        ("Quý Il/2027", "period", "2027-04-01", "2027-06-30"),
        ("Quý |V/2027", "period", "2027-10-01", "2027-12-31"),
        ("quý l/2027", "period", "2027-01-01", "2027-03-31"),
        ("Quý !!I/2027", "period", "2027-07-01", "2027-09-30"),
        ("Thuong xuyen", "continuous", None, None),
        ("Thường xuyện trong năm 2027", "continuous", "2027-01-01", "2027-12-31"),
        ("Hang quy", "recurring", None, None),
        ("Hang quy, thuong xuyen", "recurring", None, None),
        # nothing that dates it
        ("", "open", None, None),
        ("Chưa xác định", "open", None, None),
        ("Năm nay", "year", None, None),
        ("Trong năm", "year", None, None),
        ("Cả năm", "year", None, None),
        ("Theo kế hoạch, trước ngày 20/5", "before", None, None),
        ("Quý III", "period", None, None),
        ("Trước Quý III", "before", None, None),
    ],
)
def test_a_deadline_has_this_kind_and_these_days(
    text: str, kind: str, first: str | None, last: str | None
) -> None:
    read = parse_deadline(f"  {text} ")
    assert (read.text, read.kind, read.from_, read.to) == (text, kind, first, last)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("Theo kế hoạch, trước ngày 20/5", "before", None, "2031-05-20"),
        ("Quý III", "period", "2031-07-01", "2031-09-30"),
        ("Trước Quý I", "before", None, "2030-12-31"),
        ("Trong năm", "year", "2031-01-01", "2031-12-31"),
        ("Nửa cuối năm", "period", "2031-07-01", "2031-12-31"),
        ("Từ tháng 9", "open", "2031-09-01", None),
        ("Quý III/2027", "period", "2027-07-01", "2027-09-30"),
        ("Năm nay", "year", None, None),
        ("Chưa xác định", "open", None, None),
    ],
)
def test_the_year_of_the_document_completes_a_deadline(
    text: str, kind: str, first: str | None, last: str | None
) -> None:
    read = parse_deadline(text, year=2031)
    assert (read.text, read.kind, read.from_, read.to) == (text, kind, first, last)


@pytest.mark.parametrize(
    ("cell", "deadlines"),
    [
        ("Trước ngày 15/6 và 15/12", ["Trước ngày 15/6", "15/12"]),
        (
            "Trước ngày 15/6/2027, trước ngày 15/12/2027.",
            ["Trước ngày 15/6/2027", "ngày 15/12/2027"],
        ),
        ("  TRƯỚC 15/3/2027 VÀ NGÀY 15/9/2027 ", ["TRƯỚC 15/3/2027", "NGÀY 15/9/2027"]),
        ("15/3, 15/6 và 15/9", ["15/3", "15/6", "15/9"]),
        (
            "- Trước ngày 20/3 báo cáo quý;\n- Trước ngày 20/6 báo cáo 6 tháng.",
            ["Trước ngày 20/3 báo cáo quý", "Trước ngày 20/6 báo cáo 6 tháng"],
        ),
        ("Quý I/2027; Quý III/2027", ["Quý I/2027", "Quý III/2027"]),
        ("• Quý II;\n+ Quý IV;", ["Quý II", "Quý IV"]),
        ("Hằng quý\nTháng 12", ["Hằng quý", "Tháng 12"]),
        ("Quý I; báo cáo kết quả", ["Quý I; báo cáo kết quả"]),
        ("Quý I; ; -", ["Quý I; ; -"]),
        ("Ngày 5/5;  ", ["Ngày 5/5;"]),
        ("Thường xuyên", ["Thường xuyên"]),
        ("", []),
        ("  ", []),
    ],
)
def test_a_cell_is_split_where_each_part_is_a_deadline(cell: str, deadlines: list[str]) -> None:
    assert split_deadlines(cell) == deadlines


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Theo Kế hoạch của tỉnh Hàng năm", ("Theo Kế hoạch của tỉnh", "Hàng năm")),
        ("Quý I/2027 Quý III/2027", ("Quý I/2027", "Quý III/2027")),
        ("Quý I/2027   Hằng năm", ("Quý I/2027", "Hằng năm")),
        ("Trước ngày 30/6 Tháng 12", ("Trước ngày 30/6", "Tháng 12")),
        ("Theo Kế hoạch Quý I Hằng năm", ("Theo Kế hoạch Quý I", "Hằng năm")),
        ("Khi có yêu cầu (đột xuất) Hằng năm", ("Khi có yêu cầu (đột xuất)", "Hằng năm")),
        ("Hằng năm (theo Quý I) Quý II", ("Hằng năm (theo Quý I)", "Quý II")),
        ("Hằng năm (theo văn bản Trước ngày 3/4)", None),
        ("Theo Kế hoạch Quý I", None),
        ("Thường xuyên Quý II/2027", None),
        ("Hoàn thành trong Quý II", None),
        ("Từ Quý I", None),
        ("Báo cáo Trước ngày 5/5", None),
        ("Ngày 5/5 Trong hồ sơ", None),
        ("Hằng tháng", None),
        ("", None),
    ],
)
def test_two_deadlines_run_together_are_told_apart(text: str, two: tuple[str, str] | None) -> None:
    assert run_together(text) == two
