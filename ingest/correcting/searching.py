"""Search texts that follow corrected records and a corrected title."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.extraction.evidence import record_text
from ingest.model import AnyRecord, Document, EvidenceUnit, Reading

_BETWEEN = " › "


def search_units(
    reading: Reading,
    document: Document,
    originals: Mapping[str, AnyRecord],
    records: Mapping[str, AnyRecord],
) -> tuple[EvidenceUnit, ...]:
    """The units of ``reading`` with the words of the corrected records and document title."""
    old, new = reading.document.title, document.title
    return tuple(
        _unit(unit, old=old, new=new, text=_text(unit, originals, records))
        for unit in reading.units
    )


def _text(
    unit: EvidenceUnit, originals: Mapping[str, AnyRecord], records: Mapping[str, AnyRecord]
) -> str:
    """What a unit says: the text of its corrected record, else what it said."""
    if unit.record_id is None or unit.record_id not in records:
        return unit.text
    before, after = originals[unit.record_id], records[unit.record_id]
    return unit.text if before == after else record_text(after)


def _unit(unit: EvidenceUnit, *, old: str | None, new: str | None, text: str) -> EvidenceUnit:
    if text == unit.text and old == new:
        return unit
    above = unit.search_text.removesuffix(unit.text).removesuffix("\n")
    if old != new:
        below_title = above.removeprefix(old or "").removeprefix(_BETWEEN)
        above = _BETWEEN.join(part for part in (new, below_title) if part)
    return unit.model_copy(
        update={"text": text, "search_text": f"{above}\n{text}" if above else text}
    )
