"""Whether what has come of something is asked for, and only plans tell of it."""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.questions.planned import asks_planned
from assistant.asking.words import contains
from ingest.model import Document, DocumentKind, Task
from ingest.text.normal import match_key

_RESULT = ("ket", "qua")
_DONE = "indicators"
_PLANS = frozenset({DocumentKind.PLAN, DocumentKind.TASK_ANNEX})
_AHEAD = (("phai",), ("phan", "dau"), ("muc", "tieu"), ("den", "nam"), ("toi", "nam"), ("se",))
_DONE_SAID = re.compile(r"\b(?:đã|thực tế|thực hiện được|hoàn thành được)\b")
_STILL_AHEAD = re.compile(r"^\W*(?:\w+[.)]\s*)?(?:phương hướng|nhiệm vụ|kế hoạch|giải pháp)\b")
_REACHED = re.compile(r"\b(?:đã|hiện|hiện nay|kết quả|thực tế)\b")
"""How a plan tells what there is already; all else in it is still to be done."""


def only_plans(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether results ("kết quả ... ra sao", "thực tế đã đạt bao nhiêu") are told by plans alone.

    A plan may tell figures of the time before it: these are results.
    """
    if composed.path == "records":
        return _only_work(query, corpus, composed)
    if composed.path != "passages":
        return False
    cited = {one.source.document_id for one in composed.page.citations}
    documents = [one for one in corpus.documents if one.id in cited]
    if not {one.kind for one in documents} <= _PLANS:
        return _only_ahead(query, corpus, composed)
    if query.intent is Intent.PROSE:
        return query.words[:2] == _RESULT
    ahead = asks_planned(query) or any(contains(query.words, one) >= 0 for one in _AHEAD)
    if query.intent is not Intent.VALUE or query.subject != _DONE or ahead:
        return False
    before = any(_is_before(one, query) for one in documents)
    quotes = (match_key(one.source.quote) for one in composed.page.citations)
    return not before and not any(map(_REACHED.search, quotes))


def _only_work(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether how much "đã" was done is told by rows of work alone: they say what is to be done."""
    asked = _DONE_SAID.search(match_key(query.standalone)) and not asks_planned(query)
    if not asked or query.intent is not Intent.VALUE or composed.by_cells:
        return False
    places = {
        (one.source.document_id, one.source.table, one.source.row)
        for one in composed.page.citations
    }
    rows = [
        entry.record
        for entry in corpus.entries
        if entry.record is not None
        and entry.document.kind in _PLANS
        and (entry.document.id, entry.source.table, entry.source.row) in places
    ]
    return bool(rows) and all(isinstance(row, Task) for row in rows)


def _only_ahead(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether how much "đã" was done is told by what a report says is still to be done."""
    if query.intent is not Intent.VALUE or not _DONE_SAID.search(match_key(query.standalone)):
        return False
    quotes = [one.source.quote for one in composed.page.citations]
    if any(_REACHED.search(match_key(quote)) for quote in quotes):
        return False
    ahead = [
        entry.unit.text
        for entry in corpus.entries
        if entry.unit is not None and any(map(_STILL_AHEAD.search, map(match_key, entry.headings)))
    ]
    return bool(quotes) and all(any(quote in text for text in ahead) for quote in quotes)


def _is_before(document: Document, query: Query) -> bool:
    """Whether the years asked about come before those that a plan is made for."""
    period = document.period
    return period is not None and any(year < period.from_ for year in query.limits.years)
