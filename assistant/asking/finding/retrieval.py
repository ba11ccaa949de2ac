"""Picks the entries a question is about: limits first, then topic, best first per document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant.asking.finding.corpus import Corpus, Entry, EntryKind
from assistant.asking.finding.limiting import in_scope, satisfies
from assistant.asking.finding.matching import COVERED, Match, match
from assistant.asking.finding.narrowing import narrowed
from assistant.asking.labels import horizon_text
from assistant.asking.query import Intent, Query
from assistant.asking.questions.limits import annex_number
from assistant.asking.questions.topic import Topic, build_topic
from ingest.model import Document, Target


@dataclass(frozen=True, slots=True)
class Search:
    """A query with its topic and the documents it may be answered from.

    ``meant`` are records that mean what is asked though they say it in other words.
    """

    query: Query
    corpus: Corpus
    topic: Topic
    documents: tuple[Document, ...]
    meant: frozenset[str] = frozenset()
    _ranked: dict[tuple[EntryKind, ...], list[Match]] = field(default_factory=dict, compare=False)

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the documents in scope."""
        return frozenset(document.id for document in self.documents)


def entry_horizon(search: Search, entry: Entry) -> str:
    """The period a target is for, in words; empty for what is no target."""
    if not isinstance(entry.record, Target):
        return ""
    several = entry.document.id in search.corpus.many_horizons
    return horizon_text(entry.record, entry.document, several=several)


def start_search(query: Query, corpus: Corpus) -> Search:
    """Resolve the document limits of ``query`` and cut its topic."""
    return Search(query, corpus, build_topic(query, corpus), in_scope(query.limits, corpus))


def _annex_meant(search: Search) -> int | None:
    """The number of the annex asked for, where a document in scope has rows in such a one."""
    asked, ids = annex_number(search.query.limits.annex), search.ids
    if asked is None:
        return None
    held = (
        annex_number(entry.record.annex)
        for entry in search.corpus.entries
        if entry.record is not None and entry.document.id in ids
    )
    return asked if asked in held else None


def allowed(search: Search, kinds: Sequence[EntryKind]) -> list[Entry]:
    """Entries of these kinds that satisfy every limit but the topic."""
    limits, ids = search.query.limits, search.ids

    def choose() -> list[Entry]:
        annex = _annex_meant(search)
        return [
            entry
            for entry in search.corpus.entries
            if entry.kind in kinds
            and entry.document.id in ids
            and satisfies(entry, limits, annex=annex)
        ]

    return [*search.corpus.once(("allowed", limits, ids, tuple(kinds)), choose)]


def ranked(search: Search, kinds: Sequence[EntryKind]) -> list[Match]:
    """Allowed entries with their topic match, best first.

    Without a topic a row's key must say what is meant; the entries keep document order.
    """
    if search.topic.empty and search.query.limits.key is None:
        return []
    wanted = tuple(kinds)
    if wanted not in search._ranked:
        query = search.query
        key = (wanted, query.limits, search.ids, search.topic, query.accented, search.meant)
        search._ranked[wanted] = [*search.corpus.once(key, lambda: _matched(search, wanted))]
    return search._ranked[wanted]


def _matched(search: Search, kinds: Sequence[EntryKind]) -> list[Match]:
    entries = allowed(search, kinds)
    if not search.topic.empty:
        entries = [entry for entry in entries if _concerns(search, entry)]
    found = [
        _taken_as_meant(search, match(entry, search.topic, accented=search.query.accented))
        for entry in entries
    ]
    return sorted(found, key=lambda one: -one.score)


def _concerns(search: Search, entry: Entry) -> bool:
    return search.topic.touches(entry) or _is_meant(search, entry)


def _is_meant(search: Search, entry: Entry) -> bool:
    return entry.record is not None and entry.record.id in search.meant


def _taken_as_meant(search: Search, found: Match) -> Match:
    if not _is_meant(search, found.entry):
        return found
    whole = tuple(1.0 for _ in search.topic.terms)
    return replace(found, coverage=max(found.coverage, COVERED), missing=(), levels=whole, named=())


def fitting(search: Search, kinds: Sequence[EntryKind], *, wide: bool = False) -> list[Match]:
    """The ranked entries that are about the topic, see :func:`narrowing.narrowed`."""
    return narrowed(ranked(search, kinds), search.topic, wide=wide)


def by_document(matches: Iterable[Match]) -> dict[str, list[Match]]:
    """Matches per document, keeping order."""
    groups: dict[str, list[Match]] = {}
    for found in matches:
        groups.setdefault(found.entry.document.id, []).append(found)
    return groups


def wants_records(query: Query) -> bool:
    """Whether the question is one that typed records answer."""
    return query.intent not in (Intent.PROSE, Intent.REASON, Intent.SUMMARY, Intent.DEFINITION)
