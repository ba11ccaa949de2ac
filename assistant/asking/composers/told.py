"""What a document says about something: its section, else the paragraphs about it, then its rows.

"Báo cáo nói gì về X" wants to read on, not to look up a cell: running text goes before records,
and whole paragraphs before single sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.composers.listing import compose_list, stored_rows
from assistant.asking.composers.open import page_of
from assistant.asking.composers.prose import compose_sections, page_of_sections
from assistant.asking.composers.unfolding import unfolded
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.matching import Match
from assistant.asking.finding.retrieval import Search, allowed, fitting, start_search
from assistant.asking.finding.section_rows import section_entries
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.described import described, subject_words
from assistant.asking.sentences.passages import (
    BASIS,
    LETTERHEAD,
    Section,
    sentences_about,
    split_sentences,
)
from assistant.asking.sentences.quoting import within
from ingest.model import EvidenceUnit, RecordKind, Source

_ROWS: tuple[RecordKind, ...] = ("tasks", "targets", "indicators")
_MOST_PARAGRAPHS = 6
_MOST_DOCUMENTS = 3
_NEAR = 0.3
_HELD = 0.6
_WHOLE = 700
"""A longer paragraph is shown whole only where most of it is about what is asked."""
_LONGEST = 2600
_SHORTEST = 25
_SHARE = 0.3
_MOST_SENTENCES = 4
_MOST_CITED = 3
_SECTION = re.compile(
    r"[IVX]+(?:\.\d+)*|[A-HĐ](?:\.[IVX]+(?:\.\d+)*)?|\d+(?:\.\d+)+|[^\W\d]{2,4}", re.IGNORECASE
)
"""The number of a section of running text: "IV", "C", "C.III.2", "2.5.3", "hai" (Phần thứ hai)."""


def compose_told(search: Search) -> Composed | None:
    """Everything said about the topic: text first, with a word on the rows that there are too."""
    composed = compose_sections(search)
    if composed is None and (headed := _headed_rows(search)) is not None:
        return headed
    composed = composed or _paragraphs(search)
    if composed is None:
        return _rows(search)
    _add_rows(search, composed.page)
    return composed


def compose_numbered(search: Search) -> Composed | None:
    """A section named by its number alone: its text, then the table section of that number.

    A plan and its annex each count their sections: "mục IV" may be either, so both are shown.
    """
    limits = search.query.limits
    if search.query.subject is not None or not _SECTION.fullmatch(limits.key or ""):
        return None
    if limits.unit or limits.window or limits.annex:
        return None
    groups: dict[str, list[EvidenceUnit]] = {}
    for entry in allowed(search, ("passages",)):
        if entry.unit is not None and entry.headings and entry.source.table is None:
            groups.setdefault(entry.document.id, []).append(entry.unit)
    if not groups:
        return None
    groups = {one: _outermost(units, limits.key or "") for one, units in groups.items()}
    documents = {document.id: document for document in search.documents}
    sections = [
        Section(_title_of(units), documents[one], tuple(units), 1.0)
        for one, units in groups.items()
    ]
    composed = replace(page_of_sections(search, sections[:_MOST_PARAGRAPHS]), named=True)
    if any(_in_table(entry) for entry in allowed(search, ("tasks", "indicators"))):
        listed = compose_list(search)
        if listed is not None:
            composed.page.gap()
            composed.page.extend(listed.page)
    return composed


def _outermost(units: list[EvidenceUnit], key: str) -> list[EvidenceUnit]:
    """Of sections of one number the outermost: "phần II" is no second section of another part."""
    own = [unit for unit in units if ".".join(unit.source.section).startswith(key)]
    return own or units


def compose_numbered_of(query: Query, corpus: Corpus) -> Composed | None:
    """The same where the rest of the question only describes the document ("mục II biên bản")."""
    if query.limits.key is None or not query.required:
        return None
    shelves = described(query, corpus, subject_words(query, corpus, ()))
    if not 0 < len(shelves) <= _MOST_DOCUMENTS:
        return None
    chosen = tuple(shelf.document.id for shelf in shelves)
    meant = replace(query, topic=(), limits=replace(query.limits, chosen=chosen))
    return compose_numbered(start_search(meant, corpus))


def _title_of(units: Sequence[EvidenceUnit]) -> str:
    """The innermost heading over all of these passages."""
    shared = [
        title
        for depth, title in enumerate(units[0].headings)
        if all(unit.headings[depth : depth + 1] == (title,) for unit in units)
    ]
    return shared[-1] if shared else units[0].headings[0]


def _rows(search: Search) -> Composed | None:
    """The rows about the topic, where no running text is."""
    for subject in _ROWS:
        query = replace(search.query, intent=Intent.LIST, subject=subject)
        found = compose_list(replace(search, query=query, _ranked={}))
        if found is not None:
            return found
    return None


def _headed_rows(search: Search) -> Composed | None:
    """The rows below a heading of just that name, where no paragraph says all of it."""
    heads = [one.entry for one in fitting(search, ("indicators",)) if _says_all(one)]
    below = unfolded(heads, search.corpus)
    if len(below) <= len(heads):
        return None
    said = any(_says_all(one) for one in fitting(search, ("passages",), wide=True))
    return None if said else page_of(search, heads)


def _says_all(found: Match) -> bool:
    """Whether every term of the topic stands in an entry itself, those too that say little."""
    return bool(found.levels) and min(found.levels) >= _HELD


def _paragraphs(search: Search) -> Composed | None:
    matches = [one for one in fitting(search, ("passages",), wide=True) if _is_text(one)]
    best = max((one.score for one in matches), default=0.0)
    kept = sorted(matches, key=lambda one: -one.score)[:_MOST_PARAGRAPHS]
    kept = [one for one in kept if one.score >= best - _NEAR]
    if not kept:
        return None
    order = {id(entry): place for place, entry in enumerate(search.corpus.entries)}
    labels = document_labels(search.documents)
    page = Page()
    last = ""
    for found in sorted(kept, key=lambda one: order.get(id(one.entry), 0)):
        unit = found.entry.unit
        if unit is None:
            continue
        if found.entry.document.id != last:
            last = found.entry.document.id
            page.gap()
            page.add(f"**{labels[last]}**", [unit.source], bullet="")
        for text in _said(search, unit):
            page.add(shortened(tidy(text), _LONGEST), [within(unit.source, text)])
    return Composed(page, path="passages")


def _is_text(found: Match) -> bool:
    unit = found.entry.unit
    if unit is None or len(unit.text) < _SHORTEST or unit.text.isupper():
        return False
    title = (found.entry.document.title or "").casefold()
    heading = unit.text.casefold() in title
    return not (heading or LETTERHEAD.match(unit.text) or BASIS.match(unit.text))


def _said(search: Search, unit: EvidenceUnit) -> list[str]:
    """A paragraph whole, or its sentences about the topic where the rest is about others."""
    if len(unit.text) <= _WHOLE:
        return [unit.text]
    pieces = split_sentences(unit.text)
    own = [
        one.text for one in sentences_about(search, limit=len(pieces)) if one.unit.id == unit.id
    ][:_MOST_SENTENCES]
    about = sum(
        not search.topic.words.isdisjoint(search.corpus.features(piece).words) for piece in pieces
    )
    return own if own and about < _SHARE * len(pieces) else [unit.text]


def _add_rows(search: Search, page: Page) -> None:
    """How many rows of the same documents are about the topic too."""
    told = {citation.source.document_id for citation in page.citations}
    labels = document_labels(search.documents)
    for kind in _ROWS:
        entries = section_entries(search, (kind,))
        entries = entries or [found.entry for found in fitting(search, (kind,), wide=True)]
        for document_id in told:
            own = [one for one in entries if one.document.id == document_id and _in_table(one)]
            if own:
                page.gap()
                count = len(stored_rows(own))
                said = texts.ROWS_TOO.format(
                    document=labels[document_id], count=count, noun=texts.NOUNS[kind]
                )
                page.add(said, _first(own), bullet="")


def _in_table(entry: Entry) -> bool:
    return entry.source.row is not None


def _first(entries: Sequence[Entry]) -> list[Source]:
    return [entry.source for entry in entries[:_MOST_CITED]]
