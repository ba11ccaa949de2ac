"""Tables that a text or Markdown file holds as HTML, as several OCR programs write them.

Rows and cells may be merged (``rowspan``, ``colspan``); tags other than those of the table are
left in the cells, to be taken out with all other residue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ingest.model import Cell, Table
from ingest.readers.grid import Span, fill
from ingest.text.markup import emphasis_pieces, without_residue

_OPEN = re.compile(r"<table\b", re.IGNORECASE)
_CLOSE = re.compile(r"</table\s*>", re.IGNORECASE)
_LONGEST = 20_000
_WIDEST_SPAN = 60


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """A table, what stands before and behind it in its first and last line, and the next line."""

    table: Table
    before: str
    after: str
    end: int


def html_table(lines: list[str], start: int, *, number: int) -> HtmlTable | None:
    """The HTML table that opens in line ``start``; ``None`` where none does or it never ends."""
    opened = _OPEN.search(lines[start])
    if opened is None:
        return None
    for index in range(start, min(start + _LONGEST, len(lines))):
        closed = _CLOSE.search(lines[index], opened.start() if index == start else 0)
        if closed is None:
            continue
        text = "\n".join(lines[start : index + 1])
        end = len(text) - len(lines[index]) + closed.end()
        collector = _Collector()
        collector.feed(text[opened.start() : end])
        collector.close()
        if not collector.spans:
            return None
        return HtmlTable(
            table=_table(collector, number=number),
            before=lines[start][: opened.start()],
            after=lines[index][closed.end() :],
            end=index + 1,
        )
    return None


def _table(collector: _Collector, *, number: int) -> Table:
    height = collector.row + 1
    width = max(span.column + span.width for span in collector.spans)
    rows = fill(collector.spans, height=height, width=width)
    return Table(number=number, rows=rows, row_pages=(None,) * height)


@dataclass(slots=True)
class _Open:
    """A cell that is being read."""

    height: int
    width: int
    header: bool
    text: list[str] = field(default_factory=list)


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.spans: list[Span] = []
        self.row = -1
        self._cell: _Open | None = None
        self._taken: set[tuple[int, int]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.row += 1
        elif tag in ("td", "th"):
            self._end_cell()
            self.row = max(self.row, 0)
            known = dict(attrs)
            self._cell = _Open(
                _span(known.get("rowspan")), _span(known.get("colspan")), tag == "th"
            )
        elif self._cell is not None and tag in ("br", "p", "div", "li") and self._cell.text:
            self._cell.text.append("\n")
        elif self._cell is not None and tag in ("b", "strong") and not self._cell.text:
            self._cell.header = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and (data.strip() or self._cell.text):
            self._cell.text.append(data)

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        column = 0
        while (self.row, column) in self._taken:
            column += 1
        self._taken.update(
            (self.row + down, column + right)
            for down in range(cell.height)
            for right in range(cell.width)
        )
        pieces, bold = emphasis_pieces(without_residue("".join(cell.text)))
        lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
        text = "\n".join(line for line in lines if line)
        shown = Cell(text=text, bold=cell.header or bold)
        self.spans.append(Span(self.row, column, cell.height, cell.width, shown))


def _span(said: str | None) -> int:
    found = re.match(r"\s*(\d+)", said or "")
    return min(max(int(found.group(1)), 1), _WIDEST_SPAN) if found else 1
