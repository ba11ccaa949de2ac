"""Plain text and Markdown, as typed or as other programs leave it behind.

Five table styles are met in the field: rows of tab-separated cells
(:mod:`ingest.readers.text_tabs`); one cell a line with a leading tab, rows parted by blank lines
(:mod:`ingest.readers.text_cells`); Markdown pipes (:mod:`ingest.readers.text_pipes`); cells parted
by bars alone (:mod:`ingest.readers.text_bars`); HTML (:mod:`ingest.readers.text_html`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ingest.errors import EmptyFile
from ingest.model import Block, Cell, Content, Paragraph, Problem, Table
from ingest.readers.legacy_text import CODE, conversion_note
from ingest.readers.text_bars import bar_rows, cells_of, even_rows
from ingest.readers.text_cells import cell_lines
from ingest.readers.text_emphasis import closed
from ingest.readers.text_encoding import decode
from ingest.readers.text_html import html_table
from ingest.readers.text_lines import Placed, unwrapped
from ingest.readers.text_pipes import pipe_rows
from ingest.readers.text_tables import Rows
from ingest.readers.text_tabs import tab_rows
from ingest.text.legacy import convert, detect
from ingest.text.markup import emphasis_pieces, without_residue

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BULLET = re.compile(r"^\s*[-+*•–]\s+")
_ORDERED = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ][.)])\s+", re.IGNORECASE)


def read_text(path: Path) -> Content:
    """Read a text or Markdown file. Raises :class:`EmptyFile` or :class:`BrokenFile`."""
    text = decode(path.read_bytes(), name=path.name)
    if not text.strip():
        raise EmptyFile(f"Tệp {path.name} không có chữ nào; hãy kiểm tra lại tệp gốc.")
    encoding = detect(text)
    if encoding is None:
        return Content(blocks=parse(text))
    told = Problem(code=CODE, message=conversion_note(encoding))
    return Content(blocks=parse(convert(text, encoding)), problems=(told,))


def parse(text: str) -> tuple[Block, ...]:
    """Paragraphs and tables of ``text`` in order."""
    typed = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    emphasis = closed(typed)
    lines = emphasis.lines
    placed: list[Placed | Table] = []
    number = 0
    index = 0
    while index < len(lines):
        marked = html_table(lines, index, number=number + 1)
        if marked is not None:
            number += 1
            before = _paragraph(marked.before)
            if before is not None:
                placed.append(Placed(index, before))
            placed.append(marked.table)
            index = marked.end
            if marked.after.strip():
                index -= 1
                lines[index] = marked.after
            continue
        for read in (tab_rows, cell_lines, pipe_rows, bar_rows, even_rows):
            found = read(lines, index)
            if found is not None:
                rows, breaks, index = found
                number += 1
                placed.append(_table(rows, number=number, breaks=breaks))
                break
        else:
            for piece in cells_of(lines[index]):
                paragraph = _paragraph(piece)
                if paragraph is not None:
                    goes_on = index in emphasis.going_on
                    placed.append(Placed(index, paragraph, goes_on=goes_on))
            index += 1
    return tuple(_joined(placed))


def _joined(placed: list[Placed | Table]) -> Iterator[Block]:
    """Tables where they are; between them the paragraphs, put together where lines were broken."""
    for is_table, group in groupby(placed, key=lambda one: isinstance(one, Table)):
        if is_table:
            yield from (one for one in group if isinstance(one, Table))
        else:
            yield from unwrapped([one for one in group if isinstance(one, Placed)])


def _table(rows: Rows, *, number: int, breaks: list[int]) -> Table:
    width = max(len(row) for row in rows)
    grid: list[tuple[Cell, ...]] = []
    for row_index, row in enumerate(rows):
        cells = [_cell(text) for text in row]
        if len(cells) < width:
            # A row with fewer cells than the table was merged over the rest when saved as text.
            origin = (row_index, len(cells) - 1)
            cells += [Cell(text=None, origin=origin)] * (width - len(cells))
        grid.append(tuple(cells))
    return Table(
        number=number,
        rows=tuple(grid),
        row_pages=(None,) * len(grid),
        breaks=tuple(breaks),
    )


def _cell(text: str) -> Cell:
    bold = bool(re.match(r"\s*(?:<b>|<strong>|\*\*)", text))
    pieces, _ = emphasis_pieces(without_residue(text))
    return Cell(text="".join(pieces).strip(), bold=bold)


def _paragraph(line: str) -> Paragraph | None:
    level: int | None = None
    heading = _HEADING.match(line)
    if heading:
        level = len(heading.group(1))
        line = heading.group(2)
    bullet = bool(_BULLET.match(line)) or bool(_ORDERED.match(line))
    marked = re.sub(r"^(\s*)\*(\s+)", r"\1-\2", line) if _BULLET.match(line) else line
    pieces, bold = emphasis_pieces(without_residue(marked))
    text = "".join(pieces).strip()
    if not text or not re.search(r"\w", text):
        return None
    if len(pieces) > 1:
        kept = tuple(piece.strip() for piece in pieces if re.search(r"\w", piece))
    else:
        kept = ()
    return Paragraph(
        text=text,
        heading_level=level,
        list_item=bullet,
        bold=bold,
        pieces=kept if len(kept) > 1 else (),
    )
