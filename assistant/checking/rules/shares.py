"""Shares against their numerator and denominator: rows of a block, notes, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import fsum

from assistant.answer import Finding
from assistant.checking.arithmetic import rounds_to, share_of
from assistant.checking.facts import Material
from assistant.checking.model import Claim, Fact, Judgement
from assistant.checking.rules.rows import blocks, dashed, finding, is_count, said, same_unit
from assistant.checking.wording import number, quoted, stated, where
from ingest.text.numbers import parse_number

_SURE, _CERTAIN = 0.75, 0.95
_OPENED = re.compile(r"\s*\(\s*")
_WITHIN = re.compile(r"(?<!\w)trong (?:đó|số đó)(?!\w)")
_MAKES = re.compile(r"(?:chiếm|đạt|tương ứng|tương đương|bằng)(?:\s+tỷ lệ|\s+tỉ lệ)?\s*$")


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Shares that do not follow from the counts that they are clearly made of."""
    for rows in blocks(material):
        counts = [row for row in rows if is_count(row)]
        for row in rows:
            if _is_share(row):
                yield from _row(material, row, counts)
    yield from _notes(material)
    yield from _sentences(judgements)
    yield from _explained(judgements)


def _is_share(row: Fact) -> bool:
    return row.value is not None and row.measure is not None and row.measure.group == "%"


def written(row: Fact) -> Decimal | None:
    """A share with the digits as written, for rounding."""
    bare = row.text.strip().rstrip("%").strip()
    return parse_number(bare) if parse_number(bare) is not None else row.value


def _row(material: Material, row: Fact, counts: Sequence[Fact]) -> Iterator[Finding]:
    share = written(row)
    if share is None or row.value is None:
        return
    pairs = [
        (part, whole)
        for whole in counts
        for part in counts
        if part is not whole
        and same_unit(part, whole)
        and part.value is not None
        and whole.value
        and part.value <= whole.value
    ]
    named = _named(material, row, counts)
    certain = named is not None and named[0] >= _CERTAIN
    for part, whole in pairs:
        if certain and named is not None and part is not named[1]:
            continue  # "Tỷ lệ hồ sơ đúng hạn" is not the share of those that were late
        if part.value is None or not whole.value:
            continue
        if _rounds(share_of(part.value, whole.value), share):
            return
    if named is None or any(_rounds(one, share) for one in _joint(counts)):
        return
    _, part, whole = named
    if part.value is None or not whole.value:
        return
    exact = share_of(part.value, whole.value)
    yield finding(
        "arithmetic",
        "error",
        f"{said(row)} nhưng {stated(part)}/{stated(whole)} = {number(exact)}%.",
        left=row,
        right=part,
    )


def _rounds(exact: Decimal, share: Decimal) -> bool:
    return exact == share or rounds_to(exact, share)


def _joint(counts: Sequence[Fact]) -> Iterator[Decimal]:
    """The shares of two parts together: "trước hạn" and "đúng hạn" of what was solved."""
    parts = [row for row in counts if dashed(row) and row.value is not None]
    for one, other in pairwise(parts):
        wholes = [row for row in counts if row.number < one.number and not dashed(row)]
        for whole in wholes[-1:]:
            if whole.value and one.value is not None and other.value is not None:
                yield share_of(one.value + other.value, whole.value)


def _named(
    material: Material, row: Fact, counts: Sequence[Fact]
) -> tuple[float, Fact, Fact] | None:
    """Numerator and denominator that the share's own name points at, and how surely, 0..1."""
    weight = material.lexicon.weight
    wholes = [one for one in counts if one.whole] or counts[:1]
    if not wholes:
        return None
    whole = wholes[0]
    best: tuple[float, Fact] | None = None
    for part in counts:
        if part is whole or not same_unit(part, whole) or not part.own:
            continue
        words = part.own | whole.own | (row.around & part.around)
        told = fsum(map(weight, row.own & words)) / (fsum(map(weight, row.own)) or 1)
        held = fsum(map(weight, part.own & row.own)) / (fsum(map(weight, part.own)) or 1)
        score = min(told, held)
        if score >= _SURE and (best is None or score > best[0]):
            best = (score, part)
    return (*best, whole) if best else None


_OVER = re.compile(r"\s*(?:[^\W\d]+[\s,]+){0,8}?[^\W\d]*\s*/\s*")


def _notes(material: Material) -> Iterator[Finding]:
    """A share whose note gives a numerator and a denominator."""
    rows = {(row.source.table, row.source.row): row for row in material.cells if _is_share(row)}
    notes: dict[int, list[Claim]] = {}
    for claim in material.claims:
        if claim.place.origin == "note" and claim.span.kind == "number":
            notes.setdefault(id(claim.place), []).append(claim)
    for claims in notes.values():
        row = rows.get((claims[0].source.table, claims[0].source.row))
        share = written(row) if row is not None else None
        if row is None or share is None:
            continue
        for part, whole in ratios(claims):
            exact = share_of(part, whole)
            if exact != share and not rounds_to(exact, share):
                yield Finding(
                    code="arithmetic",
                    severity="error",
                    message=f"{said(row)} nhưng ghi chú nêu {number(part)}/{number(whole)} = "
                    f"{number(exact)}%.",
                    left=row.source,
                    right=claims[0].source,
                )
            yield from _other_base(material, row, part, whole)


