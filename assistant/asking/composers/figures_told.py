"""How a figure is told: with its document, period and note, and what contradicts it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.asking import texts
from assistant.asking.composers.figures_meant import measured_alike
from assistant.asking.composers.yearly import yearly_step
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.matching import found_in, match
from assistant.asking.finding.retrieval import (
    Search,
    entry_horizon,
)
from assistant.asking.labels import (
    entry_name,
    indicator_value,
    shortened,
    target_value,
)
from assistant.asking.page import Page
from assistant.asking.sentences.meeting import NO_FIGURE, NUMBERING
from assistant.asking.sentences.passages import sentences_about, split_sentences
from assistant.asking.sentences.stated import (
    Stated,
    about_topic,
    beside,
    contradictions,
    stated_in,
)
from assistant.asking.words import contains, plain_phrase
from ingest.model import DocumentKind, Indicator, Target
from ingest.text.numbers import amounts

_REPORTS = frozenset({DocumentKind.REPORT, DocumentKind.STATISTICS_ANNEX})
_FIGURE = re.compile(r"\d")
_CLAUSE = re.compile(r"[;()]\s*|,(?!\d)\s*")
_CLAUSE_COVERED = 0.8
_MOST_SENTENCES = 2
_LONGEST_NOTE, _WHY_BLANK = 220, 600
_LONGEST_SENTENCE = 420
_HELD = 0.6
_HELD_AGAINST = re.compile(
    r"\b(?:so với|trên tổng số|trong tổng số|trên|/) (?:tổng )?số\b[^,.;()]*", re.IGNORECASE
)
"""What a figure is held against, up to the next mark."""


def gives_figure(
    search: Search, text: str, *, before: str = "", clause: re.Pattern[str] = _CLAUSE
) -> bool:
    """Whether one clause of ``text`` is about the topic and holds a figure of its own.

    ``before`` is what the text goes on from; ``clause`` stands between the clauses.
    """
    whole = search.corpus.features(f"{before} {text}")
    for said in clause.split(text):
        if not _FIGURE.search(NO_FIGURE.sub(" ", NUMBERING.sub("", said))):
            continue
        body = search.corpus.features(said)
        piece = Entry("passages", search.documents[0], None, None, body, body, whole)
        found = match(piece, search.topic, accented=search.query.accented)
        if found.coverage >= _CLAUSE_COVERED:
            return True
    return False


def confirmed(search: Search, entries: Sequence[Entry]) -> bool:
    """Whether any of the entries bears out the figure that a question takes for true."""
    return any(_verdict(search, entry) == texts.CONFIRMED for entry in entries)


def _verdict(search: Search, entry: Entry) -> str:
    """Whether the figure that the question takes for the value is it."""
    record, supposed = entry.record, search.query.supposed
    if supposed is None or supposed.figure is None or not isinstance(record, Target | Indicator):
        return ""
    stated = amounts(supposed.figure)
    if record.value is None or not stated or not measured_alike(supposed.figure, entry):
        return ""
    if Decimal(record.value) == stated[0].value:
        return texts.CONFIRMED
    return texts.DENIED.format(supposed=supposed.figure)


def _own_sentence(target: Target) -> str:
    """Of a paragraph that states several figures the sentence that states this one."""
    held = (one for one in split_sentences(target.text) if target.metric and target.metric in one)
    return next(held, target.text)


def add_value(search: Search, page: Page, entry: Entry, *, label: str) -> None:
    """One line with the figure of a target or indicator."""
    record = entry.record
    verdict = _verdict(search, entry)
    if isinstance(record, Target):
        horizon = entry_horizon(search, entry)
        text = shortened(_own_sentence(record))
        shown = target_value(record)
        if not shown:
            said = texts.TARGET_WITHOUT_FIGURE.format(text=text)
            page.add_of(label, said, [record.source], when=horizon)
            return
        told = yearly_step(record) or shown
        said = texts.TARGET_IS.format(
            text=text, metric=shortened(record.metric or texts.METRIC, 160), value=told
        )
        page.add_of(label, f"{verdict}{said}", [record.source], when=horizon)
        page.target_figure(record, shown)
    elif isinstance(record, Indicator):
        name = entry_name(entry)
        shown = indicator_value(record)
        if not shown:
            said = texts.INDICATOR_BLANK.format(name=name)
        else:
            said = texts.INDICATOR_IS.format(name=name, value=shown)
        if record.note and record.role != "previous":  # a note is of what is reported now
            longest = _LONGEST_NOTE if shown else _WHY_BLANK
            said += texts.INDICATOR_NOTE.format(note=shortened(record.note, longest))
        page.add_of(label, f"{verdict}{said}", [record.source])
        if shown:
            page.indicator_figure(record, shown)


def _only_compares(search: Search, text: str) -> bool:
    """Whether a sentence names what is asked only as what another figure is held against."""
    own, compared = _HELD_AGAINST.subn(" ", text)
    words = search.corpus.features(own)
    return bool(compared) and not all(
        term.weak or found_in(term, words, accented=search.query.accented) >= _HELD
        for term in search.topic.terms
    )


def add_prose(search: Search, page: Page, entries: Sequence[Entry], labels: dict[str, str]) -> None:
    """What the running text of a report says of the same thing, so that both sources are seen."""
    reports = {
        report.id: report
        for entry in entries
        if entry.document.kind in _REPORTS
        for report in beside(search.documents, entry.document)
    }
    sentences = sentences_about(search, reports.keys(), limit=_MOST_SENTENCES)
    unit = plain_phrase(search.query.asked_unit or "")
    for sentence in sentences:
        if unit and contains(search.corpus.features(sentence.text).plain, unit) < 0:
            continue  # "mấy người" is not told by "02 nhóm"
        if _only_compares(search, sentence.text):
            continue
        if gives_figure(search, sentence.text, before=sentence.before):
            said = texts.PROSE_FIGURE.format(text=shortened(sentence.text, _LONGEST_SENTENCE))
            page.add_of(labels[sentence.document.id], said, [sentence.source])
    for report in reports.values():
        cells = [
            entry.record
            for entry in entries
            if isinstance(entry.record, Indicator)
            and report in beside(search.documents, entry.document)
        ]
        figures = [
            figure
            for sentence in sentences
            if sentence.document.id == report.id
            for figure in stated_in(sentence.text, report, sentence.unit)
            if about_topic(figure, search.topic, search.corpus, accented=search.query.accented)
        ]
        for cell, figure in contradictions(figures, cells):
            add_contradiction(page, cell, figure, labels)


def add_contradiction(
    page: Page, cell: Indicator, figure: Stated, labels: dict[str, str], *, name: str = ""
) -> None:
    """One line with both figures, which is all that can be said: neither is silently preferred."""
    within = cell.document_id == figure.document.id
    left = indicator_value(cell)
    said = texts.SOURCES_DIFFER.format(
        annex=texts.IN_ANNEX if within else labels[cell.document_id],
        left=left,
        report=texts.IN_TEXT if within else labels[figure.document.id],
        right=figure.shown,
    )
    page.add(f"{name}{said}", [cell.source, figure.source], bullet="- ")
    page.indicator_figure(cell, left)
    page.stated_figure(figure, cell, said)
