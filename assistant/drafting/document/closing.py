"""The end of a report: recipients on the left, the signature on the right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from assistant.drafting.document.form import OfficialForm
from assistant.drafting.document.sheet import columns, drop_first_line, line

_ROOM = 4  # blank lines for the hand, the seal and the name
ARCHIVE = "- Lưu: VT."


def write_closing(document: WordDocument, recipients: Sequence[str], form: OfficialForm) -> None:
    """Nơi nhận and the signer's title; the name stays blank."""
    gap = document.add_paragraph()
    gap.paragraph_format.line_spacing = Pt(10)
    left, right = columns(document, Mm(85), Mm(77))
    line(left, "Nơi nhận:", size=12, bold=True, italic=True, align="left")
    for recipient in listed(form.recipients or recipients):
        line(left, recipient, size=11, align="left")
    for title in re.split(r"[;\n]", form.signer_title.upper()):
        line(right, title.strip(), bold=True)
    for _ in range(_ROOM):
        line(right, "")
    drop_first_line(left, right)


def listed(recipients: Sequence[str]) -> tuple[str, ...]:
    """The lines with dash and semicolon, the archive's last and with a full stop."""
    items = [said for one in recipients if (said := one.strip().lstrip("-–").strip(" ;."))]
    archive = [said for said in items if said.lower().startswith("lưu")]
    others = [f"- {said};" for said in items if said not in archive]
    return (*others, f"- {archive[-1]}." if archive else ARCHIVE)