def ratios(claims: Sequence[Claim]) -> Iterator[tuple[Decimal, Decimal]]:
    """Numerators and denominators that a note gives: "8/9", "8 hồ sơ đúng hạn/9 hồ sơ"."""
    for claim in claims:
        if claim.span.of is not None and claim.span.value is not None:
            yield claim.span.value, claim.span.of
    for part, whole in pairwise(claims):
        between = part.place.text[part.span.end : whole.span.start]
        if part.value is not None and whole.value and _OVER.fullmatch(between):
            yield part.value, whole.value


def _other_base(material: Material, row: Fact, part: Decimal, whole: Decimal) -> Iterator[Finding]:
    """A share named after one count ("hồ sơ tiếp nhận") but divided by another."""
    counts = [one for one in material.groups.get(row.group or "", ()) if is_count(one)]
    divided = next((one for one in counts if one.value == whole), None)
    if divided is None:
        return
    for other in counts:
        distinct = other.own - divided.own
        if other.value in (part, whole) or not distinct or not distinct <= row.own:
            continue
        yield finding(
            "arithmetic",
            "info",
            f"{quoted(row.label)} tính trên {quoted(stated(divided))} ({where(divided.source)}), "
            f"không phải trên {said(other)}.",
            left=row,
            right=other,
        )


def _sentences(judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """A share right behind its part and whole in one sentence that does not follow from them."""
    for judged in judgements:
        claim = judged.claim
        if claim.place.origin != "prose" or claim.span.unit != "%" or not claim.borrowed:
            continue
        if judged.verdict == "derived" or claim.partner is None:
            continue
        pair = _written_out(claim.partner)
        if pair is None or claim.span.value is None or claim.change is not None:
            continue
        between = claim.place.text[claim.partner.span.end : claim.span.start]
        if claim.partner.span.of is None and not _MAKES.search(between):
            continue
        part, whole = pair
        exact = share_of(part, whole)
        if exact != claim.span.value and not rounds_to(exact, claim.span.value):
            yield Finding(
                code="arithmetic",
                severity="error",
                message=f"{quoted(claim.text)} không khớp với {number(part)}/{number(whole)} = "
                f"{number(exact)}% trong cùng câu.",
                left=claim.source,
                right=claim.partner.source,
            )


def _explained(judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """A share whose part and whole stand in brackets right behind it: "91,4% (912/998 hồ sơ)"."""
    for judged, behind in pairwise(judgements):
        one, other = judged.claim, behind.claim
        if one.place is not other.place or one.span.unit != "%" or one.change is not None:
            continue
        part, whole, value = other.span.value, other.span.of, one.span.value
        between = one.place.text[one.span.end : other.span.start]
        if part is None or not whole or value is None or not _OPENED.fullmatch(between):
            continue
        exact = share_of(part, whole)
        if exact != value and not rounds_to(exact, value):
            yield Finding(
                code="arithmetic",
                severity="error",
                message=f"{quoted(one.text)} không khớp với {number(part)}/{number(whole)} = "
                f"{number(exact)}% trong cùng câu.",
                left=one.source,
                right=other.source,
            )


def _written_out(claim: Claim) -> tuple[Decimal, Decimal] | None:
    if claim.span.of is not None and claim.span.value is not None:
        return claim.span.value, claim.span.of
    before = claim.partner
    while before is not None and (before.span.unit or _aside(before, claim)):
        before = before.partner  # "245 lượt (tăng 4,2%), trong đó 198 lượt, chiếm 80,7%"
    if before is None or before.value is None or claim.value is None:
        return None
    if claim.whole_of_partner and claim.value:
        return before.value, claim.value
    between = claim.place.text[before.span.end : claim.span.start]
    if _WITHIN.search(between) and same_measure(claim, before) and 0 < claim.value <= before.value:
        return claim.value, before.value
    return None


def _aside(before: Claim, claim: Claim) -> bool:
    """Whether a figure only tells of another time: "7.850 hồ sơ (quý II: 7.210 hồ sơ)"."""
    other_time = (before.period, before.part_of_year) != (claim.period, claim.part_of_year)
    return before.change is not None or before.role == "previous" or other_time


def same_measure(one: Claim, other: Claim) -> bool:
    """Whether two figures of a text are counts of one unit."""
    if one.measure is None or other.measure is None or one.span.unit or other.span.unit:
        return False
    return one.measure.group == other.measure.group
