"""Claims -> judgements: what the sources say about each figure of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from assistant.answer import Verdict
from assistant.checking import arithmetic
from assistant.checking.binding import Binder, other_horizon
from assistant.checking.changes import changed
from assistant.checking.citations import Citations
from assistant.checking.derivations import derived
from assistant.checking.facts import PLANS, Material
from assistant.checking.following import (
    Twins,
    change_of_partner,
    in_name,
    rest_of_ratio,
    rest_of_rows,
)
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
from assistant.checking.units import contradicts_name
from assistant.checking.wording import at, location, number, quoted, shown, stated, time
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
        self._rows: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
        for fact in usable:
            if fact.origin == "cell":
                self._rows[_row_of(fact)].append(fact)
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
            whole = self._denominator(claim, claim.partner)
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
        both = self._both(claim, fitting)
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
        mistaken = self._mistaken(claim, candidates, fitting)
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

    def _denominator(self, claim: Claim, part: Claim) -> Judgement | None:
        """The whole of a share written out: the whole of the block that the part was found in."""
        judged = self.judge(part).against
        if judged is None or judged.group is None or claim.value is None:
            return None
        block = [
            row
            for row in self._material.groups.get(judged.group, ())
            if row.value is not None and not row.coded and row is not judged
        ]
        rows = [row for row in block if _counts_alike(row, judged)]
        same = next((row for row in rows if row.value == claim.value), None)
        if same is not None:
            said = f"{quoted(claim.text)} khớp với {quoted(same.label)}: {at(same)}."
            return Judgement(claim, "match", said, evidence=(same.source,), against=same)
        other = next((row for row in block if row.whole and row.value == claim.value), None)
        if other is not None:
            said = (
                f"{quoted(shown(claim))} trùng số với {quoted(other.label)} nhưng đơn vị ở nguồn "
                f"là {at(other)}."
            )
            return _against(claim, "wrong_unit", said, other)
        whole = next((row for row in rows if row.whole), None)
        if whole is None:
            return None
        said = f"{quoted(shown(claim))} khác {quoted(whole.label)}: {at(whole)}."
        return _against(claim, "contradicted", said, whole)

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
            how = _agreement(claim, one.fact)
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

    def _both(self, claim: Claim, fitting: Sequence[Candidate]) -> Judgement | None:
        """A ratio worded like its whole: part and whole of it stand in one block of rows."""
        if claim.span.of is None or claim.measure is None:
            return None
        of = claim.span.of * claim.measure.scale
        for one in fitting:
            if one.fit < LIKELY * 0.75 or _agreement(claim, one.fact) != "match":
                continue
            for row in self._material.groups.get(one.fact.group or "", ()):
                if row is not one.fact and row.value == of and _counts_alike(row, one.fact):
                    said = (
                        f"{quoted(claim.text)} khớp với {quoted(one.fact.label)}: {at(one.fact)}."
                    )
                    sources = (one.fact.source, row.source)
                    return Judgement(claim, "match", said, evidence=sources, against=one.fact)
        return None

    def _confirmed(self, claim: Claim, agreed: _Agreed, fitting: Sequence[Candidate]) -> Judgement:
        one, how = agreed
        fact = one.fact
        said = f"{quoted(claim.text)} khớp với {quoted(fact.label)}: {at(fact)}."
        if how == "rounded":
            said = f"{quoted(claim.text)} là số làm tròn của {at(fact)}."
        if claim.span.of is not None:
            whole = self._whole(claim, fact, fitting, written=claim.span.of)
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

    def _whole(
        self, claim: Claim, part: Fact, fitting: Sequence[Candidate], *, written: Decimal
    ) -> Fact | Judgement | None:
        """The fact that holds the denominator of a ratio; a judgement where it is another one."""
        of = written * claim.measure.scale if claim.measure else written
        if part.of is not None:
            near = [one.fact for one in fitting if one.fit >= fitting[0].fit - MARGIN]
            alike = (fact for fact in near if fact.value == part.value)
            same = next((fact for fact in alike if _denominator(fact) == of), None)
            return same or _other_whole(claim, part, written)
        if part.group is None:
            return None
        beside = [
            row
            for row in self._rows[_row_of(part)]
            if row.value is not None and row is not part and _counts_alike(row, part)
        ]
        rows = [
            row
            for row in self._material.groups.get(part.group, ())
            if row.value is not None
            and not row.coded
            and row is not part
            and _counts_alike(row, part)
        ]
        planned = [row for row in beside if row.role == "plan"]
        others = [one.fact for one in fitting if one.fit >= LIKELY]
        for row in planned or (*beside, *rows, *others):
            if row.value == of and row is not part:
                return row
        wholes = planned or [row for row in rows if row.whole and row not in beside]
        if part.value == of and not planned and (part.whole or not wholes):
            return part
        if not wholes:
            return None
        return _other_whole(claim, wholes[0], written)

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
                    f"nhưng ở nguồn đó là {_ROLES.get(fact.role, 'số thực hiện')}",
                )
            else:
                verdict, what = "wrong_period", f"nhưng ở nguồn đó là số {time(fact)}"
            said = (
                f"{quoted(shown(claim))} trùng số với {quoted(fact.label)} ({location(fact)}) "
                f"{what}"
            )
            meant = fitting[0].fact if fitting and fitting[0].fit >= SURE else None
            if meant is None or meant.origin != "cell" or verdict == "wrong_unit":
                judged = _against(claim, verdict, f"{said}.", fact)
                doubtful = verdict == "wrong_period" and not sure
                return replace(judged, severity="warning") if doubtful else judged
            judged = _against(claim, verdict, f"{said}; số cần nêu là {at(meant)}.", fact)
            return replace(judged, evidence=(meant.source, fact.source))
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


def _against(claim: Claim, verdict: Verdict, said: str, fact: Fact) -> Judgement:
    """An error: the claim and the fact cannot both be true."""
    return Judgement(claim, verdict, said, evidence=(fact.source,), against=fact, severity="error")


def _other_whole(claim: Claim, whole: Fact, written: Decimal) -> Judgement:
    """A ratio whose denominator is not that of the source."""
    said = (
        f"{quoted(claim.text)}: mẫu số {number(written)} không khớp với {quoted(whole.label)} là "
        f"{at(whole)}."
    )
    return _against(claim, "contradicted", said, whole)


def _denominator(fact: Fact) -> Decimal | None:
    return fact.of * _scale(fact) if fact.of is not None else None


_ROLES = {"plan": "chỉ tiêu kế hoạch", "previous": "số kỳ trước", "actual": "số thực hiện"}


def _row_of(fact: Fact) -> tuple[object, ...]:
    """The row of a table that a cell stands in; of one subject where a row has several."""
    return (fact.source.document_id, fact.source.table, fact.source.row, fact.subject, fact.key)


def _scale(fact: Fact) -> Decimal:
    return fact.measure.scale if fact.measure is not None else Decimal(1)


def _agreement(claim: Claim, fact: Fact) -> Literal["match", "rounded"] | None:
    money = fact.measure is not None and fact.measure.group == "tiền"
    value = fact.value
    return arithmetic.agreement(claim, value, money=money) if value is not None else None


def _counts_alike(one: Fact, other: Fact) -> bool:
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.group == other.measure.group


def _one(claim: Claim) -> bool:
    """Whether the figure is the word "một", which is an article as often as a number."""
    return claim.span.spoken and claim.span.value == 1
