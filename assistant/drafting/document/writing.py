"""A composition -> a .docx file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx.document import Document as WordDocument

from assistant.drafting.document.annex import write_annex
from assistant.drafting.document.body import write_paragraphs, write_section
from assistant.drafting.document.closing import write_closing
from assistant.drafting.document.form import UNKNOWN, Approval, OfficialForm
from assistant.drafting.document.head import write_letterhead, write_title
from assistant.drafting.document.sheet import lay_out, new_document
from assistant.drafting.model import Composition, Slot
from ingest.model import Reading

DRAFT_MARK = "DỰ THẢO – soạn với sự trợ giúp của máy, chưa được duyệt"
DRAFT_STATUS, APPROVED_STATUS = "Dự thảo", "Đã duyệt"
_ENTRY_TIME = (2026, 1, 1, 0, 0, 0)
_ANNEX_TITLE = "Số liệu thống kê"
_AS_OPENING = re.compile(r"^(?:thống kê|số liệu)\b", re.IGNORECASE)


def write_docx(
    composition: Composition,
    form: OfficialForm,
    annex: Reading | None,
    target: Path | BytesIO,
    *,
    approved: Approval | None = None,
    at: str | None = None,
) -> None:
    """Write the report to ``target``; the same input gives the same bytes.

    ``annex`` is the document whose indicators follow as annex; without one there is none. Until
    ``approved`` every page says that the text is a machine-assisted draft; after that the
    properties of the file say by whom it was approved and when. ``at`` is the ISO time that the
    file bears.

    Raises:
        OSError: the file cannot be written.
    """
    slots = composition.slots
    mark = None if approved else DRAFT_MARK
    subject = composition.subject.filled(slots)
    document = new_document()
    lay_out(document.sections[0], mark=mark)
    _describe(document, composition.title, subject, form, approved=approved, at=at)
    write_letterhead(document, form)
    write_title(document, composition.title, subject, form)
    _write_text(document, composition, slots)
    write_closing(document, composition.recipients, form)
    if annex is not None:
        write_annex(document, annex, title=_annex_title(subject), form=form, mark=mark)
    _save(document, target)


def _write_text(
    document: WordDocument, composition: Composition, slots: Mapping[str, Slot]
) -> None:
    write_paragraphs(document, composition.opening, slots)
    for section in composition.sections:
        write_section(document, section, slots)
    write_paragraphs(document, composition.closing, slots)


def _annex_title(subject: str) -> str:
    said = subject.strip()
    return said if _AS_OPENING.match(said) else f"{_ANNEX_TITLE} {said[:1].lower()}{said[1:]}"


def _describe(
    document: WordDocument,
    title: str,
    subject: str,
    form: OfficialForm,
    *,
    approved: Approval | None,
    at: str | None,
) -> None:
    issuer = "" if form.issuer == UNKNOWN else form.issuer
    properties = document.core_properties
    properties.title = f"{title.capitalize()} {subject[:1].lower()}{subject[1:]}".strip()
    properties.author = properties.last_modified_by = issuer
    properties.language, properties.revision = "vi-VN", 1
    properties.keywords = "soạn với sự trợ giúp của máy"
    properties.content_status = APPROVED_STATUS if approved else DRAFT_STATUS
    properties.comments = (
        f"Đã duyệt: {approved.by}, {said_time(approved.at)}" if approved else DRAFT_MARK
    )
    stamp = datetime.fromisoformat(at) if at else datetime(*_ENTRY_TIME, tzinfo=UTC)
    stamp = stamp.astimezone(UTC)  # the file says so whatever the zone
    properties.created = properties.modified = stamp


def said_time(at: str) -> str:
    """An ISO time as read in Vietnamese: ``14:05 ngày 03/12/2025``."""
    day = "/".join(reversed(at[:10].split("-")))
    return f"{at[11:16]} ngày {day}"


def _save(document: WordDocument, target: Path | BytesIO) -> None:
    """Write the package with fixed entry times, so that only the content decides its bytes."""
    buffer = BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ENTRY_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, source.read(name))
