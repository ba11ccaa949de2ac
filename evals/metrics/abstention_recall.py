"""Abstention recall: nothing is answered where the documents hold no answer."""

from __future__ import annotations

from evals.metrics.abstaining import abstained
from evals.metrics.score import Score, yes
from evals.outcome import Outcome


def abstention_recall(outcome: Outcome) -> Score | None:
    """Unanswerable cases that were not answered."""
    return yes(abstained(outcome)) if outcome.case.unanswerable else None
