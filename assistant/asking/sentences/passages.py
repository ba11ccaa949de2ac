"""Running text about a topic: passages by section title, or the sentences that answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.matching import match
from assistant.asking.finding.retrieval import Search, allowed, ranked
from assistant.asking.query import Intent
from assistant.asking.questions.wanted import Wanted, asked_for
from assistant.asking.sentences.listed import led_by
from assistant.asking.sentences.meeting import NUMBERING, UPPER, meets
from assistant.asking.sentences.notes import note_entries
from assistant.asking.sentences.quoting import within
from ingest.model import Document, EvidenceUnit, Source
from ingest.text.normal import fold, match_key

_SENTENCE = re.compile(rf"(?<=[.;!?…])\s+(?=[{UPPER}“\"(+\-])|\n+")
_BARE_NUMBER = re.compile(r"(?:[-+•*]\s*)*(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)[.)]")
"""The number of a line alone: what it counts is the sentence behind it."""
_YEAR = re.compile(r"\b[Nn]ăm\s+(20\d\d)\b")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_COMPARED = re.compile(
    r"(?:cùng kỳ(?: của)?|so với|so)(?: cùng kỳ| kỳ)?(?: của)?(?: năm)?\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
"""A year that a sentence only compares with is none that it is about."""
_DATED_BY = re.compile(
    r"\b(?:trước|từ trước|ngoài|thập niên|khóa|khoá|sinh|Luật [^.;,]{3,60}?) năm (?:19|20)\d\d",
    re.IGNORECASE,
)
"""Nor is one that only tells how old something is ("sổ gốc trước năm 2000")."""
_GOING_ON = re.compile(r"(?:tren co so do|qua do|trong do|theo do|tu do)\b")
LETTERHEAD = re.compile(r"(?:[Ss]ố|SỐ)\s*:\s*\S*/|[Kk]ính gửi\s*:|Độc lập\b")
"""Lines above and around a text that say nothing."""
BASIS = re.compile(
    r"Căn cứ\s+(?:văn bản số|Công văn số|Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị|Quyết|Thông tư"
    r"|Chỉ thị|Kế)"
)
"""Lines that give the legal basis of a document: they answer nothing else."""
ISSUING = re.compile(
    r"(?:Thực hiện|Căn cứ|Theo|Để|Trên cơ sở|Triển khai|Nhằm)\b.*\bnhư sau\s*[:.]\s*$", re.DOTALL
)
"""The paragraph above all headings by which a body issues a text."""
ENDING = re.compile(r"\W*Trên đây là\b", re.IGNORECASE)
"""The last paragraph of a text, which only says what it was."""
_DIGITS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_NUMBER_OF = re.compile(rf"\b({'|'.join(_DIGITS)})\s+(?!\d)([^\W\d]+ [^\W\d]+)")
"""A number of things in words ("sáu nội dung")."""
_CANDIDATES = 12
_WORTH_READING = 0.5
"""Words scattered over a passage count for less; one of its sentences may hold them all."""
_NEAR = 0.12
_WIDE = 0.3
_SHORTEST = 25
_LONGEST_TITLE = 60
"""A longer line with a full stop is a sentence that stands like a title."""
_SHORTEST_NOTE = 60
_LABEL = 8
_TITLE_COVERED = 0.8
_TITLE_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage. ``text`` is verbatim.

    ``before`` is the sentence that it goes on from ("Trên cơ sở đó, ...").
    """

    text: str
    document: Document
    unit: EvidenceUnit
    score: float
    coverage: float
    before: str = ""

    @property
    def source(self) -> Source:
        """Where it stands: its own words, in the passage's place."""
        return within(self.unit.source, self.text)


def split_sentences(text: str) -> list[str]:
    """The sentences and list lines of ``text``, verbatim."""
    pieces = (piece.strip() for piece in _SENTENCE.split(text))
    return [piece for piece in pieces if piece and not _BARE_NUMBER.fullmatch(piece)]


