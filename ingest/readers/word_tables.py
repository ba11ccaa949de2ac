"""The grid of a Word table: who covers whom, by cell identity and never by equal text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.readers.tally import Tally
from ingest.readers.word_styles import switch, value, w
from ingest.readers.word_text import is_hidden_row, is_removed

_ROW_WRAPPERS = {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")}
_MAX_SPAN = 500


@dataclass(slots=True)
class Place:
    """A ``w:tc`` and the grid positions it covers, rows and columns from 0."""

    row: int
    column: int
    height: int
    width: int
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Layout:
    """All cells of one table with their places."""

    places: tuple[Place, ...]
    height: int
    width: int
    header_rows: int


def layout(table: etree._Element, tally: Tally) -> Layout:
    """Resolve ``gridSpan``, ``vMerge``, ``hMerge``, ``gridBefore`` and ``gridAfter``.

    Rows deleted under change tracking and hidden rows are left out and counted in ``tally``.
    """
    places: list[Place] = []
    width = 0
    header_rows = 0
    above: dict[int, Place] = {}
    height = 0
    for row in _visible_rows(table, tally):
        properties = row.find(w("trPr"))
        if header_rows == height and switch(properties, "tblHeader"):
            header_rows += 1
        column = _number(value(properties, "gridBefore"))
        current: dict[int, Place] = {}
        left: Place | None = None
        for cell in children(row, "tc"):
            cell_properties = cell.find(w("tcPr"))
            span = min(max(_number(value(cell_properties, "gridSpan"), default=1), 1), _MAX_SPAN)
            origin = above.get(column)
            if _continues(cell_properties, "hMerge") and left is not None:
                left.width += span
            elif _continues(cell_properties, "vMerge") and origin and origin.width == span:
                origin.height += 1
                current[column] = left = origin
            else:
                left = Place(row=height, column=column, height=1, width=span, element=cell)
                places.append(left)
                if _merges(cell_properties, "vMerge"):
                    current[column] = left
            column += span
        width = max(width, column + _number(value(properties, "gridAfter")))
        above = current
        height += 1
    return Layout(places=tuple(places), height=height, width=width, header_rows=header_rows)


def children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls, in order."""
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag in _ROW_WRAPPERS:
            yield from children(child, name)


def _visible_rows(table: etree._Element, tally: Tally) -> Iterator[etree._Element]:
    for row in children(table, "tr"):
        if is_removed(row):
            tally.add("tracked_deletion")
        elif is_hidden_row(row):
            tally.add("hidden_row")
        else:
            yield row


def _merges(properties: etree._Element | None, name: str) -> bool:
    return properties is not None and properties.find(w(name)) is not None


def _continues(properties: etree._Element | None, name: str) -> bool:
    """No value means "continue" ([ECMA-376] 17.4.84)."""
    return _merges(properties, name) and value(properties, name) in (None, "continue")


def _number(text: str | None, *, default: int = 0) -> int:
    return min(int(text), _MAX_SPAN) if text and text.isdigit() else default
