"""The half of the index that needs an embedding model: making vectors and searching by them."""

from __future__ import annotations

import math
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from ingest.model import EvidenceUnit
from vectorstore.database import get_meta, set_meta, transaction
from vectorstore.dense import DenseEntry
from vectorstore.dense_cache import DenseCache
from vectorstore.errors import (
    DenseUnavailable,
    EmbeddingMismatch,
    EmbeddingUnavailable,
    StoreError,
)
from vectorstore.search import SearchFilter
from vectorstore.tokens import tokenise
from vectorstore.vectors import PendingUnit, VectorLedger

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_LONGEST_QUERY = 1000
_MOST_DOCUMENTS = 500
_MOST_COMPARED = 5000
_TINY = 1e-9
_MOST_ASKED = 64
_PAUSE_S = 30.0
"""How long search leaves a model alone that could not be reached."""


class DenseSearch:
    """Vectors of units and queries, by one model that the index remembers.

    The model works outside ``lock``, so that other threads can go on; SQLite and Chroma are
    touched inside it.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        ledger: VectorLedger,
        cache: DenseCache,
        *,
        lock: threading.RLock,
        embeddings: Embeddings | None,
        identity: str | None,
    ) -> None:
        self._connection = connection
        self._ledger = ledger
        self._cache = cache
        self._lock = lock
        self._embeddings = embeddings
        self._identity = identity or _own_identity(embeddings)
        self._embedding = threading.Lock()
        self._asked: dict[str, list[float]] = {}
        self._ahead = ThreadPoolExecutor(max_workers=1, thread_name_prefix="query-vector")
        self._begun: dict[str, Future[list[float]]] = {}
        self._problem: str | None = None
        self._resume_at = 0.0

    @property
    def model(self) -> str | None:
        """The model that made the vectors, or the one that will."""
        return get_meta(self._connection, "model") or self._identity

    @property
    def dimension(self) -> int | None:
        """Length of the vectors, once there are any."""
        found = get_meta(self._connection, "dimension")
        return None if found is None else int(found)

    def begin(self, query: str) -> None:
        """Have the vector of a query made while the caller looks something else up."""
        asked = query[:_LONGEST_QUERY]
        if self._embeddings is None or not self._cache.exists or asked in self._asked:
            return
        if len(self._begun) >= _MOST_ASKED:
            self._begun.clear()  # never searched for
        if time.monotonic() >= self._resume_at and tokenise(asked):
            self._begun[asked] = self._ahead.submit(self._embeddings.embed_query, asked)

    def search(
        self, query: str, limit: int, *, search_filter: SearchFilter
    ) -> list[tuple[int, float]]:
        """(unit number, similarity), best first; nothing where the model or index fails.

        Raises:
            EmbeddingMismatch: the vectors were made by another model.
        """
        with self._lock:
            if self._embeddings is None or not self._cache.exists:
                return []
            self._require_same_model()
        if time.monotonic() < self._resume_at or not tokenise(query[:_LONGEST_QUERY]):
            return []
        try:
            vector = self._vector(self._embeddings, query[:_LONGEST_QUERY])
            with self._lock:
                self._require_dimension([vector])
                found = self._compared(vector, limit, search_filter)
                if found is None:
                    found = self._nearest(vector, limit, search_filter)
        except EmbeddingUnavailable as error:
            self._resume_at = time.monotonic() + _PAUSE_S
            self.note_problem(str(error))
            return []
        except DenseUnavailable as error:
            self.note_problem(str(error))
            return []
        self._problem = None
        return found

    def _vector(self, embeddings: Embeddings, query: str) -> list[float]:
        """The vector of a query; one question is often searched for several times."""
        kept = self._asked.get(query)
        begun = self._begun.pop(query, None)
        if kept is None:
            kept = begun.result() if begun is not None else embeddings.embed_query(query)
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            self._asked[query] = kept
        return kept

    def embed_pending(
        self,
        progress: Callable[[int, int], None] | None = None,
        *,
        batch: int = 32,
        stop: threading.Event | None = None,
    ) -> int:
        """See :meth:`vectorstore.index.Index.embed_pending`."""
        if self._embeddings is None:
            return 0
        with self._embedding:
            try:
                done = self._embed_all(self._embeddings, progress, batch=batch, stop=stop)
            except StoreError as error:
                self.note_problem(str(error))
                raise
        self._problem = None
        self._resume_at = 0.0
        return done

    def rebuild(self) -> None:
        """A new index: from the kept vectors, or empty where another model is configured."""
        with self._embedding, self._lock:
            if self._mismatch() is None:
                if not self._ledger.empty():
                    self._cache.rebuild()
            else:
                with transaction(self._connection):
                    self._ledger.forget_all()
                self.forget_model()
                self._cache.discard()
            self._problem = None

    def forget_model(self) -> None:
        """No vector is left: the next model may begin."""
        with transaction(self._connection):
            set_meta(self._connection, "model", None)
            set_meta(self._connection, "dimension", None)

    def note_problem(self, sentence: str) -> None:
        """Remember what went wrong last, for :meth:`problems`."""
        self._problem = sentence

    def problems(self) -> tuple[str, ...]:
        """Vietnamese sentences: why search by meaning is off or incomplete."""
        with self._lock:
            pending = self._ledger.pending_count()
            if self._embeddings is None:
                return ("Chưa bật mô hình véc-tơ; tìm kiếm chỉ dựa trên từ ngữ.",)
            mismatch = self._mismatch()
            if mismatch is not None:
                return (mismatch,)
            found: list[str] = []
            if self._cache.exists:
                try:
                    self._cache.current()
                except DenseUnavailable as error:
                    self._problem = None
                    found.append(str(error))
                pending = self._ledger.pending_count()
            if self._problem is not None:
                found.append(self._problem)
            if pending:
                found.append(
                    f"Còn {pending} đoạn chưa có véc-tơ; các đoạn này tạm thời chỉ tìm được bằng "
                    "từ ngữ."
                )
            return tuple(found)

    def _compared(
        self, vector: Sequence[float], limit: int, search_filter: SearchFilter
    ) -> list[tuple[int, float]] | None:
        """The nearest units of a few documents, each compared; ``None`` for too many.

        Chroma filters by reading all that it knows of every unit, which takes a second in a
        large store; comparing some thousand vectors takes milliseconds.
        """
        if not 0 < len(search_filter.documents) <= _MOST_DOCUMENTS:
            return None
        rows = self._ledger.of_documents(search_filter, most=_MOST_COMPARED)
        if rows is None:
            return None
        import numpy as np

        kept = np.frombuffer(b"".join(packed for _, packed in rows), np.float32)
        matrix = kept.reshape(len(rows), len(vector))
        asked = np.asarray(vector, np.float32)
        lengths = np.linalg.norm(matrix, axis=1) * np.linalg.norm(asked)
        cosines = (matrix @ asked / np.maximum(lengths, _TINY)).tolist()
        numbered = [(number, cosine) for (number, _), cosine in zip(rows, cosines, strict=True)]
        return sorted(numbered, key=lambda pair: (-pair[1], pair[0]))[:limit]

    def _nearest(
        self, vector: Sequence[float], limit: int, search_filter: SearchFilter
    ) -> list[tuple[int, float]]:
        dense = self._cache.current()
        try:
            return dense.nearest(vector, limit, search_filter=search_filter)
        except DenseUnavailable as error:
            self._cache.give_up(error)
            raise

    def _embed_all(
        self,
        model: Embeddings,
        progress: Callable[[int, int], None] | None,
        *,
        batch: int,
        stop: threading.Event | None,
    ) -> int:
        with self._lock:
            self._require_same_model()
            if self._cache.exists:
                self._cache.ready()
            total = self._ledger.pending_count()
        done = 0
        while stop is None or not stop.is_set():
            with self._lock:
                units = self._ledger.pending(batch)
            if not units:
                break
            made = self._make_vectors(model, units)
            with self._lock:
                done += self._accept(units, made)
            if progress is not None:
                progress(min(done, total), total)
        return done

    def _make_vectors(
        self, model: Embeddings, units: Sequence[PendingUnit]
    ) -> dict[str, Sequence[float]]:
        texts = {
            unit.digest: EvidenceUnit.model_validate_json(unit.body).embedding_text
            for unit in units
            if unit.vector is None
        }
        if not texts:
            return {}
        vectors = model.embed_documents(list(texts.values()))
        if len(vectors) != len(texts):
            raise EmbeddingUnavailable(
                f"Mô hình {self._identity} trả về {len(vectors)} véc-tơ cho {len(texts)} đoạn; hãy "
                "kiểm tra dịch vụ nhúng hoặc chọn mô hình khác."
            )
        with self._lock:
            self._require_dimension(vectors)
        return dict(zip(texts, vectors, strict=True))

    def _accept(self, units: Sequence[PendingUnit], made: dict[str, Sequence[float]]) -> int:
        """Keep the vectors, then hand them to Chroma, and only then count them as embedded."""
        present = self._ledger.still_there(units)
        ready: list[DenseEntry] = []
        for unit in present:
            vector = made.get(unit.digest, unit.vector)
            if vector is not None:
                ready.append(DenseEntry(unit.number, unit.document_id, unit.kind, vector))
        wanted = {unit.digest for unit in present}
        fresh = [(digest, vector) for digest, vector in made.items() if digest in wanted]
        with transaction(self._connection):
            self._ledger.keep(fresh)
            if fresh:
                set_meta(self._connection, "model", self._identity)
                set_meta(self._connection, "dimension", str(len(fresh[0][1])))
        if ready:
            self._put(ready)
        with transaction(self._connection):
            self._ledger.mark_embedded(entry.number for entry in ready)
        return len(ready)

    def _put(self, entries: Sequence[DenseEntry]) -> None:
        dense = self._cache.ready()
        try:
            dense.put(entries)
        except DenseUnavailable as error:
            self._cache.give_up(error)
            raise

    def _mismatch(self) -> str | None:
        remembered = get_meta(self._connection, "model")
        if self._embeddings is None or remembered in (None, self._identity):
            return None
        return _mismatch_sentence(f"{remembered} ({self.dimension} chiều)", str(self._identity))

    def _require_same_model(self) -> None:
        sentence = self._mismatch()
        if sentence is not None:
            raise EmbeddingMismatch(sentence)

    def _require_dimension(self, vectors: Sequence[Sequence[float]]) -> None:
        lengths = {len(vector) for vector in vectors}
        expected = self.dimension
        wrong = lengths if expected is None else lengths - {expected}
        if wrong and (expected is not None or len(lengths) > 1):
            raise EmbeddingMismatch(
                _mismatch_sentence(
                    f"{self.model} ({expected} chiều)",
                    f"{self._identity} ({', '.join(map(str, sorted(lengths)))} chiều)",
                )
            )
        if not all(math.isfinite(value) for vector in vectors for value in vector):
            raise EmbeddingUnavailable(
                f"Mô hình {self._identity} trả về véc-tơ có giá trị không hữu hạn; hãy chọn mô "
                "hình khác."
            )


def _own_identity(embeddings: Embeddings | None) -> str | None:
    if embeddings is None:
        return None
    return str(getattr(embeddings, "identity", type(embeddings).__name__))


def _mismatch_sentence(index_model: str, configured: str) -> str:
    return (
        f"Chỉ mục véc-tơ được tạo bằng mô hình {index_model}, nhưng cấu hình đang dùng mô hình "
        f"{configured}; hãy chạy `cchc ingest --rebuild-vectors` hoặc đặt lại mô hình cũ."
    )
