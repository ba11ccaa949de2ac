"""The words beside a short form in a question, and how well a meaning of it fits between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import expanded_words
from assistant.asking.words import words_of
from ingest.vocabulary import load, remembered

_AS_PHRASE = 5
_NEAR = 40
"""Letters looked at on either side."""


@remembered()
def meanings() -> dict[str, tuple[str, ...]]:
    """What a short form may mean, the likeliest first."""
    return {
        str(short): tuple(map(str, meant)) for short, meant in load("asking_chat")["either"].items()
    }


class Beside:
    """The plain words to the left and right of a short form; empty at the ends.

    ``meant`` are the short forms before it in the question with their meanings.
    """

    def __init__(self, before: str, after: str, corpus: Corpus, meant: dict[str, str]) -> None:
        self.meant = meant
        self._sides = before, after
        self._corpus = corpus

    @cached_property
    def left(self) -> str:
        """The word before it."""
        words = expanded_words(self._sides[0][-_NEAR:], self._corpus.lexicon)
        return words[-1].plain if words else ""

    @cached_property
    def right(self) -> str:
        """The word behind it."""
        return _opening(self._sides[1], self._corpus)

    @cached_property
    def number_follows(self) -> bool:
        """Whether a figure stands behind it."""
        return self._sides[1].lstrip()[:1].isdigit()

    @cached_property
    def around(self) -> frozenset[str]:
        """The other words of the question that are no particles."""
        lexicon = self._corpus.lexicon
        return frozenset(
            word.plain
            for word in expanded_words(" ".join(self._sides), lexicon)
            if word.plain not in lexicon.function.heads
        )

    def fit(self, words: Sequence[str], corpus: Corpus) -> int:
        """In how many entries ``words`` stand beside one of the neighbours."""
        lexicon = corpus.lexicon
        stands = all(corpus.together(pair) for pair in pairwise(words))
        sides = (
            (self.left, (self.left, words[0]), (self.left, *words)),
            (self.right, (words[-1], self.right), (*words, self.right)),
        )
        found = 0
        for neighbour, pair, phrase in sides:
            if neighbour and pair in lexicon.pairs and (stands or len(words) == 1):
                found += _AS_PHRASE
            elif neighbour and neighbour not in lexicon.function.heads:
                found += _standing(phrase, corpus)
        return found

    def company(self, words: Sequence[str], corpus: Corpus) -> int:
        """How many of the question's other words an entry holds beside a meaning, at most."""
        pairs = [*pairwise(words)]
        return max(
            (
                len(self.around & entry.body.words)
                for shelf in corpus.shelves
                if all(word in shelf.word_counts for word in words)
                for entry in shelf.entries
                if words[0] in entry.body.words and all(one in entry.body.pairs for one in pairs)
            ),
            default=0,
        )


def _standing(phrase: Sequence[str], corpus: Corpus) -> int:
    """In how many entries all neighbouring words of a phrase are neighbours."""
    pairs = [*pairwise(phrase)]
    return sum(
        all(pair in entry.body.pairs for pair in pairs)
        for shelf in corpus.shelves
        if all(word in shelf.word_counts for word in phrase)
        for entry in shelf.entries
        if phrase[0] in entry.body.words
    )


def bond(left: str, right: str, corpus: Corpus) -> float:
    """How firmly two words belong together in the stored text or the vocabulary, 0..1."""
    return 1.0 if (left, right) in corpus.lexicon.pairs else corpus.bond(left, right)


def _opening(after: str, corpus: Corpus) -> str:
    """The first word of what follows, as it will be written out."""
    words = words_of(after[:_NEAR])
    if not words:
        return ""
    length, meant = corpus.lexicon.abbreviations.at(words, 0)
    if length:
        return meant[0][0].plain
    several = meanings().get(words[0].accented, ())
    return words_of(several[0])[0].plain if len(several) == 1 else words[0].plain
