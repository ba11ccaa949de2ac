"""The cells of a ruled table, column by column, each figure read by both readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.readers.pdf_words import joined_readings
from ingest.readers.scan.agreement import is_value, same_value
from ingest.readers.scan.engines import Layout, Seen
from ingest.readers.scan.images import PageImage, smoothed
from ingest.readers.scan.lines import (
    Box,
    Readers,
    ReadLine,
    around,
    blots,
    by_line,
    is_stamped,
    missed_lines,
    read_block,
    with_second_opinion,
    with_text,
)
from ingest.readers.scan.picture import Picture
from ingest.readers.scan.rules import Grid, GridCell
from ingest.readers.scan.tidy import tidied
from ingest.readers.scan.voting import chosen

_EDGE_INCHES = 0.015
_SURE_SECOND = 0.8


@dataclass(frozen=True, slots=True)
class CellReading:
    """The lines of one cell. ``readings`` holds both versions where they are not certain."""

    cell: GridCell
    lines: tuple[ReadLine, ...]
    readings: tuple[str, ...] = ()


def read_cells(page: PageImage, grid: Grid, rules: Picture, readers: Readers) -> list[CellReading]:
    """Every cell of ``grid``, in its order. Blank cells have no lines."""
    left, top, right, bottom = grid.box
    grey = np.full_like(page.grey, 255)
    inside = page.grey[top:bottom, left:right].copy()
    inside[rules[top:bottom, left:right] > 0] = 255
    rough = grey.copy()
    rough[top:bottom, left:right] = inside
    grey[top:bottom, left:right] = smoothed(inside)
    held = _ink_of(grid, blots(grey, dpi=page.dpi), dpi=page.dpi)
    words = _strips(grey, grid, held, readers, dpi=page.dpi)
    owned: list[tuple[int, ReadLine]] = []
    for index, cell in enumerate(grid.cells):
        if not held[index]:
            continue
        seen = words[index]
        if cell.width > 1:
            box = (cell.left, cell.top, cell.right, cell.bottom)
            seen = read_block(grey, box, readers, dpi=page.dpi, layout=Layout.BLOCK)
        lines = [ReadLine(line) for line in by_line(seen)]
        lines += missed_lines(grey, lines, held[index], readers, dpi=page.dpi)
        owned.extend((index, line) for line in sorted(lines, key=lambda line: line.box[1]))
    opinions = with_second_opinion(grey, rough, [line for _, line in owned], readers, dpi=page.dpi)
    lines_of: list[list[ReadLine]] = [[] for _ in grid.cells]
    for (index, _), line in zip(owned, opinions, strict=True):
        lines_of[index].append(line)
    return [
        _settled(cell, lines, page, grey, readers)
        for cell, lines in zip(grid.cells, lines_of, strict=True)
    ]


def _ink_of(grid: Grid, ink_boxes: Sequence[Box], *, dpi: float) -> list[list[Box]]:
    """The pieces of ink inside each cell; what hugs a rule is a rest of the rule."""
    edge = max(int(_EDGE_INCHES * dpi), 2)
    held: list[list[Box]] = [[] for _ in grid.cells]
    for box in ink_boxes:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for index, cell in enumerate(grid.cells):
            across = cell.left + edge < x < cell.right - edge
            if across and cell.top + edge < y < cell.bottom - edge:
                held[index].append(box)
                break
    return held


def _strips(
    grey: Picture, grid: Grid, held: Sequence[Sequence[Box]], readers: Readers, *, dpi: float
) -> list[list[Seen]]:
    """Words of the cells one column wide: a column is one block of lines."""
    words: list[list[Seen]] = [[] for _ in grid.cells]
    for column in range(len(grid.columns) - 1):
        own = [
            index
            for index, cell in enumerate(grid.cells)
            if cell.column == column and cell.width == 1 and held[index]
        ]
        if not own:
            continue
        strip = np.full_like(grey, 255)
        for index in own:
            cell = grid.cells[index]
            part = (slice(cell.top, cell.bottom), slice(cell.left, cell.right))
            strip[part] = grey[part]
        cells = [grid.cells[index] for index in own]
        box = around((cell.left, cell.top, cell.right, cell.bottom) for cell in cells)
        for word in read_block(strip, box, readers, dpi=dpi, layout=Layout.BLOCK):
            middle = (word.top + word.bottom) / 2
            for index in own:
                if grid.cells[index].top <= middle < grid.cells[index].bottom:
                    words[index].append(word)
                    break
    return words


def _settled(
    cell: GridCell, lines: list[ReadLine], page: PageImage, grey: Picture, readers: Readers
) -> CellReading:
    """The cell with one text chosen for every line, and both texts kept where unsure."""
    kept: list[ReadLine] = []
    pairs: list[tuple[str, str]] = []
    for line in lines:
        first, second = tidied(line.text), tidied(line.second)
        if first != second and not any(char.isalnum() for char in first + second):
            continue  # specks, or a rest of a rule
        if len(lines) == 1 and (is_value(first) or is_value(second)):
            text, certain = _value(line, first, second, grey, readers, dpi=page.dpi)
        else:
            text, certain = chosen(line.words, line.second, line.third)
        if not certain or is_stamped(page, line.box):
            pairs.append((first, second))
        kept.append(line if text == line.text else with_text(line, text))
    if not pairs and is_stamped(page, (cell.left, cell.top, cell.right, cell.bottom)):
        text = " ".join(line.text for line in kept)
        pairs.append((text, text))
    return CellReading(cell, tuple(kept), readings=joined_readings(pairs))


def _value(
    line: ReadLine, first: str, second: str, grey: Picture, readers: Readers, *, dpi: float
) -> tuple[str, bool]:
    """A figure alone in its cell: text, and whether both readers see the same."""
    if same_value(first, second):
        return first, True
    if not first:
        words = read_block(grey, line.box, readers, dpi=dpi, layout=Layout.LINE)
        if same_value(" ".join(word.text for word in words), second):
            return second, True
    sure = is_value(second) and line.second_confidence >= _SURE_SECOND
    return (second if sure or not is_value(first) else first), False
