"""Okapi BM25 over folded words (k1 1.5, b 0.75): what a keyword search without accents finds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from evals.baselines import FoundPassage, PlainText
from evals.baselines.splitting import split
from ingest.text.normal import folded_words

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_K1, _B = 1.5, 0.75


class FoldedWords:
    """Chunks of the documents ranked by BM25."""

    def __init__(self, passages: Sequence[FoundPassage]) -> None:
        self._passages = tuple(passages)
        self._counts = [Counter(folded_words(each.text)) for each in self._passages]
        self._lengths = [sum(counts.values()) for counts in self._counts]
        self._mean = sum(self._lengths) / (len(self._lengths) or 1)
        self._holding = Counter(word for counts in self._counts for word in counts)

    def search(self, question: str, k: int) -> tuple[FoundPassage, ...]:
        """The ``k`` best chunks that share a word with the question."""
        words = folded_words(question)
        scores = [(self._score(at, words), at) for at in range(len(self._passages))]
        best = sorted(((-score, at) for score, at in scores if score > 0))[:k]
        return tuple(self._passages[at] for _, at in best)

    def _score(self, at: int, words: Sequence[str]) -> float:
        counts = self._counts[at]
        norm = _K1 * (1 - _B + _B * self._lengths[at] / (self._mean or 1))
        return sum(
            self._rarity(word) * counts[word] * (_K1 + 1) / (counts[word] + norm)
            for word in words
            if word in counts
        )

    def _rarity(self, word: str) -> float:
        holding = self._holding[word]
        return math.log(1 + (len(self._passages) - holding + 0.5) / (holding + 0.5))


def chunks(texts: Sequence[PlainText]) -> tuple[FoundPassage, ...]:
    """All chunks of all documents, in order."""
    return tuple(FoundPassage(text.file, piece) for text in texts for piece in split(text.text))


def build(texts: Sequence[PlainText], embeddings: Embeddings | None) -> FoldedWords:  # noqa: ARG001 - as all builders
    """BM25 over the documents; needs no embeddings."""
    return FoldedWords(chunks(texts))
