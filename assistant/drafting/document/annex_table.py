"""An annex table as WordprocessingML, written in one piece: a thousand cells take no time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from assistant.drafting.document.annex_rows import (
    NAME,
    NOTE,
    NUMBER,
    RESULT,
    SUBJECT,
    UNIT,
    AnnexRow,
    AnnexTable,
)
from assistant.drafting.document.sheet import LANDSCAPE_WIDTH, TABLE_SIZE

_PARTS = {NUMBER: 12, NAME: 84, SUBJECT: 60, UNIT: 40, NOTE: 80}
_PART_OF_VALUE = 28
_PART_OF_LONG_NOTES = 150
_PART_OF_SELDOM_NOTES = 45
_LEAST_NUMBER = 640  # twips
_FEW, _MANY_COLUMNS = 4, 6
_LEFT = {NAME, SUBJECT, NOTE}
_LONG = 600  # letters in a cell of about half a page
_TWIP = 635  # English Metric Units in a twip
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_element(table: AnnexTable, *, style: str) -> Any:  # noqa: ANN401 - an lxml element
    """The ``w:tbl`` of a table; ``style`` is the id of its cells' paragraph style.

    Header rows repeat on each page, and no row is torn by the end of one unless it is long.
    """
    widths = _widths(table)
    rows = "".join((*_head(table, widths, style), *_rows(table, widths, style)))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES
    )
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _widths(table: AnnexTable) -> list[int]:
    """The columns in twips; long notes get more room, or they would fill pages on their own."""
    parts = [_PARTS.get(name, _PART_OF_VALUE) for name in table.columns]
    if table.columns[-1] == NOTE and any(len(row.cells[-1]) > _LONG for row in table.rows):
        parts[-1] = _PART_OF_LONG_NOTES
    elif table.columns[-1] == NOTE and _seldom_noted(table):
        parts[-1] = _PART_OF_SELDOM_NOTES
    widths = [LANDSCAPE_WIDTH * part // sum(parts) // _TWIP for part in parts]
    lacking = max(0, _LEAST_NUMBER - widths[0])  # "3.1" and "VIII" stay in one line
    widest = max(range(len(widths)), key=widths.__getitem__)
    if table.columns[0] == NUMBER and widest and widths[widest] > 2 * lacking:
        widths[0] += lacking
        widths[widest] -= lacking
    return widths


def _seldom_noted(table: AnnexTable) -> bool:
    """Whether there is little to read in the notes, so that the figures get their room."""
    noted = sum(bool(row.cells[-1]) for row in table.rows if not row.section)
    return noted * _FEW < len(table.rows) and len(table.columns) > _MANY_COLUMNS


def _head(table: AnnexTable, widths: Sequence[int], style: str) -> Iterator[str]:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    if table.grouped is None:
        cells = "".join(
            _cell(name, width, style, bold=True)
            for name, width in zip(table.columns, widths, strict=True)
        )
        yield f"<w:tr>{properties}{cells}</w:tr>"
        return
    first, last = table.grouped
    above, below = [], []
    for n, (name, width) in enumerate(zip(table.columns, widths, strict=True)):
        if first <= n <= last:
            below.append(_cell(name, width, style, bold=True))
            if n == first:
                whole = sum(widths[first : last + 1])
                above.append(_cell(RESULT, whole, style, bold=True, span=last - first + 1))
        else:
            above.append(_cell(name, width, style, bold=True, merge="restart"))
            below.append(_cell("", width, style, merge="continue"))
    for row in (above, below):
        yield f"<w:tr>{properties}{''.join(row)}</w:tr>"


def _rows(table: AnnexTable, widths: Sequence[int], style: str) -> Iterator[str]:
    for row in table.rows:
        whole = "" if max(map(len, row.cells)) > _LONG else "<w:trPr><w:cantSplit/></w:trPr>"
        yield f"<w:tr>{whole}{''.join(_cells(table, row, widths, style))}</w:tr>"


def _cells(table: AnnexTable, row: AnnexRow, widths: Sequence[int], style: str) -> Iterator[str]:
    if row.section:
        label, title, *_ = row.cells
        yield _cell(label, widths[0], style, bold=True)
        yield _cell(title, sum(widths[1:]), style, bold=True, left=True, span=len(widths) - 1)
        return
    for name, text, width in zip(table.columns, row.cells, widths, strict=True):
        yield _cell(text, width, style, left=name in _LEFT)


def _cell(
    text: str,
    width: int,
    style: str,
    *,
    bold: bool = False,
    left: bool = False,
    span: int = 1,
    merge: str = "",
) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    align = "left" if left else "center"
    look = f'<w:rPr>{"<w:b/>" * bold}<w:sz w:val="{int(2 * TABLE_SIZE)}"/></w:rPr>'
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="{align}"/></w:pPr>'
        + (f'<w:r>{look}<w:t xml:space="preserve">{_plain(line)}</w:t></w:r>' if line else "")
        + "</w:p>"
        for line in text.split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}'
        f'<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'
    )


def _plain(text: str) -> str:
    return escape(_UNPRINTABLE.sub("", text))
