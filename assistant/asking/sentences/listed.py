"""The lines of a list right below a line that leads it in ("Các lỗi chủ yếu là:")."""

from __future__ import annotations

from assistant.asking.finding.corpus import Corpus
from assistant.asking.sentences.meeting import NUMBERING
from ingest.model import EvidenceUnit

_MOST = 14


def led_by(text: str, unit: EvidenceUnit, corpus: Corpus) -> list[EvidenceUnit]:
    """The listed paragraphs below ``unit``, where ``text`` is its end and closes with a colon."""
    told = text.rstrip()
    if not told.endswith(":") or not unit.text.rstrip().endswith(told):
        return []
    found: list[EvidenceUnit] = []
    for shelf in corpus.shelves:
        if shelf.document.id != unit.document_id:
            continue
        passages = [entry.unit for entry in shelf.entries if entry.kind == "passages"]
        below = [one for one in passages if one is not None and one.order > unit.order]
        for one in sorted(below, key=lambda other: other.order)[:_MOST]:
            if one.headings[: len(unit.headings)] != unit.headings:
                break
            if NUMBERING.sub("", one.text) == one.text:
                if not found and not one.text.rstrip().endswith(":"):
                    found.append(one)  # "đối với 02 nhóm:" and both in one paragraph below
                break
            found.append(one)
    return found
