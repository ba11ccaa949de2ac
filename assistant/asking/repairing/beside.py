"""The words beside a short form in a question, and how well a meaning of it fits between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.asking.finding.corpus import Corpus, expanded_words
from assistant.asking.words import words_of
from ingest.vocabulary import load, when_replaced

_AS_PHRASE = 5
_NEAR = 40
"""Letters looked at on either side."""


@when_replaced
def _forget() -> None:
    meanings.cache_clear()


@lru_cache(maxsize=1)
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
        left = expanded_words(before[-_NEAR:], corpus.lexicon)
        self.left = left[-1].plain if left else ""
        self.meant = meant
        self.number_follows = after.lstrip()[:1].isdigit()
        self.right = _opening(after, corpus)

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
