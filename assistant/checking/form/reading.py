"""A .docx file -> :class:`Paper`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.checking.form.effective import Inheritance
from assistant.checking.form.model import Line, Paper, Piece
from assistant.checking.form.sections import Sections

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ingest.readers.package import Package

_WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink")
_TABBED_HEAD = 30  # lines at the top in which tabulators may stand between two columns


def read_paper(path: Path) -> Paper:
    """Read a .docx with the look of its letters.

    Raises:
        ReadingError: One of its classes, see :class:`ingest.readers.package.Package`.
    """
    from ingest.readers.limits import Limits
    from ingest.readers.package import Package
    from ingest.readers.word_styles import Styles, w

    with Package(path, Limits()) as package:
        main = next(iter(package.related("", "officeDocument")), "word/document.xml")
        root = package.xml(main)
        body = None if root is None else root.find(w("body"))
        if body is None:
            raise package.broken()
        sheet = _part(package, main, "styles")
        inheritance = Inheritance(Styles(sheet), sheet, _part(package, main, "theme"))
        sections = Sections(package, main, inheritance)
        walk = _Walk(inheritance, sections)
        walk.over(body)
        last = body.find(w("sectPr"))
        sections.end(last)
    return Paper(tuple(walk.lines), tuple(sections.pages), walk.tables)


def _part(package: Package, main: str, kind: str) -> _Element | None:
    names = package.related(main, kind)
    return package.xml(names[0]) if names else None


class _Walk:
    """Collects the lines of the body in order."""

    def __init__(self, inheritance: Inheritance, sections: Sections) -> None:
        self.lines: list[Line] = []
        self.tables: dict[int, int] = {}
        self._inheritance = inheritance
        self._sections = sections

    def over(self, holder: _Element, **place: int) -> None:
        """Walk over paragraphs and tables; ``place`` is table, row and column."""
        from ingest.readers.word_styles import w

        wrappers = {w(name) for name in _WRAPPERS}
        for item in holder:
            if item.tag == w("p"):
                self._paragraph(item, **place)
            elif item.tag == w("tbl"):
                self._table(item, **place)
            elif item.tag in wrappers:
                self.over(item, **place)

    def _table(self, table: _Element, **place: int) -> None:
        """The cells row by row; those of a table within a cell count as that cell's."""
        from ingest.readers.word_styles import w

        if not place:
            self.tables[len(self.tables) + 1] = self._sections.current
        number = place.get("table", len(self.tables))
        for n, row in enumerate(_members(table, w("tr")), start=1):
            for column, cell in enumerate(_members(row, w("tc")), start=1):
                spot = place or {"table": number, "row": n, "column": column}
                self.over(cell, **spot)

    def _paragraph(self, paragraph: _Element, **place: int) -> None:
        from ingest.readers.word_styles import w

        properties = paragraph.find(w("pPr"))
        style = _table_style(paragraph) if place else None
        layout = self._inheritance.layout(properties, style)
        pieces = [
            Piece(text, self._inheritance.look(run.find(w("rPr")), properties, style))
            for run in _runs(paragraph)
            if (text := _text(run))
        ]
        tabs = len(self.lines) < _TABBED_HEAD and _in_columns(pieces)
        if tabs:  # where letters stand is the tabulators' doing, and no fault
            layout = replace(layout, align="center")
        for n, part in enumerate(_split(pieces, tabs=tabs)):
            self.lines.append(
                Line(
                    index=len(self.lines),
                    pieces=tuple(part),
                    layout=layout,
                    section=self._sections.current,
                    continued=n > 0,
                    **place,
                )
            )
        ending = None if properties is None else properties.find(w("sectPr"))
        if ending is not None:
            self._sections.end(ending)


def _members(holder: _Element, tag: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, in content controls too."""
    from ingest.readers.word_styles import w

    for item in holder:
        if item.tag == tag:
            yield item
        elif item.tag in {w(name) for name in _WRAPPERS}:
            yield from _members(item, tag)


def _table_style(paragraph: _Element) -> str | None:
    from ingest.readers.word_styles import value, w

    table = next(paragraph.iterancestors(w("tbl")), None)
    return None if table is None else value(table.find(w("tblPr")), "tblStyle")


def _runs(holder: _Element) -> Iterator[_Element]:
    """Visible runs with letters of the text itself: no deletions, no marks of notes."""
    from ingest.readers.word_styles import switch, value, w

    wrappers = {w(name) for name in _WRAPPERS} | {w("fldSimple")}
    for item in holder:
        if item.tag == w("r"):
            properties = item.find(w("rPr"))
            if not switch(properties, "vanish") and not value(properties, "vertAlign"):
                yield item
        elif item.tag in wrappers:
            yield from _runs(item)


def _text(run: _Element) -> str:
    from ingest.readers.word_styles import w

    parts = []
    for item in run:
        if item.tag == w("t"):
            parts.append(item.text or "")
        elif item.tag == w("noBreakHyphen"):
            parts.append("-")
        elif item.tag in (w("tab"), w("ptab")):
            parts.append("\t")
        elif item.tag in (w("br"), w("cr")) and item.get(w("type")) not in ("page", "column"):
            parts.append("\n")
    return "".join(parts)


def _in_columns(pieces: list[Piece]) -> bool:
    """Whether tabulators keep two texts apart, as in a letterhead without a table."""
    text = "".join(piece.text for piece in pieces)
    return len(text) < 200 and any(
        sum(bool(part.strip()) for part in line.split("\t")) > 1 for line in text.split("\n")
    )


def _split(pieces: list[Piece], *, tabs: bool) -> list[list[Piece]]:
    """The pieces between line breaks, and between tabulators where they make columns."""
    cuts = "\n\t" if tabs else "\n"
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        marks = [-1, *(n for n, char in enumerate(piece.text) if char in cuts), len(piece.text)]
        for n, (start, end) in enumerate(pairwise(marks)):
            if n:
                lines.append([])
            if piece.text[start + 1 : end]:
                lines[-1].append(Piece(piece.text[start + 1 : end], piece.look))
    if len(lines) > 1:
        lines = [line for line in lines if line] or [[]]
    return lines
