"""Claims -> judgements: what the sources say about each figure of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from assistant.checking import arithmetic
from assistant.checking.binding import Binder, other_horizon
from assistant.checking.changes import changed
from assistant.checking.citations import Citations
from assistant.checking.comparing import agreement
from assistant.checking.derivations import derived
from assistant.checking.facts import PLANS, Material
from assistant.checking.following import (
    Twins,
    change_of_partner,
    in_name,
    rest_of_ratio,
    rest_of_rows,
)
from assistant.checking.mistakes import mistaken as mistaken_for
from assistant.checking.model import Candidate, Claim, Judgement
from assistant.checking.ratios import Wholes
from assistant.checking.thresholds import (
    CLEARER,
    ELSEWHERE,
    LIKELY,
    MARGIN,
    SURE,
    TAKEN,
)
from assistant.checking.units import contradicts_name
from assistant.checking.wording import at, location, number, quoted, shown, stated
from ingest.text.normal import match_key

_TARGET = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu|kế hoạch|đề ra)(?!\w)")
_TWO = 2
_Agreed = tuple[Candidate, Literal["match", "rounded"]]


class Judge:
    """Judges the claims of one document; pure, built once a check."""

    def __init__(self, material: Material) -> None:
        self._material = material
        usable = [
            fact
            for fact in material.facts
            if fact.own and not (fact.home and fact.origin in ("prose", "record"))
        ]
        planning = material.reading.document.kind in PLANS
        issuers = {one.document.issuer for one in (material.reading, *material.against)}
        self._binder = Binder(
            usable,
            material.lexicon,
            planning=planning,
            issuers=sorted(name for name in issuers if name),
        )
        self._citations = Citations(material)
        self._twins = Twins(usable)
        self._names = {
            match_key(fact.label): fact.label for fact in usable if fact.origin == "cell"
        }
        self._wholes = Wholes(usable, material.groups)
        self._sentences: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
        self._paragraphs: defaultdict[int, list[Claim]] = defaultdict(list)
        self._candidates: dict[int, list[Candidate]] = {}
        for claim in material.claims:
            if claim.span.kind == "number":
                self._sentences[(id(claim.place), claim.sentence)].append(claim)
                self._paragraphs[id(claim.place)].append(claim)

    @property
    def binder(self) -> Binder:
        """What binds figures to facts."""
        return self._binder

    def judge(self, claim: Claim) -> Judgement:
        """The verdict on one claim."""
        match claim.span.kind:
            case "number":
                return self._number(claim)
            case "document" | "date" | "deadline":
                return self._citations.judge(claim)
        why = claim.span.why or "không phải số liệu"
        return Judgement(
            claim, "not_a_claim", f"{quoted(claim.text)} là {why}, không phải số liệu."
        )

    def _number(self, claim: Claim) -> Judgement:
        candidates = [
            one
            for one in self._rivalled(claim)
            if one.fact.value is not None and not one.fact.coded and self._may_state(claim, one)
        ]
        if claim.whole_of_partner and claim.partner is not None:
            whole = self._wholes.of_partner(claim, self.judge(claim.partner).against)
            if whole is not None:
                return whole
        fitting = [
            one
            for one in candidates
            if one.units != "different" and one.same_period and one.same_role
        ]
        if claim.change is not None:
            return (
                self._from_target(claim)
                or change_of_partner(claim, self.judge, self._twins)
                or changed(claim, candidates)
                or self._unsourced(claim)
            )
        rest = rest_of_ratio(claim, self._sentences[(id(claim.place), claim.sentence)])
        if rest is not None:
            return rest
        agreed = self._agreed(claim, fitting)
        if agreed is not None:
            return self._doubted(self._confirmed(claim, agreed, fitting))
        both = self._wholes.part_and_whole(claim, fitting)
        if both is not None:
            return both
        sentence = self._sentences[(id(claim.place), claim.sentence)]
        computed = derived(
            claim,
            sentence=[one for one in sentence if one is not claim],
            candidates=candidates,
            fitting=fitting,
            groups=self._material.groups,
        )
        if computed is not None:
            return computed
        computed = rest_of_rows(claim, candidates, self._material.groups) or self._named(claim)
        if computed is not None:
            return computed
        mistaken = mistaken_for(claim, candidates, fitting)
        if mistaken is not None:
            return mistaken
        return self._unconfirmed(claim, fitting)

    def _named(self, claim: Claim) -> Judgement | None:
        """A figure that is part of an indicator's name is none of its own."""
        name = in_name(claim, self._names) if claim.place.origin == "prose" else None
        if name is None:
            return None
        said = f"{quoted(claim.text)} nằm trong tên chỉ tiêu {quoted(self._names[name])}."
        return Judgement(claim, "not_a_claim", said)

    def _found(self, claim: Claim) -> list[Candidate]:
        if id(claim) not in self._candidates:
            self._candidates[id(claim)] = self._binder.candidates(claim)
        return self._candidates[id(claim)]

    def _rivalled(self, claim: Claim) -> list[Candidate]:
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

    def _may_state(self, claim: Claim, one: Candidate) -> bool:
        """A note speaks of its own row or block; only those can confirm it."""
        if other_horizon(claim, one.fact):
            return False
        if claim.place.origin != "note":
            return one.fact.origin != "note" or one.units == "same"
        group = one.fact.group or ""
        return claim.place.group is not None and (
            group.startswith(f"{claim.place.group}:") and one.fact.origin == "cell"
        )

    def _agreed(self, claim: Claim, fitting: Sequence[Candidate]) -> _Agreed | None:
        """The best fact with the claim's value among those that words cannot tell apart."""
        if not fitting or fitting[0].fit < LIKELY * 0.75:
            return None
        least = fitting[0].fit - MARGIN
        planned = [one for one in fitting if one.fact.role == claim.role == "plan"]
        named = [one for one in planned if one.fit >= max(LIKELY, planned[0].fit - MARGIN)]
        for one in (*(near for near in fitting if near.fit >= least), *named):
            how = agreement(claim, one.fact)
            if how is not None:
                return one, how
        return None

    def _from_target(self, claim: Claim) -> Judgement | None:
        """The distance of the two shares before it: "đạt 30%, chỉ tiêu 78%, thấp hơn 48 điểm"."""
        sentence = self._sentences[(id(claim.place), claim.sentence)]
        earlier = [one for one in sentence if one.span.end <= claim.span.start]
        if not arithmetic.in_points(claim) or claim.value is None or len(earlier) < _TWO:
            return None
        actual, target = earlier[-_TWO:]
        between = match_key(claim.place.text[actual.span.end : target.span.start])
        if actual.value is None or target.value is None or not _TARGET.search(between):
            return None
        if abs(actual.value - target.value) != abs(claim.value):
            return None
        said = f"{number(actual.value)} so với {number(target.value)}"
        return Judgement(claim, "derived", f"{quoted(claim.text)} suy ra từ câu văn: {said}.")

    def _confirmed(self, claim: Claim, agreed: _Agreed, fitting: Sequence[Candidate]) -> Judgement:
        one, how = agreed
        fact = one.fact
        said = f"{quoted(claim.text)} khớp với {quoted(fact.label)}: {at(fact)}."
        if how == "rounded":
            said = f"{quoted(claim.text)} là số làm tròn của {at(fact)}."
        if claim.span.of is not None:
            whole = self._wholes.of_part(claim, fact, fitting, written=claim.span.of)
            if isinstance(whole, Judgement):
                return whole
            if whole is not None:
                return Judgement(
                    claim, how, said, evidence=(fact.source, whole.source), against=fact
                )
        return Judgement(claim, how, said, evidence=(fact.source,), against=fact)

    def _doubted(self, judged: Judgement) -> Judgement:
        """A match whose cell counts in a unit that neither the text nor its own name has."""
        claim, fact = judged.claim, judged.against
        if fact is None or judged.verdict not in ("match", "rounded") or fact.origin != "cell":
            return judged
        if not contradicts_name(claim.measure, fact.measure, name=fact.key):
            return judged
        said = (
            f"{quoted(claim.text)} trùng số với {quoted(fact.label)} nhưng đơn vị ở nguồn là "
            f"{at(fact)}."
        )
        return replace(judged, verdict="wrong_unit", explanation=said, severity="warning")

    def _unconfirmed(self, claim: Claim, fitting: Sequence[Candidate]) -> Judgement:
        best = next(
            (one for one in fitting if one.fit >= LIKELY * 0.8 and one.fact.origin != "note"), None
        )
        if claim.place.origin == "note" or best is None or (claim.approximate and best.fit < SURE):
            return self._unsourced(claim)
        fact = best.fact
        differs = f"{quoted(shown(claim))} khác {quoted(fact.label)}: {at(fact)}"
        if best.same_section is False and best.fit < ELSEWHERE:
            if best.units != "same":
                return self._unsourced(claim)
            return Judgement(
                claim,
                "unsourced",
                f"{differs}, có thể là phạm vi khác nên không đối chiếu được.",
                against=fact,
                severity="info",
            )
        if best.fit >= SURE and not _one(claim):
            return Judgement(
                claim,
                "contradicted",
                f"{differs}.",
                evidence=(fact.source,),
                against=fact,
                severity="error",
            )
        if best.fit >= LIKELY:
            return Judgement(
                claim,
                "ambiguous",
                f"{differs}; chưa chắc cùng một chỉ tiêu, cần người xem lại.",
                evidence=(fact.source,),
                against=fact,
                severity="warning",
            )
        return self._unsourced(claim)

    def _unsourced(self, claim: Claim) -> Judgement:
        if not self._material.has_sources:
            return Judgement(
                claim, "unsourced", f"Không có nguồn để đối chiếu {quoted(claim.text)}."
            )
        note = claim.place.origin != "prose"
        near = None if note else self._binder.nearest(claim)
        if near is not None:
            return Judgement(
                claim,
                "unsourced",
                f"{quoted(shown(claim))} không có nguồn cùng phạm vi; gần nhất là "
                f"{quoted(near.label)}: {stated(near)} ({location(near)}), không coi là khớp.",
                against=near,
                severity="info",
            )
        return Judgement(
            claim,
            "unsourced",
            f"Không tìm thấy {quoted(shown(claim))} trong phụ lục hay văn bản đối chiếu.",
            severity=None if note else "info",
        )


def _one(claim: Claim) -> bool:
    """Whether the figure is the word "một", which is an article as often as a number."""
    return claim.span.spoken and claim.span.value == 1
