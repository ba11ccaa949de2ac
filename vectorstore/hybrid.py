"""Search by words and by meaning at once: candidates of both, ranked by how well they fit.

Measured reasons in ``docs/decisions/0004-rank-by-fit.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from ingest.model import AnyRecord, EvidenceUnit, UnitKind
from vectorstore.fusion import reciprocal_rank_fusion
from vectorstore.lexical import MAX_TERMS, LexicalIndex
from vectorstore.ranking.fit import WEIGHTS, Aims, Candidate, fit, score
from vectorstore.ranking.lexicon import lexicon
from vectorstore.ranking.question import Known, Sought, read
from vectorstore.records import RecordStore
from vectorstore.search import SearchFilter, SearchHit
from vectorstore.tokens import Token, tokenise
from vectorstore.words import WordCounts

RANKED = 60
"""How many of each retriever's best are compared with the query; the rest follow as fused."""


_TOLD_BY_LEAD: frozenset[UnitKind] = frozenset({"task", "target"})
_TOLD_BY_YEAR: frozenset[UnitKind] = frozenset({"target", "indicator"})


@dataclass(frozen=True, slots=True)
class ByWords:
    """A query as it was read, and the numbers of the units found by its words, best first."""

    sought: Sought
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class _Found:
    """What both retrievers found, by unit number: similarities, nearest first, and words."""

    similarity: dict[int, float]
    by_words: tuple[int, ...]

    @cached_property
    def words(self) -> dict[int, int]:
        """The rank of each unit found by words, from 0."""
        return {number: rank for rank, number in enumerate(self.by_words)}

    @cached_property
    def _dense(self) -> dict[int, int]:
        return {number: rank for rank, number in enumerate(self.similarity)}

    @cached_property
    def looked_at(self) -> dict[int, None]:
        """The units that are compared with the query."""
        nearest = islice(self.similarity, RANKED)
        return dict.fromkeys((*nearest, *self.by_words[:RANKED]))

    @cached_property
    def _reach(self) -> tuple[float, float]:
        shares = [*self.similarity.values()]
        return (shares[0], shares[-1]) if shares else (1.0, 0.0)

    def closeness(self, number: int) -> float:
        """The similarity of a unit, 0 for the last and 1 for the first found by meaning."""
        first, last = self._reach
        own = self.similarity.get(number, last)
        return (own - last) / (first - last) if first > last else 0.0

    def fused(self) -> list[tuple[int, float]]:
        """All units by their ranks in both."""
        return reciprocal_rank_fusion([[*self.similarity], self.by_words])

    def hit(self, unit: EvidenceUnit, number: int, points: float) -> SearchHit:
        """The unit under ``number`` with what speaks for it."""
        return SearchHit(
            unit=unit,
            score=points,
            dense_rank=self._dense[number] + 1 if number in self._dense else None,
            lexical_rank=self.words[number] + 1 if number in self.words else None,
            similarity=self.similarity.get(number),
        )


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
        told = self.by_words(query, candidates(k), search_filter=search_filter)
        sought, found = told.sought, _Found(dict(by_meaning), told.numbers)
        looked_at = found.looked_at
        rest = [pair for pair in found.fused() if pair[0] not in looked_at]
        units = self._records.numbered_units([*looked_at, *(number for number, _ in rest[: 2 * k])])
        scores = self._scores(sought, found, units)
        floor = min(scores.values(), default=0.0) - 1.0
        scores.update((number, floor + share) for number, share in rest if number in units)
        order = sorted(scores, key=lambda number: -scores[number])
        hits = [found.hit(units[number], number, scores[number]) for number in order]
        return _each_place_once(hits)[:k]

    def documents(
        self, by_words: ByWords, by_meaning: Sequence[tuple[int, float]], *, most: int
    ) -> tuple[str, ...]:
        """Ids of the documents that hold the best units, at most ``most``, best first."""
        found = _Found(dict(by_meaning), by_words.numbers)
        units = self._records.numbered_units(found.looked_at)
        scores = self._scores(by_words.sought, found, units)
        order = sorted(scores, key=lambda number: -scores[number])
        ids = dict.fromkeys(units[number].document_id for number in order)
        return tuple(ids)[:most]

    def nearest(self, by_meaning: Sequence[tuple[int, float]]) -> list[SearchHit]:
        """Hits of what was found by meaning alone."""
        found = _Found(dict(by_meaning), ())
        units = self._records.numbered_units(found.similarity)
        return [
            found.hit(units[number], number, share)
            for number, share in by_meaning
            if number in units
        ]

    def by_words(self, query: str, limit: int, *, search_filter: SearchFilter) -> ByWords:
        """What is found by words alone, at most ``limit`` units."""
        sought = self._read(query)
        alternatives = [phrase for term in sought.terms for phrase in term.others]
        numbers = self._lexical.search(
            query, limit, search_filter=search_filter, others=alternatives
        )
        return ByWords(sought, tuple(numbers))

    def _scores(
        self, sought: Sought, found: _Found, units: Mapping[int, EvidenceUnit]
    ) -> dict[int, float]:
        """How well each unit that is looked at fits."""
        aims = Aims(sought)
        records = self._told_by(sought, [units[each] for each in found.looked_at if each in units])
        scores: dict[int, float] = {}
        for number in found.looked_at:
            unit = units.get(number)
            document = None if unit is None else self._records.document(unit.document_id)
            if unit is None or document is None:
                continue
            candidate = Candidate(
                unit=unit,
                record=records.get(unit.record_id or ""),
                closeness=found.closeness(number),
                word_rank=found.words.get(number),
            )
            scores[number] = score(fit(aims.of(document), candidate), WEIGHTS)
        return scores

    def _told_by(self, sought: Sought, units: Iterable[EvidenceUnit]) -> dict[str, AnyRecord]:
        """The records that units restate, where the query asks for what only these tell."""
        telling = _TOLD_BY_LEAD if not sought.years else _TOLD_BY_LEAD | _TOLD_BY_YEAR
        return self._records.records_of(
            unit.record_id for unit in units if unit.record_id is not None and unit.kind in telling
        )

    def _read(self, query: str) -> Sought:
        first_words = query[:20_000] if len(tokenise(query[:20_000])) <= MAX_TERMS else query[:400]
        return read(first_words, lexicon(), self._known)

    def _known(self, word: str) -> Known:
        return Known(self._counts.rarity(word), self._lexical.meant(Token(word, word)))


def candidates(k: int) -> int:
    """How many units each retriever is asked for where ``k`` are wanted."""
    return max(RANKED, 4 * k + 20)


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
