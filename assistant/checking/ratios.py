"""Ratios: whether the whole that a text gives is the whole of the part that it states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.checking.comparing import against, agreement, counts_alike, scale_of
from assistant.checking.following import Neighbours
from assistant.checking.model import Candidate, Claim, Fact, Judgement
from assistant.checking.thresholds import LIKELY, MARGIN
from assistant.checking.wording import at, number, quoted, shown

_NEAR = 2
"""How many rows apart a part and its whole stand at most."""


class Wholes:
    """What the parts of the sources are parts of."""

    def __init__(
        self, usable: Iterable[Fact], groups: Mapping[str, Sequence[Fact]], beside: Neighbours
    ) -> None:
        self._groups = groups
        self._beside = beside
        self._rows: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
        self._tables: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
        for fact in usable:
            if fact.origin == "cell":
                self._rows[_row_of(fact)].append(fact)
                self._tables[(fact.source.document_id, fact.source.table)].append(fact)

    def of_partner(self, claim: Claim, judged: Fact | None) -> Judgement | None:
        """The whole of a share written out: the whole of the block that the part was found in."""
        if judged is None or judged.group is None or claim.value is None:
            return None
        block = [
            row
            for row in self._groups.get(judged.group, ())
            if row.value is not None and not row.coded and row is not judged
        ]
        rows = [row for row in block if counts_alike(row, judged)]
        table = self._tables[(judged.source.document_id, judged.source.table)]
        others = [row for row in table if row is not judged and counts_alike(row, judged)]
        same = next((row for row in (*rows, *others) if row.value == claim.value), None)
        if same is not None:
            said = f"{quoted(claim.text)} khớp với {quoted(same.label)}: {at(same)}."
            return Judgement(claim, "match", said, evidence=(same.source,), against=same)
        other = next((row for row in block if row.whole and row.value == claim.value), None)
        if other is not None:
            said = (
                f"{quoted(shown(claim))} trùng số với {quoted(other.label)} nhưng đơn vị ở nguồn "
                f"là {at(other)}."
            )
            return against(claim, "wrong_unit", said, other)
        whole = next((row for row in rows if row.whole), None)
        if whole is None:
            return None
        said = f"{quoted(shown(claim))} khác {quoted(whole.label)}: {at(whole)}."
        return against(claim, "contradicted", said, whole)

    def part_and_whole(self, claim: Claim, fitting: Sequence[Candidate]) -> Judgement | None:
        """A ratio worded like its whole: both stand in one block, or beside each other."""
        if claim.span.of is None or claim.measure is None:
            return None
        of = claim.span.of * claim.measure.scale
        for one in fitting:
            if one.fit < LIKELY * 0.75 or agreement(claim, one.fact) != "match":
                continue
            for row in self._beside.of(one.fact):
                if row is not one.fact and row.value == of and counts_alike(row, one.fact):
                    said = (
                        f"{quoted(claim.text)} khớp với {quoted(one.fact.label)}: {at(one.fact)}."
                    )
                    sources = (one.fact.source, row.source)
                    return Judgement(claim, "match", said, evidence=sources, against=one.fact)
        return None

    def of_part(
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
            if row.value is not None
            and row is not part
            and counts_alike(row, part)
            and (row.role == "plan" or row.period == part.period)
        ]
        rows = [
            row
            for row in self._groups.get(part.group, ())
            if row.value is not None
            and not row.coded
            and row is not part
            and counts_alike(row, part)
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
            return self._around(claim, part, of, written)
        return _other_whole(claim, wholes[0], written)

    def _around(
        self, claim: Claim, part: Fact, of: Decimal, written: Decimal
    ) -> Fact | Judgement | None:
        """A whole among the other rows of the table; a doubt where only another one is near."""
        rows = [
            row
            for row in self._tables[(part.source.document_id, part.source.table)]
            if row is not part and row.value is not None and counts_alike(row, part)
        ]
        time = (part.period, part.part_of_year)
        now = (row for row in rows if (row.period, row.part_of_year) == time)
        same = next((row for row in now if row.value == of), None)
        if same is not None or part.measure is None or part.value is None:
            return same
        near = [
            row
            for row in rows
            if _apart(row, part) <= _NEAR
            and (row.value or 0) >= part.value
            and row.period == part.period
            and row.part_of_year == part.part_of_year
            and row.subject == part.subject
            and row.role not in ("plan", "previous")
        ]
        if not near:
            return None
        closest = min(near, key=lambda row: (_apart(row, part), row.number))
        said = (
            f"{quoted(claim.text)}: mẫu số {number(written)} không có trong nguồn; gần nhất là "
            f"{quoted(closest.label)}: {at(closest)}."
        )
        return replace(against(claim, "ambiguous", said, closest), severity="warning")


def _apart(one: Fact, other: Fact) -> int:
    return abs((one.source.row or 0) - (other.source.row or 0))


def _other_whole(claim: Claim, whole: Fact, written: Decimal) -> Judgement:
    """A ratio whose denominator is not that of the source."""
    said = (
        f"{quoted(claim.text)}: mẫu số {number(written)} không khớp với {quoted(whole.label)} là "
        f"{at(whole)}."
    )
    return against(claim, "contradicted", said, whole)


def _denominator(fact: Fact) -> Decimal | None:
    return fact.of * scale_of(fact) if fact.of is not None else None


def _row_of(fact: Fact) -> tuple[object, ...]:
    """The row of a table that a cell stands in; of one subject where a row has several."""
    return (fact.source.document_id, fact.source.table, fact.source.row, fact.subject, fact.key)
