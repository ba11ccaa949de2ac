"""Word documents (.docx): the body in order, walked over its own XML."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from ingest.errors import OversizedFile, ScannedFile
from ingest.extraction.secrecy import refuse_marked
from ingest.model import Block, Cell, Content, Paragraph, Table
from ingest.readers.grid import Span, fill
from ingest.readers.legacy_text import conversion_note
from ingest.readers.limits import Limits
from ingest.readers.package import Package
from ingest.readers.tally import Tally
from ingest.readers.word_fonts import LegacyFonts
from ingest.readers.word_numbering import Numbering
from ingest.readers.word_styles import Styles, w
from ingest.readers.word_tables import Layout, layout
from ingest.readers.word_text import ParagraphText, TextReader, chosen

_WRAPPERS = {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo"), w("smartTag")}
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_EMBEDDED = {w("altChunk"), w("subDoc")}
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
# Separator lines between text and notes are stored as notes of these types.
_CORE = "docProps/core.xml"
_CORE_NAMES = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_DRAFT_STATUSES = frozenset({"dự thảo", "draft"})
_NOTE_FURNITURE = {"separator", "continuationSeparator", "continuationNotice"}


def read_word(path: Path, *, limits: Limits) -> Content:
    """Read a .docx package.

    Headers, footers, comments, deleted and hidden text are no content; what was left out is told
    in ``problems``. No pages: Word decides them only when it prints.

    Raises:
        ReadingError: One of its classes, see :class:`ingest.readers.package.Package`.
    """
    with Package(path, limits) as package:
        main = next(iter(package.related("", "officeDocument")), "word/document.xml")
        root = package.xml(main)
        body = None if root is None else root.find(w("body"))
        if body is None:
            raise package.broken()

        def part(kind: str) -> etree._Element | None:
            names = package.related(main, kind)
            return package.xml(names[0]) if names else None

        tally = Tally()
        comments = part("comments")
        if comments is not None:
            tally.add("comments_skipped", len(comments.findall(w("comment"))))
        styles = Styles(part("styles"))
        margins = [
            package.xml(name)
            for kind in ("header", "footer")
            for name in package.related(main, kind)
        ]
        noted = {kind: part(f"{kind}s") for kind in ("footnote", "endnote")}
        fonts = LegacyFonts(styles, (body, *noted.values(), *margins), path.name)
        for encoding in fonts.converted:
            tally.say("legacy_encoding", conversion_note(encoding))
        _refuse_marked_margins(
            margins, TextReader(styles, Numbering(None, styles), Tally(), fonts=fonts), path
        )
        if _says_draft(package):
            tally.say(
                "draft",
                f"Tệp {path.name} tự ghi trong thuộc tính là dự thảo, chưa được duyệt; hãy nạp bản "
                "đã ban hành trước khi dùng số liệu của tệp.",
            )
        reader = TextReader(styles, Numbering(part("numbering"), styles), tally, fonts=fonts)
        notes = {kind: _notes(root, kind) for kind, root in noted.items()}
        walk = _Walk(reader, notes, tally, limits.cells, path.name)
        blocks = tuple(walk.blocks(body))
    if not blocks and tally.count("image_skipped"):
        raise ScannedFile(
            f"Tệp {path.name} chỉ chứa hình chụp trang giấy mà chưa có nhận dạng chữ (OCR); "
            "hãy nạp bản gốc có chữ hoặc chạy OCR trước."
        )
    return Content(blocks=blocks, problems=tally.problems())


def _says_draft(package: Package) -> bool:
    """Whether the file's own status is that of a draft, as drafts of this program say too."""
    core = package.xml(_CORE)
    status = None if core is None else core.findtext(f"{_CORE_NAMES}contentStatus")
    return (status or "").strip().casefold() in _DRAFT_STATUSES


def _refuse_marked_margins(
    margins: list[etree._Element | None], reader: TextReader, path: Path
) -> None:
    """Margins are no content, but a stamp of secrecy in one counts (as text or as watermark)."""
    lines: list[str] = []
    for margin in margins:
        if margin is not None:
            lines.extend(reader.read(paragraph).text for paragraph in margin.iter(w("p")))
            lines.extend(shape.get("string", "") for shape in margin.iter(_WATERMARK))
    refuse_marked(lines, name=path.name)


