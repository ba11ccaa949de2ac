"""Tables under construction: cells placed on a grid, merges resolved once all are known."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import Cell


@dataclass(frozen=True, slots=True)
class Span:
    """One cell and the grid positions it covers; ``row`` and ``column`` count from 0."""

    row: int
    column: int
    height: int
    width: int
    cell: Cell


def fill(spans: list[Span], *, height: int, width: int) -> tuple[tuple[Cell, ...], ...]:
    """Rows of equal width. A position that no span covers is an empty cell, not a merged one."""
    rows: list[list[Cell]] = [[Cell(text="") for _ in range(width)] for _ in range(height)]
    for span in spans:
        for row in range(span.row, min(span.row + span.height, height)):
            for column in range(span.column, min(span.column + span.width, width)):
                rows[row][column] = Cell(text=None, origin=(span.row, span.column))
    for span in spans:
        rows[span.row][span.column] = span.cell
    return tuple(tuple(row) for row in rows)
