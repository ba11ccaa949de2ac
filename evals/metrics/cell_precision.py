"""Cell precision: what was read of a document is what stands in it."""

from __future__ import annotations

from evals.metrics.score import Score


def cell_precision(*, read: int, right: int) -> Score | None:
    """Right cells of those that were read; nothing where none was."""
    return Score(right, read) if read else None
