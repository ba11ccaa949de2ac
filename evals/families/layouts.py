"""Ways to write a page to a file: tabs, a cell a line, a word processor, a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evals.families.pages import Page

Layout = Callable[[Page, Path], Path]


def tabs(page: Page, folder: Path) -> Path:
    """One row a line, cells between tabs, now and then a blank line as of a page end."""
    lines = [*page.paragraphs, ""]
    for number, row in enumerate(page.rows):
        if number and number % 6 == 0:
            lines.append("")
        lines.append("\t".join(row))
    return _write(page, folder, lines)


def cell_lines(page: Page, folder: Path) -> Path:
    """One cell a line after a tab, a blank line after each row."""
    lines = [*page.paragraphs, ""]
    for row in page.rows:
        lines += [*(f"\t{cell}" for cell in _trimmed(row)), ""]
    return _write(page, folder, lines)


def word(page: Page, folder: Path) -> Path:
    """A .docx with plain paragraphs and one table, if there is one."""
    from docx import Document

    document = Document()
    for paragraph in page.paragraphs:
        document.add_paragraph(paragraph)
    if page.rows:
        table = document.add_table(rows=0, cols=len(page.rows[0]))
        for row in page.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    path = folder / f"{page.stem}.docx"
    document.save(str(path))
    return path


def sheet(page: Page, folder: Path) -> Path:
    """An .xlsx with the paragraphs above the table; figures stay text as printed."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    only = book.create_sheet("Phụ lục")
    for paragraph in page.paragraphs:
        only.append([paragraph])
    for row in page.rows:
        only.append([cell or None for cell in row])
    path = folder / f"{page.stem}.xlsx"
    book.save(path)
    return path


def lines(page: Page, folder: Path) -> Path:
    """One paragraph a line, a blank line between them."""
    return _write(page, folder, [line for text in page.paragraphs for line in (text, "")])


def _trimmed(row: tuple[str, ...]) -> tuple[str, ...]:
    """A section row keeps its two cells."""
    return row if any(row[2:]) else row[:2]


def _write(page: Page, folder: Path, lines: list[str]) -> Path:
    path = folder / f"{page.stem}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


PLAN_LAYOUTS: tuple[Layout, ...] = (tabs, cell_lines, word)
REPORT_LAYOUTS: tuple[Layout, ...] = (word, tabs, sheet)
PROSE_LAYOUTS: tuple[Layout, ...] = (tabs, word, lines)
