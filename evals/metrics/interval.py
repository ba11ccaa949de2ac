"""Shares with an interval drawn over whole documents: questions of one document are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from evals.metrics.score import Score

_SEED = 20230101
_ROUNDS = 2000
_LOW, _HIGH = 0.025, 0.975


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
    clusters = [(part, whole) for part, whole in (sums[name] for name in sorted(sums)) if whole]
    if not clusters:
        return Share(0, None, None, None)
    trials = sum(whole for _, whole in clusters)
    low, high = bounds(clusters)
    return Share(
        n=round(trials), value=sum(part for part, _ in clusters) / trials, low=low, high=high
    )


def bounds(clusters: list[tuple[float, float]]) -> tuple[float, float]:
    """The 95 % interval of ``sum of parts / sum of wholes`` over clusters drawn anew.

    Every whole must be above zero.
    """
    import numpy as np

    rng = np.random.Generator(np.random.PCG64(_SEED))
    drawn = rng.integers(0, len(clusters), size=(_ROUNDS, len(clusters)))
    pairs = np.array(clusters, dtype=float)[drawn].sum(axis=1)
    shares = np.sort(pairs[:, 0] / pairs[:, 1])
    return float(shares[int(_LOW * (_ROUNDS - 1))]), float(shares[int(_HIGH * (_ROUNDS - 1))])
