"""Invented Word and Excel files for tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

Span = tuple[int, int, int, int]
"""A merged block: first row, first column, last row, last column, all from 0 and included."""


def word_file(
    path: Path,
    rows: Sequence[Sequence[str]],
    *,
    before: Sequence[str] = (),
    merged: Sequence[Span] = (),
    bold: Sequence[tuple[int, int]] = (),
) -> Path:
    """A .docx with paragraphs and one table; merged blocks keep their first cell's text."""
    from docx import Document

    document = Document()
    for text in before:
        document.add_paragraph(text)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    covered = {
        (row, column)
        for top, left, bottom, right in merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if (row, column) in covered or not text:
                continue
            paragraph = table.cell(row, column).paragraphs[0]
            paragraph.add_run(text).bold = (row, column) in bold or None
    document.save(str(path))
    return path


def numbered_word_file(path: Path, title: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    """A .docx whose first column is numbered by Word itself (style "List Number")."""
    from docx import Document

    document = Document()
    for text in title:
        document.add_paragraph(text)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            paragraph = table.cell(row, column).paragraphs[0]
            if row and column == 0:
                paragraph.style = "List Number"
            else:
                paragraph.add_run(text)
    document.save(str(path))
    return path


def excel_file(path: Path, rows: Sequence[Sequence[object]], *, merged: Sequence[str] = ()) -> Path:
    """An .xlsx with one sheet; ``merged`` holds ranges such as ``A1:C1``."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for span in merged:
        sheet.merge_cells(span)
    book.save(path)
    return path
