"""Figures: what a plan promises and what a report counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking import texts
from assistant.asking.composers.carried_out import carried_out
from assistant.asking.composers.choice import clarify, too_many
from assistant.asking.composers.counted_in_text import compose_counted_in_text
from assistant.asking.composers.figures_meant import (
    bearing,
    has_value,
    measured_alike,
    measured_in,
    role,
    value_matches,
)
from assistant.asking.composers.figures_told import add_prose, add_value, confirmed, gives_figure
from assistant.asking.composers.one_division import of_asked_division
from assistant.asking.composers.own_column import in_named_column
from assistant.asking.composers.told_column import in_told_column
from assistant.asking.composers.unfolding import unfolded
from assistant.asking.composers.yearly import steps_once
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.matching import Match
from assistant.asking.finding.retrieval import Search, allowed, fitting
from assistant.asking.labels import (
    document_labels,
    shortened,
)
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent
from assistant.asking.questions.planned import asks_planned, says_planned
from assistant.asking.sentences.passages import sentences_about
from assistant.asking.words import contains, plain_phrase
from ingest.model import DocumentKind, Indicator
from ingest.vocabulary import load

_REPORTS = frozenset({DocumentKind.REPORT, DocumentKind.STATISTICS_ANNEX})
_PART = re.compile(r"[;()]\s*")
_MOST_SENTENCES = 2
_WHOLE = 0.99
_LONGEST_SENTENCE = 420
_SPARE_WORDS = 4
_DONE = "da"
_PLANNED = ("ke", "hoach")
_TO_BE = frozenset({"plan", "share", "total"})
_AGAINST = frozenset({"so", "chenh", "hon"})
_WORK = frozenset({"tasks", "targets"})
_COUNTABLE = frozenset({"nhiem", "vu", "chi", "tieu", "muc", "cong", "viec"})


def compose_value(search: Search) -> Composed | None:
    """Answer "how much": targets, indicators, and sentences of a report that give a figure."""
    chosen = value_matches(search)
    supposed = search.query.supposed
    figure = supposed.figure if supposed is not None else None
    entries = bearing(search, figure) or _blank_alone(search, chosen)
    entries = entries or [found.entry for found in chosen]
    if not entries:
        return None
    if not any(map(has_value, entries)) and search.query.asked_unit is None:
        entries = unfolded(entries, search.corpus)
    comparable = [e for e in entries if figure is None or measured_alike(figure, e)]
    entries = in_told_column(search, _reached(search, comparable or entries))
    entries = carried_out(search, in_named_column(search, entries))
    entries = of_asked_division(search.query, _counted(search, entries))
    if too_many(len(entries)):
        return clarify(search, entries)
    labels = document_labels(search.documents)
    page = Page()
    for entry in steps_once(entries):
        add_value(search, page, entry, label=labels[entry.document.id])
    known = [entry for entry in entries if has_value(entry)]
    if search.query.subject != "targets":
        add_prose(search, page, entries, labels)
    if not comparable:
        reason = texts.REFUSE_NOT_STATED.format(figure=figure, topic=search.query.topic_text)
        return Composed(page, "refused", "records", reason)
    if search.query.intent is Intent.REASON and figure is not None and confirmed(search, entries):
        reason = texts.REFUSE_FIGURE_ALONE.format(figure=figure, topic=search.query.topic_text)
        return Composed(page, "refused", "records", reason)
    if search.query.subject == "indicators" and not any(
        entry.kind == "indicators" for entry in entries
    ):
        if (reported := _reported(search, labels)) is not None:
            return reported
        reason = texts.REFUSE_ONLY_TARGET.format(
            topic=search.query.topic_text, scope=_scope(search, labels)
        )
        return Composed(page, "refused", "records", reason)
    if known and asks_planned(search.query) and not any(map(_is_planned, entries)):
        reason = texts.REFUSE_ONLY_ACTUAL.format(
            topic=search.query.topic_text, scope=_scope(search, labels)
        )
        return Composed(page, "refused", "records", reason)
    unit = search.query.asked_unit
    if known and unit is not None and not any(measured_in(entry, unit) for entry in known):
        if unit != "%" and (told := compose_counted_in_text(search, unit)) is not None:
            return told
        reason = texts.REFUSE_UNIT.format(topic=search.query.topic_text, unit=unit)
        return Composed(page, "refused", "records", reason)
    blank = any(not has_value(entry) and role(entry) == "actual" for entry in entries)
    if blank and _DONE in search.query.words and all(role(one) == "plan" for one in known):
        reason = texts.REFUSE_BLANK.format(scope=labels[entries[0].document.id])
        return Composed(page, "refused", "records", reason)
    if not known and not page.figures:
        reason = _nothing_known(search, entries, labels)
        return Composed(page, "refused", "records", reason)
    return Composed(page)


def _counted(search: Search, entries: list[Entry]) -> list[Entry]:
    """Of "bao nhiêu phòng" the rows with a figure: an aim without one counts nothing."""
    query = search.query
    counts = query.quantity == "count" or query.asked_unit not in (None, "%")
    if not counts or not any(map(has_value, entries)):
        return entries
    return [entry for entry in entries if has_value(entry) or entry.kind == "indicators"]


def _blank_alone(search: Search, chosen: Sequence[Match]) -> list[Entry]:
    """The blank rows whose own names say all that is asked, where no chosen row's name does."""
    if any(found.focus >= _WHOLE for found in chosen):
        return []
    rows = fitting(search, ("indicators",))
    return [one.entry for one in rows if one.focus >= _WHOLE and not has_value(one.entry)]


