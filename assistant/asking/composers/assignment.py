"""Who leads, who coordinates: from the target's own cell, its task's, or a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from assistant.asking import texts
from assistant.asking.composers.choice import clarify, too_many
from assistant.asking.composers.figures_told import add_value
from assistant.asking.composers.sentences import lead_sentences, said_by
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.limiting import has_unit
from assistant.asking.finding.matching import Match
from assistant.asking.finding.retrieval import Search, by_document, entry_horizon, fitting
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.sentences.passages import Sentence
from ingest.model import Source, Target, Task
from ingest.text.normal import fold
from ingest.text.numbers import amounts

Role = Literal["lead", "coordinating"]
_MOST_CARRIERS = 3
_BRIEF = 140
_BEHIND = 0.15
_HELD, _LACKED = 0.85, 0.5


@dataclass(frozen=True, slots=True)
class Assignment:
    """One line to be: a target or task, and who does it. ``units`` may be empty.

    ``said`` is the wording where it is not the usual one.
    """

    entry: Entry
    text: str
    units: tuple[str, ...]
    others: tuple[str, ...]
    sources: tuple[Source, ...]
    written: str | None = None
    said: str | None = None


def compose_lead(search: Search) -> Composed | None:
    """Answer "who leads"."""
    return _compose(search, "lead")


def compose_coordinating(search: Search) -> Composed | None:
    """Answer "who coordinates"."""
    return _compose(search, "coordinating")


def _compose(search: Search, role: Role) -> Composed | None:
    matches = _without_lesser(search, fitting(search, ("targets", "tasks")), role)
    if not matches:
        return None
    groups = [_assignments(search, group) for group in by_document(matches).values()]
    groups.sort(key=lambda group: not any(_asked(line, role) for line in group))
    lines = [line for group in groups for line in sorted(group, key=_year)]
    if role == "coordinating":
        # no target has partners of its own: it is told only where no row has any either
        lines = [line for line in lines if not _is_bare(line) or not any(map(_partners, lines))]
    if too_many(len(lines)):
        return clarify(search, [line.entry for line in lines])
    labels = document_labels(search.documents)
    page = Page()
    for entry in _other_figures(search):
        add_value(search, page, entry, label=labels[entry.document.id])
    beside = _beside(search, lines) if role == "lead" else []
    in_text = {one.document.id for one in beside}
    for line in _joined(lines, role):
        if line.entry.document.id in in_text and not (line.units or line.written or line.said):
            continue  # what the text of the document assigns is not left unassigned
        verdict = _verdict(search, _asked(line, role))
        said = f"{verdict}{line.said or _wording(line, role, lines)}"
        sources = [source.facing(*_cited(line, role)) for source in line.sources]
        when = entry_horizon(search, line.entry)
        page.add_of(labels[line.entry.document.id], said, sources, when=when)
    for sentence in beside:
        said = texts.PROSE_LEAD.format(text=said_by(sentence))
        page.add_of(labels[sentence.document.id], said, [sentence.source])
    if not beside and not any(_asked(line, role) for line in lines):
        scope = labels[lines[0].entry.document.id]
        if len({line.entry.document.id for line in lines}) > 1:
            scope = texts.SCOPE_MANY.format(count=len(search.documents))
        reason = texts.REFUSE_NO_LEAD if role == "lead" else texts.REFUSE_NO_COORDINATING
        return Composed(page, "refused", "records", reason.format(scope=scope))
    return Composed(page)


def _without_lesser(search: Search, matches: Sequence[Match], role: Role) -> list[Match]:
    """The rows; none that assigns nobody and says less of the topic than another document's."""
    assigned = [found for found in matches if _assigns(found, role)]
    best = max(assigned, key=lambda found: found.coverage, default=None)
    if best is None:
        return [*matches]
    return [
        found
        for found in matches
        if _assigns(found, role)
        or found.entry.document.id == best.entry.document.id
        or not _lacks(search, found, best)
    ]


def _assigns(found: Match, role: Role) -> bool:
    record = found.entry.record
    if not isinstance(record, Task | Target):
        return False
    return bool(record.lead if role == "lead" else record.coordinating)


