"""Retrieval by gold unit: what the search finds, before anything is written from it."""

from __future__ import annotations

from evals.metrics.score import Score
from evals.outcome import Gold, Outcome

_FEW = 5
_MANY = 10


def recall_at_5(outcome: Outcome) -> Score | None:
    """Gold units among the first five, of as many as five places can hold.

    Follow-ups are left out: their words alone do not say what is sought.
    """
    gold = _sought(outcome)
    if not gold:
        return None
    first = [result.source for result in outcome.found[:_FEW]]
    hits = sum(any(each.holds(source) for source in first) for each in gold)
    return Score(min(1.0, hits / min(len(gold), _FEW)))


def mrr_at_10(outcome: Outcome) -> Score | None:
    """One over the rank of the first gold unit, 0 where it is not among the first ten."""
    gold = _sought(outcome)
    if not gold:
        return None
    for rank, result in enumerate(outcome.found[:_MANY], start=1):
        if any(each.holds(result.source) for each in gold):
            return Score(1 / rank)
    return Score(0.0)


def _sought(outcome: Outcome) -> tuple[Gold, ...]:
    plain_question = not (outcome.case.unanswerable or outcome.case.history)
    return outcome.gold if plain_question else ()
