"""Which facts a figure may be stating, ranked beside the other figures of its paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from assistant.checking.binding import Binder, other_horizon
from assistant.checking.comparing import agreement
from assistant.checking.model import Candidate, Claim
from assistant.checking.thresholds import CLEARER, LIKELY, MARGIN, TAKEN

_NAMED = 3
Agreed = tuple[Candidate, Literal["match", "rounded"]]


class Candidates:
    """The candidates of every figure of one document, bound once."""

    def __init__(self, binder: Binder, claims: Iterable[Claim]) -> None:
        self._binder = binder
        self._paragraphs: defaultdict[int, list[Claim]] = defaultdict(list)
        self._candidates: dict[int, list[Candidate]] = {}
        for claim in claims:
            if claim.span.kind == "number":
                self._paragraphs[id(claim.place)].append(claim)

    def ranked(self, claim: Claim) -> list[Candidate]:
        """Candidates, those behind which another figure of the paragraph states more clearly."""
        rivals = [
            one
            for one in self._paragraphs[id(claim.place)]
            if one is not claim and not one.borrowed and one.key != claim.key
        ]
        taken: dict[int, float] = {}
        for rival in rivals:
            found = self._found(rival)[:3]
            for one in found:
                near = one.fit >= found[0].fit - MARGIN
                if near and one.units == "same" and one.fact.value is not None:
                    at = one.fact.number
                    taken[at] = max(taken.get(at, 0.0), one.fit)
        ranked = [
            replace(one, fit=one.fit * TAKEN)
            if taken.get(one.fact.number, 0.0) >= one.fit + CLEARER
            else one
            for one in self._found(claim)
        ]
        return sorted(ranked, key=lambda one: (-one.fit, one.fact.number))

    def _found(self, claim: Claim) -> list[Candidate]:
        if id(claim) not in self._candidates:
            self._candidates[id(claim)] = self._binder.candidates(claim)
        return self._candidates[id(claim)]


def may_state(claim: Claim, one: Candidate) -> bool:
    """A note speaks of its own row or block; only those can confirm it."""
    if other_horizon(claim, one.fact):
        return False
    if claim.place.origin != "note":
        return one.fact.origin != "note" or one.units == "same"
    group = one.fact.group or ""
    return claim.place.group is not None and (
        group.startswith(f"{claim.place.group}:") and one.fact.origin == "cell"
    )


def agreed_with(
    claim: Claim, fitting: Sequence[Candidate], opposed: Callable[[str, str], bool]
) -> Agreed | None:
    """The best fact with the claim's value among those that words cannot tell apart.

    ``opposed`` tells whether two names say opposite things.
    """
    if not fitting or fitting[0].fit < LIKELY * 0.75:
        return None
    least = fitting[0].fit - MARGIN
    planned = [one for one in fitting if one.fact.role == claim.role == "plan"]
    named = [one for one in planned if one.fit >= max(LIKELY, planned[0].fit - MARGIN)]
    told = [
        one
        for one in fitting
        if _says_all(claim, one, fitting[0]) and not opposed(claim.key, one.fact.key)
    ]
    for one in (*(near for near in fitting if near.fit >= least), *named, *told):
        how = agreement(claim, one.fact)
        if how is not None:
            return one, how
    return None


def _says_all(claim: Claim, one: Candidate, best: Candidate) -> bool:
    """Whether the figure's words hold every word of a row's name, in the row's own unit.

    Of a short name only below the row that they fit best: "giải quyết trước hạn 731 hồ sơ".
    """
    fact = one.fact
    words = {term for term in fact.own if "_" not in term or term[:1].isdigit()}
    here = one.same_section is not False and fact.subject is None and one.units == "same"
    same_block = fact.group == best.fact.group
    if fact.whole and not best.fact.whole and same_block and claim.role != "total":
        return False  # "bị thu hồi là 10 phương tiện" names the part, not all of them
    below = best.fact.whole and not fact.whole and same_block
    if not here or not (len(words) >= _NAMED or below) or not words <= claim.own:
        return False
    pairs = {term for term in fact.own if "_" in term}
    return len(pairs - claim.own) <= max(1, len(pairs) // 4)  # "số", … "hóa" are not "số hóa"
