"""Answers that a text marks as such: a section's heading, "X là ...", "Nguyên nhân: ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search, allowed
from assistant.asking.query import Query
from assistant.asking.questions.described import described, head_words, subject_words
from assistant.asking.questions.understanding import as_typed
from assistant.asking.questions.wanted import Wanted, asked_for
from assistant.asking.repairing.shorthand import Shorthand
from assistant.asking.sentences.meeting import NUMBERING, UPPER, meets
from assistant.asking.sentences.passages import split_sentences
from assistant.asking.sentences.quotation import Quotation
from assistant.asking.sentences.sought import FOUND, Sought, opened, sought_in
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Document, EvidenceUnit
from ingest.text.normal import match_key
from ingest.vocabulary import load

_NEAR = 0.06
_MOST = 3
_TITLE_SHARE = 0.34
_LONG_CAUSE = 30
_WHAT_IS = re.compile(
    r"^\s*(?:[Tt]hế nào (?:được (?:hiểu|gọi|coi) )?là\s+(.{2,60}?)|[\"“]?(.{2,60}?)[\"”]?"
    r"\s+(?:được (?:hiểu|định nghĩa|giải thích|quy định|gọi|coi)\s+)?(?:có nghĩa )?"
    r"(?:là gì|là thế nào|là như thế nào|thế nào|như thế nào|ra sao))\W*$"
)
_CONSISTS = re.compile(
    r"^\s*(.{4,80}?)\s+(?:bao )?gồm (?:có )?(?:những |các )?(?:[^\W\d_]+ ){0,2}(?:gì|nào|ai)\W*$"
)
_WHICH_ONES = re.compile(r"(?:những|các)\s+([^\W\d_]+\s+[^\W\d_]+)\s+nào\W*$")
_COUNTING = frozenset({"cac", "nhung", "mot"})
_FEWEST, _BETWEEN, _MOST_ITEMS = 2, 8, 14
_SHORT = rf"[“\"']?([{UPPER}&.-]{{2,12}})[”\"']?"
_TOLD = (
    r"là|viết|tắt|ký hiệu|có|nghĩa|tức|tên|gọi|đầy đủ|ra|hiểu|được|cho|của|từ|cụm|chữ|cái|gì|nào"
    r"|thế|sao|như|vậy|ạ|nhỉ|hả|đấy|đó|nhé|ấy|đây|thay|muốn nói|nói"
)
"""The words of a question about an abbreviation that are no other matter."""
_SHORT_IS = re.compile(
    rf"^\s*(?:[Cc]ho (?:em |tôi |mình )?hỏi |[Tt]ừ |[Cc]ụm từ |[Cc]hữ |[Tt]ên đầy đủ của )*{_SHORT}"
    r"(?:\s+(?:trong|ở|tại|theo|của)\s.*?)?(?=\s+(?:là|có nghĩa|nghĩa|viết|tức|tên|được hiểu)\b)"
    rf"(?:\s+(?:{_TOLD}))*\s+(?:gì|nào|sao)(?:\s+(?:{_TOLD}))*\W*$"
)
_SHORT_MEANS = re.compile(
    rf"^\W*[Ww]hat (?:does |is ){_SHORT}(?: stand for| mean| short for| an abbreviation (?:of|for))"
)
_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_CAUSE = re.compile(r"^(?:[-+•]\s*)?(?:Nguyên nhân|Lý do)")
_ASKS_CAUSE = re.compile(r"\b(?:nguyên nhân|lý do|lí do)\b")
_NAMED_BY_TITLE = {
    Wanted.WHY: _ASKS_CAUSE,
    Wanted.TERMS: re.compile(r"\b(?:điều kiện|trường hợp|tiêu chuẩn)\b"),
}
"""Headings that say what the lines below them are, so that these need not."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A section whose heading is what the question is about, with what it holds."""

    title: str
    document: Document
    units: tuple[EvidenceUnit, ...]


