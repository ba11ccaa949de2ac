"""The text of a report: numbered headings that can be navigated, paragraphs, items with a dash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from docx.document import Document as WordDocument
from docx.shared import Pt

from assistant.drafting.document.sheet import BODY
from assistant.drafting.model import Paragraph, SectionText, Slot
from assistant.drafting.printing import printed

_LABEL = re.compile(r"[IVXLC]+(?:-[A-Z])?|\d{1,2}|[a-zđ]|[A-Z]")
_LABELLED = re.compile(r"(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[A-Za-zđ])[.)]\s")
_DEEPEST = 4
_SIGN = re.compile(r"(?<=\d) (?=[%‰])")


def write_paragraphs(
    document: WordDocument, paragraphs: Iterable[Paragraph], slots: Mapping[str, Slot]
) -> None:
    """Each paragraph as printed, its slots filled."""
    for paragraph in paragraphs:
        text = printed(paragraph, slots)
        if text:
            # a sign must not begin a line
            text = _SIGN.sub("\u00a0", text)
            written = document.add_paragraph(style="Body Text")
            _letters(written.add_run(text))
            if text.endswith(":"):
                written.paragraph_format.keep_with_next = True


def write_section(document: WordDocument, section: SectionText, slots: Mapping[str, Slot]) -> None:
    """A heading with its number, and the text below it."""
    level = min(max(section.level, 1), _DEEPEST)
    title = heading(section)
    if title:
        run = document.add_paragraph(style=f"Heading {level}").add_run(title)
        _letters(run)
    write_paragraphs(document, section.paragraphs, slots)


def heading(section: SectionText) -> str:
    """A section's title as printed: numbered by the last part of its key, capitals at the top."""
    title = section.title.strip()
    if not title:
        return ""
    label = section.key.rpartition(".")[2]
    if _LABEL.fullmatch(label) and not _LABELLED.match(title):
        title = f"{label}. {title}"
    return title.upper() if section.level <= 1 else title


def _letters(run: object) -> None:
    run.font.size = Pt(BODY)  # type: ignore[attr-defined]
