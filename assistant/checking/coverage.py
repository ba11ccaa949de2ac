"""How grave a figure without a source is: a warning where it stands out, else worth knowing.

A text whose figures nearly all stand in its annex or in the documents given with it makes one that
stands nowhere doubtful. Of a narrative that the sources hardly cover that cannot be said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.binding import Binder
from assistant.checking.facts import Material
from assistant.checking.model import Claim, Judgement
from assistant.checking.thresholds import COVERED, COVERED_AGAINST, LEAST_COVERED, SURE
from assistant.checking.wording import quoted

_ACCOUNTED = {"match", "rounded", "derived", "contradicted", "wrong_role", "wrong_unit"}


def weighed(material: Material, binder: Binder, judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements, figures without a source as warnings where they stand out.

    One that repeats a contradicted figure of its own sentence is part of that contradiction.
    """
    judgements = _joined(judgements)
    covered = _covered(material, judgements)
    return [
        replace(judged, severity="warning")
        if judged.verdict == "unsourced"
        and judged.severity == "info"
        and _is_result(judged.claim)
        and covered
        and not _answers_target(material, binder, judged.claim)
        else judged
        for judged in judgements
    ]


def _joined(judgements: Sequence[Judgement]) -> list[Judgement]:
    wrong: dict[tuple[int, int], list[Judgement]] = {}
    for judged in judgements:
        if judged.verdict == "contradicted" and judged.claim.value is not None:
            claim = judged.claim
            wrong.setdefault((id(claim.place), claim.sentence), []).append(judged)
    found = []
    for judged in judgements:
        claim = judged.claim
        same = [
            one
            for one in wrong.get((id(claim.place), claim.sentence), ())
            if judged.verdict == "unsourced" and _repeats(claim, one.claim)
        ]
        found.append(_part_of(judged, same[0]) if same else judged)
    return found


def _repeats(claim: Claim, other: Claim) -> bool:
    """Whether two figures are one number of one known unit."""
    if claim.measure is None or other.measure is None or not claim.measure.known:
        return False
    return claim.value == other.value and claim.measure.group == other.measure.group


def _part_of(judged: Judgement, wrong: Judgement) -> Judgement:
    return replace(
        judged,
        verdict="contradicted",
        severity=None,
        explanation=f"{quoted(judged.claim.text)} cùng số với {quoted(wrong.claim.text)} trong "
        "câu, nằm trong cùng một mâu thuẫn.",
        evidence=wrong.evidence,
        against=wrong.against,
    )


def _covered(material: Material, judgements: Sequence[Judgement]) -> bool:
    told = [one for one in judgements if _is_figure(one.claim)]
    accounted = [one for one in told if one.verdict in _ACCOUNTED]
    least = COVERED_AGAINST if material.against else COVERED
    return len(accounted) >= LEAST_COVERED and len(accounted) >= least * len(told)


def _is_figure(claim: Claim) -> bool:
    return claim.span.kind == "number" and claim.place.origin == "prose"


def _is_result(claim: Claim) -> bool:
    """Whether a figure says what was done: no plan, no time, no "hai", no "100%"."""
    time = claim.measure is not None and claim.measure.group == "thời gian"
    small = claim.span.spoken and claim.span.value is not None and claim.span.value < 10
    whole = claim.place.period
    ahead = whole is not None and claim.period is not None and claim.period.to > whole.to
    full = claim.measure is not None and claim.measure.group == "%" and claim.value == 100
    return claim.role != "plan" and not (time or small or ahead or full)


def _answers_target(material: Material, binder: Binder, claim: Claim) -> bool:
    """Whether the figure is the result of a target, which the rule on plans compares."""
    return any(
        target.origin == "record"
        and not target.home
        and target.own
        and binder.fit(claim.own, claim.around, target) >= SURE
        for target in material.facts
    )
