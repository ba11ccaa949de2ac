"""The figures of a finished report, read by a grammar of this eval's own.

Shares no code with the program: neither with what reads documents nor with what checks drafts.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = re.compile(r"(?<![\w/])(\d+/(?:\d{4}/)?[A-ZĐ][A-ZĐ&]*(?:-[A-ZĐ&]+)*)")
_DATE = re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2}/\d{4})(?![\d/])")
_YEAR = re.compile(r"(?<!\w)năm\s+(20\d\d)(?!\d)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,/])(\d[\d.]*(?:,\d+)?)(?:\s*/\s*(\d[\d.]*(?:,\d+)?))?")
_CLAUSE_END = re.compile(
    r"[;.(]\s|\(|[;,.()]$|\)|\s+và\s+(?=(?:không|chưa|đã)\s)|,\s+(?=(?:đạt|tăng|giảm|bằng|chiếm|cao|thấp|vượt|chưa|có|không|đã)\s)"
)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[^\d\s])|\n")


@dataclass(frozen=True, slots=True)
class Read:
    """One figure of the text.

    ``whole`` is the denominator of "25/30"; ``clause`` what is said from the figure before it to
    the end of its clause; ``before`` and ``after`` are the two sides of the clause; ``pair`` is
    the ratio right before it in its sentence.
    """

    value: Decimal
    whole: Decimal | None
    text: str
    clause: str
    sentence: str
    before: str
    after: str
    pair: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """One paragraph of the body: its figures, document numbers, dates and years."""

    text: str
    figures: tuple[Read, ...]
    documents: tuple[str, ...]
    dates: tuple[str, ...]
    years: tuple[int, ...]


def read_body(path: Path) -> list[str]:
    """The paragraphs of a .docx outside of its tables."""
    with zipfile.ZipFile(path) as package:
        body = ElementTree.fromstring(package.read("word/document.xml")).find(f"{_W}body")  # noqa: S314 - our own file
    assert body is not None
    lines = []
    for paragraph in body.findall(f"{_W}p"):
        text = "".join(piece.text or "" for piece in paragraph.iter(f"{_W}t"))
        if text.strip():
            lines.append(unicodedata.normalize("NFC", " ".join(text.split())))
    return lines


def read_line(line: str) -> Printed:
    """Everything in a paragraph that is a figure."""
    text = re.sub(r"^(?:[IVXLC]+|\d{1,2}(?:\.\d+)*)\.\s+|^-\s+", "", line)
    rest = text
    found: dict[str, list[str]] = {}
    for name, pattern in (("documents", _DOCUMENT), ("dates", _DATE), ("years", _YEAR)):
        found[name] = [one.group(1) for one in pattern.finditer(rest)]
        rest = pattern.sub(lambda one: "¤" * len(one.group()), rest)
    return Printed(
        text=text,
        figures=tuple(_figures(text, rest)),
        documents=tuple(found["documents"]),
        dates=tuple(found["dates"]),
        years=tuple(int(year) for year in found["years"]),
    )


def words_of(text: str) -> set[str]:
    """The words of a text in lower case."""
    return {word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", text))}


def number_of(digits: str) -> Decimal:
    """``1.234`` is 1234, ``95,5`` is 95.5."""
    return Decimal(digits.rstrip(".").replace(".", "").replace(",", "."))


def _figures(text: str, masked: str) -> Iterator[Read]:
    matches = list(_NUMBER.finditer(masked))
    for at, one in enumerate(matches):
        last = matches[at - 1] if at else None
        start = matches[at - 1].end() if at else 0
        before = masked[start : one.start()]
        cut = max(before.rfind(mark) for mark in (". ", "; ", "\n"))
        before = before[cut + 1 :]
        lead = max(before.rfind(f", {word}") for word in ("Sở", "có", "đã"))
        before = before[lead + 1 :]
        end = matches[at + 1].start() if at + 1 < len(matches) else len(masked)
        after = _CLAUSE_END.split(masked[one.end() : end])[0]
        left = max((found.end() for found in _SENTENCE.finditer(masked, 0, one.start())), default=0)
        right = next((f.start() for f in _SENTENCE.finditer(masked, one.end())), len(masked))
        yield Read(
            value=number_of(one.group(1)),
            whole=number_of(one.group(2)) if one.group(2) else None,
            text=text[one.start() : one.end() + min(20, len(after))],
            clause=f"{before} {after}",
            sentence=masked[left:right],
            before=before,
            after=after,
            pair=(number_of(last.group(1)), number_of(last.group(2)))
            if last is not None and last.group(2) and last.start() >= left
            else None,
        )
