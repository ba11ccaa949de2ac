"""Abstention: refused where there is nothing to say, and only there."""

from __future__ import annotations

from evals.metrics.accuracy import faults
from evals.metrics.score import Score, yes
from evals.outcome import Outcome


def abstained(outcome: Outcome) -> bool:
    """Refused, asked back, or named the false premise or the conflict instead of hiding it."""
    if outcome.answer.status != "answered":
        return True
    return outcome.case.concedable and not faults(outcome)


def abstention_recall(outcome: Outcome) -> Score | None:
    """Unanswerable cases that were not answered."""
    return yes(abstained(outcome)) if outcome.case.unanswerable else None


def abstention_precision(outcome: Outcome) -> Score | None:
    """Abstentions that were right; a question asked back where that is expected is no refusal."""
    case = outcome.case
    if not abstained(outcome) or (
        not case.unanswerable and outcome.answer.status in case.expected.status
    ):
        return None
    return yes(case.unanswerable)