def titled(query: Query, corpus: Corpus) -> list[Titled]:
    """The sections whose heading holds what the question is about beside the document's name."""
    search = opened(query, corpus)
    asked = asked_for(query)
    shelves = {shelf.document.id: shelf for shelf in corpus.shelves}
    groups: dict[tuple[str, tuple[str, ...]], list[EvidenceUnit]] = {}
    for entry in allowed(search, ("passages",)):
        if entry.unit is not None and entry.headings:
            key = (entry.document.id, entry.headings)
            groups.setdefault(key, []).append(entry.unit)
    found: list[Titled] = []
    for (document_id, path), units in groups.items():
        title = path[-1]
        sought = sought_in(
            search, asked, shelves[document_id], unit_named=query.limits.unit, loose=True
        )
        if sought is None or not _is_headed(search, sought, path):
            continue
        reasons = corpus.lexicon.reason_marks
        named = _NAMED_BY_TITLE.get(asked.wanted)
        told = named is not None and bool(named.search(match_key(title)))
        if told or any(meets(asked, unit.text, reasons=reasons) for unit in units):
            found.append(Titled(title, shelves[document_id].document, tuple(units)))
    return found


def _is_headed(search: Search, sought: Sought, path: Sequence[str]) -> bool:
    """Whether a heading, with those above it, is what is asked for: a good part in itself."""
    heading = search.corpus.features(path[-1])
    above = search.corpus.features(" · ".join(path))
    accented = search.query.accented
    terms = sought.terms
    own = [term for term in terms if found_in(term, heading, accented=accented) >= FOUND]
    held = [term in own or found_in(term, above, accented=accented) >= FOUND for term in terms]
    told = sum(len(term.words) for term in own)
    named = all(contains(above.plain, name) >= 0 for name in sought.names)
    return bool(own) and all(held) and named and told >= _TITLE_SHARE * len(heading.plain)


def definitions(query: Query, corpus: Corpus) -> list[Quotation]:
    """The sentences that say what a thing is ("Trục liên thông là ..."), for "X là gì"."""
    asked = _WHAT_IS.match(as_typed(query.standalone))
    if asked is None:
        return []
    phrase = plain_phrase(asked.group(1) or asked.group(2))
    found: list[Quotation] = []
    for entry in allowed(opened(query, corpus), ("passages",)):
        unit = entry.unit
        for text in split_sentences(unit.text) if unit is not None else ():
            words = plain_phrase(NUMBERING.sub("", text))
            if unit is not None and words[: len(phrase) + 1] == (*phrase, "la"):
                found.append(Quotation(text, entry.document, unit, 1.0))
    return found[:_MOST]


def contents(query: Query, corpus: Corpus) -> list[Quotation]:
    """The sentences that say what a thing consists of ("Hồ sơ gồm: …"), for "X gồm những gì"."""
    asked = _CONSISTS.match(as_typed(query.standalone))
    if asked is None:
        return []
    phrase = tuple(w for w in plain_phrase(asked.group(1)) if w not in _COUNTING)
    if len(phrase) < _FEWEST:
        return []
    found: list[Quotation] = []
    for entry in allowed(opened(query, corpus), ("passages",)):
        unit = entry.unit
        pieces = split_sentences(unit.text) if unit is not None else []
        for at, text in enumerate(pieces):
            words = plain_phrase(NUMBERING.sub("", text))
            opens = words[: len(phrase)] == phrase
            if unit is not None and opens and "gom" in words[len(phrase) : len(phrase) + _BETWEEN]:
                found.append(Quotation(text, entry.document, unit, 1.0, more=_rest(pieces[at:])))
    return found[:_MOST]


