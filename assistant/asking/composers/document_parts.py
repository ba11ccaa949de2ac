"""A part of a document that the question describes: its purpose, scope, limits, causes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.asking.composers.prose import CLOSING, page_of_sections
from assistant.asking.finding.corpus import Corpus, Shelf
from assistant.asking.finding.retrieval import start_search
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.described import (
    described,
    head_words,
    of_asked_years,
    subject_words,
)
from assistant.asking.questions.topic import build_topic
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.sentences.passages import Section, opening_of, split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import Phrase, PhraseTable, Word, contains, plain_phrase, words_of
from ingest.model import EvidenceUnit
from ingest.vocabulary import load, remembered

_ASKING = frozenset({Intent.PROSE, Intent.OPEN, Intent.LIST, Intent.REASON, Intent.LEAD,
                     Intent.SUMMARY, Intent.DEFINITION})  # fmt: skip
_WHOLE = frozenset({Intent.PROSE, Intent.OPEN, Intent.DEFINITION, Intent.VALUE})
_MOST_DOCUMENTS = 3
_MOST_SECTIONS = 4
_LONG_TITLE = 9
_WITH_OTHERS = 1
_BY_MEANING, _BY_NAME = 1.0, 2.0
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


@remembered()
def _parts() -> tuple[PhraseTable[str], dict[str, _Part]]:
    kept: dict[str, dict[str, list[str]]] = load("asking_parts")["parts"]
    asked = [(phrase, name) for name, part in kept.items() for phrase in part["asked"]]
    return PhraseTable(asked), {
        name: _Part(
            name,
            _titles(part),
            frozenset(plain_phrase(title) for title in part.get("instead", ())),
            tuple(plain_phrase(one) for one in part["said"]),
            tuple(plain_phrase(one) for one in part.get("opens", ())),
        )
        for name, part in kept.items()
    }


def _titles(part: dict[str, list[str]]) -> frozenset[Phrase]:
    """The headings of a part, without the words that any heading may begin with too."""
    written = {plain_phrase(title) for title in part["titles"]}
    bare = {_without_head(one) for one in written}
    return frozenset((*written, *(one for one in bare if len(one) > 1)))


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
    if not parts and query.intent in _WHOLE and not limits.unit:
        parts, spent = _asked(query, last=True)
        if len(parts) != 1 or subject_words(query, corpus, spent):
            return None  # what is beside the part itself is a row's
        own_name = True
    else:
        own_name = False
    if not parts:
        return None
    subject = subject_words(query, corpus, spent)
    if limits.window is not None:
        timed = (word for word in plain_phrase(limits.window.text) if not word.isdigit())
        subject = (*subject, *timed)
    sections: list[Section] = []
    page = Page()
    shelves = described(query, corpus, subject)
    for part in parts:
        own: list[Section] = []
        for shelf in shelves:
            own.extend(_sections(shelf, part, query.words, _timely(shelf, query)))
            _add_sentences(page, shelf, part, own)
        if subject and not own and not page.lines:
            own.extend(_of_field(query, corpus, part, subject))
        best = max((one.score for one in own), default=0.0)
        if own_name and best < _BY_NAME:
            return None
        sections.extend(one for one in own if one.score == best)
    order = {document.id: place for place, document in enumerate(corpus.documents)}
    sections.sort(key=lambda one: order[one.document.id])
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


def _of_field(query: Query, corpus: Corpus, part: _Part, field: Phrase) -> Iterator[Section]:
    """The part inside a section on the field that the rest of the question names."""
    for shelf in described(query, corpus, ()):
        left = frozenset(field) - head_words(shelf, corpus)
        terms = (term.plain for term in build_topic(query, corpus).terms)
        whole = (pair for term in terms for pair in pairwise(term))
        pairs = frozenset(pair for pair in whole if left.issuperset(pair))
        timely = _timely(shelf, query)

        def on_it(
            path: tuple[str, ...],
            left: frozenset[str] = left,
            pairs: frozenset[tuple[str, str]] = pairs,
            timely: Callable[[tuple[str, ...]], bool] = timely,
        ) -> bool:
            told = corpus.features(" · ".join(path))
            return left <= told.words and pairs <= set(told.pairs) and timely(path)

        if left:
            yield from _sections(shelf, part, query.words, on_it)


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


@remembered()
def _lacking() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_parts")["lacks"])


@remembered()
def _weightless() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_parts")["around"])


def _sections(
    shelf: Shelf,
    part: _Part,
    asked: Phrase,
    within_: Callable[[tuple[str, ...]], bool],
) -> list[Section]:
    """The sections headed by the part, those of that very name first; else lines labelled so.

    Headings in the words of the question score higher than those that only mean the same.
    """
    groups: dict[tuple[str, ...], list[EvidenceUnit]] = {}
    for entry in shelf.entries:
        if entry.unit is None or entry.kind != "passages":
            continue
        for depth in range(1, len(entry.headings) + 1):
            groups.setdefault(entry.headings[:depth], []).append(entry.unit)
    ranked: dict[tuple[bool, int], list[Section]] = {}
    for path, units in groups.items():
        rank = _rank(path[-1], part)
        if rank is not None and within_(path):
            opening = opening_of(units[0], path, shelf.entries)
            held = units if opening is None else [opening]
            other = rank > _WITH_OTHERS or not _in_words(path[-1], part, asked)
            score = _BY_MEANING if other else _BY_NAME
            section = Section(path[-1], shelf.document, tuple(held), score)
            ranked.setdefault((other, rank), []).append(section)
    labelled = [one for one in _labelled(shelf, part) if within_(one.units[0].headings)]
    if labelled and not any(rank == 0 for _, rank in ranked):
        return labelled
    if not ranked and part.instead:
        other_part = replace(part, titles=part.instead, instead=frozenset())
        return _sections(shelf, other_part, asked, within_)
    return ranked[min(ranked)] if ranked else []


def _timely(shelf: Shelf, query: Query) -> Callable[[tuple[str, ...]], bool]:
    return lambda path: of_asked_years(path, shelf, query)


def _in_words(title: str, part: _Part, asked: Phrase) -> bool:
    """Whether a heading names the part in words that all stand in the question."""
    named = {_bare(title), *(_bare(piece) for piece in _AND.split(title))} & part.titles
    return any(set(one) <= set(asked) for one in named)


def _rank(title: str, part: _Part) -> int | None:
    """How a heading names the part: 0 it alone, 1 with others, 2 with what it is of."""
    bare = _bare(title)
    if bare in part.titles:
        return 0
    pieces = {_bare(piece) for piece in _AND.split(title)}
    if not pieces.isdisjoint(part.titles):
        return _WITH_OTHERS
    if len(bare) <= _LONG_TITLE and any(bare[: len(one)] == one for one in part.titles):
        return _WITH_OTHERS + 1
    return None


def _bare(title: str) -> Phrase:
    return _without_head(plain_phrase(NUMBERING.sub("", title)))


def _without_head(words: Phrase) -> Phrase:
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
            yield Section(label.strip(), shelf.document, (unit,), _BY_MEANING)


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
