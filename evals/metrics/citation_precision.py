"""Citation precision: what is cited is a place that holds the answer."""

from __future__ import annotations

from evals.metrics.score import Score
from evals.outcome import Outcome


def citation_precision(outcome: Outcome) -> Score | None:
    """Citations of a gold place, over the answerable cases that got an answer.

    Strict: a second place that says the same, or a neighbouring row that a list shows, counts
    against it.
    """
    if outcome.case.unanswerable or outcome.answer.status != "answered" or not outcome.gold:
        return None
    sources = [citation.source for citation in outcome.answer.citations]
    if not sources:
        return None
    hits = sum(any(gold.holds(source) for gold in outcome.gold) for source in sources)
    return Score(hits, len(sources))
