"""Plain text and Markdown, as typed or as other programs leave it behind.

Five table styles are met in the field: rows of tab-separated cells; one cell a line with a
leading tab (a Word table saved as text), rows parted by blank lines; Markdown pipes; cells parted
by bars alone (:mod:`ingest.readers.text_bars`); HTML (:mod:`ingest.readers.text_html`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ingest.errors import BrokenFile, EmptyFile
from ingest.model import Block, Cell, Content, Paragraph, Problem, Table
from ingest.readers.legacy_text import CODE, conversion_note
from ingest.readers.text_bars import bar_rows, cells_of, even_rows
from ingest.readers.text_html import html_table
from ingest.readers.text_lines import Placed, unwrapped
from ingest.text.legacy import convert, detect
from ingest.text.markup import emphasis_pieces, without_residue

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BULLET = re.compile(r"^\s*[-+*•–]\s+")
_ORDERED = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ][.)])\s+", re.IGNORECASE)
_PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_PIPE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$")
# A section row saved without the empty cells after its title.
_SECTION_ROW = re.compile(r"\s*(?:[IVXLC]+|[A-ZĐ]|\d{1,2})[.)]?\t[^\t]*\w[^\t]*$")
# A line that opens with the number of a row in a cell of its own.
_ROW_OPENS = re.compile(r"\s*(?:[IVXLC]+|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)[.)]?\t")
# Typographic signs that Windows puts on codes where Latin-1 has none.
_WINDOWS = {
    code: bytes([code]).decode("cp1252", errors="ignore") or None for code in range(0x80, 0xA0)
}
_NOT_IN_CELL = re.compile(
    r"^\s*(?:#{1,6}\s|\*{0,2}(?:PHỤ LỤC|Phụ lục|KẾ HOẠCH|BÁO CÁO|QUYẾT ĐỊNH|CHỈ THỊ|Nơi nhận)\b)"
)


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


def decode(raw: bytes, *, name: str) -> str:
    """The text of a file: BOM, else UTF-8, else the codes of TCVN3 or VNI, not converted yet.

    Raises:
        BrokenFile: The bytes are none of these, or no text at all.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError as error:
                raise BrokenFile(
                    f"Tệp {name} không đúng bảng mã {encoding}; hãy lưu lại bằng UTF-8."
                ) from error
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = raw.decode("latin-1").translate(_WINDOWS)
        if detect(text) is None:
            raise BrokenFile(
                f"Tệp {name} không dùng bảng mã Unicode và không nhận ra được là TCVN3 hay VNI; "
                "hãy chuyển sang Unicode (UTF-8) rồi nạp lại."
            ) from error
    if "\x00" in text:
        raise BrokenFile(f"Tệp {name} là tệp nhị phân, không phải văn bản; hãy nạp đúng tệp gốc.")
    return text


