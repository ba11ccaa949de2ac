"""Columns that count from the best on: the first in rank is the highest."""

from __future__ import annotations

from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.vocabulary import load, remembered

_LONGEST_BEHIND = 4
"""Words behind "xếp hạng" in a title that still is one ("xếp hạng năm 2031")."""


@remembered()
def _titles() -> tuple[Phrase, ...]:
    return tuple(plain_phrase(one) for one in load("asking_tables")["best_first"])


def counts_from_best(title: str) -> bool:
    """Whether a column's own title, below those above it, says that it ranks."""
    own = plain_phrase(title.rpartition(" / ")[2].rpartition(" › ")[2])
    return any(
        contains(own, one) == 0 and len(own) - len(one) <= _LONGEST_BEHIND for one in _titles()
    )
