"""Asks back where a list of answers would be too long to read."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking import texts
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import document_labels, shortened
from assistant.asking.page import Composed, Page
from ingest.model import Indicator, Target, Task

_READABLE = 12
_OPTIONS = 8


def too_many(lines: int) -> bool:
    """Whether so many answer lines are more than a person reads."""
    return lines > _READABLE


def entry_text(entry: Entry) -> str:
    """What an entry says, on one line."""
    record = entry.record
    if isinstance(record, Target | Task):
        return shortened(record.text)
    if isinstance(record, Indicator):
        return shortened(record.name)
    if record is not None:
        return shortened(record.number)
    return shortened(entry.unit.text) if entry.unit else ""


def clarify(search: Search, entries: Sequence[Entry]) -> Composed:
    """Offer the readings of the question, each with its place."""
    labels = document_labels(search.documents)
    page = Page()
    page.raw(texts.CLARIFY.format(count=len(entries)))
    page.gap()
    for entry in _spread(entries):
        option = texts.CLARIFY_OPTION.format(
            document=labels[entry.document.id], text=entry_text(entry)
        )
        page.add(option, [entry.source])
    return Composed(page, "clarify", "records")


def _spread(entries: Sequence[Entry]) -> list[Entry]:
    """Some entries of every document, best first."""
    queues: dict[str, list[Entry]] = {}
    for entry in entries:
        queues.setdefault(entry.document.id, []).append(entry)
    chosen: list[Entry] = []
    while queues and len(chosen) < _OPTIONS:
        for key in list(queues):
            chosen.append(queues[key].pop(0))
            if not queues[key]:
                del queues[key]
    return chosen[:_OPTIONS]
