"""Which records a :class:`RecordFilter` keeps: pure matching, no store."""

from __future__ import annotations

import re

from ingest.model import AnyRecord, Target, Task
from ingest.text.normal import fold, folded_words
from ingest.text.unit_keys import UNKNOWN, Issuer, unit_slug
from vectorstore.search import RecordFilter

_STEP = r"(?:[ivxlcdm]+|[a-z]|\d+)"
_KEY = re.compile(rf"{_STEP}(?:[.-]{_STEP})*")
_SECTION_WORD = re.compile(r"^(?:muc|phan|chuong|tieu muc)\s+")


def keeps(record: AnyRecord, wanted: RecordFilter, issuer: Issuer = UNKNOWN) -> bool:
    """Whether ``record``, of a document of ``issuer``, meets every condition of ``wanted``."""
    if wanted.documents and record.document_id not in wanted.documents:
        return False
    if wanted.lead is not None and not _lead_matches(record, wanted.lead, issuer):
        return False
    if wanted.due_before is not None and not _ends_before(record, wanted.due_before.isoformat()):
        return False
    return wanted.section is None or _section_matches(record, wanted.section)


def _lead_matches(record: AnyRecord, lead: str, issuer: Issuer) -> bool:
    """Whether a lead unit of ``record`` holds the words of ``lead``, as written or as aliased."""
    if not isinstance(record, Target | Task):
        return False
    aliased = (
        record.lead_units
        if isinstance(record, Task)
        else tuple(unit_slug(unit, issuer) for unit in record.lead)
    )
    units = (*record.lead, *(name.replace("-", " ") for name in aliased))
    asked = (folded_words(lead), unit_slug(lead, issuer).split("-"))
    return any(_holds_phrase(unit, words) for unit in units for words in asked)


def _holds_phrase(text: str, words: list[str]) -> bool:
    """Whether ``words`` stand in ``text`` one after the other, as whole words."""
    return any(words) and f" {' '.join(words)} " in f" {' '.join(folded_words(text))} "


def _ends_before(record: AnyRecord, day: str) -> bool:
    if not isinstance(record, Task):
        return False
    deadlines = (record.deadline, *(part.deadline for part in record.deliverables))
    return any(deadline.to < day for deadline in deadlines if deadline is not None and deadline.to)


def _section_matches(record: AnyRecord, section: str) -> bool:
    asked = _SECTION_WORD.sub("", fold(section)).rstrip(".")
    if _KEY.fullmatch(asked):
        key = fold(record.key)
        return key == asked or key.startswith((f"{asked}.", f"{asked}-"))
    words = folded_words(section)
    return any(_holds_phrase(title, words) for title in (*record.section, *record.source.section))
