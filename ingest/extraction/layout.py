"""Tables that only lay text out: letterhead, signature and recipient blocks, boxes.

They are small and hold fixed lines of the official form, or one cell; their cells are read as
paragraphs, left to right, and they do not count among the tables of the document.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Block, Content, Paragraph, Table
from ingest.text.normal import fold
from ingest.vocabulary import load

_MAX_ROWS = 8
_MAX_COLUMNS = 4


def without_layout(content: Content) -> Content:
    """``content`` with layout tables dissolved into paragraphs and the others numbered from 1."""
    blocks: list[Block] = []
    number = 0
    for block in content.blocks:
        if not isinstance(block, Table):
            blocks.append(block)
        elif is_layout(block):
            blocks.extend(_paragraphs(block))
        else:
            number += 1
            blocks.append(replace(block, number=number))
    return replace(content, blocks=tuple(blocks))


def is_layout(table: Table) -> bool:
    """Whether a table is a letterhead, a signature block or a single box."""
    if len(table.rows) > _MAX_ROWS or table.width > _MAX_COLUMNS:
        return False
    texts = [cell.text for row in table.rows for cell in row if cell.text and cell.text.strip()]
    if len(texts) <= 1:
        return True
    words = load("documents")
    marks = [fold(word) for word in (*words["letterhead"], words["recipients"][0])]
    lines = [fold(line) for text in texts for line in text.split("\n")]
    return any(mark in line for line in lines for mark in marks)


def _paragraphs(table: Table) -> list[Paragraph]:
    """The lines of a layout table: the columns of one row group after another."""
    found: list[Paragraph] = []
    for column in range(table.width):
        for index, row in enumerate(table.rows):
            cell = row[column]
            page = table.row_pages[index] if index < len(table.row_pages) else None
            found.extend(
                Paragraph(
                    text=line.strip(),
                    page=page,
                    bold=cell.bold,
                    doubtful=cell.doubtful,
                    readings=cell.readings,
                )
                for line in (cell.text or "").split("\n")
                if line.strip()
            )
    return found
