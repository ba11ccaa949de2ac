"""Second looks at a question that found no answer: other readings of its words, tried in turn."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.composers.listing import compose_section_rows
from assistant.asking.composers.prose import compose_section_of_window, compose_sections
from assistant.asking.composers.sentences import compose_said
from assistant.asking.composing import attempt
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.relaxing import second_looks, unit_aside
from assistant.asking.finding.retrieval import Search, start_search
from assistant.asking.finding.versions import compose_newest
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.refusing.before import stored_nowhere
from ingest.model import RecordKind

_IS_WHO = ("la", "ai")
_OF_CONTENTS = frozenset({Intent.VALUE, Intent.PROSE, Intent.OPEN, Intent.LIST})


def unrefused(search: Search) -> Composed:
    """What is composed; in place of a refusal, which takes a search of its own, an empty one."""
    return attempt(search) or Composed(Page(), "refused", None)


def below_heading(query: Query, corpus: Corpus) -> Composed | None:
    """The rows below the heading that a question is about ("Mục tiêu cải cách X là gì?").

    Asked for what no sentence says of it, they are what a document has under that title.
    """
    limits = query.limits
    narrowed = limits.unit or limits.window or limits.key or limits.parts or query.supposed
    if query.intent not in _OF_CONTENTS or narrowed or limits.unknown_places:
        return None
    if stored_nowhere(limits, corpus) or query.asked_unit is not None or query.quantity:
        return None
    kinds: tuple[RecordKind, ...] = (query.subject,) if query.subject else ("tasks", "targets")
    for kind in kinds:
        search = start_search(replace(query, intent=Intent.LIST, subject=kind), corpus)
        if (composed := compose_section_rows(search)) is not None:
            return composed
    return None


def looked_again(query: Query, corpus: Corpus, refused: Composed) -> Composed | None:
    """The first answer that another reading of the question's words gives.

    Where a row was found that leaves open who does it, no sentence says so either.
    """
    unsaid = refused.path == "records" and query.intent is not Intent.DEADLINE
    if query.limits.unknown_places or not corpus.shelves:
        return None
    if stored_nowhere(query.limits, corpus):
        return None
    if query.intent is Intent.COMPARE and refused.path == "records":
        return None  # one side has no figure: no other row gives it
    looks: list[Search] = []
    for search in second_looks(query, corpus):
        looks.append(search)
        same = search.query is query and search.corpus is corpus.exact and not search.meant
        composed = refused if same else compose_newest(search, unrefused)
        if composed.status == "answered":
            return composed
        said = None if unsaid else compose_said(search)
        if said is not None:
            return said
    if query.words[-2:] == _IS_WHO or query.limits.window is not None:
        for search in looks:
            titled = compose_section_of_window(search)
            if titled is None and query.words[-2:] == _IS_WHO:
                titled = compose_sections(search)
            if titled is not None:
                return titled
    aside = unit_aside(query, corpus)
    return compose_said(start_search(aside, corpus)) if aside and not unsaid else None
