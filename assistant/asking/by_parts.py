"""A question that asks for several figures or names, answered part by part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.asking.composing import compose
from assistant.asking.conversation.followup import resolve
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import start_search
from assistant.asking.finding.versions import compose_newest
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.questions.conjoined import named_parts
from assistant.asking.questions.splitting import (
    figure_parts,
    joined,
    may_split,
    of_the_same_people,
    of_the_same_thing,
    of_those_counted,
    said_with,
    within,
)
from assistant.asking.questions.understanding import understand
from assistant.asking.refusing.accounting import accounted
from assistant.asking.refusing.before import refuse_before


def by_parts(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """The answers to the parts of a question that asks for several figures."""
    parts = figure_parts(query.standalone) if may_split(query) else []
    return joined(_part_by_part(query, corpus, parts, today)) if parts else None


def by_names(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """The figures that a question names one after the other, if all of them are stored."""
    parts = named_parts(query.standalone) if may_split(query) else []
    found = _part_by_part(query, corpus, parts, today)
    whole = all(one.status == "answered" and one.page.figures for _, one in found)
    return joined(found) if whole and len(found) == len(parts) else None


def _part_by_part(
    query: Query, corpus: Corpus, parts: Sequence[str], today: date
) -> list[tuple[str, Composed]]:
    found: list[tuple[str, Composed]] = []
    before: Query | None = None
    for place, part in enumerate(parts):
        meant = of_the_same_people(part, parts[0])
        things = (of_the_same_thing(part, one) for one in reversed(parts[:place]))
        meant = meant or next(filter(None, things), None) or of_those_counted(part, parts[0])
        asked, composed = _part(meant or part, before, query, corpus, today=today)
        if meant is not None and composed.status != "answered":
            asked, composed = _part(part, before, query, corpus, today=today)
        before = asked
        said = [one for _, one in found]
        if composed.status == "answered" or not said_with(part, said, corpus.lexicon):
            found.append((part, composed))
    return found


def _part(
    part: str, before: Query | None, whole: Query, corpus: Corpus, *, today: date
) -> tuple[Query, Composed]:
    """One part of a question, read behind the part before it, and its answer."""
    own = understand(part, corpus=corpus, today=today, chosen=whole.limits.chosen)
    asked = within(resolve(own, before, corpus), whole)
    search = start_search(asked, corpus)
    composed = refuse_before(asked, corpus) or compose_newest(search, compose)
    return asked, accounted(asked, corpus, composed)
