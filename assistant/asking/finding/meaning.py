"""What search by meaning adds: rows that say the same in other words, where words alone find none.

Similarities of one embedding model lie close together (with multilingual-e5-small 0.83 to 0.88 for
questions about nothing that is stored), so a similar row is only taken for the answer where the
words do not speak against it: no term of the question may be unknown to the documents, and the row
must hold a good part of them or be very similar. Anything less is offered as the nearest thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asking.finding.corpus import Entry, EntryKind
from assistant.asking.finding.matching import Match, match, unknown_terms
from assistant.asking.finding.retrieval import Search
from ingest.model import UnitKind
from vectorstore.search import SearchFilter, SearchHit

_LOOKED_AT = 20
_HIGH, _FAIR, _NEAR = 0.905, 0.865, 0.845
_FIRST = 3
_PARTLY, _BARELY = 0.6, 0.4
_UNIT_KINDS: dict[EntryKind, UnitKind] = {
    "targets": "target",
    "tasks": "task",
    "indicators": "indicator",
    "refs": "ref",
    "passages": "passage",
}
_RECORDS: tuple[EntryKind, ...] = ("targets", "tasks", "indicators")


def by_meaning(search: Search) -> Search | None:
    """The search with the records that mean what is asked, or ``None`` where none surely does."""
    if search.topic.empty or unknown_terms(search.topic, search.corpus):
        return None
    confirmed = {
        entry_key(entry)
        for hit, entry in _similar(search, _RECORDS)
        if _confirms(hit, match(entry, search.topic, accented=search.query.accented))
    }
    if not confirmed:
        return None
    return Search(search.query, search.corpus, search.topic, search.documents, frozenset(confirmed))


def nearest_in_meaning(search: Search, kinds: Sequence[EntryKind]) -> Match | None:
    """The most similar entry, as something to offer beside a refusal.

    Not where every word of the question is unknown: what is similar then is so by chance.
    """
    if len(unknown_terms(search.topic, search.corpus)) == len(search.topic.terms):
        return None
    for hit, entry in _similar(search, kinds):
        if (hit.similarity or 0.0) >= _NEAR:
            return match(entry, search.topic, accented=search.query.accented)
    return None


def entry_key(entry: Entry) -> str:
    """The id of what an entry holds."""
    holder = entry.record or entry.unit
    return holder.id if holder is not None else ""


def _similar(search: Search, kinds: Sequence[EntryKind]) -> Iterator[tuple[SearchHit, Entry]]:
    """Entries found by meaning, most similar first; none without vectors.

    Of very many documents the question chose a few by its own vector, which serves here too.
    """
    find = search.corpus.find
    if find is None:
        return
    wanted = SearchFilter(
        documents=tuple(document.id for document in search.documents),
        kinds=tuple(_UNIT_KINDS[kind] for kind in kinds),
    )
    query = search.query
    told = query.topic_text if search.corpus.complete else query.question
    hits = find(told, k=_LOOKED_AT, search_filter=wanted)
    known = {entry_key(entry): entry for entry in search.corpus.entries if entry.kind in kinds}
    for hit in sorted(hits, key=lambda one: -(one.similarity or 0.0)):
        entry = known.get(hit.unit.record_id or hit.unit.id)
        if hit.similarity is not None and entry is not None:
            yield hit, entry


def _confirms(hit: SearchHit, found: Match) -> bool:
    similarity = hit.similarity or 0.0
    if similarity >= _HIGH:
        return found.coverage >= _BARELY
    first = hit.dense_rank is not None and hit.dense_rank <= _FIRST
    return first and similarity >= _FAIR and found.coverage >= _PARTLY
