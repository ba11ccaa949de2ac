"""A share that stands in a row beside the plan and the result that it is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.answer import Finding
from assistant.checking.arithmetic import rounds_to, share_of
from assistant.checking.facts import Material
from assistant.checking.model import Fact, Judgement
from assistant.checking.rules.rows import finding, is_count, said, same_unit
from assistant.checking.rules.shares import written
from assistant.checking.wording import number, stated
from assistant.checking.words import holds
from ingest.text.normal import match_key
from ingest.vocabulary import load

Pair = tuple[Fact, Fact]


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Shares of a wide table that do not follow from their row."""
    del judgements
    for share, pairs in shares(material):
        value = written(share)
        if value is None or any(follows(pair, share) for pair in pairs):
            continue
        part, whole = pairs[0]
        if part.value is None or not whole.value:
            continue
        exact = number(share_of(part.value, whole.value))
        yield finding(
            "arithmetic",
            "error" if len(pairs) == 1 else "warning",
            f"{said(share)} nhưng {stated(part)}/{stated(whole)} = {exact}%.",
            left=share,
            right=part,
        )


def shares(material: Material) -> Iterator[tuple[Fact, list[Pair]]]:
    """Each share with what it may be made of: the result over the plan or over last year's."""
    rows: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for cell in material.cells:
        rows[(cell.source.table, cell.source.row, cell.subject, cell.key)].append(cell)
    for row in rows.values():
        results = [one for one in row if is_count(one) and one.role in ("actual", "total")]
        bases = [one for one in row if is_count(one) and one.role in ("plan", "previous")]
        pairs = [(a, b) for a in results for b in bases if b.value and same_unit(a, b)]
        for one in row:
            if one.measure is not None and one.measure.group == "%" and one.value and pairs:
                yield one, pairs


def follows(pair: Pair, share: Fact) -> bool:
    """Whether a share, or a change in per cent, follows from a result and its base."""
    part, whole = pair
    value = written(share)
    if value is None or part.value is None or not whole.value:
        return False
    exact = share_of(part.value, whole.value)
    named = match_key(f"{share.label} {share.source.column or ''}")
    grown = whole.role == "previous" or holds(named, load("checking_words")["grown"])
    meant = (exact, exact - 100, 100 - exact) if grown else (exact,)
    return any(found == value or rounds_to(found, value) for found in meant)
