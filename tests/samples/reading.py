"""The committed samples as plain rows and lines, read with third-party libraries only."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "samples"


@cache
def paragraphs(file: str) -> tuple[str, ...]:
    """All body paragraphs of a .docx."""
    from docx import Document

    return tuple(paragraph.text for paragraph in Document(str(FOLDER / file)).paragraphs)


@cache
def word_table(file: str) -> tuple[tuple[str, ...], ...]:
    """The last table of a .docx; a merged cell's text stands in every position it covers."""
    from docx import Document

    table = Document(str(FOLDER / file)).tables[-1]
    return tuple(tuple(cell.text for cell in row.cells) for row in table.rows)


@cache
def sheet_cells(file: str) -> tuple[tuple[Any, ...], ...]:
    """The rows of the first sheet as (value, number format) pairs."""
    from openpyxl import load_workbook

    sheet = load_workbook(FOLDER / file).worksheets[0]
    return tuple(tuple((cell.value, cell.number_format) for cell in row) for row in sheet.rows)


@cache
def pdf_tables(file: str) -> tuple[tuple[tuple[str | None, ...], ...], ...]:
    """One table a page, line breaks in cells turned to spaces; ``None`` is a covered cell."""
    import pdfplumber

    with pdfplumber.open(FOLDER / file) as pdf:
        found = [table for page in pdf.pages for table in page.extract_tables()]
    return tuple(
        tuple(tuple(None if cell is None else " ".join(cell.split()) for cell in row) for row in t)
        for t in found
    )


@cache
def pdf_text(file: str) -> str:
    """The text of all pages on one line."""
    import pdfplumber

    with pdfplumber.open(FOLDER / file) as pdf:
        return " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)
