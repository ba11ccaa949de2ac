"""Facts that are given unit by unit: the total first, then each unit in a clause of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.drafting.composing.clauses import Clause, listed
from assistant.drafting.composing.cleaning import lowered
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import keys, starts_with
from assistant.drafting.composing.numbers import printed
from assistant.drafting.composing.planning import Plan, Report, plan_block
from assistant.drafting.composing.structure import Block
from ingest.text.normal import fold
from ingest.vocabulary import load

_AGAIN = re.compile(r"(; |, | và )có (?=\{)")
MOST = 10
"""Units that are told one by one; of more, the sum and the ends are said."""


def by_subject(facts: Sequence[Fact]) -> bool:
    """Whether the facts repeat the same rows for several units."""
    return len({fact.record.subject for fact in facts if fact.record.subject}) > 1


def subject_plans(facts: Sequence[Fact], report: Report) -> list[Plan]:
    """What is said of figures by unit."""
    groups: dict[str, list[Fact]] = {}
    totals: list[Fact] = []
    sums = {fold(word) for word in load("indicators")["total_rows"]}
    for fact in facts:
        subject = fact.record.subject or ""
        if not subject or _sums(subject, sums):
            totals.append(fact)
        else:
            groups.setdefault(subject, []).append(fact)
    plans = []
    if totals:
        plans.append(plan_block(Block(None, tuple(totals)), report))
    if len(groups) > MOST:
        plans.append(_ends(groups, report, summed=not totals))
        return plans
    plan = Plan()
    for subject, rows in groups.items():
        _tell(subject, rows, report, plan)
    plans.append(plan)
    return plans


def _sums(subject: str, words: set[str]) -> bool:
    """Whether a subject is the row of sums ("Tổng cộng", "Cộng toàn ngành")."""
    said = fold(subject).strip(" .:")
    return any(said == word or said.startswith(f"{word} ") for word in words)


def named(subject: str) -> str:
    """A subject as a unit's name, or as a field where it is none: "Lĩnh vực hộ tịch"."""
    text = subject.strip(" .:;-")
    if starts_with(keys(text), "subject_places"):
        return text
    return f"{load('drafting_names')['field']} {lowered(text)}"


def _tell(subject: str, rows: Sequence[Fact], report: Report, plan: Plan) -> None:
    writer = report.writer
    said: list[str] = []
    told: list[Fact] = []
    name = writer.slotted(named(subject), rows[0].source)
    for fact in rows:
        if fact.path in report.doubts:
            plan.unsaid[fact.path] = report.doubts[fact.path]
        elif fact.blank or fact.heading:
            plan.unsaid[fact.path] = "Ô số liệu để trống."
        elif fact.value == 0 and not fact.coded and not fact.percent:
            said.append(f"không có {writer.absent(fact)}")
            told.append(fact)
        elif fact.percent or fact.coded or fact.measure:
            said.append(writer.clause(fact).text)
            told.append(fact)
        else:
            said.append(f"có {writer.noun_form(fact)}")
            told.append(fact)
    if told:
        text = _AGAIN.sub(r"\1", listed(said))
        plan.clauses.append(Clause(f"{name} {text}", "own", tuple(told)))


def _ends(groups: dict[str, list[Fact]], report: Report, *, summed: bool) -> Plan:
    """Of many units: the sum where the annex has none, the highest and the lowest."""
    plan = Plan()
    writer = report.writer
    columns: dict[str, list[Fact]] = {}
    for rows in groups.values():
        for fact in rows:
            if fact.value is None or fact.coded:
                plan.unsaid[fact.path] = "Ô số liệu để trống hoặc không phải số."
            elif fact.path in report.doubts:
                plan.unsaid[fact.path] = report.doubts[fact.path]
            else:
                columns.setdefault(fact.record.name, []).append(fact)
    for facts in columns.values():
        top = max(facts, key=lambda one: one.value or Decimal(0))
        low = min(facts, key=lambda one: one.value or Decimal(0))
        for fact in facts:
            plan.unsaid[fact.path] = "Số liệu chi tiết theo từng đơn vị nêu tại Phụ lục."
        if top.value == low.value:
            continue
        parts = []
        if summed and not top.percent:
            parts.append(_sum(facts, report))
        high = writer.slotted(lowered(named(top.record.subject or "")), top.source)
        least = writer.slotted(lowered(named(low.record.subject or "")), low.source)
        ends = f"cao nhất là {high} với {writer.amount(top)}"
        if low.value:
            ends += f", thấp nhất là {least} với {writer.amount(low)}"
            plan.unsaid.pop(low.path, None)
        plan.unsaid.pop(top.path, None)
        parts.append(ends)
        topic = writer.nominal(top)
        plan.clauses.append(Clause(f"về {topic}, {', '.join(parts)}", "own", (top, low)))
    return plan


def _sum(facts: Sequence[Fact], report: Report) -> str:
    writer = report.writer
    total = sum((one.value or Decimal(0) for one in facts), Decimal(0))
    first = facts[0]
    noun = writer.counter(first)
    mark = writer.book.mark(
        f"sum:{first.record.name}",
        "value",
        f"{printed(total, padded=not first.measure)} {noun}".strip(),
        value=total,
        unit=noun or None,
        role="total",
        indicator=first.record.name,
        formula=" + ".join(printed(one.value or Decimal(0)) for one in facts),
        evidence=tuple(one.source for one in facts),
    )
    return f"tổng số là {mark}"
