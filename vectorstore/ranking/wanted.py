"""What the terms of a query find in a text; worked out once where texts come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from vectorstore.ranking.lexicon import Words
from vectorstore.ranking.question import Term, between_blanks
from vectorstore.tokens import joined_forms

_OTHER_ACCENTS, _OTHER_WORDS, _APART = 0.7, 0.9, 0.5
_KEPT_TEXTS = 20_000


@dataclass(frozen=True)
class Text:
    """The words of a text between blanks, without accents and with them."""

    folded: str
    accented: str

    @cached_property
    def words(self) -> Words:
        """The folded words, one by one."""
        return tuple(self.folded.split())


@lru_cache(maxsize=_KEPT_TEXTS)
def text_of(text: str) -> Text:
    """The words of ``text``; headings and texts of rows come back from question to question."""
    folded, accented = joined_forms(text)
    return Text(f" {folded} ", f" {accented} ")


@dataclass(frozen=True)
class Wanted:
    """Terms of a query, as texts are looked through for them."""

    terms: tuple[Term, ...]
    _levels: dict[str, tuple[float, ...]] = field(default_factory=dict, compare=False)
    _covered: dict[str, float] = field(default_factory=dict, compare=False)

    @cached_property
    def total(self) -> float:
        """The weight of all terms."""
        return sum(term.weight for term in self.terms) or 1.0

    @cached_property
    def pairs(self) -> tuple[tuple[float, str], ...]:
        """Terms that follow one another, between blanks, with the weight of both."""
        return tuple(
            (left.weight + right.weight, between_blanks((*left.words, *right.words)))
            for left, right in pairwise(self.terms)
        )

    @cached_property
    def asked(self) -> frozenset[str]:
        """All words of the terms and of what says the same."""
        return frozenset(
            word for term in self.terms for phrase in (term.words, *term.others) for word in phrase
        )

    @cached_property
    def _paired(self) -> float:
        return sum(weight for weight, _ in self.pairs)

    def levels(self, text: str) -> tuple[float, ...]:
        """How surely a text says each term: 1 as written, 0 not at all."""
        found = self._levels.get(text)
        if found is None:
            words = text_of(text)
            found = self._levels[text] = tuple([_found(term, words) for term in self.terms])
        return found

    def beyond(self, levels: Sequence[float], text: str) -> list[float]:
        """By how much ``text`` says each term more surely than ``levels`` do."""
        words = text_of(text)
        return [
            max(0.0, _found(term, words) - level) if level < 1.0 else 0.0
            for term, level in zip(self.terms, levels, strict=True)
        ]

    def share(self, levels: Sequence[float]) -> float:
        """The weighted share of the terms that are said."""
        weighted = [term.weight * level for term, level in zip(self.terms, levels, strict=True)]
        return sum(weighted) / self.total

    def covered(self, text: str) -> float:
        """The share of a short text that the query says."""
        found = self._covered.get(text)
        if found is None:
            words, asked = text_of(text).words, self.asked
            found = sum([word in asked for word in words]) / (len(words) or 1)
            self._covered[text] = found
        return found

    def neighbours(self, text: str) -> float:
        """How many of the terms that follow one another do so in the text."""
        folded = text_of(text).folded
        together = sum([weight for weight, phrase in self.pairs if phrase in folded])
        return together / self._paired if self._paired else 0.0


def _found(term: Term, text: Text) -> float:
    folded = text.folded
    if term.said in folded:
        if term.spelt is None or term.spelt in text.accented:
            return 1.0
        return _OTHER_ACCENTS
    for other in term.others_said:
        if other in folded:
            return _OTHER_WORDS
    if len(term.words) == 1:
        return 0.0
    return _APART * sum([word in folded for word in term.each_said]) / len(term.words)
