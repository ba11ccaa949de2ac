"""A table as CSV or Excel; no cell is one that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from typing import Literal

from assistant.tabular import harmless
from ui.export.rows import Table

Format = Literal["csv", "xlsx"]
_WIDTHS = (6, 60)
_USUAL_WIDTH = 28


def to_bytes(table: Table, form: Format) -> bytes:
    """The file's content. CSV bears the mark by which Excel knows UTF-8."""
    return _csv(table) if form == "csv" else _xlsx(table)


def _csv(table: Table) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(harmless, table.header))
    writer.writerows(map(harmless, row) for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(table: Table) -> bytes:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("CCHC")
    sheet.freeze_panes = "A2"
    for at in range(len(table.header)):
        width = _WIDTHS[at] if at < len(_WIDTHS) else _USUAL_WIDTH
        sheet.column_dimensions[get_column_letter(at + 1)].width = width
    for row in (table.header, *table.rows):
        sheet.append([harmless(cell) for cell in row])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
