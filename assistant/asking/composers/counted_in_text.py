"""How many there are of something, where no rows can be counted and a sentence says it.

"Vụ A hoàn thành bao nhiêu nhiệm vụ trong tháng 3?": a report without rows tells the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.asking.finding.corpus import Shelf
from assistant.asking.finding.limiting import in_scope
from assistant.asking.finding.retrieval import Search, start_search
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Query
from assistant.asking.questions.done import asks_done
from assistant.asking.questions.wanted import Wanted, asked_for
from assistant.asking.sentences.passages import split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import Phrase, Word, contains, plain_phrase
from ingest.model import EvidenceUnit
from ingest.text.normal import fold

_MOST = 3
_HOW_MANY = ("bao", "nhieu")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def compose_counted_in_text(
    search: Search, counted: str = "", *, done: bool = False
) -> Composed | None:
    """The sentences in which a number stands before what is ``counted``, of all that is named.

    ``done``: those that say how many were finished, whatever names the document.
    """
    query = search.query
    asked = asked_for(query)
    noun = asked.noun or plain_phrase(counted)
    named = query.required or query.limits.unit or (done and _names_document(query))
    if not (asked.wanted is Wanted.FIGURE or counted) or not noun or not named:
        return None
    labels = document_labels(search.documents)
    ids = {document.id for document in in_scope(query.limits, search.corpus)}
    page = Page()
    for shelf in search.corpus.shelves:
        if shelf.document.id not in ids or _holds_rows(search, shelf):
            continue
        for text, unit in _counting(search, shelf, noun):
            if done and not asks_done([*plain_phrase(text), *_HOW_MANY]):
                continue
            page.add_of(labels[shelf.document.id], tidy(text), [within(unit.source, text)])
    return Composed(page, path="passages") if 0 < len(page.lines) <= _MOST else None


def compose_done_in_text(search: Search) -> Composed | None:
    """How much of something was done, by what a report says: a plan only lists what is to be."""
    query = search.query
    if not asks_done(query.words) or query.subject != "tasks":
        return None
    limits = replace(query.limits, kinds=(), kind_words=())
    own = start_search(replace(query, limits=limits), search.corpus)
    return compose_counted_in_text(own, done=True)


def _names_document(query: Query) -> bool:
    return query.limits.names_documents or bool(query.limits.issuers)


def _timed(text: str, years: set[str]) -> Phrase:
    """The words of a span of time without its year, which the document around may name."""
    words = plain_phrase(text)
    while len(words) > 1 and words[-1] in (years | {"nam"}):
        words = words[:-1]
    return words


def _holds_rows(search: Search, shelf: Shelf) -> bool:
    """Whether a document has rows of the kind asked for: they are counted, not read about."""
    return any(entry.kind == search.query.subject for entry in shelf.entries)


def _counting(search: Search, shelf: Shelf, noun: Phrase) -> Iterator[tuple[str, EvidenceUnit]]:
    query, corpus = search.query, search.corpus
    counted = re.compile(rf"\d[\d.,/]*\s+{re.escape(' '.join(noun))}\b")
    wanted = {one.word.plain for one in query.required} - set(noun)
    unit_named = plain_phrase(query.limits.unit or "")
    beside = {one.word.plain for one in query.topic if one.word.plain.isalpha()} - set(noun)
    beside = {word for word in beside if not corpus.lexicon.function.at([Word(word, word)], 0)[0]}
    years = {str(year) for year in query.limits.years}
    window = _timed(query.limits.window.text, years) if query.limits.window is not None else ()
    beside -= {*window, *years}
    title = shelf.document.title or ""
    for entry in shelf.entries:
        unit = entry.unit
        if unit is None:
            continue
        around = " · ".join((unit.text, *unit.headings, title))
        known = corpus.features(around)
        told = set(_YEAR.findall(around))
        if not beside <= known.words or (window and contains(known.plain, window) < 0):
            continue
        if years and told and years.isdisjoint(told):
            continue
        for text in split_sentences(unit.text):
            piece = corpus.features(text)
            of_unit = not unit_named or contains(plain_phrase(text), unit_named) >= 0
            if of_unit and counted.search(fold(text)) and wanted <= piece.words:
                yield text, unit
