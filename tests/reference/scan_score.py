"""How much of a scanned table is right after stitching: cells, figures, and what is marked."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from ingest.extraction.headers import find_header
from ingest.extraction.joining import with_joined_tables
from ingest.extraction.layout import without_layout
from ingest.extraction.rows import LogicalRow, Piece, logical_rows
from ingest.model import Content, Table
from tests.reference import FILES

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_ALIKE = 0.5


@dataclass(frozen=True)
class FoundRow:
    """One row as meant: its texts, and whether each carries the mark."""

    texts: tuple[str, ...]
    marked: tuple[bool, ...]


@dataclass
class Score:
    """Counts over the cells of truth that hold text, and over the figures in them."""

    cells: int = 0
    exact: int = 0
    figures: int = 0
    right_figures: int = 0
    wrong_unmarked: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        """All numbers in one line."""
        return (
            f"cells exact {self.exact}/{self.cells} = {self.exact / self.cells:.1%}, "
            f"figures {self.right_figures}/{self.figures} = "
            f"{self.right_figures / self.figures:.2%}, "
            f"wrong without mark {self.wrong_unmarked}"
        )


def flat(text: str | None) -> str:
    """White space made single blanks."""
    return " ".join((text or "").split())


def truth(name: str) -> list[tuple[str, ...]]:
    """The rows that the rebuilt file was made from."""
    stored = json.loads((FILES / f"gt_{name[:3]}.json").read_text(encoding="utf-8"))
    return [tuple(flat(cell) for cell in row["cells"]) for row in stored["rows"]]


def found_rows(content: Content, width: int) -> list[FoundRow]:
    """The logical rows of all tables of ``width`` columns, section rows included."""
    rows: list[FoundRow] = []
    for table in with_joined_tables(without_layout(content)).tables:
        header = find_header(table)
        if table.width != width or header is None:
            continue
        for item in logical_rows(table, header).items:
            pieces: dict[int, list[Piece]] = {}
            if isinstance(item, LogicalRow):
                pieces = item.cells
            else:
                for piece in item.pieces:
                    pieces.setdefault(piece.column, []).append(piece)
            rows.append(_found_row(table, pieces))
    return rows


def _found_row(table: Table, pieces: dict[int, list[Piece]]) -> FoundRow:
    own = [pieces.get(column, []) for column in range(table.width)]
    return FoundRow(
        texts=tuple(flat(" ".join(piece.text for piece in held)) for held in own),
        marked=tuple(any(table.rows[p.row][p.column].doubtful for p in held) for held in own),
    )


def score(expected: Sequence[tuple[str, ...]], found: Sequence[FoundRow]) -> Score:
    """Compare rows in order; a row of truth that is not found counts as wrong and unmarked."""
    result = Score()
    pairs = aligned(expected, [row.texts for row in found])
    for index, row in enumerate(expected):
        at = pairs.get(index)
        for column, text in enumerate(row):
            seen = found[at].texts[column] if at is not None else ""
            marked = at is not None and found[at].marked[column]
            _compare(result, text, seen, marked=marked, place=f"{index}/{column}")
    return result


def _compare(result: Score, text: str, seen: str, *, marked: bool, place: str) -> None:
    if text:
        result.cells += 1
        result.exact += text == seen
    expected, read = _FIGURE.findall(text), _FIGURE.findall(seen)
    matcher = SequenceMatcher(None, expected, read, autojunk=False)
    result.figures += len(expected)
    result.right_figures += sum(block.size for block in matcher.get_matching_blocks())
    if expected != read and not marked:
        result.wrong_unmarked.append(place)


def aligned(
    expected: Sequence[tuple[str, ...]], found: Sequence[tuple[str, ...]]
) -> dict[int, int]:
    """For each row of truth the row that is most like it, order kept."""
    height, width = len(expected), len(found)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    step: dict[tuple[int, int], str] = {}
    for i in range(1, height + 1):
        for j in range(1, width + 1):
            like = fuzz.ratio(" | ".join(expected[i - 1]), " | ".join(found[j - 1])) / 100
            both = best[i - 1][j - 1] + (like if like >= _ALIKE else -1.0)
            options = ((both, "both"), (best[i - 1][j], "up"), (best[i][j - 1], "left"))
            best[i][j], step[i, j] = max(options, key=lambda option: option[0])
    pairs: dict[int, int] = {}
    i, j = height, width
    while i and j:
        move = step[i, j]
        if move == "both":
            pairs[i - 1] = j - 1
        i -= move in ("both", "up")
        j -= move in ("both", "left")
    return pairs
