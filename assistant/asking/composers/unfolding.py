"""Headings of a table that bear no figure: what stands below one is what it says."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Corpus, Entry
from ingest.model import Indicator

_MOST_BELOW = 12


def unfolded(entries: Sequence[Entry], corpus: Corpus) -> list[Entry]:
    """The entries; in the place of a row that only heads others, these, if they are few.

    A row with a note of its own says something itself and stays before them.
    """
    found: list[Entry] = []
    for entry in entries:
        record = entry.record
        below = _below(entry, corpus) if _is_heading(entry) else []
        if isinstance(record, Indicator) and below:
            found += [entry] if record.note else []
            found += [one for one in below if one not in entries]
        else:
            found.append(entry)
    return found


def _is_heading(entry: Entry) -> bool:
    """Whether a row has neither a figure nor a unit that it could be in."""
    record = entry.record
    if not isinstance(record, Indicator) or record.unit:
        return False
    return record.value is None and record.value_text is None


def _below(entry: Entry, corpus: Corpus) -> list[Entry]:
    """The rows right below a heading that name it as theirs; none where they are too many."""
    head = entry.record
    rows = [
        one
        for one in corpus.entries
        if isinstance(head, Indicator)
        and isinstance(one.record, Indicator)
        and one.document.id == entry.document.id
        and one.source.table == entry.source.table
        and one.record.parent == head.name
        and one.record.key == head.key
    ]
    figures = any(isinstance(one.record, Indicator) and one.record.value_text for one in rows)
    return rows if figures and len(rows) <= _MOST_BELOW else []
