"""Tasks looked for by the objective that they serve, or by all that their row says of them.

Where an annex nests tasks under objectives, what is done by when stands with the task, and what it
is done for above it: a question may name either, or some words of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.finding.corpus import Corpus, Entry, Shelf
from ingest.model import Target, Task


def with_objectives(corpus: Corpus) -> Corpus | None:
    """The corpus with the words of its objective in each task; ``None`` where none names one."""
    found = False
    shelves = []
    for shelf in corpus.shelves:
        told = _by_key(shelf)
        entries = []
        for entry in shelf.entries:
            key = _objective(entry)
            above = " · ".join(dict.fromkeys(one.body.text for one in told.get(key or "", ())))
            found = found or bool(above)
            entries.append(
                replace(entry, body=corpus.features(f"{entry.body.text} · {above}"))
                if above
                else entry
            )
        shelves.append(replace(shelf, entries=tuple(entries)))
    return replace(corpus, shelves=tuple(shelves)) if found else None


def with_activities(corpus: Corpus) -> Corpus:
    """The corpus with the activities, products, charge and objective of its row in each task.

    "Ai xây dựng đề án chuyển trạm": the row is about moving it, its charge says who plans that.
    """
    shelves = []
    for shelf in corpus.shelves:
        told = _by_key(shelf)
        entries = tuple(
            _whole(entry, corpus, above=told.get(_objective(entry) or "", ()))
            for entry in shelf.entries
        )
        shelves.append(replace(shelf, entries=entries))
    return replace(corpus, shelves=tuple(shelves))


def _whole(entry: Entry, corpus: Corpus, *, above: Sequence[Entry]) -> Entry:
    task = entry.record
    if not isinstance(task, Task):
        return entry
    objective = dict.fromkeys(one.body.text for one in above)
    more = (*(one.text for one in task.activities), *task.products, task.lead_text, *objective)
    whole = corpus.features(" · ".join((entry.body.text, *filter(None, more))))
    return replace(entry, body=whole, focus=whole)


def objectives_of(shelf: Shelf, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The objectives that the tasks among ``entries`` serve."""
    keys = {key for entry in entries if (key := _objective(entry))}
    told = _by_key(shelf) if keys else {}
    return tuple(entry for key in sorted(keys) for entry in told.get(key, ()))


def without_repeated(entries: Sequence[Entry], shelf_entries: Sequence[Entry]) -> list[Entry]:
    """The entries without a target that only repeats, as a task's own words, the one it serves."""
    served = {
        (entry.document.id, entry.record.key): entry.record.objective
        for entry in shelf_entries
        if isinstance(entry.record, Task) and entry.record.objective
    }
    told = {
        (entry.document.id, entry.record.key, entry.record.value, entry.record.unit)
        for entry in entries
        if isinstance(entry.record, Target)
    }
    return [
        entry
        for entry in entries
        if not isinstance(entry.record, Target)
        or (above := served.get((entry.document.id, entry.record.key))) is None
        or (entry.document.id, above, entry.record.value, entry.record.unit) not in told
    ]


def _objective(entry: Entry) -> str | None:
    return entry.record.objective if isinstance(entry.record, Task) else None


def _by_key(shelf: Shelf) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in shelf.entries:
        if isinstance(entry.record, Target):
            found.setdefault(entry.record.key, []).append(entry)
    return found
