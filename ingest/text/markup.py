"""Residue of other formats in text: HTML tags, entities, Word bookmarks, Markdown emphasis."""

from __future__ import annotations

import html
import re
import unicodedata

_TAG_NAMES = (
    "a|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small|span|strong"
    "|sub|sup|table|tbody|td|th|thead|tr|u|ul"
)
_TAG = re.compile(rf"</?(?:{_TAG_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li)>(?=<(?:p|div|li)[\s>])", re.IGNORECASE)
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
# Some converters to PDF print every hyphen as a soft one: "30/2020/NĐ\u00adCP", "2021 \u00ad 2025".
_HYPHEN = re.compile("(?<=[A-ZĐ\\d])\u00ad(?=[A-ZĐ\\d])|(?<=\\s)\u00ad(?=\\s)|^\u00ad(?=\\s)")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(\*{1,3}|_{2})(?=[^\s*_])(.+?)(?<=[^\s*_\\])\1(?![\w*])",
)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")


def without_residue(text: str) -> str:
    """``text`` in NFC without tags, entities, bookmarks, zero-width characters; NBSP as space."""
    text = unicodedata.normalize("NFC", text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    if "[" in text:
        text = _IMAGE.sub("", _BOOKMARK.sub("", text))
    if "\u00ad" in text:
        text = _HYPHEN.sub("-", text)
    return _INVISIBLE.sub("", text).replace("\u00a0", " ")


def emphasis_pieces(text: str) -> tuple[tuple[str, ...], bool]:
    """The pieces of ``text`` between Markdown emphasis marks, and whether all of it is bold.

    Joined, the pieces are the text without its marks.
    """
    pieces: list[str] = []
    bold = True
    end = 0
    for found in _EMPHASIS.finditer(text):
        plain = text[end : found.start()]
        if plain:
            pieces.append(plain)
            bold = bold and not plain.strip()
        inner, inner_bold = emphasis_pieces(found.group(2))
        pieces.extend(inner)
        bold = bold and (len(found.group(1)) >= 2 or inner_bold)
        end = found.end()
    rest = text[end:]
    if rest:
        pieces.append(rest)
        bold = bold and not rest.strip()
    return tuple(pieces), bold and bool(pieces)
