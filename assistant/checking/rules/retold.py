"""Tasks that the report lists again in a table of its own, against the plan that assigned them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.answer import Finding
from assistant.checking.binding import years_agree
from assistant.checking.duties import Duties, agree, deadlines
from assistant.checking.facts import PLANS, Material
from assistant.checking.model import Judgement
from assistant.checking.rules.planned import until
from assistant.checking.rules.states import state_of
from assistant.checking.wording import quoted, where
from ingest.model import Task
from ingest.text.organisations import unit_slug


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Leads, coordinators and deadlines that differ from those of the plan."""
    del judgements
    document = material.reading.document
    if document.kind in PLANS or not material.reading.tasks:
        return
    tasks = [
        task
        for one in material.against
        if years_agree(one.document.period, document.period)
        for task in one.tasks
    ]
    duties = Duties(tasks, material.lexicon)
    for task in material.reading.tasks:
        same = duties.same_as(material.lexicon.terms(task.text))
        if same:
            yield from _units(task, same)
            yield from _limits(task, same)
            yield from _late(task, same, until(material.reading))


def _units(task: Task, same: Sequence[Task]) -> Iterator[Finding]:
    for role, mine, theirs in (
        ("chủ trì", task.lead, [one.lead for one in same]),
        ("phối hợp", task.coordinating, [one.coordinating for one in same]),
    ):
        if not mine or not all(theirs):
            continue
        if not any(_slugs(mine) == _slugs(other) for other in theirs):
            yield _differs(task, same[0], role, "; ".join(mine), "; ".join(theirs[0]))


def _slugs(names: Sequence[str]) -> set[str]:
    return {unit_slug(name) for name in names}


def _limits(task: Task, same: Sequence[Task]) -> Iterator[Finding]:
    asked = [limit for one in same for limit in deadlines(one)]
    for mine in deadlines(task):
        if asked and not any(agree(mine, limit) for limit in asked):
            yield _differs(task, same[0], "thời hạn", mine.text, asked[0].text)


def _late(task: Task, same: Sequence[Task], until: date | None) -> Iterator[Finding]:
    """A task that the report's table calls open, though its time has passed."""
    last = [limit.to for one in same for limit in deadlines(one) if limit.to]
    if until is None or not last or date.fromisoformat(max(last)) > until:
        return
    for part in (task.source, *task.source.parts):
        if part.quote != task.text and state_of(part.quote) == "open":
            yield Finding(
                code="plan_gap",
                severity="warning",
                message=f"Nhiệm vụ {quoted(task.text)} đã qua hạn ({same[0].source.file}, "
                f"{where(same[0].source)}) nhưng bảng ghi {quoted(part.quote)}.",
                left=part.model_copy(update={"parts": ()}),
                right=same[0].source,
            )


def _differs(task: Task, asked: Task, what: str, mine: str, theirs: str) -> Finding:
    return Finding(
        code="contradiction",
        severity="error",
        message=f"Nhiệm vụ {quoted(task.text)} ghi {what} {quoted(mine)} ({where(task.source)}) "
        f"nhưng {asked.source.file} ghi {quoted(theirs)} ({where(asked.source)}).",
        left=task.source.facing(mine),
        right=asked.source.facing(theirs),
    )
