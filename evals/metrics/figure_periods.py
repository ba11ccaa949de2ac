"""Gold figures by value and period."""

from __future__ import annotations

from evals.metrics.figure_matching import matched, same_period
from evals.metrics.score import Score
from evals.outcome import Outcome


def figure_periods(outcome: Outcome) -> Score | None:
    """Gold figures matched in value and period, whatever the unit."""
    return matched(outcome, same_period)
