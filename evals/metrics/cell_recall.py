"""Cell recall: what stands in a document was read."""

from __future__ import annotations

from evals.metrics.score import Score


def cell_recall(*, gold: int, right: int) -> Score | None:
    """Right cells of those there are; nothing where there is none."""
    return Score(right, gold) if gold else None
