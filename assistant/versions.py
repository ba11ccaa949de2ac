"""Which stored documents are versions of one another, and which is the newest.

Three signs: the same number, issuer and kind; the same title, issuer, kind and period with another
date; a document that says it amends or replaces a number. Nothing else makes versions of two
documents: a wrong guess would hide one from answers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant.links import agree, number_key
from ingest.model import Document
from ingest.text.normal import fold, folded_words

Why = Literal["number", "title", "replacement", "amendment"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAST_WORDS = 5
_DRAFT = ("du", "thao")


@dataclass(frozen=True, slots=True)
class Succession:
    """``newer`` follows ``older``. After an amendment the older one holds for the rest."""

    newer: Document
    older: Document
    why: Why

    @property
    def whole(self) -> bool:
        """Whether nothing of the older one holds any more."""
        return self.why != "amendment"


def successions(documents: Iterable[Document]) -> tuple[Succession, ...]:
    """Every pair of a version and the one right before it, in no particular order."""
    stored = [doc for doc in documents if doc.status not in ("failed", "skipped")]
    found: dict[tuple[str, str], Succession] = {}
    grouped: tuple[tuple[Why, list[list[Document]]], ...] = (
        ("number", _by_number(stored)),
        ("title", _by_title(stored)),
    )
    for why, groups in grouped:
        for group in groups:
            for older, newer in pairwise(group):
                if (older.id, newer.id) not in found:
                    found.setdefault((newer.id, older.id), Succession(newer, older, why))
    for pair in _announced(stored):
        if (pair.older.id, pair.newer.id) not in found:
            found.setdefault((pair.newer.id, pair.older.id), pair)
    return tuple(found.values())


def with_versions(documents: Iterable[Document]) -> tuple[Document, ...]:
    """``documents`` in their order, ``supersedes`` and ``superseded_by`` filled in."""
    stored = tuple(documents)
    newer: dict[str, list[str]] = defaultdict(list)
    older: dict[str, list[str]] = defaultdict(list)
    for pair in successions(stored):
        newer[pair.older.id].append(pair.newer.id)
        older[pair.newer.id].append(pair.older.id)
    return tuple(
        document.model_copy(
            update={
                "supersedes": tuple(_reach(document.id, older)),
                "superseded_by": next(reversed(_reach(document.id, newer)), None),
            }
        )
        if document.id in newer or document.id in older
        else document
        for document in stored
    )


def _reach(start: str, steps: dict[str, list[str]]) -> list[str]:
    """Ids that can be reached, the farthest last."""
    found: dict[str, None] = {}
    waiting = [start]
    while waiting:
        for step in steps.get(waiting.pop(0), ()):
            if step not in found and step != start:
                found[step] = None
                waiting.append(step)
    return list(found)


def _by_number(documents: Sequence[Document]) -> list[list[Document]]:
    """Groups of one number, oldest first. Numbers begin anew each year, so the years must agree.

    What only bears the number of the document it is attached to, or names no body or province, must
    have the same title as well.
    """
    groups: dict[Hashable, list[Document]] = defaultdict(list)
    for document in documents:
        if not document.number:
            continue
        own = not document.attached_to or number_key(document.attached_to) != number_key(
            document.number
        )
        placed = document.issuer is not None and document.province is not None
        if not (own and placed) and not document.title:
            continue
        key = (
            number_key(document.number),
            document.kind,
            fold(document.issuer or ""),
            fold(document.province or ""),
            _year(document),
            None if own and placed else tuple(folded_words(document.title or "")),
        )
        groups[key].append(document)
    return [_in_order(group) for group in groups.values() if len(group) > 1]


def _by_title(documents: Sequence[Document]) -> list[list[Document]]:
    """Groups of one title with a year in it, differing in date, oldest first; drafts come first."""
    groups: dict[Hashable, list[Document]] = defaultdict(list)
    for document in documents:
        words = _title_words(document)
        known = document.issuer and document.province and document.period
        if known and words and _YEAR.search(document.title or "") and not document.amends:
            period = (document.period.from_, document.period.to) if document.period else None
            key = (
                words,
                document.kind,
                fold(document.issuer or ""),
                fold(document.province or ""),
                period,
            )
            groups[key].append(document)
    found = []
    for group in groups.values():
        dated: dict[str, Document] = {}
        for document in group:  # of those of one date the first stands for all
            dated.setdefault(document.date or "", document)
        if len(dated) > 1:
            found.append(_in_order(list(dated.values())))
    return found


def _title_words(document: Document) -> tuple[str, ...]:
    words = tuple(folded_words(document.title or ""))
    if words[:2] == _DRAFT:
        words = words[2:]
    return words if len(words) >= _LEAST_WORDS else ()


def _announced(documents: Sequence[Document]) -> list[Succession]:
    by_number: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.number:
            by_number[number_key(document.number)].append(document)
    found: list[Succession] = []
    for newer in documents:
        changes: tuple[tuple[str | None, Why], ...] = (
            (newer.replaces, "replacement"),
            (newer.amends, "amendment"),
        )
        for number, why in changes:
            if number:
                olders = _meant(newer, by_number[number_key(number)])
                found.extend(Succession(newer, older, why) for older in olders)
    return found


def _meant(newer: Document, candidates: Sequence[Document]) -> list[Document]:
    """The documents of a number that ``newer`` can speak of: of the same body, latest year."""
    possible = [
        older
        for older in candidates
        if older.id != newer.id
        and agree(older.issuer, newer.issuer)
        and agree(older.province, newer.province)
        and (not older.date or not newer.date or older.date <= newer.date)
    ]
    years = {year for older in possible if (year := _year(older)) is not None}
    return [older for older in possible if not years or _year(older) in (None, max(years))]


def _year(document: Document) -> int | None:
    if document.date:
        return int(document.date[:4])
    return document.period.from_ if document.period else None


def _in_order(group: list[Document]) -> list[Document]:
    """Oldest first: by date, then in the order given (that of the first ingest)."""
    return sorted(group, key=lambda document: document.date or "")
