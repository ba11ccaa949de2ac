"""What a person means by DOC on the command line."""

from __future__ import annotations

from pathlib import Path


def document_named(named: str) -> str | Path:
    """A path where one was meant: it exists, or looks like a file's; else a stored document."""
    path = Path(named)
    return path if path.exists() or path.suffix or "/" in named else named
