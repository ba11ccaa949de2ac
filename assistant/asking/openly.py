"""A question whose premise kept anything from being found, asked again without it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.asking.composers.borne_out import denies, with_verdict
from assistant.asking.finding.corpus import Corpus
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.questions.neutral import asked_openly
from assistant.asking.questions.understanding import understand


def held_to_premise(
    query: Query, corpus: Corpus, today: date, *, sought: Callable[[Query], Composed]
) -> Composed:
    """The page and whether it bears out what the question takes for true.

    ``sought`` looks for a question's answer. Asked openly, only a denial is an answer: what bears
    the premise out tells nothing of why.
    """
    composed = with_verdict(query, sought(query))
    openly = asked_openly(query) if composed.status == "refused" else None
    if openly is None:
        return composed
    free = understand(openly, corpus=corpus, today=today, chosen=query.limits.chosen)
    free = replace(free, supposed=query.supposed)
    again = with_verdict(free, sought(free))
    return again if denies(again) else composed
