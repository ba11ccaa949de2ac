"""Figures that a question names one after the other: "số A và số B là bao nhiêu?"."""

from __future__ import annotations

import re

from assistant.asking.page import Composed
from ingest.text.normal import fold

_ASKED_AT_END = re.compile(
    r"[\s,]+(?:(?:là|la|thì|thi|đạt|dat)\s+)?(?:bao\s+(?:nhiêu|nhieu)|mấy|may)"
    r"(?:\s+[^\s?,;]+){0,2}\s*\??\s*$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:và|va|cùng|cung|cũng như|cung nhu)\s+", re.IGNORECASE)
_WHERE = re.compile(r"\s(?:của|cua|thuộc|thuoc|ở|tại|tai|trong|năm|nam)\s", re.IGNORECASE)
_QUANTITIES = ("tong so ", "so luong ", "ty le ", "ti le ", "muc ", "so ")
_HEAD = 2
_FEWEST, _MOST = 2, 4


def named_parts(question: str) -> list[str]:
    """A question for each of the figures named; none where only one is, or something else.

    All have to begin alike, or each with what is measured, for "và" joins much else; where they
    are to be found is said of all.
    """
    asked = _ASKED_AT_END.search(question)
    if asked is None:
        return []
    named = [piece.strip(" ,;") for piece in _AND.split(question[: asked.start()])]
    heads = {_head(piece) for piece in named}
    if not _FEWEST <= len(named) <= _MOST or len(heads) > 1 or "" in heads:
        return []
    tail = _WHERE.search(named[-1])
    place = named[-1][tail.start() :] if tail else ""
    wholes = [*(f"{piece}{place}" for piece in named[:-1]), named[-1]]
    return [f"{piece} {asked.group().strip(' ,')}" for piece in wholes]


def says_more(each: Composed, whole: Composed) -> bool:
    """Whether the figures one by one are those of the answer to the whole question, and others."""
    told = {figure.source for figure in each.page.figures}
    return told > {figure.source for figure in whole.page.figures} != set()


def _head(piece: str) -> str:
    """What a piece begins with: a word for what is measured, or its first two syllables."""
    told = fold(piece)
    if told.startswith(_QUANTITIES):
        return _QUANTITIES[-1]
    words = told.split()
    return " ".join(words[:_HEAD]) if len(words) > _HEAD else ""
