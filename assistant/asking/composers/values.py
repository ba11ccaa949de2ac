"""Figures: what a plan promises and what a report counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.asking import texts
from assistant.asking.composers.choice import clarify, too_many
from assistant.asking.composers.exactly import counting, plainest_first
from assistant.asking.composers.yearly import steps_once, yearly_step
from assistant.asking.finding.columns import is_whole
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.matching import Match, match
from assistant.asking.finding.retrieval import (
    Search,
    allowed,
    by_document,
    entry_horizon,
    fitting,
    ranked,
)
from assistant.asking.labels import (
    document_labels,
    entry_name,
    indicator_value,
    shortened,
    target_value,
)
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Quantity
from assistant.asking.questions.wanted import NO_FIGURE, NUMBERING
from assistant.asking.sentences.passages import sentences_about
from assistant.asking.sentences.stated import (
    Stated,
    about_topic,
    beside,
    contradictions,
    stated_in,
)
from assistant.asking.words import contains, plain_phrase
from ingest.model import DocumentKind, Indicator, Period, Target
from ingest.text.numbers import amounts
from ingest.vocabulary import load

_REPORTS = frozenset({DocumentKind.REPORT, DocumentKind.STATISTICS_ANNEX})
_FIGURE = re.compile(r"\d")
_CLAUSE = re.compile(r"[;()]\s*|,(?!\d)\s*")
_PART = re.compile(r"[;()]\s*")
_CLAUSE_COVERED = 0.8
_MOST_SENTENCES = 2
_LONGEST_NOTE = 220
_LONGEST_SENTENCE = 420
_SPARE_WORDS = 4
_SHARE = "%"
_PARTLY = 0.5
_SHARE_MARK = re.compile(r"%|phần trăm")
_NAMED, _APART = 0.85, 0.15
_MOST_OF_TOPIC = 0.6
MONEY = frozenset({"tiền", "đồng", "triệu đồng", "tỷ đồng"})
_CURRENCY = "đồng"
_DONE = "da"
TIMES = frozenset({"ngày", "ngày làm việc", "giờ", "giờ làm việc", "phút"})
_AGAINST = frozenset({"so", "chenh", "hon"})
_COUNTABLE = frozenset({"nhiem", "vu", "chi", "tieu", "muc", "cong", "viec"})


def compose_value(search: Search) -> Composed | None:
    """Answer "how much": targets, indicators, and sentences of a report that give a figure."""
    chosen = value_matches(search)
    supposed = search.query.supposed
    figure = supposed.figure if supposed is not None else None
    entries = _bearing(search, figure) or [found.entry for found in chosen]
    if not entries:
        return None
    comparable = [e for e in entries if figure is None or _measured_alike(figure, e)]
    entries = comparable or entries
    if too_many(len(entries)):
        return clarify(search, entries)
    labels = document_labels(search.documents)
    page = Page()
    for entry in steps_once(entries):
        add_value(search, page, entry, label=labels[entry.document.id])
    known = [entry for entry in entries if _has_value(entry)]
    if search.query.subject != "targets":
        _add_prose(search, page, entries, labels)
    if not comparable:
        reason = texts.REFUSE_NOT_STATED.format(figure=figure, topic=search.query.topic_text)
        return Composed(page, "refused", "records", reason)
    if search.query.intent is Intent.REASON and figure is not None and _confirmed(search, entries):
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
    unit = search.query.asked_unit
    if known and unit is not None and not any(_measured_in(entry, unit) for entry in known):
        reason = texts.REFUSE_UNIT.format(topic=search.query.topic_text, unit=unit)
        return Composed(page, "refused", "records", reason)
    blank = any(not _has_value(entry) and _role(entry) == "actual" for entry in entries)
    if blank and _DONE in search.query.words and all(_role(one) == "plan" for one in known):
        reason = texts.REFUSE_BLANK.format(scope=labels[entries[0].document.id])
        return Composed(page, "refused", "records", reason)
    if not known and not page.figures:
        reason = _nothing_known(search, entries, labels)
        return Composed(page, "refused", "records", reason)
    return Composed(page)


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


def compose_alone(search: Search) -> Composed | None:
    """The figure itself where "giảm bao nhiêu" names nothing to hold it against."""
    limits = search.query.limits
    sides = (limits.alternatives, limits.years, limits.places, limits.numbers)
    if any(len(side) > 1 for side in sides) or not _AGAINST.isdisjoint(search.query.words):
        return None
    return compose_value(search) if len(value_matches(search)) == 1 else None


def value_matches(search: Search) -> list[Match]:
    """The targets and indicators meant, best documents first."""
    subject = None if search.query.intent is Intent.COMPARE else search.query.subject
    wanted = fitting(search, ("targets", "indicators"))
    if subject == "targets":
        own = fitting(search, ("targets",))
        wanted = own or wanted
    elif subject == "indicators":
        own = fitting(search, ("indicators",))
        wanted = own or wanted
    unit = search.query.asked_unit
    counted: Quantity | None = "count" if unit else search.query.quantity
    asked = "share" if unit == _SHARE else counted
    wanted = counting(search, _own_metric(search, _measured(wanted, asked)))
    groups = [
        plainest_first(search, _prefer(search, group)) for group in by_document(wanted).values()
    ]
    if search.query.intent is not Intent.COMPARE:
        groups.sort(key=lambda group: not _of_just(search.query.limits.years, group))
    return [found for group in groups for found in group]


def _of_just(years: Sequence[int], group: Sequence[Match]) -> bool:
    """Whether a figure is of a year asked for itself, not of a span of years that contains it."""
    periods = (_entry_period(found.entry) for found in group)
    return not years or any(
        period is not None and period.from_ == period.to and period.to in years
        for period in periods
    )


def _entry_period(entry: Entry) -> Period | None:
    """The years that a figure is for: its own, else its document's."""
    record = entry.record
    own = None
    if isinstance(record, Target):
        own = record.horizon
    elif isinstance(record, Indicator):
        own = record.period
    return own or entry.document.period


