"""Ruled tables of a PDF: the grid of one page table, and page tables joined into printed ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ingest.model import Cell, Table
from ingest.readers.grid import Span, fill
from ingest.readers.pdf_words import Line, Word, cell_lines
from ingest.readers.wraps import join_lines

Box = tuple[float, float, float, float]
"""``x0, top, x1, bottom`` in points, counted down from the page's upper edge."""

_SNAP = 3.0
_SAME_EDGE = 5.0
# Words keep some distance from the rules of their cell, the same on both sides.
_LEAST_PADDING, _MOST_PADDING = 1.0, 8.0
_BEARING = 0.3
_CENTRED = 3.0
_SPARE_LETTERS = 1.5


@dataclass(frozen=True, slots=True)
class PageTable:
    """One table as one page shows it. ``edges`` are the x positions of its column rules."""

    page: int
    box: Box
    edges: tuple[float, ...]
    spans: tuple[Span, ...]
    height: int


def page_table(
    page: int, cells: list[Box], words: Iterable[Word], *, paragraphs: bool = False
) -> PageTable | None:
    """The grid of ``cells``, filled with the ``words`` inside; ``None`` for a mere frame.

    ``paragraphs`` keeps line breaks that were made on purpose; places of words must be exact then.
    """
    columns = _edges([box[0] for box in cells] + [box[2] for box in cells])
    rows = _edges([box[1] for box in cells] + [box[3] for box in cells])
    if len(columns) < 3 or len(rows) < 2:
        return None
    inside: list[list[Word]] = [[] for _ in cells]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for index, box in enumerate(cells):
            if box[0] <= x < box[2] and box[1] <= y < box[3]:
                inside[index].append(word)
                break
    distances = [word.x0 - box[0] for box, held in zip(cells, inside, strict=True) for word in held]
    padding = min(max(min(distances, default=0.0), _LEAST_PADDING), _MOST_PADDING)
    spans: list[Span] = []
    for box, held in zip(cells, inside, strict=True):
        row, column = _nearest(rows, box[1]), _nearest(columns, box[0])
        height = max(_nearest(rows, box[3]) - row, 1)
        width = max(_nearest(columns, box[2]) - column, 1)
        inner = box[2] - box[0] - 2 * padding + _BEARING
        lines = cell_lines(held)
        cell = Cell(
            text=join_lines(
                lines,
                inner_width=inner,
                ends=_paragraph_ends(lines, box, inner) if paragraphs else (),
            ),
            bold=bool(held) and all(word.bold for word in held),
        )
        spans.append(Span(row, column, height, width, cell))
    outline = (columns[0], rows[0], columns[-1], rows[-1])
    return PageTable(page, outline, tuple(columns), tuple(spans), len(rows) - 1)


def _paragraph_ends(lines: list[Line], box: Box, inner: float) -> set[int]:
    """Lines that were ended on purpose: the next word, which opens something, had room on them."""
    if len(lines) < 2:
        return set()
    left = min(line.x0 for line in lines)
    middle = (box[0] + box[2]) / 2
    centred = all(abs((line.x0 + line.x1) / 2 - middle) < _CENTRED for line in lines)
    found: set[int] = set()
    for index, (upper, lower) in enumerate(pairwise(lines)):
        word = lower.items[0]
        if not _opens(word.text) or upper.words[-1][-1:] in "-/,(":
            continue
        room = inner - (upper.x1 - upper.x0) - (0.0 if centred else upper.x0 - left)
        letter = (word.x1 - word.x0) / len(word.text)
        if room > word.x1 - word.x0 + _SPARE_LETTERS * letter:
            found.add(index)
    return found


def _opens(word: str) -> bool:
    """Whether a word can open a paragraph: a capital, a bullet, a number."""
    return word[0].isupper() or word[0].isdigit() or word[0] in "-+•*"


def continues(upper: PageTable, lower: PageTable) -> bool:
    """Whether the second is the same printed table on the next page: the same column rules.

    A page that shows merged cells only has fewer rules; they must all be among the other's.
    """
    if lower.page != upper.page + 1:
        return False
    few, many = sorted((upper.edges, lower.edges), key=len)
    outer = all(abs(few[end] - many[end]) <= _SAME_EDGE for end in (0, -1))
    return outer and all(min(abs(edge - other) for other in many) <= _SAME_EDGE for edge in few)


def joined(number: int, pieces: list[PageTable]) -> Table:
    """One table of page tables; ``breaks`` are the rows at which a new page begins."""
    edges = max((piece.edges for piece in pieces), key=len)
    rows: list[tuple[Cell, ...]] = []
    pages: list[int | None] = []
    breaks: list[int] = []
    for piece in pieces:
        if rows:
            breaks.append(len(rows))
        offset = len(rows)
        spans: list[Span] = []
        for span in piece.spans:
            left = _nearest(edges, piece.edges[span.column])
            right = _nearest(edges, piece.edges[span.column + span.width])
            spans.append(Span(span.row, left, span.height, max(right - left, 1), span.cell))
        for row in fill(spans, height=piece.height, width=len(edges) - 1):
            rows.append(tuple(_moved(cell, offset) for cell in row))
            pages.append(piece.page)
    return Table(number=number, rows=tuple(rows), row_pages=tuple(pages), breaks=tuple(breaks))


def _moved(cell: Cell, offset: int) -> Cell:
    if cell.origin is None:
        return cell
    return Cell(text=None, origin=(cell.origin[0] + offset, cell.origin[1]))


def _edges(positions: list[float]) -> list[float]:
    """Sorted positions, those within a rule's thickness taken as one."""
    found: list[list[float]] = []
    for position in sorted(positions):
        if found and position - found[-1][-1] <= _SNAP:
            found[-1].append(position)
        else:
            found.append([position])
    return [sum(group) / len(group) for group in found]


def _nearest(edges: Iterable[float], position: float) -> int:
    return min(enumerate(edges), key=lambda item: abs(item[1] - position))[0]
