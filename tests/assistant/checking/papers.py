"""Readings of texts written on the spot."""

from __future__ import annotations

import tempfile
from pathlib import Path

from assistant.answer import Check
from assistant.checking.check import check_document
from ingest.model import Reading
from ingest.pipeline import read_file


def reading_of(text: str, *, name: str = "van-ban.txt") -> Reading:
    """The reading of ``text`` as a text file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        return read_file(path, document_id=path.stem, shown_path=name)


def checked(text: str, *against: str) -> Check:
    """The check of one text against others."""
    others = [reading_of(other, name=f"nguon-{n}.txt") for n, other in enumerate(against, start=1)]
    return check_document(reading_of(text), others)
