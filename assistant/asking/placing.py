"""Places of documents whose province is not known: the lines above their title may name it."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.corpus import Corpus, Shelf
from assistant.asking.query import Query
from assistant.asking.words import contains, plain_phrase

_HEAD = 10


def placed(query: Query, corpus: Corpus) -> Query:
    """The question within the documents whose head names the place that nothing is stored of."""
    limits = query.limits
    if not limits.unknown_places or limits.places:
        return query
    phrases = [plain_phrase(place) for place in limits.unknown_places]
    found = tuple(
        shelf.document.id
        for shelf in corpus.shelves
        if shelf.document.province is None
        and (not limits.chosen or shelf.document.id in limits.chosen)
        and all(_names(shelf, corpus, phrase) for phrase in phrases)
    )
    if not found:
        return query
    return replace(query, limits=replace(limits, unknown_places=(), chosen=found))


def _names(shelf: Shelf, corpus: Corpus, phrase: tuple[str, ...]) -> bool:
    head = [entry for entry in shelf.entries if entry.kind == "passages"][:_HEAD]
    told = (shelf.document.issuer or "", *(entry.body.text for entry in head))
    return any(contains(corpus.features(text).plain, phrase) >= 0 for text in told)
