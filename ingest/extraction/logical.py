"""Rows of a table as meant: a logical row may stand in several stored ones."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Piece:
    """Verbatim text of one stored cell (or of a part of it); ``row``/``column`` count from 0."""

    row: int
    column: int
    text: str


@dataclass(slots=True)
class LogicalRow:
    """One row as meant.

    ``cells`` maps columns to their pieces; ``shared`` holds columns whose cell is a merged one
    that began in an earlier row; ``number`` is the number cell's text.
    """

    first: int
    number: str = ""
    cells: dict[int, list[Piece]] = field(default_factory=dict)
    shared: set[int] = field(default_factory=set)
    cut: bool = False

    def text(self, column: int | None) -> str:
        """The joined text of a column; empty for ``None``."""
        if column is None:
            return ""
        return " ".join(piece.text for piece in self.cells.get(column, ()))

    def pieces(self, column: int | None) -> list[Piece]:
        """The pieces of a column; empty for ``None``."""
        return list(self.cells.get(column, ())) if column is not None else []


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A row that only titles the rows below it. ``label`` is ``III``, ``A``, ``2`` or empty."""

    first: int
    label: str
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class TableProblem:
    """Something in a table that a person should look at; ``row`` is a stored row, from 0.

    ``message`` goes on behind the place ("Bảng 1, hàng 7: …"); ``text`` is the part of the cell
    that is meant, the whole of it where none is given.
    """

    code: str
    message: str
    row: int
    column: int | None = None
    text: str | None = None


@dataclass(slots=True)
class Rows:
    """The body of a table in order, and the stored rows that only repeat the header."""

    items: list[LogicalRow | SectionRow] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    problems: list[TableProblem] = field(default_factory=list)
