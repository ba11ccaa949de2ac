"""What the local service needs of its parts, so that each can be replaced by a fake."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.answer import Answer, Turn
from assistant.service import AskEvent
from ingest.model import (
    AnyRecord,
    Correction,
    Document,
    EvidenceUnit,
    Reading,
    RecordKind,
    TableReport,
)
from vectorstore.search import IndexHealth, RecordFilter, SearchFilter, SearchHit


class Store(Protocol):
    """The index, as far as the service uses it (:class:`vectorstore.index.Index`)."""

    def add(self, reading: Reading) -> Document:
        """Store a reading; one of the same document id is replaced everywhere.

        The document comes back as stored: corrected, with corrections that no longer fit among
        its problems.
        """
        ...

    def correct(
        self,
        document_id: str,
        changes: Mapping[str, str | None],
        *,
        by: str,
        at: str,
        record_id: str | None = None,
    ) -> Sequence[Correction]:
        """Correct fields of a record or of the document; the corrections that were made."""
        ...

    def undo_correction(self, correction_id: str, *, at: str) -> Correction:
        """Take a correction back."""
        ...

    def corrections(self, document_id: str | None = None) -> Sequence[Correction]:
        """The history of corrections, oldest first."""
        ...

    def tables(self, document_id: str) -> Sequence[TableReport]:
        """How the tables of a document were read."""
        ...

    def remove(self, document_id: str) -> object:
        """Delete a document everywhere."""
        ...

    def documents(self) -> Sequence[Document]:
        """All stored documents."""
        ...

    def sha256(self, document_id: str) -> str | None:
        """Digest of the stored version's file, ``None`` for an unknown document."""
        ...

    def reader_version(self, document_id: str) -> str | None:
        """Which reader read the stored version, ``None`` for an unknown document."""
        ...

    def units(self, document_id: str) -> Sequence[EvidenceUnit]:
        """Evidence units in document order."""
        ...

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> Sequence[AnyRecord]:
        """Records of one kind in document order."""
        ...

    def search(
        self, query: str, *, k: int = 10, search_filter: SearchFilter | None = None
    ) -> Sequence[SearchHit]:
        """Units found by the fused retrievers, best first."""
        ...

    def embed_pending(self, *, progress: Callable[[int, int], None] | None = None) -> object:
        """Embed what has no vector yet."""
        ...

    def health(self) -> IndexHealth:
        """What is stored and what is missing."""
        ...


class Background(Protocol):
    """What makes vectors later (:class:`vectorstore.background.BackgroundEmbedder`)."""

    @property
    def problem(self) -> str | None:
        """A sentence, while vectors cannot be made."""
        ...

    def wake(self) -> None:
        """Say that there may be something to embed."""
        ...


class Answerer(Protocol):
    """Turns a question into an answer: the rules, or a model that phrases what they answer."""

    def answer(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Answer:
        """One answer; ``documents`` are ids."""
        ...

    def stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Iterator[AskEvent]:
        """The same answer as events."""
        ...


class ReadFile(Protocol):
    """Reads one file (:func:`ingest.pipeline.read_file`)."""

    def __call__(
        self,
        path: Path,
        *,
        document_id: str,
        shown_path: str,
        progress: Callable[[int, int], None] | None = None,
    ) -> Reading:
        """Raises :class:`ingest.errors.ReadingError` where the file cannot be read.

        ``progress`` is called with the pages done and all pages where reading is slow (scans).
        """
        ...


@dataclass(frozen=True, slots=True)
class Reader:
    """How files are read. ``version`` changes when the same bytes would be read differently."""

    read: ReadFile
    document_id: Callable[[str], str]
    is_supported: Callable[[Path], bool]
    version: str
