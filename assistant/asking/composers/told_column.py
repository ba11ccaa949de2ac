"""Of the columns of a row the one that is asked for, told apart without what "bao nhiêu" counts.

"Xã A đã giải quyết bao nhiêu hồ sơ": every column may count hồ sơ, that of "đã giải quyết" is
meant, though another one ("số hồ sơ tiếp nhận") has more of the question's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search
from assistant.asking.questions.wanted import Wanted, asked_for
from assistant.asking.words import plain_phrase
from ingest.model import Indicator

_ASKING = frozenset({"bao", "nhieu", "may", "la", "co", "cua", "o", "tai", "va", "duoc", "so"})
_Row = tuple[str, int | None, int | None]


def in_told_column(search: Search, entries: Sequence[Entry]) -> list[Entry]:
    """``entries``, each replaced by the figure of its row whose column says more of it."""
    wanted = asked_for(search.query)
    if wanted.wanted is not Wanted.FIGURE or not wanted.noun:
        return [*entries]
    asked = set(search.query.words) - {*wanted.noun, *_ASKING}
    rows = {_row(one) for one in entries if _has_subject(one)}
    beside: dict[_Row, list[Entry]] = {}
    documents = {row[0] for row in rows}
    for shelf in search.corpus.shelves if rows else ():
        for entry in shelf.entries if shelf.document.id in documents else ():
            if _has_subject(entry) and _row(entry) in rows:
                beside.setdefault(_row(entry), []).append(entry)
    found: dict[str, Entry] = {}
    for entry in entries:
        own = _better(entry, beside[_row(entry)], asked) if _has_subject(entry) else entry
        if own.record is not None:
            found.setdefault(own.record.id, own)
    return [*found.values()]


def _better(entry: Entry, row: Sequence[Entry], asked: set[str]) -> Entry:
    told = {id(one): len(asked & set(_name(one))) for one in row}
    most = max(told.values(), default=0)
    if most <= len(asked & set(_name(entry))):
        return entry
    return min((one for one in row if told[id(one)] == most), key=lambda one: len(_name(one)))


def _name(entry: Entry) -> tuple[str, ...]:
    return plain_phrase(entry.record.name) if isinstance(entry.record, Indicator) else ()


def _has_subject(entry: Entry) -> bool:
    return isinstance(entry.record, Indicator) and bool(entry.record.subject and entry.source.row)


def _row(entry: Entry) -> _Row:
    source = entry.source
    return (source.document_id, source.table, source.row)
