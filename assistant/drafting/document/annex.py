"""The annex below a report: a landscape section with the indicators of the statistics annex."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.shared import Pt

from assistant.drafting.document.annex_rows import annex_tables
from assistant.drafting.document.annex_table import table_element
from assistant.drafting.document.form import OfficialForm
from assistant.drafting.document.head import BLANK, blank_day
from assistant.drafting.document.sheet import BODY, TABLE_TEXT, lay_out, line, restart_numbers
from assistant.drafting.document.wrapping import balanced
from ingest.model import Reading

_LETTERS_TITLE = 85


def write_annex(
    document: WordDocument, annex: Reading, *, title: str, form: OfficialForm, mark: str | None
) -> None:
    """``Phụ lục`` with its title, the document it belongs to, and every row of ``annex``.

    Nothing is written for a document without indicators.
    """
    tables = annex_tables(annex)
    if not tables:
        return
    section = document.add_section(WD_SECTION.NEW_PAGE)
    lay_out(section, mark=mark, landscape=True)
    restart_numbers(section)
    line(document, "PHỤ LỤC", bold=True, style="Heading 1")
    for said in balanced(title.upper(), _LETTERS_TITLE):
        line(document, said, bold=True)
    origin = f"(Kèm theo Báo cáo số{BLANK}/{form.number_code} {blank_day(None)}của {form.issuer})"
    line(document, origin, italic=True, after=8, size=BODY)
    style = document.styles[TABLE_TEXT].style_id
    for table in tables:
        body = document.element.body
        body.insert(len(body) - 1, table_element(table, style=style))  # before the section's end
        line(document, "").paragraph_format.line_spacing = Pt(2)
