"""What a reader hands over: the text of a file in reading order, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ingest.model.document import Problem


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, heading or list item, verbatim.

    ``heading_level`` is 1..9 where the file itself marks a heading (Word style, Markdown ``#``),
    else ``None``; ``list_item`` where the file marks a bullet or an automatic number, whose
    printed label (``"-"``, ``"1."``) is part of ``text``. ``page`` counts from 1, ``None`` where
    the format has none. ``box`` tells body text from footnotes, headers and text boxes.
    ``pieces`` are the parts of ``text`` that stand in the file without a mark (``**``) or a page
    cut between them; empty means that the whole text does. ``doubtful`` marks text that character
    recognition may have misread ("cần kiểm tra"); ``readings`` holds what each reader saw where
    they differ.
    """

    text: str
    page: int | None = None
    heading_level: int | None = None
    list_item: bool = False
    bold: bool = False
    box: Literal["body", "footnote", "textbox"] = "body"
    pieces: tuple[str, ...] = ()
    doubtful: bool = False
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    r"""One grid position of a table.

    ``text`` is verbatim, its paragraphs joined by ``\n``; ``""`` is an empty cell. ``None`` means
    that a merged neighbour covers this position; ``origin`` is then the (row, column), counted
    from 0, of the cell that does. Spreadsheets: ``text`` is what the sheet shows (``"99,9 %"``,
    ``"02"``), ``raw`` what it stores (``"0.999"``, ``"2"``) where the two differ.
    ``doubtful`` and ``readings`` as in :class:`Paragraph`.
    """

    text: str | None
    origin: tuple[int, int] | None = None
    raw: str | None = None
    bold: bool = False
    doubtful: bool = False
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A grid as stored: every row has ``width`` cells.

    ``number`` counts from 1 in the document. ``row_pages`` gives the page of each row (``None``
    where the format has no pages). ``header_rows`` is the number of leading rows that the file
    itself marks as header, 0 where it marks none. ``title`` is a sheet name, if there is one.
    ``breaks`` holds the row indices, from 0, before which a page break or a new page table stands
    (readers that join the page tables of one printed table list every seam here). ``places`` holds
    the (table, row) that each row is stored in, both from 1, where tables were joined.
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    row_pages: tuple[int | None, ...] = ()
    header_rows: int = 0
    title: str | None = None
    breaks: tuple[int, ...] = ()
    places: tuple[tuple[int, int], ...] = ()

    def place(self, row: int) -> tuple[int, int]:
        """Table and row number, from 1, of a row counted from 0."""
        return self.places[row] if self.places else (self.number, row + 1)

    @property
    def width(self) -> int:
        """Number of grid columns."""
        return len(self.rows[0]) if self.rows else 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Content:
    """A file's text in body order. ``pages`` is ``None`` where the format has no pages."""

    blocks: tuple[Block, ...]
    pages: int | None = None
    problems: tuple[Problem, ...] = field(default=())

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in body order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in body order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))
