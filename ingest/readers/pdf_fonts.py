"""Which words of a PDF are in TCVN3 or VNI: by font, held against the text itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.errors import BrokenFile
from ingest.model import Problem
from ingest.readers.legacy_text import CODE, conversion_note, encoding_of
from ingest.readers.pdf_words import Word
from ingest.readers.tally import Tally
from ingest.readers.wraps import is_syllable
from ingest.text.legacy import LegacyEncoding, convert, font_encoding, is_capital_font

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_MINOR = 0.2
"""Share of the letters below which a font that makes no sense is only reported."""
_LONG = 150
_RARE = 0.02
"""Share of words with ư, of 9 % or more in official texts, below which the letter was lost."""
_HYPHENED = re.compile(r"^(\W*)([^\W\d_]*)-([^\W\d_]*)(\W*)$")


class PdfFonts:
    """Decides once for the whole file, as short words can be read either way.

    Raises:
        BrokenFile: Most of the text is in a font of an old encoding and means nothing in it.
    """

    def __init__(self, words: Sequence[Word], name: str) -> None:
        texts: dict[LegacyEncoding | None, list[str]] = {}
        for word in words:
            texts.setdefault(_font_encoding(word.font), []).append(word.text)
        total = sum(len(text) for pieces in texts.values() for text in pieces)
        self._unread = 0
        self._encodings: dict[LegacyEncoding | None, LegacyEncoding | None] = {}
        for font, pieces in texts.items():
            try:
                self._encodings[font] = encoding_of(font, " ".join(pieces), name)
            except BrokenFile:
                if sum(map(len, pieces)) > _MINOR * total:
                    raise
                self._encodings[font] = None
                self._unread += len(pieces)
            if self._encodings[font] == "tcvn3":
                _refuse_without_u(pieces, name)

    def report(self, tally: Tally) -> None:
        """Say what was converted, and what could not be."""
        for encoding in sorted({found for found in self._encodings.values() if found is not None}):
            tally.tell(Problem(code=CODE, message=conversion_note(encoding)))
        if self._unread:
            tally.add("legacy_font", self._unread)

    def read(self, word: Word) -> Word:
        """``word`` in Unicode."""
        encoding = self._encodings.get(_font_encoding(word.font))
        if encoding is None:
            return word
        capitals = is_capital_font(_bare(word.font))
        text = convert(word.text, encoding, capitals=capitals)
        if encoding == "tcvn3":
            text = with_lost_letter(text)
        return replace(word, text=text)


def _refuse_without_u(words: Sequence[str], name: str) -> None:
    """Refuse a text that has lost its ư: some programs drop that code when they make a PDF."""
    kept = sum(
        "\u00ad" in word or "\u00a6" in word or with_lost_letter(word) != word for word in words
    )
    if len(words) >= _LONG and kept < _RARE * len(words):
        raise BrokenFile(
            f"Tệp {name} dùng phông TCVN3 và đã mất chữ “ư” khi xuất ra PDF nên không đọc đúng; "
            "hãy nạp tệp Word gốc hoặc chuyển tệp sang Unicode rồi xuất lại PDF."
        )


def with_lost_letter(word: str) -> str:
    """``ch-ơng`` -> ``chương``: TCVN3 puts ư on the code that PDFs show as a soft hyphen.

    Only where the part before is no syllable alone and the whole becomes one.
    """
    found = _HYPHENED.match(word)
    if not found:
        return word
    before, head, tail, after = found.groups()
    if not head and not tail:
        return word
    letter = "Ư" if (head or tail).isupper() and len(head + tail) > 1 else "ư"
    whole = f"{head}{letter}{tail}"
    if (head and is_syllable(head)) or not is_syllable(whole):
        return word
    cut = "" if tail or after else "\u00ad"  # a line end may have cut the word here
    return f"{before}{whole}{cut}{after}"


def _font_encoding(font: str) -> LegacyEncoding | None:
    return font_encoding(_bare(font))


def _bare(font: str) -> str:
    """A font's name without the tag of its subset and the style behind a comma or dash."""
    return re.split(r",|-(?=(?:Bold|Italic|Regular))", _SUBSET.sub("", font), maxsplit=1)[0]
