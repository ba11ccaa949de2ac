"""The top of a report: the two blocks, its name, its subject, whom it is for."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt
from docx.table import _Cell

from assistant.drafting.document.form import UNKNOWN, OfficialForm
from assistant.drafting.document.sheet import columns, drop_first_line, line, rule
from assistant.drafting.document.wrapping import balanced

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BLANK = "      "
_LEFT, _RIGHT = Mm(66), Mm(96)
_LETTERS_LEFT = 25  # capitals of 12 pt that fit into a line of the left block
_LETTERS_SUBJECT = 58


def write_letterhead(document: WordDocument, form: OfficialForm) -> None:
    """Who issues and the number on the left; quốc hiệu, tiêu ngữ, place and date on the right."""
    left, right = columns(document, _LEFT, _RIGHT)
    _issuers(left, form)
    line(left, f"Số:{BLANK}/{form.number_code}", size=13, before=6)
    line(right, COUNTRY, size=12, bold=True)
    line(right, MOTTO, size=13, bold=True)
    rule(right, Mm(57))
    line(right, f"{form.place}, {blank_day(form.year)}", size=13, italic=True, before=6)
    drop_first_line(left, right)


def _issuers(cell: _Cell, form: OfficialForm) -> None:
    # two unknown lines would look like one name; the body that issues is the one that must stand
    if not form.parent_body == form.issuer == UNKNOWN:
        for said in balanced(form.parent_body.upper(), _LETTERS_LEFT):
            line(cell, said, size=12)
    for said in balanced(form.issuer.upper(), _LETTERS_LEFT):
        line(cell, said, size=12, bold=True)
    rule(cell, Mm(24))


def blank_day(year: int | None) -> str:
    """The day of issue as it is left open for the hand of who signs."""
    return f"ngày{BLANK}tháng{BLANK}năm{BLANK if year is None else f' {year}'}"


def write_title(document: WordDocument, title: str, subject: str, form: OfficialForm) -> None:
    """``BÁO CÁO``, its subject with the rule below, and ``Kính gửi`` where it goes upwards."""
    line(document, title.upper(), bold=True, before=14, style="Title")
    for said in balanced(subject, _LETTERS_SUBJECT):
        line(document, said, bold=True, style="Subtitle")
    rule(document, Mm(55))
    if form.addressee:
        said = form.addressee.removeprefix("Kính gửi").lstrip(" :")
        line(document, f"Kính gửi: {said}", before=12)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(8)
