"""Answers a question about the rows of plans: conditions, counts, groups, first and last, changes.

A question is answered here only where each of its words is understood: what is no condition must be
the topic of rows, else the question is left to the other ways of answering.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.asking import texts
from assistant.asking.composers.counted_in_text import compose_done_in_text
from assistant.asking.composers.differing import compose_difference
from assistant.asking.composers.listing import write_rows
from assistant.asking.composers.tallies import compose_tally
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import Search, start_search
from assistant.asking.finding.versions import compose_newest
from assistant.asking.labels import limits_text, scope_text
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.done import asks_done
from assistant.asking.questions.understanding import as_typed, understand
from assistant.asking.records.attained import by_attainment, by_target
from assistant.asking.records.beside import write_beside
from assistant.asking.records.changes import write_changes
from assistant.asking.records.grouping import write_extreme, write_groups, write_totals
from assistant.asking.records.growth import by_growth
from assistant.asking.records.reading import Asked, Subject, read
from assistant.asking.records.reckoning import by_reckoning
from assistant.asking.records.schedule import write_both, write_ends
from assistant.asking.records.selecting import conditions_text, rows_of, without_idle
from assistant.asking.refusing.refusal import refuse, tells_states
from ingest.text.normal import match_key

_OTHER = frozenset({Intent.REASON, Intent.DEFINITION, Intent.GREETING, Intent.SUMMARY})
_OF_ONE = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE})
_OF_ONE_ROW = frozenset(
    {Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT, Intent.BASIS, Intent.STATUS}
)
_LISTED = frozenset({Intent.LIST, Intent.COUNT})
_JOINTLY = re.compile(r"\b(?:cùng(?: nhau)?|đồng|chung) (?:chủ trì|phối hợp)\b|\bchủ trì chung\b")
"""Of two units: the rows that both take part in, not those of the one and of the other."""
_OPENINGS = {"tasks": "liệt kê nhiệm vụ: ", "targets": "liệt kê chỉ tiêu: "}


def by_records(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """The answer from the rows, where the question is one about them."""
    limits = query.limits
    if limits.unknown_places:
        return None
    if query.intent is Intent.DIFFERENCE:
        return _differing(query, corpus)
    if query.intent in _OTHER:
        return None
    for worked_out in (_by_report, by_attainment, by_target, by_growth, by_reckoning):
        if (found := worked_out(query, corpus, today)) is not None:
            return found
    timed = limits.window is not None
    years = len(limits.years)
    of_unit = limits.unit is not None and query.intent in _LISTED and query.subject is None
    asked = read(
        as_typed(query.standalone), corpus, today, timed=timed, of_unit=of_unit, years=years
    )
    supposed = query.supposed
    if asked is not None and query.intent in _OF_ONE and asked.bounds:
        return None  # "ai chủ trì mục tiêu 100%" names the target by its figure
    if asked is None or (supposed is not None and (supposed.unit or not asked.bounds)):
        return None
    compared = asked.compares and query.intent is Intent.COMPARE
    titled = bool(asked.documents) and query.intent in _LISTED
    if limits.ref_numbers and not limits.numbers:
        return None
    search = _search(asked, query, corpus, today)
    if search.query.state is not None and tells_states(search) is False:
        return None  # the rows of a plan are no rows of what was done
    own = search.query.limits
    halves = own.partner is not None and own.unit_role == own.partner_role != "any"
    idle = query.intent in _LISTED and search.topic.empty and (bool(query.required) or halves)
    if not (asked.tells or compared or titled or (idle and _limited(search))):
        return None
    if query.intent in _OF_ONE_ROW and not search.topic.empty and not asked.changes:
        return None
    if not search.documents or _is_tallied(asked, query, corpus):
        return None
    write = _writer(asked, today, compared=compared)
    written: list[Composed | None] = []

    def composed(current: Search) -> Composed:
        written.append(write(current))
        return written[-1] or Composed(Page(), "refused", None)

    answer = compose_newest(search, composed)
    return None if all(one is None for one in written) else answer


def _by_report(query: Query, corpus: Corpus, _today: date) -> Composed | None:
    """How many tasks were done, where a report says it: the rows of a plan do not."""
    if query.subject != "tasks" or not asks_done(query.words):
        return None
    return compose_done_in_text(start_search(query, corpus))


def _differing(query: Query, corpus: Corpus) -> Composed | None:
    """Where text and annex differ, where only idle words are left of the topic."""
    own = without_idle(query, corpus)
    if not query.required or own.required:
        return None
    return compose_newest(
        start_search(own, corpus), lambda search: compose_difference(search) or refuse(search)
    )


def _is_tallied(asked: Asked, query: Query, corpus: Corpus) -> bool:
    """Whether a row of statistics counts the tasks that are asked for."""
    return asked.counts and compose_tally(start_search(query, corpus)) is not None


def _limited(search: Search) -> bool:
    """Whether something is left that says which rows are meant, once idle words are gone."""
    limits = search.query.limits
    several = limits.partner and limits.unit_role == limits.partner_role
    return bool(several or limits.window or limits.unit or limits.key or limits.names_documents)


def _search(asked: Asked, query: Query, corpus: Corpus, today: date) -> Search:
    opening = _OPENINGS[asked.subjects[0]]
    own = understand(
        f"{opening}{asked.rest}", corpus=corpus, today=today, chosen=query.limits.chosen
    )
    own = without_idle(own, corpus)
    intent = Intent.COUNT if asked.counts else Intent.LIST
    own = replace(own, intent=intent, fact=None, extreme=None, total=False)
    limits = own.limits
    chosen = () if query.limits.alternatives else asked.documents
    if chosen and limits.chosen:
        chosen = tuple(one for one in chosen if one in limits.chosen)
    window = asked.window or limits.window
    if asked.standing and window is not None and window.floating:
        window = None  # "tháng 1 hằng năm": the month says which of the standing rows
    limits = replace(
        limits,
        chosen=chosen or limits.chosen,
        window=window,
        alternatives=query.limits.alternatives,
    )
    aspects = (Intent.PRODUCT,) if asked.product or "product" in asked.lacks else ()
    own = replace(own, limits=limits, aspects=aspects, standalone=query.standalone)
    return start_search(replace(own, accented=query.accented), corpus)


def _writer(asked: Asked, today: date, *, compared: bool) -> Callable[[Search], Composed | None]:
    if asked.changes:
        return lambda search: write_changes(search, asked, beside=asked.inferred)
    if compared or asked.beside:
        return lambda search: write_beside(search, asked)
    if asked.group == "document" or len(asked.subjects) > 1:
        return lambda search: write_totals(search, asked) if asked.counts else None
    if asked.counts and asked.subjects == ("targets",) and not asked.group:
        return lambda search: _of_kind(search, _by_horizon(asked, search), asked.subjects[0], today)
    return lambda search: _of_kind(search, asked, asked.subjects[0], today)


def _by_horizon(asked: Asked, search: Search) -> Asked:
    """The question with one row a year where it counts targets for several."""
    return replace(asked, group="horizon") if len(search.query.limits.years) > 1 else asked


def _each_unit(search: Search, asked: Asked, kind: Subject, today: date) -> Composed | None:
    """The rows of each of two units that are asked about in the same role."""
    page = Page()
    limits = search.query.limits
    for unit in (limits.unit, limits.partner):
        own = replace(limits, unit=unit, partner=None)
        part = replace(search, query=replace(search.query, limits=own), _ranked={})
        found = _of_kind(part, asked, kind, today)
        if found is None:
            return None
        page.gap()
        if found.reason:
            page.raw(found.reason)
        page.extend(found.page)
    return Composed(page) if page.citations else None


def _of_kind(search: Search, asked: Asked, kind: Subject, today: date) -> Composed | None:
    limits = search.query.limits
    several = limits.partner is not None and limits.unit_role == limits.partner_role != "any"
    if several and not _JOINTLY.search(match_key(search.query.standalone)):
        return _each_unit(search, asked, kind, today)
    rows = rows_of(search, asked, kind)
    if rows is None:
        return None
    if not rows.entries and not rows.standing and not asked.tells:
        return None
    if not rows.entries and not rows.standing and not asked.both:
        said = f"{limits_text(search.query)}{conditions_text(asked, kind)}"
        reason = texts.REFUSE_KIND.format(
            scope=scope_text(search.documents), noun=texts.NOUNS[kind], limits=said
        )
        return Composed(Page(), "refused", "records", reason)
    if asked.extreme:
        return write_extreme(search, asked, rows)
    if asked.group:
        return write_groups(search, asked, rows)
    if asked.both:
        return write_both(search, rows)
    if asked.ends:
        return write_ends(search, asked, rows, today)
    return write_rows(search, rows)