def items_of_kind(query: Query, corpus: Corpus) -> list[Quotation]:
    """The lines of a list that each begin with the kind asked for ("những lĩnh vực nào").

    The rest of the question must name the document, or the section that the list stands in.
    """
    asked = _WHICH_ONES.search(as_typed(query.standalone))
    if asked is None or query.subject is not None:
        return []
    noun = plain_phrase(asked.group(1))
    if " ".join(asked.group(1).casefold().split()) in load("asking_sentences")["bodies"]:
        return []
    subject = frozenset(subject_words(query, corpus, noun))
    groups: dict[tuple[str, tuple[str, ...]], list[Quotation]] = {}
    for shelf in described(query, corpus, ()) or corpus.shelves:
        names = head_words(shelf, corpus)
        for entry in shelf.entries:
            unit = entry.unit
            bare = NUMBERING.sub("", unit.text) if unit is not None else ""
            if unit is None or entry.kind != "passages" or bare == unit.text:
                continue
            above = corpus.features(" · ".join(unit.headings)).words
            if plain_phrase(bare)[: len(noun)] == noun and subject <= names | above:
                key = (shelf.document.id, unit.headings)
                groups.setdefault(key, []).append(Quotation(bare, shelf.document, unit, 1.0))
    listed = [found for found in groups.values() if len(found) >= _FEWEST]
    return listed[0][:_MOST_ITEMS] if len(listed) == 1 else []


def _rest(pieces: Sequence[str]) -> tuple[str, ...]:
    """What a sentence goes on with behind a semicolon or colon."""
    size = 1
    while size < len(pieces) and pieces[size - 1].rstrip().endswith((";", ":")):
        size += 1
    return tuple(pieces[1:size])


def spelt_out(query: Query, corpus: Corpus) -> tuple[Shorthand, Document, EvidenceUnit] | None:
    """What an abbreviation means that a document introduces itself, for "X là gì"."""
    typed = as_typed(query.standalone)
    asked = _SHORT_IS.match(typed) or _SHORT_MEANS.match(as_typed(query.question))
    if asked is None:
        return None
    short = plain_phrase(asked.group(1))
    search = opened(query, corpus)
    for shelf in corpus.shelves:
        named = [one for one in shelf.shorthands if one.short == short]
        if not named or shelf.document.id not in search.ids:
            continue
        told = [
            entry.unit
            for entry in shelf.entries
            if entry.unit is not None and named[0].written in entry.unit.text
        ]
        if told:  # the place that gives the abbreviation, not the title that has the words alone
            introducing = (one for one in told if _introduces(one.text, short))
            return named[0], shelf.document, next(introducing, told[0])
    return None


def _introduces(text: str, short: Phrase) -> bool:
    """Whether a bracket of the text holds the abbreviation."""
    return any(contains(plain_phrase(one), short) >= 0 for one in _IN_BRACKETS.findall(text))


def causes(query: Query, corpus: Corpus) -> list[Quotation]:
    """The line "Nguyên nhân: ..." behind the lines about what is asked, in their section."""
    if not _ASKS_CAUSE.search(match_key(query.standalone)):
        return []
    search = opened(query, corpus)
    asked = asked_for(query)
    shelves = {shelf.document.id: shelf for shelf in corpus.shelves}
    before: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    headed: dict[str, dict[str, None]] = {}
    for entry in allowed(search, ("passages",)):
        headed.setdefault(entry.document.id, {}).update(dict.fromkeys(entry.headings))
    found: list[Quotation] = []
    for entry in allowed(search, ("passages",)):
        unit = entry.unit
        if unit is None:
            continue
        told = before.setdefault((entry.document.id, unit.headings), [])
        bare = NUMBERING.sub("", unit.text)
        if _CAUSE.match(bare) and len(bare) > _LONG_CAUSE:
            shelf = shelves[entry.document.id]
            sought = sought_in(search, asked, shelf, unit_named=query.limits.unit, loose=True)
            around = corpus.features(" · ".join((*headed[entry.document.id], *told, unit.text)))
            if sought is not None and all(
                found_in(term, around, accented=query.accented) >= FOUND for term in sought.terms
            ):
                own = corpus.features(unit.text)
                held = [found_in(one, own, accented=query.accented) for one in sought.terms]
                found.append(Quotation(unit.text, entry.document, unit, sum(held)))
        told.append(unit.text)
    best = max((one.score for one in found), default=0.0)
    return [one for one in found if one.score >= best - _NEAR][:_MOST]
