"""Values -> marks with the noun that stands behind the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.drafting.composing.documents import slotted
from assistant.drafting.composing.facts import Fact, unscaled
from assistant.drafting.composing.lexicon import is_only, is_person, keys, starts_with
from assistant.drafting.composing.numbers import printed
from assistant.drafting.composing.slots import SlotBook
from ingest.model import Source

_RATIO = re.compile(r"^\d[\d.]*\s?/\s?\d[\d.]*$")


@dataclass(frozen=True, slots=True)
class Amounts:
    """Puts values and digits into the slots of one book."""

    book: SlotBook

    def slotted(self, text: str, source: Source | None = None) -> str:
        """``text`` with its digits in slots."""
        return slotted(self.book, text, source) if any(map(str.isdigit, text)) else text

    def plain(self, fact: Fact, text: str) -> str:
        """Words of a fact's name."""
        return self.slotted(text, fact.source)

    def counter(self, fact: Fact, context: str = "") -> str:
        """The noun that stands behind the number."""
        text = (fact.record.value_text or "").strip()
        worded = re.match(r"^[\d.,]+\s+([^\d%].*)$", text)
        if worded:
            return worded[1].strip()
        if fact.measure:
            return fact.unit
        name = fact.name
        if is_only(keys(name.text), "results") or name.shape == "question":
            return fact.unit or context
        if name.noun:
            if is_person(fact.unit) and not is_person(name.noun):
                return f"{fact.unit} {name.noun}"
            unit = keys(fact.unit)
            if unit[:1] == ["lượt"]:
                if keys(name.noun)[:1] == ["lượt"]:
                    return name.noun
                told = len(unit) == 1 or keys(name.noun)[: len(unit) - 1] == unit[1:]
                if told or is_person(name.noun):
                    return f"lượt {name.noun}"
                return f"{fact.unit} {name.noun}"
            if (
                unit
                and len(unit) == starts_with(unit, "classifiers")
                and keys(name.noun)[:1] != unit[:1]
            ):
                return f"{fact.unit} {name.noun}"
            return name.noun
        return context or fact.unit

    def amount(self, fact: Fact, context: str = "") -> str:
        """The mark of a fact's value with its noun: "119 thủ tục", "8.983,2 triệu đồng"."""
        if fact.value is None:
            text = (fact.record.value_text or "").strip()
            if _RATIO.match(text) and not fact.coded:
                text = _joined(text, self.counter(fact, context))
            return self.book.mark(
                f"{fact.path}:actual",
                "value",
                text,
                unit=fact.unit or None,
                role="actual",
                indicator=fact.record.name,
                subject=fact.record.subject,
                period=fact.record.period,
                evidence=(fact.source,),
            )
        noun = "%" if fact.percent else self.counter(fact, context)
        said = _joined(self.number(fact, fact.value), noun)
        if fact.rank:
            said, noun = printed(fact.value), fact.unit
        return self.book.mark(
            f"{fact.path}:actual",
            "value",
            said,
            value=fact.value,
            unit=noun or None,
            role="actual",
            indicator=fact.record.name,
            subject=fact.record.subject,
            period=fact.record.period,
            evidence=(fact.source,),
        )

    def number(self, fact: Fact, value: Decimal) -> str:
        """A value of a fact as printed, without its unit."""
        words = unscaled(keys(fact.unit))
        plain = fact.percent or (bool(words) and starts_with(words, "plain_measures") == len(words))
        return printed(value, padded=not plain, places=fact.places)

    def bare(self, fact: Fact, mark: str) -> str:
        """The mark of a fact's number alone, where its noun stands in the words."""
        return self.book.mark(
            f"{fact.path}:actual:bare",
            "value",
            self.book.slot(mark).text.split(" ", 1)[0],
            value=fact.value,
            role="actual",
            indicator=fact.record.name,
            subject=fact.record.subject,
            period=fact.record.period,
            evidence=(fact.source,),
        )


def _joined(number: str, noun: str) -> str:
    return f"{number} {noun}" if noun else number
