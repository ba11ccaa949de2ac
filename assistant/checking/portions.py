"""Shares whose part is the figure before them: of a plan, of the block's whole, of a named whole.

"Cấp mới 36 dự án, đạt 120% kế hoạch (30 dự án)", "164 hồ sơ, chiếm 0,4% tổng số hồ sơ tiếp nhận".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from assistant.checking.arithmetic import in_points, is_share, rounds_to, share_formula, share_of
from assistant.checking.comparing import counts_alike
from assistant.checking.derivations import same_unit
from assistant.checking.following import Twins
from assistant.checking.model import Candidate, Claim, Fact, Judgement
from assistant.checking.wording import at, number, quoted, shown
from assistant.checking.words import holds
from ingest.model import Source
from ingest.text.normal import match_key
from ingest.vocabulary import load

Judging = Callable[[Claim], Judgement]
_MOST, _NAMED, _BEHIND = 4, 0.2, 40
_HUNDRED = Decimal(100)
_ABOVE = 6
_AND = " và "
_CLAUSE = re.compile(r"[,;](?=\s)")
_OPENS = re.compile(r"[^;()]{0,40}\(\s*(?:\D{0,20}\s)?")


def of_plan(
    claim: Claim, judge: Judging, twins: Twins, sentence: Sequence[Claim]
) -> Judgement | None:
    """The share of the plan that the count before it reached; ``None`` where no plan is known."""
    written = claim.span.value
    if not is_share(claim) or written is None or not _speaks_of_plan(claim):
        return None
    points, sign = in_points(claim), _sign(claim)
    count = next((one for one in _before(claim) if is_share(one) == points), None)
    if count is None or count.value is None:
        return None
    if points:
        return _gap(claim, count, sign * written, [*_plans(claim, count, judge, twins, sentence)])
    wanted = _HUNDRED + sign * written if sign else written
    for plan, sources in _plans(claim, count, judge, twins, sentence):
        exact = share_of(count.value, plan)
        scale = count.measure.scale if count.measure is not None else Decimal(1)
        said = f"{number(count.value / scale)}/{number(plan / scale)} = {number(exact)}%"
        if exact == wanted or rounds_to(exact, wanted):
            told = f"{quoted(claim.text)} suy ra từ {said}."
            return Judgement(claim, "derived", told, evidence=sources)
        told = f"{quoted(shown(claim))} không đúng tỷ lệ so với kế hoạch: {said}."
        return Judgement(claim, "contradicted", told, evidence=sources, severity="error")
    return None


def last_part(claim: Claim, judge: Judging, sentence: Sequence[Claim]) -> Judgement | None:
    """What the parts before it leave of a known whole.

    "5.671 hồ sơ, gồm 5.660 hồ sơ sớm và đúng hạn, 11 hồ sơ quá hạn"; the sources must state the
    whole and every part before.
    """
    earlier = [
        one
        for one in sentence
        if one.span.end <= claim.span.start and one.span.of is None and same_unit(one, claim)
    ]
    words = load("checking_words")["parts"]
    for begin, whole in enumerate(earlier[:-1]):
        parts = earlier[begin + 1 :]
        between = claim.place.text[whole.span.end : parts[0].span.start]
        if whole.value is None or holds(between, words) is None:
            continue
        taken = [one.value for one in parts if one.value is not None]
        if whole.value - sum(taken) != claim.value:
            continue
        judged = [judge(one) for one in (whole, *parts)]
        if all(one.verdict == "match" for one in judged):
            terms = " - ".join(number(value) for value in (whole.value, *taken))
            said = f"{quoted(shown(claim))} suy ra từ {terms} = {number(claim.value)}."
            evidence = tuple(source for one in judged for source in one.evidence)
            return Judgement(claim, "derived", said, evidence=evidence)
    return None


def _gap(
    claim: Claim,
    share: Claim,
    wanted: Decimal,
    plans: Sequence[tuple[Decimal, tuple[Source, ...]]],
) -> Judgement | None:
    """How many points a share lies above or below the planned one."""
    if not plans or share.value is None or not wanted:
        return None
    plan, sources = plans[0]
    said = f"{number(share.value)} - {number(plan)} = {number(share.value - plan)}"
    if share.value - plan == wanted:
        told = f"{quoted(claim.text)} suy ra từ {said}."
        return Judgement(claim, "derived", told, evidence=sources)
    told = f"{quoted(shown(claim))} không đúng khoảng cách so với kế hoạch: {said}."
    return Judgement(claim, "contradicted", told, evidence=sources, severity="error")


def _before(claim: Claim) -> Iterator[Claim]:
    one, steps = claim.partner, 0
    while one is not None and steps < _MOST:
        yield one
        one, steps = one.partner, steps + 1


def _speaks_of_plan(claim: Claim) -> bool:
    behind = match_key(claim.place.text[claim.span.end : claim.span.end + _BEHIND])
    return _of_plan().match(behind) is not None


def _of_plan() -> re.Pattern[str]:
    words = "|".join(re.escape(match_key(word)) for word in load("checking_words")["plans"])
    return re.compile(rf"\s*(?:so với\s+|của\s+)?(?:{words})(?!\w)")


def _sign(claim: Claim) -> int:
    """1 where the figure is what lies above the plan, -1 below it, 0 for the share itself."""
    start = max(0, claim.span.start - _BEHIND)
    if claim.partner is not None:
        start = max(start, claim.partner.span.end)  # its trend is not this figure's
    left = _CLAUSE.split(claim.place.text[start : claim.span.start])[-1]
    words = " ".join(match_key(left).split()[-3:])
    for sign, wordings in ((1, "above"), (-1, "below")):
        if holds(words, load("checking_words")[wordings]) is not None:
            return sign
    return 0


def _plans(
    claim: Claim, count: Claim, judge: Judging, twins: Twins, sentence: Sequence[Claim]
) -> Iterator[tuple[Decimal, tuple[Source, ...]]]:
    """The plan that the text gives in brackets behind the share, else that of the count's row."""
    for one in sentence:
        if one.span.start < claim.span.end or not one.value:
            continue
        if not _OPENS.fullmatch(claim.place.text, claim.span.end, one.span.start):
            break
        if one.measure and count.measure and one.measure.group == count.measure.group:
            yield one.value, (one.source,)
        break
    for fact in twins.cells(judge(count)):
        for plan in twins.planned(fact):
            if plan.value:
                yield plan.value, (fact.source, plan.source)


