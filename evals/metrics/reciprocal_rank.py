"""Reciprocal rank: how far down the first gold place is."""

from __future__ import annotations

from evals.metrics.ranking import Ranking
from evals.metrics.score import Score

_MANY = 10


def mrr_at_10(ranking: Ranking) -> Score:
    """One over the rank of the first gold place, 0 where it is not among the first ten."""
    for rank, each in enumerate(ranking.found[:_MANY], start=1):
        if each.holds:
            return Score(1 / rank)
    return Score(0.0)
