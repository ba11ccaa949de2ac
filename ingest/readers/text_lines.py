"""Paragraphs of a text file whose lines were broken to a width, put together again.

Web pages and PDF viewers save text with a line break wherever the screen had one. A paragraph is
joined only in a file that is full of such breaks, and only where the next line visibly goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.model import Paragraph
from ingest.text.normal import fold
from ingest.vocabulary import load

_ENDS = re.compile(r"[.;:!?…](?:[”\"')\]]*)$|/\.$")
_LABEL = re.compile(
    r"^\s*(?:[-+*•–]\s|#|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]{1,2}[.)]\s|[IVXLC]+[.)]?\s|"
    r"(?:Điều|Mục|Chương|Phần|Phụ lục)\s+(?:\d|[IVXLC]))"
)
_DATE_CUT = re.compile(
    r"\b(?:ngày|tháng|năm|số|quý|Điều|khoản|điểm)(?:\s+\d{1,2})?\s*$|[-–/,]\s*$", re.I
)
_OPEN_END = re.compile(
    r"(?<!\w)(?:tại|của|và|hoặc|với|về|theo|cho|bằng|các|những|là|trên|đối với|thuộc"
    r"|(?:tỉnh|thành phố|nhân dân|UBND|Chính phủ|Thủ tướng)\s+(?:yêu cầu|giao|đề nghị))\s*$"
)
"""Words that no paragraph ends with."""
_LAST_WORD = re.compile(r"\S+(?:\s\S+)?[.;,]")
"""An abbreviation with which a sentence ends: capitals, yet no title."""
_WIDEST = 140
_LEAST_CUTS = 3
_SHARE_OF_CUTS = 0.2
_FULL = 0.6


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph and the line of the file that it stands in.

    ``goes_on``: marks of emphasis hold it together with the line above.
    """

    line: int
    paragraph: Paragraph
    goes_on: bool = False


def unwrapped(placed: Sequence[Placed]) -> list[Paragraph]:
    """The paragraphs with broken ones joined; ``pieces`` keep what stands in one line."""
    wrapped = _is_wrapped(placed)
    full = _FULL * _width(placed)
    found: list[Paragraph] = []
    end = -2
    for one in placed:
        last = found[-1] if found else None
        follows = last is not None and one.line == end + 1
        end = one.line
        if (
            last is not None
            and follows
            and (
                _letterhead(last, one.paragraph)
                or (one.goes_on and not _apart(last.text, one.paragraph.text))
                or (wrapped and _goes_on(last.text, one.paragraph, full=full))
            )
        ):
            found[-1] = _joined(last, one.paragraph)
        else:
            found.append(one.paragraph)
    return found


def _width(placed: Sequence[Placed]) -> int:
    lengths = sorted(len(one.paragraph.text) for one in placed)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _is_wrapped(placed: Sequence[Placed]) -> bool:
    """Whether the file's lines are short, and many go on in the next one."""
    pairs = [
        (before.paragraph.text, after.paragraph.text)
        for before, after in pairwise(placed)
        if after.line == before.line + 1
    ]
    cuts = sum(_cut(before, after) for before, after in pairs)
    return cuts >= _LEAST_CUTS and cuts >= _SHARE_OF_CUTS * len(pairs) and _width(placed) <= _WIDEST


def _cut(before: str, after: str) -> bool:
    return after[:1].islower() and not _LABEL.match(after) and not _ENDS.search(before)


def _goes_on(before: str, paragraph: Paragraph, *, full: float) -> bool:
    after = paragraph.text
    if paragraph.heading_level is not None or _LABEL.match(after):
        return False
    if after.isupper() and not before.isupper() and _LAST_WORD.fullmatch(after):
        return not _ENDS.search(before)
    if before.isupper() or after.isupper():
        both = before.isupper() and after.isupper()
        return both and _fragment(before) and not _decides(after)
    last_line = before.rsplit("\n", 1)[-1]
    if _ENDS.search(before) and not (before.endswith(";") and after[:1].islower()):
        return False
    if after[:1].islower() or _DATE_CUT.search(before) or _OPEN_END.search(before):
        return True
    return len(last_line) >= full


def _decides(text: str) -> bool:
    """A line of its own that names who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …")."""
    return fold(text).startswith(
        tuple(f"{fold(name)} " for name in load("documents")["authorities"])
    )


def _fragment(text: str) -> bool:
    """One or two words in capitals that are no heading of their own: half of a title."""
    return len(text.split()) <= 2 and not _titles(text)


def _titles(text: str) -> bool:
    """Whether a line is the name of a kind of document, or of what else stands alone."""
    words = load("documents")
    whole = {fold(name) for names in words["kinds"].values() for name in names}
    whole |= {fold(name) for name in (*words["annex"], *words["secret"], *words["issuers"])}
    return fold(text) in whole


def _apart(before: str, after: str) -> bool:
    """Whether two lines in one emphasis are lines of their own: a title, an office that signs."""
    if _LABEL.match(after) or (_titles(before) and before.isupper()):
        return True
    signers = tuple(fold(name) for name in load("documents")["signers"])
    return after.isupper() and fold(after).startswith(signers)


def _letterhead(before: Paragraph, after: Paragraph) -> bool:
    """Whether two lines together are one of the official form ("CỘNG HÒA XÃ HỘI …")."""
    both = fold(f"{before.text} {after.text}")
    known = {fold(line) for line in load("documents")["letterhead"]}
    return both in known and fold(before.text) not in known


def _joined(before: Paragraph, after: Paragraph) -> Paragraph:
    pieces = (*(before.pieces or (before.text,)), *(after.pieces or (after.text,)))
    return replace(before, text=f"{before.text} {after.text}", pieces=pieces)
