"""One judged case of any suite: what the report, the gate and the stored standing are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evals.metrics.interval import Share, share
from evals.metrics.score import Score

ALL = "all"


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one case.

    ``cluster`` names the documents it hangs on, ``groups`` the slices it belongs to
    (``kind lead``). ``scores`` leaves out metrics that have nothing to say about the case.
    ``faults`` are for a person; ``grave`` puts a failing case first in the list of the worst.
    """

    id: str
    cluster: str
    groups: tuple[str, ...]
    scores: Mapping[str, Score]
    faults: tuple[str, ...] = ()
    asked: str = ""
    got: str = ""
    grave: bool = False
    elapsed_ms: float | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A suite that was run. ``metrics`` are the columns, ``notes`` what a reader should know."""

    suite: str
    metrics: tuple[str, ...]
    trials: tuple[Trial, ...]
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...] = field(default=())
    """The metrics of the table of slices; all of them where none are named."""

    def measured(self, metric: str) -> Share:
        """One metric over all trials."""
        return measured(self.trials, metric)


def measured(trials: Iterable[Trial], metric: str) -> Share:
    """One metric over the trials that it has something to say about."""
    return share(
        (trial.cluster, trial.scores[metric]) for trial in trials if metric in trial.scores
    )


def grouped(trials: Sequence[Trial]) -> list[tuple[str, list[Trial]]]:
    """All trials, then those of each group in the order of the names."""
    members: dict[str, list[Trial]] = {}
    for trial in trials:
        for name in trial.groups:
            members.setdefault(name, []).append(trial)
    return [(ALL, list(trials)), *sorted(members.items())]
