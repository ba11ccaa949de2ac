"""File -> reading: pick the reader, hash the bytes, extract. The one entry to this folder."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePath

from ingest.extraction.document import read_document
from ingest.extraction.secrecy import refuse_secret
from ingest.model import Reading
from ingest.readers.progress import Progress
from ingest.readers.registry import read_content
from ingest.text.normal import slug

READER_VERSION = "15"
"""Raised whenever reading changes, so that unchanged files are read again."""


def document_id(shown_path: str) -> str:
    """The id of the document at ``shown_path``: readable, stable, unique a path."""
    stem = slug(PurePath(shown_path).stem)[:40].strip("-") or "van-ban"
    digest = hashlib.sha256(shown_path.encode("utf-8")).hexdigest()[:8]
    return f"{stem}-{digest}"


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_file(
    path: Path, *, document_id: str, shown_path: str, progress: Progress | None = None
) -> Reading:
    """Read one file. Raises :class:`ingest.errors.ReadingError` with one sentence for the user.

    ``progress`` is called with pages done and all pages where pages have to be recognised.

    A file that bears a mark of state secrets raises :class:`ingest.errors.SecretFile` before
    anything is made of its text.
    """
    content = read_content(path, progress=progress)
    refuse_secret(content, name=PurePath(shown_path).name)
    return read_document(
        content,
        document_id=document_id,
        file=PurePath(shown_path).name,
        path=shown_path,
        sha256=file_digest(path),
        reader_version=READER_VERSION,
    )
