"""A score is a part of a whole, so that shares of unequal cases can be added up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """``hits`` out of ``trials``: one case counts once, a case with five citations five times."""

    hits: float
    trials: int = 1


def yes(truth: bool) -> Score:
    """The score of a case that is either right or not."""
    return Score(1.0 if truth else 0.0)
