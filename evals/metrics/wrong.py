"""Wrong-answer rate: answered with confidence, and not right."""

from __future__ import annotations

from evals.metrics.accuracy import faults
from evals.metrics.score import Score, yes
from evals.outcome import Outcome


def wrong_answers(outcome: Outcome) -> Score | None:
    """Over all cases; lower is better. An answer that leaves out what was asked is wrong too."""
    return yes(outcome.answer.status == "answered" and bool(faults(outcome)))
