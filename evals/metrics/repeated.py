"""Sameness: the same question gets the same answer, to the letter."""

from __future__ import annotations

from assistant.answer import Answer
from evals.metrics.score import Score, yes
from evals.outcome import Outcome

_VARYING = {"id", "timings_ms"}


def repeated(outcome: Outcome) -> Score | None:
    """Whether a second asking gave the same, times apart; nothing where it was asked once."""
    if outcome.again is None:
        return None
    return yes(_lasting(outcome.answer) == _lasting(outcome.again))


def _lasting(answer: Answer) -> dict[str, object]:
    return answer.model_dump(mode="json", exclude=_VARYING)
