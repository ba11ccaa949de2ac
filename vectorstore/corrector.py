"""Lays corrections over what is stored: the work behind :meth:`vectorstore.index.Index.correct`."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from ingest.correcting.applying import KeptCorrection, apply
from ingest.correcting.making import make
from ingest.model import AnyRecord, Correction, Reading
from vectorstore.corrections import CorrectionStore
from vectorstore.dense_cache import DenseCache
from vectorstore.errors import UnknownCorrection, UnknownDocument, UnknownRecord
from vectorstore.lexical import LexicalIndex
from vectorstore.records import RecordStore
from vectorstore.vectors import VectorLedger


class Corrector:
    """Changes records, units, words and originals together.

    The caller owns the connection, its transactions and the order of calls between threads.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        records: RecordStore,
        lexical: LexicalIndex,
        ledger: VectorLedger,
        cache: DenseCache,
    ) -> None:
        self._kept = CorrectionStore(connection)
        self._records = records
        self._lexical = lexical
        self._ledger = ledger
        self._cache = cache

    def put(self, reading: Reading) -> Reading:
        """Store a reading whose document is not stored, as corrected, and give that back."""
        corrected = apply(reading, self._kept.of_document(reading.document.id))
        self._lexical.add(self._records.put(corrected.reading))
        self._kept.keep_originals(reading, corrected.reading)
        self._kept.save(corrected.kept)
        return corrected.reading

    def correct(
        self,
        document_id: str,
        changes: Mapping[str, str | None],
        *,
        by: str,
        at: str,
        record_id: str | None,
    ) -> tuple[Correction, ...]:
        """The corrections made; see :meth:`vectorstore.index.Index.correct`."""
        stored, read = self._as_read(document_id)
        earlier = self._kept.of_document(document_id)
        made = make(
            changes,
            read=read,
            current=stored.document if record_id is None else _record(stored, record_id),
            by=by,
            at=at,
            next_id=lambda: self._kept.reserve(document_id),
        )
        laid = self._lay(stored, read, [*earlier, *made])
        return tuple(item.correction for item in laid[len(earlier) :])

    def undo(self, correction_id: str, *, at: str) -> Correction:
        """The correction as undone; see :meth:`vectorstore.index.Index.undo_correction`."""
        found = self._kept.one(correction_id)
        if found is None or found.correction.status == "undone":
            raise UnknownCorrection(
                f"Không có lần sửa nào mang mã “{correction_id}” để hoàn tác; hãy xem các mã bằng "
                "`cchc documents corrections`."
            )
        undone = found.correction.model_copy(update={"status": "undone", "undone_at": at})
        self._kept.save([KeptCorrection(undone, found.identity)])
        stored, read = self._as_read(undone.document_id)
        self._lay(stored, read, self._kept.of_document(undone.document_id))
        return undone

    def history(self, document_id: str | None) -> tuple[Correction, ...]:
        """Corrections, oldest first, undone ones included."""
        kept = self._kept.every() if document_id is None else self._kept.of_document(document_id)
        return tuple(item.correction for item in kept)

    def forget(self, document_id: str) -> None:
        """Delete the corrections of a document that is being removed."""
        self._kept.forget(document_id)

    def _as_read(self, document_id: str) -> tuple[Reading, Reading]:
        """A document as stored, and as its file was read."""
        stored = self._records.reading(document_id)
        if stored is None:
            raise UnknownDocument(
                f"Không có văn bản nào mang mã {document_id}; hãy xem các mã bằng `cchc documents`."
            )
        return stored, self._kept.as_read(stored)

    def _lay(
        self, stored: Reading, read: Reading, kept: Sequence[KeptCorrection]
    ) -> tuple[KeptCorrection, ...]:
        corrected = apply(read, kept)
        rewritten = self._records.change(stored, corrected.reading)
        self._lexical.remove(rewritten.removed)
        self._lexical.add(rewritten.texts)
        if self._cache.exists:
            self._ledger.add_orphans(rewritten.renumbered)
        self._ledger.forget_unused()
        self._kept.keep_originals(read, corrected.reading)
        self._kept.save(corrected.kept)
        return corrected.kept


def _record(stored: Reading, record_id: str) -> AnyRecord:
    for record in stored.records:
        if record.id == record_id:
            return record
    raise UnknownRecord(
        f"Văn bản {stored.document.id} không có bản ghi “{record_id}”; hãy xem các mã bằng "
        f"`cchc records … --document {stored.document.id} --json`."
    )
