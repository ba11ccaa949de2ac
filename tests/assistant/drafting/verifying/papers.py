"""A finished report of the invented department, and the same file with one thing changed."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from assistant.drafting.document.form import OfficialForm
from assistant.drafting.document.writing import write_docx
from assistant.drafting.model import Composition, Paragraph, SectionText, Sentence
from tests.assistant.drafting.rewriting.sections import SECTION, SLOTS

COMPOSITION = Composition(
    title="BÁO CÁO",
    subject=Sentence(template="Kết quả cải cách hành chính {F1}"),
    opening=(Paragraph(sentences=(Sentence(template="Sở báo cáo kết quả {F1} như sau:"),)),),
    sections=(SectionText(key="I", title="I. KẾT QUẢ THỰC HIỆN"), SECTION),
    recipients=("UBND tỉnh", "Lưu: VT"),
    slots=SLOTS,
)


def written(path: Path, composition: Composition = COMPOSITION) -> Path:
    write_docx(composition, OfficialForm(issuer="Sở Viễn Du", year=2029), None, path)
    return path


def changed(original: Path, path: Path, said: str, instead: str) -> Path:
    """A copy of the file in which ``said``, which must stand there, reads ``instead``."""
    with zipfile.ZipFile(original) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                text = content.decode("utf-8")
                spaced = re.escape(said).replace("\\ ", "[ \u00a0]")
                text, count = re.subn(spaced, lambda _: instead, text, count=1)
                assert count, said
                content = text.encode("utf-8")
            target.writestr(name, content)
    return path
