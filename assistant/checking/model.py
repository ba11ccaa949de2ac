"""The nouns of a check: what a text claims, and what the sources state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from assistant.answer import FindingRole, Verdict
from ingest.model import Period, Source

ClaimKind = Literal["number", "document", "date", "deadline", "organisation", "none"]
Origin = Literal["prose", "cell", "note", "record"]
Weights = frozenset[str]
"""Terms of a text: syllables, and pairs of neighbours joined by ``_``."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure. ``group`` is what it counts as, ``scale`` turns values of money to đồng.

    ``known`` tells a unit of the vocabulary from a noun that merely follows the number.
    """

    text: str
    group: str
    scale: Decimal = Decimal(1)
    known: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text that is a figure, a date, a document number or explicitly none of these.

    ``whole_month`` tells a deadline that names a month or quarter, whose last month ``day`` is in.
    """

    start: int
    end: int
    kind: ClaimKind
    value: Decimal | None = None
    of: Decimal | None = None
    unit: str | None = None
    day: date | None = None
    number: str | None = None
    deadline: Literal["before", "until", "within", "from", "due"] | None = None
    whole_month: bool = False
    spoken: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A text to be read for figures, and where it stands. ``about`` is the row it belongs to.

    ``part`` is the part of the year that its document or section is for; ``ahead`` marks a section
    on what is still to be done.
    """

    text: str
    source: Source
    headings: tuple[str, ...] = ()
    origin: Origin = "prose"
    about: str = ""
    group: str | None = None
    period: Period | None = None
    part: str | None = None
    ahead: bool = False
    record_id: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of a text with the words that say what it counts.

    ``own`` are the words next to it, ``around`` those of its sentence and headings. ``words`` is
    ``own`` as written, for showing. ``of`` is the denominator of a ratio; ``partner`` the claim
    right before it in the sentence, whose words it borrows where it has none (``borrowed``).
    ``change`` is the trend word of a figure that says by how much something changed.
    """

    span: Span
    text: str
    place: Place
    sentence: int
    words: str
    own: Weights
    around: Weights
    measure: Measure | None
    role: FindingRole
    period: Period | None
    part_of_year: str | None = None
    stated_part: bool = False
    stated_period: bool = False
    approximate: bool = False
    borrowed: bool = False
    whole_of_partner: bool = False
    change: str | None = None
    partner: Claim | None = None
    key: str = ""
    quote: str = ""

    @property
    def value(self) -> Decimal | None:
        """The number, scaled to đồng for money."""
        if self.span.value is None or self.measure is None:
            return self.span.value
        return self.span.value * self.measure.scale

    @property
    def source(self) -> Source:
        """Where the figure stands; of a long paragraph its sentence is quoted.

        Of a paragraph read from several pieces the one that holds the figure, if only one does.
        """
        whole = self.place.source
        for part in (whole, *whole.parts):
            if self.quote and self.quote in part.quote:
                return part.model_copy(update={"quote": self.quote, "parts": ()})
        for part in whole.parts:
            if self.text in part.quote and self.text not in whole.quote:
                return part.model_copy(update={"parts": ()})
        return whole


@dataclass(frozen=True, slots=True)
class Fact:
    """What a source states: a cell, a target, or a figure of another document's prose.

    ``group`` joins the rows of one numbered block. ``value`` is in đồng for money. ``own`` are
    the words of the indicator itself, ``around`` those of its block and section.
    """

    number: int
    label: str
    text: str
    value: Decimal | None
    measure: Measure | None
    role: FindingRole
    period: Period | None
    own: Weights
    around: Weights
    key: str
    headings: tuple[str, ...]
    source: Source
    origin: Origin
    home: bool
    group: str | None = None
    whole: bool = False
    coded: bool = False
    part_of_year: str | None = None
    subject: str | None = None
    subject_terms: Weights = frozenset()
    of: Decimal | None = None
    comparator: str | None = None
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that a claim may state, and how well their words fit (0..1)."""

    fact: Fact
    fit: float
    same_section: bool | None
    units: Literal["same", "open", "different"]
    same_period: bool
    same_role: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one claim. ``against`` is the fact it was compared with, if there is one."""

    claim: Claim
    verdict: Verdict
    explanation: str
    evidence: tuple[Source, ...] = ()
    against: Fact | None = None
    severity: Literal["error", "warning", "info"] | None = None
    candidates: tuple[Candidate, ...] = field(default=())