def _is_planned(entry: Entry) -> bool:
    """Whether an entry tells what is to be reached, or its name says so."""
    planned = entry.kind == "targets" or role(entry) in _TO_BE
    return planned or says_planned(entry.body.plain)


def _reached(search: Search, entries: list[Entry]) -> list[Entry]:
    """The figures of the quarter or months asked about, without what is planned beside them."""
    query = search.query
    aims = (plain_phrase(word) for word in load("asking_intents")["target_words"])
    if not query.limits.parts or query.intent is not Intent.VALUE:
        return entries
    if contains(query.words, _PLANNED) >= 0 or any(contains(query.words, one) >= 0 for one in aims):
        return entries
    actual = [entry for entry in entries if role(entry) == "actual"]
    return [entry for entry in entries if role(entry) != "plan"] if actual else entries


def _reported(search: Search, labels: dict[str, str]) -> Composed | None:
    """What the running text of reports says has come of a target that no row of theirs is about."""
    reports = [one.id for one in search.documents if one.kind in _REPORTS]
    page = Page()
    aims = [plain_phrase(word) for word in load("asking_intents")["target_words"]]
    for sentence in sentences_about(search, reports, limit=_MOST_SENTENCES):
        aimed = any(contains(plain_phrase(sentence.text), aim) >= 0 for aim in aims)
        given = gives_figure(search, sentence.text, before=sentence.before, clause=_PART)
        if given and not aimed:
            said = texts.PROSE_FIGURE.format(text=shortened(sentence.text, _LONGEST_SENTENCE))
            page.add_of(labels[sentence.document.id], said, [sentence.source])
    return Composed(page, path="passages") if page.citations else None


def _scope(search: Search, labels: dict[str, str]) -> str:
    """Where was looked: the one document, or how many."""
    documents = search.documents
    if len(documents) == 1:
        return texts.SCOPE_ONE.format(document=labels[documents[0].id])
    return texts.SCOPE_MANY.format(count=len(documents))


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
        if has_value(entry) and asked <= entry.body.words
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


def compose_counted_of_unit(search: Search) -> Composed | None:
    """The statistics rows that count the work asked about, where no rows of work are stored.

    What the work is about may stand above such a row or in the document's title ("Số nhiệm vụ đã
    hoàn thành" of a report on reform).
    """
    query = search.query
    asked = {entry.word.plain for entry in query.topic if not entry.word.plain.isdigit()}
    if query.subject not in _WORK or query.limits.unit or not asked:
        return None
    if allowed(search, (query.subject,)):
        return None
    found: list[tuple[int, Entry]] = []
    for entry in allowed(search, ("indicators",)):
        record = entry.record
        unit = plain_phrase(record.unit or "") if isinstance(record, Indicator) else ()
        if not unit or not has_value(entry) or contains(query.words, unit) < 0:
            continue
        title = search.corpus.features(entry.document.title or "")
        own = entry.body.words | set(unit)
        if asked <= own | entry.context.words | title.words:
            found.append((len(own & set(query.words)), entry))
    top = max((held for held, _ in found), default=0)
    best = [entry for held, entry in found if held == top]
    if not best or too_many(len(best)):
        return None
    labels = document_labels(search.documents)
    page = Page()
    for entry in best:
        add_value(search, page, entry, label=labels[entry.document.id])
    return Composed(page)


def compose_alone(search: Search) -> Composed | None:
    """The figure itself where "giảm bao nhiêu" names nothing to hold it against."""
    limits = search.query.limits
    sides = (limits.alternatives, limits.years, limits.places, limits.numbers)
    if any(len(side) > 1 for side in sides) or not _AGAINST.isdisjoint(search.query.words):
        return None
    return compose_value(search) if len(value_matches(search)) == 1 else None


def _nothing_known(search: Search, entries: Sequence[Entry], labels: dict[str, str]) -> str:
    scope = labels[entries[0].document.id]
    if any(entry.kind == "indicators" for entry in entries):
        return texts.REFUSE_BLANK.format(scope=scope)
    return texts.REFUSE_NO_FIGURE.format(topic=search.query.topic_text, scope=scope)
