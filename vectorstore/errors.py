"""Errors of the store. Messages are Vietnamese, name the value and the remedy."""

from __future__ import annotations


class StoreError(Exception):
    """The data folder cannot be used as asked."""


class FolderBusy(StoreError):
    """Another process owns the data folder."""


class EmbeddingMismatch(StoreError):
    """The index was built with another embedding model or dimension."""


class EmbeddingUnavailable(StoreError):
    """The embedding model cannot be loaded or reached."""


class UnknownDocument(StoreError):
    """No document has this id."""
