"""Citation recall: the gold places are among those cited."""

from __future__ import annotations

from evals.metrics.score import Score
from evals.outcome import Outcome


def gold_cited(outcome: Outcome) -> Score | None:
    """Gold places that the answer cites, over the answerable cases that got an answer."""
    if outcome.case.unanswerable or outcome.answer.status != "answered" or not outcome.gold:
        return None
    sources = [citation.source for citation in outcome.answer.citations]
    hits = sum(any(gold.holds(source) for source in sources) for gold in outcome.gold)
    return Score(hits, len(outcome.gold))
