"""Scanned pages of a PDF taken apart like printed ones: words, tables, and what is uncertain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from ingest.readers.pdf_tables import PageTable, page_table
from ingest.readers.pdf_words import Word
from ingest.readers.scan.cells import CellReading, read_cells
from ingest.readers.scan.engines import Layout, LineReader, PageReader, Seen
from ingest.readers.scan.images import PageImage, prepare, render_scale
from ingest.readers.scan.lines import (
    Box,
    Readers,
    ReadLine,
    blots,
    by_line,
    is_near_colour,
    is_stamped,
    missed_lines,
    read_block,
    with_second_opinion,
    with_text,
)
from ingest.readers.scan.picture import Picture
from ingest.readers.scan.rules import find_rules
from ingest.readers.scan.tidy import tidied
from ingest.readers.scan.upright import Compass
from ingest.readers.scan.voting import chosen

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_POINTS = 72
_ASCENT, _DESCENT = 0.9, 0.25
_SURE_SECOND, _SURE_FIRST = 0.9, 60.0
_FEW_LETTERS = 3
_DIRTY_PERCENT = 10


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """Words outside tables, and tables, in points of the page as it is read, upright."""

    width: float
    height: float
    words: list[Word]
    tables: list[PageTable]


class ScanReader:
    """Reads page pictures; the models are loaded once."""

    def __init__(self) -> None:
        self._readers = Readers(PageReader(), LineReader())
        self._compass = Compass()

    def read(self, page: PdfPage, number: int) -> ScannedPage:
        """The page turned upright, straightened and read."""
        picture, dpi = picture_of(page)
        picture = self._compass.upright(picture, dpi=dpi)
        image = prepare(picture, dpi=dpi)
        ruling = find_rules(image.grey, dpi=dpi)
        tables: list[PageTable] = []
        rest = image.grey.copy()
        for grid in ruling.grids:
            cells = read_cells(image, grid, ruling.mask, self._readers)
            table = _table(number, cells, dpi=dpi)
            if table is not None:
                tables.append(table)
                left, top, right, bottom = grid.box
                reach = int(0.03 * dpi)
                rest[top - reach : bottom + reach, left - reach : right + reach] = 255
        rest[ruling.mask > 0] = 255
        height, width = image.grey.shape[:2]
        points = _POINTS / dpi
        return ScannedPage(width * points, height * points, self._prose(image, rest), tables)

    def _prose(self, image: PageImage, grey: Picture) -> list[Word]:
        whole = (0, 0, grey.shape[1], grey.shape[0])
        seen = read_block(grey, whole, self._readers, dpi=image.dpi, layout=Layout.PAGE)
        lines = [ReadLine(line) for line in by_line(seen)]
        uncoloured = [box for box in blots(grey, dpi=image.dpi) if not is_stamped(image, box)]
        lines += missed_lines(grey, lines, uncoloured, self._readers, dpi=image.dpi)
        lines = with_second_opinion(grey, grey, lines, self._readers, dpi=image.dpi)
        words: list[Word] = []
        size = _type_size(lines) * _POINTS / image.dpi
        for line in lines:
            if not _is_dirt(line, stamped=is_near_colour(image, line.box)):
                words.extend(_words(line, image, usual=size))
        return words


def picture_of(page: PdfPage) -> tuple[Picture, float]:
    """The page as RGB picture and its dots an inch: those of its largest picture."""
    import pypdfium2.raw as raw

    width, height = page.get_size()
    widths = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, _, right, _ = item.get_bounds()
        if right - left > 0.5 * width:
            widths.append(int(item.get_px_size()[0] * width / (right - left)))
    scale = render_scale(width=width, height=height, picture_width=max(widths, default=None))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    picture = np.asarray(bitmap.to_numpy(), dtype=np.uint8)
    if picture.ndim == 2 or picture.shape[2] == 1:
        picture = np.repeat(picture.reshape(*picture.shape[:2], 1), 3, axis=2)
    return picture[:, :, :3], scale * _POINTS


def _table(number: int, cells: Sequence[CellReading], *, dpi: float) -> PageTable | None:
    """The table as the text reader builds it, each cell with its mark."""
    scale = _POINTS / dpi
    boxes = [
        (
            item.cell.left * scale,
            item.cell.top * scale,
            item.cell.right * scale,
            item.cell.bottom * scale,
        )
        for item in cells
    ]
    starts = [
        line.box[0] * scale - box[0]
        for item, box in zip(cells, boxes, strict=True)
        for line in item.lines
    ]
    # Dirt beside a rule must not pass for the distance that words keep from the rules.
    padding = float(np.percentile(starts, _DIRTY_PERCENT)) if starts else 0.0
    words = [
        _inside(_word(seen, line, scale=scale), box, padding=padding)
        for item, box in zip(cells, boxes, strict=True)
        for line in item.lines
        for seen in line.words
    ]
    table = page_table(number, boxes, words)
    if table is None:
        return None
    spans = [
        replace(
            span,
            cell=replace(
                span.cell,
                text=tidied(span.cell.text or ""),
                doubtful=bool(item.readings),
                readings=item.readings,
            ),
        )
        for span, item in zip(table.spans, cells, strict=True)
    ]
    return replace(table, spans=tuple(spans))


def _inside(word: Word, box: tuple[float, float, float, float], *, padding: float) -> Word:
    """The word kept in its cell: letters may reach over a rule, their cell is known."""
    x0 = min(max(word.x0, box[0] + padding), box[2] - 1.0)
    x1 = min(max(word.x1, x0 + 0.5), box[2] - 0.5)
    y = (word.top + word.bottom) / 2
    down = min(max(y, box[1] + 0.5), box[3] - 0.5) - y
    return replace(word, x0=x0, x1=x1, top=word.top + down, bottom=word.bottom + down)


def _words(line: ReadLine, image: PageImage, *, usual: float) -> Iterator[Word]:
    """The words of a line of prose, on one height and in one size."""
    text, certain = chosen(line.words, line.second, line.third)
    readings: tuple[str, ...] = ()
    if not certain or is_stamped(image, line.box):
        readings = tidied(line.text), tidied(line.second)
    scale = _POINTS / image.dpi
    own = _height(line.box) * scale
    size = usual if 0.6 * usual <= own <= 1.5 * usual else own
    line = with_text(line, text)
    base = median(word.baseline for word in line.words) * scale
    for index, seen in enumerate(line.words):
        if seen.text:
            yield Word(
                text=seen.text,
                x0=seen.left * scale,
                x1=seen.right * scale,
                top=base - _ASCENT * size,
                bottom=base + _DESCENT * size,
                size=size,
                bold=False,
                readings=readings if index == 0 else (),
            )


def _word(seen: Seen, line: ReadLine, *, scale: float) -> Word:
    top, bottom = line.box[1] * scale, line.box[3] * scale
    return Word(
        text=seen.text,
        x0=seen.left * scale,
        x1=seen.right * scale,
        top=top,
        bottom=bottom,
        size=bottom - top,
        bold=False,
    )


def _type_size(lines: Sequence[ReadLine]) -> float:
    heights = [_height(line.box) for line in lines if len(line.words) > 3]
    heights = heights or [_height(line.box) for line in lines]
    return float(median(heights)) if heights else 12.0


def _height(box: Box) -> int:
    return box[3] - box[1]


def _is_dirt(line: ReadLine, *, stamped: bool) -> bool:
    """Ink that neither reader takes for letters, a stroke of a stamp, or a lone blot."""
    letters = sum(char.isalnum() for char in line.text)
    first = max((word.confidence for word in line.words if word.text), default=0.0)
    if letters <= _FEW_LETTERS:
        sure = first >= _SURE_FIRST and line.second_confidence >= _SURE_SECOND
        if stamped or (line.missed and not (sure and line.text == line.second)):
            return True
    if not letters and not any(char.isalnum() for char in line.second):
        return True
    return first < _SURE_FIRST and line.second_confidence < _SURE_SECOND
