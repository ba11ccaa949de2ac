"""Headings of long papers: letters above Roman numbers, parts whose title has its own line."""

from __future__ import annotations

from ingest.extraction.outline import Placed, outline
from ingest.model import Content, Paragraph
from ingest.text.numbering import label_of


def _placed(*lines: str) -> list[Placed]:
    paragraphs = tuple(Paragraph(text=line) for line in lines)
    return [one for one in outline(Content(blocks=paragraphs)) if isinstance(one, Placed)]


def _at(placed: list[Placed], text: str) -> Placed:
    return next(one for one in placed if text in one.paragraph.text)


def test_letters_that_hold_roman_numbers_stand_above_them() -> None:
    placed = _placed(
        "A. MỤC TIÊU",
        "Dựng lại cầu tre.",
        "C. NỘI DUNG",
        "I. Chọn tre",
        "Chọn tre già.",
        "II. Buộc lạt",
        "Buộc lạt hai lần.",
        "D. KINH PHÍ",
        "Xin thóc của làng.",
    )
    assert _at(placed, "lạt hai lần").path == ("C", "II")
    assert _at(placed, "thóc của làng").path == ("D",)
    assert _at(placed, "thóc của làng").headings == ("KINH PHÍ",)


def test_letters_below_roman_numbers_stay_below_them() -> None:
    placed = _placed(
        "I. CẦU TRE", "A. Chọn tre", "Chọn tre già.", "B. Buộc lạt", "Buộc chặt.", "II. BẾN", "Bậc."
    )
    assert _at(placed, "Buộc chặt").path == ("I", "B")
    assert _at(placed, "Bậc").path == ("II",)


def test_a_part_is_titled_by_the_line_below_its_number() -> None:
    placed = _placed(
        "Phần thứ nhất",
        "KẾT QUẢ NĂM 2051",
        "I. CẦU",
        "Đã dựng 02 cầu.",
        "PHẦN THỨ HAI",
        "NHIỆM VỤ NĂM 2052",
        "Dựng thêm cầu.",
    )
    assert _at(placed, "02 cầu").headings == ("KẾT QUẢ NĂM 2051", "CẦU")
    assert _at(placed, "thêm cầu").headings == ("NHIỆM VỤ NĂM 2052",)


def test_the_title_of_a_chapter_opens_no_paper_of_its_own() -> None:
    placed = _placed("Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "Quy chế này nói về cầu.")
    said = _at(placed, "nói về cầu")
    assert said.headings == ("QUY ĐỊNH CHUNG", "Phạm vi")
    assert said.path == ("I", "Điều 1")


def test_the_last_paragraph_of_a_text_stands_in_no_section() -> None:
    placed = _placed("I. VIỆC LÀM", "1. Dựng cầu.", "Cuộc họp kết thúc vào hồi 9 giờ.", "THƯ KÝ")
    assert _at(placed, "kết thúc").headings == ()
    assert _at(placed, "THƯ KÝ").headings == ()


def test_parts_are_counted_in_words_and_letters_too() -> None:
    assert [label_of(text) is not None for text in ("PHẦN THỨ NHẤT", "Phần B", "Phần Lan")] == [
        True,
        True,
        False,
    ]
