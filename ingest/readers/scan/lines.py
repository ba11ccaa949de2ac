"""One region of a page read twice: lines of words, with the second reader's view of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

import cv2  # type: ignore[import-not-found,import-untyped,unused-ignore]
import numpy as np

from ingest.readers.scan.engines import Layout, LineReader, PageReader, Seen
from ingest.readers.scan.images import Picture, ink

_SPECK_PIXELS = 12
_AT_DPI = 200.0
_MARGIN_INCHES = 0.015
_LONGEST_LINE = 18
_LEAST_INK_INCHES = 0.035


@dataclass(frozen=True, slots=True)
class Blot:
    """A connected piece of ink larger than a speck; box in pixels."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of words and what the second reader made of the same place."""

    words: tuple[Seen, ...]
    second: str
    second_confidence: float

    @property
    def text(self) -> str:
        """The first reader's words."""
        return " ".join(word.text for word in self.words)

    @property
    def top(self) -> int:
        """Upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> int:
        """Lower edge."""
        return max(word.bottom for word in self.words)


def blots(grey: Picture, *, dpi: float) -> list[Blot]:
    """All pieces of ink but specks."""
    least = _SPECK_PIXELS * (dpi / _AT_DPI) ** 2
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink(grey, dpi=dpi), connectivity=8)
    return [
        Blot(left, top, left + width, top + height)
        for left, top, width, height, area in stats[1:count].tolist()
        if area > least and max(width, height) >= _LEAST_INK_INCHES * dpi
    ]


def by_line(words: Sequence[Seen]) -> list[list[Seen]]:
    """The words of each line, lines from top to bottom."""
    lines: dict[int, list[Seen]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return sorted(lines.values(), key=lambda line: median(word.top + word.bottom for word in line))
