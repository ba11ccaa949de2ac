"""Reciprocal-rank fusion: several rankings of the same things become one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def reciprocal_rank_fusion(
    rankings: Sequence[Sequence[Item]],
    *,
    weights: Sequence[float] | None = None,
    constant: float = 60.0,
) -> list[tuple[Item, float]]:
    """Fuse ``rankings`` (best first) into one list of (item, score), best first.

    An item scores ``weight / (constant + rank)`` for every ranking that holds it (Cormack et al.,
    SIGIR 2009; 60 is their constant). A repeated item counts at its best rank only. Ties keep the
    order in which items are first met, so the result is deterministic.

    Raises:
        ValueError: where there is not one weight a ranking, a weight is negative, or the
            constant is not above -1.
    """
    if weights is None:
        weights = [1.0] * len(rankings)
    if len(weights) != len(rankings):
        raise ValueError(f"{len(rankings)} rankings but {len(weights)} weights")
    if any(weight < 0 for weight in weights):
        raise ValueError(f"negative weight in {list(weights)}")
    if constant <= -1:
        raise ValueError(f"constant {constant} must be above -1")
    scores: dict[Item, float] = {}
    for ranking, weight in zip(rankings, weights, strict=True):
        for rank, item in enumerate(dict.fromkeys(ranking), start=1):
            scores[item] = scores.get(item, 0.0) + weight / (constant + rank)
    return sorted(scores.items(), key=lambda pair: -pair[1])