def _own_metric(search: Search, matches: list[Match]) -> list[Match]:
    """Of several figures in one sentence the one whose own metric is asked for, if one is."""
    best: dict[object, float] = {}
    whole = {found.entry.source for found in matches if _is_named_whole(search, found.entry)}
    for found in matches:
        best[found.entry.source] = max(best.get(found.entry.source, 0.0), found.focus)
    return [
        found
        for found in matches
        if (found.entry.source not in whole or _is_named_whole(search, found.entry))
        and (best[found.entry.source] < _NAMED or found.focus > best[found.entry.source] - _APART)
    ]


def _is_named_whole(search: Search, entry: Entry) -> bool:
    """Whether a question for one figure says a target's whole metric, and hardly more."""
    metric = entry.record.metric if isinstance(entry.record, Target) else None
    said = frozenset(plain_phrase(metric or ""))
    asked = {one.word.plain for one in search.query.required}
    return bool(said) and said <= asked and len(said) >= _MOST_OF_TOPIC * len(asked)


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
    kept = _of_subject(search, exact or list(group))
    if search.query.intent is not Intent.COMPARE:
        kept = _of_column(search, kept)
    with_figure = [found for found in kept if _has_value(found.entry)]
    return [*_blank_results(with_figure, kept), *with_figure] or kept


def _blank_results(shown: Sequence[Match], kept: Sequence[Match]) -> list[Match]:
    """The blank results of rows of which only the plan has a figure: it is no result."""
    planned = {_row(found.entry) for found in shown if _role(found.entry) == "plan"}
    told = {_row(found.entry) for found in shown if _role(found.entry) != "plan"}
    return [
        found
        for found in kept
        if not _has_value(found.entry)
        and _role(found.entry) == "actual"
        and _row(found.entry) in planned - told
    ]


def _role(entry: Entry) -> str:
    return entry.record.role if isinstance(entry.record, Indicator) else ""


def _row(entry: Entry) -> tuple[str, int | None, int | None]:
    return (entry.document.id, entry.source.table, entry.source.row)


def _bearing(search: Search, figure: str | None) -> list[Entry]:
    """Rows that partly fit the topic and have just the figure that the question names."""
    stated = amounts(figure) if figure else ()
    if not stated or figure is None:
        return []
    return [
        found.entry
        for found in ranked(search, ("targets", "indicators"))
        if found.coverage >= _PARTLY
        and isinstance(found.entry.record, Target | Indicator)
        and found.entry.record.value is not None
        and Decimal(found.entry.record.value) == stated[0].value
        and _measured_alike(figure, found.entry)
    ]


