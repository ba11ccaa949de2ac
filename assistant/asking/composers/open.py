"""Questions that only name a topic or a row: everything the record holds, or the text itself."""

from __future__ import annotations

import re

from assistant.asking import texts
from assistant.asking.composers.choice import clarify, too_many
from assistant.asking.composers.listing import add_row, compose_list
from assistant.asking.composers.prose import compose_prose
from assistant.asking.composers.values import add_value, gives_figure
from assistant.asking.corpus import Entry
from assistant.asking.due import deadlines
from assistant.asking.labels import deadline_text, document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.passages import sections_about
from assistant.asking.retrieval import Search, allowed, fitting
from ingest.model import Indicator, Target, Task

_FEW, _FULL, _BRIEF = 4, 1500, 260
_MOST_PASSAGES = 14
_SHARE = "%"
_PERCENT = re.compile(r"%|phần trăm")


def compose_open(search: Search) -> Composed | None:
    """A section of that name, the records about the topic, or sentences about it."""
    sections = sections_about(search)
    matches = fitting(search, ("targets", "tasks", "indicators"))
    if sections and (not matches or sections[0].score > matches[0].score + 0.05):
        return compose_prose(search)
    if not matches:
        return compose_prose(search)
    entries = [found.entry for found in matches]
    return clarify(search, entries) if too_many(len(entries)) else _page(search, entries)


def compose_open_value(search: Search) -> Composed | None:
    """The same for a question about a figure: text without any share says no share."""
    composed = compose_open(search)
    if composed is None or search.query.asked_unit != _SHARE or composed.path != "passages":
        return composed
    quotes = [citation.source.quote for citation in composed.page.citations]
    stated = any(_PERCENT.search(quote) and gives_figure(search, quote) for quote in quotes)
    return composed if stated else None


def compose_key(search: Search) -> Composed | None:
    """The rows that stand under a key ("mục III.1.9"), or the passages of a section."""
    entries = allowed(search, ("targets", "tasks", "indicators"))
    if not entries:
        passages = allowed(search, ("passages",))
        if not passages:
            return None
        page = Page()
        for entry in passages[:_MOST_PASSAGES]:
            page.add(tidy(entry.unit.text if entry.unit else ""), [entry.source], bullet="")
            page.gap()
        return Composed(page, path="passages")
    return compose_list(search) if too_many(len(entries)) else _page(search, entries)


def _page(search: Search, entries: list[Entry]) -> Composed:
    labels = document_labels(search.documents)
    page = Page()
    longest = _FULL if len(entries) <= _FEW else _BRIEF
    for entry in entries:
        record = entry.record
        label = labels[entry.document.id]
        if isinstance(record, Target | Indicator):
            add_value(search, page, entry, label=label)
        elif isinstance(record, Task):
            page.add_of(label, task_text(record, longest), [record.source])
        else:
            add_row(search, page, entry)
    return Composed(page)


def task_text(task: Task, longest: int) -> str:
    """A task with its lead, coordinators, product and deadline."""
    parts = [f"«{shortened(task.text, longest)}»"]
    if task.lead:
        parts.append(texts.ROW_LEAD.format(units="; ".join(map(tidy, task.lead))))
    if task.coordinating:
        parts.append(texts.ROW_COORDINATING.format(units="; ".join(map(tidy, task.coordinating))))
    if task.products:
        parts.append(texts.ROW_PRODUCT.format(products="; ".join(map(tidy, task.products))))
    found = [deadline_text(deadline) for deadline in deadlines(task)]
    if found:
        parts.append(texts.ROW_DEADLINE.format(deadline="; ".join(found)))
    return "".join(parts)
