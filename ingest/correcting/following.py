"""What follows from a correction although nobody corrected it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ingest.correcting.fields import names_a_year
from ingest.model import (
    AnyRecord,
    Correction,
    Deliverable,
    Indicator,
    Period,
    Record,
    Target,
    Task,
)
from ingest.text.deadlines import parse_deadline

_ROLES = ("lead", "coordinating")


def follow_period(
    record: AnyRecord, old: Period | None, new: Period | None, *, year: int | None
) -> AnyRecord:
    """``record`` with its document's corrected period, where it had that one and no own year."""
    if old == new:
        return record
    match record:
        case Indicator() if record.period == old and not names_a_year(record.source.column or ""):
            return record.model_copy(update={"period": new})
        case Target() if record.horizon == old and not _says_when(record):
            return record.model_copy(update={"horizon": new})
        case Task():
            return _with_year(record, year)
    return record


def _says_when(record: Target) -> bool:
    return any(names_a_year(text) for text in (record.text, *record.headings))


def _with_year(task: Task, year: int | None) -> Task:
    """A task whose deadlines without a year take the document's."""
    deadline = task.deadline
    if deadline is not None and not names_a_year(deadline.text):
        deadline = parse_deadline(deadline.text, year=year)
    items = tuple(
        Deliverable(product=item.product, deadline=parse_deadline(item.deadline.text, year=year))
        if item.deadline is not None and not names_a_year(item.deadline.text)
        else item
        for item in task.deliverables
    )
    return task.model_copy(update={"deadline": deadline, "deliverables": items})


def follow_rows(originals: Mapping[str, AnyRecord], records: dict[str, AnyRecord]) -> None:
    """Give targets that took their units from task rows the corrected units of those rows.

    ``records`` is changed in place. A target whose own units were corrected keeps those.
    """
    moved = [
        record
        for record in records.values()
        if isinstance(record, Task) and any(one.field in _ROLES for one in record.corrected)
    ]
    if not moved:
        return
    tasks = [record for record in originals.values() if isinstance(record, Task)]
    for target_id, target in originals.items():
        if not isinstance(target, Target) or target.source.table is None:
            continue
        rows = [task for task in tasks if _is_row_of(task, target)]
        for role in _ROLES:
            _follow_role(role, target, rows, target_id, records)


def _is_row_of(task: Task, target: Target) -> bool:
    return (
        task.annex == target.annex
        and task.source.table == target.source.table
        and target.key in (task.key, task.objective)
    )


def _follow_role(
    role: str, target: Target, rows: list[Task], target_id: str, records: dict[str, AnyRecord]
) -> None:
    current = records[target_id]
    corrected = [records[task.id] for task in rows]
    if any(one.field == role for one in current.corrected):
        return
    read, now = _united(role, rows), _united(role, corrected)
    if getattr(target, role) != read or read == now:
        return
    causes: tuple[Correction, ...] = tuple(
        one for task in corrected for one in task.corrected if one.field == role
    )
    records[target_id] = current.model_copy(
        update={role: now, "corrected": (*current.corrected, *causes)}
    )


def _united(role: str, rows: Iterable[Record]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for row in rows for unit in getattr(row, role)))
