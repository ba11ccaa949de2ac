"""Cells that follow from other cells, notes or lists: totals, shares, lengths, as formulas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from math import fsum

from assistant.checking.arithmetic import rounds_to, share_of
from assistant.checking.facts import Material
from assistant.checking.model import Claim, Fact
from assistant.checking.rules.listed import additions, length_of
from assistant.checking.rules.rows import blocks, is_count, same_unit, total_of
from assistant.checking.rules.shares import ratios, written
from assistant.checking.wording import number, quoted, stated

Computed = dict[int, tuple[str, tuple[Fact, ...]]]
"""Number of a fact -> the sentence with its formula, and the facts that the formula uses."""
_LEAST_SUM = 10
_WORDED_ALIKE = 0.2


def computed_cells(material: Material) -> Computed:
    """Every value cell of the checked document that a formula confirms."""
    notes: defaultdict[tuple[int | None, int | None], list[Claim]] = defaultdict(list)
    for claim in material.claims:
        if claim.place.origin == "note" and claim.span.kind == "number":
            notes[(claim.source.table, claim.source.row)].append(claim)
    found: Computed = {}
    for rows in blocks(material):
        _totals(rows, notes, found)
        _shares(rows, notes, found)
    _lists(material, found)
    _sums(material, found)
    return found


_Notes = defaultdict[tuple[int | None, int | None], list[Claim]]


def _totals(rows: Sequence[Fact], notes: _Notes, found: Computed) -> None:
    for total, parts in total_of(rows):
        values = [part.value for part in parts if part.value is not None]
        extra = [claim.value for claim in notes[(total.source.table, total.source.row)]]
        for last in range(2, len(values) + 1):
            for more in (Decimal(0), *(value for value in extra if value is not None)):
                if sum(values[:last]) + more != total.value:
                    continue
                terms = " + ".join(stated(part) for part in parts[:last])
                noted = f" + {number(more)} (ghi chú)" if more else ""
                said = f"{quoted(stated(total))} suy ra từ {terms}{noted}."
                found.setdefault(total.number, (said, tuple(parts[:last])))


def _shares(rows: Sequence[Fact], notes: _Notes, found: Computed) -> None:
    counts = [row for row in rows if is_count(row)]
    for row in rows:
        share = written(row) if row.measure is not None and row.measure.group == "%" else None
        if share is None or row.value is None:
            continue
        for whole in counts:
            for part in counts:
                if part is whole or not same_unit(part, whole) or not whole.value:
                    continue
                if part.value is not None and _is(share_of(part.value, whole.value), share):
                    said = f"{quoted(stated(row))} suy ra từ {stated(part)} / {stated(whole)}."
                    found.setdefault(row.number, (said, (part, whole)))
        for over, under in ratios(notes[(row.source.table, row.source.row)]):
            if _is(share_of(over, under), share):
                said = f"{quoted(stated(row))} suy ra từ ghi chú: {number(over)}/{number(under)}."
                found.setdefault(row.number, (said, ()))


def _is(exact: Decimal, share: Decimal) -> bool:
    return exact == share or rounds_to(exact, share)


def _lists(material: Material, found: Computed) -> None:
    rows = {(one.source.table, one.source.row): one.note for one in material.reading.indicators}
    for cell in material.cells:
        note = rows.get((cell.source.table, cell.source.row))
        length = length_of(note) if note else None
        if length is None or cell.value is None or not is_count(cell):
            continue
        rest = cell.value - length
        if rest in additions(note or ""):
            more = f" và thêm {number(rest)}" if rest else ""
            said = f"{quoted(stated(cell))} đúng bằng {length} mục liệt kê trong ghi chú{more}."
            found.setdefault(cell.number, (said, ()))


def _sums(material: Material, found: Computed) -> None:
    """A count that is the sum of two rows of its unit elsewhere that are worded alike."""
    counts = [row for row in material.cells if is_count(row) and row.value and row.own]
    by_sum: defaultdict[tuple[str, Decimal], list[tuple[Fact, Fact]]] = defaultdict(list)
    last: dict[str, list[Fact]] = {}
    for row in counts:
        if row.measure is not None:
            last.setdefault(row.measure.group, []).append(row)
    for unit, rows in last.items():
        for one, other in combinations(rows[:60], 2):
            if one.value is None or other.value is None or not _alike(material, one, other):
                continue
            by_sum[(unit, one.value + other.value)].append((one, other))
    for row in counts:
        if row.number in found or row.measure is None or row.value is None:
            continue
        if row.value < _LEAST_SUM:
            continue
        for one, other in by_sum.get((row.measure.group, row.value), ()):
            words = {term for term in row.own if "_" not in term}
            if words & (one.own | one.around) and words & (other.own | other.around):
                said = (
                    f"{quoted(stated(row))} bằng tổng {stated(one)} ({quoted(one.label)}) và "
                    f"{stated(other)} ({quoted(other.label)})."
                )
                found.setdefault(row.number, (said, (one, other)))


def _alike(material: Material, one: Fact, other: Fact) -> bool:
    weight = material.lexicon.weight
    shared = fsum(map(weight, one.own & other.own))
    least = min(fsum(map(weight, one.own)), fsum(map(weight, other.own)))
    return least > 0 and shared / least >= _WORDED_ALIKE
