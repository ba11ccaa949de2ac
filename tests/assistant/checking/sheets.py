"""Readings made from rows and paragraphs, without a file: the smallest input of a check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checking.facts import Material, gather
from assistant.checking.model import Claim, Judgement
from assistant.checking.verdicts import Judge
from ingest.model import (
    Document,
    DocumentKind,
    EvidenceUnit,
    Indicator,
    Period,
    Reading,
    Source,
    Target,
)
from ingest.model.records import Comparator, IndicatorRole

HEADING = "Thủ tục hành chính"


@dataclass(frozen=True)
class Row:
    """One value cell of an annex. ``row`` is the table row; the next one where it is left out."""

    name: str
    unit: str | None
    value: str | None
    role: IndicatorRole = "actual"
    parent: str | None = None
    subject: str | None = None
    note: str | None = None
    year: int | None = None
    row: int | None = None
    column: str | None = None
    heading: str = HEADING


@dataclass(frozen=True)
class Goal:
    """One target of a plan."""

    metric: str
    unit: str | None
    value: str
    comparator: Comparator = ">="
    years: tuple[int, int] | None = None


def reading(
    paragraphs: str | Sequence[str],
    rows: Sequence[Row] = (),
    *,
    name: str = "bao-cao",
    kind: DocumentKind = DocumentKind.REPORT,
    year: int | None = 2027,
    goals: Sequence[Goal] = (),
    heading: str = HEADING,
    title: str | None = None,
    issuer: str | None = None,
) -> Reading:
    """A document with these paragraphs under one heading and an annex of these rows."""
    texts = [paragraphs] if isinstance(paragraphs, str) else paragraphs
    file = f"{name}.docx"
    units = tuple(
        EvidenceUnit(
            id=f"{name}-p{at}",
            document_id=name,
            kind="passage",
            text=text,
            search_text=text,
            source=Source(document_id=name, file=file, section=("I", str(at)), quote=text),
            order=at,
            headings=(heading,),
        )
        for at, text in enumerate(texts, start=1)
        if text
    )
    indicators = []
    line = 0
    for at, row in enumerate(rows):
        line = row.row or line + 1
        cell = Source(
            document_id=name,
            file=file,
            table=1,
            row=line,
            column=row.column,
            quote=row.value or row.name,
        )
        note = (cell.model_copy(update={"quote": row.note}),) if row.note else ()
        indicators.append(
            Indicator(
                id=f"{name}-i{at}",
                document_id=name,
                key=f"I.{line}",
                headings=(row.heading,),
                source=cell.model_copy(update={"parts": note}),
                parent=row.parent,
                name=row.name,
                subject=row.subject,
                role=row.role,
                unit=row.unit,
                value=row.value,
                value_text=row.value.replace(".", ",") if row.value else None,
                note=row.note,
                period=Period(from_=row.year, to=row.year) if row.year else None,
            )
        )
    targets = tuple(
        Target(
            id=f"{name}-t{at}",
            document_id=name,
            key=f"I.{at}",
            headings=(heading,),
            source=Source(document_id=name, file=file, section=("I",), quote=goal.metric),
            text=goal.metric,
            metric=goal.metric,
            comparator=goal.comparator,
            value=goal.value,
            unit=goal.unit,
            horizon=Period(from_=goal.years[0], to=goal.years[1]) if goal.years else None,
        )
        for at, goal in enumerate(goals, start=1)
    )
    return Reading(
        document=Document(
            id=name,
            file=file,
            path=file,
            kind=kind,
            title=title,
            issuer=issuer,
            period=Period(from_=year, to=year) if year else None,
        ),
        sha256="0" * 64,
        reader_version="0",
        indicators=tuple(indicators),
        targets=targets,
        units=units,
    )


def material(paragraphs: str | Sequence[str], *rows: Row, **more: object) -> Material:
    """The facts and claims of one document with an annex."""
    return gather(reading(paragraphs, rows, **more), ())  # type: ignore[arg-type]


def claim(paragraphs: str | Sequence[str], *rows: Row, at: int = 0) -> Claim:
    """One of the numbers of a text, the first unless told."""
    found = material(paragraphs, *rows).claims
    return [one for one in found if one.span.kind == "number"][at]


def judgements(own: Reading, *against: Reading) -> list[Judgement]:
    """The verdicts on every figure of one document, in order."""
    gathered = gather(own, against)
    judge = Judge(gathered)
    return [judge.judge(one) for one in gathered.claims]


def spot(source: Source) -> str:
    """Where something stands: ``bao-cao 1:3`` (table and row) or ``bao-cao I.2`` (section)."""
    inside = f"{source.table}:{source.row}" if source.table else ".".join(source.section)
    return f"{source.document_id} {inside}"
