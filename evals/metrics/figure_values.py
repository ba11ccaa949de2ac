"""Gold figures by value alone."""

from __future__ import annotations

from evals.metrics.figure_matching import matched
from evals.metrics.score import Score
from evals.outcome import Outcome


def figure_values(outcome: Outcome) -> Score | None:
    """Gold figures whose value an answer's figure has, whatever its unit and period."""
    return matched(outcome)
