"""PDFs in TCVN3 and VNI: converted by font and text, or refused with the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import BrokenFile
from ingest.readers.pdf_fonts import PdfFonts, with_lost_letter
from ingest.readers.pdf_words import Word
from ingest.readers.tally import Tally
from ingest.text.legacy import LegacyEncoding
from tests.ingest.readers.test_pdf import Sheet
from tests.ingest.readers.word_files import codes, grid, texts
from tests.ingest.text.test_legacy import SENTENCE, encoded


def _words(text: str, font: str) -> list[Word]:
    return [
        Word(text=piece, x0=0, x1=5, top=0, bottom=9, size=9, bold=False, font=font)
        for piece in text.split()
    ]


def _read(words: list[Word]) -> str:
    fonts = PdfFonts(words, "a.pdf")
    return " ".join(fonts.read(word).text for word in words)


@pytest.mark.parametrize(
    ("font", "encoding"), [("ABCDEF+.VnTime", "tcvn3"), ("VNI-Times,Bold", "vni")]
)
def test_words_are_converted_by_the_name_of_their_font(font: str, encoding: LegacyEncoding) -> None:
    assert _read(_words(encoded(SENTENCE, encoding), font)) == SENTENCE


def test_a_font_of_capitals_shows_capitals() -> None:
    words = _words(encoded(SENTENCE, "tcvn3"), "ABCDEF+.VnTimeH")
    assert _read(words) == SENTENCE.upper()


def test_fonts_that_lie_about_unicode_text_change_nothing() -> None:
    assert _read(_words(SENTENCE, ".VnTime")) == SENTENCE


def test_old_and_new_letters_in_one_file_are_each_read_in_their_own_way() -> None:
    words = [*_words(SENTENCE, "TimesNewRoman"), *_words(encoded(SENTENCE, "tcvn3"), ".VnTime")]
    assert _read(words) == f"{SENTENCE} {SENTENCE}"


def test_text_that_is_not_what_its_font_says_is_refused() -> None:
    nonsense = "þÿ¬¤ ×ßðý ¡¶¸Ý þðÞ×ß ÿ¤¬× ðÞßý þ×¶¸ Ýßþð"
    with pytest.raises(BrokenFile, match=r"hãy chuyển tệp sang Unicode"):
        PdfFonts(_words(nonsense, ".VnTime"), "a.pdf")


def test_a_few_words_that_make_no_sense_are_only_reported() -> None:
    nonsense = "þÿ¬¤ ×ßðý ¡¶¸Ý þðÞ×ß ÿ¤¬× ðÞßý"
    fonts = PdfFonts([*_words(SENTENCE, "Arial"), *_words(nonsense, ".VnTime")], "a.pdf")
    tally = Tally()
    fonts.report(tally)
    assert [problem.code for problem in tally.problems()] == ["legacy_font"]


def test_a_file_that_lost_a_letter_is_refused() -> None:
    lost = encoded(" ".join([SENTENCE] * 6), "tcvn3").replace("\u00ad", "")
    with pytest.raises(BrokenFile, match=r"mất chữ “ư”.*Word gốc"):
        PdfFonts(_words(lost, ".VnTime"), "a.pdf")


@pytest.mark.parametrize(
    ("shown", "meant"),
    [("ch-ơng", "chương"), ("t-", "tư\u00ad"), ("T-", "Tư\u00ad"), ("l-ợng,", "lượng,"),
     ("QĐ-UBND", "QĐ-UBND"), ("xã-hội", "xã-hội"), ("-", "-"), ("2026-2030", "2026-2030")],
)  # fmt: skip
def test_a_hyphen_that_stands_for_a_letter_is_mended(shown: str, meant: str) -> None:
    assert with_lost_letter(shown) == meant


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_whole_pdf_in_an_old_encoding_is_converted_and_said_so(
    tmp_path: Path, encoding: LegacyEncoding
) -> None:
    sheet = Sheet(tmp_path / "a.pdf")
    for piece in SENTENCE.split(", "):
        sheet.line(f"{encoded(piece, encoding)}.")
    sheet.row(
        encoded("Thời hạn", encoding), encoded("Trưởng phòng", encoding), edges=(85, 200, 400)
    )
    sheet.row("30/6/2027", encoded("Được duyệt", encoding), edges=(85, 200, 400))
    content = sheet.read()
    assert codes(content) == ["legacy_encoding"]
    assert "bảo đảm tỷ lệ hồ sơ đúng hạn" in " ".join(texts(content))
    assert grid(content) == [["Thời hạn", "Trưởng phòng"], ["30/6/2027", "Được duyệt"]]
