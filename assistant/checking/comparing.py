"""A claim and a fact side by side: do they count alike, and is it the same number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from assistant.answer import Verdict
from assistant.checking import arithmetic
from assistant.checking.model import Claim, Fact, Judgement


def against(claim: Claim, verdict: Verdict, said: str, fact: Fact) -> Judgement:
    """An error: the claim and the fact cannot both be true."""
    return Judgement(claim, verdict, said, evidence=(fact.source,), against=fact, severity="error")


def scale_of(fact: Fact) -> Decimal:
    """What turns the written number into the value: of money to đồng, else 1."""
    return fact.measure.scale if fact.measure is not None else Decimal(1)


def agreement(claim: Claim, fact: Fact) -> Literal["match", "rounded"] | None:
    """Whether the claim gives the fact's value, exactly or as far as it was rounded.

    A cell without a unit may count in that of the text: "15 ngày" beside a bare 15.
    """
    if fact.value is None:
        return None
    found = arithmetic.agreement(claim, fact.value)
    if found is None and fact.measure is None:
        return arithmetic.agreement(replace(claim, measure=None), fact.value)
    return found


def counts_alike(one: Fact, other: Fact) -> bool:
    """Whether two facts have one unit of measure, or both none."""
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.group == other.measure.group
