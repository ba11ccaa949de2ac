"""What is to be done about the topic, where running text tells it below a heading of its own.

A plan in sections has its aims beside its work ("Chỉ tiêu", "Nhiệm vụ"). Who asks what is done
for a matter wants the work; its aims are no answer.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asking.composers.prose import compose_sections
from assistant.asking.finding.retrieval import Search
from assistant.asking.finding.selection import select_rows
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.sentences.passages import Section
from assistant.asking.words import contains, plain_phrase
from ingest.text.normal import match_key

_ASKS_WORK = re.compile(
    r"\blàm (?:những |các )?(?:việc |điều )?gì\b|\b(?:việc|công việc|hành động|điều) (?:gì|nào)\b"
    r"|\blàm (?:thế nào|cách nào|sao) để\b"
)
_WORK = (("nhiem", "vu"), ("giai", "phap"))
_PARTS = (*_WORK, ("muc", "tieu"), ("chi", "tieu"))


def compose_work_in_text(search: Search) -> Composed | None:
    """The sections of work about the topic, where its stored rows are all aims."""
    query = search.query
    asked = _ASKS_WORK.search(match_key(query.standalone))
    if asked is None or search.topic.empty or query.limits.unit or query.subject == "targets":
        return None
    rows = select_rows(search)
    if rows is None or rows.kind != "targets":
        return None
    told = replace(query, words=(*query.words, *(word for phrase in _WORK for word in phrase)))
    composed = compose_sections(replace(search, query=told))
    if composed is None or not composed.page.citations:
        return None
    headings = [_headings(search, one.source.quote) for one in composed.page.citations]
    return replace(composed, named=True) if all(map(_of_work, headings)) else None


def asks_part(query: Query, section: Section) -> bool:
    """Whether a question wants one part of a section that parts its aims from its work."""
    inner = {
        title
        for unit in section.units
        for title in unit.headings[1:]
        if title != section.title and section.title in unit.headings
    }
    parts = [
        kind for kind in _PARTS if any(contains(plain_phrase(one), kind) >= 0 for one in inner)
    ]
    told = query.subject in ("targets", "tasks") or bool(query.limits.years)
    return len(parts) > 1 and (told or bool(_ASKS_WORK.search(match_key(query.standalone))))


def _headings(search: Search, quote: str) -> tuple[str, ...]:
    """The headings above the passage that holds a quotation."""
    return next(
        (
            entry.unit.headings
            for entry in search.corpus.entries
            if entry.unit is not None and quote in entry.unit.text
        ),
        (),
    )


def _of_work(headings: tuple[str, ...]) -> bool:
    return any(contains(plain_phrase(one), phrase) >= 0 for one in headings[1:] for phrase in _WORK)
