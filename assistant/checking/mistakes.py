"""Figures that are right for something else: another role, another period, another unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from assistant.checking.comparing import against, scale_of
from assistant.checking.model import Candidate, Claim, Judgement
from assistant.checking.thresholds import LIKELY, MISTAKEN, SURE
from assistant.checking.wording import at, location, quoted, shown, stated, time

_ROLES = {"plan": "chỉ tiêu kế hoạch", "previous": "số kỳ trước", "actual": "số thực hiện"}


def mistaken(
    claim: Claim, candidates: Sequence[Candidate], fitting: Sequence[Candidate]
) -> Judgement | None:
    """The value belongs to the same indicator in another role, period or unit."""
    best = fitting[0].fit if fitting else 0.0
    for one in candidates:
        fact = one.fact
        slack = MISTAKEN if one.same_role or not claim.borrowed else 2 * MISTAKEN
        if one in fitting or one.fit < max(LIKELY * 0.85, best - slack):
            continue
        known = bool(fitting) and fitting[0].fit >= LIKELY
        beside = fact.source.row != claim.source.row or claim.span.of is not None
        if claim.place.origin == "note" and one.units == "different" and beside:
            continue  # a note may count something else as often as the row beside it
        if (one.same_section is False and one.fit < SURE) or not (one.same_role or known):
            continue  # another scope; or a result that is just what was planned
        sure = bool(fitting) or claim.stated_period
        lone = fact.home and fact.origin == "cell" and one.fit >= SURE
        if not one.same_period and (claim.role == "plan" or not (sure or lone)):
            continue  # two years may well have the same figure
        same = (
            claim.span.value is not None
            and fact.value is not None
            and (claim.value == fact.value or claim.span.value == fact.value / scale_of(fact))
        )
        if not same:
            continue
        verdict: Literal["wrong_role", "wrong_period", "wrong_unit"]
        if one.units == "different":
            verdict, what = "wrong_unit", f"nhưng đơn vị ở nguồn là {stated(fact)}"
        elif not one.same_role:
            verdict, what = (
                "wrong_role",
                f"nhưng ở nguồn đó là {_ROLES.get(fact.role, 'số thực hiện')}",
            )
        else:
            verdict, what = "wrong_period", f"nhưng ở nguồn đó là số {time(fact)}"
        said = f"{quoted(shown(claim))} trùng số với {quoted(fact.label)} ({location(fact)}) {what}"
        meant = fitting[0].fact if fitting and fitting[0].fit >= SURE else None
        if meant is None or meant.origin != "cell" or verdict == "wrong_unit":
            judged = against(claim, verdict, f"{said}.", fact)
            doubtful = verdict == "wrong_period" and not sure
            return replace(judged, severity="warning") if doubtful else judged
        judged = against(claim, verdict, f"{said}; số cần nêu là {at(meant)}.", fact)
        return replace(judged, evidence=(meant.source, fact.source))
    return None
