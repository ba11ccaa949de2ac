"""Superlatives against a table, and long times against the shorter ones in them."""

from __future__ import annotations

import pytest

from assistant.answer import Check, Finding
from tests.assistant.checking.papers import checked

TABLES = """BÁO CÁO
Kết quả phòng dịch trên đàn vật nuôi năm 2027
I. KẾT QUẢ
{text}
PHỤ LỤC 1
Tiêm phòng theo địa bàn
| STT | Địa bàn | Liều vắc xin | Hộ chăn nuôi |
| 1 | Xã Mường Lay | 4.120 | 310 |
| 2 | Xã Nậm Cang | 2.075 | 402 |
| 3 | Xã Pa Tần | 3.660 | 128 |
| 4 | Các xã khác | 9.900 | 700 |
| | Cộng | 19.755 | 1.540 |
PHỤ LỤC 2
Ổ dịch phát hiện trong năm 2027
| Nội dung | Quý I | Quý II | Quý III | Quý IV | Cả năm |
| Số ổ dịch phát hiện | 14 | 23 | 9 | 11 | 57 |
| Số ổ dịch đã dập tắt | 13 | 22 | {part} | 10 | 54 |
| Tỷ lệ dập tắt (%) | 92,9 | 95,7 | 100 | 90,9 | 94,7 |
| Số chốt kiểm dịch đang hoạt động | 6 | 6 | 5 | 5 | 5 |
PHỤ LỤC 3
Con giống cấp phát
| Loại | 6 tháng đầu năm | 6 tháng cuối năm | Cả năm |
| Vịt trời | 640 | 815 | 1.455 |
| Dê núi | 212 | 98 | 310 |
| Tổng số | 852 | 913 | 1.765 |
"""


def graver(check: Check) -> list[Finding]:
    return [one for one in check.findings if one.severity != "info"]


def found(text: str, part: str = "9") -> list[str]:
    return [one.message for one in graver(checked(TABLES.format(text=text, part=part)))]


@pytest.mark.parametrize(
    "text",
    [
        "Xã Mường Lay có số liều vắc xin cao nhất với 4.120 liều, thấp nhất là xã Nậm Cang.",
        "Xã Nậm Cang có nhiều hộ chăn nuôi nhất (402 hộ); xã Pa Tần ít hộ chăn nuôi nhất.",
        "Quý II là quý có số ổ dịch phát hiện nhiều nhất.",
        "Quý III phát hiện 9 ổ dịch, thấp nhất trong năm.",
        "Vịt trời dẫn đầu về con giống cấp phát với 1.455 con.",
        "Người đứng đầu xã Pa Tần đã xử lý xong số liều vắc xin còn lại.",
        "Các xã có nhiều hộ chăn nuôi nhất gồm xã Pa Tần và xã Nậm Cang.",
        "Mỗi đợt ở xã Pa Tần dùng nhiều nhất 50 liều vắc xin.",
        "Xã Pa Tần có nhiều hộ chăn nuôi nhất khu vực biên giới.",
        "Xã Pa Tần thống nhất kế hoạch tiêm liều vắc xin.",
        "Xã Pa Tần và xã Nậm Cang có số liều vắc xin cao nhất.",
        "Xã Pa Tần có số khách tham quan cao nhất.",
    ],
)
def test_what_the_table_bears_out_or_does_not_tell_raises_no_finding(text: str) -> None:
    assert [one for one in found(text) if "nhất" in one or "đầu" in one] == []


@pytest.mark.parametrize(
    ("text", "word", "other"),
    [
        ("Xã Pa Tần có số liều vắc xin cao nhất với 3.660 liều.", "cao nhất", "4.120"),
        ("Thấp nhất về số liều vắc xin là xã Pa Tần.", "thấp nhất", "2.075"),
        ("Xã Mường Lay có nhiều hộ chăn nuôi nhất.", "nhiều hộ chăn nuôi nhất", "402"),
        ("Xã Mường Lay đứng cuối về liều vắc xin.", "đứng cuối", "2.075"),
        ("Quý I là quý có số ổ dịch phát hiện nhiều nhất.", "nhiều nhất", "23"),
        ("Quý IV phát hiện 11 ổ dịch, thấp nhất trong năm.", "thấp nhất", "9"),
        ("Dê núi dẫn đầu về con giống cấp phát với 310 con.", "dẫn đầu", "1.455"),
    ],
)
def test_a_superlative_that_another_row_or_column_belies_is_an_error(
    text: str, word: str, other: str
) -> None:
    said = [one for one in found(text) if f"“{word}”" in one]
    assert len(said) == 1
    assert other in said[0]


def test_columns_of_a_year_that_add_up_raise_no_finding() -> None:
    assert found("Toàn tỉnh phát hiện 57 ổ dịch.") == []


@pytest.mark.parametrize("part", ["8", "10", "90"])
def test_a_quarter_that_does_not_add_up_to_its_year_is_an_error(part: str) -> None:
    said = [one for one in found("Toàn tỉnh phát hiện 57 ổ dịch.", part) if "các kỳ" in one]
    assert len(said) == (0 if part == "90" else 1)


def test_a_title_of_two_times_is_read_for_the_longer_one() -> None:
    text = """BÁO CÁO
Tình hình nuôi ong quý II và 6 tháng đầu năm 2027
I. KẾT QUẢ
Thu hoạch được 8.140 lít mật ong. Riêng quý II thu hoạch 5.020 lít mật ong.
PHỤ LỤC
| TT | Chỉ tiêu | Đơn vị tính | Quý I | Quý II | 6 tháng đầu năm |
| 1 | Mật ong thu hoạch | Lít | 3.120 | 5.020 | 8.140 |
| 2 | Thùng ong cấp phát | Thùng | 41 | 30 | 71 |
"""
    assert graver(checked(text)) == []
    wrong = graver(checked(text.replace("Riêng quý II", "Riêng quý I")))
    assert [one.code for one in wrong] == ["wrong_period"]
    assert graver(checked(text.replace("3.120", "3.140")))[0].code == "arithmetic"


@pytest.mark.parametrize(
    ("opening", "code"),
    [("Trong 9 tháng", None), ("Trong 6 tháng", "wrong_period"), ("Quý III/2027", "wrong_period")],
)
def test_the_time_that_opens_a_sentence_is_that_of_its_figures(
    opening: str, code: str | None
) -> None:
    text = f"""BÁO CÁO
Kết quả nuôi tằm 9 tháng năm 2027
I. KẾT QUẢ
{opening}, toàn vùng thu được 7.415 kén tằm.
PHỤ LỤC
| TT | Chỉ tiêu | Đơn vị tính | 9 tháng năm 2026 | 9 tháng năm 2027 |
| 1 | Kén tằm thu được | Kén | 6.980 | 7.415 |
| 2 | Nong tằm đang nuôi | Nong | 310 | 350 |
"""
    codes = [one.code for one in graver(checked(text))]
    assert codes == ([code] if code else [])
