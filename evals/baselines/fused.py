"""Vectors and folded words together, by reciprocal rank fusion with the usual constant of 60."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evals.baselines import Baseline, FoundPassage, PlainText, vectors, words

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_CONSTANT = 60
_DEPTH = 50


class Fused:
    """Two retrievers over the same chunks."""

    def __init__(self, *retrievers: Baseline) -> None:
        self._retrievers = retrievers

    def search(self, question: str, k: int) -> tuple[FoundPassage, ...]:
        """The ``k`` best by the sum of reciprocal ranks."""
        scores: dict[FoundPassage, float] = {}
        for retriever in self._retrievers:
            for rank, passage in enumerate(retriever.search(question, max(k, _DEPTH)), start=1):
                scores[passage] = scores.get(passage, 0.0) + 1 / (_CONSTANT + rank)
        return tuple(sorted(scores, key=lambda passage: -scores[passage])[:k])


def build(texts: Sequence[PlainText], embeddings: Embeddings | None) -> Fused:
    """Both retrievers over the documents; see their own builders."""
    return Fused(vectors.build(texts, embeddings), words.build(texts, embeddings))
