"""Documents meant by a place in their first lines or file name, or by a number they cite."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from assistant.asking.finding.corpus import Corpus, Shelf
from assistant.asking.query import Query
from assistant.asking.questions.limits import compact, names_of_place
from assistant.asking.words import contains, plain_phrase
from ingest.model import Ref

_HEAD = 10
_APART = re.compile(r"[-_.]+")


def placed(query: Query, corpus: Corpus) -> Query:
    """The question within the documents whose head names the place that nothing is stored of."""
    limits = query.limits
    if limits.ref_numbers and not limits.names_documents and not limits.unknown_places:
        return _within_citing(query, corpus)
    if limits.places and not limits.chosen and not limits.unknown_places:
        return _with_files_named(query, corpus)
    if not limits.unknown_places or limits.places:
        return query
    places = [tuple(map(plain_phrase, names_of_place(one))) for one in limits.unknown_places]
    found = tuple(
        shelf.document.id
        for shelf in corpus.shelves
        if shelf.document.province is None
        and (not limits.chosen or shelf.document.id in limits.chosen)
        and all(any(_names(shelf, corpus, one) for one in names) for names in places)
    )
    if not found:
        return query
    return replace(query, limits=replace(limits, unknown_places=(), chosen=found))


def _within_citing(query: Query, corpus: Corpus) -> Query:
    """The question within the documents that cite the number it names, where any does."""
    asked = tuple(compact(number) for number in query.limits.ref_numbers)
    found = dict.fromkeys(
        entry.document.id
        for entry in corpus.entries
        if isinstance(entry.record, Ref)
        and any(f"{compact(entry.record.number)}/".startswith(f"{one}/") for one in asked)
    )
    if not found or len(found) == len(corpus.documents):
        return query
    return replace(query, limits=replace(query.limits, chosen=tuple(found)))


def _with_files_named(query: Query, corpus: Corpus) -> Query:
    """The question with the files that bear the place's name though their text names none."""
    limits = query.limits
    phrases = [plain_phrase(name) for place in limits.places for name in names_of_place(place)]
    own = [one.id for one in corpus.documents if one.province in limits.places]
    files = [
        shelf.document.id
        for shelf in corpus.shelves
        if shelf.document.province is None
        and any(contains(plain_phrase(_stem(shelf)), phrase) >= 0 for phrase in phrases)
    ]
    if not files:
        return query
    return replace(query, limits=replace(limits, places=(), chosen=(*own, *files)))


def _stem(shelf: Shelf) -> str:
    return _APART.sub(" ", PurePath(shelf.document.file).stem)


def _names(shelf: Shelf, corpus: Corpus, phrase: tuple[str, ...]) -> bool:
    head = [entry for entry in shelf.entries if entry.kind == "passages"][:_HEAD]
    told = (shelf.document.issuer or "", _stem(shelf), *(entry.body.text for entry in head))
    return any(contains(corpus.features(text).plain, phrase) >= 0 for text in told)
