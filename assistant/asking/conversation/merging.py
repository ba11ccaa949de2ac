"""The limits of a question that goes on: its own first, then those of the question before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.asking.finding.corpus import Corpus, EntryKind
from assistant.asking.finding.due import in_year
from assistant.asking.finding.limiting import covers_years, in_scope
from assistant.asking.finding.matching import match
from assistant.asking.finding.retrieval import allowed, start_search
from assistant.asking.query import Limits, Query, Window
from assistant.asking.questions.topic import Term, build_topic
from ingest.model import Document

_KINDS: tuple[EntryKind, ...] = ("targets", "tasks", "indicators", "passages")
_MOST = 0.6


def merged_limits(
    own: Limits, before: Limits, corpus: Corpus, *, own_topic: bool, rows: bool
) -> Limits:
    """Own limits first; the earlier ones where the question says nothing about that.

    ``rows``: several rows are asked for, so that a single row spoken of before is no limit.
    """
    before = _other_documents(own, before, corpus)
    named = own.places or own.numbers or own.unknown_places or own.ref_numbers
    timed = own.years or own.period
    narrowed = not named and not own.issuers and narrows(before.chosen, own.chosen)
    merged = Limits(
        chosen=before.chosen if narrowed else own.chosen,
        called=before.called if narrowed else own.called,
        entitled=own.entitled or (() if named else before.entitled),
        places=own.places if named else before.places,
        issuers=own.issuers or (() if own.unknown_places else before.issuers),
        unknown_places=own.unknown_places,
        numbers=own.numbers if named else before.numbers,
        ref_numbers=own.ref_numbers or (() if own_topic else before.ref_numbers),
        kind_words=own.kind_words if own.kinds or named else before.kind_words,
        kinds=own.kinds if own.kinds or named else before.kinds,
        years=own.years if timed else before.years,
        period=own.period if timed else before.period,
        window=own.window or _moved(before.window, own),
        parts=own.parts or before.parts,
        length=own.length or (None if named else before.length),
        key=own.key or (None if own_topic or rows or own.unit else before.key),
        unit=own.unit or before.unit,
        unit_role=own.unit_role if own.unit_role != "any" else before.unit_role,
        partner=own.partner or (None if own.unit else before.partner),
        partner_role=own.partner_role if own.partner else before.partner_role,
    )
    return timely_limits(merged, own, corpus)


def _moved(window: Window | None, own: Limits) -> Window | None:
    """The days spoken of before, in the one year that a question names instead of theirs."""
    if window is None or window.start is None or window.end is None or len(own.years) != 1:
        return window
    old, new = window.end.year, own.years[0]
    if window.start.year != old or str(old) not in window.text or old == new:
        return window
    return replace(in_year(window, new), text=window.text.replace(str(old), str(new)))


def timely_limits(merged: Limits, own: Limits, corpus: Corpus) -> Limits:
    """Drop years taken over from before where the documents now meant are for other years."""
    if own.years or own.period or not (merged.years or merged.period):
        return merged
    documents = in_scope(merged, corpus)
    if any(covers_years(document.period, merged) for document in documents):
        return merged
    return replace(merged, years=(), period=None)


def narrows(before: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether the documents meant before are some of those that the question leaves open."""
    return bool(before) and (not own or set(before) <= set(own))


def beyond(years: Sequence[int], ids: Sequence[str], corpus: Corpus) -> bool:
    """Whether one of these years is none that the documents are for."""
    periods = [one.period for one in corpus.documents if one.id in ids]
    return not all(
        any(covers_years(period, Limits(years=(year,))) for period in periods) for year in years
    )


def _other_documents(own: Limits, before: Limits, corpus: Corpus) -> Limits:
    """The earlier limits without the documents that the question turns away from.

    It does where it names a kind that they are not of ("thế trong báo cáo?"), a span of years
    that another document is for, or a year for which those that only an answer named are not.
    """
    if before.called and beyond(own.years, before.chosen, corpus):
        before = replace(before, chosen=(), called="")
    if not (before.numbers or before.places or before.chosen or before.entitled):
        return before
    if own.places or own.numbers or not (own.kinds or own.period):
        return before
    meant = in_scope(before, corpus)
    if any(_is_named(document, own) for document in meant):
        return before
    of_place = replace(
        before, numbers=(), chosen=(), called="", entitled=(), kinds=(), kind_words=()
    )
    if _any_named(in_scope(of_place, corpus), own):
        return of_place
    elsewhere = replace(of_place, places=(), issuers=())
    return elsewhere if _any_named(in_scope(elsewhere, corpus), own) else before


def _any_named(documents: Sequence[Document], own: Limits) -> bool:
    return any(_is_named(document, own) for document in documents)


def _is_named(document: Document, own: Limits) -> bool:
    """Whether a document is of the kind and for the very years that are named."""
    of_kind = not own.kinds or document.kind in own.kinds
    return of_kind and (own.period is None or document.period == own.period)


def told_within(query: Query, corpus: Corpus) -> bool:
    """Whether anything within the limits of a question is about its topic."""
    search = start_search(query, corpus)
    entries = allowed(search, _KINDS)
    if search.topic.empty:
        return bool(entries)
    return any(
        match(entry, search.topic, accented=query.accented).fits
        for entry in entries
        if search.topic.touches(entry)
    )


def spoken_of(query: Query, corpus: Corpus) -> bool:
    """Whether the documents meant hold most of the terms of a question, wherever they stand."""
    ids = {document.id for document in in_scope(query.limits, corpus)}
    entries = [entry for entry in corpus.entries if entry.document.id in ids]
    texts = [part for entry in entries for part in (entry.body, entry.context)]
    held = frozenset[str]().union(*(text.words for text in texts))
    joined = frozenset[tuple[str, str]]().union(*(text.pairs for text in texts))
    terms = build_topic(query, corpus).terms
    there = sum(len(term.words) for term in terms if _stands(term, held, joined))
    return there >= _MOST * sum(len(term.words) for term in terms)


def _stands(term: Term, held: frozenset[str], joined: frozenset[tuple[str, str]]) -> bool:
    """Whether texts with these words hold a term or a synonym; what is solid, in one piece."""
    for words in (term.words, *term.others):
        plain = tuple(word.plain for word in words)
        whole = term.solid or words is not term.words
        if held.issuperset(plain) and (not whole or joined.issuperset(pairwise(plain))):
            return True
    return False


def loosened(query: Query, own: Limits, corpus: Corpus) -> Query:
    """A question with a topic of its own, without those limits of before that leave nothing of it.

    First the days and parts of a year go, then the unit, then the years: none that it names itself.
    """
    looser: list[Limits] = [query.limits]
    if not own.window and not own.parts:
        looser.append(replace(looser[-1], window=None, parts=()))
    if not own.unit:
        looser.append(replace(looser[-1], unit=None, unit_role="any", partner=None))
    if not own.years and not own.period:
        looser.append(replace(looser[-1], years=(), period=None))
    for limits in dict.fromkeys(looser):
        loose = replace(query, limits=limits)
        if told_within(loose, corpus):
            return loose
    return query
