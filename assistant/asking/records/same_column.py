"""Figures of a table with a subject a row: those of the subjects and of the column asked for.

A question that names several subjects names the column once, before, behind or between them
("tổng số hồ sơ tiếp nhận của xã A và xã B"): the words of the other subjects say nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.matching import Match
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Indicator

_Fit = tuple[float, int]


def in_one_column(rows: Sequence[Entry], corpus: Corpus, words: Sequence[str]) -> list[Entry]:
    """``rows`` in the column that the ``words`` of the question name most wholly.

    Rows that are no different subjects of one table stay as they are; none are left where the
    question may mean several columns.
    """
    subjects = [_subject(row) for row in rows]
    tables = {(row.document.id, row.source.table) for row in rows}
    if None in subjects or len(set(subjects)) < max(2, len(rows)) or len(tables) != 1:
        return [*rows]
    columns: dict[str, dict[str | None, Entry]] = {}
    shelves = (one for one in corpus.shelves if one.document.id == rows[0].document.id)
    for entry in (entry for shelf in shelves for entry in shelf.entries):
        place = (entry.document.id, entry.source.table)
        if entry.kind == "indicators" and place in tables and _subject(entry) in subjects:
            columns.setdefault(_name(entry), {}).setdefault(_subject(entry), entry)
    fits = {name: _fit(name, words) for name, held in columns.items() if len(held) == len(rows)}
    best = max(fits.values(), default=(0.0, 0))
    named = [name for name, fit in fits.items() if fit == best]
    if len(named) != 1 or not best[1]:
        return []
    return [columns[named[0]][subject] for subject in subjects]


def _fit(name: str, words: Sequence[str]) -> _Fit:
    """How much of a column's name is said, as a share and in words."""
    own = plain_phrase(name)
    said = sum(word in words for word in own)
    return (said / len(own), said) if own else (0.0, 0)


def _subject(entry: Entry) -> str | None:
    return entry.record.subject if isinstance(entry.record, Indicator) else None


def _name(entry: Entry) -> str:
    return entry.record.name if isinstance(entry.record, Indicator) else ""


def of_named_subject(words: Sequence[str], found: Sequence[Match]) -> list[Match]:
    """Of rows with a figure a subject, those of the subject that the question names, if any."""
    asked = tuple(words)
    named = [one for one in found if _is_named(plain_phrase(_subject(one.entry) or ""), asked)]
    return named or [*found]


def _is_named(subject: Phrase, asked: Phrase) -> bool:
    return bool(subject) and contains(asked, subject) >= 0
