"""Figures against the last period and the plan, and what they mean for the assessment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.drafting.composing.comparing import Amount, Compared, lower_is_better
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import keys, starts_with
from assistant.drafting.composing.numbers import decimal, percent, places_shown, printed
from assistant.drafting.composing.relations import says
from assistant.drafting.composing.state import RemarkKind, State
from ingest.model import Indicator, Source
from ingest.vocabulary import load

Before = tuple[Decimal, tuple[Source, ...]]
"""A figure of the last period and the cells that it and today's rest on."""


@dataclass(slots=True)
class Weighing:
    """Compares and weighs the figures of one block."""

    at: State

    def amount(self, fact: Fact) -> Amount:
        """A fact as something to compare."""
        assert fact.value is not None
        noun = "%" if fact.percent else self.at.writer.counter(fact, self.at.context(fact))
        plain = keys(fact.unit)
        if plain and (
            keys(noun)[: len(plain)] == plain
            or starts_with(plain, "person_units") == len(plain)
            or ", " in noun  # of "bệnh viện, trung tâm y tế" a change is in units
            or " và " in noun
        ):
            noun = fact.unit
        return Amount(
            fact.path, fact.value, noun, fact.percent, fact.places, fact.source, fact.record.name
        )

    def before(self, fact: Fact) -> Before | None:
        """The figure of the last period, with the cells of both."""
        if not fact.percent and says(fact.name.text, load("drafting_forms")["shrinking"]):
            return None  # "01 phòng cắt giảm, tăng 01 phòng" says two things at once
        found = self.at.report.comparer.before(fact)
        return (found[0], (fact.source, found[1].source)) if found else None

    def share_before(self, whole: Fact, part: Fact, stated: Fact | None) -> Before | None:
        """The share of the last period that a pair is compared with."""
        if stated is not None:
            found = self.at.report.comparer.before(stated)
            return (found[0], (stated.source, found[1].source)) if found else None
        one, other = self.at.report.comparer.before(part), self.at.report.comparer.before(whole)
        if one is None or other is None or not other[0]:
            return None
        value, _ = percent(one[0], other[0])
        return value, (part.source, whole.source, one[1].source, other[1].source)

    def against(self, fact: Fact, amount: Amount, before: Before | None) -> list[Compared]:
        """How an amount stands to its plan and to the last period."""
        made = []
        planned = self.at.report.comparer.to_plan(fact, amount)
        if planned is not None:
            made.append(self._with_share(fact, planned))
            self._beside(fact.plan)
        if before is not None and (self.at.report.budget > 0 or amount.percent):
            if before[0] == amount.value == 100 and amount.percent:
                return made
            if not amount.percent:
                self.at.report.budget -= 1
            self._beside(fact.previous if fact.before is not None else None)
            made.append(self.at.report.comparer.to_last(amount, before[0], before[1]))
        return made

    def _beside(self, record: Indicator | None) -> None:
        if record is not None:
            self.at.made.beside.add(record.id)

    def _with_share(self, fact: Fact, planned: Compared) -> Compared:
        """A plan comparison with the share of the plan that the annex states beside it."""
        value = decimal(fact.share.value) if fact.share is not None else None
        if value is None or fact.share is None or fact.percent or fact.plan is None:
            return planned
        self._beside(fact.share)
        mark = self.at.writer.book.mark(
            f"{fact.path}:share",
            "value",
            f"{printed(value, places=places_shown(fact.share.value_text))} %",
            value=value,
            unit="%",
            role="share",
            indicator=fact.record.name,
            evidence=(fact.share.source,),
        )
        return replace(planned, text=f"{planned.text}, đạt {mark}")

    def compared(self, fact: Fact, text: str) -> str:
        """``text`` with how a fact stands to plan and last period."""
        if fact.value is None or fact.coded or not self.main(fact):
            return text
        more = self.against(fact, self.amount(fact), self.before(fact))
        self.weigh(fact, more)
        return text + self.inline(fact, more)

    def of_year(self, fact: Fact) -> str:
        """What a part of the year is of the plan for all of it: ", đạt 53,6 % kế hoạch năm (…)"."""
        planned = fact.year_plan
        whole = decimal(planned.value) if planned is not None else None
        if planned is None or not whole or fact.value is None or fact.coded or fact.percent:
            return ""
        if fact.measure and lower_is_better(fact.record.name, measured=True):
            return ""
        book, noun = self.at.writer.book, self.amount(fact).noun
        said = f"{printed(whole, padded=not fact.measure)} {noun}".strip()
        target = book.mark(
            f"{fact.path}:year-plan",
            "target",
            said,
            value=whole,
            unit=noun or None,
            role="plan",
            indicator=fact.record.name,
            evidence=(planned.source,),
        )
        self._beside(planned)
        value, rounded = percent(fact.value, whole)
        formula = f"{printed(fact.value)} / {printed(whole)} × 100"
        share = book.mark(
            f"{fact.path}:year-share",
            "share",
            f"{printed(value)} %",
            value=value,
            unit="%",
            role="share",
            indicator=fact.record.name,
            formula=f"{formula}, làm tròn" if rounded else formula,
            evidence=(fact.source, planned.source),
        )
        return f", đạt {share} kế hoạch năm ({target})"

    def inline(self, fact: Fact, compared: Sequence[Compared]) -> str:
        """The comparisons, to stand behind their figure: the last period first, then the plan."""
        del fact
        ordered = sorted(compared, key=lambda one: one.trend in ("met", "exceeded", "missed"))
        return "".join(f", {one.text}" for one in ordered)

    def changed(self, fact: Fact, compared: Sequence[Compared]) -> None:
        """A change told in a sentence of its own: "số hồ sơ tiếp nhận tăng 618 hồ sơ …"."""
        if compared:
            said = ", ".join(one.text for one in compared)
            self.at.made.changes.append(f"{self.at.writer.nominal(fact)} {said}")

    def main(self, fact: Fact) -> bool:
        """Whether a change of this fact is worth saying."""
        if fact.plan is not None or fact.previous is not None:
            return True
        small = len(self.at.block.facts) < 4
        return fact is self.at.block.head or fact.percent or fact.name.total or small

    def weigh(self, fact: Fact, compared: Sequence[Compared] = ()) -> None:
        """What a fact means for the assessment; nothing where that is not beyond doubt.

        A target that was missed outweighs a change for the better: no fact is good and bad.
        """
        forms = load("drafting_forms")
        late = not fact.percent and says(fact.name.text, forms["late"])
        missed = any(one.trend == "missed" for one in compared)
        for one in compared:
            if one.better is None or late or (missed and one.trend != "missed"):
                continue
            text = f"{self.at.writer.clause(fact, context=self.at.context(fact)).text}, {one.text}"
            kind: RemarkKind = "strength" if one.better else "shortcoming"
            if one.trend == "missed":
                text = only_so_far(text)
            weight = 4 if one.trend in ("met", "exceeded", "missed") else 2
            self.at.remark(kind, weight, text, fact)
        if fact.percent and not compared and (fact.value or 0) >= self.at.report.high_share:
            plain = [*forms["plain_shares"], *forms["worse_when_higher"], *forms["unjudged"]]
            if not says(fact.name.text, plain):
                said = self.at.writer.clause(fact, context=self.at.context(fact)).text
                self.at.remark("strength", 1, said, fact)
        if fact.percent or fact.coded or not fact.value or fact.measure or not late:
            return
        if says(fact.name.text, forms["settled"]):
            return  # "Số hồ sơ quá hạn đã có văn bản xin lỗi" is not one more fault
        pairs = [
            (whole.value or Decimal(0)) - (part.value or Decimal(0))
            for part in self.at.block.facts
            if (whole := self.at.relations.whole.get(part.path)) is not None
            and part.path in self.at.relations.due
        ]
        if fact.value not in pairs:
            noun = self.at.writer.noun_form(fact, context=self.at.context(fact))
            said = "".join(f", {one.text}" for one in compared if one.trend in ("up", "down"))
            left = "có" if says(fact.name.text, forms["happened"]) else "còn"
            self.at.remark("shortcoming", 3, f"{left} {noun}{said}", fact)

    def share_amount(self, part: Fact, whole: Fact, value: Decimal) -> Amount:
        """A worked-out share as something to compare."""
        path = f"{part.path}:share:{whole.path}"
        return Amount(path, value, "%", True, 1, part.source, part.record.name)  # noqa: FBT003

    def computed(self, part: Fact, whole: Fact, value: Decimal, *, rounded: bool) -> str:
        """The mark of a share that is worked out."""
        assert part.value is not None
        assert whole.value is not None
        said = f"{printed(part.value)} / {printed(whole.value)} × 100"
        if rounded:
            said += ", làm tròn"
        return self.at.writer.book.mark(
            f"{part.path}:share:{whole.path}",
            "share",
            f"{printed(value)} %",
            value=value,
            unit="%",
            role="share",
            indicator=part.record.name,
            formula=said,
            evidence=(part.source, whole.source),
        )


def only_so_far(text: str) -> str:
    """A clause as a shortfall: "đã hoàn thành …" -> "mới hoàn thành …"."""
    short = re.sub(r"^đã\s+", "mới ", text)
    if short != text:
        return short
    short = re.sub(r"^có\s+(?=\{)", "mới có ", text)
    return re.sub(r"^(mới có .{1,90}?)\s+đã (?=được\s)", r"\1 ", short)


def not_due() -> list[str]:
    """Words of wholes that need not be done fully: posts assigned are not all to be filled."""
    return list(load("drafting_forms")["not_due"])
