"""Whether the words that answer the question stand in what was found."""

from __future__ import annotations

from evals.metrics.ranking import Ranking
from evals.metrics.score import Score, yes
from evals.wording import contains


def answer_in_first(ranking: Ranking) -> Score | None:
    """One wording of every group in the first result alone."""
    return _within(ranking, 1)


def answer_in_5(ranking: Ranking) -> Score | None:
    """One wording of every group in the first five together."""
    return _within(ranking, 5)


def _within(ranking: Ranking, few: int) -> Score | None:
    if not ranking.wanted:
        return None
    text = "\n".join(each.text for each in ranking.found[:few])
    return yes(all(any(contains(text, wording) for wording in group) for group in ranking.wanted))
