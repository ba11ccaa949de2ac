"""The two columns of a letterhead that a file holds in one line, taken apart.

Typed with tabs or blanks, or copied from a page, the issuing body and the national lines stand
side by side: ``SỞ XÂY DỰNG ⇥ Độc lập - Tự do - Hạnh phúc``, ``Số: 7/KH-SXD   Hà Nội, ngày …``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Block, Content, Paragraph
from ingest.text.normal import fold
from ingest.vocabulary import load

PLACE_DATE = re.compile(
    r"^\s*([A-ZĐÀ-Ỹ][^,\d]{1,40}),\s*ngày\b.*(?:\bnăm\s*\d{4}|/\s*\d{4})", re.IGNORECASE
)
_LINES = 14
_LONGEST = 240
_BLANK = re.compile(r"\s+")
_WIDE = re.compile(r"\t|\s{3,}")
_NUMBER = re.compile(r"\s*số\s*[:.]?[\s\d]*/\s*\S+\s*$|\s*số\s*:\s*\d*\s*$", re.IGNORECASE)


def with_parted_letterhead(content: Content) -> Content:
    """``content`` with the columns of its letterhead as paragraphs of their own."""
    blocks: list[Block] = []
    for index, block in enumerate(content.blocks):
        if index < _LINES and isinstance(block, Paragraph) and not block.pieces:
            blocks.extend(replace(block, text=piece) for piece in _pieces(block.text))
        else:
            blocks.append(block)
    return replace(content, blocks=tuple(blocks))


def national(text: str) -> bool:
    """Whether a line is one of those every letterhead bears ("Độc lập - Tự do - Hạnh phúc")."""
    key = fold(text).strip(" *_-–|")
    return key in {fold(line) for line in load("documents")["letterhead"]}


def without_preamble(lines: Sequence[str]) -> Sequence[str]:
    """``lines`` from the issuing body on, where a web page's own lines stand above it.

    Law portals print a title and a table of data above the text they quote. Lines without a
    national line below them, and letterheads at the top, are returned as they are.
    """
    motto = next((index for index, line in enumerate(lines) if national(line)), 0)
    start = motto
    heads = _heads()
    while start > 0 and lines[start - 1].strip(" *#").isupper() and motto - start < 5:
        start -= 1
    above, body = lines[:start], lines[start:motto]
    if not above or not any(fold(line).startswith(heads) for line in body):
        return lines
    return lines[start:]


def _heads() -> tuple[str, ...]:
    words = load("documents")
    return tuple(fold(word) for word in (*words["issuers"], *words["central"]))


def _pieces(text: str) -> list[str]:
    """The text itself, or its columns where it is a line of a letterhead."""
    lines = text.split("\n")
    parted = [_columns(line) for line in lines]
    if all(len(columns) == 1 for columns in parted):
        return [text]
    return [column for columns in parted for column in columns if column]


def _columns(line: str) -> list[str]:
    if len(line) > _LONGEST:
        return [line]
    for blank in _BLANK.finditer(line):
        left, right = line[: blank.start()].strip(), line[blank.end() :].strip()
        if not left or not right or national(line):
            continue
        dated = bool(PLACE_DATE.match(right)) and (
            bool(_NUMBER.match(left)) or bool(_WIDE.search(blank.group()))
        )
        if dated or (national(right) and not national(left)):
            return [left, right]
        if national(left) and _WIDE.search(blank.group()):
            return [left, right]
    return [line]
