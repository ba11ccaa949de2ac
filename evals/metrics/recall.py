"""Recall: the share of the gold places among the first results."""

from __future__ import annotations

from evals.metrics.ranking import Ranking
from evals.metrics.score import Score


def recall_at_5(ranking: Ranking) -> Score:
    """Gold places among the first five, of as many as five results can hold."""
    return _recall(ranking, 5)


def recall_at_10(ranking: Ranking) -> Score:
    """Gold places among the first ten, of as many as ten results can hold."""
    return _recall(ranking, 10)


def _recall(ranking: Ranking, few: int) -> Score:
    held = frozenset[int]().union(*(each.holds for each in ranking.found[:few]))
    return Score(min(1.0, len(held) / min(ranking.gold, few)))
