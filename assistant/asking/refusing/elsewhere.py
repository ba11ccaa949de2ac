"""Refusals that say where the thing asked for stands: another quarter, another unit."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking import texts
from assistant.asking.composers.choice import entry_text
from assistant.asking.finding.limiting import has_unit
from assistant.asking.finding.matching import Match
from assistant.asking.finding.retrieval import Search, fitting, start_search
from assistant.asking.labels import document_labels, period_text, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent
from assistant.asking.refusing.naming import topic_asked
from ingest.model import Task

_OF_FIGURES = frozenset({Intent.VALUE, Intent.COUNT, Intent.OPEN})
_MOST_NAMED = 5


def stands_elsewhere(search: Search, *, scope: str) -> Composed | None:
    """The refusal, where only the part of the year or the unit named keeps the thing out."""
    return _in_other_part(search, scope) or _of_other_unit(search, scope)


def _in_other_part(search: Search, scope: str) -> Composed | None:
    """That there are figures, but not for the quarter or month asked for."""
    limits, window = search.query.limits, search.query.limits.window
    if not limits.parts or window is None or search.query.intent not in _OF_FIGURES:
        return None
    free = replace(search.query, limits=replace(limits, window=None, parts=()))
    found = fitting(start_search(free, search.corpus.exact), ("indicators",))
    columns = dict.fromkeys(tidy(one.entry.column) for one in found if one.entry.column)
    if not columns:  # figures of whole years
        periods = (period_text(one.entry.document.period) for one in found)
        columns = dict.fromkeys(filter(None, periods))
    if not columns:
        return None
    reason = texts.REFUSE_PART.format(
        part=window.text,
        topic=topic_asked(search.query),
        scope=scope,
        periods="; ".join([*columns][:_MOST_NAMED]),
    )
    return _shown(search, found[0], reason)


def _of_other_unit(search: Search, scope: str) -> Composed | None:
    """That the work is there, but not as that of the unit which the question names."""
    limits = search.query.limits
    if limits.unit is None or search.topic.empty:
        return None
    free = replace(search.query, limits=replace(limits, unit=None, partner=None))
    found = fitting(start_search(free, search.corpus.exact), ("tasks",))
    if not found or any(_takes_part(one, limits.unit) for one in found):
        return None
    role = texts.ROLE_NAMES[limits.unit_role]
    reason = texts.REFUSE_OTHER_UNIT.format(unit=limits.unit, role=role, scope=scope)
    return _shown(search, found[0], reason)


def _takes_part(found: Match, unit: str) -> bool:
    """Whether the unit leads a task or helps with it after all."""
    task = found.entry.record
    return isinstance(task, Task) and has_unit((*task.lead, *task.coordinating), (), unit)


def _shown(search: Search, found: Match, reason: str) -> Composed:
    """The reason with the row that there is, and who leads it."""
    entry = found.entry
    lead = entry.record.lead if isinstance(entry.record, Task) else ()
    label = document_labels(search.corpus.documents)[entry.document.id]
    said = texts.NEAREST.format(text=entry_text(entry), document=label)
    said += texts.ROW_LEAD.format(units="; ".join(map(tidy, lead))) if lead else ""
    page = Page()
    page.raw(reason)
    page.gap()
    page.add(said, [entry.source.facing(*lead)], bullet="")
    return Composed(page, "refused", None, reason)
