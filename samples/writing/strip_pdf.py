"""A table as one endless strip of rows, printed in page-high pieces.

Pages end inside a row where that leaves a line on both sides, as in word processors. A cell that
covers several rows goes on in the next page's piece of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from samples.writing.grid import Cell, Row

REGULAR, BOLD, ITALIC = "Body", "Body-Bold", "Body-Italic"
"""Names under which the three faces are registered with reportlab."""


@dataclass(slots=True)
class _Placed:
    """A cell on the strip, and the lines of it that are not printed yet."""

    cell: Cell
    left: float
    right: float
    top: float
    bottom: float
    font: str
    lines: list[str]


@dataclass(slots=True)
class Strip:
    """A table as one page of endless height; positions grow downwards from 0."""

    rows: Sequence[Row]
    widths: list[float]
    size: float
    pad: float = 4
    edges: list[float] = field(init=False)
    placed: list[_Placed] = field(init=False)

    def __post_init__(self) -> None:
        heights = [self._row_height(row) for row in self.rows]
        self._stretch_below_tall_cells(heights)
        self.edges = [0.0]
        for height in heights:
            self.edges.append(self.edges[-1] + height)
        self.placed = [
            self._place(row, column, cell)
            for row, cells in enumerate(self.rows)
            for column, cell in enumerate(cells)
            if cell is not None
        ]

    @property
    def leading(self) -> float:
        """Distance between two base lines in points."""
        return self.size * 1.2

    @property
    def height(self) -> float:
        """Height of all rows; it grows when cells are cut."""
        return self.edges[-1]

    def cut(self, start: float, room: float) -> float:
        """Where the page that begins at ``start`` ends, given the room it has."""
        limit = start + room
        if limit >= self.height:
            return self.height
        row = max(place for place, edge in enumerate(self.edges) if edge <= limit)
        above = max(self.edges[row], start)
        fitting = self._lines_in(limit - above)
        if fitting and any(
            each.top == above and each.cell.rows == 1 and len(each.lines) > fitting
            for each in self.placed
        ):
            return limit
        if row and self._is_title(row - 1):
            above = self.edges[row - 1]
        return above if above > start else limit

    def _is_title(self, row: int) -> bool:
        """Whether the row is a section title, which must not end a page."""
        first = self.rows[row][0]
        return first is not None and first.columns == len(self.widths)

    def draw(self, canvas: Canvas, x: float, y: float, start: float, stop: float) -> None:
        """Print the piece from ``start`` to ``stop`` with its upper left corner at (x, y)."""
        canvas.setLineWidth(0.6)
        for each in self.placed:
            top, bottom = max(each.top, start), min(each.bottom, stop)
            if bottom <= top:
                continue
            canvas.rect(
                x + each.left, y - (bottom - start), each.right - each.left, bottom - top, fill=0
            )
            room = len(each.lines) if bottom == each.bottom else self._lines_in(bottom - top)
            now, each.lines = each.lines[:room], each.lines[room:]
            self._print(canvas, each, now, x, y - (top - start))

    def _lines_in(self, height: float) -> int:
        return max(0, int((height - 2 * self.pad + 0.01) // self.leading))

    def make_room(self, cut: float) -> None:
        """Lengthen the rows in which cells that were cut end, by what their text still lacks."""
        for each in sorted(self.placed, key=lambda placed: placed.bottom):
            if each.top < cut < each.bottom:
                need = 2 * self.pad + len(each.lines) * self.leading
                missing, end = need - (each.bottom - cut), each.bottom
                if missing > 0:
                    self._insert(end, missing)

    def _insert(self, position: float, height: float) -> None:
        self.edges = [edge + height if edge >= position else edge for edge in self.edges]
        for each in self.placed:
            if each.top >= position:
                each.top += height
            if each.bottom >= position:
                each.bottom += height

    def _print(
        self, canvas: Canvas, each: _Placed, lines: Sequence[str], x: float, y: float
    ) -> None:
        canvas.setFont(each.font, self.size)
        for place, line in enumerate(lines):
            base = y - self.pad - place * self.leading - self.size
            if each.cell.align == "center":
                canvas.drawCentredString(x + (each.left + each.right) / 2, base, line)
            else:
                canvas.drawString(x + each.left + self.pad, base, line)

    def _place(self, row: int, column: int, cell: Cell) -> _Placed:
        left = sum(self.widths[:column])
        return _Placed(
            cell,
            left,
            left + sum(self.widths[column : column + cell.columns]),
            self.edges[row],
            self.edges[row + cell.rows],
            _font(cell),
            self._wrap(column, cell),
        )

    def _wrap(self, column: int, cell: Cell) -> list[str]:
        room = sum(self.widths[column : column + cell.columns]) - 2 * self.pad
        return [str(line) for line in simpleSplit(cell.text, _font(cell), self.size, room)]

    def _need(self, column: int, cell: Cell) -> float:
        return 2 * self.pad + len(self._wrap(column, cell)) * self.leading

    def _row_height(self, row: Row) -> float:
        return max(
            (self._need(at, cell) for at, cell in enumerate(row) if cell and cell.rows == 1),
            default=2 * self.pad + self.leading,
        )

    def _stretch_below_tall_cells(self, heights: list[float]) -> None:
        """Give the last row of a tall cell what its text lacks."""
        for top, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                if cell is None or cell.rows == 1:
                    continue
                missing = self._need(column, cell) - sum(heights[top : top + cell.rows])
                heights[top + cell.rows - 1] += max(missing, 0)


def _font(cell: Cell) -> str:
    return BOLD if cell.bold else REGULAR
