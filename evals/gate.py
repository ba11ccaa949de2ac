"""What a run must reach before a change may go in. Invariants have no tolerance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.metrics.catalogue import LOWER_IS_BETTER
from evals.standing.compare import changes, missing
from evals.standing.file import FOLDER, set_of
from evals.trial import Result, measured

_LIGHT = ("samples", "synthetic")
_BESIDE = "reference"


@dataclass(frozen=True, slots=True)
class Bound:
    """A metric of a suite and the share it must reach, or must not exceed.

    It is measured over the trials of ``sets`` together, or over all.
    """

    suite: str
    metric: str
    at_least: float = 0.0
    at_most: float = 1.0
    sets: tuple[str, ...] = ()


INVARIANTS = (
    Bound("citations", "quotes verbatim", at_least=1.0),
    Bound("citations", "locators exact", at_least=1.0),
    Bound("citations", "marks resolve", at_least=1.0),
    Bound("answering", "figures bound", at_least=1.0),
    Bound("answering", "same when repeated", at_least=1.0),
)

FLOORS = (
    Bound("extraction", "cell precision", at_least=0.995, sets=_LIGHT),
    Bound("extraction", "cell recall", at_least=0.995, sets=_LIGHT),
    Bound("answering", "answer accuracy", at_least=0.97, sets=_LIGHT),
    Bound("answering", "wrong-answer rate", at_most=0.01, sets=_LIGHT),
    Bound("answering", "figure accuracy", at_least=0.94, sets=_LIGHT),
    Bound("abstention", "abstention recall", at_least=0.97, sets=_LIGHT),
    Bound("abstention", "abstention precision", at_least=0.95, sets=_LIGHT),
    Bound("citations", "gold cited", at_least=0.97, sets=_LIGHT),
    Bound("retrieval", "recall@5", at_least=0.95, sets=_LIGHT),
    Bound("retrieval", "mrr@10", at_least=0.92, sets=_LIGHT),
)
"""Without vectors, a few points below what was measured: samples and families are everywhere."""


def violations(
    results: Sequence[Result], bounds: Iterable[Bound] = (*INVARIANTS, *FLOORS)
) -> list[str]:
    """The bounds that the run does not keep, in words; a metric without trials keeps none."""
    suites = {result.suite: result for result in results}
    found = []
    for bound in bounds:
        name = f"{bound.suite}: {bound.metric}"
        trials = suites[bound.suite].trials if bound.suite in suites else ()
        chosen = [each for each in trials if not bound.sets or set_of(each) in bound.sets]
        share = measured(chosen, bound.metric)
        if share.value is None:
            found.append(f"{name}: nothing was measured")
        elif not bound.at_least <= share.value <= bound.at_most:
            wanted = (
                f"at least {bound.at_least}" if share.value < bound.at_least
                else f"at most {bound.at_most}"
            )  # fmt: skip
            found.append(f"{name} is {share.value:.4f} of {share.n}, must be {wanted}")
    return found


def reach(results: Sequence[Result]) -> str:
    """Which sets this run was held to: those of every machine, and the one that may be missing."""
    asked = Counter(set_of(trial) for result in results for trial in result.trials)
    here = [name for name in _LIGHT if asked[name]]
    lines = [f"gates on every machine: {', '.join(here) or 'nothing of this run'}"]
    beside = "the reference documents, their questions and gold files"
    if asked[_BESIDE]:
        lines.append(f"gates only where ../shared/seeds lies beside the repository: {beside}")
    else:
        lines.append(f"not asked, so not gating: {beside} (they lie in ../shared/seeds)")
    return "\n".join(lines)


def regressions(results: Sequence[Result], folder: Path = FOLDER) -> list[str]:
    """What is surely worse than the stored baseline, and cases that are no longer asked.

    Paired by question: a metric fails when the 95 % interval of its mean difference lies wholly
    on the bad side of zero.
    """
    found = [f"no longer asked: {each}" for each in missing(results, folder)]
    for change in changes(results, folder):
        if change.regressed:
            side = "higher" if change.metric in LOWER_IS_BETTER else "lower"
            found.append(
                f"{change.document_set}/{change.suite}: {change.metric} is {side} by "
                f"{abs(change.mean):.4f} ({change.low:.4f} to {change.high:.4f}) over {change.n}; "
                f"worse: {', '.join(change.worse)}"
            )
    return found
