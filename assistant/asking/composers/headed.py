"""The section whose whole heading a question repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.composers.prose import MOST_SECTIONS, page_of_sections
from assistant.asking.finding.corpus import EntryKind
from assistant.asking.finding.retrieval import Search, allowed
from assistant.asking.finding.section_rows import section_entries
from assistant.asking.page import Composed
from assistant.asking.sentences.passages import (
    Section,
    opening_of,
)
from assistant.asking.words import contains, plain_phrase
from ingest.model import Document, EvidenceUnit
from ingest.text.normal import fold, match_key

_FEWEST_IN_TITLE = 4
_ALL_KINDS: tuple[EntryKind, ...] = ("passages", "tasks", "targets", "indicators")
_CONTENTS = re.compile(r"\b(?:gom|bao gom|la|co) (?:nhung )?gi\W*$|\bnhung noi dung (?:gi|nao)\W*$")


def compose_headed(search: Search) -> Composed | None:
    """The section whose whole heading the question repeats, where no records stand below it.

    Nor, where rows of a kind are asked for ("nhiệm vụ"), below a heading of the same words.

    What else the question names must be the document ("Những việc không được làm tại Trung tâm X").
    """
    limits = search.query.limits
    whole = _CONTENTS.search(fold(search.query.standalone)) is not None
    if limits.window or (limits.unit and not whole):
        return None
    typed, spelt = plain_phrase(search.query.standalone), match_key(search.query.standalone)
    free = replace(search.query, limits=replace(limits, unit=None, partner=None))
    wide = replace(search, query=free, _ranked={}) if limits.unit else search
    groups: dict[tuple[str, tuple[str, ...]], list[EvidenceUnit]] = {}
    kept: set[tuple[str, tuple[str, ...]]] = set()
    documents = {document.id: document for document in search.documents}
    subject = search.query.subject
    listed = {one.document.id for one in section_entries(search, (subject,))} if subject else set()
    for entry in allowed(wide, _ALL_KINDS):
        if not entry.headings:
            continue
        key = (entry.document.id, entry.headings)
        if entry.unit is None:
            kept.add(key)
            continue
        title = plain_phrase(entry.headings[-1])
        if len(title) < _FEWEST_IN_TITLE or contains(typed, title) < 0:
            continue
        if not search.query.accented or match_key(entry.headings[-1]).strip(" :.") in spelt:
            groups.setdefault(key, []).append(entry.unit)
    sections = [
        Section(path[-1], documents[one], _from_its_opening(wide, units, path), 1.0)
        for (one, path), units in groups.items()
        if (one, path) not in kept
        and one not in listed
        and (
            (not limits.unit and _names_document(search, documents[one], path))
            or (whole and _told_beside(search, documents[one], path))
        )
    ]
    if not 0 < len(sections) <= MOST_SECTIONS:
        return None
    return replace(page_of_sections(search, sections), named=whole)


def _from_its_opening(
    search: Search, units: Sequence[EvidenceUnit], path: tuple[str, ...]
) -> tuple[EvidenceUnit, ...]:
    """The passages of a section, or the one that bears its title and goes on in the same line."""
    own = units[0].document_id
    beside = [one for one in allowed(search, ("passages",)) if one.document.id == own]
    opening = opening_of(units[0], path, beside)
    return tuple(units) if opening is None else (opening,)


def _told_beside(search: Search, document: Document, path: Sequence[str]) -> bool:
    """Whether a question that begins with a heading names a body of which the part around tells."""
    typed, title = plain_phrase(search.query.standalone), plain_phrase(path[-1])
    if typed[: len(title)] != title:
        return False
    part = " · ".join(
        entry.unit.text
        for entry in search.corpus.entries
        if entry.unit is not None
        and entry.document.id == document.id
        and entry.headings[: len(path) - 1] == tuple(path[:-1])
    )
    told = plain_phrase(f"{part} · {path[-1]} · {document.title or ''}")
    unit = tuple(word.plain for word in search.corpus.words(search.query.limits.unit or ""))
    held = {entry.word.plain for entry in search.query.required} | set(unit)
    return held <= set(told) | search.corpus.features(part).words


def _names_document(search: Search, document: Document, path: Sequence[str]) -> bool:
    """Whether what a question says beside a section's heading names its document."""
    told = (*path, document.title, document.issuer, document.number, document.province)
    words = search.corpus.features(" · ".join(filter(None, told))).words
    return all(entry.word.plain in words for entry in search.query.required)
