"""Spreadsheets (.xlsx): what a reader of the sheet sees, sheet by sheet."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from ingest.errors import OversizedFile
from ingest.model import Block, Cell, Content, Paragraph, Table
from ingest.readers.grid import Span, fill
from ingest.readers.limits import Limits
from ingest.readers.number_format import shown
from ingest.readers.package import Package
from ingest.readers.sheet_blocks import Row, cut
from ingest.readers.tally import Tally

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_NAMED_CELLS = 5


def read_spreadsheet(path: Path, *, limits: Limits) -> Content:
    """Read an .xlsx workbook: one table a contiguous block, title lines as paragraphs.

    Hidden sheets, rows and columns are left out and told; formulas show the value that the
    spreadsheet program stored, or nothing, which is told too.

    Raises:
        ReadingError: One of its classes, see :class:`ingest.readers.package.Package`.
    """
    with Package(path, limits) as package:
        drawn = sum(
            b":txBody>" in package.read(name)
            for name in package.names()
            if name.startswith("xl/drawings/") and name.endswith(".xml")
        )
        values = _load(package, values=True)
        formulas = _load(package, values=False)
    tally = Tally()
    if drawn:
        tally.add("embedded_skipped", drawn)
    blocks: list[Block] = []
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            tally.say(
                "hidden_sheet",
                f"Trang tính “{sheet.title}” bị ẩn nên không được đọc; "
                "hãy bỏ ẩn nếu cần lấy số liệu của trang này.",
            )
            continue
        reader = _SheetReader(sheet, formulas[sheet.title], tally, limits.cells, path.name)
        first = sum(isinstance(block, Table) for block in blocks) + 1
        blocks.extend(reader.blocks(first))
    return Content(blocks=tuple(blocks), problems=tally.problems())


def _load(package: Package, *, values: bool) -> Workbook:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(package.path, data_only=values)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError) as error:
        raise package.broken() from error


class _SheetReader:
    """One visible sheet."""

    def __init__(
        self,
        sheet: Worksheet,
        formulas: Worksheet,
        tally: Tally,
        cell_limit: int,
        name: str,
    ) -> None:
        self._sheet = sheet
        self._formulas = formulas
        self._tally = tally
        self._cell_limit = cell_limit
        self._name = name
        self._values = {(cell.row, cell.column): cell for cell in _stored(sheet)}
        self._written = {(cell.row, cell.column): cell for cell in _stored(formulas)}

    def blocks(self, first_table: int) -> Iterator[Block]:
        """Paragraphs and tables, tables numbered from ``first_table``."""
        rows_shown, columns_shown = self._visible()
        grid = self._grid(rows_shown, columns_shown)
        number = first_table
        for part in cut(grid):
            if not part.is_table:
                for index in part.rows:
                    yield from _lines(grid[index])
                continue
            yield Table(
                number=number,
                rows=_moved([grid[index] for index in part.rows], part.rows),
                row_pages=(None,) * len(part.rows),
                header_rows=self._header_rows([rows_shown[index] for index in part.rows]),
                title=self._sheet.title,
            )
            number += 1
        self._tell_missing_values()

    def _visible(self) -> tuple[list[int], list[int]]:
        """Sheet numbers (from 1) of the rows and columns that hold something and are shown."""
        used = [cell for cell in _stored(self._formulas) if cell.value is not None]
        if not used:
            return [], []
        rows = range(min(cell.row for cell in used), max(cell.row for cell in used) + 1)
        columns = range(min(cell.column for cell in used), max(cell.column for cell in used) + 1)
        if len(rows) * len(columns) > self._cell_limit:
            raise OversizedFile(
                f"Trang tính “{self._sheet.title}” của tệp {self._name} có "
                f"{len(rows) * len(columns)} ô, vượt mức {self._cell_limit}; "
                "hãy xóa các ô thừa ở xa hoặc chia tệp."
            )
        hidden_columns = self._hidden_columns()
        hidden_rows = {
            index
            for index, row in self._sheet.row_dimensions.items()
            if row.hidden or row.height == 0
        }
        self._tell_hidden("hidden_row", sorted(hidden_rows & {cell.row for cell in used}))
        self._tell_hidden("hidden_column", sorted(hidden_columns & {cell.column for cell in used}))
        return (
            [row for row in rows if row not in hidden_rows],
            [column for column in columns if column not in hidden_columns],
        )

    def _hidden_columns(self) -> set[int]:
        from openpyxl.utils import column_index_from_string

        found: set[int] = set()
        for letter, column in self._sheet.column_dimensions.items():
            if column.hidden:
                start = column.min or column_index_from_string(letter)
                found.update(range(start, (column.max or start) + 1))
        return found

    def _tell_hidden(self, code: str, hidden: list[int]) -> None:
        from openpyxl.utils import get_column_letter

        if not hidden:
            return
        names = hidden if code == "hidden_row" else [get_column_letter(index) for index in hidden]
        listed = ", ".join(str(name) for name in names[:_NAMED_CELLS])
        more = f" và {len(names) - _NAMED_CELLS} chỗ khác" if len(names) > _NAMED_CELLS else ""
        what = "Dòng" if code == "hidden_row" else "Cột"
        self._tally.say(
            code,
            f"{what} {listed}{more} của trang tính “{self._sheet.title}” bị ẩn nên không được đọc; "
            "hãy bỏ ẩn nếu cần lấy số liệu.",
        )

    def _grid(self, rows: list[int], columns: list[int]) -> list[Row]:
        """The visible cells; a merged cell stands at its first visible position."""
        row_at = {row: index for index, row in enumerate(rows)}
        column_at = {column: index for index, column in enumerate(columns)}
        spans: list[Span] = []
        covered: set[tuple[int, int]] = set()
        for area in self._sheet.merged_cells.ranges:
            inside_rows = [row for row in rows if area.min_row <= row <= area.max_row]
            inside = [column for column in columns if area.min_col <= column <= area.max_col]
            if inside_rows and inside:
                covered.update((row, column) for row in inside_rows for column in inside)
                cell = self._cell(area.min_row, area.min_col)
                place = (row_at[inside_rows[0]], column_at[inside[0]])
                spans.append(Span(*place, len(inside_rows), len(inside), cell))
        spans.extend(
            Span(row_at[row], column_at[column], 1, 1, self._cell(row, column))
            for row in rows
            for column in columns
            if (row, column) not in covered
        )
        return list(fill(spans, height=len(rows), width=len(columns)))

    def _cell(self, row: int, column: int) -> Cell:
        cell: Any = self._values.get((row, column))
        stored = None if cell is None else cell.value
        if stored is None:
            formula: Any = self._written.get((row, column))
            unknown = formula is None or formula.value is None
            return Cell(text="", raw=None if unknown else _formula_text(formula.value))
        text = unicodedata.normalize("NFC", shown(stored, cell.number_format)).strip()
        raw = _raw(stored)
        return Cell(text=text, raw=None if raw == text else raw, bold=bool(cell.font.b))

    def _tell_missing_values(self) -> None:
        missing = [
            cell.coordinate
            for place, cell in sorted(self._written.items())
            if cell.data_type == "f" and getattr(self._values.get(place), "value", None) is None
        ]
        if missing:
            listed = ", ".join(missing[:_NAMED_CELLS])
            more = f" và {len(missing) - _NAMED_CELLS} ô khác" if len(missing) > 5 else ""
            self._tally.say(
                "formula_without_value",
                f"Ô {listed}{more} của trang tính “{self._sheet.title}” có công thức nhưng chưa có "
                "giá trị đã tính; hãy mở tệp bằng Excel rồi lưu lại.",
            )

    def _header_rows(self, sheet_rows: list[int]) -> int:
        """Leading rows that print titles or an Excel table mark as header."""
        marked: set[int] = set()
        titles = self._sheet.print_title_rows
        if titles:
            low, _, high = titles.replace("$", "").rpartition("!")[2].partition(":")
            if low.isdigit() and high.isdigit():
                marked.update(range(int(low), int(high) + 1))
        for table in self._sheet.tables.values():
            first = int("".join(char for char in table.ref.split(":")[0] if char.isdigit()))
            marked.update(range(first, first + (table.headerRowCount or 0)))
        count = 0
        while count < len(sheet_rows) and sheet_rows[count] in marked:
            count += 1
        return count


def _lines(row: Row) -> Iterator[Paragraph]:
    for cell in row:
        if cell.text:
            yield Paragraph(text=cell.text, bold=cell.bold)


def _moved(rows: list[Row], indices: tuple[int, ...]) -> tuple[Row, ...]:
    """Rows of one table, ``origin`` counted from the table's own first row."""
    place = {index: position for position, index in enumerate(indices)}
    return tuple(
        tuple(
            cell
            if cell.origin is None
            else Cell(text=None, origin=(place.get(cell.origin[0], 0), cell.origin[1]))
            for cell in row
        )
        for row in rows
    )


def _stored(sheet: Worksheet) -> list[Any]:
    """The cells that the file holds; the public iterators make up all those between them."""
    return list(sheet._cells.values())


def _formula_text(formula: object) -> str:
    return str(getattr(formula, "text", formula))


def _raw(stored: object) -> str:
    if isinstance(stored, dt.datetime | dt.date | dt.time):
        return stored.isoformat()
    return str(stored)
