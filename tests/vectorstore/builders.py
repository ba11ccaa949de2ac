"""Readings as a reader would hand them over, about invented units and figures."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import (
    Deadline,
    Deliverable,
    Document,
    EvidenceUnit,
    Indicator,
    Reading,
    Ref,
    Source,
    Target,
    Task,
)


def source(document_id: str, quote: str, *, row: int | None = None) -> Source:
    return Source(document_id=document_id, file=f"{document_id}.docx", row=row, quote=quote)


def passage(
    document_id: str, text: str, *, order: int = 0, unit_id: str | None = None
) -> EvidenceUnit:
    return EvidenceUnit(
        id=unit_id or f"{document_id}/p{order}",
        document_id=document_id,
        kind="passage",
        text=text,
        search_text=text,
        source=source(document_id, text),
        order=order,
    )


def task(
    document_id: str,
    text: str,
    *,
    key: str = "I.1",
    lead: Sequence[str] = (),
    lead_units: Sequence[str] = (),
    until: str | None = None,
    deliverable_until: Sequence[str] = (),
    section: Sequence[str] = (),
) -> Task:
    return Task(
        id=f"{document_id}/task/{key}",
        document_id=document_id,
        key=key,
        section=tuple(section),
        source=source(document_id, text),
        text=text,
        lead=tuple(lead),
        lead_units=tuple(lead_units),
        deadline=None if until is None else Deadline(text=until, kind="before", to=until),
        deliverables=tuple(
            Deliverable(product="sản phẩm", deadline=Deadline(text=day, kind="before", to=day))
            for day in deliverable_until
        ),
    )


def task_unit(record: Task, *, order: int = 0) -> EvidenceUnit:
    return EvidenceUnit(
        id=f"{record.id}/unit",
        document_id=record.document_id,
        kind="task",
        text=record.text,
        search_text=record.text,
        source=record.source,
        record_id=record.id,
        order=order,
    )


def target(document_id: str, text: str, *, key: str = "I.1", lead: Sequence[str] = ()) -> Target:
    return Target(
        id=f"{document_id}/target/{key}",
        document_id=document_id,
        key=key,
        source=source(document_id, text),
        text=text,
        lead=tuple(lead),
    )


def indicator(document_id: str, name: str, *, key: str = "I.1") -> Indicator:
    return Indicator(
        id=f"{document_id}/indicator/{key}",
        document_id=document_id,
        key=key,
        source=source(document_id, name),
        name=name,
        value="7",
    )


def ref(document_id: str, number: str) -> Ref:
    return Ref(
        id=f"{document_id}/ref/{number}",
        document_id=document_id,
        key="I",
        source=source(document_id, number),
        number=number,
    )


def reading(
    document_id: str,
    texts: Sequence[str] = (),
    *,
    tasks: Sequence[Task] = (),
    targets: Sequence[Target] = (),
    indicators: Sequence[Indicator] = (),
    refs: Sequence[Ref] = (),
    sha256: str = "0" * 64,
    units: Sequence[EvidenceUnit] | None = None,
) -> Reading:
    """A reading with one passage a text and one unit a task."""
    made = [passage(document_id, text, order=order) for order, text in enumerate(texts)]
    made += [task_unit(each, order=len(made) + at) for at, each in enumerate(tasks)]
    return Reading(
        document=Document(
            id=document_id, file=f"{document_id}.docx", path=f"dir/{document_id}.docx"
        ),
        sha256=sha256,
        reader_version="1",
        tasks=tuple(tasks),
        targets=tuple(targets),
        indicators=tuple(indicators),
        refs=tuple(refs),
        units=tuple(made if units is None else units),
    )
