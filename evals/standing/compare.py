"""A run against the stored baseline, question by question, with a paired cluster bootstrap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.metrics.catalogue import LOWER_IS_BETTER
from evals.metrics.interval import bounds
from evals.metrics.score import Score
from evals.standing.file import DIGITS, FOLDER, load, set_of
from evals.trial import Result, Trial

_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Change:
    """One metric of a suite and document set over the ``n`` cases that both runs scored.

    ``mean`` is the mean difference per question, new less old, with its 95 % interval; ``worse``
    and ``better`` are the cases whose own score changed.
    """

    document_set: str
    suite: str
    metric: str
    n: int
    mean: float
    low: float
    high: float
    worse: tuple[str, ...]
    better: tuple[str, ...]

    @property
    def regressed(self) -> bool:
        """The whole interval lies on the bad side of zero."""
        if self.metric in LOWER_IS_BETTER:
            return self.low > _NOTHING
        return self.high < -_NOTHING


def changes(results: Iterable[Result], folder: Path = FOLDER) -> list[Change]:
    """Every metric that was stored and measured now. New cases and gone ones do not count."""
    found = []
    for result in results:
        for name in sorted({set_of(trial) for trial in result.trials}):
            standing = load(name, folder)
            if standing is None:
                continue
            trials = [trial for trial in result.trials if set_of(trial) == name]
            before = standing.scores.get(result.suite, {})
            for metric in result.metrics:
                differences = _differences(trials, metric, before)
                if differences:
                    found.append(_change(name, result.suite, metric, differences))
    return found


def missing(results: Iterable[Result], folder: Path = FOLDER) -> list[str]:
    """Stored cases that a run of the same suite and set did not ask, as ``set/suite: ids``."""
    found = []
    for result in results:
        for name in sorted({set_of(trial) for trial in result.trials}):
            standing = load(name, folder)
            stored = standing.scores.get(result.suite, {}) if standing else {}
            asked = {trial.id for trial in result.trials}
            gone = sorted(set(stored) - asked)
            if gone:
                found.append(f"{name}/{result.suite}: {', '.join(gone)}")
    return found


_Difference = tuple[Trial, float]


def _differences(
    trials: Iterable[Trial], metric: str, before: Mapping[str, Mapping[str, Score]]
) -> list[_Difference]:
    found = []
    for trial in trials:
        old = before.get(trial.id, {}).get(metric)
        new = trial.scores.get(metric)
        if old is not None and new is not None and old.trials and new.trials:
            hits = round(new.hits, DIGITS)
            found.append((trial, hits / new.trials - old.hits / old.trials))
    return found


def _change(name: str, suite: str, metric: str, differences: list[_Difference]) -> Change:
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for trial, difference in differences:
        sums[trial.cluster][0] += difference
        sums[trial.cluster][1] += 1
    low, high = bounds([(part, whole) for part, whole in (sums[key] for key in sorted(sums))])
    sign = -1 if metric in LOWER_IS_BETTER else 1
    return Change(
        document_set=name,
        suite=suite,
        metric=metric,
        n=len(differences),
        mean=sum(difference for _, difference in differences) / len(differences),
        low=low,
        high=high,
        worse=tuple(trial.id for trial, each in differences if sign * each < -_NOTHING),
        better=tuple(trial.id for trial, each in differences if sign * each > _NOTHING),
    )
