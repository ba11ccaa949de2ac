"""The printed pages of a PDF: their words and ruled tables, letters of old fonts made Unicode."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.readers.pdf_fonts import PdfFonts
from ingest.readers.pdf_tables import Box, PageTable, page_table
from ingest.readers.pdf_words import Word
from ingest.readers.tally import Tally

if TYPE_CHECKING:
    from pdfplumber.page import Page as PdfPage

_TABLE_SETTINGS = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}
_TINY = 2.0
_UNKNOWN_GLYPH = "(cid:"
_GARBLED = 0.3
"""Share of letters without a code from which on a page is read like a picture."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """One page taken apart: words outside tables, and the tables."""

    number: int
    width: float
    height: float
    words: list[Word]
    tables: list[PageTable]


@dataclass(frozen=True, slots=True)
class _Printed:
    """A page as printed: its words, and the boxes of the cells of each ruled table."""

    number: int
    width: float
    height: float
    words: list[Word]
    tables: list[list[Box]]


def printed_pages(path: Path, indices: list[int], tally: Tally) -> tuple[list[PageRead], list[int]]:
    """The pages at ``indices`` (from 0) taken apart, and those whose letters have no codes.

    Raises:
        BrokenFile: Most letters are in old fonts and mean nothing in their encoding.
    """
    import pdfplumber
    from pdfminer.encodingdb import EncodingDB

    # The library reads this code, the letter ư of TCVN3 and a hyphen elsewhere, as a blank.
    EncodingDB.win2unicode[0xAD] = "\u00ad"
    printed: list[_Printed] = []
    garbled: list[int] = []
    with pdfplumber.open(path, unicode_norm="NFC") as document:
        for index in indices:
            page = document.pages[index]
            if _is_garbled(page):
                garbled.append(index)
            else:
                printed.append(_print(page, tally))
            page.close()
    fonts = PdfFonts([word for page in printed for word in page.words], path.name)
    fonts.report(tally)
    return [_taken_apart(page, fonts) for page in printed], garbled


def _is_garbled(page: PdfPage) -> bool:
    letters = [char["text"] for char in page.chars if not char["text"].isspace()]
    unknown = sum(text.startswith(_UNKNOWN_GLYPH) for text in letters)
    return bool(unknown > _GARBLED * len(letters))


def _print(page: PdfPage, tally: Tally) -> _Printed:
    tables: list[list[Box]] = [
        [(box[0], box[1], box[2], box[3]) for box in found.cells]
        for found in page.find_tables(_TABLE_SETTINGS)
    ]
    words = _words(page, tally)
    return _Printed(page.page_number, float(page.width), float(page.height), words, tables)


def _taken_apart(page: _Printed, fonts: PdfFonts) -> PageRead:
    words = [fonts.read(word) for word in page.words]
    tables: list[PageTable] = []
    for cells in page.tables:
        table = page_table(page.number, cells, words, paragraphs=True)
        if table is not None and any(span.cell.text for span in table.spans):
            tables.append(table)
    tables.sort(key=lambda table: (table.box[1], table.box[0]))
    outside = [word for word in words if not any(_within(word, table.box) for table in tables)]
    return PageRead(page.number, page.width, page.height, outside, tables)


def _words(page: PdfPage, tally: Tally) -> list[Word]:
    """Upright, visible words. Blanks printed after a word are kept as its ``trailing`` width."""
    unknown = rotated = tiny = 0
    for char in page.chars:
        unknown += char["text"].startswith(_UNKNOWN_GLYPH)
        rotated += not char["upright"] and not char["text"].isspace()
        tiny += char["size"] < _TINY and not char["text"].isspace()
    for code, count in (
        ("undecodable_text", unknown),
        ("rotated_text", rotated),
        ("tiny_text", int(bool(tiny))),
    ):
        if count:
            tally.add(code, count)
    visible = page.filter(
        lambda item: item["object_type"] != "char" or (item["upright"] and item["size"] >= _TINY)
    )
    words: list[Word] = []
    found = visible.extract_words(
        keep_blank_chars=False,
        use_text_flow=False,
        return_chars=True,
        x_tolerance_ratio=0.2,
    )
    blanks = [char for char in visible.chars if char["text"].isspace()]
    for item in found:
        chars = item["chars"]
        words.append(
            Word(
                text=unicodedata.normalize("NFC", item["text"]),
                x0=item["x0"],
                x1=item["x1"],
                top=item["top"],
                bottom=item["bottom"],
                size=chars[0]["size"],
                bold=all("bold" in char["fontname"].lower() for char in chars),
                font=Counter(char["fontname"] for char in chars).most_common(1)[0][0],
            )
        )
    return _with_trailing(words, blanks)


def _with_trailing(words: list[Word], blanks: list[dict[str, Any]]) -> list[Word]:
    """Add the width of the printed blanks that follow each word on its line."""
    by_line: dict[int, list[tuple[float, float]]] = {}
    for blank in blanks:
        middle = (blank["top"] + blank["bottom"]) / 2
        by_line.setdefault(round(middle), []).append((blank["x0"], blank["x1"]))
    found: list[Word] = []
    for word in words:
        middle = round((word.top + word.bottom) / 2)
        end = word.x1
        for near in (middle, middle - 1, middle + 1):
            for x0, x1 in sorted(by_line.get(near, [])):
                if x0 <= end + 1 and x1 > end:
                    end = x1
        found.append(replace(word, trailing=end - word.x1))
    return found


def _within(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
