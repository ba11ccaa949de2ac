"""The units that search finds and answers cite: a paragraph, or one record."""

from __future__ import annotations

from typing import Literal

from ingest.model.source import Frozen, Source

_EMBEDDED = 320
_HEADING_SHARE = 80

UnitKind = Literal["passage", "target", "task", "indicator", "ref"]


class EvidenceUnit(Frozen):
    """One findable piece of a document.

    ``text`` is what a person is shown, ``search_text`` what is indexed and embedded: heading path,
    column names and text. ``record_id`` links a unit to its record; a passage has none. ``order``
    is the position in the document, so that neighbours can be read on; ``headings`` are the titles
    it stands under, from the outside in; ``topic`` is
    what the unit is about without its label, figures of other columns and notes.
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
    topic: str = ""

    @property
    def embedding_text(self) -> str:
        """What is embedded: the innermost heading and the first words of the topic.

        Cut short because the cost of a vector grows with its text while its use does not: the
        lexical index holds every word (``docs/decisions/0002-short-embedding-texts.md``).
        """
        heading = self.headings[-1][:_HEADING_SHARE] if self.headings else ""
        return f"{heading}\n{self.topic or self.text}"[:_EMBEDDED].strip()
