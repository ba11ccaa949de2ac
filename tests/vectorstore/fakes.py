"""An embedding model that needs no weights, and ones that fail."""

from __future__ import annotations

import hashlib
import math

from langchain_core.embeddings import Embeddings

from ingest.text.normal import folded_words
from vectorstore.errors import EmbeddingUnavailable

DIMENSION = 64


class WordBagEmbeddings(Embeddings):
    """Texts that share words (accents apart) are near; counts what it was asked to embed."""

    def __init__(self, *, identity: str = "fake/word-bag", dimension: int = DIMENSION) -> None:
        self.identity = identity
        self._dimension = dimension
        self.embedded: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.embedded += texts
        return [self._vector(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self._vector(text)

    def _vector(self, text: str) -> list[float]:
        vector = [0.0] * self._dimension
        for word in folded_words(text) or ["?"]:
            digest = hashlib.sha256(word.encode()).digest()
            vector[int.from_bytes(digest[:4], "big") % self._dimension] += 1.0
        norm = math.sqrt(sum(value * value for value in vector))
        return [value / norm for value in vector]


class UnreachableEmbeddings(WordBagEmbeddings):
    """Works until it is told to fail."""

    def __init__(self, *, down: bool = True) -> None:
        super().__init__()
        self.down = down
        self.calls = 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self._answer()
        return super().embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        self._answer()
        return super().embed_query(text)

    def _answer(self) -> None:
        self.calls += 1
        if self.down:
            raise EmbeddingUnavailable("Dịch vụ nhúng thử nghiệm đang tắt; hãy bật lại.")
