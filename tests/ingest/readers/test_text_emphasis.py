"""Pages saved as Markdown with broken lines: what one pair of marks holds is one piece of text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Paragraph, Reading
from ingest.pipeline import read_file
from ingest.readers.text import parse
from ingest.readers.text_emphasis import closed

DIRECTIVE = """|
**ỦY BAN NHÂN
DÂN **
TỈNH LAM SƠN
--------
|
**CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 31/CT-UBND
|
*Lam Sơn, ngày
07 tháng 5 năm 2032*
|

**CHỈ THỊ**

VỀ VIỆC CHẤN CHỈNH BẾN ĐÒ NGANG

Để kịp thời chấn chỉnh bến đò ngang, Chủ tịch UBND tỉnh yêu cầu
Thủ trưởng các sở và Chủ tịch UBND các xã thực hiện các việc
sau:

**1. Sở
Giao thông và Đường thủy**

a) Kiểm định toàn bộ đò ngang
trước mùa mưa.

b) Nâng cấp hệ thống phao tiêu và gửi
kết quả của việc nâng cấp phao tiêu cho
UBND.

**2. Văn
phòng UBND tỉnh**

a) Theo dõi, đôn đốc
việc thực hiện Chỉ thị này.

|
**KT. CHỦ TỊCH**
PHÓ CHỦ TỊCH
**Mạc Văn Thử**
|
"""


def read(folder: Path) -> Reading:
    path = folder / "chi-thi.md"
    path.write_text(DIRECTIVE, encoding="utf-8")
    return read_file(path, document_id="d", shown_path=str(path))


def texts(text: str) -> list[str]:
    return [block.text for block in parse(text) if isinstance(block, Paragraph)]


def test_a_letterhead_cut_within_its_marks_names_the_issuer(tmp_path: Path) -> None:
    document = read(tmp_path).document

    assert document.issuer == "Ủy ban nhân dân tỉnh Lam Sơn"
    assert (document.number, document.date) == ("31/CT-UBND", "2032-05-07")


def test_a_heading_cut_within_its_marks_names_the_whole_unit(tmp_path: Path) -> None:
    assert {task.lead for task in read(tmp_path).tasks} == {
        ("Sở Giao thông và Đường thủy",),
        ("Văn phòng UBND tỉnh",),
    }


def test_a_last_word_in_capitals_belongs_to_its_sentence(tmp_path: Path) -> None:
    said = [unit.text for unit in read(tmp_path).units]

    assert any(text.endswith("phao tiêu cho UBND.") for text in said)


def test_the_quote_of_a_joined_heading_stays_word_for_word(tmp_path: Path) -> None:
    flat = DIRECTIVE.replace("**", "").replace("*", "")
    for unit in read(tmp_path).units:
        for place in (unit.source, *unit.source.parts):
            assert place.quote in flat


def test_offices_that_sign_stay_lines_of_their_own() -> None:
    assert texts("**KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**") == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


def test_a_kind_of_document_stays_apart_from_its_title() -> None:
    assert texts("**KẾ HOẠCH\nKIỂM TRA BẾN ĐÒ**") == ["KẾ HOẠCH", "KIỂM TRA BẾN ĐÒ"]


@pytest.mark.parametrize(
    "lines",
    [
        ["**Đoạn mở ra", "", "rồi dòng trống**"],
        ["Giá 5 * 3 là", "mười lăm * hai"],
        ["| **a | b |", "| c** | d |"],
        ["* Ghi chú một", "* Ghi chú hai"],
        ["(*) Số liệu ước", "đến hết tháng"],
    ],
)
def test_marks_that_hold_nothing_together_are_left_as_they_are(lines: list[str]) -> None:
    found = closed(lines)

    assert found.lines == lines
    assert not found.going_on


def test_a_span_that_closes_and_opens_anew_in_one_line_is_closed_in_each() -> None:
    found = closed(["**Điều 1. Phạm", "vi** và **đối", "tượng**"])

    assert found.lines == ["**Điều 1. Phạm**", "**vi** và **đối**", "**tượng**"]
    assert found.going_on == {1, 2}
