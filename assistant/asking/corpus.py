"""What is stored, prepared for matching: every record and passage with its words.

A :class:`Corpus` is a snapshot. It is built per document and kept until that document changes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal

from assistant.asking.evidence import Evidence
from assistant.asking.lexicon import Lexicon
from assistant.asking.words import Phrase, Word, words_of
from ingest.model import (
    AnyRecord,
    Document,
    EvidenceUnit,
    Indicator,
    RecordKind,
    Ref,
    Source,
    Target,
    Task,
)
from ingest.text.normal import fold
from ingest.text.organisations import begins_unit, split_units
from vectorstore.search import RecordFilter, SearchFilter

EntryKind = Literal["targets", "tasks", "indicators", "refs", "passages"]
_KINDS: tuple[RecordKind, ...] = ("targets", "tasks", "indicators", "refs")
_MANY_DOCUMENTS = 150
_MOST_KEPT = 20000
_MOST_POINTED_AT = 40
_MOST_SHELVES = 400
_LONGEST_NAME = 14


@dataclass(frozen=True, slots=True)
class Features:
    """The words of one text, as sets to look in. ``pairs`` are neighbouring plain words."""

    plain: Phrase
    words: frozenset[str]
    accented: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, words: Sequence[Word]) -> Features:
        """Features of a word sequence."""
        plain = tuple(word.plain for word in words)
        return cls(
            plain,
            frozenset(plain),
            frozenset(word.accented for word in words),
            frozenset(pairwise(plain)),
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One record or passage. ``focus`` is its own short name, ``context`` what stands above it."""

    kind: EntryKind
    document: Document
    record: AnyRecord | None
    unit: EvidenceUnit | None
    body: Features
    focus: Features
    context: Features

    @property
    def headings(self) -> tuple[str, ...]:
        """Titles of the sections around, outermost first."""
        holder = self.record or self.unit
        return holder.headings if holder is not None else ()

    @property
    def source(self) -> Source:
        """Where it stands."""
        holder = self.record or self.unit
        if holder is None:
            raise ValueError("an entry holds a record or a unit")
        return holder.source


@dataclass(frozen=True, slots=True)
class Shelf:
    """One document's entries with the counts that weigh words."""

    document: Document
    entries: tuple[Entry, ...]
    word_counts: Counter[str]
    pair_counts: Counter[tuple[str, str]]
    units: tuple[str, ...]
    digest: str | None
    lexicon: Lexicon


@dataclass(frozen=True)
class Corpus:
    """The shelves a question is answered from, and statistics over all of them."""

    shelves: tuple[Shelf, ...]
    lexicon: Lexicon
    complete: bool = True
    _idf: dict[str, float] = field(default_factory=dict, compare=False)
    _features: dict[str, Features] = field(default_factory=dict, compare=False)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, document by document."""
        return tuple(entry for shelf in self.shelves for entry in shelf.entries)

    @cached_property
    def word_counts(self) -> Counter[str]:
        """In how many entries each plain word stands."""
        total: Counter[str] = Counter()
        for shelf in self.shelves:
            total.update(shelf.word_counts)
        return total

    @cached_property
    def pair_counts(self) -> Counter[tuple[str, str]]:
        """In how many entries each pair of neighbours stands."""
        total: Counter[tuple[str, str]] = Counter()
        for shelf in self.shelves:
            total.update(shelf.pair_counts)
        return total

    @cached_property
    def units(self) -> tuple[tuple[tuple[Word, ...], str], ...]:
        """Organisational units named as lead or coordinator, longest name first."""
        names: dict[Phrase, tuple[tuple[Word, ...], str]] = {}
        for shelf in self.shelves:
            for name in shelf.units:
                words = expanded_words(name, self.lexicon)
                names.setdefault(tuple(word.accented for word in words), (words, name))
        return tuple(sorted(names.values(), key=lambda item: -len(item[0])))

    @cached_property
    def many_horizons(self) -> frozenset[str]:
        """Ids of documents that set targets for more than one period."""
        horizons: dict[str, set[tuple[int, int]]] = {}
        for entry in self.entries:
            if isinstance(entry.record, Target) and entry.record.horizon is not None:
                period = entry.record.horizon
                horizons.setdefault(entry.document.id, set()).add((period.from_, period.to))
        return frozenset(key for key, found in horizons.items() if len(found) > 1)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents on the shelves."""
        return tuple(shelf.document for shelf in self.shelves)

    @cached_property
    def _by_length(self) -> dict[int, tuple[str, ...]]:
        lengths: dict[int, list[str]] = {}
        for word in self.word_counts.keys() | self.lexicon.syllables:
            if word.isalpha():
                lengths.setdefault(len(word), []).append(word)
        return {length: tuple(sorted(words)) for length, words in lengths.items()}

    def alphabet(self, length: int, margin: int) -> tuple[str, ...]:
        """All known words about as long as ``length``."""
        sizes = range(length - margin, length + margin + 1)
        return tuple(word for size in sizes for word in self._by_length.get(size, ()))

    def bond(self, left: str, right: str) -> float:
        """How firmly two neighbouring words belong together here, 0..1."""
        together = self.pair_counts[(left, right)]
        if not together:
            return 0.0
        return together / min(self.word_counts[left], self.word_counts[right])

    def features(self, text: str) -> Features:
        """The words of a heading, sentence or clause; kept, because questions come back to them."""
        if text not in self._features:
            if len(self._features) > _MOST_KEPT:
                self._features.clear()
            self._features[text] = Features.of(expanded_words(text, self.lexicon))
        return self._features[text]

    def idf(self, word: str) -> float:
        """How much a word tells entries apart, 0.25 .. 1; a word that occurs nowhere weighs 1."""
        if word not in self._idf:
            size = len(self.entries) + 2
            rarity = math.log(size / (self.word_counts[word] + 1)) / math.log(size)
            self._idf[word] = 0.25 + 0.75 * max(0.0, rarity)
        return self._idf[word]


