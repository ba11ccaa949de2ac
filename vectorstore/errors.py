"""Errors of the store. Messages are Vietnamese, name the value and the remedy."""

from __future__ import annotations

from dataclasses import dataclass


class StoreError(Exception):
    """The data folder cannot be used as asked."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The process that owns a data folder. ``url`` is set where it serves the HTTP API."""

    pid: int
    url: str | None
    started: str


class FolderBusy(StoreError):
    """Another process owns the data folder. ``owner`` is ``None`` where it left no note."""

    def __init__(self, message: str, owner: Owner | None = None) -> None:
        super().__init__(message)
        self.owner = owner


class BrokenStore(StoreError):
    """The database of the data folder cannot be read; the files have to be ingested again."""


class DenseUnavailable(StoreError):
    """The vector index is missing or broken. Search goes on with words alone."""


class EmbeddingMismatch(StoreError):
    """The index was built with another embedding model or dimension."""


class EmbeddingUnavailable(StoreError):
    """The embedding model cannot be loaded or reached."""


class UnknownDocument(StoreError):
    """No document has this id."""


class UnknownRecord(StoreError):
    """The document has no record of this id."""


class UnknownCorrection(StoreError):
    """No correction has this id, or it has been undone already."""
