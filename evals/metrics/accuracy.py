"""Answer accuracy: the status is right, all that must be said is said, nothing that must not."""

from __future__ import annotations

from evals.metrics.score import Score, yes
from evals.outcome import Outcome
from evals.wording import contains


def accuracy(outcome: Outcome) -> Score | None:
    """Every case counts."""
    return yes(not faults(outcome))


def faults(outcome: Outcome) -> tuple[str, ...]:
    """What is wrong with the answer, in words for the report; empty for a right one."""
    wanted = outcome.case.expected
    text = said(outcome)
    found = []
    if outcome.answer.status not in wanted.status:
        found.append(f"status {outcome.answer.status}, not {'/'.join(wanted.status)}")
    found += [
        f"lacks {' | '.join(group)}"
        for group in wanted.must_contain
        if not any(contains(text, wording) for wording in group)
    ]
    if outcome.answer.status == "answered":
        banned = wanted.must_not_contain
        found += [f"says {wording}" for wording in banned if contains(text, wording)]
    return tuple(found)


def said(outcome: Outcome) -> str:
    """The words the reader sees: the answer, and for anything else than an answer the reason."""
    answer = outcome.answer
    extra = (answer.reason or "", *answer.notes) if answer.status != "answered" else answer.notes
    return "\n".join([answer.answer, *extra])
