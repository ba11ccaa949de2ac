"""Of several figures of one row those whose column the question names with all its words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Indicator


def in_named_column(search: Search, entries: Sequence[Entry]) -> list[Entry]:
    """The figures without those of other columns of a row of which one column is named.

    The longer title is meant where one holds the other ("không hài lòng", "hài lòng").
    """
    said = {id(one): _title(one) for one in entries}
    named = {key for key, title in said.items() if _stands(search, title)}
    rows: dict[object, list[Entry]] = {}
    for one in entries:
        rows.setdefault(_row(one), []).append(one)
    left: set[int] = set()
    for row in rows.values():
        told = [said[id(one)] for one in row if id(one) in named]
        left |= {
            id(one)
            for one in row
            if told and (id(one) not in named or _is_inside(said[id(one)], told))
        }
    return [one for one in entries if id(one) not in left]


def _row(entry: Entry) -> object:
    source = entry.source
    return (source.document_id, source.table, source.row) if source.row else id(entry)


def _title(entry: Entry) -> Phrase:
    """What tells a figure from the others of its row."""
    record = entry.record
    if not isinstance(record, Indicator):
        return ()
    return plain_phrase(record.name if record.subject else entry.column.rpartition(" / ")[2])


def _stands(search: Search, title: Phrase) -> bool:
    told = {word for word in title if word.isalpha()}
    return bool(told) and told <= set(search.query.words)


def _is_inside(title: Phrase, others: Sequence[Phrase]) -> bool:
    return any(len(one) > len(title) and contains(one, title) >= 0 for one in others)
