"""What follows from a correction although nobody corrected it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ingest.correcting.fields import names_a_year
from ingest.model import (
    AnyRecord,
    Correction,
    Deadline,
    Deliverable,
    Document,
    Indicator,
    Period,
    Record,
    Target,
    Task,
)
from ingest.text.deadlines import parse_deadline, split_deadlines
from ingest.text.unit_keys import Issuer, unit_slugs

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


def follow_issuer(task: Task, read: Task, *, old: Issuer, new: Issuer) -> Task:
    """``task`` with the unit keys of its document's issuer, where it or the lead was corrected."""
    if old == new and task.lead == read.lead:
        return task
    return task.model_copy(update={"lead_units": unit_slugs(task.lead, new)})


def follow_link(record: AnyRecord, document: Document) -> AnyRecord:
    """``record`` with what its document takes from the one it is attached to.

    A period that the file does not name completes deadlines, horizons and periods; an issuer
    decides which spellings are one unit.
    """
    taken = dict.fromkeys(document.inherited)
    if not taken:
        return record
    read = document.model_copy(update=taken)
    period = document.period
    year = period.to if period is not None and period.from_ == period.to else None
    linked = follow_period(record, read.period, period, year=year)
    old, new = Issuer.of(read), Issuer.of(document)
    if isinstance(linked, Task) and isinstance(record, Task):
        return follow_issuer(linked, record, old=old, new=new)
    return linked


def _says_when(record: Target) -> bool:
    return any(names_a_year(text) for text in (record.text, *record.headings))


def _with_year(task: Task, year: int | None) -> Task:
    """A task whose deadlines without a year take the document's."""
    items = tuple(
        Deliverable(product=item.product, deadline=_redated(item.deadline, year))
        for item in task.deliverables
    )
    return task.model_copy(
        update={"deadline": _redated(task.deadline, year), "deliverables": items}
    )


def _redated(deadline: Deadline | None, year: int | None) -> Deadline | None:
    """A deadline in another year; one that lists several times spans them all as before."""
    if deadline is None or names_a_year(deadline.text):
        return deadline
    parts = split_deadlines(deadline.text)
    ticked = deadline.text.split(", ")
    if len(parts) < 2 and len(ticked) > 1 and all(_dated(part) for part in ticked):
        parts = ticked
    read = [parse_deadline(part, year=year) for part in parts or [deadline.text]]
    if len(read) == 1:
        return read[0] if read[0].kind == deadline.kind else deadline
    starts = [one.from_ for one in read if one.from_]
    ends = [one.to for one in read if one.to]
    return deadline.model_copy(
        update={"from_": min(starts, default=None), "to": max(ends, default=None)}
    )


def _dated(text: str) -> bool:
    found = parse_deadline(text, year=2000)
    return bool(found.from_ or found.to)


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
