"""Normal forms of Vietnamese text: for matching only, never for quoting.

``match_key`` keeps accents but unifies what writers mix (NFC, tone placement, case, white space);
``fold`` also strips the accents, so that "don vi nao chu tri" finds "đơn vị nào chủ trì".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = {
    "\u00d0": "Đ",
    "\u00f0": "đ",
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "‑": "-",
    "\u00a0": " ",
}
_TYPOGRAPHIC = re.compile(f"[{''.join(_PLAIN)}\u00ad\u200b-\u200f\u2060\ufeff]")
# New-style tone placement -> old style, where no letter follows (and "qu" keeps its glide).
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# Begins with a set of characters, which the engine skips to; what stands before is looked at then.
_TONED = re.compile(rf"[ou][{''.join(pair[1] for pair in _TONES)}](?![^\W\d_])")
_WORD = re.compile(r"\w+")
_SHORT = 200  # longer texts are not remembered: they are whole paragraphs, and seldom come twice


def clean(text: str) -> str:
    """NFC, no zero-width characters, plain quotes, dashes and spaces. Length may change."""
    return _TYPOGRAPHIC.sub(
        lambda found: _PLAIN.get(found.group(), ""), unicodedata.normalize("NFC", text)
    )


def match_key(text: str) -> str:
    """Accented key: lower case, old-style tones, single spaces, typographic variants unified."""
    return _short_key(text) if len(text) <= _SHORT else _key(text)


@lru_cache(maxsize=16384)
def _short_key(text: str) -> str:
    return _key(text)


def _key(text: str) -> str:
    return key_of_clean(clean(text))


def key_of_clean(text: str) -> str:
    """The match key of a text that :func:`clean` gave back."""
    return " ".join(_TONED.sub(_old_tone, text.lower()).split())


def _old_tone(found: re.Match[str]) -> str:
    pair, at = found.group(), found.start()
    return pair if at and found.string[at - 1] == "q" else _TONES.get(pair, pair)


class _Bare(dict[int, str]):
    """Characters without their diacritics, worked out as they come up."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code))
        bare = "".join(char for char in decomposed if not unicodedata.combining(char))
        self[code] = bare.replace("đ", "d").replace("Đ", "D")
        return self[code]


_BARE = _Bare()


def strip_accents(text: str) -> str:
    """Remove every diacritic; ``đ`` becomes ``d``. Length is kept for NFC Vietnamese input."""
    return text if text.isascii() else text.translate(_BARE)


def fold(text: str) -> str:
    """Accent-free key of ``text``: what someone types without diacritics."""
    return _short_fold(text) if len(text) <= _SHORT else strip_accents(_key(text))


@lru_cache(maxsize=16384)
def _short_fold(text: str) -> str:
    return strip_accents(match_key(text))


def folded_words(text: str) -> list[str]:
    """The words of ``text`` in folded form, punctuation dropped."""
    return _WORD.findall(fold(text))


def slug(text: str) -> str:
    """ASCII words joined by hyphens: ``Văn phòng Sở`` -> ``van-phong-so``."""
    return "-".join(folded_words(text))
