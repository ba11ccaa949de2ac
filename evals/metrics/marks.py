"""Marks: every ``[n]`` leads to a citation, and every citation is asked for by a mark."""

from __future__ import annotations

import re

from evals.metrics.score import Score
from evals.outcome import Outcome

_RANGE = re.compile(r"\[(\d{1,4})\]\s*[–-]\s*\[(\d{1,4})\]")
_MARK = re.compile(r"\[(\d{1,4})\](?!\()")


def marks_resolve(outcome: Outcome) -> Score | None:
    """Numbers that are both a mark in the answer and a citation, of all that are either."""
    if outcome.answer.status != "answered":
        return None
    marks = marked(outcome.answer.answer)
    citations = {citation.n for citation in outcome.answer.citations}
    whole = marks | citations
    return Score(len(marks & citations), len(whole)) if whole else Score(0)


def marked(text: str) -> frozenset[int]:
    """The numbers of all marks; ``[1]–[4]`` marks those between as well."""
    spans = [(int(first), int(last)) for first, last in _RANGE.findall(text)]
    within = {number for first, last in spans for number in range(first, last + 1)}
    return frozenset(within | {int(number) for number in _MARK.findall(text)})
