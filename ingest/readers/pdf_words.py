"""Words of a PDF page, and the printed lines and columns they form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_LABEL = re.compile(
    r"^(?:[-+•*–●▪]|\(?(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-zĐđ])[.)]|\d+(?:\.\d+)+[.)]?)$"
)
# Gap between two words, in ems: a column gutter if wide, or if it stands out in its line.
_WIDE_GAP = 2.0
_ODD_GAP = 0.75
_ODD_FACTOR = 2.5


@dataclass(frozen=True, slots=True)
class Word:
    """One word; ``top`` and ``bottom`` count down from the page's upper edge, in points.

    ``trailing`` is the width of the blanks printed after it, ``font`` the name of its font.
    ``readings`` is set on a word of a scan that may be misread: what each reader saw.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    trailing: float = 0.0
    readings: tuple[str, ...] = ()
    font: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side without a gutter between them."""

    items: tuple[Word, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words, left to right."""
        return tuple(word.text for word in self.items)

    @property
    def widths(self) -> tuple[float, ...]:
        """The printed width of each word."""
        return tuple(word.x1 - word.x0 for word in self.items)

    @property
    def text(self) -> str:
        """The words joined by single blanks."""
        return " ".join(self.words)

    @property
    def x0(self) -> float:
        """Left end."""
        return self.items[0].x0

    @property
    def x1(self) -> float:
        """Right end."""
        return self.items[-1].x1

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(word.top for word in self.items)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(word.bottom for word in self.items)

    @property
    def size(self) -> float:
        """Commonest type size, in points."""
        return median(word.size for word in self.items)

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for word in self.items)

    @property
    def starts_with_label(self) -> bool:
        """Whether it begins with a bullet or a list number."""
        first = self.items[0].text
        return bool(_LABEL.match(first)) or (len(first) > 1 and first[0] in "-+•●▪")


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by height on the page, each group left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda item: (item.top + item.bottom, item.x0)):
        middle = (word.top + word.bottom) / 2
        if rows and any(other.top < middle < other.bottom for other in rows[-1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda item: item.x0) for row in rows]


def joined_readings(unsure: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """What each reader saw in several places: one text a reader, one if they all agree."""
    sides = (" … ".join(seen[0] for seen in unsure), " … ".join(seen[-1] for seen in unsure))
    return tuple(dict.fromkeys(side for side in sides if side))


def cell_lines(words: Iterable[Word]) -> list[Line]:
    """The lines of a table cell: no gutters there."""
    return [Line(tuple(row)) for row in rows_of(words)]


def split_row(row: list[Word]) -> list[Line]:
    """A row of words cut at gutters, so that a two-column letterhead gives two lines.

    In justified text all gaps of a line are alike; a gutter stands out. The gap after a list
    number is a tab stop, and blanks the file prints itself (``Số:    /BC``) are no gap.
    """
    gaps = [max(right.x0 - left.x1 - left.trailing, 0.0) for left, right in pairwise(row)]
    usual = median(gaps) if len(gaps) > 1 else 0.0
    lines: list[Line] = []
    start = 0
    for index, gap in enumerate(gaps):
        size = max(row[index].size, 1.0)
        odd = len(gaps) > 2 and gap > _ODD_GAP * size and gap > _ODD_FACTOR * max(usual, 1.0)
        after_label = index == start and _LABEL.match(row[index].text)
        if (gap > _WIDE_GAP * size or odd) and not after_label:
            lines.append(Line(tuple(row[start : index + 1])))
            start = index + 1
    lines.append(Line(tuple(row[start:])))
    return lines
