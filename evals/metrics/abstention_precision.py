"""Abstention precision: only what has no answer is refused."""

from __future__ import annotations

from evals.metrics.abstaining import abstained
from evals.metrics.score import Score, yes
from evals.outcome import Outcome


def abstention_precision(outcome: Outcome) -> Score | None:
    """Abstentions that were right; a question asked back where that is expected is no refusal."""
    case = outcome.case
    if not abstained(outcome) or (
        not case.unanswerable and outcome.answer.status in case.expected.status
    ):
        return None
    return yes(case.unanswerable)
