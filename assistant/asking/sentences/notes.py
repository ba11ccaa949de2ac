"""The notes of statistics rows as running text: reports say there what a figure rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search, allowed
from ingest.model import EvidenceUnit, Indicator

_AFTER_TEXT = 1_000_000


def note_entries(search: Search, *, shortest: int) -> Iterator[Entry]:
    """Each note of ``shortest`` letters or more once, below the name of its row.

    The focus stays the row's own, for telling which rows are about a topic.
    """
    seen: set[tuple[str, int | None, int | None]] = set()
    for place, entry in enumerate(allowed(search, ("indicators",))):
        record = entry.record
        if not isinstance(record, Indicator) or not record.note or len(record.note) < shortest:
            continue
        row = (record.document_id, record.source.table, record.source.row)
        if row in seen and record.source.row is not None:
            continue  # a row with a figure for each of several years
        seen.add(row)
        unit = EvidenceUnit(
            id=f"{record.id}-note",
            document_id=record.document_id,
            kind="indicator",
            text=record.note,
            search_text=record.note,
            source=record.source.facing(record.note),
            record_id=record.id,
            order=_AFTER_TEXT + place,
            headings=tuple(filter(None, (*record.headings, record.parent, record.name))),
        )
        above = search.corpus.features(" · ".join(unit.headings))
        yield replace(entry, unit=unit, context=above)
