"""Of the figures of one document those whose row, or the line above it, the question says whole."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.matching import Match
from assistant.asking.finding.retrieval import Search
from ingest.model import Indicator
from ingest.text.normal import fold

_HELD = 0.85


def named_whole(search: Search, group: Sequence[Match]) -> list[Match]:
    """The rows that hold every word asked for, where one does; then those of the line named.

    "Qua kiểm tra A phát hiện mấy vấn đề": of two rows of one name below "Kiểm tra A" and "Kiểm tra
    việc B" it is the first, though the words of A say little.
    """
    if not all(isinstance(found.entry.record, Indicator) for found in group):
        return [*group]
    whole = [found for found in group if found.levels and min(found.levels) >= _HELD]
    kept = whole or [*group]
    below = [found for found in kept if _says_above(search, found)]
    named = {_name(found) for found in below}
    return [found for found in kept if found in below or _name(found) not in named]


def _name(found: Match) -> str:
    record = found.entry.record
    return fold(record.name) if isinstance(record, Indicator) else ""


def _says_above(search: Search, found: Match) -> bool:
    """Whether the question says the whole line that a row stands under."""
    record = found.entry.record
    above = record.parent if isinstance(record, Indicator) else None
    words = {word.plain for word in search.corpus.words(above or "")}
    return bool(words) and words <= set(search.query.words)
