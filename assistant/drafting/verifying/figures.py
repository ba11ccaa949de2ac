"""The figures of a section as shown: each slot with its source and the verdict that stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Check, Figure, Verdict
from assistant.drafting.model import Slot
from assistant.drafting.verifying.expected import Line, Promise
from assistant.drafting.verifying.model import SlotError
from assistant.language.figures import plain
from ingest.text.normal import match_key

_BAD: frozenset[Verdict] = frozenset({"contradicted", "wrong_role", "wrong_unit", "wrong_period"})
_NOT_CLAIMS = ("document", "date", "deadline", "period", "phrase")
_DERIVED = ("share", "difference", "count")


def section_figures(
    lines: Sequence[Line], check: Check, errors: Sequence[SlotError]
) -> dict[str, tuple[Figure, ...]]:
    """Section key -> its figures in order.

    A slot is what its evidence says, unless an error of slots or the check of the file stands
    against it. A figure that a person typed has the verdict of the check.
    """
    faults = {one.slot: one.message for one in errors if one.slot is not None}
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    reads = _reads(check)
    for line in lines:
        if line.section is None or line.heading or not line.promises:
            continue
        whole = match_key(plain(line.text))
        here = [one for one in reads if one.stands in whole or whole in one.stands]
        for promise in line.promises:
            judged = _judged(promise, here)
            slot = promise.slot
            if slot is None:
                found[line.section].append(judged or _typed(promise))
            elif slot.id in faults:
                found[line.section].append(_figure(slot, "contradicted", faults[slot.id], judged))
            elif judged is not None and judged.verdict in _BAD:
                found[line.section].append(
                    _figure(slot, judged.verdict, judged.explanation, judged)
                )
            else:
                found[line.section].append(_figure(slot, _verdict(slot), _said(slot), judged))
    return {key: tuple(figures) for key, figures in found.items()}


@dataclass(frozen=True, slots=True)
class _Read:
    """A figure that the check read, with its text and its sentence in normal form."""

    figure: Figure
    said: str
    stands: str


def _reads(check: Check) -> list[_Read]:
    return [
        _Read(one, match_key(plain(one.text)), match_key(plain(one.source.quote)))
        for one in check.figures
        if one.source is not None and one.source.table is None and one.text.strip()
    ]


def _judged(promise: Promise, reads: Sequence[_Read]) -> Figure | None:
    """What the check says of the figure, where it read the same one in the same line."""
    text = match_key(plain(promise.text))
    for one in reads:
        if one.said in text or text in one.said:
            return one.figure
    return None


def _figure(slot: Slot, verdict: Verdict, said: str | None, judged: Figure | None) -> Figure:
    return Figure(
        text=slot.text,
        value=format(slot.value, "f") if slot.value is not None else None,
        unit=slot.unit,
        role=slot.role,
        subject=slot.subject,
        indicator=slot.indicator,
        period=slot.period,
        verdict=verdict,
        source=judged.source if judged is not None else None,
        evidence=slot.evidence,
        explanation=said,
    )


def _typed(promise: Promise) -> Figure:
    return Figure(
        text=promise.text,
        verdict="unsourced",
        explanation=f"“{promise.text}” do người soạn nhập, chưa tìm thấy nguồn.",
    )


def _verdict(slot: Slot) -> Verdict:
    if slot.kind in _NOT_CLAIMS:
        return "not_a_claim"
    return "derived" if slot.formula or slot.kind in _DERIVED else "match"


def _said(slot: Slot) -> str:
    if slot.kind in _NOT_CLAIMS:
        return f"“{slot.text}” được chép nguyên văn, không phải số liệu."
    if slot.formula:
        return f"“{slot.text}” suy ra từ {slot.formula}."
    return f"“{slot.text}” lấy đúng từ ô làm căn cứ."