def _lacks(search: Search, found: Match, best: Match) -> bool:
    """Whether a row lacks a telling term of the best one, or any where that one holds them all."""
    levels = [*zip(search.topic.terms, best.levels, found.levels, strict=False)]
    whole = bool(levels) and all(theirs >= _HELD for _, theirs, _ in levels)
    return any(
        (whole or not term.weak) and theirs >= _HELD and own < _LACKED
        for term, theirs, own in levels
    )


def _beside(search: Search, lines: Sequence[Assignment]) -> list[Sentence]:
    """The sentences of the text that charge somebody with it and are not among the lines."""
    told = [fold(line.text) for line in lines]
    return [
        one
        for one in lead_sentences(search)
        if not any(fold(NUMBERING.sub("", one.text)).strip(" .;") in said for said in told)
    ]


def _other_figures(search: Search) -> list[Entry]:
    """The targets about the topic, where none of them has the figure that the question names."""
    supposed = search.query.supposed
    stated = amounts(supposed.figure) if supposed is not None and supposed.figure else ()
    if not stated:
        return []
    found = [
        one.entry
        for one in fitting(search, ("targets",))
        if isinstance(one.entry.record, Target) and one.entry.record.value is not None
    ]
    values = [Decimal(e.record.value or "") for e in found if isinstance(e.record, Target)]
    return [] if stated[0].value in values else found[:_MOST_CARRIERS]


def _verdict(search: Search, units: Sequence[str]) -> str:
    """Whether the unit that the question takes for the one is it; nothing where none is named."""
    supposed, several = search.query.supposed, search.query.several
    if several is not None and units and len(units) != several:
        return texts.NOT_AS_MANY.format(count=len(units), asked=several)
    if supposed is None or supposed.unit is None or not units:
        return ""
    if has_unit(units, (), supposed.unit):
        return texts.CONFIRMED
    return texts.DENIED.format(supposed=supposed.unit)


def _joined(lines: Sequence[Assignment], role: Role) -> list[Assignment]:
    """A target without a lead of its own and the tasks that carry it, in one line a document."""
    if role != "lead":
        return [*lines]
    shown: list[Assignment] = []
    said: set[int] = set()
    for line in lines:
        carriers = [
            other
            for other in lines
            if other.units
            and isinstance(other.entry.record, Task)
            and other.entry.document.id == line.entry.document.id
        ]
        bare = isinstance(line.entry.record, Target) and not line.units and not line.written
        if bare and 0 < len(carriers) <= _MOST_CARRIERS and not said & set(map(id, carriers)):
            said.update(map(id, carriers))
            shown.append(_with_carriers(line, carriers))
        else:
            shown.append(line)
    return [line for line in shown if id(line) not in said]


def _with_carriers(line: Assignment, carriers: Sequence[Assignment]) -> Assignment:
    parts = [
        texts.RELATED_TASK.format(
            key=f"{other.entry.record.key} " if isinstance(other.entry.record, Task) else "",
            text=shortened(other.text, _BRIEF),
            units="; ".join(map(tidy, other.units)),
        )
        for other in carriers
    ]
    said = texts.RELATED_TASKS.format(text=line.text, tasks="; ".join(parts))
    sources = [source.facing(*other.units) for other in carriers for source in other.sources]
    return replace(line, said=said, sources=(*line.sources, *sources))


def _year(line: Assignment) -> int:
    record = line.entry.record
    return record.horizon.to if isinstance(record, Target) and record.horizon else 9999


def _asked(line: Assignment, role: Role) -> tuple[str, ...]:
    return line.units if role == "lead" else line.others


def _cited(line: Assignment, role: Role) -> tuple[str, ...]:
    """What the cited cell has to hold: the units asked for, or the words that name none."""
    return _asked(line, role) or ((line.written,) if line.written else ())


def _partners(line: Assignment) -> tuple[str, ...]:
    return _asked(line, "coordinating")


def _is_bare(line: Assignment) -> bool:
    """Whether the line is a target that its document gives to nobody."""
    return isinstance(line.entry.record, Target) and not (line.units or line.written)


