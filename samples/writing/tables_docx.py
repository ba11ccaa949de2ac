"""A :mod:`samples.writing.grid` table in a .docx."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell

from samples.writing.grid import Row
from samples.writing.official_docx import OfficialDocument

_ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER}


def add_table(
    document: OfficialDocument,
    rows: Sequence[Row],
    *,
    widths: Sequence[float],
    header_rows: int = 1,
    size: float = 12,
) -> None:
    """Write ``rows``; ``widths`` are millimetres; header rows repeat on each page."""
    table = document.docx.add_table(rows=len(rows), cols=len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    grid: list[list[_Cell]] = [list(row.cells) for row in table.rows]
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            grid[top][left].width = Mm(widths[left])
            if cell is None:
                continue
            target = grid[top][left]
            if cell.rows > 1 or cell.columns > 1:
                target = target.merge(grid[top + cell.rows - 1][left + cell.columns - 1])
            _fill(target, cell.text, size=size, bold=cell.bold, align=_ALIGN[cell.align])
    for row in table.rows[:header_rows]:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)


def _fill(cell: _Cell, text: str, *, size: float, bold: bool, align: WD_ALIGN_PARAGRAPH) -> None:
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.alignment = align
        paragraph.paragraph_format.space_before = Pt(2)
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(line)
        run.font.size, run.bold = Pt(size), bold
