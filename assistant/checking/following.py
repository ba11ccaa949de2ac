"""Figures that follow from the one before them in their sentence, or from two rows of a block.

"Có 27 hồ sơ, tăng 09 hồ sơ so với năm 2024": the change is that of the row which the figure before
it was found in, whatever words stand between. "Hoàn thành 30/32 nhiệm vụ, còn 02 nhiệm vụ": what is
left of the ratio. "Xử lý 02 kiến nghị còn lại": what two rows of one block leave.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.checking.arithmetic import in_points, is_share, rounds_to, share_of
from assistant.checking.model import Candidate, Claim, Fact, Judgement
from assistant.checking.thresholds import LIKELY
from assistant.checking.wording import at, number, quoted
from ingest.text.normal import match_key

_MOST, _WINDOW = 4, 90
_TENTH = Decimal("0.1")
_LEFT = re.compile(r"(?<!\w)còn(?:\s+lại)?\s*$", re.IGNORECASE)
_REST = re.compile(r"(?<!\w)(?:còn lại|chưa)(?!\w)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;](?=\s|$)|\n")
_YEAR = re.compile(r"so (?:với|cùng)(?: cùng kỳ)?(?: của)? năm\s+((?:19|20)\d\d)", re.IGNORECASE)
Judging = Callable[[Claim], Judgement]


class Twins:
    """Cells of one row at two times: of two columns, or of two annexes."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._rows: defaultdict[tuple[str, str | None], list[Fact]] = defaultdict(list)
        self._at: dict[int, Fact] = {}
        for fact in facts:
            if fact.origin == "cell" and fact.value is not None and not fact.coded:
                self._rows[(fact.key, fact.measure.group if fact.measure else None)].append(fact)
                self._at[id(fact.source)] = fact

    def cells(self, judged: Judgement) -> list[Fact]:
        """The cells that a figure was found in."""
        if judged.verdict not in ("match", "rounded"):
            return []
        return [fact for one in judged.evidence if (fact := self._at.get(id(one))) is not None]

    def planned(self, fact: Fact) -> list[Fact]:
        """The plan that stands beside a cell in its row."""
        return [
            one
            for one in self._rows[(fact.key, fact.measure.group if fact.measure else None)]
            if one.role == "plan"
            and fact.role != "plan"
            and one.period in (fact.period, None)
            and (one.source.document_id, one.source.table, one.source.row)
            == (fact.source.document_id, fact.source.table, fact.source.row)
        ]

    def earlier(self, fact: Fact, year: int | None) -> list[Fact]:
        """The same row a time before; of ``year`` where that is given."""
        alike = self._rows[(fact.key, fact.measure.group if fact.measure else None)]
        found = [
            one
            for one in alike
            if one is not fact and _before(one, fact) and (year is None or _ends(one) == year)
        ]
        same = [one for one in found if one.label == fact.label]
        return same or (found if len(found) == 1 else [])


