"""A quarter, half-year or year against its months or quarters: columns of one row over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Fact, Judgement
from assistant.checking.rules.rows import annexed, finding, is_count, said
from assistant.checking.rules.totals import nearly
from assistant.checking.timing import DIVISIONS, part_of_year
from assistant.checking.wording import number
from assistant.checking.words import holds
from ingest.text.normal import match_key
from ingest.vocabulary import load

_FAR = Decimal("0.25")
_HALF = Decimal("0.5")
_ROLES = ("actual", "total", "unknown", "previous")
_Division = tuple[Fact, list[Fact]]


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Columns of a longer time that those of its parts nearly, but not quite, add up to.

    What is only counted at a day (how many there are) does not add up by far, and is left alone;
    rows of one table that do add up make one that does not doubtful at a greater distance.
    """
    del judgements
    tables: defaultdict[tuple[object, ...], list[_Division]] = defaultdict(list)
    for row in _rows(material):
        for division in _divided(row):
            place = division[0].source
            tables[(place.document_id, place.table)].append(division)
    for divisions in tables.values():
        kept = any(_sum(parts) == whole.value != 0 for whole, parts in divisions)
        for whole, parts in divisions:
            yield from _finding(whole, parts, kept=kept)


def _rows(material: Material) -> Iterator[dict[str | None, Fact]]:
    rows: defaultdict[tuple[object, ...], dict[str | None, Fact]] = defaultdict(dict)
    for fact in material.facts:
        if fact.origin != "cell" or fact.role not in _ROLES or not is_count(fact):
            continue
        if not (fact.home or annexed(material, fact)) or _averaged(fact):
            continue
        place, group = fact.source, fact.measure.group if fact.measure else None
        row = (place.document_id, place.table, place.row, fact.subject, group, fact.period)
        rows[(*row, _name(fact))].setdefault(fact.part_of_year, fact)
    yield from rows.values()


def _name(fact: Fact) -> str:
    """What a cell counts: its name without the time that its heading adds to it."""
    if fact.subject is None:
        return fact.key
    whole = load("checking_words")["whole_times"]
    parts = match_key(fact.label.partition(" – ")[0]).split(" / ")
    return " / ".join(p for p in parts if not part_of_year(p) and holds(p, whole) is None)


def _averaged(fact: Fact) -> bool:
    return holds(fact.label, load("checking_words")["averages"]) is not None


def _divided(row: dict[str | None, Fact]) -> Iterator[_Division]:
    for part, whole in row.items():
        for division in DIVISIONS.get(part, ()):
            if all(one in row for one in division):
                yield whole, [row[one] for one in division]
                break


def _sum(parts: Sequence[Fact]) -> Decimal:
    return sum((part.value for part in parts if part.value is not None), Decimal(0))


def _finding(whole: Fact, parts: Sequence[Fact], *, kept: bool) -> Iterator[Finding]:
    added, value = _sum(parts), whole.value
    if value is None or abs(added - value) <= _rounding([whole, *parts]):
        return
    if not nearly(added, value) and not (kept and abs(added - value) <= _FAR * max(added, value)):
        return
    scale = whole.measure.scale if whole.measure is not None else Decimal(1)
    terms = " + ".join(number((part.value or Decimal(0)) / scale) for part in parts)
    yield finding(
        "arithmetic",
        "error",
        f"{said(whole)} nhưng các kỳ trong đó {terms} = {number(added / scale)}.",
        left=whole,
        right=parts[0],
    )


def _rounding(facts: Sequence[Fact]) -> Decimal:
    """How far a sum of rounded figures may lie off: half a last digit each."""
    scale = facts[0].measure.scale if facts[0].measure is not None else Decimal(1)
    digits = max(
        (
            -int((fact.value / scale).normalize().as_tuple().exponent)
            for fact in facts
            if fact.value
        ),
        default=0,
    )
    return scale * _HALF * len(facts) * Decimal(10) ** -digits if digits > 0 else Decimal(0)
