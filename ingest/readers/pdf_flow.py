"""Reading order of the text outside tables: columns one after the other, lines into paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.model import Paragraph
from ingest.readers.pdf_words import Line, Word, joined_readings, rows_of, split_row
from ingest.readers.wraps import join_codes

_SENTENCE_END = (".", ";", ":", "!", "?", "…", ".”", '."', ".)", "./.")
_NUMBERED_NEXT = re.compile(
    r"(?:ngày|tháng|năm|quý|số|điều|khoản|điểm|mục|phụ lục|kỳ|lần|tuần|từ|đến|và|trên|là|đạt)$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?:Điều|Chương|Phần|Mục|Phụ lục|PHỤ LỤC|CHƯƠNG|PHẦN|MỤC)\s+[\dIVXLC]+(?:[.:]|$)"
)
_TOLERANCE = 3.0
_INDENT = 9.0
_OFF_CENTRE = 12.0
_ENOUGH_LINES = 5
_NEW_PARAGRAPH_PITCH = 1.25


@dataclass(frozen=True, slots=True)
class Page:
    """What the paragraphs of a page are judged by. ``left``/``right`` are the text margins."""

    number: int
    left: float
    right: float
    pitch: float
    indented: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that belong together. ``left``/``right`` bound a column, ``None`` the page's margin.

    ``is_column`` tells a column beside another one from text over the whole width.
    """

    lines: tuple[Line, ...]
    is_column: bool = False
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph with the place of its first and last line."""

    paragraph: Paragraph
    top: float
    bottom: float
    ends_full: bool
    starts_flush: bool


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right end of the text on pages of one width."""

    left: float
    right: float


def margins_of(lines: list[Line], width: float) -> Margins | None:
    """The margins as the running text of one page shows them; ``None`` with too little of it."""
    long_lines = _long(lines, width)
    if len(long_lines) < _ENOUGH_LINES:
        return None
    return Margins(min(line.x0 for line in long_lines), max(line.x1 for line in long_lines))


def page_shape(number: int, lines: list[Line], width: float, usual: Margins | None) -> Page:
    """Margins, line pitch and habits of one page; ``usual`` margins where it has little text."""
    long_lines = _long(lines, width)
    basis = long_lines or lines
    own = margins_of(lines, width) or usual
    steps = [
        lower.top - upper.top
        for upper, lower in pairwise(basis)
        if 0 < lower.top - upper.top < 3 * upper.size
    ]
    left = own.left if own else min((line.x0 for line in basis), default=0.0)
    right = own.right if own else max((line.x1 for line in basis), default=width)
    firsts = [line for line in long_lines if left + _INDENT < line.x0 < left + 80]
    return Page(
        number=number,
        left=left,
        right=right,
        pitch=median(steps) if steps else 0.0,
        indented=len(firsts) >= 2 and len(firsts) * 8 >= len(long_lines),
    )


def _long(lines: list[Line], width: float) -> list[Line]:
    return [line for line in lines if line.x1 - line.x0 > width * 0.4]


def ordered_flows(words: list[Word]) -> list[Flow]:
    """Lines in reading order, grouped into flows that paragraphs never cross.

    Rows with a gutter, and the rows below that keep to one side of it, form columns, the left
    one first. Everything else flows over the whole width.
    """
    flows: list[Flow] = []
    plain: list[Line] = []
    band: list[list[Line]] = []

    def close() -> None:
        if plain:
            flows.append(Flow(tuple(plain)))
        flows.extend(_columns(band))
        plain.clear()
        band.clear()

    for row in rows_of(words):
        lines = split_row(row)
        if band and _fits(band, lines) and (len(lines) > 1 or _near(band, lines)):
            _put(band, lines)
        elif len(lines) > 1:
            close()
            _put(band, lines)
        else:
            if band:
                close()
            plain.extend(lines)
    close()
    return flows


def _columns(band: list[list[Line]]) -> list[Flow]:
    """The columns of a band, each reaching to the text of its neighbours."""
    extents = [_extent(lines) for lines in band]
    found: list[Flow] = []
    for index, lines in enumerate(band):
        left = extents[index - 1][1] if index else None
        right = extents[index + 1][0] if index + 1 < len(band) else None
        found.append(Flow(tuple(lines), is_column=True, left=left, right=right))
    return found


def _put(band: list[list[Line]], lines: list[Line]) -> None:
    for line in lines:
        column = _column(band, line)
        if column is None:
            band.append([line])
            band.sort(key=lambda flow: min(item.x0 for item in flow))
        else:
            band[column].append(line)


def _extent(flow: list[Line]) -> tuple[float, float]:
    return min(line.x0 for line in flow), max(line.x1 for line in flow)


def _column(band: list[list[Line]], line: Line) -> int | None:
    """The column whose extent this line overlaps."""
    for index, flow in enumerate(band):
        left, right = _extent(flow)
        if line.x0 < right and line.x1 > left:
            return index
    return None


