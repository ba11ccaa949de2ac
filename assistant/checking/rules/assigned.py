"""Who leads and who coordinates: sentences of the text against the tasks of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Judgement, Weights
from assistant.checking.wording import quoted
from ingest.model import EvidenceUnit, Task
from ingest.text.normal import match_key
from ingest.text.organisations import unit_slug

_CLAUSE = re.compile(r"[.;](?=\s|$)|\n")
_ROLE = re.compile(r"(?<!\w)(chủ trì|phối hợp)(?!\w)", re.IGNORECASE)
_SAME_TASK = 0.7
Role = Literal["chủ trì", "phối hợp"]


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Units that a sentence names for a task which the plan gives to others."""
    del judgements
    tasks = [task for one in material.against for task in one.tasks if task.lead]
    if not tasks:
        return
    known = {
        match_key(name): unit_slug(name)
        for task in tasks
        for name in (*task.lead, *task.coordinating)
    }
    worded = [(task, material.lexicon.terms(task.text)) for task in tasks]
    for unit in material.reading.units:
        if unit.kind != "passage":
            continue
        for clause in _CLAUSE.split(unit.text):
            if _ROLE.search(clause):
                yield from _clause(material, unit, clause, known, worded)


def _clause(
    material: Material,
    unit: EvidenceUnit,
    clause: str,
    known: dict[str, str],
    worded: Sequence[tuple[Task, Weights]],
) -> Iterator[Finding]:
    task = _task(material, clause, worded)
    if task is None:
        return
    leads = {unit_slug(name) for name in task.lead}
    helpers = {unit_slug(name) for name in task.coordinating}
    for name, role in _named(clause, known):
        slug = known[name]
        asked, other = (leads, helpers) if role == "chủ trì" else (helpers, leads)
        if slug in asked or (role == "phối hợp" and not helpers and slug not in leads):
            continue
        given = task.lead if role == "chủ trì" else task.coordinating
        yield Finding(
            code="wrong_role" if slug in other else "contradiction",
            severity="error",
            message=f"{quoted(clause)} giao {quoted(name)} {role}, nhưng nhiệm vụ {task.key} "
            f"trong {task.source.file} ghi {role} là {quoted('; '.join(given) or '(để trống)')}.",
            left=unit.source,
            right=task.source,
        )


def _task(material: Material, clause: str, worded: Sequence[tuple[Task, Weights]]) -> Task | None:
    terms = material.lexicon.terms(clause)
    weight = material.lexicon.weight
    best: tuple[float, Task] | None = None
    for task, wanted in worded:
        total = sum(map(weight, wanted))
        held = sum(map(weight, wanted & terms))
        if total and held / total >= _SAME_TASK and (best is None or held > best[0]):
            best = (held, task)
    return best[1] if best else None


def _named(clause: str, known: dict[str, str]) -> Iterator[tuple[str, Role]]:
    """The unit right before "chủ trì", the one right behind "phối hợp (với)"."""
    key = match_key(clause)
    for found in _ROLE.finditer(key):
        role: Role = "chủ trì" if found.group(1) == "chủ trì" else "phối hợp"
        before = key[: found.start()].rstrip(" ,-")
        behind = re.sub(r"^\s*(?:với|là|:)?\s*", "", key[found.end() :])
        names = sorted(known, key=len, reverse=True)
        near = next((name for name in names if before.endswith(name)), None)
        listed = key[found.end() :].lstrip().startswith((":", "là"))
        if near is None and (role == "phối hợp" or listed):
            near = next((name for name in names if behind.startswith(name)), None)
        if near is not None:
            yield near, role
