"""What a run must reach before a change may go in. Invariants have no tolerance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.metrics.catalogue import ASKING
from evals.outcome import Outcome
from evals.report import measured


@dataclass(frozen=True, slots=True)
class Bound:
    """A metric and the share it must reach, or must not exceed."""

    metric: str
    at_least: float = 0.0
    at_most: float = 1.0


INVARIANTS = (Bound("quotes verbatim", at_least=1.0), Bound("locators exact", at_least=1.0))

FLOORS = (
    *INVARIANTS,
    Bound("answer accuracy", at_least=0.92),
    Bound("wrong-answer rate", at_most=0.012),
    Bound("abstention recall", at_least=0.95),
    Bound("gold cited", at_least=0.95),
    Bound("recall@5", at_least=0.89),
    Bound("mrr@10", at_least=0.80),
)
"""For samples and families together, without vectors: a few points below what was measured."""


def violations(outcomes: Sequence[Outcome], bounds: Iterable[Bound] = FLOORS) -> list[str]:
    """The bounds that the run does not keep, in words; a metric without trials keeps none."""
    found = []
    for bound in bounds:
        share = measured(outcomes, ASKING[bound.metric])
        if share.value is None:
            found.append(f"{bound.metric}: nothing was measured")
        elif not bound.at_least <= share.value <= bound.at_most:
            wanted = (
                f"at least {bound.at_least}" if share.value < bound.at_least
                else f"at most {bound.at_most}"
            )  # fmt: skip
            found.append(f"{bound.metric} is {share.value:.4f} of {share.n}, must be {wanted}")
    return found
