"""A .docx to write on: page, styles, lines, rules and cells as the decree wants them."""

from __future__ import annotations

from typing import Any, Literal

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Length, Mm, Pt, RGBColor
from docx.table import _Cell

FONT = "Times New Roman"
BODY = 14.0
TABLE_TEXT, TABLE_SIZE = "Annex Table", 12.0
TEXT_WIDTH = Mm(162)
"""Width between the margins of an upright page."""
LANDSCAPE_WIDTH = Mm(252)
_BLACK = RGBColor(0, 0, 0)
_HEADINGS = 4
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")

Align = Literal["left", "center", "both"]
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def new_document() -> WordDocument:
    """An empty document whose styles are those of official text."""
    document = Document()
    for name in ("Normal", "Header", "Footer", "Title", "Subtitle", "Body Text"):
        _lettering(document.styles[name])
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")  # or every word would be marked as misspelt
    normal = document.styles["Normal"].paragraph_format
    normal.space_before = normal.space_after = Pt(0)
    normal.line_spacing = 1.0
    for level in range(1, _HEADINGS + 1):
        style = document.styles[f"Heading {level}"]
        _lettering(style, bold=level <= 3, italic=level == 4)
        _flowing(style.paragraph_format)
        style.paragraph_format.keep_with_next = True
    table = document.styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    table.base_style = document.styles["Normal"]
    table.font.size = Pt(TABLE_SIZE)
    table.paragraph_format.space_before = table.paragraph_format.space_after = Pt(2)
    body = document.styles["Body Text"].paragraph_format
    _flowing(body)
    body.widow_control = True
    return document


def _lettering(style: Any, *, bold: bool = False, italic: bool = False) -> None:  # noqa: ANN401
    style.font.name, style.font.size = FONT, Pt(BODY)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = _BLACK
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]  # theme fonts would win over the named one
    for face in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(face), FONT)
    for name in ("w:spacing", "w:kern"):
        for element in properties.findall(qn(name)):
            properties.remove(element)
    paragraph = style.element.find(qn("w:pPr"))
    borders = None if paragraph is None else paragraph.find(qn("w:pBdr"))
    if paragraph is not None and borders is not None:
        paragraph.remove(borders)


def _flowing(form: Any) -> None:  # noqa: ANN401 - python-docx is not typed
    """Justified, first line indented, 6 pt above, as the decree wants text to stand."""
    form.alignment = _ALIGN["both"]
    form.first_line_indent = Cm(1.27)
    form.space_before, form.space_after = Pt(6), Pt(0)
    form.line_spacing = 1.1


def lay_out(section: Section, *, mark: str | None, landscape: bool = False) -> None:
    """A4, margins, and headers: the page number from the second page on, and ``mark`` on all."""
    short, long = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin = Mm(25) if landscape else Mm(30)
    section.right_margin = Mm(20) if landscape else Mm(18)
    section.header_distance = Mm(8)
    section.footer_distance = Mm(8)
    section.different_first_page_header_footer = True
    for header, numbered in ((section.first_page_header, False), (section.header, True)):
        header.is_linked_to_previous = False
        holder = header.paragraphs[0]
        holder.style = "Header"
        holder.alignment = _ALIGN["center"]
        if numbered:
            _page_number(holder)
            if mark:
                holder = header.add_paragraph(style="Header")
                holder.alignment = _ALIGN["center"]
        if mark:
            run = holder.add_run(mark)
            run.italic, run.font.size = True, Pt(10)


def restart_numbers(section: Section) -> None:
    """Count the pages of ``section`` from 1 again."""
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(numbering, "w:cols", "w:titlePg", "w:docGrid")


def _page_number(paragraph: Any) -> None:  # noqa: ANN401
    for text, kind in (("", "begin"), (" PAGE ", ""), ("", "separate"), ("1", "text"), ("", "end")):
        run = paragraph.add_run(text if kind == "text" else "")
        run.font.size = Pt(13)
        if kind == "text":
            continue
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)


def line(
    holder: WordDocument | _Cell,
    text: str,
    *,
    size: float = BODY,
    bold: bool = False,
    italic: bool = False,
    align: Align = "center",
    before: float = 0,
    after: float = 0,
    style: str | None = None,
) -> Any:  # noqa: ANN401 - a python-docx paragraph
    """A line of one look, not indented."""
    paragraph = holder.add_paragraph(style=style)
    form = paragraph.paragraph_format
    paragraph.alignment = _ALIGN[align]
    form.first_line_indent = Pt(0)
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing = 1.0
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return paragraph


def rule(holder: WordDocument | _Cell, width: Length, *, within: Length = TEXT_WIDTH) -> None:
    """A solid line of ``width``, drawn as the lower border of an empty paragraph."""
    paragraph = holder.add_paragraph()
    form = paragraph.paragraph_format
    available = holder.width if isinstance(holder, _Cell) else within
    form.left_indent = form.right_indent = Length(max(0, (available - width) // 2))
    form.line_spacing = Pt(3)
    paragraph.add_run().font.size = Pt(2)
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")


def columns(document: WordDocument, left: Length, right: Length) -> tuple[_Cell, _Cell]:
    """Two cells side by side without borders; a cell's first, empty paragraph is still there."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for edge in _EDGES:
        none = OxmlElement(f"w:{edge}")
        none.set(qn("w:val"), "nil")
        borders.append(none)
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    for column, width in zip(table.columns, (left, right), strict=True):
        column.width = column.cells[0].width = width
    row = table.rows[0]._tr.get_or_add_trPr()
    row.append(OxmlElement("w:cantSplit"))
    return table.cell(0, 0), table.cell(0, 1)


def drop_first_line(*cells: _Cell) -> None:
    """Remove the empty paragraph that a new cell starts with, once the cell has others."""
    for cell in cells:
        first = cell.paragraphs[0]._p
        first.getparent().remove(first)
