"""What is stored, prepared for matching: every record and passage with its words.

A :class:`Corpus` is a snapshot; :mod:`assistant.asking.finding.shelving` builds it document by
document.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal, Self, TypeVar

from assistant.asking.finding.features import (
    Features,
    expanded_words,
    features_of,
    mended_words,
)
from assistant.asking.finding.kept_words import kept_words
from assistant.asking.grid.shape import Grid
from assistant.asking.grid.tables import grids_of
from assistant.asking.lexicon import Lexicon
from assistant.asking.questions.issuing import issuer_names
from assistant.asking.questions.periods import Part, parts_in, parts_of
from assistant.asking.repairing.shorthand import Shorthand, shorthands_in
from assistant.asking.words import Phrase, PhraseTable, Word, words_of
from ingest.model import (
    AnyRecord,
    Document,
    EvidenceUnit,
    Indicator,
    Source,
    TableReport,
    Target,
)
from ingest.text.normal import strip_accents
from vectorstore.search import SearchHit

Find = Callable[..., Sequence[SearchHit]]
"""Called like :meth:`assistant.asking.evidence.Pointing.similar`."""
EntryKind = Literal["targets", "tasks", "indicators", "refs", "passages"]
Found = TypeVar("Found")
_MOST_CHOSEN = 100_000
_COMPARED = re.compile(r"\b(?:so (?:sánh )?với|cùng kỳ)\b[^,.;()]*", re.IGNORECASE)
"""What a figure is held against, up to the next mark."""


@dataclass(frozen=True)
class Entry:
    """One record or passage. ``focus`` is its own short name, ``context`` what stands above it.

    ``column`` is the heading that tells it from the other figures of its row.
    """

    kind: EntryKind
    document: Document
    record: AnyRecord | None
    unit: EvidenceUnit | None
    body: Features
    focus: Features
    context: Features
    column: str = ""

    @cached_property
    def parts(self) -> frozenset[Part]:
        """The months or quarters it is for: its own, its table's, or its document's."""
        own: frozenset[Part] = frozenset()
        if isinstance(self.record, Indicator):
            own = parts_of(self.record, self.column)
            above = (parts_in(title) for title in reversed(self.headings))
            own = own or next(filter(None, above), own)
        elif self.unit is not None:
            told = " · ".join((self.unit.text, *self.unit.headings))
            own = parts_in(told)
            if own and not parts_in(_COMPARED.sub(" ", told)):  # "tăng 3% so với quý II"
                own |= parts_in(self.document.title or "")
        return own or parts_in(self.document.title or "")

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


@dataclass(frozen=True)
class Shelf:
    """One document's entries with the counts that weigh words."""

    document: Document
    entries: tuple[Entry, ...]
    word_counts: Counter[str]
    units: tuple[str, ...]
    digest: str | None
    lexicon: Lexicon
    reports: Callable[[], Sequence[TableReport]] = field(default=tuple, compare=False)
    _together: dict[tuple[str, str], int] = field(default_factory=dict, compare=False)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """Its tables, put together again from what is kept of their rows."""
        return grids_of(self.document, self.entries, self.reports())

    @cached_property
    def shorthands(self) -> tuple[Shorthand, ...]:
        """The short names that its running text gives to longer ones."""
        return shorthands_in(entry.unit.text for entry in self.entries if entry.unit is not None)

    @cached_property
    def spelt_lines(self) -> tuple[tuple[Phrase, str], ...]:
        """The words of every entry as spelt, with their first letters without accents."""
        return tuple(
            (entry.body.spelt, "".join(word[:1] or " " for word in entry.body.plain))
            for entry in self.entries
        )

    @cached_property
    def spelt_pairs(self) -> dict[str, frozenset[tuple[str, str]]]:
        """Neighbouring words as spelt, by the second one without accents."""
        found: dict[str, set[tuple[str, str]]] = {}
        for entry in self.entries:
            pairs = zip(pairwise(entry.body.spelt), entry.body.plain[1:], strict=False)
            for pair, second in pairs:
                found.setdefault(second, set()).add(pair)
        return {second: frozenset(pairs) for second, pairs in found.items()}

    def together(self, pair: tuple[str, str]) -> int:
        """In how many entries a pair of neighbours stands."""
        left, right = pair
        if left not in self.word_counts or right not in self.word_counts:
            return 0
        if pair not in self._together:
            self._together[pair] = sum(
                left in entry.body.words and pair in entry.body.pairs for entry in self.entries
            )
        return self._together[pair]


