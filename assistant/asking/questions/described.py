"""Which documents a question describes, by their titles, bodies, numbers, places and file names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import PurePath

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus, Shelf
from assistant.asking.finding.limiting import covers_years, in_scope
from assistant.asking.query import Limits, Query
from assistant.asking.words import Phrase
from ingest.text.normal import fold
from ingest.vocabulary import load

_OPENING = 2
_LONGEST = 400
_APART = re.compile(r"[-_.]+")


def head_words(shelf: Shelf, corpus: Corpus) -> frozenset[str]:
    """The plain words by which people name a document.

    One without a title is named by what it begins with.
    """
    document = shelf.document
    told = [
        texts.KIND_NAMES[document.kind.value],
        document.title,
        document.issuer,
        document.number,
        document.province,
        _APART.sub(" ", PurePath(document.file).stem),
        _head_of(document.issuer or ""),
    ]
    if not document.title:
        units = [entry.unit for entry in shelf.entries if entry.unit is not None]
        told += [unit.text[:_LONGEST] for unit in units[:_OPENING]]
    return corpus.features(" · ".join(filter(None, told))).words


def _head_of(issuer: str) -> str:
    """The office that speaks for a body ("Chủ tịch" of a people's committee)."""
    heads = load("documents")["heads_of"]
    return next((heads[one] for one in heads if fold(issuer).startswith(fold(one))), "")


def subject_words(query: Query, corpus: Corpus, spent: Collection[str]) -> Phrase:
    """The telling words of a question's topic beside those that are ``spent`` on what is asked."""
    found: list[str] = []
    required = [entry.word for entry in query.required if entry.word.plain not in spent]
    index = 0
    while index < len(required):
        length, _ = corpus.lexicon.weak.at(required, index)
        if not length:
            found.append(required[index].plain)
        index += length or 1
    return tuple(found)


def described(query: Query, corpus: Corpus, subject: Sequence[str]) -> list[Shelf]:
    """The documents in scope whose names hold every word of ``subject``.

    None where nothing in the question tells one document from the others.
    """
    limits = query.limits
    ids = {document.id for document in in_scope(limits, corpus)}
    shelves = [shelf for shelf in corpus.shelves if shelf.document.id in ids]
    if limits.issuers:  # a body named means its own documents, not those of no known body
        shelves = [one for one in shelves if one.document.issuer] or shelves
    told = bool(subject or limits.names_documents or limits.issuers or limits.years)
    told = told or bool(limits.kinds and len(shelves) < len(corpus.shelves))
    if not told and len(corpus.shelves) > 1:
        return []
    return [
        shelf
        for shelf in shelves
        if head_words(shelf, corpus).issuperset(subject) and _of_the_years(shelf, query, corpus)
    ]


def _of_the_years(shelf: Shelf, query: Query, corpus: Corpus) -> bool:
    """Whether a document is for a year asked about, or speaks of it in a heading."""
    limits = query.limits
    if not limits.years and limits.period is None:
        return True
    document = shelf.document
    if document.period is not None and covers_years(document.period, limits):
        return True
    years = _years_asked(limits)
    if years & head_words(shelf, corpus) or (document.date or "")[:4] in years:
        return True
    return any(years & set(_YEAR.findall(title)) for e in shelf.entries for title in e.headings)


def _years_asked(limits: Limits) -> set[str]:
    """The years a question names, and those that a period of it begins and ends with."""
    period = limits.period
    ends = (period.from_, period.to) if period is not None else ()
    return {str(year) for year in (*limits.years, *ends)}


def of_asked_years(titles: Sequence[str], shelf: Shelf, query: Query) -> bool:
    """Whether a section is for a year asked about: by its headings, else by its document.

    "Nhiệm vụ năm 2028" is not the section of a report on 2026 that looks ahead to 2027.
    """
    limits = query.limits
    if not limits.years and limits.period is None:
        return True
    named = {year for title in titles for year in _YEAR.findall(title)}
    if named:
        return bool(named & _years_asked(limits))
    period = shelf.document.period
    return period is None or covers_years(period, limits)


_YEAR = re.compile(r"(?:19|20)\d\d")
