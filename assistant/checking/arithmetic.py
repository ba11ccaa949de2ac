"""Whether numbers agree: exactly, rounded, or as the result of a formula over others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import Literal

from assistant.checking.model import Claim, Fact
from assistant.checking.timing import inside
from assistant.checking.wording import number

_HUNDRED = Decimal(100)
_NEAR = Decimal("0.05")


def last_digit(value: Decimal) -> int:
    """The power of ten of the last digit as written: -1 of "98,5", 2 of "12,5 nghìn"."""
    return int(value.as_tuple().exponent)


def rounds_to(exact: Decimal, written: Decimal) -> bool:
    """Whether ``written`` is ``exact`` rounded to the digits that are written."""
    step = Decimal(1).scaleb(last_digit(written))
    return any(
        exact.quantize(step, rounding=mode) == written for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    )


def agreement(claim: Claim, value: Decimal) -> Literal["match", "rounded"] | None:
    """Whether a claim's value is ``value``, or a rounding of it that the text allows."""
    mine = claim.value
    if mine is None:
        return None
    if mine == value:
        return "match"
    scale = claim.measure.scale if claim.measure is not None else Decimal(1)
    written = claim.span.value
    if written is not None:
        # "9,1 tỷ đồng" for 9.120 triệu, "12,5 nghìn lượt" for 12.480, "99,9%" for 99,94%: fewer
        # digits than the source has
        exact, last = value / scale, last_digit(written)
        coarser = last > last_digit(exact.normalize())
        if coarser and (scale > 1 or last != 0) and rounds_to(exact, written):
            return "rounded"
    if claim.approximate and value and abs(mine - value) <= abs(value) * _NEAR:
        return "rounded"
    return None


@dataclass(frozen=True, slots=True)
class Formula:
    """A computation that yields a claim's value, as text, and the facts it used."""

    text: str
    facts: tuple[Fact, ...] = ()


def share_of(part: Decimal, whole: Decimal) -> Decimal:
    """``part`` of ``whole`` in per cent."""
    return part / whole * _HUNDRED


def share_formula(claim: Claim, part: Decimal, whole: Decimal) -> str | None:
    """``9.360/12.480 = 75,0%`` where that is the claim's value."""
    written = claim.span.value
    if written is None or whole == 0 or part > whole * 10:
        return None
    exact = share_of(part, whole)
    if exact != written and not rounds_to(exact, written):
        return None
    return f"{number(part)}/{number(whole)} = {number(exact)}%"


def share_in_text(claim: Claim, others: Sequence[Claim]) -> str | None:
    """A share that follows from the counts of its own sentence."""
    for one in reversed(others):
        if one.span.of is not None and one.span.value is not None:
            found = share_formula(claim, one.span.value, one.span.of)
            if found:
                return found
    counts = [one for one in others if one.value is not None and not is_share(one)]
    meant = _counted_by(claim)
    for part, whole in ((a, b) for b in counts for a in counts if a is not b):
        if meant is not None and part is not meant:
            continue
        if part.value is not None and whole.value is not None and part.value <= whole.value:
            found = share_formula(claim, part.value, whole.value)
            if found:
                return found
    return None


def _counted_by(claim: Claim) -> Claim | None:
    """The count that a share without words of its own is about: "3.002 hồ sơ (đạt 97,8%)"."""
    one = claim.partner if claim.borrowed else None
    while one is not None and (is_share(one) or one.whole_of_partner):
        one = one.partner
    return one


def is_share(claim: Claim) -> bool:
    """Whether a claim is in per cent or percentage points."""
    return claim.measure is not None and claim.measure.group in ("%", "điểm phần trăm")


def in_points(claim: Claim) -> bool:
    """Whether a claim is in percentage points: a gap of two shares, never a share itself."""
    return claim.measure is not None and claim.measure.group == "điểm phần trăm"


def share_of_facts(claim: Claim, rows: Iterable[Fact]) -> Formula | None:
    """A share of two counts of one block of rows."""
    counts = [row for row in rows if row.value is not None and not row.coded and not _percent(row)]
    for whole in counts:
        for part in counts:
            if part is whole or part.value is None or whole.value is None:
                continue
            if not 0 < part.value <= whole.value or not _alike(part, whole):
                continue
            found = share_formula(claim, part.value, whole.value)
            if found:
                return Formula(found, (part, whole))
    return None


def _percent(row: Fact) -> bool:
    return row.measure is not None and row.measure.group == "%"


def _alike(one: Fact, other: Fact) -> bool:
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.group == other.measure.group


def difference(claim: Claim, facts: Sequence[Fact]) -> Formula | None:
    """A gap between two facts (``80 - 65,2 = 14,8``), or a change in per cent."""
    written = claim.span.value
    if written is None:
        return None
    points = in_points(claim)
    percent = claim.measure is not None and claim.measure.group == "%"
    for one, other in combinations(facts, 2):
        if one.value is None or other.value is None or not _alike(one, other):
            continue
        high, low = max(one.value, other.value), min(one.value, other.value)
        if (points and _percent(one)) or (not points and not percent and not _percent(one)):
            gap = high - low
            if gap and gap == (written if points else claim.value):
                text = f"{number(high)} - {number(low)} = {number(gap)}"
                return Formula(text, (one, other))
        if percent and not _percent(one):
            for base, new in ((one, other), (other, one)):
                if base.value and new.value is not None and new.value != base.value:
                    change = abs(share_of(new.value - base.value, base.value))
                    if rounds_to(change, written):
                        text = (
                            f"|{number(new.value)} - {number(base.value)}|/{number(base.value)} "
                            f"= {number(change)}%"
                        )
                        return Formula(text, (base, new))
    return None


def _may_add(part: Claim, total: Claim) -> bool:
    """Whether two figures may count the same; unknown nouns may."""
    one, other = part.measure, total.measure
    if one is None or other is None or not (one.known and other.known):
        return True
    return one.group == other.group


def _within(part: Claim, total: Claim) -> bool:
    """Whether a figure may be of a part of the time that the total is of."""
    if part.part_of_year is None or total.part_of_year in (None, part.part_of_year):
        return True
    return part.part_of_year in inside(total.part_of_year)


def sum_in_text(claim: Claim, others: Sequence[Claim]) -> str | None:
    """The figure as the sum of two or more that follow it in its sentence."""
    total = Decimal(0)
    used: list[Decimal] = []
    for one in others:
        if one.value is None or is_share(one) or one.span.of is not None:
            continue
        if one.change is not None or one.role == "previous":
            continue  # "37 văn bản, tăng 5 văn bản so với năm trước (32 văn bản)"
        if not _may_add(one, claim) or not _within(one, claim):
            continue
        used.append(one.value)
        total += one.value
        if len(used) > 1 and total == claim.value:
            return f"{' + '.join(number(value) for value in used)} = {number(total)}"
    return None