@dataclass(frozen=True)
class Corpus:
    """The shelves a question is answered from, and statistics over all of them.

    ``find`` searches the whole index by meaning.
    """

    shelves: tuple[Shelf, ...]
    lexicon: Lexicon
    complete: bool = True
    find: Find | None = field(default=None, compare=False)
    _idf: dict[str, float] = field(default_factory=dict, compare=False)
    _pairs: dict[tuple[str, str], int] = field(default_factory=dict, compare=False)
    _chosen: dict[Hashable, Sequence[Any]] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def exact(self) -> Self:
        """The same without search by meaning."""
        other = copy(self)
        object.__setattr__(other, "find", None)
        return other

    def once(self, key: Hashable, choose: Callable[[], Sequence[Found]]) -> Sequence[Found]:
        """What ``choose`` takes from these entries, which one question comes back to.

        ``key`` must name all that the choice rests on beside the entries.
        """
        found: Sequence[Found] | None = self._chosen.get(key)
        if found is None:
            found = choose()
            if len(found) + sum(map(len, [*self._chosen.values()])) > _MOST_CHOSEN:
                self._chosen.clear()
            self._chosen[key] = found
        return found

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
        return frozenset().union(*(entry.context.words for entry in self.entries))

    @cached_property
    def spelt(self) -> frozenset[str]:
        """Every word as some entry or the name of a unit spells it, with its accents."""
        return frozenset(word.accented for words, _ in self.units for word in words).union(
            *(entry.body.accented for entry in self.entries),
            *(entry.context.accented for entry in self.entries),
        )

    @cached_property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """The spellings of every plain word."""
        table: dict[str, list[str]] = {}
        for word in sorted(self.spelt):
            table.setdefault(strip_accents(word), []).append(word)
        return {plain: tuple(words) for plain, words in table.items()}

    def together(self, pair: tuple[str, str]) -> int:
        """In how many entries a pair of neighbours stands."""
        if pair not in self._pairs:
            self._pairs[pair] = sum(shelf.together(pair) for shelf in self.shelves)
        return self._pairs[pair]

    def pairs_ending(self, second: str) -> tuple[tuple[str, str], ...]:
        """The neighbouring words as spelt of which the second is ``second`` without accents."""
        found = (shelf.spelt_pairs.get(second, frozenset()) for shelf in self.shelves)
        return tuple(sorted(frozenset().union(*found)))

    def spelt_as(self, pair: tuple[str, str]) -> tuple[tuple[str, str], ...]:
        """The spellings of two neighbouring plain words."""
        return tuple(
            spelt for spelt in self.pairs_ending(pair[1]) if strip_accents(spelt[0]) == pair[0]
        )

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
    def unit_words(self) -> frozenset[str]:
        """Plain words of the names of units, which need not stand in any entry's own words."""
        return frozenset(word.plain for words, _ in self.units for word in words)

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
    def long_names(self) -> dict[Phrase, tuple[tuple[Word, ...], ...]]:
        """What initials mean that documents introduce themselves ("… thông minh (IOC)")."""
        found: dict[Phrase, dict[Phrase, tuple[Word, ...]]] = {}
        for shelf in self.shelves:
            for one in shelf.shorthands:
                if len(one.short) == 1:
                    found.setdefault(one.short, {})[one.long] = words_of(one.written)
        return {short: tuple(long.values()) for short, long in found.items()}

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents on the shelves."""
        return tuple(shelf.document for shelf in self.shelves)

    @cached_property
    def issuers(self) -> PhraseTable[str]:
        """The bodies that issued the documents, under every name a question may use."""
        return issuer_names(self.documents, self.lexicon)

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
        together = self.together((left, right))
        if not together:
            return 0.0
        return together / min(self.word_counts[left], self.word_counts[right])

    def words(self, text: str) -> tuple[Word, ...]:
        """The words of a text with abbreviations written out and reading errors mended."""
        return kept_words(text, self.lexicon, mended_words)

    def features(self, text: str) -> Features:
        """The words of a heading, sentence or clause."""
        return features_of(text, self.lexicon)

    def idf(self, word: str) -> float:
        """How much a word tells entries apart, 0.25 .. 1; a word that occurs nowhere weighs 1."""
        if word not in self._idf:
            size = len(self.entries) + 2
            rarity = math.log(size / (self.word_counts[word] + 1)) / math.log(size)
            self._idf[word] = 0.25 + 0.75 * max(0.0, rarity)
        return self._idf[word]