class CorpusCache:
    """Builds corpora and keeps each document's shelf until the document changes."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._shelves: dict[str, Shelf] = {}
        self._corpus: Corpus | None = None

    def corpus(self, lexicon: Lexicon, *, question: str, documents: Sequence[str] = ()) -> Corpus:
        """The corpus for one question. With very many documents only those search points at."""
        stored = [
            document
            for document in self._evidence.documents()
            if document.status not in ("failed", "skipped")
        ]
        if documents:
            stored = [document for document in stored if document.id in set(documents)]
        complete = len(stored) <= _MANY_DOCUMENTS
        if not complete:
            wanted = self._pointed_at(question, tuple(documents))
            wanted |= self._named_in(question, stored)
            stored = [document for document in stored if document.id in wanted]
        shelves = tuple(self._shelf(document, lexicon) for document in stored)
        last = self._corpus
        if (
            last is None
            or last.lexicon is not lexicon
            or len(last.shelves) != len(shelves)
            or any(one is not other for one, other in zip(last.shelves, shelves, strict=True))
        ):
            self._corpus = Corpus(shelves, lexicon, complete)
        return self._corpus or Corpus(shelves, lexicon, complete)

    def forget(self) -> None:
        """Drop everything; call it after documents were added, replaced or removed."""
        self._shelves.clear()
        self._corpus = None

    def _pointed_at(self, question: str, documents: tuple[str, ...]) -> set[str]:
        hits = self._evidence.search(
            question, k=200, search_filter=SearchFilter(documents=documents)
        )
        order = dict.fromkeys(hit.unit.document_id for hit in hits)
        return set([*order][:_MOST_POINTED_AT])

    def _named_in(self, question: str, stored: Sequence[Document]) -> set[str]:
        """Documents whose number stands in the question."""
        asked = "".join(fold(question).split())
        return {
            document.id
            for document in stored
            if document.number and "".join(fold(document.number).split()) in asked
        }

    def _shelf(self, document: Document, lexicon: Lexicon) -> Shelf:
        kept = self._shelves.get(document.id)
        digest = self._evidence.sha256(document.id)
        if (
            kept is None
            or kept.document != document
            or kept.digest != digest
            or kept.lexicon is not lexicon
        ):
            kept = _build_shelf(self._evidence, document, lexicon, digest)
            if len(self._shelves) >= _MOST_SHELVES:
                self._shelves.clear()
            self._shelves[document.id] = kept
        return kept


def _build_shelf(
    evidence: Evidence, document: Document, lexicon: Lexicon, digest: str | None
) -> Shelf:
    only = RecordFilter(documents=(document.id,))
    entries: list[Entry] = []
    units: dict[str, None] = {}
    for kind in _KINDS:
        records = evidence.records(kind, only)
        entries.extend(_record_entry(document, record, kind, lexicon) for record in records)
        for record in records:
            if isinstance(record, Task | Target):
                for name in (*record.lead, *record.coordinating):
                    units.update(dict.fromkeys(unit_names(name)))
    entries.extend(
        _passage_entry(document, unit, lexicon)
        for unit in evidence.units(document.id)
        if unit.kind == "passage"
    )
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        words.update(entry.body.words)
        pairs.update(entry.body.pairs)
    return Shelf(document, tuple(entries), words, pairs, tuple(units), digest, lexicon)


def unit_names(name: str) -> Iterable[str]:
    """The unit names in a lead or coordinator, leaving out what is no unit's name."""
    for piece in split_units(name):
        if begins_unit(piece) and 1 < len(piece.split()) <= _LONGEST_NAME:
            yield piece


def expanded_words(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of ``text`` with abbreviations written out."""
    words = words_of(text)
    result: list[Word] = []
    index = 0
    while index < len(words):
        length, meanings = lexicon.abbreviations.at(words, index)
        if length:
            result.extend(
                Word(word.plain, word.accented, words[index].start) for word in meanings[0]
            )
            index += length
        else:
            result.append(words[index])
            index += 1
    return tuple(result)


def _record_entry(
    document: Document, record: AnyRecord, kind: RecordKind, lexicon: Lexicon
) -> Entry:
    body, focus, context = _texts(record)
    return Entry(
        kind,
        document,
        record,
        None,
        Features.of(expanded_words(body, lexicon)),
        Features.of(expanded_words(focus, lexicon)),
        Features.of(expanded_words(context, lexicon)),
    )


def _texts(record: AnyRecord) -> tuple[str, str, str]:
    section = " · ".join(record.headings)
    if isinstance(record, Target):
        return f"{record.text} · {record.metric or ''}", record.metric or record.text, section
    if isinstance(record, Task):
        further = " · ".join((*record.products, *(item.text for item in record.activities)))
        return f"{record.text} · {further}", record.text, section
    if isinstance(record, Indicator):
        named = " · ".join(filter(None, (record.name, record.subject)))
        return named, named, " · ".join(filter(None, (record.parent, record.note, section)))
    return _ref_text(record), record.number, section


def _ref_text(record: Ref) -> str:
    return " · ".join(filter(None, (record.type, record.number, record.issuer, record.about)))


def _passage_entry(document: Document, unit: EvidenceUnit, lexicon: Lexicon) -> Entry:
    body = Features.of(expanded_words(unit.text, lexicon))
    context = Features.of(expanded_words(" · ".join(unit.headings), lexicon))
    return Entry("passages", document, None, unit, body, body, context)
