"""Which documents of those that a text names a question for a basis asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search, allowed, fitting
from assistant.asking.words import contains
from ingest.model import Indicator, Ref
from ingest.text.normal import fold

ANY_TYPE = "van ban"
_WHOSE = re.compile(
    r"\b(?:nào|số mấy|số bao nhiêu) (?:của|do) (.+?)(?:\s(?:về|năm|ngày|ban hành)\b|\W*$)"
)


def of_type(search: Search, entry: Entry) -> bool:
    """Whether a reference is of a type asked for ("nghị định nào"); any will do for "văn bản"."""
    wanted = {fold(name) for name in search.query.ref_types} - {ANY_TYPE}
    record = entry.record
    return not wanted or (isinstance(record, Ref) and fold(record.type or "") in wanted)


def names_type(search: Search, text: str) -> bool:
    """Whether a sentence names a document of a type asked for."""
    wanted = {fold(name) for name in search.query.ref_types} - {ANY_TYPE}
    return not wanted or any(name in fold(text) for name in wanted)


def is_asked_for(search: Search, entry: Entry) -> bool:
    """Whether a reference is of a type asked for, and of no other body than the one named."""
    record = entry.record
    whose = _WHOSE.search(search.query.standalone)
    if not of_type(search, entry) or not isinstance(record, Ref):
        return False
    if whose is None or not record.issuer:
        return True
    asked, issuer = map(search.corpus.features, (whose.group(1), record.issuer))
    return not asked.words.isdisjoint(issuer.words)


def of_named_body(search: Search, entries: Sequence[Entry]) -> list[Entry]:
    """The references of the body that is named, where the text says of any that they are its."""
    if _WHOSE.search(search.query.standalone) is None:
        return list(entries)
    signed = [one for one in entries if isinstance(one.record, Ref) and one.record.issuer]
    return signed or list(entries)


def names_body(search: Search, text: str) -> bool:
    """Whether a sentence names the body whose document is asked for; true where none is named."""
    whose = _WHOSE.search(search.query.standalone)
    if whose is None:
        return True
    asked = search.corpus.features(whose.group(1)).plain
    return contains(search.corpus.features(text).plain, asked) >= 0


def headings_of(search: Search) -> list[Entry]:
    """The lines above the rows asked about: their note may say what these rest on."""
    above = {
        (one.entry.document.id, record.parent)
        for one in fitting(search, ("indicators",))
        if isinstance(record := one.entry.record, Indicator) and record.parent
    }
    return [
        entry
        for entry in allowed(search, ("indicators",))
        if isinstance(record := entry.record, Indicator)
        and (entry.document.id, record.name) in above
        and names_type(search, record.note or "")
    ]
