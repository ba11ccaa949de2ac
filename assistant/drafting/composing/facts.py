"""A row of an annex as a fact: the value reported on, with what was planned and what was before."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from assistant.drafting.composing.documents import Cited
from assistant.drafting.composing.lexicon import keys, starts_with
from assistant.drafting.composing.names import Name
from assistant.drafting.composing.numbers import places_shown
from ingest.model import Indicator, Source
from ingest.text.normal import fold
from ingest.vocabulary import load, remembered


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of an annex, for one subject.

    ``record`` is the value of the period reported on; ``plan``, ``previous`` and ``share`` stand
    in other columns of the row; ``year_plan`` is what was planned for the whole year, where
    only a part of it is reported on. ``path`` identifies the row in any version of the annex.
    ``group`` numbers the block below one numbered row. ``heading``: neither unit nor value.
    ``told_by_verb``: without its verb the name would read like that of another row of the block.
    """

    path: str
    record: Indicator
    name: Name
    group: int
    value: Decimal | None = None
    plan: Indicator | None = None
    previous: Indicator | None = None
    share: Indicator | None = None
    year_plan: Indicator | None = None
    others: tuple[Indicator, ...] = ()
    documents: tuple[Cited, ...] = ()
    before: Decimal | None = field(default=None)
    told_by_verb: bool = False

    @property
    def records(self) -> tuple[Indicator, ...]:
        """All records of the row."""
        further = (self.plan, self.previous, self.share, self.year_plan, *self.others)
        return (self.record, *(one for one in further if one is not None))

    @property
    def source(self) -> Source:
        """The value's cell."""
        return self.record.source

    @property
    def heading(self) -> bool:
        """Whether the row only titles the rows below it."""
        one = self.record
        return one.value_text is None and one.unit is None and not self.planned

    @property
    def planned(self) -> bool:
        """Whether the row says what was planned."""
        return self.plan is not None and self.plan.value_text is not None

    @property
    def blank(self) -> bool:
        """Whether a value is wanted and missing."""
        return self.record.value_text is None and not self.heading

    @property
    def coded(self) -> bool:
        """Whether the value answers yes, no or which ("Không = 0 Có = 1", "Có", "x")."""
        if self.record.unit is not None and "=" in self.record.unit:
            return True
        return self.value is None and bool(polarity_of(self.record.value_text or ""))

    @property
    def percent(self) -> bool:
        """Whether the value is in per cent."""
        unit = (self.record.unit or "").strip()
        text = (self.record.value_text or "").strip()
        return unit in ("%", "phần trăm") or text.endswith("%")

    @property
    def rank(self) -> bool:
        """Whether the value is a place in an order ("Hạng")."""
        words = keys(self.unit)
        return bool(words) and starts_with(words, "ranks") == len(words)

    @property
    def places(self) -> int:
        """Decimals that the cell prints."""
        return places_shown(self.record.value_text)

    @property
    def unit(self) -> str:
        """The unit in lower case without empty words; ``""`` where it says nothing."""
        return "" if self.coded else _unit_words(self.record.unit or "")

    @property
    def measure(self) -> bool:
        """Whether the unit measures (money, time, points) and does not count things."""
        words = unscaled(keys(self.unit.split("/")[0]))
        if not words or starts_with(words, "measures") != len(words):
            return False
        noun = keys(self.name.noun)
        return len(noun) <= len(words) or noun[: len(words)] != words  # "điểm du lịch" is a thing


def unscaled(words: list[str]) -> list[str]:
    """The words of a unit without its scale: "triệu USD" -> "usd"."""
    return words[1:] if len(words) > 1 and starts_with(words, "scales") else words


@remembered(maxsize=1024)
def _unit_words(unit: str) -> str:
    words = unit.split()
    cut = starts_with(keys(unit), "counts")
    text = " ".join(words[cut:] if len(words) > cut else words)
    if starts_with(keys(text), "empty_units") == len(keys(text)):
        return ""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def meaning_of(fact: Fact) -> str:
    """``yes``, ``no`` or ``""`` for a coded value that is neither."""
    return polarity_of(fact.record.meaning or fact.record.value_text or "")


def polarity_of(text: str) -> str:
    """``yes`` or ``no`` where ``text`` says nothing else, ``""`` otherwise."""
    words, said = load("drafting_forms"), fold(text).strip(" .")
    if said in words["ticks"]:
        return "yes"
    for polarity in ("yes", "no"):
        if said in {fold(word) for word in words["meanings"][polarity]}:
            return polarity
    if len(said.split()) > 4:
        return ""
    if said.startswith(("chua ", "khong ")):
        return "no"
    return "yes" if said.startswith("da ") else ""
