"""Lines that open a part of a document: "KẾ HOẠCH", "PHỤ LỤC II". Words are in documents.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import DocumentKind, Paragraph
from ingest.text.normal import fold
from ingest.vocabulary import load

MAX_HEADING = 220
_SHORT = 60
_TITLED = re.compile(r"^[^:.–-]{3,20}[:.–-]\s+[A-ZĐÀ-Ỹ][^.;]*$")  # "Phụ lục 01: Danh mục …"


@dataclass(frozen=True, slots=True)
class Part:
    """A part that stands for itself: decision, plan, report, annex. ``annex`` is its number."""

    kind: DocumentKind | None
    is_annex: bool = False
    annex: str | None = None
    title: str = ""


def part_of(paragraph: Paragraph) -> Part | None:
    """The part that a heading line opens ("KẾ HOẠCH", "PHỤ LỤC II"), or ``None``."""
    text = paragraph.text.strip().strip("*").strip()
    words = load("documents")
    key = fold(text)
    for word in sorted(words["annex"], key=len, reverse=True):
        name = fold(word)
        found = re.match(
            rf"{re.escape(name)}\s*(?:so\s*)?([ivx]{{1,5}}|\d{{1,2}})?\s*(?=$|[.:\-(]|\s)", key
        )
        standing = paragraph.heading_level is not None or paragraph.bold or len(text) < _SHORT
        if found and text[:1].isupper() and standing and len(text) < 200:
            rest = key[found.end() :].strip(" .:-")
            titled = bool(_TITLED.search(text)) and found.group(1) is not None
            if not rest or text.isupper() or paragraph.heading_level or paragraph.bold or titled:
                number = found.group(1)
                return Part(
                    None,
                    is_annex=True,
                    annex=number.upper().lstrip("0") if number else None,
                    title=rest,
                )
    if key.endswith(":") or text.endswith(":"):
        return None
    for kind, names in words["kinds"].items():
        for name in names:
            folded = fold(name)
            if not key.startswith(folded) or not text[: len(name)].isupper():
                continue
            alone = len(key) == len(folded)
            marked = paragraph.heading_level is not None or paragraph.bold or text.isupper()
            if alone or (marked and len(text) < MAX_HEADING):
                return Part(DocumentKind(kind), title=text)
    return None


def is_title(text: str) -> bool:
    """Whether a line begins like the title of a document or an annex."""
    key = fold(text)
    words = load("documents")
    kinds = [fold(name) for names in words["kinds"].values() for name in names]
    annexes = [fold(name) for name in words["annex"]]
    return any(key.startswith(name) for name in (*kinds, *annexes))
