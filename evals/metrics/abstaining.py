"""What counts as saying nothing where there is nothing to say."""

from __future__ import annotations

from evals.metrics.accuracy import faults
from evals.outcome import Outcome


def abstained(outcome: Outcome) -> bool:
    """Refused, asked back, or named the false premise or the conflict instead of hiding it."""
    if outcome.answer.status != "answered":
        return True
    return outcome.case.concedable and not faults(outcome)
