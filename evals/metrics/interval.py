"""Shares with an interval drawn over whole documents: questions of one document are alike."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from evals.metrics.score import Score

_SEED = 20230101
_ROUNDS = 2000


@dataclass(frozen=True, slots=True)
class Share:
    """A share of ``n`` trials with its 95 % interval; without trials all are ``None``."""

    n: int
    value: float | None
    low: float | None
    high: float | None


def share(scores: Iterable[tuple[str, Score]]) -> Share:
    """The share over ``(cluster, score)`` pairs, with a percentile cluster bootstrap.

    Clusters are drawn with replacement; the seed is fixed, so the same scores give the same
    interval.
    """
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for cluster, score in scores:
        sums[cluster][0] += score.hits
        sums[cluster][1] += score.trials
    clusters = [sums[name] for name in sorted(sums)]
    trials = sum(whole for _, whole in clusters)
    if not trials:
        return Share(0, None, None, None)
    rng = random.Random(_SEED)  # noqa: S311 - a draw, not a secret
    drawn = []
    for _ in range(_ROUNDS):
        sample = rng.choices(clusters, k=len(clusters))
        whole = sum(each[1] for each in sample)
        if whole:
            drawn.append(sum(each[0] for each in sample) / whole)
    drawn.sort()
    return Share(
        n=round(trials),
        value=sum(part for part, _ in clusters) / trials,
        low=drawn[int(0.025 * (len(drawn) - 1))],
        high=drawn[int(0.975 * (len(drawn) - 1))],
    )