def sentences_about(
    search: Search,
    documents: Collection[str] | None = None,
    *,
    limit: int = 4,
    notes: bool = False,
) -> list[Sentence]:
    """The sentences that are about the topic, best first then in reading order.

    ``notes``: the notes of statistics rows count as running text too.
    """
    if search.topic.empty:
        return []
    found: list[Sentence] = []
    candidates = [
        candidate
        for candidate in ranked(search, ("passages",))
        if documents is None or candidate.entry.document.id in documents
    ]
    for candidate in candidates[:_CANDIDATES]:
        entry = candidate.entry
        if entry.unit is None or candidate.coverage < _WORTH_READING:
            continue
        found.extend(_fitting_sentences(search, entry))
    if notes:
        found.extend(_note_sentences(search))
    if not found:
        return []
    found = _of_the_kind(search, found)
    best = max(sentence.score for sentence in found)
    kept = sorted(found, key=lambda one: -one.score)[:limit]
    kept = [sentence for sentence in kept if sentence.score >= best - _NEAR]
    if asked_for(search.query).wanted is Wanted.MEANS:  # one paragraph names several ways
        units = {sentence.unit.id for sentence in kept}
        kept = [one for one in found if one.unit.id in units and one.score >= best - _WIDE]
    return _in_reading_order(kept, search.documents)


def _of_the_kind(search: Search, found: list[Sentence]) -> list[Sentence]:
    """The sentences that say how or what for, or name as many things, where that is asked."""
    asked = asked_for(search.query)
    if number := _NUMBER_OF.search(match_key(search.query.standalone)):
        of_number = re.compile(
            rf"(?<![\d,.])(?:0?{_DIGITS[number[1]]}|{number[1]})\s+{re.escape(number[2])}\b"
        )
        found = [one for one in found if of_number.search(match_key(one.text))] or found
    if asked.wanted not in (Wanted.MEANS, Wanted.AIM):
        return found
    met = [
        one
        for one in found
        if meets(asked, one.text, heading=one.unit.headings[-1] if one.unit.headings else "")
    ]
    return met or found


def _fitting_sentences(search: Search, entry: Entry) -> Iterable[Sentence]:
    unit = entry.unit
    if unit is None:
        return
    last = ""
    title = fold(entry.document.title or "")
    for text in split_sentences(unit.text):
        before, last = (last if _GOING_ON.match(fold(text)) else ""), text
        if len(text) < _SHORTEST and len(unit.text) > len(text):
            continue
        if LETTERHEAD.match(text) or ENDING.match(text) or fold(text) in title:
            continue
        opens = BASIS.match(text) or (not unit.headings and ISSUING.match(text))
        if opens and search.query.intent is not Intent.BASIS:
            continue
        body = search.corpus.features(text)
        above = entry.context
        if before:
            above = search.corpus.features(f"{above.text} · {before}")
        piece = Entry("passages", entry.document, None, unit, body, body, above)
        found = match(piece, search.topic, accented=search.query.accented)
        if found.fits and _of_the_years(search, text, unit.headings):
            yield Sentence(text, entry.document, unit, found.score, found.coverage, before)


def compared_years(question: str) -> set[int]:
    """The years that a question only compares with ("so với cùng kỳ 2031")."""
    kept = set(_ANY_YEAR.findall(_COMPARED.sub(" ", question)))
    return {int(year) for year in set(_ANY_YEAR.findall(question)) - kept}


def without_compared(text: str) -> str:
    """``text`` without the years that it only compares with, or dates something else by."""
    return _DATED_BY.sub(" ", _COMPARED.sub(" ", text))


def _note_sentences(search: Search) -> Iterable[Sentence]:
    for entry in note_entries(search, shortest=_SHORTEST_NOTE):
        if search.topic.touches(entry):
            yield from _fitting_sentences(search, entry)


