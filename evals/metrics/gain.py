"""Normalised discounted gain: exact places count three, places of the same table or section one."""

from __future__ import annotations

from math import log2

from evals.metrics.ranking import Ranking
from evals.metrics.score import Score

_MANY = 10
_EXACT, _NEAR = 3.0, 1.0  # 2**grade - 1 of the grades 2 and 1


def ndcg_at_10(ranking: Ranking) -> Score:
    """Gain of the first ten over that of the best order; a place found again is worth nothing."""
    gains, seen, near = [], set[int](), 0
    for each in ranking.found[:_MANY]:
        fresh = each.holds - seen
        seen |= each.holds
        beside = not each.holds and each.near and near < ranking.nearby
        near += beside
        gains.append(_EXACT if fresh else _NEAR if beside else 0.0)
    ideal = ([_EXACT] * ranking.gold + [_NEAR] * ranking.nearby)[:_MANY]
    return Score(min(1.0, _discounted(gains) / _discounted(ideal)))


def _discounted(gains: list[float]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))
