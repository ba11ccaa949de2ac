"""Rules of the end: recipients, signature, annex headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checking.form.anatomy import Anatomy, Annex
from assistant.checking.form.looks import looking
from assistant.checking.form.model import Line
from assistant.checking.form.ruleset import Violation, words
from ingest.text.normal import match_key

_ROMAN = re.compile(r"[ivxlcdm]+")


def end(parts: Anatomy) -> Iterator[Violation]:
    """All rules of the end."""
    closing = parts.closing
    if closing.label is not None:
        yield from looking("noi-nhan", [closing.label])
        if not closing.label.text.rstrip().endswith(":"):
            yield Violation("noi-nhan", "không có dấu hai chấm", closing.label)
    yield from looking("noi-nhan-danh-sach", closing.recipients)
    yield from _listed(closing.recipients)
    yield from looking("chu-ky", closing.capacity)
    if closing.name is not None:
        yield from looking("ho-ten", [closing.name])
    yield from _annexes(parts.annexes)


def _listed(recipients: Sequence[Line]) -> Iterator[Violation]:
    if not recipients:
        return
    items = [line.text.strip() for line in recipients]
    for n, (line, said) in enumerate(zip(recipients, items, strict=True)):
        # a line without a dash goes on with the one above
        last = n + 1 == len(items)
        goes_on = not last and not items[n + 1].startswith("-")
        wanted = "." if last else ";"
        if n == 0 and not said.startswith("-"):
            yield Violation("noi-nhan-dau-cau", "đầu dòng không có gạch", line)
        if not goes_on and not said.endswith(wanted):
            found = f"kết thúc bằng “{said[-1:]}”, cần “{wanted}”"
            yield Violation("noi-nhan-dau-cau", found, line)
    kept = next(
        (line for line in reversed(recipients) if line.text.strip().startswith("-")),
        recipients[-1],
    )
    archive, office = words("archive")[0], words("archive_office")[0]
    if not re.match(
        rf"-\s*{re.escape(match_key(archive))}\s*:\s*{re.escape(match_key(office))}(?!\w)",
        match_key(kept.text),
    ):
        yield Violation("noi-nhan-luu", f"dòng cuối không ghi “- {archive}: {office}, …”", kept)


def _annexes(annexes: Sequence[Annex]) -> Iterator[Violation]:
    for annex in annexes:
        yield from looking("phu-luc", [annex.name])
        yield from looking("phu-luc-tieu-de", annex.title)
        if annex.origin is not None:
            yield from looking("phu-luc-kem-theo", [annex.origin])
        if len(annexes) > 1 and not _ROMAN.fullmatch(annex.number):
            said = f"số thứ tự ghi là “{annex.number}”" if annex.number else "không có số thứ tự"
            yield Violation("phu-luc-so", said, annex.name)
