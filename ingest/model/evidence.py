"""The units that search finds and answers cite: a paragraph, or one record."""

from __future__ import annotations

from typing import Literal

from ingest.model.source import Frozen, Source

UnitKind = Literal["passage", "target", "task", "indicator", "ref"]


class EvidenceUnit(Frozen):
    """One findable piece of a document.

    ``text`` is what a person is shown, ``search_text`` what is indexed and embedded: heading path,
    column names and text. ``record_id`` links a unit to its record; a passage has none. ``order``
    is the position in the document, so that neighbours can be read on; ``headings`` are the titles
    it stands under, from the outside in.
    """

    id: str
    document_id: str
    kind: UnitKind
    text: str
    search_text: str
    source: Source
    record_id: str | None = None
    order: int = 0
    headings: tuple[str, ...] = ()
