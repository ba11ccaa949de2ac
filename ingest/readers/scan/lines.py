"""Lines of a page read twice: the first reader's words, and the second reader's view of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import cv2  # type: ignore[import-not-found,import-untyped,unused-ignore]
import numpy as np

from ingest.readers.scan.engines import Layout, LineReader, PageReader, Seen
from ingest.readers.scan.images import PageImage, ink
from ingest.readers.scan.picture import Picture

_SPECK_PIXELS = 12
_AT_DPI = 200.0
_MARGIN_INCHES = 0.015
_LETTER_INCHES = 0.065
_BESIDE_INCHES = 0.25
_LINE_PADDING_INCHES = 0.02
_NEAR_INCHES = 0.1
# The second reader takes lines of about twenty times their height.
_LONGEST_CROP = 16
_STAMPED, _SHADED = 0.02, 0.6

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the page."""


@dataclass(frozen=True, slots=True)
class Readers:
    """The two readers."""

    page: PageReader
    line: LineReader


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of words and what the second reader made of the same place.

    ``missed`` tells a line that the first reader saw only when shown its place.
    """

    words: tuple[Seen, ...]
    second: str = ""
    second_confidence: float = 0.0
    third: str = ""
    missed: bool = False

    @property
    def text(self) -> str:
        """The first reader's words."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The box around its words."""
        return around((word.left, word.top, word.right, word.bottom) for word in self.words)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all ``boxes``."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def blots(grey: Picture, *, dpi: float) -> list[Box]:
    """All pieces of ink but specks, each as the box around it."""
    least = _SPECK_PIXELS * (dpi / _AT_DPI) ** 2
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink(grey, dpi=dpi), connectivity=8)
    return [
        (left, top, left + width, top + height)
        for left, top, width, height, area in stats[1:count].tolist()
        if area > least
    ]


def read_block(
    grey: Picture, box: Box, readers: Readers, *, dpi: float, layout: Layout
) -> list[Seen]:
    """The words inside ``box``, in page pixels."""
    margin = int(0.05 * dpi)
    box = (max(box[0], 0), max(box[1], 0), *box[2:])
    picture = cv2.copyMakeBorder(
        grey[box[1] : box[3], box[0] : box[2]],
        *(margin,) * 4,
        cv2.BORDER_CONSTANT,
        value=255,
    )
    return [
        replace(
            word,
            left=word.left + box[0] - margin,
            right=word.right + box[0] - margin,
            top=word.top + box[1] - margin,
            bottom=word.bottom + box[1] - margin,
            baseline=word.baseline + box[1] - margin,
        )
        for word in readers.page.read(np.asarray(picture, np.uint8), dpi=dpi, layout=layout)
    ]


