"""The sentence that holds what a question is about, where nothing else answers it.

Every word that is looked for (:mod:`assistant.asking.sentences.sought`) must stand in the sentence,
in the headings and the lead-in above it or in the sentences before it, and a good part in the
sentence itself. Names and numbers of the question must be there as written, and the sentence must
have what is asked for (:mod:`assistant.asking.questions.wanted`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.features import Features
from assistant.asking.finding.limiting import timely
from assistant.asking.finding.retrieval import Search, allowed
from assistant.asking.query import Intent, Query
from assistant.asking.questions.wanted import Asked, Wanted, asked_for
from assistant.asking.sentences.holding import (
    bodies_after,
    word_stands,
)
from assistant.asking.sentences.meeting import gives_day, meets
from assistant.asking.sentences.notes import note_entries
from assistant.asking.sentences.passages import (
    BASIS,
    LETTERHEAD,
    split_sentences,
)
from assistant.asking.sentences.quoting import within
from assistant.asking.sentences.sought import Sought, opened, sought_in
from assistant.asking.sentences.weighing import Standing, of_the_years, stands_as_asked, sureness
from assistant.asking.words import plain_phrase
from ingest.model import Document, EvidenceUnit, Source
from ingest.text.normal import match_key
from ingest.vocabulary import load

_NEAR = 0.06
_EVENT_ONLY = 0.1
_MOST = 3
_SHORTEST = 12
_SHORTEST_NOTE = 20
_LONGEST_TITLE = 120
_REASON_FOLLOWS = re.compile(r"^(?:[-+•]\s*)?(?:Nguyên nhân|Lý do|Điều này là do|Do |Vì )")
_REST_FOLLOWS = re.compile(
    r"^(?:Giao|Phân công|Đề nghị|Yêu cầu|Hoàn thành|Thời gian|Thời hạn|Xong|Thực hiện|Báo cáo|Gửi) "
)
_CONTINUED = frozenset({Wanted.WHO, Wanted.WHEN, Wanted.LENGTH, Wanted.WHERE})


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence that answers, under ``heading``. ``more`` are sentences that belong to it."""

    text: str
    document: Document
    unit: EvidenceUnit
    score: float
    heading: str = ""
    more: tuple[str, ...] = ()

    @property
    def sources(self) -> list[Source]:
        """Where its sentences stand."""
        return [within(self.unit.source, text) for text in (self.text, *self.more)]


def quotations(query: Query, corpus: Corpus) -> list[Quotation]:
    """The sentences that answer, best first; empty where none surely does."""
    search = opened(query, corpus)
    found = _found_among(search, query, _passages(search))
    notes = () if found else tuple(note_entries(search, shortest=_SHORTEST_NOTE))
    found = found or _found_among(search, query, notes)
    best = max((one.score for one in found), default=0.0)
    kept = [one for one in found if one.score >= best - _NEAR]
    kept = sorted(kept, key=lambda one: -one.score)[:_MOST]
    rank = {id(one): place for place, one in enumerate(found)}  # as they stand in the documents
    return sorted(kept, key=lambda one: rank[id(one)])


def _found_among(search: Search, query: Query, entries: Sequence[Entry]) -> list[Quotation]:
    """The sentences of ``entries`` that answer; by slight words only where no others do."""
    by_document: dict[str, list[Entry]] = {}
    for entry in (one for one in entries if _of_the_part(query, one)):
        by_document.setdefault(entry.document.id, []).append(entry)
    found = _found(search, query, by_document, loose=False)
    return found or _found(search, query, by_document, loose=True)


def _passages(search: Search) -> list[Entry]:
    """The passages of the years asked about; a month of theirs names them too ("01/2031")."""
    limits = search.query.limits
    if not limits.years:
        return allowed(search, ("passages",))
    free = replace(search.query, limits=replace(limits, years=(), period=None))
    named = tuple(str(year) for year in limits.years)
    return [
        entry
        for entry in allowed(replace(search, query=free, _ranked={}), ("passages",))
        if timely(entry, limits) or any(year in entry.body.text for year in named)
    ]


def _of_the_part(query: Query, entry: Entry) -> bool:
    """Whether a passage may hold a figure for the quarter or months asked about.

    It names them, or its document is for them: one for another quarter, or for a whole year, is
    none. What is asked of a day or a body is not held to it.
    """
    parts = query.limits.parts
    if not parts or query.intent is not Intent.VALUE:
        return True
    return not entry.parts.isdisjoint(parts)


