"""A question, understood: what is asked, about which topic, within which limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from assistant.asking.words import Word
from ingest.model import DocumentKind, Period, RecordKind

FactName = Literal[
    "date", "issuer", "number", "period", "province", "signer", "recipients", "stored"
]
Quantity = Literal["count", "share"]
UnitRole = Literal["any", "lead", "coordinating"]
Extreme = Literal["least", "most"]


class Intent(StrEnum):
    """What a question wants to know."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    DEADLINE = "deadline"
    PRODUCT = "product"
    VALUE = "value"
    LIST = "list"
    COUNT = "count"
    COMPARE = "compare"
    DIFFERENCE = "difference"
    BASIS = "basis"
    REASON = "reason"
    PROSE = "prose"
    SUMMARY = "summary"
    DEFINITION = "definition"
    FACT = "fact"
    GREETING = "greeting"
    STATUS = "status"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class TopicWord:
    """One word of the topic. ``required`` words must be found; the others only help ranking.

    ``place`` is the word's index in the question, so that neighbours are known as such. ``counted``
    words follow "bao nhiêu". ``naming`` words may be a document meant or what a task makes.
    """

    word: Word
    place: int
    required: bool = True
    counted: bool = False
    naming: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """Days within which a deadline must end. ``text`` is how the question said it.

    A ``floating`` window named no year: it is moved to the year of the deadline it is held against.
    A ``naming`` one is part of a product's name ("báo cáo quý III") rather than a span of days.
    """

    text: str
    start: date | None = None
    end: date | None = None
    overdue: bool = False
    floating: bool = False
    naming: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What the question restricts itself to. Empty means no restriction.

    ``places`` and ``issuers`` are names of stored documents; ``unknown_places`` are named in the
    question but nothing is stored of them. ``numbers`` are document numbers as stored (the
    document itself is meant); ``ref_numbers`` are numbers of other documents. ``chosen`` are
    document ids given by the caller, or meant by an earlier answer that has ``called`` them so;
    ``entitled`` are those of documents named by kind, title and year;
    ``lacking`` is a document so named of a kind that the place or issuer has none of.
    ``length`` is the number of years a plan is for ("10 năm").
    ``parts`` are the months or quarters named, as first and last month: they choose columns.
    ``partner`` is a second unit that must take part too. ``alternatives`` are the documents that a
    comparison names side by side: each its own set of limits, instead of the ones above.
    """

    chosen: tuple[str, ...] = ()
    called: str = ""
    entitled: tuple[str, ...] = ()
    lacking: str = ""
    places: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    unknown_places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    ref_numbers: tuple[str, ...] = ()
    kind_words: tuple[str, ...] = ()
    kinds: tuple[DocumentKind, ...] = ()
    years: tuple[int, ...] = ()
    period: Period | None = None
    window: Window | None = None
    parts: tuple[tuple[int, int], ...] = ()
    length: int | None = None
    annex: str | None = None
    key: str | None = None
    unit: str | None = None
    unit_role: UnitRole = "any"
    partner: str | None = None
    partner_role: UnitRole = "any"
    alternatives: tuple[Limits, ...] = ()

    @property
    def names_documents(self) -> bool:
        """Whether particular documents are meant, not whatever is stored."""
        return bool(
            self.chosen or self.entitled or self.places or self.numbers or self.alternatives
        )


@dataclass(frozen=True, slots=True)
class Supposed:
    """What a question takes for true and asks about ("Văn phòng Sở chủ trì ... phải không?").

    ``name`` is whoever is said to have signed or issued a document, or what something is said to be
    ("hình thức là trực tuyến phải không").
    """

    unit: str | None = None
    figure: str | None = None
    window: Window | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A frozen reading of one question. ``standalone`` makes sense without the conversation.

    ``words`` are all words of the question without accents, the weightless ones too; ``foreign``
    the English ones that say something no stored text does. ``total`` asks
    for a sum, ``extreme`` for the place or month that has most or least. ``asked_unit`` is ``%``,
    or the countable thing the figure is asked in; ``against_year`` is the only year that it names,
    which figures of any other year are held against. ``ref_types`` are the types of document that
    are asked for as a basis ("nghị định nào"). ``aspects`` are the particulars of a task that one
    question asks for together ("ai chủ trì, hạn khi nào"). ``standing`` lists work without an end,
    ``of_product`` tasks by what they make, ``state`` by how far
    they have come; ``adding_up`` asks whether parts make their total, ``of_text`` for what running
    text is headed by, ``says`` for all that a document says.
    """

    question: str
    standalone: str
    intent: Intent
    topic: tuple[TopicWord, ...] = ()
    limits: Limits = field(default_factory=Limits)
    subject: RecordKind | None = None
    fact: FactName | None = None
    facts: tuple[FactName, ...] = ()
    abbreviation: str | None = None
    quantity: Quantity | None = None
    blanks: bool = False
    without_lead: bool = False
    without_help: bool = False
    standing: bool = False
    of_product: bool = False
    of_text: bool = False
    says: bool = False
    state: str | None = None
    adding_up: bool = False
    supposed: Supposed | None = None
    total: bool = False
    extreme: Extreme | None = None
    ref_types: tuple[str, ...] = ()
    aspects: tuple[Intent, ...] = ()
    asked_unit: str | None = None
    several: int | None = None
    against_year: int | None = None
    follows_on: bool = False
    explicit_intent: bool = False
    accented: bool = False
    foreign: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def required(self) -> tuple[TopicWord, ...]:
        """The topic words that must be found."""
        return tuple(entry for entry in self.topic if entry.required)

    @property
    def topic_text(self) -> str:
        """The topic as one string, for search and for telling the user."""
        first = min((entry.place for entry in self.topic if entry.required), default=0)
        last = max((entry.place for entry in self.topic if entry.required), default=-1)
        return " ".join(entry.word.shown for entry in self.topic if first <= entry.place <= last)