def by_line(words: Sequence[Seen]) -> list[tuple[Seen, ...]]:
    """The words of each line, from top to bottom."""
    lines: dict[int, list[Seen]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    found = [tuple(sorted(line, key=lambda word: word.left)) for line in lines.values()]
    return sorted(found, key=lambda line: median(word.top + word.bottom for word in line))


def with_second_opinion(
    grey: Picture, rough: Picture, lines: Sequence[ReadLine], readers: Readers, *, dpi: float
) -> list[ReadLine]:
    """Every line with what the second reader sees in its place."""
    margin = max(int(_MARGIN_INCHES * dpi), 1)
    crops: list[Picture] = []
    owner: list[int] = []
    for index, line in enumerate(lines):
        for left, top, right, bottom in _chunks(line):
            crop = grey[
                max(top - margin, 0) : bottom + margin, max(left - margin, 0) : right + margin
            ]
            if crop.size:
                crops.append(np.ascontiguousarray(crop))
                owner.append(index)
    seen = readers.line.read(crops) if crops else []
    found: list[ReadLine] = []
    padding = int(_LINE_PADDING_INCHES * dpi)
    for index, line in enumerate(lines):
        own = [seen[at] for at, belongs in enumerate(owner) if belongs == index]
        second = " ".join(text for text, _ in own if text)
        third = ""
        if second != line.text and line.text:
            left, top, right, bottom = line.box
            place = (left - padding, top - padding, right + padding, bottom + padding)
            words = read_block(rough, place, readers, dpi=dpi, layout=Layout.LINE)
            third = " ".join(word.text for word in words)
        found.append(
            replace(
                line,
                second=second,
                second_confidence=min((sure for _, sure in own), default=0.0),
                third=third,
            )
        )
    return found


def _chunks(line: ReadLine) -> list[Box]:
    """A line cut at blanks into pieces short enough for the second reader."""
    box = line.box
    longest = _LONGEST_CROP * max(box[3] - box[1], 1)
    pieces: list[list[Seen]] = [[]]
    for word in line.words:
        if pieces[-1] and word.right - pieces[-1][0].left > longest:
            pieces.append([])
        pieces[-1].append(word)
    cuts = [(left[-1].right + right[0].left) // 2 for left, right in pairwise(pieces)]
    return [(left, box[1], right, box[3]) for left, right in pairwise([box[0], *cuts, box[2]])]


def missed_lines(
    grey: Picture,
    seen: Sequence[ReadLine],
    ink_boxes: Sequence[Box],
    readers: Readers,
    *,
    dpi: float,
) -> list[ReadLine]:
    """Lines where there is ink of a letter's size that no line of ``seen`` covers."""
    slack = int(_MARGIN_INCHES * dpi) + 1
    covers = [line.box for line in seen]
    left_over = [
        box
        for box in ink_boxes
        if box[3] - box[1] >= _LETTER_INCHES * dpi
        and not any(_covered(box, cover, slack) for cover in covers)
    ]
    found: list[ReadLine] = []
    for box in _runs(left_over, gap=_BESIDE_INCHES * dpi):
        words = read_block(grey, box, readers, dpi=dpi, layout=Layout.LINE)
        blank = Seen("", *box, 0.0, 0, box[3])
        found.append(ReadLine(tuple(words) or (blank,), missed=True))
    return found


def is_stamped(page: PageImage, box: Box) -> bool:
    """Whether colour crosses ``box``; a box filled with one colour is shaded, not stamped."""
    part = page.coloured[box[1] : box[3], box[0] : box[2]]
    return bool(part.size) and _STAMPED < float((part > 0).mean()) < _SHADED


def is_near_colour(page: PageImage, box: Box) -> bool:
    """Whether a stamp or a signature reaches into or beside ``box``."""
    reach = int(_NEAR_INCHES * page.dpi)
    left, top = max(box[0] - reach, 0), max(box[1] - reach, 0)
    part = page.coloured[top : box[3] + reach, left : box[2] + reach]
    return bool(part.size) and float((part > 0).mean()) > _STAMPED


def with_text(line: ReadLine, text: str) -> ReadLine:
    """The line as ``text``: word by word where their number stays, else as one word."""
    parts = text.split(" ")
    if len(parts) == len(line.words):
        words = [replace(word, text=part) for word, part in zip(line.words, parts, strict=True)]
        return replace(line, words=tuple(words))
    left, top, right, bottom = line.box
    whole = replace(line.words[0], text=text, left=left, top=top, right=right, bottom=bottom)
    return replace(line, words=(whole,))


def _covered(box: Box, cover: Box, slack: int) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    across = cover[0] - slack <= x <= cover[2] + slack
    return across and cover[1] - slack <= y <= cover[3] + slack


def _runs(boxes: Sequence[Box], *, gap: float) -> list[Box]:
    """Boxes side by side on one line taken together."""
    runs: list[Box] = []
    for box in sorted(boxes, key=lambda item: (item[1] + item[3], item[0])):
        for index, run in enumerate(runs):
            beside = box[0] <= run[2] + gap and box[2] >= run[0] - gap
            if beside and run[1] <= (box[1] + box[3]) / 2 <= run[3]:
                runs[index] = around((run, box))
                break
        else:
            runs.append(box)
    return runs
