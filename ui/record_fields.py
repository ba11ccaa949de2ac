"""A typed record as labelled Vietnamese fields, in the order a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from assistant.answer import DocumentDetails
from ingest.model import (
    AnyRecord,
    Comparator,
    Indicator,
    Period,
    RecordKind,
    Ref,
    Target,
    Task,
)
from ui import texts

TYPES: Mapping[RecordKind, type[AnyRecord]] = {
    "targets": Target,
    "tasks": Task,
    "indicators": Indicator,
    "refs": Ref,
}


class Field(NamedTuple):
    """A label and what stands there; ``value`` is ``""`` where the document leaves it open."""

    label: str
    value: str


def typed_records(details: DocumentDetails) -> dict[RecordKind, tuple[AnyRecord, ...]]:
    """The records of a document as the model's own types, kinds in the order of the contract."""
    return {
        kind: tuple(model.model_validate(raw) for raw in details.records.get(kind, ()))
        for kind, model in TYPES.items()
    }


def fields(record: AnyRecord) -> tuple[Field, ...]:
    """All fields of a record that mean something to a reader, blank ones included."""
    match record:
        case Task():
            return _task(record)
        case Target():
            return _target(record)
        case Indicator():
            return _indicator(record)
        case Ref():
            return (
                Field(texts.REF_NUMBER, record.number),
                Field(texts.REF_TYPE, record.type or ""),
                Field(texts.REF_ISSUER, record.issuer or ""),
                Field(texts.REF_DATE, vietnamese_date(record.date)),
                Field(texts.REF_ABOUT, record.about or ""),
            )


def _task(task: Task) -> tuple[Field, ...]:
    deadlines = [task.deadline.text] if task.deadline else []
    products = list(task.products)
    for item in task.deliverables:
        if item.deadline and item.deadline.text not in deadlines:
            deadlines.append(item.deadline.text)
        if item.product and item.product not in products:
            products.append(item.product)
    return (
        Field(texts.TASK_TEXT, task.text),
        Field(texts.LEAD, "; ".join(task.lead) or task.lead_text or ""),
        Field(texts.COORDINATING, "; ".join(task.coordinating)),
        Field(texts.PRODUCTS, "\n".join(products)),
        Field(texts.DEADLINE, "\n".join(deadlines)),
        Field(texts.ACTIVITIES, "\n".join(f"{a.key}. {a.text}" for a in task.activities)),
    )


def _target(target: Target) -> tuple[Field, ...]:
    return (
        Field(texts.TARGET_TEXT, target.text),
        Field(texts.TARGET_VALUE, level(target.comparator, target.value, target.unit)),
        Field(texts.BASE, target.base or ""),
        Field(texts.HORIZON, period_text(target.horizon)),
        Field(texts.LEAD, "; ".join(target.lead)),
        Field(texts.COORDINATING, "; ".join(target.coordinating)),
    )


def _indicator(indicator: Indicator) -> tuple[Field, ...]:
    role = "" if indicator.role == "unknown" else texts.ROLES[indicator.role]
    return (
        Field(texts.INDICATOR_NAME, indicator.name),
        Field(texts.PARENT, indicator.parent or ""),
        Field(texts.SUBJECT, indicator.subject or ""),
        Field(texts.UNIT, indicator.unit or ""),
        Field(texts.VALUE, indicator.value_text or vietnamese_number(indicator.value)),
        Field(texts.MEANING, indicator.meaning or ""),
        Field(texts.ROLE, role),
        Field(texts.PERIOD, period_text(indicator.period)),
        Field(texts.REMARK, indicator.note or ""),
    )


def level(comparator: Comparator | None, value: str | None, unit: str | None) -> str:
    """``≥ 80 %``; empty when the target has no figure."""
    if value is None:
        return ""
    sign = texts.COMPARATORS[comparator] if comparator else ""
    return " ".join(part for part in (sign, vietnamese_number(value), unit) if part)


def vietnamese_number(value: str | None) -> str:
    """A decimal string with ``.`` as Vietnamese writes it: ``1.355.391``, ``99,9``."""
    if value is None:
        return ""
    whole, _, decimals = value.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if not digits.isdigit() or (decimals and not decimals.isdigit()):
        return value
    grouped = f"{int(digits):,}".replace(",", ".")
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def vietnamese_date(iso: str | None) -> str:
    """``2021-12-16`` as ``16/12/2021``; anything else unchanged, nothing as ``""``."""
    if iso is None:
        return ""
    parts = iso.split("-")
    return "/".join(reversed(parts)) if all(part.isdigit() for part in parts) else iso


def period_text(period: Period | None) -> str:
    """``2026–2030``, one year alone, nothing as ``""``."""
    if period is None:
        return ""
    if period.from_ == period.to:
        return str(period.to)
    return f"{period.from_}–{period.to}"
