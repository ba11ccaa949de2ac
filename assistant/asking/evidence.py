"""What asking needs from the index: stored documents, their records and units, and search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from ingest.model import AnyRecord, Document, EvidenceUnit, RecordKind, TableReport
from vectorstore.search import RecordFilter, SearchFilter, SearchHit


class Evidence(Protocol):
    """The reading side of an index. ``vectorstore.index.Index`` is one; tests bring another."""

    def documents(self) -> Sequence[Document]:
        """All stored documents."""
        ...

    def sha256(self, document_id: str) -> str | None:
        """Digest of the file that was read; it changes when the document is replaced."""
        ...

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> Sequence[AnyRecord]:
        """Typed records of one kind, in document order."""
        ...

    def units(self, document_id: str) -> Sequence[EvidenceUnit]:
        """All findable pieces of one document, in document order."""
        ...

    def search(
        self, query: str, *, k: int = 10, search_filter: SearchFilter | None = None
    ) -> Sequence[SearchHit]:
        """Ranked units, best first."""
        ...


@runtime_checkable
class PassagesApart(Protocol):
    """Evidence that reads a document's passages without the pieces that restate its records."""

    def passages(self, document_id: str) -> Sequence[EvidenceUnit]:
        """The passages among :meth:`Evidence.units`, in document order."""
        ...


@runtime_checkable
class RecordsAtOnce(Protocol):
    """Evidence that reads all records of a document in one go."""

    def records_by_kind(self, document_id: str) -> Mapping[RecordKind, Sequence[AnyRecord]]:
        """The document's :meth:`Evidence.records` of every kind that it has."""
        ...


@runtime_checkable
class Tabled(Protocol):
    """Evidence that tells how each table of a document was read: titles, order of columns."""

    def tables(self, document_id: str) -> Sequence[TableReport]:
        """The reports of a document's tables, in order."""
        ...


@runtime_checkable
class Pointing(Protocol):
    """Evidence that finds parts of what :meth:`Evidence.search` does at less cost."""

    def similar(
        self, query: str, *, k: int = 10, search_filter: SearchFilter | None = None
    ) -> Sequence[SearchHit]:
        """Units nearest in meaning, nearest first; none without vectors."""
        ...

    def pointed_at(
        self, query: str, *, most: int, search_filter: SearchFilter | None = None
    ) -> Sequence[str]:
        """Ids of the documents that hold what is ranked first, best first."""
        ...


@runtime_checkable
class Stamped(Protocol):
    """Evidence that says cheaply whether anything changed, so that it is not listed anew."""

    def stamp(self) -> int:
        """Another number whenever something was stored, changed or removed since."""
        ...
