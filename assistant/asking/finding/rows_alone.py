"""A corpus cut down to some of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.asking.finding.corpus import Corpus, Entry


def rows_alone(corpus: Corpus, rows: Iterable[Entry]) -> Corpus:
    """The corpus with these entries alone, without search by meaning; their order is kept."""
    kept = frozenset(map(id, rows))
    shelves = tuple(
        replace(shelf, entries=entries)
        for shelf in corpus.shelves
        if (entries := tuple(one for one in shelf.entries if id(one) in kept))
    )
    return replace(corpus, shelves=shelves, find=None)
