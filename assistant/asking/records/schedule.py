"""The first and the last deadlines, and what one unit leads beside what it helps with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.asking.composers.listing import add_row
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.due import deadlines
from assistant.asking.finding.limiting import has_unit
from assistant.asking.finding.retrieval import Search
from assistant.asking.finding.selection import Rows
from assistant.asking.labels import day, document_labels, limits_text
from assistant.asking.page import Composed, Page
from assistant.asking.query import Query, UnitRole
from assistant.asking.records import wording
from assistant.asking.records.reading import Asked
from ingest.model import Target, Task
from ingest.text.unit_keys import Issuer


def write_ends(search: Search, asked: Asked, rows: Rows, today: date) -> Composed | None:
    """The rows due first, last or next, document by document."""
    page = Page()
    labels = document_labels(search.documents)
    limits = f"{limits_text(search.query)}{rows.said}"
    for document in search.documents:
        dated = [
            (deadline.to, entry)
            for entry in rows.entries
            if entry.document.id == document.id and isinstance(entry.record, Task)
            for deadline in deadlines(entry.record)
            if deadline.to
        ]
        for end in asked.ends:
            days = [one for one, _ in dated if end != "next" or one >= today.isoformat()]
            if not days:
                continue
            chosen = max(days) if end == "last" else min(days)
            own = list({id(entry): entry for one, entry in dated if one == chosen}.values())
            page.gap()
            said = wording.ENDS[end].format(
                document=labels[document.id], day=day(chosen), count=len(own), limits=limits
            )
            page.add(said, [entry.source for entry in own], bullet="")
            for entry in own:
                add_row(search, page, entry)
    return Composed(page) if page.lines else None


def write_both(search: Search, rows: Rows) -> Composed | None:
    """What a unit leads, what it helps with, and what it does both in."""
    unit = search.query.limits.unit
    if unit is None:
        return None
    page = Page()
    labels = document_labels(search.documents)
    limits = _without_unit(search.query)
    for document in search.documents:
        own = [entry for entry in rows.entries if entry.document.id == document.id]
        sides = {role: _of_role(own, unit, role) for role in ("lead", "coordinating")}
        for role, entries in sides.items():
            if not own:
                continue
            page.gap()
            said = wording.BOTH.format(
                document=labels[document.id],
                unit=unit,
                role=wording.ROLES[role],
                count=len(entries),
                limits=limits,
            )
            page.add(said, [entry.source for entry in entries or own], bullet="")
            for entry in entries:
                add_row(search, page, entry)
        helped = {id(one) for one in sides["coordinating"]}
        at_once = [one for one in sides["lead"] if id(one) in helped]
        if at_once:
            page.gap()
            said = wording.BOTH_AT_ONCE.format(
                document=labels[document.id], unit=unit, count=len(at_once), limits=limits
            )
            page.add(said, [entry.source for entry in at_once], bullet="")
            for entry in at_once:
                add_row(search, page, entry)
    return Composed(page) if page.lines else None


def _without_unit(query: Query) -> str:
    return limits_text(replace(query, limits=replace(query.limits, unit=None, partner=None)))


def _of_role(entries: Sequence[Entry], unit: str, role: UnitRole) -> list[Entry]:
    found = []
    for entry in entries:
        record = entry.record
        if isinstance(record, Task | Target):
            names = record.lead if role == "lead" else record.coordinating
            slugs = record.lead_units if role == "lead" and isinstance(record, Task) else ()
            if has_unit(names, slugs, unit, Issuer.of(entry.document)):
                found.append(entry)
    return found
