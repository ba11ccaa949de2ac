"""Stored rows -> logical rows: repeated headers dropped, sections told apart, page cuts mended."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extraction.headers import Header, repeats_header
from ingest.extraction.logical import LogicalRow, Piece, Rows, SectionRow, TableProblem
from ingest.extraction.page_cuts import add_row
from ingest.extraction.section_rows import section_of
from ingest.model import Table
from ingest.text.normal import match_key
from ingest.text.numbering import is_roman, label_of, roman_in, roman_value

__all__ = ["LogicalRow", "Piece", "Rows", "SectionRow", "TableProblem", "logical_rows"]

_DECIMAL_COMMA = re.compile(r"^(\d{1,2}),(\d{1,2})$")  # "1.1" as a spreadsheet shows it


def logical_rows(table: Table, header: Header) -> Rows:
    """The rows below ``header`` as meant."""
    rows = Rows()
    known = _known_values(table, header)
    header_texts = [
        [cell.text for cell in table.rows[header.first + offset]] for offset in range(header.rows)
    ]
    seams = set(table.breaks)
    cut = False
    for index in range(header.first + header.rows, len(table.rows)):
        texts = [cell.text for cell in table.rows[index]]
        if index in seams or _new_page(table, index):
            cut = True
        if repeats_header(texts, header_texts) or _column_numbers(texts):
            rows.repeated.append(index)
            cut = True
            continue
        if not any((text or "").strip() for text in texts):
            continue
        section = section_of(table, index, header)
        if section is not None:
            rows.items.append(section)
        else:
            add_row(rows, _stored_row(table, index, header, cut=cut), header, known)
        cut = False
    _mend_numerals(rows, table)
    return rows


def _mend_numerals(rows: Rows, table: Table) -> None:
    """Give a section whose number is doubtful the reading of it that goes on with the one before.

    The cell keeps its text and its mark; only the label that keys are made of changes.
    """
    last = 0
    for index, item in enumerate(rows.items):
        if not isinstance(item, SectionRow) or not item.pieces:
            continue
        cell = table.rows[item.pieces[0].row][item.pieces[0].column]
        value = roman_value(item.label) if is_roman(item.label) else None
        if cell.doubtful and value != last + 1:
            fitting = roman_in(cell.readings, last + 1)
            if fitting is not None:
                rows.items[index] = replace(item, label=fitting)
                value = last + 1
        last = value or last


def _new_page(table: Table, index: int) -> bool:
    pages = table.row_pages
    return bool(pages) and index < len(pages) and index > 0 and pages[index] != pages[index - 1]


def _column_numbers(texts: list[str | None]) -> bool:
    """Whether a row only numbers the columns: ``(1) (2) (3)=(4)+(5)``, ``A B 1 2``."""
    filled = [text.split("=")[0].strip(" ()[].") for text in texts if text and text.strip()]
    if len(filled) < 3:
        return False
    letters = 0
    while letters < len(filled) and re.fullmatch(r"[A-Za-z]", filled[letters]):
        letters += 1
    counted = [str(number) for number in range(1, len(filled) - letters + 1)]
    return letters <= 3 and len(counted) >= 2 and filled[letters:] == counted


def _known_values(table: Table, header: Header) -> dict[int, set[str]]:
    """Per column, the values that occur in rows with a number of their own."""
    number = header.column("number")
    known: dict[int, set[str]] = {column: set() for column in range(table.width)}
    for row in table.rows[header.first + header.rows :]:
        if number is not None and not (row[number].text or "").strip():
            continue
        for column, cell in enumerate(row):
            if cell.text and cell.text.strip():
                known[column].add(match_key(cell.text))
    return known


def _stored_row(table: Table, index: int, header: Header, *, cut: bool) -> LogicalRow:
    number = header.column("number")
    row = LogicalRow(first=index, cut=cut)
    for column, cell in enumerate(table.rows[index]):
        if column == number:
            row.number = _DECIMAL_COMMA.sub(r"\1.\2", (cell.text or "").strip())
            name = _name_column(header)
            if name is not None and _covers(table, index, column, name) and _is_words(row.number):
                row.cells[name] = [Piece(index, column, row.number)]
                row.number = ""
                continue
            if cell.text is None and cell.origin is not None and cell.origin[0] < index:
                row.shared.add(column)
            if row.number:
                row.cells[column] = [Piece(index, column, (cell.text or "").strip())]
            continue
        if cell.text is None:
            if cell.origin is not None and cell.origin[0] < index:
                row.shared.add(column)
        elif cell.text.strip():
            row.cells[column] = [Piece(index, column, cell.text.strip())]
    return row


def _name_column(header: Header) -> int | None:
    """The column that names what a row is about."""
    roles = ("indicator", "subject", "task", "objective")
    return next((c for role in roles if (c := header.column(role)) is not None), None)


def _covers(table: Table, row: int, column: int, other: int) -> bool:
    """Whether a cell is merged over (or stands in the place of) the blank cell beside it."""
    cell = table.rows[row][other]
    if cell.text is None:
        return cell.origin == (row, column)
    return not cell.text.strip()


def _is_words(number: str) -> bool:
    """Whether a number cell holds words instead ("Tổng cộng")."""
    return len(number) > 3 and label_of(f"{number} x") is None and number[:1].isalpha()
