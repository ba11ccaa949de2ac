"""Answers from the rows that a question names: word by word, as a paper, or by a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.asking.composers.duties import asked_of_rows
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.named_rows import row_repeated
from assistant.asking.finding.numbered_work import work_by_number
from assistant.asking.finding.papers import paper_made
from assistant.asking.finding.retrieval import start_search
from assistant.asking.finding.versions import compose_newest
from assistant.asking.grid.answering import by_tables
from assistant.asking.looking import unrefused
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.refusing.horizons import other_horizon


def by_name(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """The answer from the row that the question names word by word, or from its own table.

    A column of another table that some of the words name is not what is asked for.
    """
    search = row_repeated(query, corpus, today)
    composed = compose_newest(search, unrefused) if search is not None else None
    if composed is None or composed.path != "records":
        return None
    tabled = by_tables(query, corpus, composed)
    own = tabled is not None and not tabled.page.tables.isdisjoint(composed.page.tables)
    chosen = tabled if own else composed
    if chosen is None or other_horizon(query, corpus, chosen) is not None:
        return None
    return chosen


def by_work(query: Query, corpus: Corpus) -> Composed | None:
    """The answer from the rows that make the paper named, work on the number, are the unit's."""
    search = paper_made(query, corpus) or work_by_number(query, corpus)
    if search is None and (led := asked_of_rows(query, corpus)) is not None:
        search = start_search(led, corpus)
    composed = compose_newest(search, unrefused) if search is not None else None
    if composed is None or composed.path != "records":
        return None
    return replace(composed, named=True)
