"""A change that a plan sets as its target ("giảm 10% ... so với năm 2021").

"Đến năm 2025 phải giảm bao nhiêu so với năm 2021" holds no two figures against each other: the
plan states the change itself, and the year behind "so với" is what it is reckoned from.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asking.composers.choice import too_many
from assistant.asking.composers.figures_meant import value_matches
from assistant.asking.composers.figures_told import add_value
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import document_labels
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent
from ingest.model import Target
from ingest.text.normal import fold

_CHANGES = re.compile(
    r"\b(?:giam|tang|ha|nang|cat giam|giam bot|rut ngan)"
    r"(?: (?:them|binh quan|duoc|toi thieu|it nhat))? (?:bao nhieu|may)\b(?! diem)"
)
_BASE = re.compile(r"\bso voi (?:nam |giai doan |thoi ky |muc cua |cuoi nam )*((?:19|20)\d\d)")
_HELD_AGAINST = re.compile(r"\b(?:chenh|hon kem|khac nhau|hay)\b")
_CHANGE = "change"


def compose_change(search: Search) -> Composed | None:
    """The targets that state the change asked for; ``None`` where none does."""
    told = fold(search.query.standalone)
    if not _CHANGES.search(told) or _HELD_AGAINST.search(told):
        return None
    bases = tuple(int(year) for year in _BASE.findall(told))
    limits = search.query.limits
    years = tuple(year for year in limits.years if year not in bases)
    if len(years) > 1 or len(limits.places) > 1 or len(limits.numbers) > 1:
        return None
    period = limits.period
    if period is not None and period.from_ in bases:
        period = None
    query = replace(
        search.query,
        intent=Intent.VALUE,
        subject="targets",
        against_year=None,
        limits=replace(limits, years=years, period=period, alternatives=()),
    )
    found = replace(search, query=query, _ranked={})
    stated = [match.entry for match in value_matches(found) if _states_change(match.entry, bases)]
    if not stated or too_many(len(stated)):
        return None
    labels = document_labels(search.documents)
    page = Page()
    for entry in stated:
        add_value(found, page, entry, label=labels[entry.document.id])
    return Composed(page)


def _states_change(entry: Entry, bases: tuple[int, ...]) -> bool:
    """Whether a target sets a change, reckoned from the years that the question names, if any."""
    record = entry.record
    if not isinstance(record, Target) or record.comparator != _CHANGE or record.value is None:
        return False
    return not bases or any(str(year) in (record.base or "") for year in bases)
