"""Chunks in Chroma, found by the vector of the question: what ``langchain_chroma`` does.

That package is not among the program's dependencies; its ``similarity_search`` is this one query.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from evals.baselines import FoundPassage, PlainText
from evals.baselines.words import chunks
from evals.errors import NeedsEmbeddings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_BATCH = 64


class ChromaVectors:
    """An in-memory Chroma collection of chunks."""

    def __init__(self, passages: Sequence[FoundPassage], embeddings: Embeddings) -> None:
        import chromadb
        from chromadb.config import Settings

        self._passages = tuple(passages)
        self._embeddings = embeddings
        client: Any = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
        self._collection = client.create_collection(
            f"plain-{uuid.uuid4().hex}", embedding_function=None
        )
        for start in range(0, len(self._passages), _BATCH):
            part = self._passages[start : start + _BATCH]
            self._collection.add(
                ids=[str(start + at) for at in range(len(part))],
                embeddings=embeddings.embed_documents([each.text for each in part]),
            )

    def search(self, question: str, k: int) -> tuple[FoundPassage, ...]:
        """The ``k`` nearest chunks."""
        found = self._collection.query(
            query_embeddings=[self._embeddings.embed_query(question)],
            n_results=min(k, len(self._passages)),
            include=[],
        )
        return tuple(self._passages[int(name)] for name in found["ids"][0])


class _Last:
    """The collection built last: the fused baseline asks for the same one again."""

    of: tuple[tuple[PlainText, ...], int] | None = None
    built: ChromaVectors | None = None


def build(texts: Sequence[PlainText], embeddings: Embeddings | None) -> ChromaVectors:
    """Embed the chunks of the documents.

    Raises:
        NeedsEmbeddings: there is no model to embed them with.
    """
    if embeddings is None:
        raise NeedsEmbeddings("the vector baseline needs an embedding model: run with --dense")
    wanted = (tuple(texts), id(embeddings))
    if _Last.built is None or _Last.of != wanted:
        _Last.built, _Last.of = ChromaVectors(chunks(texts), embeddings), wanted
    return _Last.built
