"""Chooses the composers for an intent, in order, and falls back to running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.asking import texts
from assistant.asking.composers.assignment import compose_coordinating, compose_lead
from assistant.asking.composers.basis import compose_basis, compose_reference
from assistant.asking.composers.cells import compose_cell, compose_known_cell
from assistant.asking.composers.changing import compose_change
from assistant.asking.composers.comparing import compose_comparison
from assistant.asking.composers.counted_in_text import (
    compose_counted_in_text,
    compose_done_in_text,
)
from assistant.asking.composers.differing import compose_difference
from assistant.asking.composers.facts import compose_definition, compose_fact, compose_summary
from assistant.asking.composers.headed import compose_headed
from assistant.asking.composers.holding_office import compose_holder
from assistant.asking.composers.listing import compose_list, compose_section_rows
from assistant.asking.composers.open import (
    compose_aspects,
    compose_key,
    compose_open,
    compose_open_value,
    compose_recorded,
)
from assistant.asking.composers.parts import compose_parts
from assistant.asking.composers.progressing import compose_status
from assistant.asking.composers.prose import (
    compose_counted_section,
    compose_dated_sentences,
    compose_prose,
    compose_sections,
)
from assistant.asking.composers.ranking import compose_extreme
from assistant.asking.composers.reasons import compose_reason
from assistant.asking.composers.schedule import compose_deadline, compose_product
from assistant.asking.composers.sentences import (
    compose_coordinating_sentence,
    compose_lead_sentence,
    compose_predicated,
    compose_said,
)
from assistant.asking.composers.summing import compose_sum
from assistant.asking.composers.tallies import compose_tally
from assistant.asking.composers.time_told_next import compose_time_told_next
from assistant.asking.composers.told import compose_numbered, compose_told
from assistant.asking.composers.values import (
    compose_alone,
    compose_counted_of_unit,
    compose_counted_value,
    compose_value,
)
from assistant.asking.composers.work_in_text import compose_work_in_text
from assistant.asking.conversation.turns import unwrapped
from assistant.asking.finding.meaning import by_meaning
from assistant.asking.finding.relaxing import unit_in_topic
from assistant.asking.finding.retrieval import Search, start_search, wants_records
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.issuing import ends_with_level
from assistant.asking.questions.limits import compact
from assistant.asking.refusing.refusal import refuse
from assistant.asking.words import contains

Composer = Callable[[Search], Composed | None]

_COMPOSERS: dict[Intent, Sequence[Composer]] = {
    Intent.LEAD: (compose_holder, compose_lead, compose_lead_sentence),
    Intent.COORDINATING: (compose_coordinating, compose_coordinating_sentence),
    Intent.DEADLINE: (compose_deadline, compose_time_told_next, compose_dated_sentences),
    Intent.PRODUCT: (compose_product, compose_open),
    Intent.VALUE: (compose_counted_of_unit, compose_sum, compose_value, compose_open_value),
    Intent.LIST: (compose_list, compose_prose),
    Intent.COUNT: (
        compose_done_in_text,
        compose_counted_value,
        compose_counted_of_unit,
        compose_sum,
        compose_list,
        compose_value,
        compose_counted_in_text,
    ),
    Intent.COMPARE: (compose_change, compose_alone, compose_comparison, compose_open_value),
    Intent.DIFFERENCE: (compose_difference,),
    Intent.BASIS: (compose_reference, compose_basis, compose_open),
    Intent.REASON: (compose_reason,),
    Intent.PROSE: (compose_recorded, compose_prose, compose_open),
    Intent.SUMMARY: (compose_summary, compose_prose, compose_open),
    Intent.DEFINITION: (compose_definition,),
    Intent.FACT: (compose_fact,),
    Intent.STATUS: (compose_status, compose_open),
    Intent.OPEN: (compose_sum, compose_open),
}
_BODIES = frozenset({"so", "phong", "ban", "cuc", "tam"})
_HEADED = frozenset({Intent.LIST, Intent.PROSE, Intent.OPEN, Intent.SUMMARY})
_HOW_MANY = ("bao", "nhieu")
_OF_NUMBERS = frozenset({Intent.VALUE, Intent.COUNT})
_OF_CELLS = frozenset({Intent.BASIS, Intent.REASON, Intent.OPEN, Intent.VALUE, Intent.PROSE})


def compose(search: Search) -> Composed:
    """The page that answers, or a refusal."""
    return attempt(search) or refuse(search)


def attempt(search: Search) -> Composed | None:
    """The page that answers; ``None`` where it would only say that there is none."""
    if not search.documents:
        return None
    composed = _first(search)
    if composed is None and search.query.intent is Intent.DEADLINE:
        composed = _of_unit_in_text(search)
    if composed is None:
        composed = compose_said(search)
    if composed is None and wants_records(search.query) and not _names_place(search):
        meant = by_meaning(search)
        composed = _first(meant) if meant is not None else None
        if composed is not None:
            sources = [citation.source for citation in composed.page.citations]
            said = texts.BY_MEANING.format(topic=search.query.topic_text)
            composed.page.open_with(said, sources)
    return composed


def _names_place(search: Search) -> bool:
    """Whether the topic names a place or body ("xã X", "Sở Y"): others are no answer."""
    typed = search.query.question
    topic = search.query.topic
    words = [entry.word for entry in topic]
    return any(
        entry.place == topic[index - 1].place + 1
        and entry.word.shown.capitalize() in typed
        and (
            ends_with_level(words[:index], search.corpus.lexicon)
            or words[index - 1].plain in _BODIES
        )
        for index, entry in enumerate(topic)
        if index and entry.required
    )


def _of_unit_in_text(search: Search) -> Composed | None:
    """What running text says of the unit that leads no such task: its name is looked for too."""
    query = search.query
    free = unit_in_topic(query, search.corpus)
    if free is None:
        return None
    return compose_dated_sentences(start_search(free, search.corpus))


def _first(search: Search) -> Composed | None:
    of_cells = search.query.intent in _OF_CELLS and not search.topic.empty
    ahead: Sequence[Composer] = (compose_known_cell,) if of_cells else ()
    if search.query.intent in _HEADED and not search.query.limits.key:
        ahead = (compose_work_in_text, compose_predicated, compose_headed, *ahead)
    further = of_cells and search.query.intent is not Intent.REASON
    behind: Sequence[Composer] = (compose_cell,) if further else ()
    for composer in (*ahead, *_composers(search), *behind):
        composed = composer(search)
        if composed is not None:
            return composed
    return None


def _reason_of_figure(search: Search) -> Composed | None:
    """The reason where the text gives it together with the figure that the question names."""
    supposed = search.query.supposed
    composed = compose_reason(search)
    if composed is None or supposed is None or supposed.figure is None:
        return None
    number = re.compile(rf"(?<!\d){re.escape(supposed.figure.split()[0])}(?!\d)")
    quotes = (citation.source.quote for citation in composed.page.citations)
    return composed if any(number.search(quote) for quote in quotes) else None


def _asks_number(query: Query) -> bool:
    """Whether a number is asked for, of things or of parts ("gồm bao nhiêu chương")."""
    listed = query.intent is Intent.LIST and contains(query.words, _HOW_MANY) >= 0
    return listed or query.intent in _OF_NUMBERS


def _with_number(search: Search) -> Composed | None:
    """The figure or count from a part that names the document which the question names."""
    wanted = [compact(number) for number in search.query.limits.ref_numbers]
    for composer in () if search.topic.empty else _COMPOSERS[search.query.intent]:
        composed = composer(search)
        if composed is None:
            continue
        cited = {(one.source.document_id, one.source.section) for one in composed.page.citations}
        told = compact(
            " ".join(
                f"{entry.body.text} {entry.source.quote}"
                for entry in search.corpus.entries
                if (entry.document.id, entry.source.section) in cited
            )
        )
        if all(number in told for number in wanted):
            return composed
    return None


def _only_cited(search: Search) -> Composed | None:
    """That a document which is only cited is not here to be counted in, and where it is cited."""
    cited = compose_reference(search)
    if cited is None:
        return None
    reason = texts.REFUSE_CONTENTS.format(numbers=", ".join(search.query.limits.ref_numbers))
    return Composed(cited.page, "refused", "records", reason)


def greeting(query: Query) -> Composed:
    """Says what can be asked, or that thanks were heard."""
    page = Page()
    page.raw(texts.THANKED if unwrapped(query.question).thanks else texts.GREETING)
    return Composed(page, "clarify", None)


def _composers(search: Search) -> Sequence[Composer]:
    limits = search.query.limits
    chosen = _COMPOSERS[search.query.intent]
    if search.query.extreme is not None:
        return (compose_extreme,)
    supposed = search.query.supposed
    if search.query.adding_up:
        return (compose_parts, *chosen)
    if search.query.aspects:
        return (compose_aspects, *chosen)
    if search.query.intent is Intent.REASON and supposed is not None and supposed.figure:
        return (_reason_of_figure, compose_value, *chosen)
    told = search.query.says or search.query.intent is Intent.SUMMARY
    if told and not search.topic.empty:
        return (compose_told, *chosen)
    if limits.ref_numbers:
        return _of_papers(search, chosen)
    if limits.key and search.topic.empty:
        asked = chosen if search.query.explicit_intent else ()
        return (compose_numbered, *asked, compose_key)
    if search.query.intent in (Intent.VALUE, Intent.COUNT) and search.query.of_text:
        return (compose_counted_section, *chosen)
    if search.query.intent is Intent.LIST and search.query.of_text and not limits.unit:
        return (compose_sections, *chosen)
    described = search.query.intent in (Intent.OPEN, Intent.PROSE)
    if described and search.query.subject in ("targets", "tasks"):
        return (compose_section_rows, *chosen)
    if search.query.intent is Intent.LIST and search.query.subject in ("targets", "tasks"):
        return (compose_tally, compose_list, compose_sections)
    if search.topic.empty and search.query.intent is Intent.OPEN:
        return (compose_summary,)
    return chosen


def _of_papers(search: Search, chosen: Sequence[Composer]) -> Sequence[Composer]:
    """Who answers a question that names the numbers of papers."""
    query = search.query
    if query.fact in ("signer", "recipients"):
        return ()
    whole = all("/" in number for number in query.limits.ref_numbers)  # "ky luat 7" is no law
    if whole and _asks_number(query):
        return (_with_number, _only_cited) if query.intent in _OF_NUMBERS else (_only_cited,)
    if search.topic.empty and query.intent is Intent.SUMMARY:
        return (compose_reference,)  # other documents of the place are not the one named
    first = (compose_reference,) if search.topic.empty else ()
    return (*first, *chosen, compose_reference)
