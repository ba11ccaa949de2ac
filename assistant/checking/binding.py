"""Claims -> candidates: the facts whose indicator a figure may state, best first.

The fit of words decides, never the value: how much of the indicator's own words the figure's
words hold, and how much of the figure's words the indicator explains.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import fsum

from assistant.checking.model import Candidate, Claim, Fact, Weights
from assistant.checking.subjects import Subjects
from assistant.checking.thresholds import MARGIN, SURE
from assistant.checking.units import compare
from assistant.checking.words import Lexicon
from ingest.model import Period
from ingest.text.normal import match_key

_NEAR, _FAR = 0.55, 0.7
_RECALL, _PRECISION = 0.6, 0.4
_OPPOSED, _ELSEWHERE, _OTHER_ROLE = 0.4, 0.85, 0.85
_NOTHING_SHARED = 0.6
_SAME_SECTION = 0.5
_PARTED = re.compile(r"[;.](?=\s)|\n")
_NOT_MEANT, _NOT_TOTAL = 0.2, 0.5
_NEAREST = 0.6
_SIZEABLE = 10
_MOST = 12


class Binder:
    """Finds candidates through the terms they share; built once a check."""

    def __init__(
        self,
        facts: Sequence[Fact],
        lexicon: Lexicon,
        *,
        planning: bool = False,
        issuers: Sequence[str] = (),
    ) -> None:
        """``planning``: the claims are those of a plan, which no result states or belies.

        ``issuers`` are offices whose names may hold that of a field ("Sở Nông nghiệp và Môi
        trường"): to name the office is not to name the field.
        """
        self._issuers = [match_key(name) for name in issuers]
        self._lexicon = lexicon
        self._planning = planning
        self._facts = facts
        self._by_term: defaultdict[str, list[int]] = defaultdict(list)
        self._totals: dict[int, float] = {}
        for at, fact in enumerate(facts):
            self._totals[at] = self._sum(fact.own)
            for term in fact.own | fact.subject_terms:
                self._by_term[term].append(at)
        sections = {fact.headings[:1]: None for fact in facts if fact.headings}
        self._sections = [(name, lexicon.terms(" . ".join(name))) for name in sections]
        self._planned = {_row(fact) for fact in facts if fact.role == "plan"}
        self._subjects = Subjects(facts)
        self._clauses: dict[tuple[str, tuple[int, int]], Weights] = {}
        self._aligned: dict[tuple[str, ...], tuple[str, ...] | None] = {}
        self._parts: defaultdict[tuple[object, ...], set[str | None]] = defaultdict(set)
        for fact in facts:
            if fact.origin == "cell":
                self._parts[(*_row(fact), fact.period)].add(fact.part_of_year)

    def _sum(self, terms: Weights) -> float:
        return fsum(map(self._lexicon.weight, terms))

    def candidates(self, claim: Claim) -> list[Candidate]:
        """The facts that ``claim`` may state, best fit first."""
        shared: defaultdict[int, float] = defaultdict(float)
        rare = sorted(claim.own, key=self._lexicon.weight, reverse=True)
        for term in rare[:24]:
            for at in self._by_term.get(term, ()):
                shared[at] += self._lexicon.weight(term)
        best = sorted(shared, key=lambda at: (-shared[at], at))[:60]
        found = [self._candidate(claim, at) for at in best]
        found = [candidate for candidate in found if candidate.fit > 0.2]
        found = sorted(found, key=lambda one: (-one.fit, one.fact.number))
        aside = [one for one in found if self.of_other_part(claim, one.fact)]
        told = [one for one in found if all(one is not other for other in aside)]
        kept = told[:_MOST] + aside[:_MOST]  # of many columns, that of the text's time is kept
        return sorted(kept, key=lambda one: (-one.fit, one.fact.number))

    def of_subject(self, claim: Claim) -> list[Fact]:
        """The cells of the place or unit that a figure is said to be of."""
        meant = self._subjects.of(claim, self._in_issuer)
        return [fact for fact in self._facts if fact.origin == "cell" and fact.subject in meant]

    def of_other_part(self, claim: Claim, fact: Fact) -> bool:
        """Whether a cell is of another part of the year than the text, beside one of the same.

        What is still ahead is told of figures of the part before it.
        """
        if fact.origin != "cell" or fact.part_of_year == claim.part_of_year or claim.place.ahead:
            return False
        return claim.part_of_year in self._parts[(*_row(fact), fact.period)]

    def fit(self, own: Weights, around: Weights, fact: Fact) -> float:
        """How well words fit the indicator of ``fact``, 0..1."""
        return self._words(own, around, fact, self._sum(fact.own))

    def _words(self, own: Weights, around: Weights, fact: Fact, total: float) -> float:
        if not total:
            return 0.0
        weight = self._lexicon.weight
        held = fsum(
            weight(term) * (1.0 if term in own else _NEAR if term in around else 0.0)
            for term in fact.own
        )
        mine = self._sum(own)
        explained = fsum(
            weight(term) * (1.0 if term in fact.own or term in fact.subject_terms else _FAR)
            for term in own
            if term in fact.own or term in fact.around or term in fact.subject_terms
        )
        recall, precision = held / total, explained / mine if mine else 0.0
        return _RECALL * recall + _PRECISION * precision

    def _candidate(self, claim: Claim, at: int) -> Candidate:
        fact = self._facts[at]
        counted = self._lexicon.terms(claim.measure.text) if claim.measure else frozenset()
        units = compare(claim.measure, fact.measure, name=fact.key)
        fit = self._words(claim.own, claim.around, fact, self._totals[at])
        if units == "same":
            fit = max(fit, self._in_its_unit(claim, counted, fact, self._totals[at]))
        if units == "different":
            fit = max(fit, self._without_units(claim, counted, fact))
        telling = {term for term in fact.own - counted if "_" not in term}
        if not (telling & claim.own) and (telling or not fact.own & claim.own):
            fit *= _NOTHING_SHARED
        if fact.subject_terms:
            named = self._sum(fact.subject_terms & claim.own) / self._sum(fact.subject_terms)
            around = self._sum(fact.subject_terms & claim.around) / self._sum(fact.subject_terms)
            clause = self._sum(fact.subject_terms & self._clause(claim)) / self._sum(
                fact.subject_terms
            )
            told = max(named, 0.95 * clause, 0.8 * around)
            meant = self._subjects.of(claim, self._in_issuer)
            if meant:
                told = 1.0 if fact.subject in meant else min(told, _NOT_MEANT)
            fit *= 0.3 + 0.7 * (0.0 if self._in_issuer(claim, fact) else told)
        elif fact.subject is not None and self._subjects.beside(
            fact, self._subjects.of(claim, self._in_issuer)
        ):
            fit *= _NOT_TOTAL
        if self._lexicon.opposed(claim.key, fact.key):
            fit *= _OPPOSED
        same_section = self.same_section(claim, fact)
        if same_section is False:
            fit *= _ELSEWHERE
        same_role = roles_agree(claim, fact) and not self._beside_plan(claim, fact)
        if not same_role:
            fit *= _OTHER_ROLE
        return Candidate(
            fact=fact,
            fit=fit,
            same_section=same_section,
            units=units,
            same_period=periods_agree(claim, fact),
            same_role=same_role,
        )

    def _in_issuer(self, claim: Claim, fact: Fact) -> bool:
        """Whether the subject stands in the text as part of the office's name only."""
        subject = match_key(fact.subject or "").strip(" .:")
        if not any(subject in name for name in self._issuers):
            return False
        text = match_key(claim.place.text)
        for name in self._issuers:
            text = text.replace(name, " ")
        return subject not in text

    def _clause(self, claim: Claim) -> Weights:
        """The words between two semicolons, which are about one unit of several."""
        text, start, end = claim.place.text, claim.span.start, claim.span.end
        behind = _PARTED.search(text, end)
        before = [one.end() for one in _PARTED.finditer(text, 0, start)]
        at = (before[-1] if before else 0, behind.start() if behind else len(text))
        if (text, at) not in self._clauses:
            self._clauses[(text, at)] = self._lexicon.terms(text[at[0] : at[1]])
        return self._clauses[(text, at)]

    def _in_its_unit(self, claim: Claim, counted: Weights, fact: Fact, total: float) -> float:
        """The fit of the claim with its unit said as the fact says it.

        "01 trường hợp phản ánh, kiến nghị" counts what a row below "phản ánh, kiến nghị" calls
        "Số lượng ý kiến". Only where the words name what stands above the row, and never surely.
        """
        if fact.measure is None or not fact.measure.known:
            return 0.0
        unit = self._lexicon.terms(fact.measure.text) & fact.own
        above = {term for term in claim.own & fact.around - fact.own if "_" in term}
        if not unit or unit <= claim.own or not above - counted:
            return 0.0
        meant = self._words(claim.own - counted | unit, claim.around, fact, total)
        return min(meant, SURE - MARGIN)

    def _without_units(self, claim: Claim, counted: Weights, fact: Fact) -> float:
        """The fit of the words beside the units: a wrong unit takes the right one's words away.

        Only for figures of some size: small ones are equal too often.
        """
        if fact.measure is None or claim.value is None or abs(claim.value) < _SIZEABLE:
            return 0.0
        rest = fact.own - self._lexicon.terms(fact.measure.text)
        if not any("_" not in term and term in claim.own for term in rest):
            return 0.0
        bare = replace(fact, own=rest)
        return self._words(claim.own - counted, claim.around, bare, self._sum(rest))

    def _beside_plan(self, claim: Claim, fact: Fact) -> bool:
        """Whether this is a result, and the plan of the claim stands elsewhere."""
        if claim.role != "plan" or fact.role == "plan":
            return False
        return self._planning or _row(fact) in self._planned

    def nearest(self, claim: Claim) -> Fact | None:
        """The cell that counts the same and whose words stand somewhere in the sentence.

        Not the one meant, only the one a reader may take for it.
        """
        words = claim.own | claim.around
        best: tuple[float, Fact] | None = None
        for fact in self._facts:
            if fact.measure is None or fact.measure.group == "%":
                continue
            if fact.origin != "cell" or fact.value is None or fact.coded or not fact.own:
                continue
            if (
                claim.measure is None
                or not claim.measure.known
                or (compare(claim.measure, fact.measure, name=fact.key) != "same")
            ):
                continue
            held = self._sum(fact.own & words) / self._sum(fact.own)
            if held >= _NEAREST and (best is None or held > best[0]):
                best = (held, fact)
        return best[1] if best else None

    def same_section(self, claim: Claim, fact: Fact) -> bool | None:
        """Whether both stand under the same title; ``None`` where titles cannot be compared."""
        headings = claim.place.headings
        if not headings or not fact.headings or fact.origin != "cell":
            return None
        if headings not in self._aligned:
            self._aligned[headings] = self._section_like(headings)
        aligned = self._aligned[headings]
        return None if aligned is None else aligned == fact.headings[:1]

    def _section_like(self, headings: tuple[str, ...]) -> tuple[str, ...] | None:
        best: tuple[float, tuple[str, ...]] | None = None
        for heading in headings:
            terms = self._lexicon.terms(heading)
            for name, others in self._sections:
                union = len(terms | others)
                likeness = len(terms & others) / union if union else 0.0
                if likeness >= _SAME_SECTION and (best is None or likeness > best[0]):
                    best = (likeness, name)
        return best[1] if best else None


def _row(fact: Fact) -> tuple[object, ...]:
    source = fact.source
    if fact.origin != "cell":
        return (fact.number,)
    return (source.document_id, source.table, source.row, fact.subject, fact.key)


def roles_agree(claim: Claim, fact: Fact) -> bool:
    """Whether neither is a plan or an earlier period while the other is not.

    A claim in the words of a plan may state the row of a plan ("nhiệm vụ được giao"); one that
    names its year may state the column of the year before.
    """
    marked = {"plan", "previous"}
    if fact.role == "previous" and claim.role not in marked:
        return claim.stated_period and claim.period is not None and claim.period == fact.period
    if fact.role in marked:
        return claim.role == fact.role
    if claim.role == "plan" and fact.claim is not None:
        return False  # both say in words what they are
    if claim.role == "previous":
        return claim.stated_period and periods_agree(claim, fact)
    return True


def periods_agree(claim: Claim, fact: Fact) -> bool:
    """Whether both are about the same time, as far as both say."""
    parts = (
        claim.part_of_year is None
        or claim.part_of_year == fact.part_of_year
        or (not claim.stated_part and fact.part_of_year is None)
    )
    return years_agree(claim.period, fact.period) and parts


def other_horizon(claim: Claim, fact: Fact) -> bool:
    """Whether one speaks of a year and the other of a longer time around it.

    A target for 2030 neither confirms nor contradicts one for 2026.
    """
    one, other = claim.period, fact.period
    if one is None or other is None or one == other or fact.origin == "cell":
        return False
    return years_agree(one, other)


def years_agree(one: Period | None, other: Period | None) -> bool:
    """Whether the years overlap; unknown ones agree with any."""
    if one is None or other is None:
        return True
    return one.from_ <= other.to and other.from_ <= one.to
