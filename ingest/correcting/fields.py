"""Which fields can be corrected, how each is shown and typed, and what else follows from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from ingest.correcting.values import (
    BadCorrection,
    bare,
    choice,
    decimal,
    iso_day,
    listed,
    names,
    required,
    span,
    written,
    years,
)
from ingest.extraction.indicators import decode_unit, read_number
from ingest.model import (
    AnyRecord,
    Comparator,
    Deadline,
    DeadlineKind,
    Deliverable,
    Document,
    DocumentKind,
    Indicator,
    IndicatorRole,
    RecordKind,
    Ref,
    Target,
    Task,
)
from ingest.text.deadlines import parse_deadline
from ingest.text.organisations import unit_slug

Changes = dict[str, object]
Change = Callable[[Any, str | None, int | None], Changes]
"""(item, typed text, the document's year) -> the fields that get new values."""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field: how its value is shown as typed text, and what a new text changes."""

    show: Callable[[Any], str | None]
    change: Change


def editable(item: Document | AnyRecord) -> Mapping[str, FieldRule]:
    """The fields of ``item`` that can be corrected, by name."""
    if isinstance(item, Document):
        return _DOCUMENT
    if isinstance(item, Task) and item.deliverables:
        rest = {name: rule for name, rule in _TASK.items() if name not in _COMBINED}
        return {**rest, **_deliverable_rules(len(item.deliverables))}
    return _RECORDS[kind_of(item)]


def kind_of(record: AnyRecord) -> RecordKind:
    """The kind a record is listed under."""
    match record:
        case Target():
            return "targets"
        case Task():
            return "tasks"
        case Indicator():
            return "indicators"
        case Ref():
            return "refs"


def shown(item: Document | AnyRecord, field: str) -> str | None:
    """The value of a field as it would be typed; ``None`` where it is blank.

    Raises:
        BadCorrection: the item has no such field to correct.
    """
    return _rule(item, field).show(item)


def changed(
    item: Document | AnyRecord, field: str, text: str | None, *, year: int | None = None
) -> Document | AnyRecord:
    """``item`` with one field typed anew, and what follows from it.

    ``year`` completes deadlines that name none.

    Raises:
        BadCorrection: the item has no such field, or the text is no value of it.
    """
    return item.model_copy(update=_rule(item, field).change(item, text, year))


def _rule(item: Document | AnyRecord, field: str) -> FieldRule:
    rules = editable(item)
    if field not in rules:
        raise BadCorrection(f"Không sửa được trường “{field}”; hãy chọn {', '.join(rules)}.")
    return rules[field]


def _plain(name: str, parse: Callable[[str | None], object] = bare) -> FieldRule:
    """A text, number or date that nothing else depends on."""
    return FieldRule(lambda item: getattr(item, name), lambda _, text, __: {name: parse(text)})


def _names(name: str) -> FieldRule:
    return FieldRule(
        lambda item: listed(getattr(item, name)), lambda _, text, __: {name: names(text)}
    )


def _period(name: str) -> FieldRule:
    return FieldRule(
        lambda item: span(getattr(item, name)), lambda _, text, __: {name: years(text)}
    )


def _one_of(name: str, known: tuple[str, ...], *, blank: bool = False) -> FieldRule:
    return _plain(name, lambda text: None if blank and bare(text) is None else choice(text, known))


def _lead(_: Task, text: str | None, __: int | None) -> Changes:
    units = names(text)
    slugs = tuple(dict.fromkeys(unit_slug(unit) for unit in units))
    return {"lead": units, "lead_units": slugs, "lead_text": listed(units)}


def _deadline(_: Task, text: str | None, year: int | None) -> Changes:
    words = bare(text)
    return {"deadline": parse_deadline(words, year=year) if words else None}


def _deadline_part(part: str, parse: Callable[[str | None], str | None]) -> FieldRule:
    def change(task: Task, text: str | None, _: int | None) -> Changes:
        if task.deadline is None:
            raise BadCorrection(
                f"Nhiệm vụ {task.key} chưa có thời hạn; hãy sửa trường “deadline” trước."
            )
        return {"deadline": _dated(task.deadline, part, parse(text))}

    def show(task: Task) -> str | None:
        if task.deadline is None:
            return None
        return _json(task.deadline)[part]

    return FieldRule(show, change)


def _json(deadline: Deadline) -> dict[str, str | None]:
    return deadline.model_dump(mode="json", by_alias=True)


def _dated(deadline: Deadline, part: str, value: str | None) -> Deadline:
    found = Deadline.model_validate({**_json(deadline), part: value})
    if found.from_ and found.to and found.from_ > found.to:
        raise BadCorrection(
            f"Ngày bắt đầu {found.from_} sau ngày kết thúc {found.to}; hãy nhập lại ngày."
        )
    return found


_COMBINED = ("products", "deadline", "deadline.kind", "deadline.from", "deadline.to")


def _deliverable_rules(count: int) -> dict[str, FieldRule]:
    rules: dict[str, FieldRule] = {}
    for position in range(count):
        rules[f"deliverables.{position + 1}.product"] = _deliverable(position, "product")
        rules[f"deliverables.{position + 1}.deadline"] = _deliverable(position, "deadline")
    return rules


def _deliverable(position: int, part: str) -> FieldRule:
    def show(task: Task) -> str | None:
        one = task.deliverables[position]
        if part == "product":
            return one.product
        return one.deadline.text if one.deadline else None

    def change(task: Task, text: str | None, year: int | None) -> Changes:
        words = bare(text)
        one = task.deliverables[position]
        if part == "product":
            one = Deliverable(product=words, deadline=one.deadline)
        else:
            deadline = parse_deadline(words, year=year) if words else None
            one = Deliverable(product=one.product, deadline=deadline)
        items = (*task.deliverables[:position], one, *task.deliverables[position + 1 :])
        return {"deliverables": items, **_combined(items)}

    return FieldRule(show, change)


def _combined(items: tuple[Deliverable, ...]) -> Changes:
    """Products and deadline of a task, from its deliverables."""
    products = tuple(dict.fromkeys(item.product for item in items if item.product))
    deadlines = [item.deadline for item in items if item.deadline]
    if not deadlines:
        return {"products": products, "deadline": None}
    starts = [deadline.from_ for deadline in deadlines if deadline.from_]
    ends = [deadline.to for deadline in deadlines if deadline.to]
    whole = {
        "text": "; ".join(dict.fromkeys(deadline.text for deadline in deadlines)),
        "kind": deadlines[0].kind,
        "from": min(starts, default=None),
        "to": max(ends, default=None),
    }
    return {"products": products, "deadline": Deadline.model_validate(whole)}


def _value_text(indicator: Indicator, text: str | None, _: int | None) -> Changes:
    words = bare(text)
    return _valued(indicator, read_number(words) if words else None, words)


def _value(indicator: Indicator, text: str | None, _: int | None) -> Changes:
    number = decimal(text)
    return _valued(indicator, number, bare(text))


def _valued(indicator: Indicator, number: str | None, words: str | None) -> Changes:
    codes = decode_unit(indicator.unit or "")
    return {"value": number, "value_text": words, "meaning": codes.get(number or "")}


def _unit(indicator: Indicator, text: str | None, _: int | None) -> Changes:
    unit = bare(text)
    return {"unit": unit, "meaning": decode_unit(unit or "").get(indicator.value or "")}


_DOCUMENT: dict[str, FieldRule] = {
    "title": _plain("title"),
    "kind": FieldRule(
        lambda document: document.kind.value,
        lambda _, text, __: {
            "kind": DocumentKind(choice(text, tuple(kind.value for kind in DocumentKind)))
        },
    ),
    "issuer": _plain("issuer"),
    "province": _plain("province"),
    "number": _plain("number"),
    "attached_to": _plain("attached_to"),
    "date": _plain("date", iso_day),
    "period": _period("period"),
}
_TARGET: dict[str, FieldRule] = {
    "text": _plain("text", required),
    "metric": _plain("metric"),
    "comparator": _one_of("comparator", get_args(Comparator), blank=True),
    "value": FieldRule(
        lambda target: written(target.value), lambda _, text, __: {"value": decimal(text)}
    ),
    "unit": _plain("unit"),
    "base": _plain("base"),
    "horizon": _period("horizon"),
    "lead": _names("lead"),
    "coordinating": _names("coordinating"),
}
_TASK: dict[str, FieldRule] = {
    "text": _plain("text", required),
    "lead": FieldRule(lambda task: listed(task.lead), _lead),
    "coordinating": _names("coordinating"),
    "products": _names("products"),
    "deadline": FieldRule(lambda task: task.deadline.text if task.deadline else None, _deadline),
    "deadline.kind": _deadline_part("kind", lambda text: choice(text, get_args(DeadlineKind))),
    "deadline.from": _deadline_part("from", iso_day),
    "deadline.to": _deadline_part("to", iso_day),
}
_INDICATOR: dict[str, FieldRule] = {
    "name": _plain("name", required),
    "parent": _plain("parent"),
    "subject": _plain("subject"),
    "role": _one_of("role", get_args(IndicatorRole)),
    "unit": FieldRule(lambda indicator: indicator.unit, _unit),
    "value_text": FieldRule(lambda indicator: indicator.value_text, _value_text),
    "value": FieldRule(lambda indicator: written(indicator.value), _value),
    "meaning": _plain("meaning"),
    "note": _plain("note"),
    "period": _period("period"),
}
_REF: dict[str, FieldRule] = {
    "number": _plain("number", required),
    "type": _plain("type"),
    "issuer": _plain("issuer"),
    "date": _plain("date", iso_day),
    "about": _plain("about"),
}
_RECORDS: dict[RecordKind, dict[str, FieldRule]] = {
    "targets": _TARGET,
    "tasks": _TASK,
    "indicators": _INDICATOR,
    "refs": _REF,
}
_WITH_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def names_a_year(text: str) -> bool:
    """Whether ``text`` names a year of its own, so that the document's year does not matter."""
    return bool(_WITH_YEAR.search(text))
