"""Gold records as cells."""

from __future__ import annotations

from collections.abc import Iterator

from evals.gold.cases import (
    GoldActivity,
    GoldDeadline,
    GoldDocument,
    GoldIndicator,
    GoldPlaced,
    GoldRef,
    GoldTarget,
    GoldTask,
)
from evals.gold.cells import Expected, joined, only

_Cells = dict[str, tuple[str | None, ...]]


def expected(document: GoldDocument) -> Iterator[Expected]:
    """Every record of a gold document."""
    yield from map(_target, document.targets)
    yield from map(_task, document.tasks)
    yield from map(_activity, document.activities)
    yield from map(_indicator, document.indicators)
    yield from map(_ref, document.refs)


def _placed(record: GoldPlaced) -> _Cells:
    cells: _Cells = {"section": only(joined(record.section))}
    if record.table is not None:
        cells["place"] = (f"{record.table}:{record.row}",)
    return cells


def _deadline(name: str, deadline: GoldDeadline, *, slipped: bool = False) -> _Cells:
    blank = (None,) if slipped else ()
    return {
        f"{name}": (deadline.text, *blank),
        f"{name}_kind": (*deadline.kinds, *blank),
        f"{name}_from": only(deadline.start),
        f"{name}_to": only(deadline.end),
    }


def _task(task: GoldTask) -> Expected:
    cells = _placed(task) | {
        "text": (task.text,),
        "products": (task.products,),
        "lead": only(joined(task.lead)),
        "coordinating": only(joined(task.coordinating)),
        "objective": only(task.objective),
        "deliverables.count": only(str(len(task.deliverables)) if task.deliverables else None),
    }
    if task.lead_text is not None:
        cells["lead_text"] = (task.lead_text,)
    if task.deadline is not None:
        cells |= _deadline("deadline", task.deadline, slipped=task.slipped)
    for number, part in enumerate(task.deliverables):
        cells |= _deadline(f"deliverables.{number}", part.deadline)
        if part.product is not None:
            cells[f"deliverables.{number}_product"] = (part.product,)
    return Expected(("task", task.annex, task.key), (task.text,), cells)


def _activity(activity: GoldActivity) -> Expected:
    section = activity.tasks[0].split(".")[0]
    cells: _Cells = {"text": (activity.text,), "task": activity.tasks}
    return Expected(("activity", section, activity.key), (activity.text,), cells)


def _target(target: GoldTarget) -> Expected:
    years = target.horizon
    cells = _placed(target) | {
        "text": (target.text,),
        "comparator": target.comparators,
        "value": only(target.value),
        "unit": target.units,
        "base": only(target.base),
        "horizon": only(f"{years[0]}-{years[1]}" if years else None),
        "lead": only(joined(target.lead)),
        "coordinating": only(joined(target.coordinating)),
    }
    return Expected(("target", target.annex, target.key), (target.text, target.value), cells)


def _indicator(row: GoldIndicator) -> Expected:
    cells = _placed(row) | {
        "parent": only(row.parent),
        "name": (row.name,),
        "role": (row.role,),
        "unit": only(row.unit),
        "value": only(row.value),
        "value_text": only(row.value_text),
        "meaning": only(row.meaning),
        "note": only(row.note),
    }
    return Expected(("indicator", row.annex, row.key), (row.name, row.parent), cells)


def _ref(ref: GoldRef) -> Expected:
    cells: _Cells = {"number": (ref.number,), "type": (ref.type,), "date": only(ref.date)}
    return Expected(("ref", None, ref.number), (), cells)
