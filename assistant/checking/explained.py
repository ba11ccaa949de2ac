"""Figures that the one before them explains: its base in brackets, how many times it, so much each.

"Có 27 dự thảo, giảm 10% so với năm trước (30 dự thảo)": the value of the row that the figure before
was found in, at the time or in the role that the words before the bracket name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from assistant.checking.arithmetic import is_share, last_digit, rounds_to
from assistant.checking.comparing import agreement
from assistant.checking.following import Judging, Twins
from assistant.checking.model import Candidate, Claim, Fact, Judgement
from assistant.checking.timing import months_in
from assistant.checking.wording import at, number, quoted, shown
from assistant.checking.words import holds, share_held
from ingest.model import Source
from ingest.text.normal import match_key
from ingest.vocabulary import load

_MOST, _BEFORE = 5, 60
_TELLING, _HELD = 3, 0.4
_BRACKET = re.compile(r"\(\s*(?P<label>[^()\d]{0,25}(?:(?P<year>(?:19|20)\d\d)[^()\d]{0,6})?)$")
_CLAUSE = re.compile(r"[,;](?=\s)")
_TIMES = re.compile(r"(?<!\w)gấp(?:\s+(?:khoảng|gần|hơn|trên))?\s*$", re.IGNORECASE)
_MORE = re.compile(r"(?<!\w)(?:hơn|trên)\s*$", re.IGNORECASE)
_TIMES_UNIT = re.compile(r"\s*lần(?!\w)", re.IGNORECASE)
_EACH = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|mỗi)(?!\w)(?:\s+(?:mỗi|một))?\s*(?P<unit>[^,;.()\d]{0,40})$"
)
_NEAR = Decimal("0.1")
_SPANS = {"tháng": 1, "quý": 3}


def in_brackets(
    claim: Claim, judge: Judging, twins: Twins, candidates: Sequence[Candidate]
) -> Judgement | None:
    """The earlier or planned value of the row of the figure before; ``None`` unless it is that.

    Behind a change with no figure before it ("số vụ tăng 9,1% (561 vụ)") that of the row named.
    """
    found = _BRACKET.search(claim.place.text[: claim.span.start])
    if found is None or claim.value is None or claim.change is not None:
        return None
    before = claim.place.text[max(0, found.start() - _BEFORE) : found.start()]
    clause = f"{_CLAUSE.split(before)[-1]} {found['label']}"
    planned = holds(clause, load("checking_words")["plans"]) is not None
    for one in _partners(claim):
        if one.change is not None or one.span.end <= found.start() - 2 * _BEFORE:
            continue
        if claim.measure is not None and not _alike(one, claim):
            continue
        year = int(found["year"]) if found["year"] else None
        others = (
            other
            for fact in twins.cells(judge(one))[:1]
            for other in (twins.planned(fact) if planned else twins.earlier(fact, year))
        )
        same = next((other for other in others if agreement(claim, other) is not None), None)
        if same is not None:
            said = f"{quoted(claim.text)} khớp với {quoted(same.label)}: {at(same)}."
            return Judgement(claim, "match", said, evidence=(same.source,), against=same)
    if claim.partner is None or claim.partner.change is None or planned:
        return None
    for fact in (one.fact for one in candidates if one.units == "same"):
        if fact.role != "plan" and _before(fact, claim) and agreement(claim, fact) == "match":
            said = f"{quoted(claim.text)} khớp với {quoted(fact.label)}: {at(fact)}."
            return Judgement(claim, "match", said, evidence=(fact.source,), against=fact)
    return None


def _before(fact: Fact, claim: Claim) -> bool:
    whole = claim.place.period
    earlier = fact.period is not None and whole is not None and fact.period.to < whole.to
    return fact.role == "previous" or earlier


def times(
    claim: Claim, judge: Judging, twins: Twins, sentence: Sequence[Claim]
) -> Judgement | None:
    """How many times an earlier value the figure before is; ``None`` where no base is known."""
    text, written = claim.place.text, claim.span.value
    if written is None or not _TIMES.search(text[: claim.span.start]):
        return None
    if not _TIMES_UNIT.match(text, claim.span.end):
        return None
    now = next((one for one in _partners(claim) if not is_share(one) and not one.change), None)
    if now is None or now.value is None:
        return None
    for base, sources in _bases(claim, now, judge, twins, sentence):
        exact = now.value / base
        said = f"{number(now.value)}/{number(base)} = {number(exact)}"
        if _so_many(exact, written, claim):
            told = f"{quoted(claim.text)} suy ra từ {said}."
            return Judgement(claim, "derived", told, evidence=sources)
        told = f"{quoted(shown(claim))} không đúng số lần: {said}."
        return Judgement(claim, "contradicted", told, evidence=sources, severity="error")
    return None


def _bases(
    claim: Claim, now: Claim, judge: Judging, twins: Twins, sentence: Sequence[Claim]
) -> Iterator[tuple[Decimal, tuple[Source, ...]]]:
    behind = next((one for one in sentence if one.span.start >= claim.span.end), None)
    if behind is not None and behind.value and _alike(behind, now):
        between = claim.place.text[claim.span.end : behind.span.start]
        if "(" in between:
            yield behind.value, (behind.source,)
    for fact in twins.cells(judge(now))[:1]:
        earlier = [(one.value, one.source) for one in twins.earlier(fact, None)]
        yield from ((value, (fact.source, source)) for value, source in earlier if value)


def each(claim: Claim, sentence: Sequence[Claim]) -> Judgement | None:
    """So much for each of a known number: never the whole itself.

    ``None`` for what is no such amount; an amount whose parts are unknown is left alone.
    """
    before = match_key(claim.place.text[max(0, claim.span.start - _BEFORE) : claim.span.start])
    found = _EACH.search(before)
    if found is None or claim.value is None or is_share(claim):
        return None
    earlier = [
        (one, one.value)
        for one in sentence
        if one.span.end <= claim.span.start and one.value and one.measure is not None
    ]
    wholes = [value for one, value in earlier if _alike(one, claim) and one.change is None]
    step = next((span for word, span in _SPANS.items() if word in found["unit"].split()), None)
    named = [
        value
        for one, value in earlier
        if one.measure is not None and match_key(one.measure.text) in found["unit"]
    ]
    counts = named or [value for _, value in earlier]
    if step is not None:
        counts = [Decimal(months_in(claim.part_of_year)) / step]
    scale = claim.measure.scale if claim.measure is not None else Decimal(1)
    for whole, count in product(wholes, counts):
        exact = whole / count / scale
        if _same(exact, claim.value / scale, claim):
            said = f"{number(whole)}/{number(count)} = {number(whole / count)}"
            return Judgement(claim, "derived", f"{quoted(claim.text)} suy ra từ {said}.")
    known = (step is not None or bool(named)) and not found[0].startswith("mỗi")
    if known and wholes:
        exact = wholes[-1] / counts[-1] / scale
        said = f"{quoted(shown(claim))} không đúng bình quân: {number(exact)}."
        return Judgement(claim, "contradicted", said, severity="warning")
    return Judgement(
        claim, "unsourced", f"{quoted(claim.text)} là mức bình quân, không có nguồn để đối chiếu."
    )


def _so_many(exact: Decimal, written: Decimal, claim: Claim) -> bool:
    """Whether a value is so many times another: "gấp 2 lần" is no rounding of 1,5.

    "Gấp hơn 2 lần" holds up to three times.
    """
    if not claim.approximate:
        fine = last_digit(written) < 0 or abs(exact - written) <= exact * _NEAR
        return fine and rounds_to(exact, written)
    more = _MORE.search(claim.place.text[: claim.span.start]) is not None
    step = Decimal(1).scaleb(last_digit(written))
    return _same(exact, written, claim) or (more and written <= exact < written + step)


def _same(exact: Decimal, written: Decimal, claim: Claim) -> bool:
    return rounds_to(exact, written) or (claim.approximate and _close(exact, written))


def _close(exact: Decimal, written: Decimal) -> bool:
    return abs(exact - written) <= abs(exact) * _NEAR / 2


def _partners(claim: Claim) -> Iterator[Claim]:
    one, steps = claim.partner, 0
    while one is not None and steps < _MOST:
        yield one
        one, steps = one.partner, steps + 1


def _alike(one: Claim, other: Claim) -> bool:
    groups = {each.measure.group if each.measure is not None else None for each in (one, other)}
    return len(groups) == 1


def lone_row(claim: Claim, facts: Sequence[Fact]) -> Judgement | None:
    """The only row of its unit with its value, of which the sentence speaks.

    "Xảy ra 4 vụ cháy, thiệt hại 6,35 ha": no word beside the figure names the row. A number of one
    or two digits is so found only where its unit counts nothing else.
    """
    measure = claim.measure
    if claim.place.origin != "prose" or measure is None or not measure.known:
        return None
    if is_share(claim) or claim.span.of is not None:
        return None
    alike = [one for one in facts if one.measure is not None and one.measure.group == measure.group]
    same = [one for one in alike if agreement(claim, one) == "match"]
    rows = {(one.source.document_id, one.source.table, one.source.row) for one in same}
    small = len({(one.source.table, one.source.row) for one in alike}) > 1
    if len(rows) != 1 or (small and len(_digits(claim)) < _TELLING):
        return None
    fact = same[0]
    now = (fact.period, fact.part_of_year) == (claim.period, claim.part_of_year)
    done = not {fact.role, claim.role} & {"plan", "previous"}
    if not (now and done and share_held(fact.own, claim.own | claim.around) >= _HELD):
        return None
    said = f"{quoted(claim.text)} khớp với {quoted(fact.label)}: {at(fact)}."
    return Judgement(claim, "match", said, evidence=(fact.source,), against=fact)


def _digits(claim: Claim) -> str:
    written = format(claim.span.value or 0, "f").replace(".", "")
    return written.strip("0")
