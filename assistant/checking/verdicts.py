"""Claims -> judgements: what the sources say about each figure of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from assistant.checking import arithmetic
from assistant.checking.binding import Binder, other_horizon
from assistant.checking.citations import Citations
from assistant.checking.derivations import derived
from assistant.checking.facts import Material
from assistant.checking.model import Candidate, Claim, Fact, Judgement
from assistant.checking.thresholds import (
    CLEARER,
    ELSEWHERE,
    LIKELY,
    MARGIN,
    MISTAKEN,
    SURE,
    TAKEN,
)
from assistant.checking.wording import at, location, number, quoted, shown, stated, years

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
        self._binder = Binder(usable, material.lexicon)
        self._citations = Citations(material)
        self._sentences: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
        self._paragraphs: defaultdict[int, list[Claim]] = defaultdict(list)
        self._candidates: dict[int, list[Candidate]] = {}
        for claim in material.claims:
            if claim.span.kind == "number":
                self._sentences[(id(claim.place), claim.sentence)].append(claim)
                self._paragraphs[id(claim.place)].append(claim)

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
            whole = self._denominator(claim, claim.partner)
            if whole is not None:
                return whole
        fitting = [
            one
            for one in candidates
            if one.units != "different" and one.same_period and one.same_role
        ]
        agreed = self._agreed(claim, fitting)
        if agreed is not None:
            return self._confirmed(claim, agreed, fitting)
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
        mistaken = self._mistaken(claim, candidates, fitting)
        if mistaken is not None:
            return mistaken
        return self._unconfirmed(claim, fitting)

    def _denominator(self, claim: Claim, part: Claim) -> Judgement | None:
        """The whole of a share written out: the whole of the block that the part was found in."""
        judged = self.judge(part).against
        if judged is None or judged.group is None or claim.value is None:
            return None
        rows = [
            row
            for row in self._material.groups.get(judged.group, ())
            if row.value is not None
            and not row.coded
            and row is not judged
            and _counts_alike(row, judged)
        ]
        same = next((row for row in rows if row.value == claim.value), None)
        if same is not None:
            said = f"{quoted(claim.text)} khớp với {quoted(same.label)}: {at(same)}."
            return Judgement(claim, "match", said, evidence=(same.source,), against=same)
        whole = next((row for row in rows if row.whole), None)
        if whole is None:
            return None
        said = f"{quoted(shown(claim))} khác {quoted(whole.label)}: {at(whole)}."
        return Judgement(
            claim, "contradicted", said, evidence=(whole.source,), against=whole, severity="error"
        )

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
            for one in self._found(rival)[:3]:
                if one.units == "same" and one.fact.value is not None:
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
        for one in fitting:
            if one.fit < least:
                break
            how = _agreement(claim, one.fact)
            if how is not None:
                return one, how
        return None

    def _confirmed(self, claim: Claim, agreed: _Agreed, fitting: Sequence[Candidate]) -> Judgement:
        one, how = agreed
        fact = one.fact
        said = f"{quoted(claim.text)} khớp với {quoted(fact.label)}: {at(fact)}."
        if how == "rounded":
            said = f"{quoted(claim.text)} là số làm tròn của {at(fact)}."
        if claim.span.of is not None:
            whole = self._whole(claim, fact, fitting)
            if isinstance(whole, Judgement):
                return whole
            if whole is not None:
                return Judgement(
                    claim, how, said, evidence=(fact.source, whole.source), against=fact
                )
        return Judgement(claim, how, said, evidence=(fact.source,), against=fact)

    def _whole(
        self, claim: Claim, part: Fact, fitting: Sequence[Candidate]
    ) -> Fact | Judgement | None:
        """The fact that holds the denominator of a ratio; a judgement where it is another one."""
        of = claim.span.of
        if part.of == of or part.group is None:
            return part if part.of == of else None
        rows = [
            row
            for row in self._material.groups.get(part.group, ())
            if row.value is not None
            and not row.coded
            and row is not part
            and _counts_alike(row, part)
        ]
        for row in (*rows, *(one.fact for one in fitting if one.fit >= LIKELY)):
            if row.value == of:
                return row
        wholes = [row for row in rows if row.whole] or ([part] if part.whole else [])
        if part.value == of:
            return part
        if not wholes or of is None:
            return None
        whole = wholes[0]
        return Judgement(
            claim,
            "contradicted",
            f"{quoted(claim.text)}: mẫu số {number(of)} không khớp với {quoted(whole.label)} là "
            f"{at(whole)}.",
            evidence=(whole.source,),
            against=whole,
            severity="error",
        )

    def _mistaken(
        self, claim: Claim, candidates: Sequence[Candidate], fitting: Sequence[Candidate]
    ) -> Judgement | None:
        """The value belongs to the same indicator in another role, period or unit."""
        best = fitting[0].fit if fitting else 0.0
        for one in candidates:
            fact = one.fact
            slack = MISTAKEN if one.same_role or not claim.borrowed else 2 * MISTAKEN
            if one in fitting or one.fit < max(LIKELY * 0.85, best - slack):
                continue
            if (one.same_section is False and one.fit < SURE) or not (one.same_role or fitting):
                continue  # another scope; or a result that is just what was planned
            if not one.same_period and (
                claim.role == "plan" or not (fitting or claim.stated_period)
            ):
                continue  # two years may well have the same figure
            same = (
                claim.span.value is not None
                and fact.value is not None
                and (claim.value == fact.value or claim.span.value == fact.value / _scale(fact))
            )
            if not same:
                continue
            verdict: Literal["wrong_role", "wrong_period", "wrong_unit"]
            if one.units == "different":
                verdict, what = "wrong_unit", f"nhưng đơn vị ở nguồn là {stated(fact)}"
            elif not one.same_role:
                verdict, what = (
                    "wrong_role",
                    f"nhưng ở nguồn đó là {_ROLES.get(fact.role, 'số khác')}",
                )
            else:
                verdict, what = "wrong_period", f"nhưng ở nguồn đó là số {years(fact.period)}"
            return Judgement(
                claim,
                verdict,
                f"{quoted(shown(claim))} trùng số với {quoted(fact.label)} "
                f"({location(fact)}) {what}.",
                evidence=(fact.source,),
                against=fact,
                severity="error",
            )
        return None

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


_ROLES = {"plan": "chỉ tiêu kế hoạch", "previous": "số kỳ trước", "actual": "số thực hiện"}


def _scale(fact: Fact) -> Decimal:
    return fact.measure.scale if fact.measure is not None else Decimal(1)


def _agreement(claim: Claim, fact: Fact) -> Literal["match", "rounded"] | None:
    if fact.value is None:
        return None
    money = fact.measure is not None and fact.measure.group == "tiền"
    return arithmetic.agreement(claim, fact.value, money=money)


def _counts_alike(one: Fact, other: Fact) -> bool:
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.group == other.measure.group


def _one(claim: Claim) -> bool:
    """Whether the figure is the word "một", which is an article as often as a number."""
    return claim.span.spoken and claim.span.value == 1