def _notes(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    return {
        note.get(w("id"), ""): note
        for note in ([] if root is None else root.findall(w(kind)))
        if note.get(w("type")) not in _NOTE_FURNITURE
    }


class _Walk:
    """One pass over the body; numbers tables and list items as it goes."""

    def __init__(
        self,
        reader: TextReader,
        notes: dict[str, dict[str, etree._Element]],
        tally: Tally,
        cell_limit: int,
        name: str,
    ) -> None:
        self._reader = reader
        self._notes = notes
        self._tally = tally
        self._cells_left = cell_limit
        self._name = name
        self._tables = 0

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """Paragraphs and tables below ``parent``, foot notes and text boxes after their anchor."""
        for child in self._items(parent):
            if child.tag == w("p"):
                read = self._reader.read(child)
                if read.text:
                    yield Paragraph(
                        text=read.label + read.text,
                        heading_level=read.heading_level,
                        list_item=read.list_item,
                        bold=read.bold,
                    )
                yield from self._attached([read])
            else:
                frame = _framed(child)
                if frame is not None:
                    yield from self.blocks(frame)
                else:
                    yield from self._table(child)

    def _items(self, parent: etree._Element) -> Iterator[etree._Element]:
        """Paragraphs and tables in order, content controls opened."""
        for child in parent:
            if child.tag in (w("p"), w("tbl")):
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._items(child)
            elif child.tag == _ALTERNATIVE:
                yield from self._items(chosen(child))
            elif child.tag in _EMBEDDED:
                self._tally.add("embedded_skipped")

    def _table(self, table: etree._Element) -> Iterator[Block]:
        found = layout(table, self._tally)
        self._claim(found)
        self._tables += 1
        number = self._tables
        spans: list[Span] = []
        read: list[ParagraphText] = []
        for place in found.places:
            paragraphs = list(self._cell(place.element))
            read.extend(paragraphs)
            spans.append(
                Span(place.row, place.column, place.height, place.width, _cell_of(paragraphs))
            )
        rows = fill(spans, height=found.height, width=found.width)
        if any(cell.text for row in rows for cell in row):
            yield Table(
                number=number,
                rows=rows,
                row_pages=(None,) * found.height,
                header_rows=found.header_rows,
            )
        else:
            self._tables -= 1
        yield from self._attached(read)

    def _claim(self, found: Layout) -> None:
        self._cells_left -= found.height * found.width
        if self._cells_left < 0:
            raise OversizedFile(
                f"Tệp {self._name} có bảng quá lớn; hãy chia tệp thành các phần nhỏ hơn."
            )

    def _cell(self, cell: etree._Element) -> Iterator[ParagraphText]:
        """Paragraphs of a cell; a table inside it becomes lines of tab-separated cells."""
        for child in self._items(cell):
            if child.tag == w("p"):
                yield self._reader.read(child)
                continue
            self._tally.add("nested_table")
            inner = layout(child, self._tally)
            self._claim(inner)
            lines: dict[int, list[ParagraphText]] = {}
            for place in inner.places:
                paragraphs = list(self._cell(place.element))
                text = " ".join(item.label + item.text for item in paragraphs).strip()
                notes = [note for item in paragraphs for note in item.notes]
                boxes = [box for item in paragraphs for box in item.boxes]
                lines.setdefault(place.row, []).append(
                    ParagraphText(text=text, notes=notes, boxes=boxes)
                )
            for line in lines.values():
                yield ParagraphText(
                    text="\t".join(item.text for item in line).strip(),
                    notes=[note for item in line for note in item.notes],
                    boxes=[box for item in line for box in item.boxes],
                )

    def _attached(self, read: list[ParagraphText]) -> Iterator[Block]:
        """Notes and text boxes anchored in what was just read."""
        for paragraph in read:
            for kind, note_id in paragraph.notes:
                note = self._notes[kind].pop(note_id, None)
                for block in [] if note is None else self.blocks(note):
                    yield _boxed(block, "footnote")
            for box in paragraph.boxes:
                for block in self.blocks(box):
                    yield _boxed(block, "textbox")


def _boxed(block: Block, box: str) -> Block:
    if isinstance(block, Table) or block.box != "body":
        return block
    return Paragraph(
        text=block.text,
        heading_level=block.heading_level,
        list_item=block.list_item,
        bold=block.bold,
        box="footnote" if box == "footnote" else "textbox",
    )


def _cell_of(paragraphs: list[ParagraphText]) -> Cell:
    """A cell with an automatic number alone shows that number: STT columns are made so."""
    shown = [item for item in paragraphs if item.text or item.label.strip(" -")]
    lines = [(item.label + item.text).strip() for item in shown]
    worded = [item for item in shown if item.text]
    return Cell(
        text=unicodedata.normalize("NFC", "\n".join(lines)),
        bold=bool(worded) and all(item.bold for item in worded),
    )


def _framed(table: etree._Element) -> etree._Element | None:
    """The cell of a one-cell table around another table: a frame, not a table."""
    cells = [cell for cell in table.iter(w("tc")) if _owner(cell) is table]
    if len(cells) == 1 and next(cells[0].iter(w("tbl")), None) is not None:
        return cells[0]
    return None


def _owner(cell: etree._Element) -> etree._Element | None:
    return next((parent for parent in cell.iterancestors() if parent.tag == w("tbl")), None)
