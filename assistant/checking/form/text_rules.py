"""Rules of the text: size, alignment, indentation, spacing, bases, articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.checking.form.anatomy import Anatomy
from assistant.checking.form.looks import aligned, looking, points
from assistant.checking.form.model import Line, Piece
from assistant.checking.form.ruleset import Violation, limits, tolerance

_ARTICLE = re.compile(r"\s*Điều\s+\d+[a-zđ]?\s*[.:]?")
_LINE_OF_FONT = 1.15  # height of a single line of Times New Roman, in sizes
_SLACK = 0.05


def text(parts: Anatomy) -> Iterator[Violation]:
    """All rules of the text."""
    yield from looking("can-cu", parts.bases)
    yield from _punctuation(parts.bases)
    yield from looking("noi-dung-co-chu", parts.body)
    for line in parts.body:
        yield from _placed(line)
        yield from _line_spacing(line)
        yield from _article(line)
    yield from _between(parts.body)


def _punctuation(bases: Sequence[Line]) -> Iterator[Violation]:
    for n, line in enumerate(bases, start=1):
        wanted = "." if n == len(bases) else ";"
        ending = line.text.rstrip()[-1:]
        if ending != wanted:
            said = f"kết thúc bằng “{ending}”, cần “{wanted}”"
            yield Violation("can-cu-dau-cau", said, line)


def _placed(line: Line) -> Iterator[Violation]:
    wanted = limits("noi-dung-canh-le")
    # a line that does not fill the page looks the same either way
    if len(line.text) >= wanted.get("from_letters", 0) and line.layout.align != wanted.get(
        "align", line.layout.align
    ):
        yield Violation("noi-dung-canh-le", aligned(line.layout.align), line)
    least, most = limits("noi-dung-lui-dong").get("first_line_mm", (0, 1000))
    first = line.layout.first_line
    if line.continued or first is None or line.text.startswith(("\t", "  ")):
        return
    if not least - tolerance() <= first <= most + tolerance():
        yield Violation("noi-dung-lui-dong", f"lùi {points(round(first / 10, 2))} cm", line)


def _line_spacing(line: Line) -> Iterator[Violation]:
    least, most = limits("noi-dung-cach-dong").get("lines", (0, 1000))
    layout = line.layout
    size = max((look.size for look in line.looks), default=0)
    if layout.exact is not None and size:
        spacing = layout.exact / (size * _LINE_OF_FONT)
        said = f"dòng cao đúng {points(layout.exact)} pt"
    elif layout.lines is not None:
        spacing, said = layout.lines, f"cách dòng {points(round(layout.lines, 2))}"
    else:
        return
    if not least - _SLACK <= spacing <= most + _SLACK:
        yield Violation("noi-dung-cach-dong", said, line)


def _between(body: Sequence[Line]) -> Iterator[Violation]:
    least = limits("noi-dung-cach-doan").get("least_pt", 0)
    for above, below in pairwise(body):
        if below.index - above.index != 1 or below.continued:
            continue
        one, other = above.layout, below.layout
        same = one.style == other.style
        gap = (0 if one.joined and same else one.after) + (
            0 if other.joined and same else other.before
        )
        if gap < least:
            yield Violation(
                "noi-dung-cach-doan", f"cách đoạn trên {points(round(gap, 1))} pt", below
            )


def _article(line: Line) -> Iterator[Violation]:
    label = _ARTICLE.match(line.text)
    if label is None:
        return
    kept: list[Piece] = []
    left = len(label.group().rstrip(" .:"))
    for piece in line.pieces:
        kept += [Piece(piece.text[:left], piece.look)] if left > 0 else []
        left -= len(piece.text)
    for broken in looking("dieu-dam", [Line(line.index, tuple(kept), line.layout, line.section)]):
        yield Violation(broken.rule, broken.found, line)
