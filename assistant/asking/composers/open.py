"""Questions that only name a topic or a row: everything the record holds, or the text itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.asking import texts
from assistant.asking.composers.choice import clarify, too_many
from assistant.asking.composers.figures_meant import MONEY
from assistant.asking.composers.figures_told import add_value, gives_figure
from assistant.asking.composers.listing import add_row, add_steps, compose_list
from assistant.asking.composers.prose import compose_prose
from assistant.asking.composers.unfolding import unfolded
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.due import deadlines
from assistant.asking.finding.progress import status_cell
from assistant.asking.finding.retrieval import Search, allowed, fitting, ranked
from assistant.asking.finding.selection import select_rows
from assistant.asking.labels import deadline_text, document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent
from assistant.asking.questions.wanted import asks_class
from assistant.asking.sentences.passages import sections_about, split_sentences
from assistant.asking.sentences.quoting import within
from ingest.model import Indicator, Target, Task
from ingest.text.normal import match_key
from ingest.vocabulary import load

_FEW, _FULL, _BRIEF = 4, 1500, 260
_MOST_PASSAGES = 14
_SHARE = "%"
_PERCENT = re.compile(r"%|phần trăm")
_CURRENCY = re.compile(r"\d[\d.,]*\s*(?:nghìn |triệu |tỷ )?đồng", re.IGNORECASE)
_HELD = 0.6
_HOW_MANY = ("bao", "nhieu")
_MANY = "may"


def compose_open(search: Search) -> Composed | None:
    """A section of that name, the records about the topic, or sentences about it."""
    sections = sections_about(search)
    matches = fitting(search, ("targets", "tasks", "indicators"))
    if sections and (not matches or sections[0].score > matches[0].score + 0.05):
        return compose_prose(search)
    if not matches:
        return compose_prose(search)
    entries = [found.entry for found in matches]
    return clarify(search, entries) if too_many(len(entries)) else page_of(search, entries)


def compose_recorded(search: Search) -> Composed | None:
    """The few indicators that hold every word of the question, where no section has such a title.

    Not where a report or plan is asked what it says: its text is meant.

    "Kinh phí đã giải ngân" may be the subject of a section and is here the name of a figure.
    """
    if sections_about(search) or search.query.limits.kind_words:
        return None
    named = [
        found
        for found in fitting(search, ("indicators",))
        if all(
            term.weak or level >= _HELD
            for term, level in zip(search.topic.terms, found.levels, strict=True)
        )
    ]
    return page_of(search, [found.entry for found in named]) if 0 < len(named) <= _FEW else None


def compose_aspects(search: Search) -> Composed | None:
    """Several particulars of a task at once: the whole row, with what it does not say."""
    entries = [found.entry for found in fitting(search, ("tasks",))]
    if search.topic.empty and search.query.limits.unit and search.query.follows_on:
        rows = select_rows(search)
        entries = [*rows.entries] if rows is not None else []
        if too_many(len(entries)):
            return None  # listed in short lines
    if not entries:
        return None
    if too_many(len(entries)):
        return clarify(search, entries)
    labels = document_labels(search.documents)
    page = Page()
    for entry in entries:
        if isinstance(entry.record, Task):
            said = task_text(entry.record, _FULL if len(entries) <= _FEW else _BRIEF)
            said += _unsaid(entry.record, search.query.aspects)
            page.add_of(labels[entry.document.id], said, [entry.record.source])
    return Composed(page)


def _unsaid(task: Task, aspects: Sequence[Intent]) -> str:
    """Which of the particulars asked for the row leaves open."""
    held = {
        Intent.LEAD: bool(task.lead),
        Intent.COORDINATING: bool(task.coordinating),
        Intent.PRODUCT: bool(task.products),
        Intent.DEADLINE: any(True for _ in deadlines(task)),
    }
    lacking = [texts.ASPECTS[one.value] for one in aspects if not held.get(one, True)]
    return texts.NOT_SAID.format(aspects=", ".join(lacking)) if lacking else ""


def compose_open_value(search: Search) -> Composed | None:
    """The same for a question about a figure: what holds no such figure is no answer."""
    composed = compose_open(search)
    unit = search.query.asked_unit
    if composed is None and unit in MONEY:
        return _money_beside(search)
    if composed is None or asks_class(search.query) or not (unit or _asks_how_many(search)):
        return composed
    quotes = [citation.source.quote for citation in composed.page.citations]
    if unit == _SHARE:
        found = any(_PERCENT.search(quote) and gives_figure(search, quote) for quote in quotes)
    elif unit in MONEY:
        found = any(_CURRENCY.search(quote) for quote in quotes)
    else:
        found = any(gives_figure(search, quote) or _counts(quote, unit) for quote in quotes)
    return composed if found else None


def _counts(quote: str, unit: str | None) -> bool:
    """Whether a number of the very thing asked for stands in a sentence ("1.230 lượt người")."""
    return unit is not None and bool(re.search(rf"\d\s+{re.escape(unit)}\b", quote, re.IGNORECASE))


def _money_beside(search: Search) -> Composed | None:
    """Sums of money in a paragraph that holds the whole topic, though in several sentences."""
    labels = document_labels(search.documents)
    page = Page()
    for found in ranked(search, ("passages",)):
        unit = found.entry.unit
        told = [
            level
            for term, level in zip(search.topic.terms, found.levels, strict=True)
            if not term.weak
        ]
        if unit is None or not told or min(told) < _HELD:
            continue
        for text in split_sentences(unit.text):
            words = search.corpus.features(text).words
            if _CURRENCY.search(text) and not search.topic.words.isdisjoint(words):
                label = f"**{labels[found.entry.document.id]}**"
                page.add(f"{label}: {tidy(text)}", [within(unit.source, text)])
    return Composed(page, path="passages") if page.lines else None


def _asks_how_many(search: Search) -> bool:
    words = search.query.words
    return _HOW_MANY in pairwise(words) or _MANY in words


def _asks_steps(search: Search) -> bool:
    """Whether a question asks what is done for a task ("gồm những hoạt động gì")."""
    told = match_key(search.query.standalone)
    return any(re.search(rf"\b{re.escape(one)}\b", told) for one in load("asking_records")["steps"])


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
    return compose_list(search) if too_many(len(entries)) else page_of(search, entries)


def page_of(search: Search, entries: list[Entry]) -> Composed:
    """A line for every record with all it holds; in the place of a heading the rows below it."""
    entries = unfolded(entries, search.corpus)
    labels = document_labels(search.documents)
    page = Page()
    longest = _FULL if len(entries) <= _FEW else _BRIEF
    quoted = {
        (entry.document.id, one.source.quote)
        for entry in entries
        if isinstance(one := entry.record, Target) and one.value is not None
    }
    steps = len(entries) <= _FEW and _asks_steps(search)
    for entry in entries:
        record = entry.record
        if isinstance(record, Task) and (entry.document.id, record.source.quote) in quoted:
            continue  # the same sentence, told with its figure
        label = labels[entry.document.id]
        if isinstance(record, Target | Indicator):
            add_value(search, page, entry, label=label)
        elif isinstance(record, Task):
            page.add_of(label, task_text(record, longest), [record.source])
            if steps:
                add_steps(page, entry)
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
    status = status_cell(task)
    if status is not None:
        parts.append(texts.ROW_STATUS.format(status=tidy(status.quote)))
    return "".join(parts)
