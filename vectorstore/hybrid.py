"""Search by words and by meaning at once: candidates of both, ranked by how well they fit.

Measured reasons in ``docs/decisions/0004-rank-by-fit.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from ingest.model import EvidenceUnit
from vectorstore.fusion import reciprocal_rank_fusion
from vectorstore.lexical import MAX_TERMS, LexicalIndex
from vectorstore.ranking.fit import WEIGHTS, Aim, Candidate, fit, score
from vectorstore.ranking.lexicon import lexicon
from vectorstore.ranking.question import Known, Sought, read
from vectorstore.records import RecordStore
from vectorstore.search import SearchFilter, SearchHit
from vectorstore.tokens import Token, tokenise
from vectorstore.words import WordCounts

RANKED = 60
"""How many of each retriever's best are compared with the query; the rest follow as fused."""


class HybridSearch:
    """Finds units of one store. The caller guards the order of calls between threads."""

    def __init__(self, records: RecordStore, lexical: LexicalIndex, counts: WordCounts) -> None:
        self._records = records
        self._lexical = lexical
        self._counts = counts

    def hits(
        self,
        query: str,
        *,
        k: int,
        search_filter: SearchFilter,
        by_meaning: Sequence[tuple[int, float]],
    ) -> list[SearchHit]:
        """The ``k`` best units, best first; ``by_meaning`` are numbers with their similarity."""
        sought = self._read(query)
        alternatives = [phrase for term in sought.terms for phrase in term.others]
        by_words = self._lexical.search(
            query, candidates(k), search_filter=search_filter, others=alternatives
        )
        similarity = dict(by_meaning)
        rankings = ([*similarity], by_words)
        dense, words = (
            {number: rank for rank, number in enumerate(ranking)} for ranking in rankings
        )
        fused = reciprocal_rank_fusion(rankings)
        looked_at = dict.fromkeys((*rankings[0][:RANKED], *by_words[:RANKED]))
        rest = [pair for pair in fused if pair[0] not in looked_at]
        first, last = (similarity[rankings[0][at]] for at in (0, -1)) if similarity else (1.0, 0.0)
        units = self._records.numbered_units([*looked_at, *(number for number, _ in rest[: 2 * k])])
        aims: dict[str, Aim] = {}
        scores: dict[int, float] = {}
        for number in looked_at:
            unit = units.get(number)
            aim = self._aim(sought, unit, aims)
            if unit is None or aim is None:
                continue
            close = similarity.get(number, last)
            candidate = Candidate(
                unit=unit,
                record=self._records.record(unit.record_id) if unit.record_id else None,
                closeness=(close - last) / (first - last) if first > last else 0.0,
                word_rank=words.get(number),
            )
            scores[number] = score(fit(aim, candidate), WEIGHTS)
        floor = min(scores.values(), default=0.0) - 1.0
        scores.update((number, floor + share) for number, share in rest if number in units)
        order = sorted(scores, key=lambda number: -scores[number])
        made = partial(_hit, units=units, dense=dense, words=words, similarity=similarity)
        found = [made(number, scores[number]) for number in order]
        return _each_place_once(found)[:k]

    def _read(self, query: str) -> Sought:
        first_words = query[:20_000] if len(tokenise(query[:20_000])) <= MAX_TERMS else query[:400]
        return read(first_words, lexicon(), self._known)

    def _known(self, word: str) -> Known:
        return Known(self._counts.rarity(word), self._lexical.meant(Token(word, word)))

    def _aim(self, sought: Sought, unit: EvidenceUnit | None, kept: dict[str, Aim]) -> Aim | None:
        if unit is None:
            return None
        if unit.document_id not in kept:
            found = self._records.document(unit.document_id)
            if found is not None:
                kept[unit.document_id] = Aim(sought, found)
        return kept.get(unit.document_id)


def candidates(k: int) -> int:
    """How many units each retriever is asked for where ``k`` are wanted."""
    return max(RANKED, 4 * k + 20)


def _hit(
    number: int,
    points: float,
    *,
    units: dict[int, EvidenceUnit],
    dense: dict[int, int],
    words: dict[int, int],
    similarity: dict[int, float],
) -> SearchHit:
    return SearchHit(
        unit=units[number],
        score=points,
        dense_rank=dense[number] + 1 if number in dense else None,
        lexical_rank=words[number] + 1 if number in words else None,
        similarity=similarity.get(number),
    )


def _each_place_once(found: Sequence[SearchHit]) -> list[SearchHit]:
    """Hits with what repeats a table row put last; scores fall from hit to hit all the same.

    A passage whose place a record stands at gives its rank to the record, which says it better.
    """
    records: dict[object, SearchHit] = {}
    for hit in found:
        if hit.unit.kind != "passage":
            records.setdefault(hit.unit.source.place(), hit)
    seen: set[object] = set()
    first: list[SearchHit] = []
    again: list[SearchHit] = []
    for hit in found:
        best = hit
        if hit.unit.kind == "passage":
            best = records.get(hit.unit.source.place(), hit)
        row = _row(best.unit)
        if row not in seen:
            first.append(best)
            seen.add(row)
            seen.add(best.unit.id)
        elif best.unit.id not in seen:
            again.append(best)
            seen.add(best.unit.id)
    return _falling([*first, *again])


def _row(unit: EvidenceUnit) -> object:
    """The table row a unit stands in, or the words it cites."""
    source = unit.source
    if source.table is not None and source.row is not None:
        return source.document_id, source.table, source.row
    return source.place()


def _falling(hits: Iterable[SearchHit]) -> list[SearchHit]:
    lowest = float("inf")
    result = []
    for hit in hits:
        lowest = min(lowest, hit.score)
        result.append(hit if hit.score == lowest else replace(hit, score=lowest))
    return result
