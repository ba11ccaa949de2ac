"""Changes whose base the text gives itself: "tăng 27% so với năm 2024 (1.500 hồ sơ)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.checking.arithmetic import in_points, is_share, rounds_to, share_of
from assistant.checking.model import Claim, Judgement
from assistant.checking.wording import number, quoted, shown
from assistant.checking.words import holds
from ingest.vocabulary import load

_BASE = re.compile(r"[^;.()]{0,20}?so (?:với|cùng)[^,;()]{0,60}\(\s*(?:\D{0,20}\s)?", re.IGNORECASE)


def from_base(claim: Claim, sentence: Sequence[Claim]) -> Judgement | None:
    """The verdict on a change by the figure before it and the base in brackets behind it."""
    base = next((one for one in sentence if one.span.start >= claim.span.end), None)
    written = claim.span.value
    if base is None or not base.value or written is None:
        return None
    if not _BASE.fullmatch(claim.place.text, claim.span.end, base.span.start):
        return None
    planned = holds(
        claim.place.text[claim.span.end : base.span.start], load("checking_words")["plans"]
    )
    now = next(
        (one for one in _before(claim) if _may_grow(one, base, bare=planned is not None)), None
    )
    if now is None or now.value is None or (in_points(claim) and not is_share(base)):
        return None
    gap = now.value - base.value
    scale = base.measure.scale if base.measure is not None else Decimal(1)
    told = f"|{number(now.value / scale)} - {number(base.value / scale)}|"
    if in_points(claim) or not is_share(claim):
        right = abs(gap) == (written if in_points(claim) else claim.value)
        formula = f"{told} = {number(abs(gap) / scale)}"
    else:
        exact = abs(share_of(gap, base.value))
        right = exact == written or rounds_to(exact, written)
        formula = f"{told}/{number(base.value / scale)} = {number(exact)}%"
    if right and gap * _sign(claim) > 0:
        said = f"{quoted(claim.text)} suy ra từ câu văn: {formula}."
        return Judgement(claim, "derived", said, evidence=(base.source,))
    said = f"{quoted(shown(claim))} không đúng mức thay đổi từ {quoted(base.text)}: {formula}."
    return Judgement(claim, "contradicted", said, evidence=(base.source,), severity="error")


def _before(claim: Claim) -> Sequence[Claim]:
    found, one = [], claim.partner
    while one is not None:
        found.append(one)
        one = one.partner
    return found


def _may_grow(one: Claim, base: Claim, *, bare: bool) -> bool:
    """Whether a figure may be what the base became: a result of its unit.

    ``bare``: the base may lack a unit ("so với kế hoạch (300)").
    """
    without = bare and base.measure is None and not is_share(one)
    return one.change is None and one.role != "plan" and (without or _alike(one, base))


def _sign(claim: Claim) -> Decimal:
    return Decimal(1) if claim.change == "tăng" else Decimal(-1)


def _alike(one: Claim, other: Claim) -> bool:
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.group == other.measure.group
