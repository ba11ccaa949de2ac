"""Puts back together what a narrow column cut into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import Protocol

# Vietnamese syllable, tones removed: onset, nucleus, coda.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"(?:iê|yê|ươ|uô|uơ|uyê|uya|uyu|oai|oay|oeo|oao|uây|uôi|ươi|ươu|iêu|yêu|oa|oă|oe|oo|uâ|uê|uy|"
    r"ia|ua|ưa|ai|ay|ao|au|ây|âu|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_CODE_CUT = re.compile(r"(?<=[A-ZĐ0-9/])- (?=[A-ZĐ]{2,})")
_LETTER_CUT = re.compile(r"([^\W\d_]*[ưƯ])\u00ad(?: ([^\W\d_]+))?")
_TRAILING = ".,;:)"
_NUMBER_HEAD = re.compile(r"(?:[^\W\d]{1,6}/)?\d[\d./,]*")
_NUMBER_TAIL = re.compile(r"[./,]?\d[\d./,]*%?")


class Line(Protocol):
    """A printed line of a cell: its words and their widths, in one unit."""

    @property
    def words(self) -> Sequence[str]:
        """The words, left to right."""

    @property
    def widths(self) -> Sequence[float]:
        """The printed width of each word."""


def is_syllable(word: str) -> bool:
    """Whether ``word`` can be one Vietnamese syllable: right letters, at most one tone mark."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = sum(char in _TONES for char in decomposed)
    plain = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(plain) is not None


def join_lines(lines: Sequence[Line], *, inner_width: float, ends: Collection[int] = ()) -> str:
    """One text from the lines of a cell ``inner_width`` wide.

    Lines are joined by a blank, except after a hyphen within a document number, and where the
    column was too narrow for a word, so that the word itself was cut. Lines with a number in
    ``ends`` (from 0) end a paragraph: a line break stands behind them.
    """
    text = ""
    for index, line in enumerate(lines):
        if index - 1 in ends:
            text += "\n"
        elif index and not _cuts_word(lines[index - 1], line, inner_width):
            text += " "
        text += " ".join(line.words)
    return join_codes(text)


def join_codes(text: str) -> str:
    """``QĐ- UBND`` -> ``QĐ-UBND``: a document number that a line end cut; words cut behind ư."""
    return _CODE_CUT.sub("-", _LETTER_CUT.sub(_whole_syllable, text))


def _whole_syllable(found: re.Match[str]) -> str:
    """Close a word that a line end cut behind a ư, which the old font had as a soft hyphen."""
    head, tail = found.group(1), found.group(2) or ""
    return f"{head}{tail}" if not tail or is_syllable(head + tail) else f"{head} {tail}"


def _cuts_word(upper: Line, lower: Line, inner_width: float) -> bool:
    """A word is cut only where it alone is wider than the column."""
    if len(upper.words) != 1 or not lower.words:
        return False
    head, tail = upper.words[0], lower.words[0].rstrip(_TRAILING)
    too_wide = upper.widths[0] + lower.widths[0] > inner_width
    if not too_wide:
        return False
    if _NUMBER_HEAD.fullmatch(head) and _NUMBER_TAIL.fullmatch(tail):
        return True  # a date or a figure that went on in the next line
    one_case = tail.islower() or (tail.isupper() and head.isupper())
    return one_case and head.isalpha() and is_syllable(head + tail)
