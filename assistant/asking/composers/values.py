"""Figures: what a plan promises and what a report counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking import texts
from assistant.asking.composers.choice import clarify, too_many
from assistant.asking.corpus import Entry
from assistant.asking.labels import (
    document_labels,
    indicator_name,
    indicator_value,
    shortened,
    target_value,
    tidy,
)
from assistant.asking.page import Composed, Page
from assistant.asking.passages import sentences_about
from assistant.asking.query import Quantity
from assistant.asking.retrieval import Search, allowed, by_document, entry_horizon, fitting, ranked
from assistant.asking.topic import Match, match
from ingest.model import DocumentKind, Indicator, Target

_REPORTS = frozenset({DocumentKind.REPORT, DocumentKind.STATISTICS_ANNEX})
_FIGURE = re.compile(r"\d")
_NO_FIGURE = re.compile(
    r"\d+(?:/\d+)*/[A-ZĐ]{1,6}[\w-]*|\d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|(?:năm|giai đoạn)\s+20\d\d(?:\s*[-–]\s*20\d\d)?"
    r"|(?:số|Điều|Khoản|Mục|mức độ|Quý|quý|tháng)\s+\d+"
)
_CLAUSE = re.compile(r"[;,()]\s*")
_CLAUSE_COVERED = 0.8
_MOST_SENTENCES = 2
_LONGEST_NOTE = 220
_SPARE_WORDS = 4
_NAMED, _APART = 0.85, 0.15
_COUNTABLE = frozenset({"nhiem", "vu", "chi", "tieu", "muc", "cong", "viec"})


def compose_value(search: Search) -> Composed | None:
    """Answer "how much": targets, indicators, and sentences of a report that give a figure."""
    chosen = value_matches(search)
    if not chosen:
        return None
    entries = [found.entry for found in chosen]
    if too_many(len(entries)):
        return clarify(search, entries)
    labels = document_labels(search.documents)
    page = Page()
    for entry in entries:
        add_value(search, page, entry, label=labels[entry.document.id])
    known = [entry for entry in entries if _has_value(entry)]
    if search.query.subject != "targets":
        _add_prose(search, page, entries, labels)
    if search.query.subject == "indicators" and not any(
        entry.kind == "indicators" for entry in entries
    ):
        reason = texts.REFUSE_ONLY_TARGET.format(topic=search.query.topic_text)
        return Composed(page, "refused", "records", reason)
    if not known and not page.figures:
        reason = _nothing_known(search, entries, labels)
        return Composed(page, "refused", "records", reason)
    return Composed(page)


def compose_counted_value(search: Search) -> Composed | None:
    """For "how many tasks ...": a statistics row that counts them, if one says just that."""
    asked = {entry.word.plain for entry in search.query.topic if not entry.word.plain.isdigit()}
    said = {entry.word.plain for entry in search.query.required} | {
        plain for plain in asked if plain not in _COUNTABLE
    }
    if search.query.limits.unit or not said:
        return None
    found = [
        entry
        for entry in allowed(search, ("indicators",))
        if _has_value(entry) and asked <= entry.body.words
    ]
    if not found or too_many(len(found)):
        return None
    labels = document_labels(search.documents)
    page = Page()
    shortest = min(len(entry.body.plain) for entry in found)
    for entry in found:
        if len(entry.body.plain) <= shortest + _SPARE_WORDS:
            add_value(search, page, entry, label=labels[entry.document.id])
    return Composed(page)


def value_matches(search: Search) -> list[Match]:
    """The targets and indicators meant, best documents first."""
    subject = search.query.subject
    wanted = fitting(ranked(search, ("targets", "indicators")))
    if subject == "targets":
        own = fitting(ranked(search, ("targets",)))
        wanted = own or wanted
    elif subject == "indicators":
        own = fitting(ranked(search, ("indicators",)))
        wanted = own or wanted
    wanted = _own_metric(_measured(wanted, search.query.quantity))
    return [found for group in by_document(wanted).values() for found in _prefer(search, group)]


def _own_metric(matches: list[Match]) -> list[Match]:
    """Of several figures in one sentence the one whose own metric is asked for, if one is."""
    best: dict[object, float] = {}
    for found in matches:
        best[found.entry.source] = max(best.get(found.entry.source, 0.0), found.focus)
    return [
        found
        for found in matches
        if best[found.entry.source] < _NAMED or found.focus > best[found.entry.source] - _APART
    ]


def _measured(matches: list[Match], quantity: Quantity | None) -> list[Match]:
    """Shares for "tỷ lệ", counts for "số"; all where there are none of the kind asked for."""
    if quantity is None:
        return matches
    kept = [
        found
        for found in matches
        if isinstance(found.entry.record, Target | Indicator)
        and (found.entry.record.unit or "").startswith("%") is (quantity == "share")
    ]
    return kept or matches


def _prefer(search: Search, group: Sequence[Match]) -> list[Match]:
    """Within a document: the year asked for exactly, if a target has it; figures before words."""
    years = set(search.query.limits.years)
    exact = [
        found
        for found in group
        if isinstance(found.entry.record, Target)
        and found.entry.record.horizon is not None
        and found.entry.record.horizon.to in years
    ]
    kept = exact or list(group)
    with_figure = [found for found in kept if _has_value(found.entry)]
    return with_figure or kept


def _has_value(entry: Entry) -> bool:
    record = entry.record
    return isinstance(record, Target | Indicator) and (
        record.value is not None
        or (isinstance(record, Indicator) and record.value_text is not None)
    )


def add_value(search: Search, page: Page, entry: Entry, *, label: str) -> None:
    """One line with the figure of a target or indicator."""
    record = entry.record
    if isinstance(record, Target):
        horizon = entry_horizon(search, entry)
        head = f"**{label}**, {horizon}" if horizon else f"**{label}**"
        text = shortened(record.text)
        shown = target_value(record)
        if not shown:
            page.add(f"{head}: {texts.TARGET_WITHOUT_FIGURE.format(text=text)}", [record.source])
            return
        said = texts.TARGET_IS.format(
            text=text, metric=shortened(record.metric or texts.METRIC, 160), value=shown
        )
        page.add(f"{head}: {said}", [record.source])
        page.target_figure(record, shown)
    elif isinstance(record, Indicator):
        name = indicator_name(record)
        shown = indicator_value(record)
        if not shown:
            said = texts.INDICATOR_BLANK.format(name=name)
        else:
            said = texts.INDICATOR_IS.format(name=name, value=shown)
        if record.note:
            said += texts.INDICATOR_NOTE.format(note=shortened(record.note, _LONGEST_NOTE))
        page.add(f"**{label}**: {said}", [record.source])
        if shown:
            page.indicator_figure(record, shown)


def _add_prose(
    search: Search, page: Page, entries: Sequence[Entry], labels: dict[str, str]
) -> None:
    """What a report's running text says of the same thing, so that both sources are seen."""
    documents = {entry.document.id for entry in entries if entry.document.kind in _REPORTS}
    for sentence in sentences_about(search, documents, limit=_MOST_SENTENCES):
        if gives_figure(search, sentence.text):
            said = texts.PROSE_FIGURE.format(text=tidy(sentence.text))
            page.add(f"**{labels[sentence.document.id]}**: {said}", [sentence.source])


def gives_figure(search: Search, text: str) -> bool:
    """Whether one clause of ``text`` is about the topic and holds a figure of its own."""
    whole = search.corpus.features(text)
    for clause in _CLAUSE.split(text):
        if not _FIGURE.search(_NO_FIGURE.sub(" ", clause)):
            continue
        body = search.corpus.features(clause)
        piece = Entry("passages", search.documents[0], None, None, body, body, whole)
        found = match(piece, search.topic, accented=search.query.accented)
        if found.coverage >= _CLAUSE_COVERED:
            return True
    return False


def _nothing_known(search: Search, entries: Sequence[Entry], labels: dict[str, str]) -> str:
    scope = labels[entries[0].document.id]
    if any(entry.kind == "indicators" for entry in entries):
        return texts.REFUSE_BLANK.format(scope=scope)
    return texts.REFUSE_NO_FIGURE.format(topic=search.query.topic_text, scope=scope)
