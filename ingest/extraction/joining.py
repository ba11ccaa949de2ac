"""Page tables of one printed table, stored as tables of their own, made one again.

A table goes on with the one before it when nothing but empty lines stands between, both have the
same number of columns, and it repeats that table's header or has none. Each row remembers the
table and row it is stored in, so that sources stay exact.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.extraction.headers import Header, find_header, repeats_header
from ingest.model import Block, Cell, Content, Table


def with_joined_tables(content: Content) -> Content:
    """``content`` with consecutive page tables joined."""
    blocks: list[Block] = []
    header: Header | None = None
    for block in content.blocks:
        last = blocks[-1] if blocks else None
        if isinstance(block, Table) and isinstance(last, Table) and _goes_on(block, last, header):
            blocks[-1] = _joined(last, block)
            continue
        blocks.append(block)
        header = find_header(block) if isinstance(block, Table) else None
    return replace(content, blocks=tuple(blocks))


def _goes_on(table: Table, before: Table, header: Header | None) -> bool:
    if header is None or table.width != before.width or not table.rows:
        return False
    texts = [cell.text for cell in table.rows[0]]
    known = [
        [cell.text for cell in before.rows[header.first + offset]] for offset in range(header.rows)
    ]
    return repeats_header(texts, known) or find_header(table) is None


def _joined(before: Table, table: Table) -> Table:
    offset = len(before.rows)
    rows = tuple(tuple(_moved(cell, offset) for cell in row) for row in table.rows)
    return replace(
        before,
        rows=(*before.rows, *rows),
        row_pages=(*_pages(before), *_pages(table)),
        breaks=(*before.breaks, offset, *(seam + offset for seam in table.breaks)),
        places=(*_places(before), *_places(table)),
    )


def _moved(cell: Cell, offset: int) -> Cell:
    if cell.origin is None:
        return cell
    return replace(cell, origin=(cell.origin[0] + offset, cell.origin[1]))


def _pages(table: Table) -> tuple[int | None, ...]:
    return table.row_pages or (None,) * len(table.rows)


def _places(table: Table) -> tuple[tuple[int, int], ...]:
    return table.places or tuple((table.number, row + 1) for row in range(len(table.rows)))
