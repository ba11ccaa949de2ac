"""The one façade of the store: what was read, kept and found again.

SQLite holds documents, records, units, words and vectors and is the truth; Chroma is a cache of
the vectors. A document is searchable by its words as soon as :meth:`Index.add` returns; its
vectors follow with :meth:`Index.embed_pending`.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ingest.model import (
    Correction,
    Document,
    Reading,
)
from vectorstore.corrector import Corrector
from vectorstore.database import open_database, transaction
from vectorstore.dense_cache import DenseCache
from vectorstore.dense_search import DenseSearch
from vectorstore.errors import (
    BrokenStore,
    DenseUnavailable,
)
from vectorstore.hybrid import HybridSearch, candidates
from vectorstore.lexical import LexicalIndex
from vectorstore.search import IndexHealth, SearchFilter, SearchHit
from vectorstore.stored import DATABASE, StoredReading
from vectorstore.vectors import VectorLedger
from vectorstore.words import WordCounts

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

EmbedProgress = Callable[[int, int], None]
"""Called with units done and units to do."""


class Index(StoredReading):
    """Everything one data folder holds. May be used by several threads of one process.

    Another process must not open the same folder meanwhile: see :mod:`vectorstore.ownership`.
    """

    def __init__(
        self,
        folder: Path,
        connection: sqlite3.Connection,
        *,
        embeddings: Embeddings | None,
        identity: str | None,
    ) -> None:
        super().__init__(folder, connection)
        counts = WordCounts(connection)
        self._lexical = LexicalIndex(connection, counts)
        self._hybrid = HybridSearch(self._records, self._lexical, counts)
        self._ledger = VectorLedger(connection)
        self._cache = DenseCache(folder, connection, self._ledger)
        self._dense = DenseSearch(
            connection,
            self._ledger,
            self._cache,
            lock=self._lock,
            embeddings=embeddings,
            identity=identity,
        )
        self._corrector = Corrector(
            connection,
            records=self._records,
            lexical=self._lexical,
            ledger=self._ledger,
            cache=self._cache,
        )

    @classmethod
    def open(
        cls, folder: Path, embeddings: Embeddings | None = None, *, identity: str | None = None
    ) -> Self:
        """Open or create the index in ``folder``.

        ``identity`` names the embedding model; without it, the ``identity`` of ``embeddings`` or
        the name of its class. Without ``embeddings`` search goes by words alone. Neither Chroma
        nor the model is loaded before a vector is needed.

        Raises:
            BrokenStore: the folder's database cannot be read or written.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BrokenStore(
                f"Không tạo được thư mục dữ liệu {folder} ({error.strerror}); hãy chọn thư mục "
                "khác bằng CCHC_DATA_DIR hoặc `--data-dir`."
            ) from error
        connection = open_database(folder / DATABASE)
        return cls(folder, connection, embeddings=embeddings, identity=identity)

    def add(self, reading: Reading) -> Document:
        """Store a reading in place of any earlier one of the same document, all or nothing.

        Corrections of the document are laid over it; those that no longer fit are among the
        problems of the document, which is given back as stored.

        Raises:
            StoreError: the reading repeats an id, or the disk refuses; nothing was changed.
        """
        document_id = reading.document.id
        with self._guarded():
            with transaction(self._connection):
                replaced = self._take_out(document_id)
                stored = self._corrector.put(reading)
                if replaced:
                    self._ledger.forget_unused()
            if replaced:
                self._purge_if_open()
        return stored.document

    def correct(
        self,
        document_id: str,
        changes: Mapping[str, str | None],
        *,
        by: str,
        at: str,
        record_id: str | None = None,
    ) -> tuple[Correction, ...]:
        """Correct fields of a record, or of the document itself; all of ``changes`` or none.

        Raises:
            BadCorrection: the input cannot be used.
            UnknownDocument: no document has this id.
            UnknownRecord: the document has no such record.
        """
        with self._guarded():
            with transaction(self._connection):
                made = self._corrector.correct(
                    document_id, changes, by=by, at=at, record_id=record_id
                )
            self._purge_if_open()
            return made

    def undo_correction(self, correction_id: str, *, at: str) -> Correction:
        """Take a correction back; it stays in the history as undone.

        Raises:
            UnknownCorrection: there is no such correction, or it was undone before.
        """
        with self._guarded():
            with transaction(self._connection):
                undone = self._corrector.undo(correction_id, at=at)
            self._purge_if_open()
            return undone

    def corrections(self, document_id: str | None = None) -> tuple[Correction, ...]:
        """The history, oldest first, undone corrections included."""
        with self._guarded():
            return self._corrector.history(document_id)

    def remove(self, document_id: str) -> Document:
        """Delete a document with everything read from it, and give back what it was.

        Raises:
            UnknownDocument: no document has this id.
        """
        with self._guarded():
            document = self.document(document_id)
            with transaction(self._connection):
                self._take_out(document_id)
                self._records.forget(document_id)
                self._corrector.forget(document_id)
                self._ledger.forget_unused()
                self._lexical.compact()
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if self._cache.exists:
                if self._ledger.empty():
                    self._cache.discard()
                    self._dense.forget_model()
                else:
                    self._purge()
            return document

    def search(
        self, query: str, *, k: int = 10, search_filter: SearchFilter | None = None
    ) -> list[SearchHit]:
        """The ``k`` best units by words and by meaning, best first; any text is a valid query.

        A passage that stands at the same place as a found record is left out: the record says it.
        What repeats a table row that was found before comes last.
        Where the model or the vector index does not work, words alone decide and :meth:`health`
        says so.

        Raises:
            EmbeddingMismatch: the vectors were made by another model than the configured one.
        """
        if k < 1:
            return []
        wanted = search_filter or SearchFilter()
        with self._storage_errors():
            by_meaning = self._dense.search(query, candidates(k), search_filter=wanted)
        with self._guarded():
            return self._hybrid.hits(query, k=k, search_filter=wanted, by_meaning=by_meaning)

    def similar(
        self, query: str, *, k: int = 10, search_filter: SearchFilter | None = None
    ) -> list[SearchHit]:
        """The ``k`` units nearest in meaning, nearest first; none where search by meaning is off.

        Raises:
            EmbeddingMismatch: the vectors were made by another model than the configured one.
        """
        if k < 1:
            return []
        with self._storage_errors():
            near = self._dense.search(query, k, search_filter=search_filter or SearchFilter())
        with self._guarded():
            return self._hybrid.nearest(near)

    def pointed_at(
        self, query: str, *, most: int, search_filter: SearchFilter | None = None
    ) -> tuple[str, ...]:
        """Ids of the documents that hold what :meth:`search` ranks first, at most ``most``."""
        wanted = search_filter or SearchFilter()
        self._dense.begin(query)
        with self._guarded():
            by_words = self._hybrid.by_words(query, candidates(most), search_filter=wanted)
        with self._storage_errors():
            by_meaning = self._dense.search(query, candidates(most), search_filter=wanted)
        with self._guarded():
            return self._hybrid.documents(by_words, by_meaning, most=most)

    def embed_pending(
        self,
        progress: EmbedProgress | None = None,
        *,
        batch: int = 32,
        stop: threading.Event | None = None,
    ) -> int:
        """Make the vectors that are missing; how many units became findable by meaning.

        A missing or broken vector index is first rebuilt from the kept vectors. ``stop`` ends the
        work after the current batch. Search and changes go on meanwhile. Without a model nothing
        happens.

        Raises:
            EmbeddingMismatch: the vectors were made by another model than the configured one.
            EmbeddingUnavailable: the model cannot be loaded or reached.
            DenseUnavailable: the vector index cannot be written.
        """
        with self._storage_errors():
            return self._dense.embed_pending(progress, batch=batch, stop=stop)

    def rebuild_vectors(self, progress: EmbedProgress | None = None) -> int:
        """Build the vector index anew, with the configured model; how many units it embedded.

        Vectors of the same model are taken over without embedding again, and the old index
        serves until the new one stands. With another model search goes by words meanwhile.
        """
        with self._storage_errors():
            self._dense.rebuild()
        return self.embed_pending(progress)

    def health(self) -> IndexHealth:
        """What the index holds, and what keeps it from searching by meaning."""
        with self._guarded():
            problems = self._dense.problems()
            documents, units, embedded = self._records.counts()
            return IndexHealth(
                documents=documents,
                units=units,
                embedded=embedded,
                model=self._dense.model,
                dimension=self._dense.dimension,
                degraded=problems,
            )

    def close(self) -> None:
        """Let go of the folder. A running :meth:`embed_pending` must have been stopped."""
        with self._lock:
            self._cache.drop_open()
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take_out(self, document_id: str) -> bool:
        numbers = self._records.clear(document_id)
        self._lexical.remove(numbers)
        if self._cache.exists:
            self._ledger.add_orphans(numbers)
        return bool(numbers)

    def _purge_if_open(self) -> None:
        if self._cache.is_open:
            self._purge()

    def _purge(self) -> None:
        """Delete the vectors of removed units; what fails is noted and done when next opened."""
        try:
            self._cache.current()
        except DenseUnavailable as error:
            self._dense.note_problem(str(error))
