"""Figures that say by how much something changed: "tăng 15 hồ sơ so với năm trước"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Literal

from assistant.checking.arithmetic import in_points, is_share, rounds_to, share_of
from assistant.checking.model import Candidate, Claim, Fact, Judgement
from assistant.checking.thresholds import LIKELY, SURE
from assistant.checking.timing import part_of_year, year_before
from assistant.checking.wording import at, number, quoted, shown
from assistant.checking.words import holds
from ingest.model import Period
from ingest.text.normal import match_key
from ingest.vocabulary import load

_FAIR = LIKELY * 0.7
_BASE = 60
_YEAR = re.compile(r"[^,;.(]{0,30}?so (?:với|cùng)[^,;.(]{0,20}? năm ((?:19|20)\d\d)(?!\d)")
_CLAUSE = re.compile(r"[,;.](?=\s)")
_Pair = tuple[Fact, Fact, float]
"""A value, the one before it, and how well both fit."""


def changed(claim: Claim, candidates: Sequence[Candidate]) -> Judgement | None:
    """The judgement on a change, by the two values that it lies between.

    ``None`` where the sources do not hold two values of one indicator.
    """
    for one in candidates:
        named = claim.change is not None and claim.change in one.fact.key.split()
        if named and one.units != "different" and one.fact.value == claim.value:
            said = f"{quoted(claim.text)} khớp với {quoted(one.fact.label)}: {at(one.fact)}."
            return Judgement(claim, "match", said, evidence=(one.fact.source,), against=one.fact)
    pairs = _compared(claim, [*_pairs(candidates, shared=True)])
    for now, before, _ in pairs:
        formula = _formula(claim, now, before)
        if formula is None:
            continue
        if not _right_way(claim, now, before):
            return _wrong(claim, now, before, "error")
        said = f"{quoted(claim.text)} suy ra từ {formula}."
        return Judgement(claim, "derived", said, evidence=(now.source, before.source))
    pairs = _compared(claim, [*_pairs(candidates, shared=is_share(claim))])
    if not _names_plan(claim):  # "tăng 2%, bằng 80% kế hoạch" did not grow from the plan
        pairs = [pair for pair in pairs if pair[1].role != "plan"]
    if not pairs or (in_points(claim) and not _percent(pairs[0][0])):
        return None
    now, before, fit = max(pairs, key=lambda pair: pair[2])
    return _wrong(claim, now, before, "error" if fit >= SURE else "warning")


def _names_plan(claim: Claim) -> bool:
    text, span = claim.place.text, claim.span
    clause = f"{_CLAUSE.split(text[: span.start])[-1]} {_CLAUSE.split(text[span.end :])[0]}"
    return holds(clause, load("checking_words")["plans"]) is not None


def _wrong(
    claim: Claim, now: Fact, before: Fact, severity: Literal["error", "warning"]
) -> Judgement:
    return Judgement(
        claim,
        "contradicted",
        f"{quoted(shown(claim))} không đúng mức thay đổi từ {at(before)} đến {at(now)}.",
        evidence=(now.source, before.source),
        against=now,
        severity=severity,
    )


def _pairs(candidates: Sequence[Candidate], *, shared: bool) -> Iterator[_Pair]:
    """Two values of one indicator at two times or in two roles, with their lesser fit.

    ``shared``: the change is in per cent or points, which any unit may go through.
    """
    near = [
        one
        for one in candidates
        if one.fit >= _FAIR and one.fact.value is not None and (shared or one.units != "different")
    ]
    for one, other in combinations(near, 2):
        first, second = one.fact, other.fact
        same = _alike(first, second) and (
            first.key == second.key or (first.claim is not None and second.claim is not None)
        )
        apart = _time(first) != _time(second) or first.role != second.role
        if same and apart:
            now, before = (second, first) if _earlier(first, second) else (first, second)
            yield now, before, min(one.fit, other.fit)


def _compared(claim: Claim, pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs that a change speaks of: this time against the time that the text names.

    All of them where the text names none, or the sources hold no such time.
    """
    whole, part = claim.place.period, claim.place.part
    now = [pair for pair in pairs if _time(pair[0]) == (whole, part)] or pairs
    behind = claim.place.text[claim.span.end : claim.span.end + _BASE]
    named = part_of_year(behind)
    year = _YEAR.match(match_key(behind))
    if year is not None:
        base: tuple[object, str | None] = (
            Period(from_=int(year[1]), to=int(year[1])),
            named or part,
        )
    elif whole is not None and holds(behind, load("checking_words")["years_before"]) is not None:
        base = (year_before(whole), part)
    elif named is not None and named != part:
        base = (whole, named)
    else:
        return [*now]
    return [pair for pair in now if _time(pair[1]) == base] or [*now]


def _earlier(one: Fact, other: Fact) -> bool:
    """Whether the first of two values is the base of the change: a year before, or the plan."""
    if one.period is not None and other.period is not None and _time(one) != _time(other):
        return _order(one) < _order(other)
    return one.role in ("previous", "plan") and other.role not in ("previous", "plan")


def _time(fact: Fact) -> tuple[object, str | None]:
    return (fact.period, fact.part_of_year)


def _order(fact: Fact) -> tuple[int, str]:
    part = fact.part_of_year or ""
    return (fact.period.to if fact.period is not None else 0, f"{part[:1]}{part[1:]:0>2}")


def _right_way(claim: Claim, now: Fact, before: Fact) -> bool:
    """Whether the trend word has the sign of the change, as far as the order is known."""
    if not _earlier(before, now) or now.value is None or before.value is None:
        return True
    return (now.value > before.value) == (claim.change == "tăng")


def _alike(one: Fact, other: Fact) -> bool:
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.group == other.measure.group


def _percent(fact: Fact) -> bool:
    return fact.measure is not None and fact.measure.group == "%"


def _formula(claim: Claim, one: Fact, other: Fact) -> str | None:
    written = claim.span.value
    if written is None or one.value is None or other.value is None:
        return None
    gap = abs(one.value - other.value)
    if in_points(claim) or not is_share(claim):
        value = written if in_points(claim) else claim.value
        if gap == value and in_points(claim) == _percent(one):
            high, low = max(one.value, other.value), min(one.value, other.value)
            return f"{number(high)} - {number(low)} = {number(gap)}"
        return None
    return _in_percent(written, one.value, other.value)


def _in_percent(written: Decimal, one: Decimal, other: Decimal) -> str | None:
    for base, new in ((one, other), (other, one)):
        exact = abs(share_of(new - base, base)) if base else Decimal(0)
        if exact and (exact == written or rounds_to(exact, written)):
            return f"|{number(new)} - {number(base)}|/{number(base)} = {number(exact)}%"
    return None
