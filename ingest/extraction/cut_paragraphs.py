"""Paragraphs that the end of a page cut in two, made one again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Block, Paragraph
from ingest.text.numbering import label_of

_CUT_START = re.compile(r"[,;)]|\d{1,2}/\d{1,2}/\d{4}\s*\S")
_CUT_NUMBER = re.compile(r"(?:\d/[A-ZĐ]{1,6}-|\d\s?/|\bsố:?|\bngày|[A-ZĐ]{2,}-)$")
_NUMBER_WORD = re.compile(r"\b(?:số|ngày)$")
# Words that no paragraph ends with: the next one goes on, whatever it begins with.
_OPEN_WORD = re.compile(
    r"(?<!\w)(?:đạt|trên|dưới|từ|tối thiểu|tối đa|ít nhất|không quá|khoảng|là|và|hoặc|của|với|tại|"
    r"do|cho|theo|về|bằng|hơn|các|những|tỷ lệ|đến)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;:!?/…]\s*[\"”)]?$")


def with_joined_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """Join paragraphs that a page break cut: the second starts in the middle of a sentence."""
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        if (
            isinstance(block, Paragraph)
            and isinstance(last, Paragraph)
            and block.heading_level is None
            and last.heading_level is None
            and block.box == last.box == "body"
            and not _SENTENCE_END.search(last.text)
            and (
                (_begins_inside(block.text) and label_of(block.text) is None)
                or _cuts_number(last.text, block.text)
                or _left_open(last.text, block.text)
            )
            and (len(last.text) > 40 or _cuts_number(last.text, block.text))
            and not last.text.isupper()
        ):
            pieces = (*(last.pieces or (last.text,)), *(block.pieces or (block.text,)))
            result[-1] = replace(last, text=f"{last.text} {block.text}", pieces=pieces)
        else:
            result.append(block)
    return result


def _begins_inside(text: str) -> bool:
    """Whether a paragraph begins in the middle of a sentence: "Để …" and "Ủy ban …" do not."""
    return text[:1].islower() or bool(_CUT_START.match(text))


def _cuts_number(above: str, text: str) -> bool:
    """Whether a number or date begins in ``above`` and goes on in ``text``.

    "Chính quyền số" above "Ngay từ đầu năm" ends with the word for digital.
    """
    if not _CUT_NUMBER.search(above):
        return False
    return not _NUMBER_WORD.search(above) or not text[:1].isalpha()


def _left_open(above: str, text: str) -> bool:
    """Whether ``above`` ends in a word that needs what follows, and ``text`` opens nothing new."""
    bare = _OPEN_WORD.search(above) and not text.isupper() and not text.endswith(":")
    return bool(bare) and label_of(text) is None and text[:1].isalnum()
