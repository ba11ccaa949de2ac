"""The same fact given twice in the text, with two figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import fsum

from assistant.answer import Finding
from assistant.checking.arithmetic import agreement
from assistant.checking.binding import periods_agree, years_agree
from assistant.checking.facts import Material
from assistant.checking.model import Claim, Fact, Judgement
from assistant.checking.units import compare
from assistant.checking.wording import quoted, where

_SAME, _MOSTLY = 0.9, 0.6
_LEAST_TERMS = 4


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Pairs of figures whose words are nearly the same, in both directions."""
    bound = {
        id(judged.claim): judged.against.number
        for judged in judgements
        if judged.against is not None and judged.verdict not in ("unsourced", "ambiguous")
    }
    stated = [
        fact
        for fact in material.facts
        if fact.home and fact.origin == "prose" and fact.claim is not None and _clear(fact.claim)
    ]
    by_term: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in stated:
        for term in fact.own:
            by_term[term].append(fact)
    for fact in stated:
        claim = fact.claim
        if claim is None:
            continue
        rarest = min(fact.own, key=lambda term: len(by_term[term]))
        for other in by_term[rarest]:
            if other.number <= fact.number or other.claim is None or _together(claim, other.claim):
                continue
            rows = {bound.get(id(claim)), bound.get(id(other.claim))} - {None}
            if len(rows) > 1:
                continue  # two rows of a table whose names are nearly the same
            if _same(material, fact, other) and _differ(claim, other):
                yield Finding(
                    code="contradiction",
                    severity="warning",
                    message=f"{quoted(claim.words)} ghi {quoted(claim.text)} "
                    f"({where(claim.source)}) nhưng nơi khác ghi {quoted(other.text)} "
                    f"({where(other.source)}).",
                    left=claim.source,
                    right=other.source,
                )


def _together(one: Claim, other: Claim) -> bool:
    """Whether two figures stand in one sentence, which tells two things rather than one twice."""
    return one.place is other.place and one.sentence == other.sentence


def _clear(claim: Claim) -> bool:
    return (
        not claim.borrowed
        and claim.change is None
        and claim.value is not None
        and len([term for term in claim.own if "_" not in term]) >= _LEAST_TERMS
    )


def _same(material: Material, one: Fact, other: Fact) -> bool:
    if one.claim is None or one.role != other.role or not years_agree(one.period, other.period):
        return False
    if not periods_agree(one.claim, other) or one.part_of_year != other.part_of_year:
        return False
    if compare(one.measure, other.measure, name=other.key) != "same":
        return False
    if material.lexicon.opposed(one.key, other.key):
        return False
    weight = material.lexicon.weight
    shared = fsum(map(weight, one.own & other.own))
    less, more = sorted((fsum(map(weight, one.own)), fsum(map(weight, other.own))))
    return shared >= _SAME * less and shared >= _MOSTLY * more


def _differ(claim: Claim, other: Fact) -> bool:
    return (
        other.value is not None
        and agreement(claim, other.value) is None
        and (
            other.claim is not None
            and claim.value is not None
            and agreement(other.claim, claim.value) is None
        )
    )
