"""What is stored, prepared for matching: every record and passage with its words.

A :class:`Corpus` is a snapshot; :mod:`assistant.asking.shelving` builds it document by document.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal

from assistant.asking.lexicon import Lexicon
from assistant.asking.periods import Part
from assistant.asking.words import Phrase, Word, words_of
from ingest.model import (
    AnyRecord,
    Document,
    EvidenceUnit,
    Source,
    Target,
)
from ingest.text.misread import mended_key
from ingest.text.normal import strip_accents
from vectorstore.search import SearchHit

Find = Callable[..., Sequence[SearchHit]]
"""Called like :meth:`assistant.asking.evidence.Evidence.search`."""
EntryKind = Literal["targets", "tasks", "indicators", "refs", "passages"]
_MOST_KEPT = 20000


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
    """One record or passage. ``focus`` is its own short name, ``context`` what stands above it.

    ``column`` is the heading that tells it from the other figures of its row; ``parts`` are the
    months or quarters that it is for, its own or else those of its document's title.
    """

    kind: EntryKind
    document: Document
    record: AnyRecord | None
    unit: EvidenceUnit | None
    body: Features
    focus: Features
    context: Features
    column: str = ""
    parts: frozenset[Part] = frozenset()

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
    """The shelves a question is answered from, and statistics over all of them.

    ``find`` searches the whole index by words and meaning.
    """

    shelves: tuple[Shelf, ...]
    lexicon: Lexicon
    complete: bool = True
    find: Find | None = field(default=None, compare=False)
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
    def headed_words(self) -> frozenset[str]:
        """Plain words that stand above entries, in headings and names of columns."""
        return frozenset(word for entry in self.entries for word in entry.context.words)

    @cached_property
    def spelt(self) -> frozenset[str]:
        """Every word as some entry spells it, with its accents."""
        return frozenset(
            word
            for entry in self.entries
            for word in (*entry.body.accented, *entry.context.accented)
        )

    @cached_property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """The spellings of every plain word."""
        table: dict[str, list[str]] = {}
        for word in sorted(self.spelt):
            table.setdefault(strip_accents(word), []).append(word)
        return {plain: tuple(words) for plain, words in table.items()}

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

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a text with abbreviations written out and reading errors mended."""
        return expanded_words(mended_key(text), self.lexicon)

    def features(self, text: str) -> Features:
        """The words of a heading, sentence or clause; kept, because questions come back to them."""
        if text not in self._features:
            if len(self._features) > _MOST_KEPT:
                self._features.clear()
            self._features[text] = Features.of(self.words(text))
        return self._features[text]

    def idf(self, word: str) -> float:
        """How much a word tells entries apart, 0.25 .. 1; a word that occurs nowhere weighs 1."""
        if word not in self._idf:
            size = len(self.entries) + 2
            rarity = math.log(size / (self.word_counts[word] + 1)) / math.log(size)
            self._idf[word] = 0.25 + 0.75 * max(0.0, rarity)
        return self._idf[word]


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
