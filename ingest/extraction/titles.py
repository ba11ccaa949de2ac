"""The title of a document: the line that names its kind, and what follows up to the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extraction.letterhead import PLACE_DATE, national
from ingest.extraction.outline import Placed
from ingest.model import DocumentKind
from ingest.text.normal import fold
from ingest.vocabulary import load

SUBJECT = re.compile(r"^\s*V/v\.?:?\s+(.+)$", re.IGNORECASE | re.DOTALL)
OWN_KINDS = (DocumentKind.REPORT, DocumentKind.PLAN, DocumentKind.DIRECTIVE, DocumentKind.DECISION)
_OPENING = 30
_MOST_LINES = 6
_LONGEST = 250
_LONGEST_IN_CAPITALS = 600
_FEWEST_LETTERS, _SHARE = 12, 0.85
_FEWEST_WORDS, _HEADLINE = 5, 160
_POINTING = ("nay ", "tren ", "so ", "co ", "duoc ", "da ")
"""What follows a kind that a sentence speaks of ("Quyết định này có hiệu lực …")."""
_FIELD = re.compile(r"\s*(?!kỳ báo cáo)[^\W\d_]+(?:\s[^\W\d_]+){0,3}:\s", re.IGNORECASE)
_CITES = re.compile(r"\bsố\s*:?\s*\d|\d/\d{4}/|\d+/[A-ZĐ]{2}|-[A-ZĐ]{2}", re.IGNORECASE)


def title_lines(paragraphs: Sequence[Placed], kind: DocumentKind) -> list[str]:
    """The lines of the title of the part that gives the document its kind."""
    for index, item in enumerate(paragraphs):
        opens = item.heading and item.zone == "opening" and not item.path
        wanted = item.part.kind == kind or (item.part.is_annex and kind not in OWN_KINDS)
        if opens and wanted:
            return _block(paragraphs, index)
    named = _subject(paragraphs) or _capitals(paragraphs) or first_named(paragraphs)[:1]
    return named or _headline(paragraphs)


def _block(paragraphs: Sequence[Placed], start: int) -> list[str]:
    first = paragraphs[start]
    lines = [first.paragraph.text]
    parts = [first.part]
    for item in paragraphs[start + 1 : start + _MOST_LINES]:
        text = item.paragraph.text
        renamed = item is paragraphs[start + 1] and _mostly_capitals(text)
        parts = [first.part, item.part] if renamed else parts
        if item.path or item.zone != "opening" or item.part not in parts:
            break
        if _of_letterhead(text):
            continue
        if text.startswith("("):
            lines.append(text)
            break
        if _is_long(text) or _is_bare_kind(text) or opens_text(text) or _authority(text):
            break
        lines.append(text)
    return lines


def _is_long(text: str) -> bool:
    """Whether a line is too long to be a title; a name in quotes may make one in capitals long."""
    return len(text) > (_LONGEST_IN_CAPITALS if _mostly_capitals(text) else _LONGEST)


def _of_letterhead(text: str) -> bool:
    """A line of the right column, which some files hold below the title that stands beside it."""
    return national(text) or bool(PLACE_DATE.match(text))


def opens_text(text: str) -> bool:
    """Whether a line below a title is already text: a sentence, a basis, an address."""
    if _mostly_capitals(text) and not text.rstrip().endswith((":", ";", ".")):
        return False
    if text.rstrip().endswith((":", ";", ".")) or re.match(r"\s*[-+•*_–=]+\s*$", text):
        return True
    if _FIELD.match(text):
        return True
    words = load("documents")
    key = fold(text)
    if key.startswith(tuple(fold(word) for word in words["text_openings"])):
        return True
    cited = tuple(fold(word) for word in words["citing_openings"])
    return key.startswith(cited) and bool(_CITES.search(text))


def _is_bare_kind(text: str) -> bool:
    """Whether a line only names a kind: another document begins ("QUY CHẾ")."""
    names = (name for group in load("documents")["kinds"].values() for name in group)
    return fold(text).strip(" :.") in {fold(name) for name in names}


def _mostly_capitals(text: str) -> bool:
    """Whether a line is set in capitals but for codes: "THỰC HIỆN QUYẾT ĐỊNH SỐ 12/QĐ-TTg"."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and sum(map(str.isupper, letters)) >= _SHARE * len(
        letters
    )


def _authority(text: str) -> bool:
    """A line in capitals that names who decides ("GIÁM ĐỐC SỞ Y TẾ")."""
    words = load("documents")
    names = (*words["authorities"], *words["deciding"])
    return text.isupper() and fold(text).startswith(tuple(fold(name) for name in names))


def _subject(paragraphs: Sequence[Placed]) -> list[str]:
    """The "V/v …" line of an official letter."""
    texts = [item.paragraph.text for item in paragraphs[:_OPENING]]
    return next(([found.group(1)] for text in texts if (found := SUBJECT.match(text))), [])


def _capitals(paragraphs: Sequence[Placed]) -> list[str]:
    """The first lines in capitals that are none of the official form, where no kind is named."""
    words = load("documents")
    form = tuple(f"{fold(word)} " for word in (*words["letterhead"], *words["issuers"]))
    enacts = tuple(f"{fold(word)} " for word in words["enacting"])
    lines: list[str] = []
    for item in paragraphs[:_OPENING]:
        text = item.paragraph.text.strip()
        if item.zone in ("recipients", "signature"):
            break
        if text.isupper() and (lines or len(text.split()) > 1) and not item.path:
            if text.endswith(":") or _authority(text):
                continue
            if not f"{fold(text)} ".startswith(form) or fold(text).startswith(enacts):
                lines.append(text)
        elif lines:
            break
    return lines[:_MOST_LINES]


def first_named(paragraphs: Sequence[Placed]) -> list[str]:
    """The first line and the kind it names, where a page of the web is headed by it.

    "Kế hoạch Cải cách hành chính năm 2030": no sentence, and more than the kind alone.
    """
    for item in paragraphs[:1]:
        text = " ".join(item.paragraph.text.split())
        if item.path or item.zone != "opening" or len(text) > _LONGEST or not text[:1].isupper():
            return []
        if text.endswith((".", ";", ":", ",")) or len(text.split()) < _FEWEST_WORDS:
            return []
        for kind, names in load("documents")["kinds"].items():
            for name in sorted(names, key=len, reverse=True):
                after = fold(text).removeprefix(f"{fold(name)} ")
                if after != fold(text) and not after.startswith(_POINTING):
                    return [text, kind]
    return []


def _headline(paragraphs: Sequence[Placed]) -> list[str]:
    """The first line where it reads like a headline: no sentence, with whole ones right below."""
    opening = [" ".join(item.paragraph.text.split()) for item in paragraphs[:3]]
    if len(opening) < len(("headline", "text")) or paragraphs[0].path:
        return []
    text, below = opening[0], max(opening[1:], key=len)
    short = len(text.split()) >= _FEWEST_WORDS and len(text) <= _HEADLINE
    bare = text[:1].isupper() and not text.endswith((".", ";", ":", ",", "!", "?"))
    sentence = len(below) > len(text) and below.rstrip().endswith((".", ":", ";"))
    if not (short and bare and sentence) or text.isupper() or opens_text(text):
        return []
    return [text]


def shown_title(lines: Sequence[str]) -> str | None:
    """The title in one line, without its brackets ("(Kèm theo …)")."""
    kept = [" ".join(line.split()) for line in lines if not line.lstrip().startswith("(")]
    return " ".join(kept).strip() or None
