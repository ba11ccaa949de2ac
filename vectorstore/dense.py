"""Search by meaning: an embedded Chroma collection that only ever sees our own vectors.

Chroma runs in this process alone (its HTTP server is never started or spoken to), is handed
neither text nor an embedding function, and its files are never opened by us: two connections to
its SQLite file within one process would drop its locks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from vectorstore.errors import DenseUnavailable
from vectorstore.search import SearchFilter

_COLLECTION = "units"
_BATCH = 1000


class _Collection(Protocol):
    """What is used of a Chroma collection."""

    def upsert(
        self,
        *,
        ids: list[str],
        embeddings: list[list[float]],
        metadatas: list[dict[str, str]],
    ) -> None: ...

    def delete(self, *, ids: list[str]) -> object: ...

    def query(
        self,
        *,
        query_embeddings: list[list[float]],
        n_results: int,
        where: dict[str, Any] | None,
        include: list[str],
    ) -> dict[str, Any]: ...

    def get(self, *, include: list[str]) -> dict[str, Any]: ...


class _Client(Protocol):
    """What is used of a Chroma client."""

    def create_collection(
        self, name: str, *, embedding_function: None, configuration: dict[str, Any]
    ) -> _Collection: ...

    def get_collection(self, name: str, *, embedding_function: None) -> _Collection: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class DenseEntry:
    """The vector of one unit and what search may filter by."""

    number: int
    document_id: str
    kind: str
    vector: Sequence[float]


class DenseIndex:
    """Cosine neighbours of unit numbers. One instance a folder, used by one thread at a time.

    Every method raises :class:`DenseUnavailable` where Chroma cannot read or write its folder.
    """

    def __init__(self, client: _Client, collection: _Collection) -> None:
        self._client = client
        self._collection = collection

    @classmethod
    def create(cls, folder: Path) -> DenseIndex:
        """Make an empty index in ``folder``, which must not exist."""
        with _chroma_errors(folder):
            client = _client(folder)
            collection = client.create_collection(
                _COLLECTION,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine"}},
            )
        return cls(client, collection)

    @classmethod
    def open(cls, folder: Path) -> DenseIndex:
        """Open the index that :meth:`create` made."""
        if not folder.is_dir():
            raise DenseUnavailable(_broken(folder, "thư mục không còn"))
        with _chroma_errors(folder):
            client = _client(folder)
            try:
                collection = client.get_collection(_COLLECTION, embedding_function=None)
            except BaseException:
                client.close()
                raise
        return cls(client, collection)

    def put(self, entries: Sequence[DenseEntry]) -> None:
        """Add or overwrite vectors; they are durable when this returns."""
        with _chroma_errors():
            for start in range(0, len(entries), _BATCH):
                part = entries[start : start + _BATCH]
                self._collection.upsert(
                    ids=[str(entry.number) for entry in part],
                    embeddings=[list(entry.vector) for entry in part],
                    metadatas=[
                        {"document_id": entry.document_id, "kind": entry.kind} for entry in part
                    ],
                )

    def remove(self, numbers: Sequence[int]) -> None:
        """Delete vectors; unknown numbers are passed over."""
        with _chroma_errors():
            for start in range(0, len(numbers), _BATCH):
                part = numbers[start : start + _BATCH]
                self._collection.delete(ids=[str(number) for number in part])

    def nearest(
        self, vector: Sequence[float], limit: int, *, search_filter: SearchFilter
    ) -> list[tuple[int, float]]:
        """(unit number, cosine similarity) pairs, most similar first."""
        with _chroma_errors():
            found = self._collection.query(
                query_embeddings=[list(vector)],
                n_results=limit,
                where=_where(search_filter),
                include=["distances"],
            )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(int(name), 1.0 - float(distance)) for name, distance in pairs]

    def numbers(self) -> set[int]:
        """Numbers of all units that have a vector here."""
        with _chroma_errors():
            return {int(name) for name in self._collection.get(include=[])["ids"]}

    def close(self) -> None:
        """Let go of the folder."""
        with _chroma_errors():
            self._client.close()


def _client(folder: Path) -> _Client:
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    import chromadb
    from chromadb.config import Settings

    client: _Client = chromadb.PersistentClient(
        path=str(folder), settings=Settings(anonymized_telemetry=False)
    )
    return client


def _where(search_filter: SearchFilter) -> dict[str, Any] | None:
    conditions: list[dict[str, Any]] = []
    if search_filter.documents:
        conditions.append({"document_id": {"$in": list(search_filter.documents)}})
    if search_filter.kinds:
        conditions.append({"kind": {"$in": list(search_filter.kinds)}})
    if len(conditions) > 1:
        return {"$and": conditions}
    return conditions[0] if conditions else None


@contextmanager
def _chroma_errors(folder: Path | None = None) -> Iterator[None]:
    from chromadb.errors import ChromaError

    expected = (ChromaError, OSError, ValueError, RuntimeError, KeyError, TypeError)
    try:
        yield
    except BaseException as error:
        # A Rust panic arrives as PanicException, which is no Exception and cannot be imported.
        if isinstance(error, expected) or type(error).__name__ == "PanicException":
            raise DenseUnavailable(_broken(folder, str(error))) from error
        raise


def _broken(folder: Path | None, reason: str) -> str:
    place = f" {folder}" if folder else ""
    short = " ".join(reason.split())[:200]
    return (
        f"Chỉ mục véc-tơ{place} không dùng được ({short}); tìm kiếm chỉ dựa trên từ ngữ cho đến "
        "khi chạy `cchc ingest --rebuild-vectors`."
    )
