"""Text in the encodings from before Unicode: TCVN3 (ABC, ``.VnTime``) and VNI.

Both put Vietnamese letters on Latin-1 codes, so that "Cộng hòa" shows as ``Céng hßa`` (TCVN3) or
``Coäng hoøa`` (VNI) in any other font. A single word can be read either way: the encoding is to be
found once for a whole document, then given to every piece of it. The tables are data:
``ingest/vocabulary/legacy_encodings.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, get_args

from ingest.vocabulary import load

LegacyEncoding = Literal["tcvn3", "vni"]

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WORDS = re.compile(r"[^\W\d_]+|[\u00a1-\u00ff]")
_ONLY_VIETNAMESE = re.compile("[ăĂđĐơƠưƯ\u0128\u0129\u0168\u0169\u1ea0-\u1ef9]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    r"[ou]?(?:iê|yê|uô|ươ|ia|ya|ua|ưa|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnptiyou])?"
)
_FEW, _ENOUGH = 3, 20
_SURE, _SURE_IN_FEW, _AHEAD = 0.85, 0.95, 0.1
_UNICODE_SHARE = 0.02
_CELLS = re.compile(r"([\t\n]+)")
_CASED = re.compile(r"[^\W\d_]+")


def font_encoding(font: str) -> LegacyEncoding | None:
    """The encoding that a font's name stands for; ``None`` for fonts with Unicode letters."""
    name = font.strip().lower()
    for start, encoding in load("legacy_encodings")["fonts"].items():
        if name.startswith(str(start)):
            return _known(encoding)
    return None


def is_capital_font(font: str) -> bool:
    """Whether a TCVN3 font shows every letter as a capital (``.VnTimeH``)."""
    return font_encoding(font) == "tcvn3" and font.strip().endswith("H")


def encoding_name(encoding: LegacyEncoding) -> str:
    """What people call the encoding."""
    return str(load("legacy_encodings")["names"][encoding])


def detect(text: str) -> LegacyEncoding | None:
    """The old encoding that a whole text is in; ``None`` for Unicode, other languages, doubt.

    The one that turns nearly all words with special letters into Vietnamese syllables is taken.
    """
    if is_unicode(text):
        return None
    scores: dict[LegacyEncoding, float] = {}
    for encoding in get_args(LegacyEncoding):
        converted = convert(text, encoding)
        count, share = plausibility(converted)
        several = len(set(_special_words(converted))) >= _FEW
        if several and share >= (_SURE if count >= _ENOUGH else _SURE_IN_FEW):
            scores[encoding] = share
    ranked = sorted(scores, key=lambda encoding: -scores[encoding])
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] < scores[ranked[1]] + _AHEAD):
        return None
    return ranked[0]


def is_unicode(text: str) -> bool:
    """Whether letters that only Unicode Vietnamese has stand among the special letters."""
    special = sum(1 for char in text if char > "\u007f" and char.isalpha())
    own = len(_ONLY_VIETNAMESE.findall(unicodedata.normalize("NFC", text)))
    return own > 0 and own >= _UNICODE_SHARE * special


def plausibility(text: str) -> tuple[int, float]:
    """How many words have special letters, and the share of them that are syllables."""
    words = _special_words(text)
    good = sum(is_syllable(word) for word in words)
    return len(words), good / len(words) if words else 0.0


def _special_words(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text)
    return [word for word in _WORDS.findall(composed) if not word.isascii()]


def is_syllable(word: str) -> bool:
    """Whether ``word`` is built like one Vietnamese syllable: onset, rhyme, at most one tone."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    if sum(char in _TONES for char in decomposed) > 1:
        return False
    toneless = "".join(char for char in decomposed if char not in _TONES)
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)))


def convert(text: str, encoding: LegacyEncoding, *, capitals: bool = False) -> str:
    """``text`` in Unicode (NFC). Letters that are Unicode already stay as they are.

    ``capitals``: the text stands in a font that shows capitals only. Without it, TCVN3 words and
    cells whose plain letters are all capitals are made capitals throughout, since the encoding has
    no codes for capitals with a tone.
    """
    table = _table(encoding, tuple(load("legacy_encodings")[encoding].items()))
    converted = unicodedata.normalize("NFC", text.translate(table))
    if capitals:
        return converted.upper()
    return _with_capitals(text, converted) if encoding == "tcvn3" else converted


@lru_cache(maxsize=8)
def _table(_: LegacyEncoding, letters: tuple[tuple[str, str], ...]) -> dict[int, str]:
    """Also from the private area, where Word puts the codes of fonts it takes for symbols."""
    plain = {ord(code): letter for code, letter in letters}
    symbols = {0xF000 + code: letter for code, letter in plain.items()}
    return {**{0xF000 + code: chr(code) for code in range(0x20, 0x7F)}, **symbols, **plain}


def _with_capitals(text: str, converted: str) -> str:
    if len(text) != len(converted):  # some letter was composed: positions no longer agree
        return converted
    result: list[str] = []
    start = 0
    for cell in _CELLS.split(text):
        made = converted[start : start + len(cell)]
        start += len(cell)
        plain = [char for char in cell if char.isascii() and char.isalpha()]
        if len(plain) > 1 and not any(char.islower() for char in plain):
            result.append(made.upper())
        else:
            result.append(_CASED.sub(_capital_word, made))
    return "".join(result)


def _capital_word(found: re.Match[str]) -> str:
    """``QUYếT`` -> ``QUYẾT``; ``Sở`` stays: its one capital begins it."""
    word = found.group()
    plain = [char for char in word if char.isascii()]
    shouted = any(char.isupper() for char in word[1:] if char.isascii())
    return word.upper() if shouted and not any(char.islower() for char in plain) else word


def _known(name: object) -> LegacyEncoding:
    if name == "tcvn3":
        return "tcvn3"
    if name == "vni":
        return "vni"
    raise ValueError(f"legacy_encodings.yaml: “{name}” không phải tcvn3 hoặc vni.")
