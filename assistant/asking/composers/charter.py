"""What a document that sets out the work of one body says of a field of it.

"Sở X có nhiệm vụ gì về Y?" asked of "Quy định chức năng, nhiệm vụ của Sở X": its sections need not
name the body again, for the whole document is about it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from assistant.asking.composers.prose import page_of_sections
from assistant.asking.finding.corpus import Corpus, Shelf
from assistant.asking.finding.limiting import in_scope
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import start_search
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.questions.topic import Term, build_topic
from assistant.asking.sentences.passages import Section
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import EvidenceUnit
from ingest.text.organisations import begins_unit

_OPENING = 4
_SETS = re.compile(
    r"(?:chức năng|nhiệm vụ|quyền hạn|trách nhiệm)(?:[^.;:]{0,60}?)\s+của\s+(?P<body>[^.;:()]+)",
    re.IGNORECASE,
)
_FEWEST = 3
_HELD = 0.7
_MOST_SECTIONS = 2


def compose_charter(query: Query, corpus: Corpus) -> Composed | None:
    """The sections on the field asked about, of the documents that set out the body's work."""
    limits = replace(query.limits, unit=None, partner=None)
    ids = {document.id for document in in_scope(limits, corpus)}
    asked = plain_phrase(query.standalone)
    terms = [term for term in build_topic(query, corpus).terms if not term.weak]
    sections = [
        section
        for shelf in corpus.shelves
        if terms and shelf.document.id in ids and _sets_out(shelf, asked)
        for section in _headed(shelf, corpus, terms, accented=query.accented)
    ]
    if not 0 < len(sections) <= _MOST_SECTIONS:
        return None
    return replace(page_of_sections(start_search(query, corpus), sections), named=True)


def _sets_out(shelf: Shelf, asked: Phrase) -> bool:
    """Whether a document says at its beginning that it sets out the work of the body asked about.

    The question may leave away the end of a long name, not its beginning.
    """
    units = (entry.unit.text for entry in shelf.entries if entry.unit is not None)
    for text in (shelf.document.title or "", *islice(units, _OPENING)):
        for found in _SETS.finditer(text):
            name = found["body"].strip()
            words = plain_phrase(name)
            told = any(
                contains(asked, words[:size]) >= 0 for size in range(_FEWEST, len(words) + 1)
            )
            if told and begins_unit(name[:1].upper() + name[1:]):
                return True
    return False


def _headed(
    shelf: Shelf, corpus: Corpus, terms: Sequence[Term], *, accented: bool
) -> list[Section]:
    """The outermost sections whose heading holds all the terms."""
    groups: dict[str, list[EvidenceUnit]] = {}
    for entry in shelf.entries:
        if entry.unit is None or entry.kind != "passages":
            continue
        title = next(
            (
                one
                for one in entry.headings
                if all(
                    found_in(term, corpus.features(one), accented=accented) >= _HELD
                    for term in terms
                )
            ),
            None,
        )
        if title is not None:
            groups.setdefault(title, []).append(entry.unit)
    return [Section(title, shelf.document, tuple(own), 1.0) for title, own in groups.items()]
