"""Gold figures against those of an answer, by all of their marks or by some."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from assistant.answer import Figure
from evals.case import GoldFigure
from evals.metrics.score import Score
from evals.outcome import Outcome
from evals.wording import key

Same = Callable[[GoldFigure, Figure], bool]


def matched(outcome: Outcome, *same: Same) -> Score | None:
    """Gold figures for which the answer has one alike in value and in all of ``same``.

    Cases without a gold figure do not count.
    """
    wanted = outcome.case.expected.figures
    if not wanted:
        return None
    hits = sum(
        any(
            same_value(gold, figure) and all(alike(gold, figure) for alike in same)
            for figure in outcome.answer.figures
        )
        for gold in wanted
    )
    return Score(hits, len(wanted))


def same_value(gold: GoldFigure, figure: Figure) -> bool:
    """Equal as numbers: ``80`` and ``80.0``."""
    try:
        return figure.value is not None and Decimal(figure.value) == Decimal(gold.value)
    except InvalidOperation:
        return False


def same_unit(gold: GoldFigure, figure: Figure) -> bool:
    """The same unit of measure, case and spelling variants apart; any where the gold has none."""
    return gold.unit is None or key(figure.unit or "") == key(gold.unit)


def same_period(gold: GoldFigure, figure: Figure) -> bool:
    """The same years; any where the gold has none."""
    period = figure.period and (figure.period.from_, figure.period.to)
    return gold.period is None or period == gold.period
