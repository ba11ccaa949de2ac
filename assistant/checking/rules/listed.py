"""Lists against the counts that announce them: notes of rows, bullets below a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Claim, Fact, Judgement
from assistant.checking.rules.rows import is_count, said
from assistant.checking.units import compare
from assistant.checking.wording import number, quoted
from ingest.extraction.references import NUMBER
from ingest.model import EvidenceUnit, Indicator, Source
from ingest.text.numbering import label_of

_ITEM = re.compile(r"(?:^|(?<=[\s.;]))(\d{1,2})[.)]\s+(?=[^\W\d])")
_DASH = re.compile(r"(?:^|(?<=\s))[-•+]\s+(?=[^\W\d])")
_MORE = re.compile(r"(?<!\w)(?:cùng với|và|thêm|ngoài ra)(?:\s+\w+){0,2}?\s+(\d+)\s", re.IGNORECASE)
_INLINE = re.compile(r"\((\d{1,2})\)\s*(?=[^\W\d])")


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Counts that differ from the length of the list that goes with them."""
    del judgements
    notes = {
        row.id: row for row in material.reading.indicators if row.note and row.value is not None
    }
    by_place = {(row.source.table, row.source.row): row for row in notes.values()}
    for cell in material.cells:
        row = by_place.get((cell.source.table, cell.source.row))
        if row is not None and is_count(cell):
            yield from _note(cell, row)
    yield from _inline(material)
    yield from _bullets(material)


def length_of(note: str) -> int | None:
    """How many items a note lists: numbered, dashed, or nothing but document numbers."""
    wanted = 1
    for found in _ITEM.finditer(note):
        if int(found[1]) == wanted:
            wanted += 1
    if wanted > 2:
        return wanted - 1
    dashes = len(_DASH.findall(note))
    if dashes > 1 and note.lstrip().startswith(("-", "•", "+")):
        return dashes
    documents = list(NUMBER.finditer(note))
    left = re.sub(r"[^\W\d_]{2,}(?:\s+[^\W\d_]+)?\s*(?:số)?", "", NUMBER.sub("", note))
    if len(documents) > 1 and not re.search(r"\w", left):
        return len(documents)
    return None


def additions(note: str) -> set[Decimal]:
    """What a note adds to its list ("Cùng với 13 tin, bài …"), none and all together included."""
    more = [Decimal(found[1]) for found in _MORE.finditer(note)]
    return {Decimal(0), *more, sum(more, Decimal(0))}


def _note(cell: Fact, row: Indicator) -> Iterator[Finding]:
    length = length_of(row.note or "")
    if length is None or cell.value is None:
        return
    if cell.value - length in additions(row.note or ""):
        return
    yield Finding(
        code="arithmetic",
        severity="warning",
        message=f"{said(cell)} nhưng ghi chú liệt kê {length} mục.",
        left=cell.source,
        right=_note_source(row),
    )


def _note_source(row: Indicator) -> Source:
    for part in (row.source, *row.source.parts):
        if part.quote in (row.note or "") and part.quote != row.value_text:
            return part.model_copy(update={"parts": ()})
    return row.source


def _inline(material: Material) -> Iterator[Finding]:
    """Items in the sentence itself: "03 nhóm giải pháp: (1) …; (2) …"."""
    for claim in _counts(material):
        text = claim.place.text[claim.span.end :]
        colon = re.match(r"[^.;:]{0,80}:", text)
        if colon is None:
            continue
        wanted = 1
        for found in _INLINE.finditer(text, colon.end()):
            if int(found[1]) == wanted:
                wanted += 1
        if wanted > 2 and claim.value != wanted - 1:
            yield _differs(claim, wanted - 1, claim.source)


def _bullets(material: Material) -> Iterator[Finding]:
    """Items as the paragraphs right below "05 nhiệm vụ sau:", parts below "50 hộ, gồm:"."""
    units = [unit for unit in material.reading.units if unit.kind == "passage"]
    at = {unit.source.place(): n for n, unit in enumerate(units) if unit.source.table is None}
    counted = _first_counts(material)
    for claim in _counts(material):
        text = claim.place.text
        if not re.search(r"(?:sau|gồm|sau đây|dưới đây)\s*:\s*$", text, re.IGNORECASE):
            continue
        if re.search(r"[.;]", text[claim.span.end :]):
            continue
        start = at.get(claim.place.source.place())
        if start is None:
            continue
        items = _items(units[start + 1 : start + 60])
        parts = [counted.get(unit.source.place()) for unit in items]
        if len(parts) > 1 and all(part is not None and _alike(part, claim) for part in parts):
            yield from _sum(claim, [part for part in parts if part is not None])
        elif len(items) > 1 and claim.value != len(items):
            yield _differs(claim, len(items), items[0].source)


def _items(units: Sequence[EvidenceUnit]) -> list[EvidenceUnit]:
    """The first units, as far as they stand under one title and are labelled alike."""
    found: list[EvidenceUnit] = []
    for unit in units:
        if found and (_mark(unit), unit.headings) != (_mark(found[0]), found[0].headings):
            break
        if _mark(unit) is None:
            break
        found.append(unit)
    return found


def _mark(unit: EvidenceUnit) -> str | None:
    """The kind of label that a unit begins with; the sign itself for a bullet."""
    label = label_of(unit.text)
    if label is None:
        return None
    return unit.text.lstrip()[:1] if label.kind == "bullet" else label.kind


def _first_counts(material: Material) -> dict[tuple[object, ...], Claim]:
    """The first count of each paragraph."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in _counts(material):
        found.setdefault(claim.place.source.place(), claim)
    return found


def _alike(part: Claim, whole: Claim) -> bool:
    return compare(part.measure, whole.measure, name=whole.key) == "same"


def _sum(whole: Claim, parts: Sequence[Claim]) -> Iterator[Finding]:
    """Parts of a count, one a paragraph, that do not add up to it."""
    values = [part.value for part in parts if part.value is not None]
    added = sum(values, Decimal(0))
    if whole.value == added:
        return
    terms = " + ".join(number(value) for value in values)
    yield Finding(
        code="arithmetic",
        severity="error",
        message=f"{quoted(whole.text)} được nêu là gồm {terms} = {number(added)}, không bằng nhau.",
        left=whole.source,
        right=parts[0].source,
    )


def _counts(material: Material) -> Iterator[Claim]:
    for claim in material.claims:
        if (
            claim.span.kind == "number"
            and claim.place.origin == "prose"
            and claim.span.of is None
            and claim.span.unit is None
            and claim.value is not None
        ):
            yield claim


def _differs(claim: Claim, length: int, right: Source) -> Finding:
    return Finding(
        code="arithmetic",
        severity="warning",
        message=f"{quoted(claim.text)} được nêu nhưng liệt kê {number(Decimal(length))} mục.",
        left=claim.source,
        right=right,
    )
