"""The records of a reading as cells."""

from __future__ import annotations

from collections.abc import Iterator

from evals.gold.cells import Found, joined
from evals.gold.hashing import list_hash, list_words, normal, text_hash, without_label
from ingest.model import AnyRecord, Deadline, Indicator, Reading, Ref, Target, Task

_Cells = dict[str, str | None]


def found(reading: Reading) -> Iterator[Found]:
    """Every record of a reading, activities on their own."""
    yield from map(_target, reading.targets)
    yield from map(_task, reading.tasks)
    for task in reading.tasks:
        yield from _activities(task)
    yield from map(_indicator, reading.indicators)
    yield from map(_ref, reading.refs)


def _placed(record: AnyRecord) -> _Cells:
    source = record.source
    place = None if source.table is None else f"{source.table}:{source.row}"
    return {"section": joined(record.section), "place": place}


def _names(names: tuple[str, ...]) -> str | None:
    return joined(tuple(normal(name).rstrip(".") for name in names))


def _text(text: str | None) -> str | None:
    return None if text is None else text_hash(without_label(text))


def _deadline(name: str, deadline: Deadline | None) -> _Cells:
    if deadline is None:
        return {}
    return {
        name: normal(deadline.text).strip("-;. "),
        f"{name}_kind": deadline.kind,
        f"{name}_from": deadline.from_,
        f"{name}_to": deadline.to,
    }


def _task(task: Task) -> Found:
    cells = _placed(task) | {
        "text": _text(task.text),
        "products": list_hash(*task.products) if task.products else None,
        "lead": _names(task.lead),
        "coordinating": _names(task.coordinating),
        "lead_text": list_hash(task.lead_text) if task.lead_text else None,
        "objective": task.objective,
        "deliverables.count": str(len(task.deliverables)) if task.deliverables else None,
    }
    shown = {"text": task.text, "products": list_words(*task.products)}
    cells |= _deadline("deadline", task.deadline)
    for number, part in enumerate(task.deliverables):
        name = f"deliverables.{number}"
        cells |= _deadline(name, part.deadline)
        cells[f"{name}_product"] = list_hash(part.product) if part.product else None
        shown[f"{name}_product"] = part.product or ""
    return Found(("task", task.annex, task.key), (cells["text"],), cells, shown)


def _activities(task: Task) -> Iterator[Found]:
    section = task.key.split(".")[0]
    for activity in task.activities:
        key = activity.key.removeprefix(f"{section}.")
        cells: _Cells = {"text": _text(activity.text), "task": task.key}
        group = ("activity", section, key)
        yield Found(group, (cells["text"],), cells, {"text": activity.text})


def _target(target: Target) -> Found:
    years = target.horizon
    cells = _placed(target) | {
        "text": _text(target.text),
        "comparator": target.comparator,
        "value": target.value,
        "unit": target.unit,
        "base": target.base,
        "horizon": f"{years.from_}-{years.to}" if years else None,
        "lead": _names(target.lead),
        "coordinating": _names(target.coordinating),
    }
    group = ("target", target.annex, target.key)
    return Found(group, (cells["text"], target.value), cells, {"text": target.text})


def _indicator(row: Indicator) -> Found:
    cells = _placed(row) | {
        "parent": _text(row.parent),
        "name": _text(row.name),
        "role": row.role,
        "unit": normal(row.unit) if row.unit else None,
        "value": row.value,
        "value_text": normal(row.value_text) if row.value_text else None,
        "meaning": row.meaning,
        "note": text_hash(row.note) if row.note else None,
    }
    shown = {"name": row.name, "note": row.note or "", "parent": row.parent or ""}
    return Found(("indicator", row.annex, row.key), (cells["name"], cells["parent"]), cells, shown)


def _ref(ref: Ref) -> Found:
    cells: _Cells = {"number": ref.number, "type": ref.type, "date": ref.date}
    return Found(("ref", None, ref.number), (), cells)