def _found(
    search: Search, query: Query, by_document: dict[str, list[Entry]], *, loose: bool
) -> list[Quotation]:
    asked = asked_for(query)
    found: list[Quotation] = []
    for shelf in search.corpus.shelves:
        entries = by_document.get(shelf.document.id, [])
        unit = query.limits.unit
        sought = sought_in(search, asked, shelf, unit_named=unit, loose=loose) if entries else None
        if sought is not None:
            found.extend(_in_document(search, sought, entries))
    return found


def title_above(unit: EvidenceUnit) -> str:
    """The title that a passage stands under; a whole sentence is none."""
    title = unit.headings[-1] if unit.headings else ""
    return "" if title.rstrip().endswith(".") or len(title) > _LONGEST_TITLE else title


def _in_document(search: Search, sought: Sought, entries: Sequence[Entry]) -> Iterator[Quotation]:
    lead, lead_order = "", -1
    for entry in entries:
        unit = entry.unit
        if unit is None or unit.text.isupper():
            continue
        pieces = split_sentences(unit.text)
        under = lead if unit.order <= lead_order + _MOST else ""
        for place, text in enumerate(pieces):
            if len(text) < _SHORTEST or LETTERHEAD.match(text):
                continue
            if BASIS.match(text) and search.query.intent is not Intent.BASIS:
                continue
            quotation = _judged(search, sought, entry, pieces, place, under)
            if quotation is not None:
                yield quotation
        if unit.text.rstrip().endswith(":"):
            lead, lead_order = unit.text, unit.order


def _judged(
    search: Search, sought: Sought, entry: Entry, pieces: Sequence[str], place: int, lead: str
) -> Quotation | None:
    unit = entry.unit
    if unit is None:
        return None
    corpus, text = search.corpus, pieces[place]
    heading = title_above(unit)
    above = " · ".join((*unit.headings, lead))
    stands = Standing(
        corpus.features(text),
        corpus.features(above),
        corpus.features(" · ".join(pieces[:place])),
        bool(place) and (bool(_REST_FOLLOWS.match(text)) or bool(sought.said)),
    )
    if unit.source.table is not None and not _may_be_paid(sought, text):
        return None
    score = sureness(search, sought, stands)
    if score is None or not stands_as_asked(sought, text, above, stands):
        return None
    if not of_the_years(search, f"{heading} · {text}"):
        return None
    reasons = corpus.lexicon.reason_marks
    met = meets(sought.asked, text, heading=heading, reasons=reasons)
    whole = met and sought.asked.wanted is not Wanted.WHY
    listing = sought.asked.wanted is Wanted.WHO and text.rstrip().endswith(";")
    more = () if whole and not listing else _behind(sought, pieces, place)
    if not (more or met):
        return None
    if not _adds(search, entry.document, stands.own, sought.asked):
        return None
    if sought.asked.wanted is Wanted.WHEN and not gives_day(text):
        score -= _EVENT_ONLY
    return Quotation(text, entry.document, unit, score, heading, more)


def _may_be_paid(sought: Sought, text: str) -> bool:
    """Whether a row of a table speaks of money itself, where the question names money."""
    vocabulary = load("asking_tables")
    money = {plain_phrase(one) for one in vocabulary["columns"]["money"]["asked"]}
    if not any(term.plain in money for term in (*sought.terms, *sought.spent)):
        return True
    told = match_key(text)
    return any(word_stands(word, told) for word in vocabulary["of_money"])


def _behind(sought: Sought, pieces: Sequence[str], place: int) -> tuple[str, ...]:
    """The sentence right behind that gives the reason, or says to whom it is given."""
    following = tuple(pieces[place + 1 : place + 2])
    if not following:
        return ()
    if pieces[place].rstrip().endswith(";") and sought.asked.wanted is Wanted.WHO:
        return bodies_after(pieces[place + 1 :])
    if sought.asked.wanted is Wanted.WHY:
        return following if _REASON_FOLLOWS.match(following[0]) else ()
    if sought.asked.wanted not in _CONTINUED or not _REST_FOLLOWS.match(following[0]):
        return ()
    return following if meets(sought.asked, following[0]) else ()


def _adds(search: Search, document: Document, own: Features, asked: Asked) -> bool:
    """Whether the sentence says more than the question and the document's title do."""
    title = search.corpus.features(document.title or "").words
    if own.words <= title:
        return False
    if asked.wanted is not Wanted.ANYTHING:
        return True
    return len(own.words - frozenset(plain_phrase(search.query.standalone))) >= _MOST
