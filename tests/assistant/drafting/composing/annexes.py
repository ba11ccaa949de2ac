"""Annexes and plans for composing, as records: written row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.extraction.figures import decode_unit, read_number
from ingest.model import (
    Deadline,
    Document,
    DocumentKind,
    Indicator,
    IndicatorRole,
    Period,
    Reading,
    Source,
    Target,
    Task,
)

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an annex. ``stt`` numbers it; without one it stands below the last that has."""

    name: str
    unit: str | None = None
    value: str | None = None
    note: str | None = None
    stt: str = ""
    plan: str | None = None
    previous: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A titled group of rows."""

    title: str
    rows: tuple[Row, ...]


def annex(
    parts: Sequence[Part],
    *,
    year: int = 2031,
    file: str = "phu-luc.docx",
    issuer: str | None = "Sở Du lịch",
) -> Reading:
    """A statistics annex of these parts as it would have been read."""
    found: list[Indicator] = []
    line = 1
    for at, part in enumerate(parts):
        line += 1
        parent, number = None, ""
        for row in part.rows:
            line += 1
            if row.stt:
                parent, number = None, row.stt
            found += _records(row, part, (at, line), (parent, number), (file, year))
            if row.stt:
                parent = row.name
    return Reading(
        document=Document(
            id=file,
            file=file,
            path=file,
            title=f"Phụ lục thống kê năm {year}",
            kind=DocumentKind.STATISTICS_ANNEX,
            issuer=issuer,
            period=Period(from_=year, to=year),
        ),
        sha256=f"{file}-{year}",
        reader_version="0",
        indicators=tuple(found),
    )


def _records(
    row: Row,
    part: Part,
    at: tuple[int, int],
    above: tuple[str | None, str],
    document: tuple[str, int],
) -> Iterable[Indicator]:
    (section, line), (parent, number), (file, year) = at, above, document
    label = ROMANS[section % len(ROMANS)]
    columns: list[tuple[IndicatorRole, str | None, str, int]] = [
        ("actual", row.value, "Số liệu", year)
    ]
    if row.plan is not None:
        columns.append(("plan", row.plan, "Kế hoạch", year))
    if row.previous is not None:
        columns.append(("previous", row.previous, "Cùng kỳ", year - 1))
    codes = decode_unit(row.unit or "")
    for column, (role, text, header, of) in enumerate(columns):
        value = read_number(text) if text else None
        yield Indicator(
            id=f"{file}:{line}:{column}",
            document_id=file,
            key=f"{label}.{number}" if number else label,
            section=(label,),
            headings=(part.title,) if part.title else (),
            source=Source(
                document_id=file,
                file=file,
                table=1,
                row=line,
                column=header,
                quote=text or row.name,
            ),
            parent=parent,
            name=row.name,
            subject=row.subject,
            role=role,
            unit=row.unit,
            value=value,
            value_text=text,
            meaning=codes.get(value or "") if codes else None,
            note=row.note,
            period=Period(from_=of, to=of),
        )


def plan(
    year: int,
    *,
    last: int | None = None,
    tasks: Sequence[tuple[str, str, str, str]] = (),
    targets: Sequence[tuple[str, str, str, str]] = (),
    number: str | None = "45/KH-SDL",
    file: str = "ke-hoach.docx",
) -> Reading:
    """A plan: tasks (section, text, lead, deadline), targets (text, comparator, value, unit)."""
    period = Period(from_=year, to=last or year)
    source = Source(document_id=file, file=file, quote="…")
    return Reading(
        document=Document(
            id=file,
            file=file,
            path=file,
            kind=DocumentKind.PLAN,
            issuer="Sở Du lịch",
            number=number,
            date=f"{year}-01-09",
            period=period,
        ),
        sha256=file,
        reader_version="0",
        tasks=tuple(
            Task(
                id=f"{file}:task:{at}",
                document_id=file,
                key=str(at),
                headings=(section,),
                source=source,
                text=text,
                lead=(lead,) if lead else (),
                deadline=Deadline(text=deadline, kind="period") if deadline else None,
            )
            for at, (section, text, lead, deadline) in enumerate(tasks)
        ),
        targets=tuple(
            Target.model_validate(
                {
                    "id": f"{file}:target:{at}",
                    "document_id": file,
                    "key": str(at),
                    "source": source,
                    "text": text,
                    "metric": text,
                    "comparator": comparator,
                    "value": value,
                    "unit": unit,
                    "horizon": period,
                }
            )
            for at, (text, comparator, value, unit) in enumerate(targets)
        ),
    )
