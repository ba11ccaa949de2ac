"""Figure accuracy: every gold figure stands in the answer with its value, unit and period."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from assistant.answer import Figure
from evals.case import GoldFigure
from evals.metrics.score import Score
from evals.outcome import Outcome
from evals.wording import key


def figure_accuracy(outcome: Outcome) -> Score | None:
    """Gold figures matched in value, unit and period; cases without one do not count."""
    return _matched(outcome, value_only=False)


def figure_values(outcome: Outcome) -> Score | None:
    """The same by value alone."""
    return _matched(outcome, value_only=True)


def _matched(outcome: Outcome, *, value_only: bool) -> Score | None:
    wanted = outcome.case.expected.figures
    if not wanted:
        return None
    hits = sum(
        any(_matches(gold, figure, value_only=value_only) for figure in outcome.answer.figures)
        for gold in wanted
    )
    return Score(hits, len(wanted))


def _matches(gold: GoldFigure, figure: Figure, *, value_only: bool) -> bool:
    if _decimal(figure.value) != Decimal(gold.value):
        return False
    if value_only:
        return True
    if gold.unit is not None and key(figure.unit or "") != key(gold.unit):
        return False
    period = figure.period and (figure.period.from_, figure.period.to)
    return gold.period is None or period == gold.period


def _decimal(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None
