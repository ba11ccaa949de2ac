"""What is known and what was said while one block is planned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from assistant.drafting.composing.clauses import Clause
from assistant.drafting.composing.comparing import Comparer
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import is_only, keys
from assistant.drafting.composing.relations import Relations
from assistant.drafting.composing.structure import Block
from assistant.drafting.composing.writer import Writer
from ingest.text.normal import fold

RemarkKind = Literal["strength", "shortcoming", "unfinished"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something for the assessment. ``text`` is a clause with marks, without a subject.

    ``vague``: the clause says nothing without its ``topic``.
    """

    kind: RemarkKind
    weight: int
    text: str
    fact: Fact
    topic: str = ""
    vague: bool = False


@dataclass(slots=True)
class Plan:
    """What a block says. ``topic`` leads in, ``bases`` are documents that it rests on.

    ``changes`` are clauses on how totals changed, for a sentence behind the clauses;
    ``sentences`` are whole sentences of their own (the reason of a blank block). ``covered`` are
    facts that the clauses state besides their own; ``unsaid`` are facts that are not said, and
    why. ``blanks`` lack a value, ``doubtful`` have one that their own note puts in doubt;
    ``beside`` are ids of records of other columns (planned, last period) that are said as well.
    """

    clauses: list[Clause] = field(default_factory=list)
    topic: str = ""
    bases: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    covered: list[Fact] = field(default_factory=list)
    unsaid: dict[str, str] = field(default_factory=dict)
    doubtful: list[Fact] = field(default_factory=list)
    blanks: list[Fact] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)

    @property
    def facts(self) -> list[Fact]:
        """The facts that the block's sentences state."""
        return [fact for clause in self.clauses for fact in clause.facts] + self.covered


@dataclass(slots=True)
class Report:
    """What all blocks of one report share.

    ``doubts`` are facts' paths that must not be asserted, with the reason; ``cited`` the documents
    named so far; ``budget`` how many more counts of a section may be compared with the last
    period; ``high_share`` the per cent from which a share is a strength; ``part`` the part of the
    year reported on ("Q2"), ``None`` for a whole one.
    """

    writer: Writer
    comparer: Comparer
    doubts: dict[str, str] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    budget: int = 4
    high_share: int = 95
    part: str | None = None


@dataclass(slots=True)
class State:
    """One block being planned: ``told`` are the paths of facts that are done with."""

    report: Report
    block: Block
    relations: Relations
    made: Plan = field(default_factory=Plan)
    told: set[str] = field(default_factory=set)

    @property
    def writer(self) -> Writer:
        """The report's writer."""
        return self.report.writer

    def add(self, clause: Clause) -> None:
        """Say a clause; its facts are told."""
        self.made.clauses.append(clause)
        self.told |= {fact.path for fact in clause.facts}

    def context(self, fact: Fact) -> str:
        """The noun of a row that names none: that of a row counted in the same unit."""
        head = self.block.head
        for one in (head, *self.block.rows):
            if one is not None and noun_of(one) and fold(one.unit) == fold(fact.unit):
                if keys(one.unit)[:1] == ["lượt"] or one.measure:
                    continue
                plain = keys(fact.unit)
                same = plain and keys(one.name.noun)[: len(plain)] == plain
                return fact.unit if same else one.name.noun
        return ""

    def remark(self, kind: RemarkKind, weight: int, text: str, fact: Fact) -> None:
        """Keep something for the assessment, with the topic of its block."""
        topic = topic_of(self.block.titled, self.writer) if self.block.titled else ""
        vague = is_only(keys(fact.name.text), "results")
        self.made.remarks.append(Remark(kind, weight, text, fact, topic, vague))


def topic_of(fact: Fact, writer: Writer) -> str:
    """A heading as the topic of sentences: "kiểm tra CCHC"."""
    name = fact.name
    return writer.plain(fact, name.phrase if name.shape == "count" else name.text)


def noun_of(fact: Fact) -> str:
    """The noun of a name that has one of its own ("Kết quả thực hiện" has none)."""
    words = keys(fact.name.text)
    if is_only(words, "results") or is_only(words, "assigned"):
        return ""
    return fact.name.noun
