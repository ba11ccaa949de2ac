"""How well one found unit fits a query, from its words, its record and its document."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import attrgetter

from ingest.model import AnyRecord, Document, EvidenceUnit, Indicator, Period, Target, Task
from vectorstore.ranking.lexicon import Words, folded_phrase
from vectorstore.ranking.question import Sought, Term, between_blanks
from vectorstore.tokens import tokenise

_OTHER_ACCENTS, _OTHER_WORDS, _APART = 0.7, 0.9, 0.5
_KEPT_TEXTS = 20_000
_SMOOTH = 5.0
_TITLE = 3
"""Words from which on a heading is no mere word of the query."""
_ROMAN = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A found unit with all that speaks for it. ``word_rank`` counts from 0, ``None``: not found.

    ``closeness`` is its similarity, 0 for the last and 1 for the first that was found by meaning.
    """

    unit: EvidenceUnit
    record: AnyRecord | None
    closeness: float = 0.0
    word_rank: int | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """What speaks for a candidate, each 0 (not at all) .. 1, in the order of the weights."""

    topic: float
    text: float
    above: float
    title: float
    neighbours: float
    brevity: float
    closeness: float
    word_rank: float
    period: float
    place: float
    number: float
    kind: float
    first_kind: float
    named_kind: float
    lead: float
    passage: float
    reference: float
    titled: float


_values = attrgetter(*(field.name for field in fields(Fit)))

WEIGHTS = Fit(
    topic=0.4,
    text=0.4,
    above=1.0,
    title=0.1,
    neighbours=0.3,
    brevity=0.6,
    closeness=0.2,
    word_rank=0.4,
    period=0.6,
    place=0.8,
    number=0.8,
    kind=0.05,
    first_kind=0.1,
    named_kind=0.3,
    lead=0.6,
    passage=-0.2,
    reference=-0.2,
    titled=0.5,
)
"""Found by coordinate search and rounded; see ``docs/decisions/0004-rank-by-fit.md``."""


@dataclass(frozen=True, slots=True)
class _Text:
    folded: str
    accented: str
    words: Words


@lru_cache(maxsize=_KEPT_TEXTS)
def _text(text: str) -> _Text:
    tokens = tokenise(text)
    words = tuple(token.folded for token in tokens)
    accented = " ".join(token.accented for token in tokens)
    return _Text(f" {' '.join(words)} ", f" {accented} ", words)


@dataclass(frozen=True)
class Aim:
    """What is sought in the units of one document, which the query may name."""

    sought: Sought
    document: Document

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms without those that only say which document is meant."""
        return _not_naming(self.sought, self.document)

    @cached_property
    def pairs(self) -> tuple[tuple[float, str], ...]:
        """Terms that follow one another, between blanks, with the weight of both."""
        return tuple(
            (left.weight + right.weight, between_blanks((*left.words, *right.words)))
            for left, right in pairwise(self.terms)
        )

    @cached_property
    def asked(self) -> frozenset[str]:
        """All words of the terms and of what says the same."""
        return frozenset(
            word for term in self.terms for phrase in (term.words, *term.others) for word in phrase
        )

    @cached_property
    def place(self) -> float:
        """Whether the query names the document's province."""
        return float(self.sought.names(folded_phrase(self.document.province or "")))

    @cached_property
    def number(self) -> float:
        """Whether the query names the document's number."""
        return float(self.sought.names(folded_phrase(self.document.number or "")))


