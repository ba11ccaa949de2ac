"""One block -> what is said of it, in order, and what it means for the assessment."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.drafting.composing.absences import Absences
from assistant.drafting.composing.citing import Citing
from assistant.drafting.composing.clauses import Clause
from assistant.drafting.composing.coded import ongoing
from assistant.drafting.composing.facts import Fact, meaning_of
from assistant.drafting.composing.lexicon import is_only, keys
from assistant.drafting.composing.pairing import Pairing
from assistant.drafting.composing.relations import has_word, relate, says
from assistant.drafting.composing.state import Plan, Remark, RemarkKind, Report, State, topic_of
from assistant.drafting.composing.structure import Block
from assistant.drafting.composing.totals import Totals
from assistant.drafting.composing.weighing import Weighing
from ingest.vocabulary import load

__all__ = ["Plan", "Remark", "RemarkKind", "Report", "plan_block"]


def plan_block(block: Block, report: Report) -> Plan:
    """What is said of a block."""
    relations = relate([one for one in block.facts if not one.heading])
    return _Planner(State(report, block, relations)).plan()


@dataclass(slots=True)
class _Planner:
    at: State
    citing: Citing = field(init=False)
    weighing: Weighing = field(init=False)
    totals: Totals = field(init=False)
    pairing: Pairing = field(init=False)
    absences: Absences = field(init=False)

    def __post_init__(self) -> None:
        self.citing = Citing(self.at)
        self.weighing = Weighing(self.at)
        self.totals = Totals(self.at, self.citing, self.weighing)
        self.pairing = Pairing(self.at, self.citing, self.weighing, self.totals)
        self.absences = Absences(self.at, self.citing)

    def plan(self) -> Plan:
        head = self.at.block.head
        rows = [one for one in self.at.block.facts if not one.heading]
        if head is not None and head.heading:
            self.at.made.topic = topic_of(head, self.at.writer)
        for fact in rows:
            if fact.path in self.at.report.doubts:
                self.at.made.unsaid[fact.path] = self.at.report.doubts[fact.path]
                self.at.told.add(fact.path)
        if self.absences.explained(rows):
            return self.at.made
        if head is not None:
            self.citing.bases(head)
        zeros = [one for one in rows if self.absences.is_zero(one)]
        blanks = [one for one in rows if one.blank and one.path not in self.at.told]
        self.absences.zeros(rows, zeros)
        for fact in rows:
            if fact.path in self.at.told or fact.blank or fact in zeros:
                continue
            self._tell(fact)
        self.absences.absent(zeros)
        self.absences.blanks(rows, blanks)
        said = {one.path for one in self.at.made.facts}
        self.at.made.covered += [
            one for one in rows if one.path in self.at.told and one.path not in said
        ]
        return self.at.made

    def _tell(self, fact: Fact) -> None:
        relations = self.at.relations
        self.at.told.add(fact.path)
        if fact.coded:
            self._coded(fact)
            return
        if self._tell_shared(fact):
            return
        if fact.path in relations.parts:
            self.totals.total(fact, relations.parts[fact.path])
            return
        part = self._done_of(fact)
        if part is not None:
            self.pairing.pair(fact, part)
            return
        if fact.path in relations.whole and relations.whole[fact.path].path in self.at.told:
            self.pairing.pair(relations.whole[fact.path], fact)
            return
        self.citing.basis_of(fact)
        clause = self._other_way(fact) or self.at.writer.clause(fact, context=self.at.context(fact))
        text = clause.text + self.totals.stated_share(fact) + self.weighing.of_year(fact)
        divided = self.citing.note_ratio(fact)
        text += divided
        cited = self.citing.cited(fact)
        if cited.startswith(","):  # a change that stands apart from its figure names its row
            text += cited
            changes = self.weighing.compared(fact, "").removeprefix(", ")
            if changes:
                self.at.made.changes.append(f"{self.at.writer.nominal(fact)} {changes}")
        else:
            text = self.weighing.compared(fact, text) + cited
        text += self.totals.narrower(fact)
        text += self.totals.within(fact) + self.citing.noted(fact)
        text += self.citing.items(fact)
        if text == clause.text or (fact.percent and not divided):
            text += self.citing.short_note(fact)
        self.at.add(Clause(text, clause.subject, (fact,)))
        if not self.weighing.main(fact):
            self.weighing.weigh(fact)

    def _other_way(self, fact: Fact) -> Clause | None:
        """A row "Khác" below an act that is answered with yes or no: what else was done so."""
        head = self.at.block.head
        if (
            head is None
            or head is fact
            or fact.percent
            or not is_only(keys(fact.name.text), "others")
        ):
            return None
        verb = head.name.verb or head.name.rest
        if head.name.shape not in ("verb", "question") or not verb:
            return None
        mark = self.at.writer.amount(fact, self.at.context(fact))
        told = self.at.writer.plain(head, verb)
        return Clause(f"đã {told} theo hình thức khác đối với {mark}", "office", (fact,))

    def _tell_shared(self, stated: Fact) -> bool:
        """A share is said with the figures that it is made of, if those are still to be said."""
        part = next(
            (
                one
                for one in self.at.block.facts
                if self.at.relations.share.get(one.path) is stated and one.path not in self.at.told
            ),
            None,
        )
        if part is None:
            return False
        self.at.told.discard(stated.path)
        whole = self.at.relations.whole.get(part.path)
        total = next(
            (
                one
                for one in self.at.block.facts
                if part in self.at.relations.parts.get(one.path, ())
                and one.path not in self.at.told
            ),
            None,
        )
        if whole is not None and part.path not in self.at.report.doubts:
            self.at.told |= {whole.path, part.path}
            self.pairing.pair(whole, part)
        elif total is not None:
            self.at.told.add(total.path)
            self.totals.total(total, self.at.relations.parts[total.path])
        else:
            self.at.told.add(stated.path)
            return False
        self.at.told.add(stated.path)
        return True

    def _done_of(self, whole: Fact) -> Fact | None:
        """The first row that says what was done of ``whole``, where that is to be told now."""
        for row in self.at.block.facts:
            found = self.at.relations.whole.get(row.path)
            if found is not None and found.path == whole.path and row.path not in self.at.told:
                return row
        return None

    def _coded(self, fact: Fact) -> None:
        said = meaning_of(fact)
        forms = load("drafting_forms")
        unfinished = has_word(fact.record.note or "", forms["unfinished"])
        self.citing.basis_of(fact)
        clause = self.at.writer.clause(fact)
        if said == "yes" and unfinished:
            text = ongoing(self.at.writer, fact) + self.citing.cited(fact)
            self.at.made.doubtful.append(fact)
            self.at.add(Clause(text, "own", (fact,)))
            return
        text = clause.text + self.citing.cited(fact)
        if text == clause.text and said != "no":
            text += self.citing.short_note(fact)
        if said == "no":
            if text == clause.text:
                text += self.citing.short_note(fact)
            if not self._excused(fact) and not says(fact.record.name, forms["not_duties"]):
                self.at.remark("shortcoming", 3, clause.text, fact)
        self.at.add(Clause(text, clause.subject, (fact,)))

    def _excused(self, fact: Fact) -> bool:
        """Whether the note of a row, or of one about the same unit, says it need not be done."""
        words = load("drafting_forms")["excuses"]
        noun = fact.name.noun
        return any(
            has_word(one.record.note or "", words) and one.name.noun == noun
            for one in self.at.block.facts
            if one.record.note
        )
