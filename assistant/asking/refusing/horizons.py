"""Whether the targets told are those of the year that the question names.

A plan that sets one figure for 2025 and another for 2030 says nothing of 2025 by the second, nor by
the year that a change is reckoned from. Where it sets figures for a single horizon alone, the years
on the way there are answered by it.
"""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.words import words_of
from ingest.model import Target
from ingest.text.normal import fold

_OF_FIGURES = frozenset({Intent.VALUE, Intent.COMPARE})
_SINCE = re.compile(r"\b(?:so voi|tu)(?: \w+){0,3}? ((?:19|20)\d\d)\b")


def other_horizon(query: Query, corpus: Corpus, composed: Composed) -> int | None:
    """The year asked for, where the targets told are set for others; ``None`` if they are not."""
    since = set(map(int, _SINCE.findall(fold(query.standalone))))
    years = [year for year in query.limits.years if year not in since]
    if query.intent not in _OF_FIGURES or composed.path != "records" or len(years) != 1:
        return None
    quotes = {citation.source.quote for citation in composed.page.citations}
    cited = {citation.source.document_id for citation in composed.page.citations}
    targets = [
        entry.record
        for entry in corpus.entries
        if isinstance(entry.record, Target) and entry.document.id in cited
    ]
    told = [target for target in targets if target.source.quote in quotes]
    if not told or quotes != {target.source.quote for target in told}:
        return None
    year = years[0]
    ends = set(map(_end, told))
    named = any(str(year) in _years_but_bases(target.text) for target in told)
    if None in ends or year in ends or named or year not in map(_end, targets):
        return None
    return year


def _end(target: Target) -> int | None:
    return target.horizon.to if target.horizon is not None else None


def _years_but_bases(text: str) -> set[str]:
    """The years that a target names, without those that it is held against."""
    bases = set(_SINCE.findall(fold(text)))
    return {word.plain for word in words_of(text)} - bases