def _wording(line: Assignment, role: Role, lines: Sequence[Assignment]) -> str:
    named = _asked(line, role)
    if named:
        template = texts.LEAD_IS if role == "lead" else texts.COORDINATING_IS
        said = template.format(text=line.text, units="; ".join(map(tidy, named)))
        if role == "lead" and line.others:
            said += texts.ALSO_COORDINATING.format(units="; ".join(map(tidy, line.others)))
        return said
    if role == "coordinating":
        return texts.NO_COORDINATING.format(text=line.text)
    if line.written:
        return texts.LEAD_AS_WRITTEN.format(text=line.text, written=tidy(line.written))
    related = any(
        other.units and other.entry.document.id == line.entry.document.id for other in lines
    )
    return (texts.RELATED_LEAD if related else texts.NO_LEAD).format(text=line.text)


def _assignments(search: Search, group: Sequence[Match]) -> list[Assignment]:
    if search.query.subject is None:  # a row that says it all is no part of the aim it serves
        best = max(found.score for found in group)
        group = [found for found in group if found.score >= best - _BEHIND]
    targets = [found.entry for found in group if isinstance(found.entry.record, Target)]
    tasks = [found.entry for found in group if isinstance(found.entry.record, Task)]
    of_targets = [_of_target(search, entry) for entry in _once(targets)]
    of_tasks = [_of_task(entry) for entry in _once(tasks)]
    if of_targets and search.query.subject == "targets":
        assigned = [line for line in of_targets if line.units]
        if assigned:
            return of_targets
    if search.query.subject == "tasks" and of_tasks:
        return of_tasks
    if search.query.subject != "targets" and any(line.units for line in of_tasks):
        of_targets = [line for line in of_targets if line.units]
    covered = {source.place() for line in of_targets for source in line.sources}
    keys = {entry.record.key for entry in targets if isinstance(entry.record, Target)}
    free = [
        line
        for line in of_tasks
        if not any(source.place() in covered for source in line.sources)
        and not (isinstance(line.entry.record, Task) and line.entry.record.objective in keys)
    ]
    return [*of_targets, *free]


def _once(entries: Sequence[Entry]) -> list[Entry]:
    """Entries of one text once: a row with two figures is two targets but one assignment."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        record = entry.record
        if isinstance(record, Target | Task):
            seen.setdefault((record.key, tidy(record.text)), entry)
    return list(seen.values())


def _of_task(entry: Entry) -> Assignment:
    task = entry.record
    if not isinstance(task, Task):
        raise TypeError(entry.kind)
    written = task.lead_text if not task.lead else None
    return Assignment(
        entry, shortened(task.text), task.lead, task.coordinating, (task.source,), written
    )


def _of_target(search: Search, entry: Entry) -> Assignment:
    target = entry.record
    if not isinstance(target, Target):
        raise TypeError(entry.kind)
    text = shortened(target.text)
    if target.lead or target.coordinating:
        return Assignment(entry, text, target.lead, target.coordinating, (target.source,))
    rows = [task for task in tasks_of(search, entry) if task.lead or task.coordinating]
    units = tuple(dict.fromkeys(unit for task in rows for unit in task.lead))
    others = tuple(dict.fromkeys(unit for task in rows for unit in task.coordinating))
    return Assignment(entry, text, units, others, (target.source, *(task.source for task in rows)))


def tasks_of(search: Search, entry: Entry) -> list[Task]:
    """The tasks of a target's own row, or those that serve it as their objective.

    Keys repeat between annexes and between prose and annex, so a shared key alone is not enough:
    the task must stand in the same table.
    """
    target = entry.record
    if not isinstance(target, Target) or target.source.table is None:
        return []
    return [
        other.record
        for other in search.corpus.entries
        if other.kind == "tasks"
        and isinstance(other.record, Task)
        and other.document.id == entry.document.id
        and other.record.annex == target.annex
        and other.record.source.table == target.source.table
        and target.key in (other.record.key, other.record.objective)
    ]
