"""Documents in official form, written with python-docx, with one thing changed at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from assistant.answer import Finding
from assistant.checking.form import form_findings

CENTRE, JUSTIFY, LEFT = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.LEFT,
)
LONG = (
    "Đơn vị tiếp tục rà soát các quy trình nội bộ, phân công rõ người chịu trách nhiệm và "
    "gửi kết quả về bộ phận tổng hợp trước ngày cuối cùng của mỗi quý trong năm."
)


class Parts:
    """The paragraphs of a decision with an annex, by what they are; tests change one."""

    def __init__(self) -> None:
        self.document: Any = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(14)
        normal.element.rPr.rFonts.set(qn("w:hAnsi"), "Times New Roman")
        normal.paragraph_format.space_after = Pt(0)
        normal.paragraph_format.line_spacing = 1.0
        self.section = self.document.sections[0]
        lay_out(self.section)
        self.page_number = self.section.header.paragraphs[0]
        number_pages(self.page_number)
        table = self.document.add_table(rows=1, cols=2)
        self.left, self.right = table.rows[0].cells
        self.parent = line(self.left, "ỦY BAN NHÂN DÂN TỈNH AN HẢI", 12)
        self.issuer = line(self.left, "SỞ XÂY DỰNG", 12, bold=True)
        self.number = line(self.left, "Số: 05/QĐ-SXD", 13)
        self.country = line(self.right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
        self.motto = line(self.right, "Độc lập - Tự do - Hạnh phúc", 14, bold=True)
        self.dated = line(self.right, "An Hải, ngày 09 tháng 02 năm 2027", 14, italic=True)
        self.title = line(self.document, "QUYẾT ĐỊNH", 14, bold=True)
        self.subject = line(self.document, "Ban hành Quy trình tiếp nhận hồ sơ", 14, bold=True)
        self.authority = line(self.document, "GIÁM ĐỐC SỞ XÂY DỰNG", 14, bold=True)
        self.base = prose(self.document, "Căn cứ Luật Xây dựng;", italic=True)
        self.last_base = prose(self.document, "Theo đề nghị của Chánh Văn phòng Sở.", italic=True)
        self.decides = line(self.document, "QUYẾT ĐỊNH:", 14, bold=True)
        self.article = prose(self.document, "")
        self.article.add_run("Điều 1.").bold = True
        self.article.add_run(" " + LONG)
        self.text = prose(self.document, LONG)
        self.next_text = prose(self.document, LONG)
        closing = self.document.add_table(rows=1, cols=2)
        below, signed = closing.rows[0].cells
        self.label = line(below, "Nơi nhận:", 12, bold=True, italic=True, align=LEFT)
        self.recipient = line(below, "- Như Điều 1;", 11, align=LEFT)
        self.archive = line(below, "- Lưu: VT, QLN.", 11, align=LEFT)
        self.office = line(signed, "GIÁM ĐỐC", 14, bold=True)
        for _ in range(4):
            signed.add_paragraph()
        self.name = line(signed, "Họ và tên", 14, bold=True)
        self.annex = line(self.document, "Phụ lục", 14, bold=True)
        self.annex_title = line(self.document, "DANH MỤC HỒ SƠ", 14, bold=True)
        self.annex_origin = line(
            self.document, "(Kèm theo Quyết định số 05/QĐ-SXD)", 14, italic=True
        )
        listed = self.document.add_table(rows=2, cols=2)
        listed.cell(1, 1).text = "hồ sơ"


def line(
    holder: Any,  # noqa: ANN401 - document or cell
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = CENTRE,
) -> Any:  # noqa: ANN401
    """A paragraph of one run; the empty one that a cell begins with is used first."""
    cell = hasattr(holder, "_tc")
    empty = cell and len(holder.paragraphs) == 1 and not holder.paragraphs[0].text
    paragraph = holder.paragraphs[0] if empty else holder.add_paragraph()
    paragraph.alignment = align
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return paragraph


def prose(holder: Any, text: str, *, italic: bool = False) -> Any:  # noqa: ANN401
    """A paragraph of the text as the decree wants it."""
    paragraph = holder.add_paragraph()
    paragraph.alignment = JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    paragraph.paragraph_format.space_before = Pt(6)
    if text:
        paragraph.add_run(text).italic = italic
    return paragraph


def lay_out(section: Any) -> None:  # noqa: ANN401
    """A4, portrait, margins within the limits, no number on the first page."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True


def number_pages(paragraph: Any) -> None:  # noqa: ANN401
    """A PAGE field, centred."""
    paragraph.alignment = CENTRE
    run = paragraph.add_run()
    run.font.size = Pt(14)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)


def retype(paragraph: Any, text: str) -> None:  # noqa: ANN401
    """Other words in the same look."""
    paragraph.runs[0].text = text


def findings(folder: Path, change: Callable[[Parts], object] | None = None) -> list[Finding]:
    """What the check finds in the document after ``change``."""
    parts = Parts()
    if change is not None:
        change(parts)
    path = folder / "van-ban.docx"
    parts.document.save(str(path))
    return list(form_findings(path))


def broken(found: list[Finding]) -> set[str]:
    """The rules that findings name."""
    return {one.message.split("quy tắc “")[1].split("”")[0] for one in found}
