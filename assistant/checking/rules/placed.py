"""Row numbers that a text gives for its figures: "(mục II.3 Phụ lục)", against where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Fact, Judgement
from assistant.checking.wording import at, quoted
from ingest.model import Indicator, Reading, Source

_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V|X))(?:-[A-Z])?"
_KEYED = rf"(?P<key>{_ROMAN}(?:\s*\.\s*\d+)+)"
_APART = (
    rf"(?i:số thứ tự|số|mục|dòng|STT)\s+(?P<number>\d+(?:\.\d+)*),?\s+(?:thuộc\s+)?"
    rf"(?i:mục|phần)\s+(?P<part>{_ROMAN})"
)
_PLACE = re.compile(
    rf"(?<!\w)(?:(?i:mục|số thứ tự|STT|chỉ tiêu(?:\s+số)?|dòng)\s+{_KEYED}|{_APART})(?![\w.]*\d)"
)
_ANNEX = re.compile(r"(?<!\w)(?:phụ lục|biểu|bảng)(?!\w)", re.IGNORECASE)
_NEAR = 40
Key = tuple[str, str]
"""Document and row number."""


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Figures and rows whose named place in the annex holds something else."""
    rows = _Rows((material.reading, *material.against))
    for judged in judgements:
        if judged.claim.place.origin == "prose" and judged.claim.span.kind == "number":
            yield from _figure(material, rows, judged)
    yield from _notes(material, rows)


class _Rows:
    """The numbers of the rows of every annex."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.keys: dict[tuple[object, ...], str] = {}
        self.named: defaultdict[str, list[Indicator]] = defaultdict(list)
        for reading in readings:
            for row in reading.indicators:
                self.keys[_spot(row.source)] = row.key
                self.named[row.key].append(row)

    def holds(self, key: str) -> bool:
        """Whether some row has this number, or one below it."""
        return any(_within(one, key) for one in self.named)


def _spot(source: Source) -> tuple[object, ...]:
    return (source.document_id, source.table, source.row)


def _within(key: str, outer: str) -> bool:
    return key == outer or key.startswith(f"{outer}.")


def named_places(text: str) -> list[tuple[int, int, str]]:
    """Row numbers of an annex that a text names: start, end, ``II.3``."""
    found = []
    for one in _PLACE.finditer(text):
        around = text[max(0, one.start() - _NEAR) : one.end() + _NEAR]
        if _ANNEX.search(around):
            key = one["key"] or f"{one['part']}.{one['number']}"
            found.append((one.start(), one.end(), re.sub(r"\s", "", key)))
    return found


def _figure(material: Material, rows: _Rows, judged: Judgement) -> Iterator[Finding]:
    claim, fact = judged.claim, judged.against
    if fact is None or judged.verdict not in ("match", "rounded") or fact.origin != "cell":
        return
    stands = rows.keys.get(_spot(fact.source))
    if stands is None:
        return
    for start, _, key in named_places(claim.place.text):
        between = claim.place.text[claim.span.end : start]
        if start < claim.span.end or re.search(r"\d|[.;]\s", between) or not rows.holds(key):
            continue
        if not _within(stands, key) and not _stated_there(material, rows, fact, key):
            yield Finding(
                code="contradiction",
                severity="error",
                message=f"{quoted(claim.text)} được dẫn từ mục {key} nhưng {quoted(fact.label)} "
                f"đứng ở mục {stands}: {at(fact)}.",
                left=claim.source,
                right=fact.source,
            )


def _stated_there(material: Material, rows: _Rows, fact: Fact, key: str) -> bool:
    """Whether the row that is named counts the same thing too."""
    names = (material.lexicon.normal(row.name) for row in rows.named.get(key, ()))
    return any(name and name in fact.key for name in names)


def _notes(material: Material, rows: _Rows) -> Iterator[Finding]:
    """Rows whose note sends the reader to another row."""
    for row in material.reading.indicators:
        for _, _, key in named_places(row.note or ""):
            there = [
                one for one in rows.named.get(key, ()) if _spot(one.source) != _spot(row.source)
            ]
            words = material.lexicon.terms(row.name)
            if not there or any(words == material.lexicon.terms(one.name) for one in there):
                continue
            same = _elsewhere(material, rows, row)
            if same is not None:
                yield Finding(
                    code="contradiction",
                    severity="error",
                    message=f"{quoted(row.name)} được dẫn từ mục {key} ({quoted(there[0].name)}) "
                    f"nhưng đứng ở mục {same.key}.",
                    left=row.source,
                    right=same.source,
                )


def _elsewhere(material: Material, rows: _Rows, row: Indicator) -> Indicator | None:
    """The row of another table that has the same name."""
    words = material.lexicon.terms(row.name)
    for found in rows.named.values():
        for one in found:
            apart = (one.source.document_id, one.source.table) != (
                row.source.document_id,
                row.source.table,
            )
            if apart and material.lexicon.terms(one.name) == words:
                return one
    return None
