"""What every composition has to hold, whatever it was made from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from decimal import Decimal

from assistant.drafting.composing.compose import compose
from assistant.drafting.material import prepare
from assistant.drafting.model import MARK, Composition, Sentence
from ingest.model import Reading
from ingest.text.normal import match_key
from ingest.text.numbers import parse_number
from prompts.outline import load_outline


def drafted(
    annex: Reading | None,
    *,
    year: int = 2031,
    plans: tuple[Reading, ...] = (),
    previous: Reading | None = None,
    kind: str = "annual-report",
    quarter: int | None = None,
    only: tuple[str, ...] = (),
) -> Composition:
    """The composition of these sources."""
    ids: dict[str, str] = {}
    material = prepare(annex, year=year, plans=plans, previous=previous, quarter=quarter)
    return compose(
        load_outline(kind),
        material,
        number=lambda key: ids.setdefault(key, f"F{len(ids) + 1}"),
        only=only,
    )


def sentences(made: Composition) -> Iterable[Sentence]:
    """All sentences in reading order."""
    yield made.subject
    for paragraph in made.opening:
        yield from paragraph.sentences
    for section in made.sections:
        yield from section.sentences()
    for paragraph in made.closing:
        yield from paragraph.sentences


def text(made: Composition, key: str | None = None) -> str:
    """The report as printed, or one section of it."""
    return "\n".join(
        sentence.filled(made.slots)
        for section in made.sections
        if key is None or section.key == key
        for sentence in section.sentences()
    )


_ROUGH = re.compile(
    r"\b(đã đã|có có|số số|đạt đạt|của của|được được|là là|và và|về về|không không|sở sở)\b"
    r"| ,| ;| \.|,,|;;|\(\s|\s\)|\(\)|[{}]|None|  |, và ,|;\.|,\.",
    re.IGNORECASE,
)


def faults(made: Composition, annex: Reading | None = None) -> list[str]:
    """What breaks a promise of composing; empty where nothing does.

    With ``annex``, every record of it has to be accounted for.
    """
    rows = annex.indicators if annex is not None else ()
    records = [one.id for one in rows if one.value_text is not None or one.unit]
    codes = {one.id for one in rows if one.unit and "=" in one.unit}
    return [
        *_templates(made),
        *_openings(made),
        *_slots(made),
        *_language(made),
        *_ledger(made, records, codes),
    ]


def _templates(made: Composition) -> Iterable[str]:
    for sentence in sentences(made):
        bare = MARK.sub("", sentence.template)
        if any(char.isdigit() for char in bare):
            yield f"digit outside a mark: {sentence.template}"
        for mark in sentence.marks():
            if mark not in made.slots:
                yield f"no slot {mark}: {sentence.template}"
        if re.search(r":\s*\{F", sentence.template):
            yield f"name and number: {sentence.template}"


def _openings(made: Composition) -> Iterable[str]:
    counted = Counter(
        " ".join(match_key(sentence.filled(made.slots)).replace(",", " ").split()[:3])
        for section in made.sections
        for sentence in section.sentences()
    )
    for opening, times in counted.items():
        if times > 2:
            yield f"opening {opening!r} {times} times"


def _slots(made: Composition) -> Iterable[str]:
    named = {mark for sentence in sentences(made) for mark in sentence.marks()}
    for key, slot in made.slots.items():
        if key not in named:
            yield f"slot of no sentence: {slot}"
        if key != slot.id:
            yield f"slot under another id: {slot}"
        if (
            slot.kind in ("value", "share", "difference", "target", "count")
            and slot.value is not None
        ):
            shown = re.match(r"[\d.,]+", slot.text)
            if shown is None or parse_number(shown[0].rstrip(".,")) != slot.value:
                yield f"text and value differ: {slot}"
            if not slot.evidence:
                yield f"no evidence: {slot}"
        if slot.kind == "ratio" and slot.value is not None:
            part = slot.text.split("/")[0]
            if parse_number(part) != slot.value:
                yield f"text and value differ: {slot}"
        if slot.kind in ("share", "difference") and not slot.formula:
            yield f"derived without formula: {slot}"
        if slot.kind == "value" and slot.value == Decimal(0) and slot.unit != "%":
            yield f"zero said as a figure: {slot}"


def _language(made: Composition) -> Iterable[str]:
    for sentence in sentences(made):
        filled = sentence.filled(made.slots)
        rough = _ROUGH.search(filled)
        if rough:
            yield f"rough ({rough[0]!r}): {filled}"
        if sentence is not made.subject and not filled.endswith((".", ":")):
            yield f"no full stop: {filled}"
        if filled[:1].islower():
            yield f"small first letter: {filled}"


def _ledger(made: Composition, records: Iterable[str], codes: Collection[str]) -> Iterable[str]:
    entries = {entry.record_id: entry for entry in made.ledger}
    for record in records:
        if record not in entries:
            yield f"not in the ledger: {record}"
    cells = {
        section.key: {
            source.place()
            for one in section.sentences()
            for mark in one.marks()
            for source in made.slots[mark].evidence
        }
        for section in made.sections
    }
    for entry in made.ledger:
        if entry.used == (entry.why is not None):
            yield f"neither used nor omitted for a reason: {entry}"
        value = parse_number(re.sub(r"\s*%$", "", entry.source.quote)) if entry.source else None
        if not (entry.used and value and entry.source) or entry.record_id in codes:
            continue
        if entry.source.place() not in cells.get(entry.section or "", set()):
            yield f"used, but in no figure of its section: {entry}"
