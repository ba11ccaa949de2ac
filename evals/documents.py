"""Where the documents of the cases lie."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parents[1]
_READABLE = {".txt", ".docx", ".xlsx", ".pdf"}

SAMPLES = _ROOT / "samples"
REFERENCE = _ROOT.parent / "shared" / "seeds"


def samples() -> list[Path]:
    """The documents that come with the program."""
    return _in(SAMPLES)


def reference() -> list[Path]:
    """The reference documents, which lie beside this repository; empty where they do not."""
    return _in(REFERENCE) if REFERENCE.is_dir() else []


def _in(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix in _READABLE)
