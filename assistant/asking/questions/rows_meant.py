"""Bodies that a question names as the row of a table, not as the issuer of the document."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.features import expanded_words
from assistant.asking.finding.limiting import in_scope
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search
from assistant.asking.query import Query
from ingest.model import Indicator

_HELD = 0.6


def row_subjects(query: Query, corpus: Corpus) -> frozenset[str]:
    """The issuers of ``query`` that are the subject of a row within its other limits."""
    wanted = frozenset(query.limits.issuers)
    if not wanted:
        return wanted
    free = replace(query.limits, issuers=())
    ids = {document.id for document in in_scope(free, corpus)}
    found = {
        name
        for entry in corpus.entries
        if entry.document.id in ids
        for name in _named_by(entry, corpus)
    }
    return wanted & found


def within_rows(search: Search, names: frozenset[str]) -> Search | None:
    """The search in the rows of these bodies only, in the columns that name what is asked for.

    What only a note says names no figure.
    """
    shelves = []
    for shelf in search.corpus.shelves:
        entries = tuple(
            entry
            for entry in shelf.entries
            if isinstance(entry.record, Indicator)
            and names & _named_by(entry, search.corpus)
            and _is_named(entry.record, search)
        )
        if entries:
            shelves.append(replace(shelf, entries=entries))
    if not shelves:
        return None
    return replace(search, corpus=replace(search.corpus, shelves=tuple(shelves)), _ranked={})


def _is_named(record: Indicator, search: Search) -> bool:
    told = (*record.headings, record.parent, record.name, record.subject, record.unit)
    features = search.corpus.features(" · ".join(filter(None, told)))
    return all(
        term.weak or found_in(term, features, accented=search.query.accented) >= _HELD
        for term in search.topic.terms
    )


def _named_by(entry: Entry, corpus: Corpus) -> frozenset[str]:
    record = entry.record
    if not isinstance(record, Indicator) or not record.subject:
        return frozenset()
    return _meant_by(record.subject, corpus)


def _meant_by(subject: str, corpus: Corpus) -> frozenset[str]:
    words = expanded_words(subject, corpus.lexicon)
    return frozenset(corpus.issuers.at(words, 0)[1])
