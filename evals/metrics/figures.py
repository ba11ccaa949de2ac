"""Figure accuracy: every gold figure stands in the answer with its value, unit and period."""

from __future__ import annotations

from evals.metrics.figure_matching import matched, same_period, same_unit
from evals.metrics.score import Score
from evals.outcome import Outcome


def figure_accuracy(outcome: Outcome) -> Score | None:
    """Gold figures matched in value, unit and period."""
    return matched(outcome, same_unit, same_period)
