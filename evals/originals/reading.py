"""Files into blocks, by the plainest means that third-party libraries offer."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from evals.errors import GoldLost
from evals.originals.block import Block, digest, plain

_TABLE_WIDTH = 3


@cache
def blocks(path: Path) -> tuple[Block, ...]:
    """Paragraphs and table rows of a .txt, .md, .docx, .xlsx or .pdf in the order of the file."""
    read = {".txt": _text, ".md": _text, ".docx": _word, ".xlsx": _sheet, ".pdf": _pdf}[path.suffix]
    return tuple(block for block in _counted(read(path)) if block.text)


@cache
def whole_text(path: Path) -> str:
    """All words of the file on one line; of a .pdf both as set and as tables give them."""
    found = " ".join(block.text for block in blocks(path))
    return f"{found} {_pdf_lines(path)}" if path.suffix == ".pdf" else found


def find(path: Path, wanted: str) -> tuple[Block, ...]:
    """The blocks with that hash.

    Raises:
        GoldLost: the file holds no such block.
    """
    found = tuple(block for block in blocks(path) if digest(block) == wanted)
    if not found:
        raise GoldLost(f"{path.name} holds no block with the hash {wanted}")
    return found


def _counted(found: list[Block]) -> list[Block]:
    """Tables numbered anew without those that only lay out a letterhead or a signature."""
    kept: dict[int, int] = {}
    for block in found:
        if block.table and block.table not in kept and block.row == 1:
            narrow = sum(1 for cell in block.cells if cell) < _TABLE_WIDTH
            kept[block.table] = 0 if narrow else 1 + max(kept.values(), default=0)
    return [
        replace(
            block, table=kept[block.table] or None, row=block.row if kept[block.table] else None
        )
        if block.table
        else block
        for block in found
    ]


def _text(path: Path) -> list[Block]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = sum(line.count("\t") > 1 for line in lines)
    return _tab_rows(lines) if rows else _cell_lines(lines)


def _tab_rows(lines: list[str]) -> list[Block]:
    """One table row a line, cells between tabs; blank lines do not end a table."""
    found: list[Block] = []
    table = row = 0
    inside = False
    for line in lines:
        if "\t" in line:
            table, row = (table, row + 1) if inside else (table + 1, 1)
            inside = True
            found.append(Block(tuple(map(plain, line.split("\t"))), table, row))
        elif line.strip():
            inside = False
            found.append(Block((plain(line),)))
    return found


def _cell_lines(lines: list[str]) -> list[Block]:
    """One cell a line after a tab, a blank line after each row; other lines go on with a cell."""
    found: list[Block] = []
    table = row = 0
    cells: list[str] = []
    inside = False

    def close() -> None:
        nonlocal table, row, inside
        if len(cells) > 1:
            table, row = (table, row + 1) if inside else (table + 1, 1)
            inside = True
            found.append(Block(tuple(map(plain, cells)), table, row))
        elif cells:
            found.append(Block((plain(cells[0]),)))
        cells.clear()

    for line in lines:
        if line.startswith("\t"):
            cells.append(line)
        elif not line.strip():
            close()
        elif cells and line == line.lstrip():
            cells[-1] += f" {line}"
        else:
            close()
            inside = False
            found.append(Block((plain(line),)))
    close()
    return found


def _word(path: Path) -> list[Block]:
    from docx import Document
    from docx.table import Table

    found: list[Block] = []
    table = 0
    for item in Document(str(path)).iter_inner_content():
        if isinstance(item, Table):
            table += 1
            for number, row in enumerate(item.rows, start=1):
                once = {id(cell._tc): cell.text for cell in row.cells}
                found.append(Block(tuple(map(plain, once.values())), table, number))
        else:
            found.append(Block((plain(item.text),)))
    return found


def _sheet(path: Path) -> list[Block]:
    from openpyxl import load_workbook

    sheet = load_workbook(path, data_only=True).worksheets[0]
    rows = [
        tuple(plain(_shown(cell.value, cell.number_format)) for cell in row) for row in sheet.rows
    ]
    first = next((at for at, row in enumerate(rows) if sum(map(bool, row)) >= _TABLE_WIDTH), 0)
    return [
        *(Block(row) for row in rows[:first]),
        *(Block(row, 1, number) for number, row in enumerate(rows[first:], start=1)),
    ]


def _shown(value: object, number_format: str) -> str:
    """A cell as a Vietnamese spreadsheet shows it: ``02``, ``11.862``, ``96,4%``."""
    if not isinstance(value, int | float):
        return "" if value is None else str(value)
    form = number_format.split(";")[0]
    decimals = len(form.partition(".")[2].rstrip('%" '))
    if "%" in form:
        return f"{value * 100:.{decimals}f}%".replace(".", ",")
    if "#,##" in form:
        return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return (
        f"{value:0{len(form)}d}" if form.strip("0") == "" and isinstance(value, int) else str(value)
    )


def _pdf(path: Path) -> list[Block]:
    """Rows as cut by page ends, without their number: a row of two pages has none to go by."""
    import pdfplumber

    found: list[Block] = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            tables = page.find_tables()
            lines = _outside(page, tables).extract_text_lines()
            found += [Block((plain(line["text"]),)) for line in lines]
            for table in tables:
                found += [Block(tuple(plain(c or "") for c in row)) for row in table.extract()]
    return found


def _outside(page: Any, tables: list[Any]) -> Any:  # noqa: ANN401 - untyped library
    for table in tables:
        page = page.outside_bbox(table.bbox)
    return page


def _pdf_lines(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return " ".join(plain(page.extract_text()) for page in pdf.pages)
