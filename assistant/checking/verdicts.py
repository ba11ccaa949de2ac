"""Claims -> judgements: what the sources say about each figure of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from assistant.checking import arithmetic
from assistant.checking.arithmetic import is_share
from assistant.checking.bases import from_base
from assistant.checking.binding import Binder, periods_agree, roles_agree
from assistant.checking.candidates import Agreed, Candidates, agreed_with, may_state
from assistant.checking.changes import changed
from assistant.checking.citations import Citations
from assistant.checking.comparing import agreement, counts_alike
from assistant.checking.derivations import derived
from assistant.checking.explained import each, in_brackets, lone_row, times
from assistant.checking.facts import PLANS, Material
from assistant.checking.following import (
    Neighbours,
    Twins,
    change_of_other_year,
    change_of_partner,
    in_name,
    rest_of_ratio,
    rest_of_rows,
)
from assistant.checking.mistakes import mistaken as mistaken_for
from assistant.checking.model import Candidate, Claim, Judgement
from assistant.checking.portions import last_part, of_count, of_parts, of_plan
from assistant.checking.ratios import Wholes
from assistant.checking.thresholds import (
    LIKELY,
    SURE,
)
from assistant.checking.units import PERCENT, contradicts_name, misnamed
from assistant.checking.unmatched import Unmatched
from assistant.checking.wording import at, number, quoted
from assistant.checking.words import has, share_held
from ingest.text.normal import match_key

_TARGET = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu|kế hoạch|đề ra)(?!\w)")
_TWO = 2


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
        self._valued = [one for one in material.cells if one.value is not None]
        self._twins = Twins(usable)
        self._names = {
            match_key(fact.label): fact.label for fact in usable if fact.origin == "cell"
        }
        self._beside = Neighbours(usable)
        self._unmatched = Unmatched(material, self._binder)
        self._wholes = Wholes(usable, material.groups, self._beside)
        self._sentences: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
        self._candidates = Candidates(self._binder, material.claims)
        for claim in material.claims:
            if claim.span.kind == "number":
                self._sentences[(id(claim.place), claim.sentence)].append(claim)

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
            for one in self._candidates.ranked(claim)
            if one.fact.value is not None and not one.fact.coded and may_state(claim, one)
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
        sentence = self._sentences[(id(claim.place), claim.sentence)]
        if claim.change is not None:
            return self._change(claim, candidates, sentence)
        rest = rest_of_ratio(claim, sentence)
        if rest is not None:
            return rest
        agreed = agreed_with(claim, fitting, self._material.lexicon.opposed)
        if agreed is not None:
            return self._doubted(self._confirmed(claim, agreed, fitting))
        told = in_brackets(claim, self.judge, self._twins, candidates) or each(claim, sentence)
        if told is not None:
            return told
        placed = times(claim, self.judge, self._twins, sentence) or self._of_named(claim)
        if placed is not None:
            return placed
        both = self._wholes.part_and_whole(claim, fitting)
        if both is not None:
            return both
        planned = of_plan(claim, self.judge, self._twins, sentence)
        if planned is not None:
            return planned
        computed = derived(
            claim,
            sentence=[one for one in sentence if one is not claim],
            candidates=candidates,
            fitting=fitting,
            groups=self._material.groups,
        )
        if computed is not None:
            return computed
        computed = (
            of_count(claim, self.judge, self._twins, candidates, self._material.groups)
            or of_parts(claim, candidates, self._material.groups)
            or rest_of_rows(claim, candidates, self._beside)
            or self._named(claim)
        )
        if computed is not None:
            return computed
        alone = self._alone_in_block(claim, fitting)
        if alone is not None:
            return alone
        mistaken = mistaken_for(claim, candidates, fitting)
        if mistaken is not None:
            return mistaken
        judged = self._unmatched.judge(claim, fitting)
        if judged.verdict == "unsourced":  # a row that says otherwise goes before a sum
            lone = last_part(claim, self.judge, sentence) or lone_row(claim, self._valued)
            return lone or judged
        return judged

    def _change(
        self, claim: Claim, candidates: Sequence[Candidate], sentence: Sequence[Claim]
    ) -> Judgement:
        """The verdict on a figure that says by how much something changed."""
        computed = (
            of_plan(claim, self.judge, self._twins, sentence)
            or self._from_target(claim)
            or self._by_values(claim, sentence)
        )
        if computed is not None:
            return computed
        if arithmetic.in_points(claim):
            counted = replace(claim, measure=PERCENT)
            meant = self._by_values(counted, sentence)
            if meant is not None and meant.verdict == "derived":
                said = (
                    f"{quoted(claim.text)} không thể là điểm phần trăm: mức thay đổi của số đếm "
                    "tính bằng %."
                )
                return Judgement(
                    claim, "wrong_unit", said, evidence=meant.evidence, severity="error"
                )
        return changed(claim, candidates) or self._unmatched.unsourced(claim)

    def _by_values(self, claim: Claim, sentence: Sequence[Claim]) -> Judgement | None:
        """The change of the figure before it: to its base in brackets, or to its row's."""
        return (
            from_base(claim, sentence)
            or change_of_partner(claim, self.judge, self._twins)
            or change_of_other_year(claim, self.judge, self._twins)
        )

    def _of_named(self, claim: Claim) -> Judgement | None:
        """The row of the place that is named, by its value."""
        if claim.place.origin != "prose" or is_share(claim) or claim.span.of is not None:
            return None
        own = claim.own - self._material.lexicon.of_subjects(claim.words)
        named = [
            one
            for one in self._binder.of_subject(claim)
            if one.measure is None and agreement(claim, one) == "match" and own & one.around
        ]
        named = [one for one in named if periods_agree(claim, one) and roles_agree(claim, one)]
        if len(named) != 1:
            return None
        fact = named[0]
        said = f"{quoted(claim.text)} khớp với {quoted(fact.label)}: {at(fact)}."
        return Judgement(claim, "match", said, evidence=(fact.source,), against=fact)

    def _named(self, claim: Claim) -> Judgement | None:
        """A figure that is part of an indicator's name is none of its own."""
        name = in_name(claim, self._names) if claim.place.origin == "prose" else None
        if name is None:
            return None
        said = f"{quoted(claim.text)} nằm trong tên chỉ tiêu {quoted(self._names[name])}."
        return Judgement(claim, "not_a_claim", said)

    def _from_target(self, claim: Claim) -> Judgement | None:
        """The distance of the two shares before it: "đạt 30%, chỉ tiêu 78%, thấp hơn 48 điểm"."""
        sentence = self._sentences[(id(claim.place), claim.sentence)]
        earlier = [
            one
            for one in sentence
            if one.span.end <= claim.span.start and (one.change is None and one.span.of is None)
        ]  # "đạt 30 %, giảm 4 điểm so với năm trước, chưa đạt chỉ tiêu (78 %), thấp hơn 48 điểm"
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

    def _confirmed(self, claim: Claim, agreed: Agreed, fitting: Sequence[Candidate]) -> Judgement:
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
        normal = self._material.lexicon.normal
        other = contradicts_name(claim.measure, fact.measure, name=fact.key, normal=normal)
        unit = match_key(fact.measure.text) if fact.measure is not None else ""
        loose = has(match_key(claim.words), unit) and misnamed(
            claim.measure, fact.measure, name=fact.key
        )
        if not other and not loose:
            return judged
        said = (
            f"{quoted(claim.text)} trùng số với {quoted(fact.label)} nhưng đơn vị ở nguồn là "
            f"{at(fact)}."
        )
        return replace(judged, verdict="wrong_unit", explanation=said, severity="warning")

    def _alone_in_block(self, claim: Claim, fitting: Sequence[Candidate]) -> Judgement | None:
        """The only row of its unit below a row that the sentence names: "12 đợt với 90 lượt"."""
        if claim.partner is None or (fitting and fitting[0].fit >= SURE):
            return None
        for one in fitting:
            fact = one.fact
            if one.units != "same" or fact.whole or agreement(claim, fact) != "match":
                continue
            block = self._material.groups.get(fact.group or "", ())
            alike = [row for row in block if counts_alike(row, fact) and row is not fact]
            whole = next((row for row in block if row.whole), None)
            if alike or whole is None or share_held(whole.own, claim.around) < LIKELY:
                continue
            said = f"{quoted(claim.text)} khớp với {quoted(fact.label)}: {at(fact)}."
            return Judgement(claim, "match", said, evidence=(fact.source,), against=fact)
        return None
