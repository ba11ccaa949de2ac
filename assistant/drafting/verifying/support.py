"""Whether a slot's own evidence yields what it prints, reckoned anew from the quoted cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from assistant.drafting.model import Slot
from assistant.language.facts import Fact
from assistant.language.figures import plain, read_facts
from assistant.language.shapes import decimal_key
from ingest.model import Source
from ingest.text.normal import match_key

_MEASURED = ("number", "percent", "point")
_MOST_EVIDENCE = 24
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


def unsupported(slot: Slot, known: frozenset[tuple[str, str]]) -> str | None:
    """Why a slot cannot be what it prints, as a Vietnamese clause; ``None`` where it can.

    ``known`` are the facts that the sources state anywhere; a period or a document without
    evidence of its own must be among them.
    """
    facts = read_facts(slot.text)
    if slot.kind in ("document", "date", "deadline", "period", "phrase"):
        stated = known | facts_of(source.quote for source in _all(slot.evidence))
        digits = [one for one in facts if (one.kind, one.key) not in stated]
        if any(not _within(one, slot.evidence) for one in digits):
            return "không có trong nguồn"
        return None
    if slot.value is None and slot.kind == "ratio":
        return None if _both_stand(slot) else "không có trong nguồn"
    if slot.value is None:
        return None if not facts else "không có giá trị để đối chiếu"
    if not _reads_as(slot, facts):
        return f"chữ in ra không đọc thành giá trị {decimal_key(slot.value)}"
    if slot.unit and not _unit_stands(slot):
        return f"thiếu đơn vị “{slot.unit}”"
    return None if _follows(slot) else "không tính lại được từ các ô làm căn cứ"


def facts_of(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Kind and key of everything that texts state."""
    return frozenset((one.kind, one.key) for text in texts for one in read_facts(text))


def _reads_as(slot: Slot, facts: Sequence[Fact]) -> bool:
    """Whether the printed text opens with the slot's value, negative differences without sign."""
    if slot.value is None or not facts:
        return False
    first = facts[0]
    if first.kind == "pair":
        return decimal_key(slot.value) in (first.key, *first.key.split("/")) or _is_share(
            slot.value, first.key
        )
    if first.kind not in _MEASURED:
        return False
    # "9.120 triệu đồng" reads as a number of đồng; its value is one of "triệu đồng".
    scale = _SCALES.get(match_key(slot.unit or "").partition(" ")[0], 1)
    return Decimal(first.key) in (abs(slot.value), slot.value, abs(slot.value) * scale)


def _is_share(value: Decimal, key: str) -> bool:
    part, whole = map(Decimal, key.split("/"))
    return bool(whole) and value in (part / whole, part / whole * 100)


def _unit_stands(slot: Slot) -> bool:
    said, unit = match_key(slot.text), match_key(slot.unit or "")
    return unit in said or unit.rstrip("s") in said or (unit == "phần trăm" and "%" in said)


def _follows(slot: Slot) -> bool:
    """Whether the cells of the evidence state the value or yield it by one step of arithmetic."""
    if slot.value is None:
        return False
    cells = [_numbers(source) for source in slot.evidence[:_MOST_EVIDENCE]]
    stated = {value for cell in cells for value in cell}
    target = abs(slot.value)
    if slot.kind == "count":
        return target in (len(slot.evidence), len({_place(one) for one in slot.evidence})) or (
            target in stated
        )
    if slot.kind in ("value", "target"):
        return any(_same(target, one, slot) for one in stated)
    if slot.kind == "ratio":
        return _both_stand(slot)
    exact = set(_derived(cells)) | stated
    return any(_rounds(one, target) for one in exact)


def _both_stand(slot: Slot) -> bool:
    """Whether part and whole of a ratio stand in its evidence."""
    stated = {value for source in slot.evidence for value in _numbers(source)}
    pair = [
        Decimal(part)
        for fact in read_facts(slot.text)
        if fact.kind == "pair"
        for part in fact.key.split("/")
    ]
    return bool(pair) and all(part in stated for part in pair)


def _derived(cells: Sequence[frozenset[Decimal]]) -> Iterator[Decimal]:
    """Shares, differences, changes and sums of two or more cells."""
    for one, other in permutations(cells, 2):
        for left in one:
            for right in other:
                yield abs(left - right)
                if right:
                    yield left * 100 / right
                    yield abs(left - right) * 100 / right
    if len(cells) > 2 and all(len(cell) == 1 for cell in cells):
        values = [next(iter(cell)) for cell in cells]
        yield sum(values, Decimal(0))
        yield from _shares_apart(values)


def _shares_apart(values: Sequence[Decimal]) -> Iterator[Decimal]:
    """Two shares worked out and held against each other: a/b and c/d in percentage points."""
    if len(values) in (3, 4):
        for order in permutations(values):
            if order[1]:
                first = order[0] * 100 / order[1]
                if len(order) == 3:
                    yield abs(first - order[2])
                elif order[3]:
                    second = order[2] * 100 / order[3]
                    yield abs(first - second)
                    yield abs(round(first, 1) - round(second, 1))


def _same(target: Decimal, stated: Decimal, slot: Slot) -> bool:
    # A spreadsheet may store 0.999 where it shows 99,9 %.
    return target == abs(stated) or (slot.unit == "%" and target == abs(stated) * 100)


def _rounds(exact: Decimal, target: Decimal) -> bool:
    """Whether ``target`` is ``exact`` to the digits it has, cut or rounded."""
    exponent = target.as_tuple().exponent
    step = Decimal(1).scaleb(int(exponent) if isinstance(exponent, int) else 0)
    return abs(exact - target) < step if exact != target else True


def _numbers(source: Source) -> frozenset[Decimal]:
    found = set()
    for one in _all((source,)):
        for fact in read_facts(one.quote):
            if fact.kind in _MEASURED:
                found.add(Decimal(fact.key))
            elif fact.kind == "pair":
                found |= {Decimal(part) for part in fact.key.split("/")}
    return frozenset(found)


def _all(sources: Iterable[Source]) -> Iterator[Source]:
    for source in sources:
        yield source
        yield from _all(source.parts)


def _within(fact: Fact, evidence: Iterable[Source]) -> bool:
    key = match_key(plain(fact.text))
    return any(key in match_key(plain(one.quote)) for one in _all(evidence))


def _place(source: Source) -> tuple[object, ...]:
    return (source.document_id, source.page, source.table, source.row, source.quote)