class Neighbours:
    """Rows of one block, and rows of a section that stand beside each other, in one column."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._blocks: defaultdict[str, list[Fact]] = defaultdict(list)
        self._sections: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.origin == "cell":
                self._blocks[fact.group or ""].append(fact)
                self._sections[_column(fact)].append(fact)

    def of(self, fact: Fact) -> list[Fact]:
        """The other rows of the block of a row, and those right before and behind it."""
        block = self._blocks[fact.group or ""]
        rows = self._sections[_column(fact)]
        at = next((n for n, one in enumerate(rows) if one is fact), None)
        near = rows[max(0, at - 1) : at + 2] if at is not None else []
        return [*block, *(one for one in near if all(one is not known for known in block))]


def _column(fact: Fact) -> tuple[object, ...]:
    place = fact.source
    part = (fact.period, fact.part_of_year, fact.role)
    return (place.document_id, place.table, fact.headings, fact.subject, *part)


def change_of_partner(claim: Claim, judge: Judging, twins: Twins) -> Judgement | None:
    """A change that the figure before it went through; ``None`` unless it is exactly that one."""
    found = _gone_through(claim, judge, twins, _base_year(claim))
    if found is None:
        return None
    said, cells = found
    return Judgement(
        claim,
        "derived",
        f"{quoted(claim.text)} suy ra từ {said}.",
        evidence=tuple(fact.source for fact in cells),
    )


def change_of_other_year(claim: Claim, judge: Judging, twins: Twins) -> Judgement | None:
    """A change that is right, but against another year than the one it names."""
    year = _base_year(claim)
    found = _gone_through(claim, judge, twins, None) if year is not None else None
    if found is None or any(_ends(fact) == year for fact in found[1]):
        return None
    said, cells = found
    return Judgement(
        claim,
        "wrong_period",
        f"{quoted(claim.text)} so với năm {year} nhưng ở nguồn là {said}.",
        evidence=tuple(fact.source for fact in cells),
        severity="warning",
    )


def _base_year(claim: Claim) -> int | None:
    behind = _CLAUSE.split(claim.place.text[claim.span.end : claim.span.end + _WINDOW])[0]
    named = _YEAR.search(behind)
    return int(named[1]) if named else None


def _gone_through(
    claim: Claim, judge: Judging, twins: Twins, year: int | None
) -> tuple[str, tuple[Fact, ...]] | None:
    """The values that a change lies between, and their cells; against ``year`` if given."""
    written = claim.span.value
    if claim.change is None or written is None:
        return None
    chain = [one for one in _partners(claim) if one.change is None and one.role != "plan"]
    for now, before, cells in _steps(claim, chain, judge, twins, year):
        if (now - before) * (1 if claim.change == "tăng" else -1) <= 0:
            continue
        if _amounts_to(claim, written, now, before):
            return f"{number(now)} so với {number(before)} ({'; '.join(map(at, cells))})", cells
    return None


def _partners(claim: Claim) -> Iterator[Claim]:
    one, steps = claim.partner, 0
    while one is not None and steps < _MOST:
        yield one
        one, steps = one.partner, steps + 1


def _steps(
    claim: Claim, chain: Sequence[Claim], judge: Judging, twins: Twins, year: int | None
) -> Iterator[tuple[Decimal, Decimal, tuple[Fact, ...]]]:
    """The value now and before, of the row of the nearest figure that may have changed so."""
    if not in_points(claim):
        counts = [one for one in chain if is_share(claim) or not is_share(one)]
        for one in counts[:1]:
            for fact in twins.cells(judge(one))[:1]:
                for other in twins.earlier(fact, year):
                    if fact.value is not None and other.value is not None:
                        yield fact.value, other.value, (fact, other)
        return
    for one in chain[:1]:
        for fact in twins.cells(judge(one)) if is_share(one) else ():
            for other in twins.earlier(fact, year):
                if fact.value is not None and other.value is not None:
                    yield fact.value, other.value, (fact, other)
    for part, whole in _divided(chain, judge, twins):
        for first in twins.earlier(part, year):
            for second in twins.earlier(whole, year):
                if part.value is None or first.value is None or not (whole.value and second.value):
                    continue
                if first.source.document_id != second.source.document_id:
                    continue
                now, before = share_of(part.value, whole.value), share_of(first.value, second.value)
                yield now, before, (part, whole, first, second)
        return


def _divided(chain: Sequence[Claim], judge: Judging, twins: Twins) -> Iterator[tuple[Fact, Fact]]:
    """Part and whole that the figures before a change state."""
    single: list[Fact] = []
    for one in chain:
        if is_share(one):
            continue
        cells = twins.cells(judge(one))
        if one.span.of is not None:
            if len(cells) > 1:
                yield cells[0], cells[1]
            return
        single += cells[:1]
    if len(single) > 1:
        low, high = sorted(single[:2], key=lambda fact: fact.value or Decimal(0))
        yield low, high


def _amounts_to(claim: Claim, written: Decimal, now: Decimal, before: Decimal) -> bool:
    gap = abs(now - before)
    if in_points(claim):
        rounded = abs(_tenths(now) - _tenths(before))
        return written in (gap, rounded) or rounds_to(gap, written)
    if is_share(claim):
        return bool(before) and rounds_to(share_of(gap, abs(before)), written)
    return gap == claim.value


def _tenths(value: Decimal) -> Decimal:
    return value.quantize(_TENTH, ROUND_HALF_UP)


def _ends(fact: Fact) -> int | None:
    return fact.period.to if fact.period is not None else None


def _before(one: Fact, now: Fact) -> bool:
    if one.role == "plan" or now.role == "plan":
        return False
    mine, theirs = _ends(one), _ends(now)
    if mine is not None and theirs is not None and mine != theirs:
        return mine < theirs
    return one.role == "previous" and now.role != "previous"


def rest_of_ratio(claim: Claim, sentence: Sequence[Claim]) -> Judgement | None:
    """What a ratio of the same sentence leaves: "30/32 nhiệm vụ, đạt 93,8 %, còn 02 nhiệm vụ"."""
    if claim.value is None or not _LEFT.search(claim.place.text[: claim.span.start]):
        return None
    for one in sorted(sentence, key=lambda one: -one.span.start):
        if one.span.end > claim.span.start or one.span.of is None or one.span.value is None:
            continue
        if one.span.of - one.span.value != claim.span.value or not _alike(one, claim):
            return None
        said = f"{number(one.span.of)} - {number(one.span.value)} = {number(claim.value)}"
        return Judgement(claim, "derived", f"{quoted(claim.text)} suy ra từ câu văn: {said}.")
    return None


def rest_of_rows(
    claim: Claim, candidates: Sequence[Candidate], beside: Neighbours
) -> Judgement | None:
    """What two rows beside each other leave: "tiếp tục xử lý 02 kiến nghị còn lại"."""
    text = claim.place.text
    behind = _CLAUSE.split(text[claim.span.end : claim.span.end + _WINDOW])[0]
    if claim.value is None or not (_REST.search(behind) or _LEFT.search(text[: claim.span.start])):
        return None
    for one in candidates:
        if one.fit < LIKELY * 0.4 or one.fact.origin != "cell" or one.units == "different":
            continue
        for whole, part in _pairs(one.fact, beside.of(one.fact)):
            if whole.value is None or part.value is None:
                continue
            if whole.value - part.value == claim.value:
                said = f"{number(whole.value)} - {number(part.value)} = {number(claim.value)}"
                return Judgement(
                    claim,
                    "derived",
                    f"{quoted(claim.text)} suy ra từ {said} ({at(whole)}; {at(part)}).",
                    evidence=(whole.source, part.source),
                )
    return None


def _pairs(fact: Fact, rows: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    group = fact.measure.group if fact.measure else None
    for row in rows:
        if row is fact or row.coded or row.value is None or row.subject != fact.subject:
            continue
        if (row.measure.group if row.measure else None) != group:
            continue
        yield (fact, row) if row.number > fact.number else (row, fact)


def _alike(one: Claim, other: Claim) -> bool:
    if one.measure is None or other.measure is None:
        return True
    return one.measure.group == other.measure.group or not (
        one.measure.known and other.measure.known
    )


def in_name(claim: Claim, names: Iterable[str]) -> str | None:
    """The indicator whose name holds the figure with the words around it.

    "đề xuất cắt giảm ít nhất 30% chi phí tuân thủ": the figure belongs to what is counted.
    """
    text = claim.place.text
    before = match_key(text[max(0, claim.span.start - 60) : claim.span.start]).split()[-3:]
    behind = match_key(text[claim.span.end : claim.span.end + 60]).split()[:2]
    if len(before) < 3:
        return None
    own = match_key(text[claim.span.start : claim.span.end])
    wanted = f" {_bare(' '.join([*before, own, *behind]))} "
    short = f" {_bare(' '.join([*before, own]))} "
    ends = (short, f" {_bare(' '.join([*before, own, *behind[:1]]))} ")
    for name in names:
        key = f" {_bare(name)} "
        if (wanted if behind else short) in key or key.endswith(ends):
            return name
    return None


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w%/]+", " ", re.sub(r"\s+%", "%", text)).split())
