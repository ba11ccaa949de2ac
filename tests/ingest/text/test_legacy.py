from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.legacy import (
    LegacyEncoding,
    convert,
    detect,
    encoding_name,
    font_encoding,
    is_capital_font,
    is_syllable,
    is_unicode,
)
from ingest.vocabulary import load

SENTENCE = (
    "Sở Xây dựng tỉnh Bến Tre tổ chức kiểm tra việc giải quyết thủ tục hành chính, bảo đảm tỷ lệ "
    "hồ sơ đúng hạn; những đơn vị chậm trễ phải giải trình bằng văn bản trước ngày 15/6."
)


def encoded(text: str, encoding: LegacyEncoding) -> str:
    """``text`` as the encoding stores it, by the table read backwards, letter by letter."""
    letters = {letter: code for code, letter in load("legacy_encodings")[encoding].items()}
    result = []
    for char in unicodedata.normalize("NFC", text):
        if char in letters or char.isascii():
            result.append(letters.get(char, char))
            continue
        parts = unicodedata.normalize("NFD", char)
        for cut in (1, 2):  # VNI: a letter, or a letter with its horn, then one mark
            base = unicodedata.normalize("NFC", parts[:cut])
            for marks in (parts[cut:], parts[cut:][::-1]):
                if (base.isascii() or base in letters) and marks in letters:
                    result.append(letters.get(base, base) + letters[marks])
                    break
            else:
                continue
            break
        else:
            raise AssertionError(f"no code for {char}")
    return "".join(result)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_text_is_recognised_and_comes_back_letter_by_letter(encoding: LegacyEncoding) -> None:
    stored = encoded(SENTENCE, encoding)
    assert stored != SENTENCE
    assert detect(stored) == encoding
    assert convert(stored, encoding) == SENTENCE


@pytest.mark.parametrize(
    ("encoding", "stored", "read"),
    [
        ("tcvn3", "Céng hßa x· héi", "Cộng hòa xã hội"),
        ("tcvn3", "ñy ban nh©n d©n", "ủy ban nhân dân"),
        ("tcvn3", "V¨n phßng Së", "Văn phòng Sở"),
        ("tcvn3", "T­ ph¸p", "Tư pháp"),
        ("vni", "Coäng hoøa xaõ hoäi", "Cộng hòa xã hội"),
        ("vni", "Uûy ban nhaân daân", "Ủy ban nhân dân"),
        ("vni", "ÑOÄC LAÄP", "ĐỘC LẬP"),
    ],
)
def test_known_phrases_are_converted(encoding: LegacyEncoding, stored: str, read: str) -> None:
    assert convert(stored, encoding) == read


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Kế hoạch",
        "Plain English text without any special letter in it.",
        "Les élèves français ont été très contents à l'école, ça va naître",
        "Für die größte Übung müssen wir schön öffnen",
        "Depth 5 µm, width 7 µm, length 12 µm, café at 20 °C",
        "5 µm, 6 µm, 7 µm",
        "El niño español comió mañana en la ocasión",
        "",
    ],
)
def test_unicode_and_other_languages_are_left_alone(text: str) -> None:
    assert detect(text) is None


def test_capitals_of_tcvn3_follow_the_plain_letters_of_their_word_or_cell() -> None:
    assert convert("QUYÕT §ÞNH", "tcvn3") == "QUYẾT ĐỊNH"
    assert convert("KÕ HO¹CH n¨m 2031", "tcvn3") == "Kế HOẠCH năm 2031"
    assert convert("Së T­ ph¸p", "tcvn3") == "Sở Tư pháp"
    assert convert("Hµ", "tcvn3") == "Hà"
    assert convert("phô lôc", "tcvn3", capitals=True) == "PHỤ LỤC"


def test_letters_that_word_takes_for_symbols_are_read_too() -> None:
    assert convert("V\uf0a8n ph\uf0dfng", "tcvn3") == "Văn phòng"


def test_fonts_tell_the_encoding_and_their_capitals() -> None:
    assert font_encoding(".VnArial Narrow") == "tcvn3"
    assert font_encoding("VNI-Helve-Condense") == "vni"
    assert font_encoding("Times New Roman") is None
    assert is_capital_font(".VnTimeH")
    assert not is_capital_font(".VnTime")
    assert encoding_name("tcvn3").startswith("TCVN3")


def test_unicode_text_is_known_by_letters_that_only_it_has() -> None:
    assert is_unicode("Sở Tư pháp")
    assert not is_unicode("Së T­ ph¸p")
    assert not is_unicode("plain")


@pytest.mark.parametrize("word", ["nghiêng", "quyết", "khuỷu", "ửng", "Đoàn", "giữa", "khuya"])
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hßa", "Ngãåi", "viÖt", "größte", "très"])
def test_wrongly_read_words_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@given(st.text(alphabet=st.characters(max_codepoint=0x7F)))
def test_plain_letters_and_figures_are_never_touched(text: str) -> None:
    assert convert(text, "vni") == text
    assert convert(text, "tcvn3") == text
