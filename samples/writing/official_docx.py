"""The official form of Nghị định 30/2020/NĐ-CP, Phụ lục I, as python-docx paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Length, Mm, Pt
from docx.table import _Cell

from samples.facts.identity import ISSUER, PARENT, PROVINCE, Identity
from samples.writing.packages import write_package

FONT = "Times New Roman"
BODY = 14
_LEFT, _CENTRE, _JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_TEXT_WIDTH = Mm(162)


class OfficialDocument:
    """One .docx in official form, written from top to bottom."""

    def __init__(self, identity: Identity, title: str) -> None:
        self.identity = identity
        self.docx = Document()
        style = self.docx.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(BODY)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for face in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(face), FONT)
        style.paragraph_format.space_after = Pt(0)
        properties = self.docx.core_properties
        properties.title, properties.author = title, ISSUER
        properties.last_modified_by, properties.comments = ISSUER, ""
        properties.language, properties.revision = "vi-VN", 1
        properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
        _lay_out(self.docx.sections[0])

    # -- blocks -------------------------------------------------------------------------------

    def letterhead(self) -> None:
        """Issuer and number on the left, quốc hiệu, tiêu ngữ, place and date on the right."""
        left, right = self._columns(Mm(62), Mm(100))
        _line(left, PARENT.upper(), size=12)
        _line(left, ISSUER.upper(), size=12, bold=True)
        _rule(left, Mm(22))
        _line(left, f"Số: {self.identity.number}", size=13, before=6)
        _line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
        _line(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True)
        _rule(right, Mm(58))
        _line(right, f"{PROVINCE}, {self.identity.dated}", size=13, italic=True, before=6)
        _drop_first_line(left, right)

    def title(self, kind: str, subject: str, origin: str = "") -> None:
        """Type of document, its subject with the rule below, and where it was issued with."""
        _line(self.docx, kind, size=BODY, bold=True, before=12)
        for line in subject.split("\n"):
            _line(self.docx, line, size=BODY, bold=True)
        if origin:
            _line(self.docx, origin, size=BODY, italic=True)
        _rule(self.docx, Mm(58))

    def centred(self, text: str, *, before: int = 12) -> None:
        """A bold centred line."""
        _line(self.docx, text, size=BODY, bold=True, before=before)

    def addressee(self, text: str) -> None:
        """``Kính gửi: …``, which reports sent upwards need."""
        _line(self.docx, text, size=BODY, before=10)

    def paragraph(
        self, text: str, *, bold: bool = False, italic: bool = False, lead_in: str = ""
    ) -> None:
        """A justified paragraph with indented first line; ``lead_in`` is printed bold before it."""
        paragraph = self.docx.add_paragraph()
        paragraph.alignment = _JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
        paragraph.paragraph_format.space_before = Pt(6)
        if lead_in:
            paragraph.add_run(lead_in).bold = True
        run = paragraph.add_run(text)
        run.bold, run.italic = bold, italic
        if bold:
            paragraph.paragraph_format.keep_with_next = True

    def signature(self, recipients: Sequence[str], title: str) -> None:
        """Nơi nhận on the left, the signer's title on the right; the name stays blank."""
        self.docx.add_paragraph().paragraph_format.space_after = Pt(2)
        left, right = self._columns(Mm(85), Mm(77))
        _line(left, "Nơi nhận:", size=12, bold=True, italic=True, align=_LEFT)
        for recipient in recipients:
            _line(left, recipient, size=11, align=_LEFT)
        _line(right, title.upper(), size=BODY, bold=True)
        for _ in range(4):
            _line(right, "", size=BODY)
        _drop_first_line(left, right)

    def annex_section(self) -> None:
        """Begin a new page whose numbers start again at 1, as enclosed documents do."""
        section = self.docx.add_section(WD_SECTION.NEW_PAGE)
        _lay_out(section)
        numbering = OxmlElement("w:pgNumType")
        numbering.set(qn("w:start"), "1")
        section._sectPr.insert_element_before(numbering, "w:cols", "w:titlePg", "w:docGrid")

    def annex(self, name: str, title: str, origin: str) -> None:
        """A new section with the annex's three heading lines."""
        self.annex_section()
        self.annex_heading(name, title, origin)

    def annex_heading(self, name: str, title: str, origin: str) -> None:
        """``Phụ lục``, its title in capitals, and the document it belongs to."""
        _line(self.docx, name, size=BODY, bold=True)
        for line in title.split("\n"):
            _line(self.docx, line, size=BODY, bold=True)
        _line(self.docx, origin, size=BODY, italic=True)
        self.docx.paragraphs[-1].paragraph_format.space_after = Pt(8)

    # -- output -------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Write the file; two builds give the same bytes."""
        buffer = BytesIO()
        self.docx.save(buffer)
        write_package(buffer.getvalue(), path, day=self.identity.day)

    def _columns(self, left: Length, right: Length) -> tuple[_Cell, _Cell]:
        table = self.docx.add_table(rows=1, cols=2)
        table.autofit = False
        for column, width in zip(table.columns, (left, right), strict=True):
            column.width = column.cells[0].width = width
        return table.cell(0, 0), table.cell(0, 1)


def _drop_first_line(*cells: _Cell) -> None:
    """Remove the empty paragraph that a new cell starts with, once the cell has others."""
    for cell in cells:
        first = cell.paragraphs[0]._p
        first.getparent().remove(first)


def _lay_out(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    header = section.header.paragraphs[0]
    header.alignment = _CENTRE
    for text, kind in (("", "begin"), (" PAGE ", ""), ("", "end")):
        run = header.add_run()
        run.font.size = Pt(13)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _line(
    holder: WordDocument | _Cell,
    text: str,
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    before: int = 0,
    align: WD_ALIGN_PARAGRAPH = _CENTRE,
) -> None:
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


def _rule(holder: WordDocument | _Cell, width: Length) -> None:
    """A solid line of the given width, drawn as the lower border of an empty paragraph."""
    paragraph = holder.add_paragraph()
    available = holder.width if isinstance(holder, _Cell) else _TEXT_WIDTH
    margin = (available - width) // 2
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = margin
    form.line_spacing = Pt(3)
    run = paragraph.add_run()
    run.font.size = Pt(2)
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")
