"""Whether an answer is about the unit that limits the question."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import Features
from assistant.asking.finding.limiting import has_unit
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.questions.topic import Term
from assistant.asking.words import Phrase
from ingest.model import Target, Task
from ingest.text.unit_keys import Issuer

_REACH = 2
_SHORTEST = 3
"""Words from which on a unit's name may be said without the level of its place."""


def unit_left_out(
    query: Query, corpus: Corpus, composed: Composed, told: Sequence[Features]
) -> Term | None:
    """The unit that limits the question, where nothing cited names it or is its work."""
    unit = query.limits.unit
    if unit is None:
        return None
    words = corpus.words(unit)
    phrase = tuple(word.plain for word in words)
    levels = corpus.lexicon.levels
    bare = next((phrase[: -len(one)] for one in levels if phrase[-len(one) :] == one), phrase)
    names = (phrase, bare) if len(bare) > _SHORTEST else (phrase,)  # "Văn phòng … phường"
    if any(stands_near(name, one.plain) for one in told for name in names):
        return None
    cited = {piece.document_id for one in composed.page.citations for piece in (one.source,)}
    quotes = {one.source.quote for one in composed.page.citations}
    for shelf in corpus.shelves:
        if shelf.document.id not in cited:
            continue
        issuer = Issuer.of(shelf.document)
        for entry in shelf.entries:
            task = entry.record
            if isinstance(task, Task | Target) and _is_of(task, quotes):
                slugs = task.lead_units if isinstance(task, Task) else ()
                if has_unit((*task.lead, *task.coordinating), slugs, unit, issuer):
                    return None
    return Term(words, 1.0, solid=True)


def _is_of(record: Task | Target, quotes: Collection[str]) -> bool:
    """Whether one of the quotes is of this row or sentence."""
    return any(piece.quote in quotes for piece in (record.source, *record.source.parts))


def stands_near(term: Phrase, words: Phrase) -> bool:
    """Whether the syllables of a term stand in order with few others between."""
    size = len(term) + _REACH
    for start, word in enumerate(words):
        if word == term[0]:
            ahead = iter(words[start : start + size])
            if all(one in ahead for one in term):
                return True
    return False
