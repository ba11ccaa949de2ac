"""Hit rate: whether any gold place is among the first results."""

from __future__ import annotations

from evals.metrics.ranking import Ranking
from evals.metrics.score import Score, yes

_FEW = 5


def hit_at_5(ranking: Ranking) -> Score:
    """One gold place at least among the first five."""
    return yes(any(each.holds for each in ranking.found[:_FEW]))
