"""How well one found unit fits a query, from its words, its record and its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import chain
from operator import attrgetter

from ingest.model import AnyRecord, Document, EvidenceUnit, Indicator, Period, Target, Task
from vectorstore.ranking.lexicon import Words, folded_phrase
from vectorstore.ranking.question import Sought, Term
from vectorstore.ranking.wanted import Wanted, text_of

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
class Aim:
    """What is sought in the units of one document.

    ``wanted`` are the terms without those that only say which document is meant; ``place`` and
    ``number`` are 1 where the query names the document's province and number.
    """

    sought: Sought
    document: Document
    wanted: Wanted
    place: float
    number: float


class Aims:
    """What a query seeks in each document; those that it names alike share the terms."""

    def __init__(self, sought: Sought) -> None:
        self._sought = sought
        self._wanted: dict[tuple[Words, ...], Wanted] = {}

    def of(self, document: Document) -> Aim:
        """What is sought in ``document``."""
        place, number = self._named(document.province), self._named(document.number)
        named = tuple(filter(None, (place, number)))
        if named not in self._wanted:
            self._wanted[named] = Wanted(_not_naming(self._sought, named))
        return Aim(
            self._sought, document, self._wanted[named], float(bool(place)), float(bool(number))
        )

    def _named(self, name: str | None) -> Words:
        """The words of a name that the query holds; none where it does not."""
        phrase = folded_phrase(name) if name else ()
        return phrase if self._sought.names(phrase) else ()


def fit(aim: Aim, candidate: Candidate) -> Fit:
    """Compare a candidate with what is sought in its document."""
    unit, record = candidate.unit, candidate.record
    sought, document, wanted = aim.sought, aim.document, aim.wanted
    topic, text = unit.topic or unit.text, unit.text
    above = unit.search_text.removesuffix(text)
    in_topic = wanted.levels(topic)
    in_text = [*map(max, in_topic, wanted.levels(text))]
    return Fit(
        topic=wanted.share(in_topic),
        text=wanted.share(in_text),
        above=wanted.share(wanted.beyond(in_text, above)),
        title=max(map(wanted.covered, unit.headings), default=0.0),
        neighbours=wanted.neighbours(text),
        brevity=wanted.covered(topic),
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
    words = text_of(title).words
    start = next((at for at, word in enumerate(words) if len(word) > 1 and word not in _ROMAN), 0)
    return len(words) - start >= _TITLE and sought.names(words[start:])


def score(found: Fit, weights: Fit) -> float:
    """The weighted sum of what speaks for a candidate."""
    pairs = zip(_values(found), _values(weights), strict=True)
    return float(sum(value * weight for value, weight in pairs))


def _not_naming(sought: Sought, names: Sequence[Words]) -> tuple[Term, ...]:
    """The terms without those that are part of ``names``."""
    if not names:
        return sought.terms
    named = {*chain.from_iterable(names), *("_".join(name) for name in names)}
    rest = tuple(term for term in sought.terms if not named.issuperset(term.words))
    return rest or sought.terms


def _standing(rank: int | None) -> float:
    return 0.0 if rank is None else _SMOOTH / (_SMOOTH + rank)


def _timely(sought: Sought, record: AnyRecord | None, document: Document, *texts: str) -> float:
    """Whether the unit belongs to the years asked about; 0 also where no year was asked."""
    if not sought.years:
        return 0.0
    if isinstance(record, Target) and record.horizon is not None:
        return max(_inside(sought, record.horizon), 0.5 * _inside(sought, document.period))
    if isinstance(record, Indicator) and record.period is not None:
        return _inside(sought, record.period)
    if any(f" {year} " in text_of(text).folded for year in sought.years for text in texts):
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
