"""What single lines of running text are: titles, headings, offices that sign, closing words."""

from __future__ import annotations

import re

from ingest.extraction.parts import MAX_HEADING
from ingest.model import Paragraph
from ingest.text.normal import fold
from ingest.text.numbering import Label, label_of
from ingest.vocabulary import load

_ON_BEHALF = re.compile(r"^\W*(?:(?:tm|kt|tl|tuq|q)\.\s*)+")


def closes(text: str) -> bool:
    """Whether a paragraph without a number ends the text: it stands in no section.

    "Trên đây là báo cáo …", "Cuộc họp kết thúc vào hồi …".
    """
    return fold(text).lstrip(" -+*").startswith(tuple(map(fold, load("documents")["closings"])))


def is_title(block: Paragraph) -> bool:
    """Whether an unnumbered line reads like the title of what was opened above it."""
    marked = block.text.isupper() or block.bold or block.heading_level is not None
    short = len(block.text) < MAX_HEADING and not block.text.rstrip().endswith((".", ";", ":"))
    return marked and short and label_of(block.text) is None


def signs(text: str) -> bool:
    """Whether a line in capitals is only the office that signs ("KT. GIÁM ĐỐC")."""
    if not text.isupper() or label_of(text) is not None:
        return False
    told = _ON_BEHALF.sub("", fold(text)).strip(" .:*")
    return any(told == fold(office) for office in load("documents")["signers"])


def short_title(title: str) -> str:
    """A section's title; of a whole paragraph that opens a section, its first clause."""
    if len(title) <= 160:
        return title
    return re.split(r"(?<=[:;.])\s", title, maxsplit=1)[0][:160]


def is_subsequence(short: tuple[int, ...], long: tuple[int, ...]) -> bool:
    """Whether the numbers of ``short`` stand in ``long`` in that order."""
    rest = iter(long)
    return all(number in rest for number in short)


def is_letterhead(text: str) -> bool:
    """Whether a line belongs to the head of the page and titles nothing."""
    key = fold(text)
    words = load("documents")
    heads = tuple(fold(head) for head in words["issuers"])
    return any(fold(line) in key for line in words["letterhead"]) or (
        text.isupper() and key.startswith(heads)
    )


def is_heading(block: Paragraph, label: Label, body: str) -> bool:
    """Whether a labelled paragraph titles what follows, rather than being an item itself."""
    if not body or len(body) > MAX_HEADING:
        return False
    if block.heading_level is not None or label.kind in ("part", "roman", "capital"):
        return True
    if body.endswith((";", "./.")):
        return False
    if body.isupper() or block.bold or body.endswith(":"):
        return True
    return len(body) < 120 and not body.endswith((".", ",")) and label.kind in ("arabic", "letter")