def of_parts(
    claim: Claim, candidates: Sequence[Candidate], groups: Mapping[str, Sequence[Fact]]
) -> Judgement | None:
    """The share of two parts together: "tỷ lệ giải quyết trước hạn và đúng hạn đạt 99,4%"."""
    if not is_share(claim) or in_points(claim) or _AND not in match_key(claim.words):
        return None
    blocks = {one.fact.group: None for one in candidates if one.fit >= _NAMED and one.fact.group}
    for block in (groups.get(group or "", ()) for group in blocks):
        rows = [row for row in block if row.value and not row.coded]
        parts = [row for row in rows if not row.whole and row.own & claim.own]
        wholes = [row for row in rows if row.whole and row.role not in ("plan", "previous")]
        for whole in wholes:
            alike = [row for row in parts if counts_alike(row, whole)]
            for one, other in combinations(alike, 2):
                added = (one.value or Decimal(0)) + (other.value or Decimal(0))
                formula = share_formula(claim, added, whole.value) if whole.value else None
                if formula is not None:
                    said = f"{quoted(claim.text)} suy ra từ {formula} ({at(whole)})."
                    sources = (one.source, other.source, whole.source)
                    return Judgement(claim, "derived", said, evidence=sources)
    return None


def _above(part: Fact, groups: Mapping[str, Sequence[Fact]]) -> list[Fact]:
    """The rows right above one in its table, nearest first."""
    place = part.source
    rows = [
        row
        for block in groups.values()
        for row in block
        if (row.source.document_id, row.source.table) == (place.document_id, place.table)
        and row.subject == part.subject
        and 0 < (place.row or 0) - (row.source.row or 0) <= _ABOVE
    ]
    return sorted(rows, key=lambda row: -(row.source.row or 0))


def of_count(
    claim: Claim,
    judge: Judging,
    twins: Twins,
    candidates: Sequence[Candidate],
    groups: Mapping[str, Sequence[Fact]],
) -> Judgement | None:
    """The share of the count before it in a row of its block, or in the row that it names."""
    if not is_share(claim) or in_points(claim):
        return None
    count = next((one for one in _before(claim) if not is_share(one)), None)
    part = next(iter(twins.cells(judge(count))), None) if count is not None else None
    if part is None or part.value is None:
        return None
    block = groups.get(part.group or "", ()) if claim.borrowed else ()
    named = [one.fact for one in candidates if one.fit >= _NAMED]
    above = _above(part, groups) if claim.borrowed else ()
    for whole in (*block, *named, *above):
        if whole is part or whole.value is None or whole.coded or not counts_alike(whole, part):
            continue
        if (whole.period, whole.part_of_year) != (part.period, part.part_of_year):
            continue
        if whole.value < part.value or whole.role in ("plan", "previous"):
            continue
        formula = share_formula(claim, part.value, whole.value)
        if formula is not None:
            said = f"{quoted(claim.text)} suy ra từ {formula} ({at(part)}; {at(whole)})."
            return Judgement(claim, "derived", said, evidence=(part.source, whole.source))
    return None