def parse(text: str) -> tuple[Block, ...]:
    """Paragraphs and tables of ``text`` in order."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
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
        for read in (_tab_rows, _cell_lines, _pipe_rows, bar_rows, even_rows):
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
                    placed.append(Placed(index, paragraph))
            index += 1
    return tuple(_joined(placed))


def _joined(placed: list[Placed | Table]) -> Iterator[Block]:
    """Tables where they are; between them the paragraphs, put together where lines were broken."""
    for is_table, group in groupby(placed, key=lambda one: isinstance(one, Table)):
        if is_table:
            yield from (one for one in group if isinstance(one, Table))
        else:
            yield from unwrapped([one for one in group if isinstance(one, Placed)])


_Rows = list[list[str]]
_Found = tuple[_Rows, list[int], int]


def _tab_rows(lines: list[str], start: int) -> _Found | None:
    """Rows of tab-separated cells from ``start``, over blank lines (page breaks)."""
    if lines[start].count("\t") < 2:
        return None
    rows: _Rows = []
    breaks: list[int] = []
    index = start
    width = lines[start].count("\t") + 1
    while index < len(lines):
        line = lines[index]
        broken = _broken_row(lines, index, width=width)
        if broken is not None:
            row, index = broken
            rows.append(row)
        elif not line.strip(" "):
            follow = _next_filled(lines, index)
            if follow is None or lines[follow].count("\t") + 1 != width:
                break
            breaks.append(len(rows))
            index = follow
        elif line.count("\t") + 1 == width:
            rows.append(line.split("\t"))
            index += 1
        elif "\t" in line and line.count("\t") >= 2:
            width = max(width, line.count("\t") + 1)
            rows.append(line.split("\t"))
            index += 1
        elif _SECTION_ROW.match(line) and _rows_follow(lines, index + 1):
            rows.append(line.split("\t"))
            index += 1
        elif "\t" not in line and rows and not _NOT_IN_CELL.match(line):
            rows[-1][-1] += "\n" + line
            index += 1
        else:
            break
    return rows, breaks, index


_MOST_BREAKS = 12


def _broken_row(lines: list[str], start: int, *, width: int) -> tuple[list[str], int] | None:
    """A row whose cells hold line breaks, and the line after it.

    Together its lines have exactly the tabs of a row; no line among them could be a row itself.
    """
    tabs = width - 1
    first = lines[start].count("\t")
    if tabs < 2 or not 1 <= first < tabs or lines[start].startswith("\t\t"):
        return None
    total = first
    for index in range(start + 1, min(start + _MOST_BREAKS, len(lines))):
        line = lines[index]
        count = line.count("\t")
        if not line.strip() or count >= tabs or line.startswith("\t") or _NOT_IN_CELL.match(line):
            return None
        if _ROW_OPENS.match(line):
            return None
        total += count
        if total > tabs:
            return None
        if total == tabs:
            cells = "\n".join(lines[start : index + 1]).split("\t")
            return cells, index + 1
    return None


def _rows_follow(lines: list[str], index: int) -> bool:
    """Whether the next line that holds anything is a row of several cells."""
    follow = _next_filled(lines, index)
    return follow is not None and lines[follow].count("\t") >= 2


def _next_filled(lines: list[str], index: int) -> int | None:
    for position in range(index, min(index + 6, len(lines))):
        if lines[position].strip(" "):
            return position
    return None


def _cell_lines(lines: list[str], start: int) -> _Found | None:
    """Rows written one cell a line with a leading tab, rows parted by blank lines."""
    if not _opens_cell(lines[start]):
        return None
    groups, ends = _cell_groups(lines, start)
    groups = [row for group in groups for row in _by_labels(group) or [group]]
    sizes = Counter(len(group) for group in groups)
    width = max(sizes, default=0)
    if width < 3:
        return None
    usual = max((size for size in sizes if size >= 3), key=lambda size: (sizes[size], size))
    first = next(i for i, group in enumerate(groups) if len(group) >= 3)
    if first > 0:  # a letterhead stands before the table: its lines are read as paragraphs
        return None
    rows: _Rows = []
    for group in groups:
        if len(group) > usual and len(group) % usual == 0:
            rows.extend(group[i : i + usual] for i in range(0, len(group), usual))
        else:
            rows.append(group)
    return rows, [], ends[-1]


_ROW_LABEL = re.compile(r"[IVX]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*[.)]?")
_SECTION_LABEL = re.compile(r"[IVX]{1,5}|[A-HĐ]")
_LEAST_RUN = 9


def _by_labels(cells: list[str]) -> _Rows | None:
    """The rows of a run of cells without blank lines, told by the numbers that open them.

    The header has as many cells as stand before the first number; ``None`` where that fits not.
    """
    if len(cells) < _LEAST_RUN:
        return None
    width = next((i for i, cell in enumerate(cells) if _ROW_LABEL.fullmatch(cell.strip())), 0)
    if width < 3:
        return None
    rows = [cells[:width]]
    index = width
    while index < len(cells):
        label = cells[index].strip()
        if not _ROW_LABEL.fullmatch(label):
            return None
        below = cells[index + 2].strip() if index + 2 < len(cells) else ""
        titled = bool(_SECTION_LABEL.fullmatch(label) and _ROW_LABEL.fullmatch(below))
        rows.append(cells[index : index + (2 if titled else width)])
        index += 2 if titled else width
    return rows


def _opens_cell(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line[1:].rstrip("\t ")


def _cell_groups(lines: list[str], start: int) -> tuple[_Rows, list[int]]:
    groups: _Rows = []
    ends: list[int] = []
    group: list[str] = []
    widest = 0
    index = start
    while index < len(lines):
        line = lines[index]
        if _opens_cell(line):
            group.append(line[1:])
        elif not line.strip():
            if group:
                groups.append(group)
                widest = max(widest, len(group))
                ends.append(index)
                group = []
        elif group and not (
            _NOT_IN_CELL.match(line) or (len(group) < 3 <= widest and line.strip().isupper())
        ):
            group[-1] += "\n" + line
        else:
            break
        index += 1
    if group:
        groups.append(group)
        ends.append(index)
    return groups, ends


def _pipe_rows(lines: list[str], start: int) -> _Found | None:
    """A Markdown table: pipe rows with a rule below the first."""
    if not _PIPE_ROW.match(lines[start]):
        return None
    if start + 1 >= len(lines) or not _PIPE_RULE.match(lines[start + 1]):
        return None
    rows: _Rows = []
    breaks: list[int] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if _PIPE_RULE.match(line):
            index += 1
        elif _PIPE_ROW.match(line):
            rows.append(_pipe_cells(line))
            index += 1
        elif not line.strip():
            follow = _next_filled(lines, index)
            width = len(rows[0])
            if follow is None or not _PIPE_ROW.match(lines[follow]):
                break
            if len(_pipe_cells(lines[follow])) != width:
                break
            breaks.append(len(rows))
            index = follow
        else:
            break
    return rows, breaks, index


def _pipe_cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner.removesuffix("|") if not inner.endswith("\\|") else inner
    cells = re.split(r"(?<!\\)\|", inner)
    return [cell.replace("\\|", "|").strip() for cell in cells]


def _table(rows: _Rows, *, number: int, breaks: list[int]) -> Table:
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
