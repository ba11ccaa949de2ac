"""A Word document as it looks on paper: lines with their effective look, and pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right", "both"]


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look once every style is applied. ``size`` in points, ``colour`` as hex."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: str
    caps: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph stands. ``lines`` is line spacing as a multiple of single, if it is one.

    ``first_line`` is the distance in millimetres from the margin to the first letter; ``None``
    where a list or a tabulator decides it. ``exact`` is a line height in points.
    """

    align: Align = "left"
    first_line: float | None = 0.0
    before: float = 0.0
    after: float = 0.0
    lines: float | None = 1.0
    exact: float | None = None
    style: str = ""
    joined: bool = False
    """No space to a neighbour of the same style."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or the part of one between line breaks. ``index`` counts blank lines too."""

    index: int
    pieces: tuple[Piece, ...]
    layout: Layout
    section: int
    table: int | None = None
    row: int | None = None
    column: int | None = None
    continued: bool = False

    @property
    def text(self) -> str:
        """The letters as stored."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def shown(self) -> str:
        """The letters as printed: in capitals where the look says so."""
        return "".join(
            piece.text.upper() if piece.look.caps else piece.text for piece in self.pieces
        )

    @property
    def looks(self) -> tuple[Look, ...]:
        """The looks of its visible letters."""
        return tuple(piece.look for piece in self.pieces if piece.text.strip())


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A PAGE field in a header or footer."""

    where: Literal["header", "footer"]
    align: Align
    look: Look


@dataclass(frozen=True, slots=True)
class Page:
    """The geometry of one section in millimetres, and the page numbers it prints."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    numbers: tuple[PageNumber, ...] = ()
    on_first: bool = False
    """Whether its first page shows a number."""
    number_format: str = "decimal"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: all its lines in order, blank ones too, and its sections."""

    lines: tuple[Line, ...]
    pages: tuple[Page, ...]
    tables: dict[int, int]
    """Section by table number."""

    @property
    def written(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.lines if line.text.strip())
