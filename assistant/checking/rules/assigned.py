"""Who leads and who coordinates: sentences of the text against the tasks of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from assistant.answer import Finding
from assistant.checking.duties import Duties
from assistant.checking.facts import Material
from assistant.checking.model import Judgement
from assistant.checking.wording import quoted
from ingest.model import EvidenceUnit, Task
from ingest.text.normal import match_key
from ingest.text.organisations import unit_slug

_CLAUSE = re.compile(r"[.;](?=\s|$)|\n")
_UNIT = r"(?:Phòng|Trung tâm|Văn phòng|Chi cục|Thanh tra|Ban|Cục|Vụ|Viện|Bộ phận|Sở)"
_STRANGER = re.compile(
    rf"(?<!\w)({_UNIT}\s+[A-ZĐÀ-Ỹ](?:(?!{_UNIT})[^,;:.()]){{0,60}}?)"
    r"\s+(?:là\s+)?(?:đơn vị\s+)?chủ trì"
)
_ROLE = re.compile(r"(?<!\w)(chủ trì|phối hợp)(?!\w)", re.IGNORECASE)
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
    duties = Duties(tasks, material.lexicon)
    for unit in material.reading.units:
        if unit.kind != "passage":
            continue
        for clause in _CLAUSE.split(unit.text):
            if _ROLE.search(clause):
                yield from _clause(material, unit, clause, known, duties)


def _clause(
    material: Material, unit: EvidenceUnit, clause: str, known: dict[str, str], duties: Duties
) -> Iterator[Finding]:
    key = match_key(clause)
    names = sorted((name for name in known if name in key), key=len, reverse=True)
    bare = key
    for name in (*names, *(match_key(found[1]) for found in _STRANGER.finditer(clause))):
        bare = bare.replace(name, " . ")
    tasks = duties.named_in(material.lexicon.terms(bare))
    if not tasks:
        return
    named: list[tuple[str, Role]] = [*_named(key, known)]
    if not any(role == "chủ trì" for _, role in named):
        named += [(found[1], "chủ trì") for found in _STRANGER.finditer(clause)]
    for name, role in named:
        slug = known.get(name) or unit_slug(name)
        if not any(_fits(task, slug, role) for task in tasks):
            yield _finding(unit, clause, (name, slug, role), tasks[0])


def _fits(task: Task, slug: str, role: Role) -> bool:
    leads = {unit_slug(name) for name in task.lead}
    helpers = {unit_slug(name) for name in task.coordinating}
    if role == "chủ trì":
        return slug in leads
    return slug in helpers or (not helpers and slug not in leads)


def _finding(unit: EvidenceUnit, clause: str, told: tuple[str, str, Role], task: Task) -> Finding:
    name, slug, role = told
    given, others = (
        (task.lead, task.coordinating) if role == "chủ trì" else (task.coordinating, task.lead)
    )
    return Finding(
        code="wrong_role" if slug in {unit_slug(one) for one in others} else "contradiction",
        severity="error",
        message=f"{quoted(clause)} giao {quoted(name)} {role}, nhưng nhiệm vụ {task.key} "
        f"trong {task.source.file} ghi {role} là {quoted('; '.join(given) or '(để trống)')}.",
        left=unit.source,
        right=task.source,
    )


def _named(key: str, known: dict[str, str]) -> Iterator[tuple[str, Role]]:
    """The unit right before "chủ trì", the one right behind "phối hợp (với)"."""
    names = sorted(known, key=len, reverse=True)
    for found in _ROLE.finditer(key):
        role: Role = "chủ trì" if found.group(1) == "chủ trì" else "phối hợp"
        before = key[: found.start()].rstrip(" ,-")
        behind = re.sub(r"^\s*(?:với|là|:)?\s*", "", key[found.end() :])
        near = next((name for name in names if before.endswith(name)), None)
        listed = key[found.end() :].lstrip().startswith((":", "là"))
        if near is None and (role == "phối hợp" or listed):
            near = next((name for name in names if behind.startswith(name)), None)
        if near is not None:
            yield near, role
