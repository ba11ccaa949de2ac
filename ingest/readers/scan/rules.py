"""Ruling lines of a page picture, and the grids of cells that they bound."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2  # type: ignore[import-not-found,import-untyped,unused-ignore]
import numpy as np

from ingest.readers.scan.images import ink
from ingest.readers.scan.picture import Picture

_LONG_INCHES, _HIGH_INCHES = 0.35, 0.22
_GAP_INCHES = 0.12
_SAME_LINE_INCHES = 0.05
_LEAST_TABLE_INCHES = 0.3
_INKED = 0.5
_MOST_PLACES = 4_000  # squared paper, or a drawing


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its place on the grid, counted from 0, and its inside in pixels."""

    row: int
    column: int
    height: int
    width: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: positions of its column and row rules in pixels, and its cells."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is ruled on a page. ``mask`` is non-zero on every rule, a little widened."""

    grids: tuple[Grid, ...]
    mask: Picture


def find_rules(grey: Picture, *, dpi: float) -> Ruling:
    """The tables of a straightened page, from top to bottom."""
    black = ink(grey, dpi=dpi)
    across = _lines(black, dpi=dpi, across=True)
    down = _lines(black, dpi=dpi, across=False)
    reach = max(int(_SAME_LINE_INCHES * dpi) | 1, 3)
    touching = cv2.dilate(across | down, np.ones((reach, reach), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(touching, connectivity=8)
    grids: list[Grid] = []
    least = _LEAST_TABLE_INCHES * dpi
    for label in range(1, count):
        if stats[label, cv2.CC_STAT_WIDTH] < 2 * least or stats[label, cv2.CC_STAT_HEIGHT] < least:
            continue
        own = np.where(labels == label, 255, 0).astype(np.uint8)
        grid = _grid(across & own, down & own, dpi=dpi)
        if grid is not None:
            grids.append(grid)
    grids.sort(key=lambda grid: (grid.box[1], grid.box[0]))
    wide = cv2.dilate(across | down, np.ones((3, 3), np.uint8))
    return Ruling(tuple(grids), np.asarray(wide, dtype=np.uint8))


def _lines(black: Picture, *, dpi: float, across: bool) -> Picture:
    """Only what is drawn long in one direction; small gaps closed."""
    length = int((_LONG_INCHES if across else _HIGH_INCHES) * dpi)
    gap = int(_GAP_INCHES * dpi)
    thicken, run, close = (3, 1), (1, length), (1, gap)
    if not across:
        thicken, run, close = (1, 3), (length, 1), (gap, 1)
    thick = cv2.dilate(black, np.ones(thicken, np.uint8))
    opened = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones(run, np.uint8))
    closed = cv2.morphologyEx(opened, cv2.MORPH_CLOSE, np.ones(close, np.uint8))
    return np.asarray(closed, dtype=np.uint8)


def _grid(across: Picture, down: Picture, *, dpi: float) -> Grid | None:
    rows = _positions(across, dpi=dpi, across=True)
    columns = _positions(down, dpi=dpi, across=False)
    if len(columns) < 2 or len(rows) < 2 or len(columns) * len(rows) > _MOST_PLACES:
        return None
    reach = max(int(_SAME_LINE_INCHES * dpi / 2), 2)
    height, width = len(rows) - 1, len(columns) - 1
    group = {(row, column): {(row, column)} for row in range(height) for column in range(width)}
    for row, (top, bottom) in enumerate(pairwise(rows)):
        for column, (left, right) in enumerate(pairwise(columns)):
            if column + 1 < width:
                edge = down[top + reach : bottom - reach, right - reach : right + reach + 1]
                if edge.size and edge.any(axis=1).mean() < _INKED:
                    _unite(group, (row, column), (row, column + 1))
            if row + 1 < height:
                edge = across[bottom - reach : bottom + reach + 1, left + reach : right - reach]
                if edge.size and edge.any(axis=0).mean() < _INKED:
                    _unite(group, (row, column), (row + 1, column))
    _square(group)
    spans = [(min(members), max(members)) for members in _distinct(group)]
    # A line at which no cell begins is none: the arc of a stamp, the stem of a letter.
    used_rows = sorted({first[0] for first, _ in spans})
    used_columns = sorted({first[1] for first, _ in spans})
    cells = [
        GridCell(
            row=used_rows.index(first[0]),
            column=used_columns.index(first[1]),
            height=sum(first[0] <= row <= last[0] for row in used_rows),
            width=sum(first[1] <= column <= last[1] for column in used_columns),
            left=columns[first[1]],
            top=rows[first[0]],
            right=columns[last[1] + 1],
            bottom=rows[last[0] + 1],
        )
        for first, last in sorted(spans)
    ]
    return Grid(
        columns=(*(columns[index] for index in used_columns), columns[-1]),
        rows=(*(rows[index] for index in used_rows), rows[-1]),
        cells=tuple(cells),
    )


Place = tuple[int, int]


def _unite(group: dict[Place, set[Place]], one: Place, other: Place) -> None:
    if group[one] is not group[other]:
        both = group[one] | group[other]
        for place in both:
            group[place] = both


def _square(group: dict[Place, set[Place]]) -> None:
    """Grow every united cell to the rectangle around it."""
    changed = True
    while changed:
        changed = False
        for members in _distinct(group):
            rows = [row for row, _ in members]
            columns = [column for _, column in members]
            for row in range(min(rows), max(rows) + 1):
                for column in range(min(columns), max(columns) + 1):
                    if (row, column) not in members and group[(row, column)] is not group[
                        min(members)
                    ]:
                        _unite(group, min(members), (row, column))
                        changed = True


def _distinct(group: dict[Place, set[Place]]) -> list[set[Place]]:
    return list({id(members): members for members in group.values()}.values())


def _positions(lines: Picture, *, dpi: float, across: bool) -> list[int]:
    """Where the rules stand: segments at nearly one height are one rule."""
    count, _, stats, centres = cv2.connectedComponentsWithStats(lines, connectivity=8)
    key, extent = (1, cv2.CC_STAT_WIDTH) if across else (0, cv2.CC_STAT_HEIGHT)
    least = (_LONG_INCHES if across else _HIGH_INCHES) * dpi * 0.9
    found = sorted(
        (float(centres[label][key]), int(stats[label, extent]))
        for label in range(1, count)
        if stats[label, extent] >= least
    )
    groups: list[list[tuple[float, int]]] = []
    for item in found:
        if groups and item[0] - groups[-1][-1][0] <= _SAME_LINE_INCHES * dpi:
            groups[-1].append(item)
        else:
            groups.append([item])
    return [
        round(sum(at * size for at, size in group) / sum(size for _, size in group))
        for group in groups
    ]
