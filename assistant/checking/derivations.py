"""Figures that follow from others: from their own sentence, or from the rows they speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from assistant.checking import arithmetic
from assistant.checking.model import Candidate, Claim, Fact, Judgement
from assistant.checking.thresholds import LIKELY, SURE
from assistant.checking.wording import number, quoted
from assistant.checking.words import holds
from ingest.vocabulary import load

_NEIGHBOURS = 4
_MOST_FACTS = 8
_BEFORE = 30


def derived(
    claim: Claim,
    *,
    sentence: Sequence[Claim],
    candidates: Sequence[Candidate],
    fitting: Sequence[Candidate],
    groups: Mapping[str, Sequence[Fact]],
) -> Judgement | None:
    """The judgement that a formula yields the claim, or ``None``.

    A figure whose own row is known is not explained away by one, unless it is the share of the
    count right before it.
    """
    contested = bool(fitting) and fitting[0].fit >= SURE and fitting[0].fact.origin == "cell"
    text = _in_sentence(claim, sentence, contested=contested)
    if text is not None:
        return Judgement(claim, "derived", f"{quoted(claim.text)} suy ra từ câu văn: {text}.")
    formula = None
    share = arithmetic.is_share(claim) and not arithmetic.in_points(claim)
    if share and fitting and not contested and fitting[0].fit >= LIKELY:
        formula = arithmetic.share_of_facts(claim, groups.get(fitting[0].fact.group or "", ()))
    stated = (contested and claim.role == "previous") or any(
        # "giảm so với năm trước (91 chợ)", "tỷ lệ đúng hạn là 97,5 điểm phần trăm"
        arithmetic.in_points(claim) and one.fit >= SURE and one.fact.value == claim.value
        for one in candidates
    )
    if formula is None and _is_change(claim) and not stated:
        near = [one.fact for one in candidates if one.fit >= LIKELY * 0.7][:_MOST_FACTS]
        formula = arithmetic.difference(claim, near)
    if formula is None:
        return None
    return Judgement(
        claim,
        "derived",
        f"{quoted(claim.text)} suy ra từ {formula.text}.",
        evidence=tuple(fact.source for fact in formula.facts),
    )


def _in_sentence(claim: Claim, sentence: Sequence[Claim], *, contested: bool) -> str | None:
    if arithmetic.is_share(claim):
        if (contested and not claim.borrowed) or arithmetic.in_points(claim):
            return None
        earlier = [one for one in sentence if one.span.end <= claim.span.start]
        found = arithmetic.share_in_text(claim, earlier[-_NEIGHBOURS:])
        return found or _explained(claim, sentence)
    if contested:
        return None
    if left := _remainder(claim, sentence):
        return left
    later = [one for one in sentence if one.span.start > claim.span.start]
    return arithmetic.sum_in_text(claim, later)


def _explained(claim: Claim, sentence: Sequence[Claim]) -> str | None:
    """A share that the ratio in brackets right behind it yields: "91,4% (912/998 hồ sơ)"."""
    for one in sentence:
        between = claim.place.text[claim.span.end : one.span.start]
        if one.span.start < claim.span.end or between.strip() != "(":
            continue
        if one.span.value is not None and one.span.of is not None:
            return arithmetic.share_formula(claim, one.span.value, one.span.of)
    return None


def _remainder(claim: Claim, sentence: Sequence[Claim]) -> str | None:
    """What is left of one count after another: "nhận 90, giải quyết 80, còn 10"."""
    before = claim.place.text[max(0, claim.span.start - _BEFORE) : claim.span.start]
    if holds(before, load("checking_words")["remainders"]) is None or claim.value is None:
        return None
    earlier = [
        one.value
        for one in sentence
        if one.span.end <= claim.span.start and one.value is not None and same_unit(one, claim)
    ]
    for whole, part in combinations(earlier[-_NEIGHBOURS:], 2):
        if whole - part == claim.value:
            return f"{number(whole)} - {number(part)} = {number(claim.value)}"
    return None


def same_unit(one: Claim, other: Claim) -> bool:
    """Whether two figures count alike, as far as their units say."""
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.group == other.measure.group


def _is_change(claim: Claim) -> bool:
    return arithmetic.in_points(claim) or any(
        word in claim.key for word in load("checking_words")["changes"]
    )