def _of_the_years(search: Search, text: str, headings: Iterable[str] = ()) -> bool:
    """Whether a sentence that names years, or whose headings do, names one that is asked about."""
    asked = set(search.query.limits.years) - compared_years(search.query.standalone)
    if not asked:
        return True
    own = _YEAR.findall(without_compared(text))
    named = {int(year) for year in own or _YEAR.findall(" · ".join(headings).casefold())}
    return not named or bool(asked & named)


def _in_reading_order(sentences: list[Sentence], documents: Collection[Document]) -> list[Sentence]:
    rank = {document.id: place for place, document in enumerate(documents)}
    return sorted(
        sentences,
        key=lambda one: (
            rank.get(one.document.id, 0),
            one.unit.order,
            one.unit.text.find(one.text),
        ),
    )


@dataclass(frozen=True, slots=True)
class Section:
    """A titled stretch of one document."""

    title: str
    document: Document
    units: tuple[EvidenceUnit, ...]
    score: float


def sections_about(search: Search) -> list[Section]:
    """Sections whose title is what the question names, best first."""
    if search.topic.empty:
        return []
    groups: dict[tuple[str, tuple[str, ...]], list[Entry]] = {}
    for entry in allowed(search, ("passages",)):
        for depth in range(1, len(entry.headings) + 1):
            groups.setdefault((entry.document.id, entry.headings[:depth]), []).append(entry)
    found: list[Section] = []
    for (_document, path), entries in groups.items():
        if path[-1].rstrip().endswith(".") and len(path[-1]) > _LONGEST_TITLE:
            continue
        score = _title_score(search, path, entries[0])
        units = tuple(entry.unit for entry in entries if entry.unit is not None)
        if score and units:
            around = groups.get((entries[0].document.id, path[:-1]), ())
            opening = opening_of(units[0], path, around)
            units = units if opening is None else (opening,)
            found.append(Section(path[-1], entries[0].document, units, score))
    found.extend(_led_sections(search))
    return sorted(found, key=lambda section: -section.score)


def _led_sections(search: Search) -> Iterable[Section]:
    """The lists below a short line that ends with a colon and is what the question names."""
    for entry in allowed(search, ("passages",)):
        unit = entry.unit
        if unit is None or len(unit.text) > _LONGEST_TITLE or not unit.text.endswith(":"):
            continue
        title = NUMBERING.sub("", unit.text).rstrip(" :")
        score = _title_score(search, (*unit.headings, title), entry)
        listed = led_by(unit.text, unit, search.corpus) if score else []
        if listed:
            yield Section(title, entry.document, tuple(listed), score)


def opening_of(
    first: EvidenceUnit, path: tuple[str, ...], around: Iterable[Entry]
) -> EvidenceUnit | None:
    """The paragraph that bears a title and goes on in the same line ("8. Chế độ báo cáo: ...")."""
    title = fold(path[-1]).strip(" :.")
    for entry in around:
        unit = entry.unit
        if unit is None or unit.order >= first.order or unit.headings != path[:-1]:
            continue
        text = fold(unit.text)
        at = text.find(title)
        if 0 <= at <= _LABEL and len(text) > at + len(title) + _SHORTEST:
            return unit
    return None


def _title_score(search: Search, path: tuple[str, ...], entry: Entry) -> float:
    """How well a title is what is asked for; 0 where it is not."""
    title = search.corpus.features(path[-1])
    if search.topic.words.isdisjoint(title.words):
        return 0.0
    above = search.corpus.features(" · ".join((entry.document.title or "", *path[:-1])))
    heading = Entry("passages", entry.document, None, entry.unit, title, title, above)
    found = match(heading, search.topic, accented=search.query.accented)
    asked = sum(len(term.words) for term in search.topic.terms)
    asked += sum(len(term.words) for term in search.topic.extra if set(term.plain) <= title.words)
    if found.coverage < _TITLE_COVERED or asked < _TITLE_SHARE * len(title.plain):
        return 0.0
    return found.score