def fit(aim: Aim, candidate: Candidate) -> Fit:
    """Compare a candidate with what is sought in its document."""
    unit, record = candidate.unit, candidate.record
    sought, document, terms, asked = aim.sought, aim.document, aim.terms, aim.asked
    topic, text = _text(unit.topic or unit.text), _text(unit.text)
    above = _text(unit.search_text.removesuffix(unit.text))
    total = sum(term.weight for term in terms) or 1.0
    in_topic = [_found(term, topic) for term in terms]
    in_text = [max(own, _found(term, text)) for term, own in zip(terms, in_topic, strict=True)]
    higher = [max(0.0, _found(term, above) - own) for term, own in zip(terms, in_text, strict=True)]

    def share(levels: list[float]) -> float:
        return sum(term.weight * level for term, level in zip(terms, levels, strict=True)) / total

    return Fit(
        topic=share(in_topic),
        text=share(in_text),
        above=share(higher),
        title=max((_covered(_text(title), asked) for title in unit.headings), default=0.0),
        neighbours=_neighbours(aim.pairs, text),
        brevity=_covered(topic, asked),
        closeness=candidate.closeness,
        word_rank=_standing(candidate.word_rank),
        period=_timely(sought, record, document, text, above),
        place=aim.place,
        number=aim.number,
        kind=float(unit.kind in sought.kinds),
        first_kind=float(sought.kinds[:1] == (unit.kind,)),
        named_kind=float(unit.kind in sought.named),
        lead=_leads(sought, record),
        passage=float(unit.kind == "passage"),
        reference=float(unit.kind == "ref"),
        titled=float(any(_is_said(sought, title) for title in unit.headings)),
    )


def _is_said(sought: Sought, title: str) -> bool:
    """Whether the query says a whole heading, its number apart."""
    words = _text(title).words
    start = next((at for at, word in enumerate(words) if len(word) > 1 and word not in _ROMAN), 0)
    return len(words) - start >= _TITLE and sought.names(words[start:])


def score(found: Fit, weights: Fit) -> float:
    """The weighted sum of what speaks for a candidate."""
    pairs = zip(_values(found), _values(weights), strict=True)
    return float(sum(value * weight for value, weight in pairs))


def _not_naming(sought: Sought, document: Document) -> tuple[Term, ...]:
    named: set[str] = set()
    for name in (document.province, document.number):
        phrase = folded_phrase(name or "")
        if sought.names(phrase):
            named.update(phrase)
            named.add("_".join(phrase))
    rest = tuple(term for term in sought.terms if not named.issuperset(term.words))
    return rest or sought.terms


def _found(term: Term, text: _Text) -> float:
    """How surely a text says a term: 1 as written, 0 not at all."""
    folded = text.folded
    if term.said in folded:
        if term.spelt is None or term.spelt in text.accented:
            return 1.0
        return _OTHER_ACCENTS
    for other in term.others_said:
        if other in folded:
            return _OTHER_WORDS
    if len(term.words) == 1:
        return 0.0
    return _APART * sum(word in folded for word in term.each_said) / len(term.words)


def _covered(text: _Text, asked: frozenset[str]) -> float:
    """The share of a short text that the query says."""
    return sum(word in asked for word in text.words) / (len(text.words) or 1)


def _neighbours(pairs: tuple[tuple[float, str], ...], text: _Text) -> float:
    """How many of the terms that follow one another do so in the text."""
    total = sum(weight for weight, _ in pairs)
    together = sum(weight for weight, phrase in pairs if phrase in text.folded)
    return together / total if total else 0.0


def _standing(rank: int | None) -> float:
    return 0.0 if rank is None else _SMOOTH / (_SMOOTH + rank)


def _timely(sought: Sought, record: AnyRecord | None, document: Document, *texts: _Text) -> float:
    """Whether the unit belongs to the years asked about; 0 also where no year was asked."""
    if not sought.years:
        return 0.0
    if isinstance(record, Target) and record.horizon is not None:
        return max(_inside(sought, record.horizon), 0.5 * _inside(sought, document.period))
    if isinstance(record, Indicator) and record.period is not None:
        return _inside(sought, record.period)
    if any(f" {year} " in text.folded for year in sought.years for text in texts):
        return 1.0
    return _inside(sought, document.period)


def _inside(sought: Sought, period: Period | None) -> float:
    if period is None:
        return 0.4
    if not any(period.from_ <= year <= period.to for year in sought.years):
        return 0.0
    return 1.0 if period.from_ == period.to or period.to in sought.years else 0.6


def _leads(sought: Sought, record: AnyRecord | None) -> float:
    """Whether the query names a unit that leads (half: coordinates) what the record says."""
    if not isinstance(record, Task | Target):
        return 0.0
    if any(_names_unit(sought, name) for name in record.lead):
        return 1.0
    return 0.5 if any(_names_unit(sought, name) for name in record.coordinating) else 0.0


def _names_unit(sought: Sought, name: str) -> bool:
    phrase = folded_phrase(name)
    return len(phrase) > 1 and sought.names(phrase)