def _fits(band: list[list[Line]], lines: list[Line]) -> bool:
    """No line of the row touches two columns."""
    for line in lines:
        touched = [
            flow for flow in band if line.x0 < _extent(flow)[1] and line.x1 > _extent(flow)[0]
        ]
        if len(touched) > 1:
            return False
    columns = [_column(band, line) for line in lines]
    known = [column for column in columns if column is not None]
    # A lonely line must be set like the column: a centred title touches one by accident.
    if len(lines) == 1:
        return bool(known) and _inside(band[known[0]], lines[0])
    return len(known) == len(set(known)) and bool(known)


def _inside(flow: list[Line], line: Line) -> bool:
    """Whether a lonely line is set like the column: flush with it, or centred on it."""
    left, right = _extent(flow)
    flush = abs(line.x0 - left) <= _TOLERANCE
    return flush or abs((line.x0 + line.x1) - (left + right)) / 2 <= _OFF_CENTRE


def _near(band: list[list[Line]], lines: list[Line]) -> bool:
    bottom = max(line.bottom for flow in band for line in flow)
    return lines[0].top - bottom < 8 * lines[0].size


def paragraphs(flow: Flow, page: Page) -> list[Placed]:
    """Join the wrapped lines of one flow.

    A line ends its paragraph where the next word would still have fitted behind it.
    """
    shape = page
    if flow.is_column:
        left = page.left if flow.left is None else flow.left
        right = page.right if flow.right is None else flow.right
        shape = Page(page.number, left, right, page.pitch, indented=False)
    groups: list[list[Line]] = []
    for line in flow.lines:
        if groups and _continues(groups[-1], line, shape, is_column=flow.is_column):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_placed(group, shape) for group in groups]


def is_full(line: Line, follower: Line, shape: Page) -> bool:
    """Whether the first word of ``follower`` would not have fitted at the end of ``line``."""
    first = follower.items[0]
    return line.x1 + 0.2 * line.size + (first.x1 - first.x0) > shape.right - _TOLERANCE


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends in a mark that closes a sentence or a list item."""
    return text.rstrip().endswith(_SENTENCE_END)


def _continues(group: list[Line], line: Line, shape: Page, *, is_column: bool) -> bool:
    last = group[-1]
    if abs(line.size - last.size) > 0.1 * last.size or line.top < last.top:
        return False
    if _HEADING.match(line.text):
        return False
    if line.starts_with_label and not _cut_before_number(last, line):
        return False
    step = line.top - last.top
    if shape.pitch and step > _NEW_PARAGRAPH_PITCH * shape.pitch and step > 1.3 * last.size:
        return False
    if line.bold != last.bold and (last.bold or all(item.bold for item in group)):
        return False
    if is_column and abs(line.x0 - last.x0) <= _TOLERANCE:
        return is_full(last, line, shape) and not ends_sentence(last.text)
    if is_column or _centred(last, shape) or _centred(line, shape):
        return _continues_centred(last, line, shape)
    if not is_full(last, line, shape):
        return False
    if line.x0 > shape.left + _INDENT and not _hangs(group, line):
        return False
    return not (ends_sentence(last.text) and not shape.indented and line.items[0].text[0].isupper())


def _hangs(group: list[Line], line: Line) -> bool:
    """A hanging list item: its later lines stand right of, or under, its first."""
    first = group[0]
    if len(group) > 1:
        return abs(line.x0 - group[-1].x0) <= _TOLERANCE
    if not first.starts_with_label:
        return False
    text_starts = first.items[1].x0 if len(first.items) > 1 else first.x1
    return line.x0 <= text_starts + _TOLERANCE


def _cut_before_number(last: Line, line: Line) -> bool:
    """The number goes on a sentence: a line ends in "ngày", the next begins with "15."."""
    return line.items[0].text[0].isdigit() and bool(_NUMBERED_NEXT.search(last.text))


def _centred(line: Line, shape: Page) -> bool:
    left, right = line.x0 - shape.left, shape.right - line.x1
    return left > 2 * _INDENT and right > 2 * _INDENT and abs(left - right) < 2 * _INDENT


def _continues_centred(last: Line, line: Line, shape: Page) -> bool:
    """Title and letterhead lines belong together only where the second clearly goes on."""
    if ends_sentence(last.text) or line.text.isupper() != last.text.isupper():
        return False
    first = line.items[0].text
    if first[0].islower() or first[0].isdigit():
        return line.bold == last.bold
    centre = (last.x0 + last.x1) / 2
    room = 2 * min(centre - shape.left, shape.right - centre)
    first_width = line.items[0].x1 - line.items[0].x0
    return last.x1 - last.x0 + 0.2 * last.size + first_width > room - _TOLERANCE


def _placed(group: list[Line], shape: Page) -> Placed:
    text = join_codes(" ".join(line.text for line in group))
    unsure = [word.readings for line in group for word in line.items if word.readings]
    return Placed(
        paragraph=Paragraph(
            text=text,
            page=shape.number,
            list_item=group[0].starts_with_label and group[0].text[0] in "-+•*–●▪",
            bold=all(line.bold for line in group),
            doubtful=bool(unsure),
            readings=joined_readings(unsure),
        ),
        top=group[0].top,
        bottom=group[-1].bottom,
        ends_full=shape.right - group[-1].x1 < 4 * group[-1].size,
        starts_flush=group[0].x0 <= shape.left + _INDENT,
    )
