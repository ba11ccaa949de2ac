"""Words of Vietnamese office text as the lexical index stores and asks for them.

A token is a syllable, a number or an abbreviation, in two forms: accented and folded. What a
writer joins without a space (``588/KH-STP``, ``16/12/2021``, ``HC&BTTP``, ``III.1.9``) also
yields the whole, with ``_`` between its parts, after the parts themselves: a document number is
found as one thing, and its parts still are. Numbers lose leading zeros and thousands separators
on both sides, so ``02`` finds ``2`` and ``1.355.391`` finds ``1355391``. Known misreadings of
scans are mended on both sides too (:mod:`ingest.text.misread`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.text.misread import mended
from ingest.text.normal import clean, key_of_clean, strip_accents

_JOINED = re.compile(r"[^\W_]+(?:(?:[/&.-]|(?<=\d)[,:](?=\d))[^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
# A line wrap or an OCR space inside a document number: "05 / QĐ- STP" is "05/QĐ-STP".
_SPACE_AT_SLASH = re.compile(r"(?<=\d)\s*/\s*(?=[A-ZĐ]{2}|\d{4}\s*/\s*[A-ZĐ]{2})")
_SPACE_AT_HYPHEN = re.compile(r"(?<=[A-ZĐ])(?:\s-\s?|-\s)(?=[A-ZĐ]{2,}\b)")
_WRITTEN_DATE = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Token:
    """One searchable word. ``whole`` marks a joined form such as ``588_kh_stp``."""

    accented: str
    folded: str
    whole: bool = False


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text`` in reading order; any text is allowed, the empty one gives none."""
    return _tokens(_key(text))


def _key(text: str) -> str:
    closed = clean(text)
    if "/" in closed:
        closed = _SPACE_AT_SLASH.sub("/", closed)
    if "-" in closed:
        closed = _SPACE_AT_HYPHEN.sub("-", closed)
    return mended(key_of_clean(closed))


def _tokens(key: str) -> list[Token]:
    dates = {found.end(): found.groups() for found in _WRITTEN_DATE.finditer(key)}
    tokens: list[Token] = []
    if not dates:
        for joined in _JOINED.findall(key):
            tokens += _parted(joined)
        return tokens
    for found in _JOINED.finditer(key):
        tokens += _parted(found.group())
        if found.end() in dates:
            tokens.append(_whole(dates[found.end()]))
    return tokens


def joined_forms(text: str) -> tuple[str, str]:
    """The folded and the accented forms of all tokens of ``text``, each joined by blanks."""
    key = _key(text)
    pieces = (
        [*map(_parted_forms, _JOINED.findall(key))]
        if _WRITTEN_DATE.search(key) is None
        else [(token.folded, token.accented) for token in _tokens(key)]
    )
    return " ".join([folded for folded, _ in pieces]), " ".join([form for _, form in pieces])


@lru_cache(maxsize=65_536)
def _parted_forms(joined: str) -> tuple[str, str]:
    tokens = _parted(joined)
    return (
        " ".join(token.folded for token in tokens),
        " ".join(token.accented for token in tokens),
    )


@lru_cache(maxsize=65_536)
def _parted(joined: str) -> tuple[Token, ...]:
    """The tokens of what is written without a space."""
    if _THOUSANDS.fullmatch(joined):
        return (_single(joined.replace(".", "").replace(",", "")),)
    parts = _PART.findall(joined)
    tokens = tuple(_single(part) for part in parts)
    return (*tokens, _whole(parts)) if len(parts) > 1 else tokens


def _single(part: str) -> Token:
    plain = _plain_number(part)[:_LONGEST]
    return Token(plain, strip_accents(plain))


def _whole(parts: list[str] | tuple[str, ...]) -> Token:
    accented = "_".join(_plain_number(part) for part in parts)[:_LONGEST]
    return Token(accented, strip_accents(accented), whole=True)


def _plain_number(part: str) -> str:
    return (part.lstrip("0") or "0") if part.isdecimal() else part
