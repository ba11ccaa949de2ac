"""Tasks counted by a statistics row: "số nhiệm vụ đã hoàn thành 6 tháng đầu năm"."""

from __future__ import annotations

from assistant.asking.composers.figures_told import add_value
from assistant.asking.finding.retrieval import Search, allowed
from assistant.asking.labels import document_labels
from assistant.asking.page import Composed, Page
from assistant.asking.words import contains, plain_phrase
from ingest.model import Indicator

_TALLY = ("so", "nhiem", "vu")
_ENDS = frozenset({"la", "bao", "dat", "trong", "cua", "tai", "o"})
_SHORTEST = 3


def compose_tally(search: Search) -> Composed | None:
    """The figure of the row whose name holds the words behind "số", as they follow one another."""
    phrase = _phrase(search)
    if not phrase:
        return None
    found = [
        entry
        for entry in allowed(search, ("indicators",))
        if isinstance(entry.record, Indicator)
        and (entry.record.value is not None or entry.record.value_text)
        and contains(plain_phrase(entry.record.name), phrase) >= 0
    ]
    if not found:
        return None
    shortest = min(len(plain_phrase(_name(entry.record))) for entry in found)
    labels = document_labels(search.documents)
    page = Page()
    for entry in found:
        if len(plain_phrase(_name(entry.record))) == shortest:
            add_value(search, page, entry, label=labels[entry.document.id])
    return Composed(page)


def _name(record: object) -> str:
    return record.name if isinstance(record, Indicator) else ""


def _phrase(search: Search) -> tuple[str, ...]:
    """The words behind "số", up to those about time; empty where more is asked for elsewhere."""
    query = search.query
    words = query.words
    start = contains(words, _TALLY)
    if start < 0 or query.limits.unit:
        return ()
    window = query.limits.window
    timed = contains(words, plain_phrase(window.text)) if window is not None else -1
    end = start + len(_TALLY)
    while end < len(words) and end != timed and words[end] not in _ENDS and words[end].isalpha():
        end += 1
    if any(not start < entry.place < end for entry in query.required):
        return ()
    phrase = tuple(words[start + 1 : end])
    return phrase if len(phrase) >= _SHORTEST else ()
