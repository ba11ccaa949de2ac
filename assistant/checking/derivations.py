"""Figures that follow from others: from their own sentence, or from the rows they speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.checking import arithmetic
from assistant.checking.model import Candidate, Claim, Fact, Judgement
from assistant.checking.thresholds import LIKELY, SURE
from assistant.checking.wording import quoted
from ingest.vocabulary import load

_NEIGHBOURS = 4
_MOST_FACTS = 8


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
    if arithmetic.is_share(claim) and fitting and not contested and fitting[0].fit >= LIKELY:
        formula = arithmetic.share_of_facts(claim, groups.get(fitting[0].fact.group or "", ()))
    if formula is None and _is_change(claim):
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
        if contested and not claim.borrowed:
            return None
        earlier = [one for one in sentence if one.span.end <= claim.span.start]
        return arithmetic.share_in_text(claim, earlier[-_NEIGHBOURS:])
    if contested:
        return None
    later = [one for one in sentence if one.span.start > claim.span.start]
    return arithmetic.sum_in_text(claim, later)


def _is_change(claim: Claim) -> bool:
    points = claim.measure is not None and claim.measure.group == "điểm phần trăm"
    return points or any(word in claim.key for word in load("checking_words")["changes"])
