"""A part of a document that the question describes: its purpose, scope, limits, causes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.asking.composers.prose import CLOSING, page_of_sections
from assistant.asking.finding.corpus import Corpus, Shelf
from assistant.asking.finding.retrieval import start_search
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.described import described, subject_words
from assistant.asking.questions.wanted import NUMBERING
from assistant.asking.sentences.passages import Section, split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import Phrase, PhraseTable, Word, contains, plain_phrase, words_of
from ingest.model import EvidenceUnit
from ingest.vocabulary import load

_ASKING = frozenset({Intent.PROSE, Intent.OPEN, Intent.LIST, Intent.REASON, Intent.LEAD,
                     Intent.SUMMARY, Intent.DEFINITION})  # fmt: skip
_MOST_DOCUMENTS = 3
_MOST_SECTIONS = 4
_LONG_TITLE = 9
_AND = re.compile(r"[,;/&]|\s[-–]\s|\svà\s", re.IGNORECASE)
_HEAD_WORDS = frozenset({"nhung", "cac", "mot", "so", "ve", "cua", "mat"})


@dataclass(frozen=True, slots=True)
class _Part:
    """One kind of part. ``titles`` are its headings, ``said`` words of sentences that give it.

    ``opens`` are words with which a sentence begins that issues the document and gives it.
    """

    name: str
    titles: frozenset[Phrase]
    instead: frozenset[Phrase]
    said: tuple[Phrase, ...]
    opens: tuple[Phrase, ...] = ()


@lru_cache(maxsize=1)
def _parts() -> tuple[PhraseTable[str], dict[str, _Part]]:
    kept: dict[str, dict[str, list[str]]] = load("asking_parts")["parts"]
    asked = [(phrase, name) for name, part in kept.items() for phrase in part["asked"]]
    return PhraseTable(asked), {
        name: _Part(
            name,
            frozenset(plain_phrase(title) for title in part["titles"]),
            frozenset(plain_phrase(title) for title in part.get("instead", ())),
            tuple(plain_phrase(one) for one in part["said"]),
            tuple(plain_phrase(one) for one in part.get("opens", ())),
        )
        for name, part in kept.items()
    }


def compose_parts_named(query: Query, corpus: Corpus, *, last: bool = False) -> Composed | None:
    """The part asked for, of the documents that the rest of the question describes.

    ``last``: where nothing else answers, also parts that records mostly give.
    """
    limits = query.limits
    if query.intent not in _ASKING and not (query.intent is Intent.VALUE and not _counts(query)):
        return None
    if limits.key or limits.alternatives or (last and _of_results(query.words)):
        return None
    parts, spent = _asked(query, last=last)
    if not parts:
        return None
    subject = subject_words(query, corpus, spent)
    if limits.window is not None:
        timed = (word for word in plain_phrase(limits.window.text) if not word.isdigit())
        subject = (*subject, *timed)
    sections: list[Section] = []
    page = Page()
    for shelf in described(query, corpus, subject):
        for part in parts:
            sections.extend(_sections(shelf, part))
            _add_sentences(page, shelf, part, sections)
    told = {one.document.id for one in sections}
    told |= {citation.source.document_id for citation in page.citations}
    if len(told) > _MOST_DOCUMENTS:
        return None
    if page.lines:
        return Composed(page, path="passages", named=True)
    written = (one for one in sections if not all(CLOSING.match(unit.text) for unit in one.units))
    shown = _without_repeated([*written])
    if not 0 < len(shown) <= _MOST_SECTIONS:
        return None
    return replace(page_of_sections(start_search(query, corpus), shown), named=True)


def _counts(query: Query) -> bool:
    """Whether a number is asked for."""
    return contains(query.words, ("bao", "nhieu")) >= 0 or "may" in query.words


def _of_results(words: Phrase) -> bool:
    """Whether the question asks what was reached or not, which no list of aims tells."""
    return any(contains(words, plain_phrase(one)) >= 0 for one in load("asking_parts")["unreached"])


def _asked(query: Query, *, last: bool) -> tuple[list[_Part], frozenset[str]]:
    """The parts that the question asks for, and the words that say so."""
    table, kept = _parts()
    late = set() if last else set(load("asking_parts")["of_records"])
    words = words_of(query.standalone)
    names: dict[str, None] = {}
    spent: set[str] = set()
    index = 0
    while index < len(words):
        length, found = table.at(words, index)
        if length:
            names.update(dict.fromkeys(name for name in found if name not in late))
            spent.update(word.plain for word in words[index : index + length])
        index += length or 1
    if query.intent is Intent.REASON and (lacks := _lacks_in(words)):
        names["causes"] = None
        spent |= lacks
    for name in (*names,):
        for other in load("asking_parts")["outranks"].get(name, ()):
            names.pop(other, None)
            spent.update(word for title in kept[other].titles for word in title)
    spent |= _around(words)
    return [kept[name] for name in names], frozenset(spent)


def _lacks_in(words: Sequence[Word]) -> set[str]:
    """The words for what a report still lacks ("vì sao công tác X còn hạn chế")."""
    return _said(_lacking(), words)


def _around(words: Sequence[Word]) -> set[str]:
    return _said(_weightless(), words)


def _said(table: PhraseTable[str], words: Sequence[Word]) -> set[str]:
    found: set[str] = set()
    for index in range(len(words)):
        length, _ = table.at(words, index)
        found.update(word.plain for word in words[index : index + length])
    return found


@lru_cache(maxsize=1)
def _lacking() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_parts")["lacks"])


@lru_cache(maxsize=1)
def _weightless() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_parts")["around"])


def _sections(shelf: Shelf, part: _Part) -> list[Section]:
    """The sections headed by the part, those of that very name first; else lines labelled so."""
    groups: dict[tuple[str, ...], list[EvidenceUnit]] = {}
    for entry in shelf.entries:
        if entry.unit is None or entry.kind != "passages":
            continue
        for depth in range(1, len(entry.headings) + 1):
            groups.setdefault(entry.headings[:depth], []).append(entry.unit)
    ranked: dict[int, list[Section]] = {}
    for path, units in groups.items():
        rank = _rank(path[-1], part)
        if rank is not None:
            section = Section(path[-1], shelf.document, tuple(units), 1.0)
            ranked.setdefault(rank, []).append(section)
    labelled = [*_labelled(shelf, part)]
    if labelled and 0 not in ranked:
        return labelled
    if not ranked and part.instead:
        return _sections(shelf, replace(part, titles=part.instead, instead=frozenset()))
    return ranked[min(ranked)] if ranked else []


def _rank(title: str, part: _Part) -> int | None:
    """How a heading names the part: 0 it alone, 1 with others, 2 with what it is of."""
    bare = _bare(title)
    if bare in part.titles:
        return 0
    pieces = {_bare(piece) for piece in _AND.split(title)}
    if not pieces.isdisjoint(part.titles):
        return 1
    if len(bare) <= _LONG_TITLE and any(bare[: len(one)] == one for one in part.titles):
        return 2
    return None


def _bare(title: str) -> Phrase:
    words = plain_phrase(NUMBERING.sub("", title))
    while words and words[0] in _HEAD_WORDS:
        words = words[1:]
    return words


def _labelled(shelf: Shelf, part: _Part) -> Iterator[Section]:
    """The paragraphs that name the part before a colon ("Nguyên nhân chủ quan: …")."""
    for entry in shelf.entries:
        unit = entry.unit
        if unit is None or entry.kind != "passages":
            continue
        label, colon, rest = NUMBERING.sub("", unit.text).partition(":")
        if colon and rest.strip() and _bare(label) in part.titles:
            yield Section(label.strip(), shelf.document, (unit,), 1.0)


def _add_sentences(page: Page, shelf: Shelf, part: _Part, sections: list[Section]) -> None:
    """Sentences that give the part in so many words, where no section is headed by it alone."""
    if not part.said:
        return
    own = [one for one in sections if one.document.id == shelf.document.id]
    if any(_rank(one.title, part) == 0 for one in own):
        return
    units = [unit for one in own for unit in one.units] or [
        entry.unit for entry in shelf.entries if entry.unit is not None and not own
    ]
    label = document_labels([shelf.document])[shelf.document.id]
    for unit in units:
        for text in split_sentences(unit.text):
            words = plain_phrase(text)
            told = any(contains(words, one) >= 0 for one in part.said) and _of_itself(words)
            if told or _issues(unit, words, part):
                page.add_of(label, tidy(text), [within(unit.source, text)])
    if page.lines:
        sections[:] = [one for one in sections if one not in own]


_ITSELF = (("quy", "dinh", "nay"), ("quy", "che", "nay"), ("nghi", "dinh", "nay"),
           ("thong", "tu", "nay"), ("quyet", "dinh", "nay"), ("nghi", "quyet", "nay"),
           ("ke", "hoach", "nay"), ("huong", "dan", "nay"), ("noi", "quy", "nay"),
           ("quy", "trinh", "nay"), ("chuong", "trinh", "nay"), ("dieu", "nay"),
           ("khoan", "nay"))  # fmt: skip


_ISSUING = (("yeu", "cau"), ("ban", "hanh"), ("xay", "dung"), ("chi", "dao"), ("de", "nghi"))


def _issues(unit: EvidenceUnit, words: Phrase, part: _Part) -> bool:
    """Whether a sentence above all headings issues the document, opening with what for."""
    opens = any(words[: len(one)] == one for one in part.opens)
    return opens and not unit.headings and any(contains(words, one) >= 0 for one in _ISSUING)


def _of_itself(words: Phrase) -> bool:
    """Whether a sentence speaks of the document it stands in ("Quy định này áp dụng …")."""
    return any(contains(words, one) >= 0 for one in _ITSELF)


def _without_repeated(sections: Sequence[Section]) -> list[Section]:
    shown: list[Section] = []
    for section in sections:
        own = {unit.id for unit in section.units}
        if not any(own <= {unit.id for unit in other.units} for other in shown):
            shown = [one for one in shown if not {unit.id for unit in one.units} < own]
            shown.append(section)
    return shown
