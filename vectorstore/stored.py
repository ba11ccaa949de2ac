"""Reading what is stored: the half of the index that changes nothing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.model import AnyRecord, Document, EvidenceUnit, RecordKind, TableReport
from vectorstore.errors import BrokenStore, UnknownDocument
from vectorstore.records import RecordStore
from vectorstore.search import RecordFilter

DATABASE = "index.sqlite3"


class StoredReading:
    """Documents, records and units of one data folder, read by several threads of one process."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection
        self._lock = threading.RLock()
        self._records = RecordStore(connection)

    def documents(self) -> tuple[Document, ...]:
        """All documents in the order of their first ingest."""
        with self._guarded():
            return self._records.documents()

    def stamp(self) -> int:
        """Another number whenever something was stored, changed or removed since."""
        with self._lock:
            return self._connection.total_changes

    def document(self, document_id: str) -> Document:
        """One document.

        Raises:
            UnknownDocument: no document has this id.
        """
        with self._guarded():
            found = self._records.document(document_id)
        if found is None:
            raise UnknownDocument(
                f"Không có văn bản nào mang mã {document_id}; hãy xem các mã bằng `cchc documents`."
            )
        return found

    def sha256(self, document_id: str) -> str | None:
        """Digest of the stored document's file bytes, ``None`` where it is not stored."""
        with self._guarded():
            return self._records.sha256(document_id)

    def reader_version(self, document_id: str) -> str | None:
        """Version of the reader that read the document, ``None`` where it is not stored."""
        with self._guarded():
            return self._records.reader_version(document_id)

    def tables(self, document_id: str) -> tuple[TableReport, ...]:
        """How each table of a document was read."""
        with self._guarded():
            return self._records.tables(document_id)

    def units(self, document_id: str) -> tuple[EvidenceUnit, ...]:
        """Evidence units of a document in document order; none where it is not stored."""
        with self._guarded():
            return self._records.units(document_id)

    def passages(self, document_id: str) -> tuple[EvidenceUnit, ...]:
        """The passages among the units of a document, in document order."""
        with self._guarded():
            return self._records.passages(document_id)

    def unit(self, unit_id: str) -> EvidenceUnit | None:
        """One evidence unit."""
        with self._guarded():
            return self._records.unit(unit_id)

    def unit_neighbours(
        self, unit_id: str, *, before: int = 1, after: int = 1
    ) -> tuple[EvidenceUnit, ...]:
        """Units of the same kind that stand around a unit, in document order, without itself."""
        with self._guarded():
            unit = self._records.unit(unit_id)
            if unit is None:
                return ()
            row = [each for each in self._records.units(unit.document_id) if each.kind == unit.kind]
        place = next(at for at, each in enumerate(row) if each.id == unit_id)
        return (*row[max(0, place - before) : place], *row[place + 1 : place + 1 + after])

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> tuple[AnyRecord, ...]:
        """Typed records of one kind in document order."""
        with self._guarded():
            return self._records.records(kind, record_filter or RecordFilter())

    def records_by_kind(self, document_id: str) -> dict[RecordKind, tuple[AnyRecord, ...]]:
        """The records of one document in document order; a kind that it lacks is left out."""
        with self._guarded():
            return self._records.records_by_kind(document_id)

    def record(self, record_id: str) -> AnyRecord | None:
        """One record of any kind."""
        with self._guarded():
            return self._records.record(record_id)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        with self._lock, self._storage_errors():
            yield

    @contextmanager
    def _storage_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise BrokenStore(
                f"Không đọc được {self.folder / DATABASE} ({error}); hãy chuyển thư mục dữ liệu "
                "sang chỗ khác rồi nạp lại các văn bản."
            ) from error
