"""Gold figures by value and unit."""

from __future__ import annotations

from evals.metrics.figure_matching import matched, same_unit
from evals.metrics.score import Score
from evals.outcome import Outcome


def figure_units(outcome: Outcome) -> Score | None:
    """Gold figures matched in value and unit, whatever the period."""
    return matched(outcome, same_unit)
