"""The section, or the list below a line with a colon, whose title stands in the question as it is.

"Thời hạn xử lý hồ sơ là bao lâu" names a heading word by word; what else it says must name the
document or a section around. Such a stretch answers as a whole, whatever single sentences hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking.composers.prose import page_of_sections
from assistant.asking.composers.work_in_text import asks_part
from assistant.asking.finding.corpus import Corpus, Shelf
from assistant.asking.finding.limiting import in_scope
from assistant.asking.finding.retrieval import start_search
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.questions.described import (
    described,
    head_words,
    of_asked_years,
    subject_words,
)
from assistant.asking.questions.wanted import Wanted, asked_for
from assistant.asking.sentences.listed import led_by
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.sentences.passages import Section, opening_of
from assistant.asking.words import contains, plain_phrase
from ingest.model import EvidenceUnit

_ASKING = frozenset({Intent.PROSE, Intent.OPEN, Intent.LIST, Intent.SUMMARY})
_ROWS = (("nhiem", "vu"), ("muc", "tieu"), ("chi", "tieu"), ("viec",), ("giai", "phap"))
_OF_TIME = (("thoi", "han"), ("thoi", "gian"), ("lich",))
_FEWEST, _MOST, _LONGEST = 3, 2, 90
_SLIGHT = frozenset({"nhung", "cac"})


def compose_titled_so(query: Query, corpus: Corpus) -> Composed | None:
    """The stretch of text that the question names by its title, whole."""
    limits = query.limits
    if limits.unit or limits.key or limits.alternatives or query.extreme is not None:
        return None
    asked = tuple(word.plain for word in corpus.words(query.standalone))
    timed = query.intent is Intent.DEADLINE or asked_for(query).wanted is Wanted.LENGTH
    if not timed and query.intent not in _ASKING:
        return None
    ids = {document.id for document in in_scope(limits, corpus)}
    shelves = described(query, corpus, ())
    if not shelves and not (limits.years or limits.period):
        shelves = [shelf for shelf in corpus.shelves if shelf.document.id in ids]
    found: list[tuple[int, tuple[str, ...], Section]] = []
    for shelf in shelves:
        for path, units in _stretches(shelf, corpus):
            title = tuple(w for w in plain_phrase(NUMBERING.sub("", path[-1])) if w not in _SLIGHT)
            if len(title) < _FEWEST or contains(asked, title) < 0:
                continue
            if query.subject is not None and not any(contains(title, one) >= 0 for one in _ROWS):
                continue  # the tasks or targets on a field are rows
            if timed and not any(title[: len(one)] == one for one in _OF_TIME):
                continue
            if not of_asked_years(path, shelf, query):
                continue
            around = corpus.features(" · ".join(path[:-1])).words | head_words(shelf, corpus)
            if {*subject_words(query, corpus, title)} <= around:
                opening = opening_of(units[0], path, shelf.entries)
                held = tuple(units) if opening is None else (opening,)
                section = Section(path[-1].rstrip(" :"), shelf.document, held, 1.0)
                found.append((len(title), (shelf.document.id, *path), section))
    found = [one for one in found if not any(_is_around(one[1], other[1]) for other in found)]
    longest = max((size for size, _, _ in found), default=0)
    sections = [section for size, _, section in found if size == longest]
    if not 0 < len(sections) <= _MOST or any(asks_part(query, one) for one in sections):
        return None
    return replace(page_of_sections(start_search(query, corpus), sections), named=True)


def _is_around(path: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a stretch holds another one that the question names too: that is the one meant."""
    return len(path) < len(other) and other[: len(path)] == path


def _stretches(
    shelf: Shelf, corpus: Corpus
) -> Iterator[tuple[tuple[str, ...], Sequence[EvidenceUnit]]]:
    """Every section, and every list below a short line with a colon, with the titles over it."""
    groups: dict[tuple[str, ...], list[EvidenceUnit]] = {}
    for entry in shelf.entries:
        unit = entry.unit
        if unit is None or entry.kind != "passages" or unit.source.table is not None:
            continue
        for depth in range(1, len(unit.headings) + 1):
            groups.setdefault(unit.headings[:depth], []).append(unit)
        if unit.text.endswith(":") and len(unit.text) <= _LONGEST:
            listed = led_by(unit.text, unit, corpus)
            if listed:
                groups[*unit.headings, unit.text] = [*listed]
    yield from groups.items()
