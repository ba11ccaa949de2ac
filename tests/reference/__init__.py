"""Tests on the real reference documents; they skip with a reason where those are missing."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from ingest.model import Reading
from ingest.pipeline import read_file

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEEDS = SHARED / "seeds"
FILES = SHARED / "files"

needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the reference documents (../shared/seeds) are not here"
)
needs_files = pytest.mark.skipif(
    not FILES.is_dir(), reason="the rebuilt reference files (../shared/files) are not here"
)


def seed(number: int) -> Path:
    """The text of reference document ``number``."""
    return next(SEEDS.glob(f"{number:03d}_*.txt"))


@lru_cache(maxsize=16)
def reading(path: Path) -> Reading:
    """The reading of a reference document."""
    return read_file(path, document_id=path.stem, shown_path=str(path))
