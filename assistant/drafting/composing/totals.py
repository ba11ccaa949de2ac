"""Totals and what they consist of; rows that narrow another row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.drafting.composing.citing import Citing
from assistant.drafting.composing.clauses import Clause, listed
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.numbers import percent
from assistant.drafting.composing.relations import has_word
from assistant.drafting.composing.state import State
from assistant.drafting.composing.weighing import Weighing
from ingest.vocabulary import load


@dataclass(slots=True)
class Totals:
    """Tells the totals of one block."""

    at: State
    citing: Citing
    weighing: Weighing

    def total(self, whole: Fact, parts: Sequence[Fact]) -> None:
        """A total with what it consists of."""
        writer = self.at.writer
        self.citing.basis_of(whole)
        clause = writer.clause(whole, context=self.at.context(whole))
        text = clause.text + self.citing.cited(whole)
        wanted = has_word(whole.name.text, load("drafting_forms")["whole_words"])
        if self.weighing.main(whole):
            self.weighing.changed(
                whole,
                self.weighing.against(
                    whole, self.weighing.amount(whole), self.weighing.before(whole)
                ),
            )
        said = []
        facts = [whole]
        for part in parts:
            form = writer.noun_form(part, context=self.at.context(part), below=whole)
            stated = self.at.relations.share.get(part.path)
            if stated is not None and stated.path not in self.at.report.doubts:
                form += f" (chiếm {writer.amount(stated)})"
                more = self.weighing.against(
                    stated, self.weighing.amount(stated), self.weighing.before(stated)
                )
                self.weighing.changed(stated, more)
                facts.append(stated)
                self.weighing.weigh(stated, more)
            elif wanted and part is parts[0] and _done(part) and part.value and whole.value:
                value, rounded = percent(part.value, whole.value)
                form += f" (đạt {self.weighing.computed(part, whole, value, rounded=rounded)})"
            said.append(form + self.citing.cited(part) + self.citing.short_note(part))
            facts.append(part)
        joined = listed(said)
        if len(said) > 1 and any(" và " in one for one in said) and "," not in joined:
            joined = ", ".join(said)  # "sớm và đúng hạn và quá hạn" would be read as three
        self.at.add(Clause(f"{text}, gồm {joined}", clause.subject, tuple(facts)))
        for part in (whole, *parts):
            self.weighing.weigh(part)

    def within(self, fact: Fact) -> str:
        """Rows below a total that do not add up to it."""
        parts = [
            one
            for one in self.at.relations.within.get(fact.path, ())
            if one.path not in self.at.told
        ]
        if not parts:
            return ""
        self.at.told |= {one.path for one in parts}
        said = [self.at.writer.noun_form(one, context=self.at.context(one)) for one in parts]
        return f", trong đó có {listed(said + self.citing.noted_parts(fact))}"

    def narrower(self, fact: Fact) -> str:
        """Rows that narrow this one: "trong đó 02 văn bản đúng tiến độ"."""
        rows = [
            (other, extra)
            for other, extra in self.at.relations.narrower.get(fact.path, ())
            if other.path not in self.at.told and other.path not in self.at.report.doubts
        ]
        if not rows:
            return ""
        groups: dict[Decimal, list[tuple[Fact, str]]] = {}
        for other, extra in rows:
            assert other.value is not None
            groups.setdefault(other.value, []).append((other, extra))
            self.at.told.add(other.path)
        said = []
        for same in groups.values():
            extras = [self.at.writer.plain(other, extra) for other, extra in same]
            said.append(f"{self._joint([other for other, _ in same])} {listed(extras)}")
        return f", trong đó có {listed(said)}"

    def _joint(self, facts: Sequence[Fact]) -> str:
        """One mark for rows of one value, resting on all of them."""
        writer, first = self.at.writer, facts[0]
        mark = writer.amount(first, self.at.context(first))
        if len(facts) == 1:
            return mark
        slot = writer.book.slot(mark)
        return writer.book.mark(
            "+".join(fact.path for fact in facts),
            "value",
            slot.text,
            value=slot.value,
            unit=slot.unit,
            role=slot.role,
            indicator=slot.indicator,
            period=slot.period,
            evidence=tuple(fact.source for fact in facts),
        )

    def stated_share(self, fact: Fact) -> str:
        """The share that the annex states of this row, where no pair says it."""
        stated = self.at.relations.share.get(fact.path)
        if stated is None or stated.path in self.at.told or stated.path in self.at.report.doubts:
            return ""
        self.at.told.add(stated.path)
        more = self.weighing.against(
            stated, self.weighing.amount(stated), self.weighing.before(stated)
        )
        self.weighing.weigh(stated, more)
        share = self.at.writer.amount(stated)
        return f", đạt {share}{self.weighing.inline(stated, more)}"


def _done(part: Fact) -> bool:
    """Whether a part says what was done of its whole, not where it came from."""
    return has_word(part.name.text, load("drafting_forms")["done_words"])
