"""Documents that a comparison names side by side: alternatives, not conditions on one document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import covers_years, in_scope
from assistant.asking.query import Limits, Query
from ingest.model import Document

_BETWEEN = re.compile(
    r"(?=\s(?:và|va|với|voi|so với|so voi|and|with|versus|vs|còn|con|hơn)\s)|[,;]\s+", re.IGNORECASE
)
_FEWEST = 2


def side_by_side(
    question: str, limits: Limits, corpus: Corpus, *, read: Callable[[str], Query]
) -> Limits:
    """The limits with alternatives, where no reading of them as one set leaves every side.

    ``read`` understands a part of the question on its own.
    """
    parts = [part for part in _BETWEEN.split(question) if part.strip()]
    if len(parts) < _FEWEST:
        return limits
    asked = [read(part) for part in parts]
    named = [_documents_named(one.limits) for one in asked]
    sides = _completed([one for one in named if one != Limits()])
    if len(sides) < _FEWEST:
        return limits
    together = set(_found(limits, corpus))
    found = [set(_found(side, corpus)) for side in sides]
    whole = all(one.required or one.subject for one in asked)  # "X năm 2031 và X đến năm 2033"
    if not all(found) or all(
        documents <= together if whole else documents & together for documents in found
    ):
        return limits
    return replace(
        limits,
        numbers=(),
        places=(),
        issuers=(),
        kinds=(),
        kind_words=(),
        years=(),
        period=None,
        length=None,
        entitled=(),
        alternatives=tuple(sides),
    )


def _completed(sides: list[Limits]) -> list[Limits]:
    """The sides, those that name a time alone being of the place and issuer said once before."""
    whose = next((side for side in sides if side.places or side.issuers), None)
    if whose is None:
        return sides
    return [
        replace(side, places=whose.places, issuers=whose.issuers)
        if replace(side, years=(), period=None) == Limits()
        else side
        for side in sides
    ]


def told_by_sides(question: str, *, read: Callable[[str], Query]) -> frozenset[str]:
    """The words that are looked for in some part of a comparison, read on its own.

    What only names a document in its part ("kế hoạch kiểm kê năm 2031") is looked for in none.
    """
    parts = (read(part) for part in _BETWEEN.split(question) if part.strip())
    return frozenset(entry.word.plain for part in parts for entry in part.required)


def _documents_named(limits: Limits) -> Limits:
    """Only what says which document is meant; a lone kind word says it of none."""
    named = Limits(
        numbers=limits.numbers,
        places=limits.places,
        issuers=limits.issuers,
        years=limits.years,
        period=limits.period,
        length=limits.length,
        entitled=limits.entitled,
    )
    if named == Limits():
        return named
    return replace(named, kinds=limits.kinds, kind_words=limits.kind_words)


def _found(limits: Limits, corpus: Corpus) -> list[str]:
    return [document.id for document in in_scope(limits, corpus) if _timely(document, limits)]


def _timely(document: Document, limits: Limits) -> bool:
    return covers_years(document.period, limits)
