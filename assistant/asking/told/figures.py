"""The figures of running text that a question's words name, with the year that each is for.

The words right around a figure say which of several it is ("nội trú", "ngoại trú"); what they are
all figures of may stand anywhere in the sentence, in the headings above it or in the document's
particulars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search, ranked, start_search
from assistant.asking.query import Query
from assistant.asking.questions.topic import Term
from assistant.asking.questions.understanding import understand
from assistant.asking.sentences.passages import LETTERHEAD, split_sentences, without_compared
from assistant.asking.sentences.stated import Stated, stated_in
from ingest.model import Document, EvidenceUnit
from ingest.text.normal import fold

FOUND = 0.6
_MOST_PASSAGES = 30
_MONEY = frozenset({("tien",), ("so", "tien"), ("kinh", "phi"), ("chi", "phi")})
"""What figures are of that their sentence writes as "đồng"."""
_LAST = 0.02
"""A name is told from its like by its last words ("hồ sơ nộp **trực tiếp**")."""
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b|(?<![\d/.,])/((?:19|20)\d\d)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\s*([^\W\d_]+(?:\s+[^\W\d_]+)?)")
_SCALES = ("nghìn", "ngàn", "triệu", "tỷ", "tỉ")
_PLANNED = re.compile(
    r"\b(?:phan dau|muc tieu|phuong huong|dat toi thieu|du kien|se |nang (?:ty le|so|muc)|can dat"
    r"|phai dat|nhiem vu (?:trong tam )?nam)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A figure with how surely the words around it (``near``) name what is asked, and its year."""

    figure: Stated
    near: float
    year: int | None

    @property
    def unit(self) -> str:
        """What it counts, or its sign; figures of one unit may be held against one another."""
        if self.figure.amount.unit:
            return self.figure.amount.unit
        found = _COUNTED.match(self.figure.after)
        return " ".join(found.group(1).split()) if found else ""

    @property
    def scale(self) -> str:
        """The word for thousands or millions behind it, empty where there is none."""
        last = self.figure.shown.split()[-1].casefold()
        return last if last in _SCALES else ""

    @property
    def is_share(self) -> bool:
        """Whether it is a share of something."""
        return self.figure.amount.unit == "%"

    @property
    def planned(self) -> bool:
        """Whether its sentence or heading sets a goal rather than tells what was done."""
        unit = self.figure.unit
        return bool(_PLANNED.search(fold(f"{' '.join(unit.headings)} · {self.figure.text}")))


def figures_named(search: Search, shared: Sequence[Term] = ()) -> list[Named]:
    """The figures in sentences that hold every word of what is asked, the surest first.

    ``shared`` terms must stand in the sentence or above it, too.
    """
    terms = telling(search)
    if not terms:
        return []
    found: list[Named] = []
    for sentence in _sentences(search):
        if all(sentence.holds(search, term) for term in (*terms, *shared)):
            found.extend(_near(search, terms, sentence))
    return sorted(found, key=lambda one: -one.near)


def telling(search: Search) -> tuple[Term, ...]:
    """The terms of a topic that say something; all where each says little."""
    strong = tuple(term for term in search.topic.terms if not term.weak)
    counted = tuple(term for term in strong if term.plain not in _MONEY)
    return counted or strong or search.topic.terms


def searched(text: str, query: Query, corpus: Corpus, today: date) -> Search:
    """The search for one of the things that a question names, in the question's own documents."""
    own = understand(text, corpus=corpus, today=today, chosen=query.limits.chosen)
    limits = replace(
        query.limits,
        years=(),
        period=None,
        unit=None,
        partner=None,
        window=None,
        parts=(),
        key=None,
        alternatives=(),
    )
    return start_search(replace(own, limits=limits, accented=query.accented), corpus)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    document: Document
    unit: EvidenceUnit

    def holds(self, search: Search, term: Term) -> bool:
        """Whether a term stands in it, above it or in the document's particulars."""
        head = (self.document.title, self.document.issuer, self.document.province)
        return any(
            found_in(term, search.corpus.features(text), accented=search.query.accented) >= FOUND
            for text in (
                self.text,
                " · ".join((*self.unit.headings, *filter(None, head))),
            )
        )


def _sentences(search: Search) -> Iterator[_Sentence]:
    for found in ranked(search, ("passages",))[:_MOST_PASSAGES]:
        unit = found.entry.unit
        if unit is None or unit.source.table is not None:
            continue
        for text in split_sentences(unit.text):
            if not LETTERHEAD.match(text):
                yield _Sentence(text, found.entry.document, unit)


def _near(search: Search, terms: Sequence[Term], sentence: _Sentence) -> Iterator[Named]:
    whole = sum(term.weight for term in terms) or 1.0
    year = None
    for figure in stated_in(sentence.text, sentence.document, sentence.unit):
        own = _years(figure.about)
        year = own[-1] if own else year
        if figure.amount.of is not None:
            continue
        body = search.corpus.features(figure.about)
        levels = [found_in(term, body, accented=search.query.accented) for term in terms]
        held = sum(
            term.weight * level for term, level in zip(terms, levels, strict=True) if level >= FOUND
        )
        near = held / whole + _LAST * (levels[-1] >= FOUND)
        yield Named(figure, near, year or _above(sentence))


def _years(text: str) -> list[int]:
    found = _YEAR.findall(without_compared(text))
    return [int(one or other) for one, other in found]


def _above(sentence: _Sentence) -> int | None:
    """The year of a sentence that names none: its heading's, else its document's."""
    named = _years(" · ".join(sentence.unit.headings))
    if named:
        return named[-1]
    period = sentence.document.period
    return period.to if period is not None and period.from_ == period.to else None