def _measured_alike(figure: str, entry: Entry) -> bool:
    """Whether a figure that the question names and a record's are both shares, or both are not."""
    return _measured_in(entry, "%" if _SHARE_MARK.search(figure) else "")


def _of_subject(search: Search, group: Sequence[Match]) -> list[Match]:
    """In a table with a place a row: the place that is named, else the row of the whole."""
    subjects = [
        (found, frozenset(search.corpus.features(found.entry.record.subject).words))
        for found in group
        if isinstance(found.entry.record, Indicator) and found.entry.record.subject
    ]
    named = [found for found, words in subjects if words <= search.topic.words]
    if named:
        return named
    whole = [found for found, _ in subjects if is_whole(found.entry, search.corpus)]
    return whole if whole and len(subjects) > len(whole) else [*group]


def _of_column(search: Search, group: list[Match]) -> list[Match]:
    """Of several columns of a row the one whose whole title the question names ("cả năm")."""
    named = [
        found
        for found in group
        if found.entry.column
        and contains(search.query.words, plain_phrase(found.entry.column.rpartition(" / ")[2])) >= 0
    ]
    if named and len(search.query.limits.years) > 1:
        told = {_entry_period(found.entry) for found in named}
        named += [found for found in group if _entry_period(found.entry) not in told]
    return named or group


def _measured_in(entry: Entry, unit: str) -> bool:
    """Whether the figure may be in the unit asked for: a share is no count, a count no share."""
    record = entry.record
    own = record.unit if isinstance(record, Target | Indicator) else None
    written = record.value_text if isinstance(record, Indicator) else None
    if unit in MONEY:
        return _CURRENCY in f"{own or ''} {written or ''}".casefold()
    if unit in TIMES:
        named = (record.name, record.note) if isinstance(record, Indicator) else ()
        told = " ".join(filter(None, (own, written, *named)))
        return unit.split()[0] in told.casefold()
    share = (own or "").startswith("%") or "%" in (written or "")
    return share is (unit == "%") or own is None


def _has_value(entry: Entry) -> bool:
    record = entry.record
    return isinstance(record, Target | Indicator) and (
        record.value is not None
        or (isinstance(record, Indicator) and record.value_text is not None)
    )


def _confirmed(search: Search, entries: Sequence[Entry]) -> bool:
    return any(_verdict(search, entry) == texts.CONFIRMED for entry in entries)


def _verdict(search: Search, entry: Entry) -> str:
    """Whether the figure that the question takes for the value is it."""
    record, supposed = entry.record, search.query.supposed
    if supposed is None or supposed.figure is None or not isinstance(record, Target | Indicator):
        return ""
    stated = amounts(supposed.figure)
    if record.value is None or not stated or not _measured_alike(supposed.figure, entry):
        return ""
    if Decimal(record.value) == stated[0].value:
        return texts.CONFIRMED
    return texts.DENIED.format(supposed=supposed.figure)


def add_value(search: Search, page: Page, entry: Entry, *, label: str) -> None:
    """One line with the figure of a target or indicator."""
    record = entry.record
    verdict = _verdict(search, entry)
    if isinstance(record, Target):
        horizon = entry_horizon(search, entry)
        text = shortened(record.text)
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
            said += texts.INDICATOR_NOTE.format(note=shortened(record.note, _LONGEST_NOTE))
        page.add_of(label, f"{verdict}{said}", [record.source])
        if shown:
            page.indicator_figure(record, shown)


def _add_prose(
    search: Search, page: Page, entries: Sequence[Entry], labels: dict[str, str]
) -> None:
    """What the running text of a report says of the same thing, so that both sources are seen."""
    reports = {
        report.id: report
        for entry in entries
        if entry.document.kind in _REPORTS
        for report in beside(search.documents, entry.document)
    }
    sentences = sentences_about(search, reports.keys(), limit=_MOST_SENTENCES)
    for sentence in sentences:
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


def _nothing_known(search: Search, entries: Sequence[Entry], labels: dict[str, str]) -> str:
    scope = labels[entries[0].document.id]
    if any(entry.kind == "indicators" for entry in entries):
        return texts.REFUSE_BLANK.format(scope=scope)
    return texts.REFUSE_NO_FIGURE.format(topic=search.query.topic_text, scope=scope)
