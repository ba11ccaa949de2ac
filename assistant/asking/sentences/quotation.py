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
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search, allowed, timely
from assistant.asking.query import Intent, Query
from assistant.asking.questions.topic import Term
from assistant.asking.questions.wanted import Asked, Wanted, asked_for, gives_day, meets
from assistant.asking.sentences.holding import (
    bodies_after,
    holds_role,
    is_role_line,
    only_deputies,
    word_stands,
)
from assistant.asking.sentences.passages import (
    BASIS,
    LETTERHEAD,
    compared_years,
    split_sentences,
    without_compared,
)
from assistant.asking.sentences.quoting import within
from assistant.asking.sentences.sought import FOUND, Sought, opened, sought_in
from assistant.asking.words import contains, plain_phrase, words_of
from ingest.model import Document, EvidenceUnit, Source
from ingest.text.normal import match_key
from ingest.vocabulary import load

_ITSELF = 0.5
_UNDER = 0.7
_HEADING, _BEFORE, _SPENT = 0.85, 0.7, 0.5
_NEAR = 0.06
_EVENT_ONLY = 0.1
_FURTHER = 0.05
_MOST = 3
_SHORTEST = 12
_LONGEST_TITLE = 120
_YEAR = re.compile(r"(?:19|20)\d\d")
_REASON_FOLLOWS = re.compile(r"^(?:[-+•]\s*)?(?:Nguyên nhân|Lý do|Điều này là do|Do |Vì )")
_REST_FOLLOWS = re.compile(
    r"^(?:Giao|Phân công|Đề nghị|Yêu cầu|Hoàn thành|Thời gian|Thời hạn|Xong|Thực hiện|Báo cáo|Gửi) "
)
_CONTINUED = frozenset({Wanted.WHO, Wanted.WHEN, Wanted.LENGTH, Wanted.WHERE})
_DENIED = frozenset({"không", "chưa", "chẳng"})


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


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence with what stands above and before it."""

    own: Features
    heading: Features
    before: Features
    goes_on: bool = False
    """Whether it hands on what the sentences before it decide ("Đồng ý … . Giao …")."""


def quotations(query: Query, corpus: Corpus) -> list[Quotation]:
    """The sentences that answer, best first; empty where none surely does."""
    search = opened(query, corpus)
    by_document: dict[str, list[Entry]] = {}
    for entry in (one for one in _passages(search) if _of_the_part(query, one)):
        by_document.setdefault(entry.document.id, []).append(entry)
    found = _found(search, query, by_document, loose=False)
    found = found or _found(search, query, by_document, loose=True)
    best = max((one.score for one in found), default=0.0)
    kept = [one for one in found if one.score >= best - _NEAR]
    kept = sorted(kept, key=lambda one: -one.score)[:_MOST]
    rank = {id(one): place for place, one in enumerate(found)}  # as they stand in the documents
    return sorted(kept, key=lambda one: rank[id(one)])


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


def stands_exactly(number: str, text: str) -> bool:
    """Whether a number or letter of the question stands in a text."""
    return _has_number(number, match_key(text))


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
    stands = _Place(
        corpus.features(text),
        corpus.features(above),
        corpus.features(" · ".join(pieces[:place])),
        bool(place) and (bool(_REST_FOLLOWS.match(text)) or bool(sought.said)),
    )
    if unit.source.table is not None and not _may_be_paid(sought, text):
        return None
    score = _score(search, sought, stands)
    if score is None or not _exact(sought, text, above, stands):
        return None
    if not _of_the_years(search, f"{heading} · {text}"):
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


def _score(search: Search, sought: Sought, stands: _Place) -> float | None:
    """How surely a sentence is about what is asked; ``None`` where a word is missing."""
    if sought.bare and is_role_line(sought.roles, stands.own):
        return 1.0
    if sought.bare and sought.roles and not holds_role(sought.roles, stands.own):
        return None
    accented = search.query.accented
    score, held, total, itself = 0.0, 0.0, 0.0, 0.0
    for term in sought.terms:
        own = _level(search, term, stands.own, accented, sought.asked)
        heading = found_in(term, stands.heading, accented=accented)
        before = found_in(term, stands.before, accented=accented)
        for one in sought.shorthands:
            if own < FOUND and one.means(term.plain, stands.own.plain):
                own = _HEADING
            elif before < FOUND and one.means(term.plain, stands.before.plain):
                before = 1.0
        best = max(own, _HEADING * heading, _BEFORE * before)
        if max(own, heading, before) < FOUND:
            return None
        total += term.weight
        itself += term.weight * own
        held += term.weight * max(own, _UNDER * max(heading, before if stands.goes_on else 0.0))
        score += term.weight * best
    spent = 0.0
    for term in sought.spent:
        own = max(
            found_in(term, stands.own, accented=accented),
            _HEADING * found_in(term, stands.heading, accented=accented),
        )
        total += 0.0 if sought.terms else term.weight
        held += 0.0 if sought.terms else term.weight * own
        itself += 0.0 if sought.terms else term.weight * own
        spent += term.weight * max(own, _SPENT)
    if sought.said:  # the verb asked for stands there, see _exact
        held, itself = held + _ITSELF * total, itself + total
    if not itself or held < _ITSELF * total:
        return None
    further = sum(found_in(term, stands.own, accented=accented) for term in search.topic.extra)
    return score + spent + _FURTHER * min(1.0, further)


def _level(search: Search, term: Term, own: Features, accented: bool, asked: Asked) -> float:
    """How surely a sentence holds a term that it does not deny."""
    level = found_in(term, own, accented=accented)
    if level < FOUND or asked.denied or asked.doubted:
        return level
    return 0.0 if _is_denied(term, own, search) else level


def _is_denied(term: Term, own: Features, search: Search) -> bool:
    """Whether a sentence says "không" right before a verb that the question asks for."""
    if any({word.accented for word in other} & _DENIED for other in term.others):
        return False
    words = [word.accented for word in words_of(own.text)]
    first = term.words[0].accented
    places = [index for index, word in enumerate(words) if word == first]
    return (
        bool(places)
        and all(index and words[index - 1] in _DENIED for index in places)
        and "cấm" not in search.query.standalone.casefold()
    )


def _exact(sought: Sought, text: str, above: str, stands: _Place) -> bool:
    """Whether the names, numbers and telling verbs of the question are there."""
    plain = (stands.own.plain, stands.heading.plain)
    if not all(any(contains(one, name) >= 0 for one in plain) for name in sought.names):
        return False
    if any(only_deputies(role, stands.own.plain) for role in sought.roles):
        return False
    if sought.holder and not re.search(sought.holder, match_key(text)):
        return False
    if sought.said and not any(contains(stands.own.plain, one) >= 0 for one in sought.said):
        return False
    told = match_key(f"{text} · {above}")
    around = f"{told} · {match_key(stands.before.text)} · {sought.title}"
    if not all(_has_number(number, around) for number in sought.numbers):
        return False
    return all(word_stands(word, told) for word in sought.held)


def _of_the_years(search: Search, told: str) -> bool:
    """Whether a sentence that names years names one that is asked about."""
    compared = compared_years(search.query.standalone)
    asked = {str(year) for year in search.query.limits.years if year not in compared}
    named = set(_YEAR.findall(without_compared(told)))
    return not asked or not named or bool(asked & named)


def _has_number(number: str, told: str) -> bool:
    if _YEAR.search(number) and "/" in number:
        month = number.split("/")[-2].lstrip("0")
        return bool(re.search(rf"(?:tháng|quý) 0?{month}\b|(?<!\d)0?{month}/", told))
    if number.isalpha():
        return bool(re.search(rf"\b{number}\b(?![.)])", told))
    bare = re.escape(number.lstrip("0") or number)
    return bool(re.search(rf"(?<![\d.,])0?{bare}(?![\d]|[.,]\d)", told))


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
