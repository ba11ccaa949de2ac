"""The text of a logical cell as one string, and back from any part of it to the stored pieces."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extraction.logical import Piece

_ITEM_START = re.compile(
    r"(?:(?<=\s)|^)((?:[IVX]{1,5}\.)?\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,2})"
    r"(?:\.\s+(?=\S)|\s+(?=\D))"
)
_LETTERED = re.compile(r"(?:^|(?<=\s))([a-zđ])\s*\)\s+(?=\S)")
_COUNTED = re.compile(r"(?:^|\n)\s*(\d{1,2})\s*[.)]\s+(?=\S)")
_BULLETED = re.compile(r"(?:^|\n|(?<=[;.])\s)\s*()[-+•]\s+(?=\S)")
_ALPHABET = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class CellText:
    """Pieces joined by single spaces."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The joined text."""
        return " ".join(piece.text for piece in self.pieces)

    def part(self, start: int, end: int) -> tuple[Piece, ...]:
        """The verbatim pieces that ``text[start:end]`` is made of."""
        found: list[Piece] = []
        offset = 0
        for piece in self.pieces:
            low, high = max(start - offset, 0), min(end - offset, len(piece.text))
            if low < high:
                text = piece.text[low:high].strip()
                if text:
                    found.append(Piece(piece.row, piece.column, text))
            offset += len(piece.text) + 1
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item of a cell: ``number`` as printed (``2.12``), empty for an unnumbered cell."""

    number: str
    text: str
    pieces: tuple[Piece, ...]


def items(cell: CellText, *, cut: bool = False) -> list[Item]:
    """The numbered items of a cell (``2.6. … 2.7. …``); one unnumbered item for a plain cell.

    A cell that does not begin with a number is one item, whatever list stands inside it, unless a
    page break ``cut`` it: then the text before the first number is returned unnumbered.
    """
    text = cell.text
    marks = _item_marks(text)
    if not marks or (marks[0].start() > 0 and not cut):
        return [Item("", text, cell.pieces)] if text.strip() else []
    found: list[Item] = []
    if text[: marks[0].start()].strip():
        head = cell.part(0, marks[0].start())
        found.append(Item("", text[: marks[0].start()].strip(), head))
    for position, mark in enumerate(marks):
        end = marks[position + 1].start() if position + 1 < len(marks) else len(text)
        found.append(
            Item(mark.group(1), text[mark.start() : end].strip(), cell.part(mark.start(), end))
        )
    return found


def _item_marks(text: str) -> list[re.Match[str]]:
    """Marks that number items: the cell starts with one, or they share its leading number."""
    marks = list(_ITEM_START.finditer(text))
    if not marks:
        return []
    lead = marks[0].group(1).split(".")[0]
    return [
        mark
        for mark in marks
        if mark.group(1).split(".")[0] == lead
        and (
            mark.start() == 0
            or text[: mark.start()].rstrip()[-1:] in ".;:,)\n"
            or mark is not marks[0]
        )
    ]


def steps(cell: CellText, *, cut: bool = False) -> list[Item]:
    """The steps of a cell: its numbered items, or a list by letters, whole numbers or bullets."""
    found = items(cell, cut=cut)
    if len(found) != 1 or found[0].number:
        return found
    text = cell.text
    for pattern in (_LETTERED, _COUNTED, _BULLETED):
        marks = list(pattern.finditer(text))
        alone = len(marks) == 1 and not marks[0].group(1)
        if not marks or alone or text[: marks[0].start()].strip() or not _in_order(marks):
            continue
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        return [
            Item(
                mark.group(1),
                text[mark.end() : end].strip(" ;\n"),
                cell.part(mark.end(), end),
            )
            for mark, end in zip(marks, ends, strict=True)
        ]
    return found


def _in_order(marks: list[re.Match[str]]) -> bool:
    """Whether marks count on from the first one: a, b, c; 1, 2, 3. Bullets always do."""
    labels = [mark.group(1) for mark in marks]
    if not any(labels):
        return True
    if labels[0].isdigit():
        return labels == [str(number) for number in range(1, len(labels) + 1)]
    plain = [label for label in labels if label != "đ"]
    usual = [letter for letter in _ALPHABET if letter != "đ"]
    return (
        plain == usual[: len(plain)] or labels == list("abcdefghijklmnopqrstuvwxyz")[: len(labels)]
    )
