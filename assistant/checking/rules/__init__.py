"""The rules of a check, one file each. A rule finds what belongs together by structure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Judgement
from assistant.checking.rules import (
    assigned,
    beside,
    blanks,
    bounds,
    coded,
    columns,
    days,
    doubled,
    listed,
    mistyped,
    narrative,
    placed,
    planned,
    ranked,
    reached,
    restated,
    retold,
    shares,
    states,
    summed,
    totals,
    trends,
)

Rule = Callable[[Material, Sequence[Judgement]], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    narrative.findings,
    columns.findings,
    doubled.findings,
    days.findings,
    restated.findings,
    totals.findings,
    summed.findings,
    bounds.findings,
    shares.findings,
    beside.findings,
    coded.findings,
    states.findings,
    placed.findings,
    listed.findings,
    trends.findings,
    ranked.findings,
    planned.findings,
    reached.findings,
    assigned.findings,
    retold.findings,
    mistyped.findings,
    blanks.findings,
)
"""In the order in which their findings are shown within one severity."""
