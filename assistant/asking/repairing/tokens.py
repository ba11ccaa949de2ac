"""The words of a question as they were typed, each with what is known of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.asking.repairing.familiar import Familiar
from assistant.asking.repairing.syllables import is_possible
from assistant.asking.words import words_of
from ingest.text.normal import match_key, strip_accents

_WORD = re.compile(r"[^\W_]+")
_JOINS = frozenset("/&-.")
_VOWEL = re.compile(r"[aeiouy]")
_ONSET = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])")
_ROMAN = re.compile(r"[ivx]{2,}")
_SHARE = 0.3
_SPOKEN = frozenset({"ạ", "à", "ơi", "dạ", "hả", "nhé", "nhỉ"})
"""Particles of talk, which stand at either end of a question and nowhere in documents."""


@dataclass(frozen=True, slots=True)
class Token:
    """One run of letters and figures; ``word`` is its key, ``gap`` what stands before it.

    ``fixed`` ones are never anything else: figures, parts of codes, initials in capitals or of
    an issuer.
    """

    start: int
    text: str
    word: str
    gap: str
    fixed: bool
    known: bool
    possible: bool
    named: bool

    @property
    def plain(self) -> str:
        """The letters without accents."""
        return strip_accents(self.word)

    @property
    def bare(self) -> bool:
        """Whether it was typed without any accent."""
        return self.word.isascii()

    @property
    def end(self) -> int:
        """Where it ends in the question."""
        return self.start + len(self.text)

    @property
    def spoken(self) -> bool:
        """Whether it has a vowel: without one it is short for something, or torn off."""
        return _VOWEL.search(self.plain) is not None

    @property
    def contracted(self) -> bool:
        """Whether it may be the first letters of one word glued to another ("ktra")."""
        onset = _ONSET.match(self.plain)
        rest = self.word[onset.end() :] if onset else ""
        return bool(rest) and _ONSET.match(rest) is not None and is_possible(rest)


_ORDINAL = "thứ"
_NUMERALS = frozenset(
    ("nhất", "hai", "nhì", "ba", "tư", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mấy")
)


def is_ordinal(before: str, word: str) -> bool:
    """Whether a word behind "thứ" tells one meeting or session from another."""
    return before == _ORDINAL and word in _NUMERALS


@lru_cache(maxsize=16384)
def key_of(text: str) -> str:
    """A word as words are compared."""
    words = words_of(text)
    return words[0].accented if len(words) == 1 else text.lower()


def tokens_of(text: str, known: Familiar) -> tuple[tuple[Token, ...], bool]:
    """The tokens of a question, and whether it was typed with accents."""
    shouted = text.isupper()
    found: list[tuple[re.Match[str], str, str]] = []
    end = 0
    for match in _WORD.finditer(text):
        found.append((match, key_of(match.group()), text[end : match.start()]))
        end = match.end()
    letters = [word for match, word, _ in found if word.isalpha() and not match.group().isupper()]
    accented = sum(not word.isascii() for word in letters) > _SHARE * len(letters)
    tokens = []
    before = ""
    for match, key, gap in found:
        written = match.group()
        fixed = (
            not any(map(str.isalpha, written))
            or (written.isupper() and len(written) > 1 and not shouted)
            or _is_roman(written)
            or key in _SPOKEN
            or _coded(text, match)
            or known.shortens_issuer(match_key(written))
            or is_ordinal(before, key)
        )
        before = key
        stands = fixed or known.knows(key)
        word = key if stands else match_key(written)
        plain = strip_accents(word)
        if not stands and not accented and word.isascii():
            stands = known.knows_plain(plain)
        named = written[0].isupper() and match.start() > 0 and not shouted and gap.isspace()
        tokens.append(
            Token(match.start(), written, word, gap, fixed, stands, is_possible(word), named)
        )
    return tuple(tokens), accented


def _is_roman(written: str) -> bool:
    """Whether letters are a Roman figure; small ones that are a word ("vi") are that."""
    small = written.lower()
    return _ROMAN.fullmatch(small) is not None and (written.isupper() or not is_possible(small))


def _coded(text: str, match: re.Match[str]) -> bool:
    """Whether letters are glued to others by a mark, as in the number of a document."""
    before, behind = text[max(0, match.start() - 2) : match.start()], text[match.end() :][:2]
    return (len(before) > 1 and before[1] in _JOINS and before[0].isalnum()) or (
        len(behind) > 1 and behind[0] in _JOINS and behind[1].isalnum()
    )
