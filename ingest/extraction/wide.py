"""Wide tables -> indicators: a place or unit a row, an indicator a column, one indicator a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ingest.extraction.context import Context, cell_sources, joined
from ingest.extraction.figures import figure_of, is_figure, read_number
from ingest.extraction.headers import Header
from ingest.extraction.heading_years import years_of
from ingest.extraction.indicators import is_total
from ingest.extraction.logical import LogicalRow, Rows, SectionRow
from ingest.extraction.month_columns import months_of
from ingest.extraction.sections import SectionStack
from ingest.extraction.value_columns import (
    column_period,
    column_role,
    column_unit,
    is_code,
    last_part,
)
from ingest.model import Indicator, Table, Target
from ingest.text.normal import match_key
from ingest.text.numbering import is_roman
from ingest.vocabulary import load

_MOSTLY = 0.6


def is_wide(header: Header | None, table: Table) -> tuple[int, list[int]] | None:
    """Subject column and indicator columns of a table with a subject a row, or ``None``.

    It is one where a column names places, units or fields, no column names indicators or tasks,
    and other columns hold figures in most rows.
    """
    if header is None or header.has("indicator", "task", "objective"):
        return None
    body = table.rows[header.first + header.rows :]
    subject = header.column("subject")
    named = _first_name(header, table, body)
    if subject is None:
        subject = _lone_name(header, table, body)
    elif named is not None and named < subject and _is_beside(header, body, subject, named=named):
        subject = named
    if subject is None:
        return None
    others = [
        column
        for column in range(table.width)
        if column != subject
        and header.roles[column] not in ("number", "note")
        and not is_code(header.names[column])
    ]
    figured = [column for column in others if _figured(body, column)]
    if not figured:
        return None
    return subject, figured


def _first_name(header: Header, table: Table, body: Sequence[Sequence[Any]]) -> int | None:
    """The first column, where it has words of unknown heading, each row's own ("Tên lớp")."""
    for column in range(table.width):
        coded = header.roles[column] == "number" or is_code(header.names[column])
        if coded or not _filled(body, column):
            continue
        free = header.roles[column] is None and not _figured(body, column)
        return column if free and _told_apart(body, column) else None
    return None


def _is_beside(header: Header, body: Sequence[Sequence[Any]], subject: int, *, named: int) -> bool:
    """Whether a column only tells more of rows: it repeats itself, or stands behind figures.

    So does any column behind one that is headed as a name ("Tên thủ tục", then "Lĩnh vực").
    """
    told = f"{match_key(last_part(header.names[named]))} "
    if told.startswith(tuple(f"{match_key(word)} " for word in load("columns")["names"])):
        return True
    figured = (
        column
        for column in range(subject)
        if header.roles[column] != "number" and _figured(body, column)
    )
    return not _told_apart(body, subject) or any(figured)


def _told_apart(body: Sequence[Sequence[Any]], column: int) -> bool:
    """Whether the cells of a column tell its rows apart: none stands there twice."""
    texts = _filled(body, column)
    return len(texts) > 1 and len(set(texts)) == len(texts)


def _lone_name(header: Header, table: Table, body: Sequence[Sequence[Any]]) -> int | None:
    """The only column of words, of unknown heading, before columns of figures ("Nguồn vốn")."""
    rest = [
        column
        for column in range(table.width)
        if header.roles[column] not in ("number", "note") and _filled(body, column)
    ]
    figured = [column for column in rest if _figured(body, column)]
    words = [column for column in rest if column not in figured]
    lone = len(words) == 1 and len(figured) > 1 and header.roles[words[0]] is None
    return words[0] if lone and words[0] < min(figured) else None


def _filled(body: Sequence[Sequence[Any]], column: int) -> list[str]:
    texts = ((row[column].text or "").strip() for row in body)
    return [text for text in texts if text]


def _figured(body: Sequence[Sequence[Any]], column: int) -> bool:
    texts = _filled(body, column)
    return bool(texts) and sum(map(is_figure, texts)) >= _MOSTLY * len(texts)


def read_wide(
    table: Table,
    header: Header,
    rows: Rows,
    context: Context,
    columns: tuple[int, list[int]],
    *,
    unit: str | None = None,
) -> list[Indicator]:
    """One indicator a cell, below the headings of ``context``.

    ``unit`` is the unit named above the table for all of it.
    """
    subject_column, value_columns = columns
    sections = SectionStack()
    found: list[Indicator] = []
    for row in rows.items:
        if isinstance(row, SectionRow):
            sections.enter(row)
            continue
        subject = row.pieces(subject_column)
        if not subject:
            continue
        name = " ".join(piece.text for piece in subject)
        total = not row.number and is_total(name)
        label = row.number.rstrip(".) ")
        if total:
            sections = SectionStack()
        elif is_roman(label) or (len(label) == 1 and label.isalpha() and label.isupper()):
            sections.enter(SectionRow(row.first, label, name, ()))
        own = bool(sections.rows) and sections.rows[-1].first == row.first
        titles = sections.titles[: -1 if own else None]
        place = replace(
            context.below(sections.labels, (*context.headings, *titles)),
            period=years_of(titles) or context.period,
        )
        found.extend(
            _indicator(
                table, header, row, place, (subject_column, column),
                key=sections.key(row.number), total=total, unit=unit,
            )
            for column in value_columns
        )  # fmt: skip
    return found


def _indicator(
    table: Table,
    header: Header,
    row: LogicalRow,
    place: Context,
    columns: tuple[int, int],
    *,
    key: str,
    total: bool,
    unit: str | None,
) -> Indicator:
    subject, column = columns
    text = row.text(column) or None
    role = column_role(header, column)
    note = header.column("note")
    pieces = [*row.pieces(column), *row.pieces(subject), *row.pieces(note)]
    percent = "%" if text and text.strip().endswith("%") else None
    shared = None if role == "share" else unit
    return Indicator(
        id=f"{place.document_id}:indicator:{table.number}:{row.first + 1}:{column}",
        document_id=place.document_id,
        annex=place.annex,
        key=key,
        section=place.path,
        headings=place.headings,
        source=joined(cell_sources(place, table, header.names, pieces)),
        name=header.names[column],
        subject=row.text(subject),
        role="total" if total and role == "actual" else role,
        unit=percent or column_unit(header, column) or shared,
        value=read_number(text) if text else None,
        value_text=text,
        note=row.text(note) or None,
        period=column_period(header, column, place.period),
        months=months_of(header.names[column]),
    )


def assigned(indicators: Sequence[Indicator]) -> list[Target]:
    """The targets of a wide table of plans only: each row's unit has to reach its figures."""
    return [
        Target(
            id=row.id.replace(":indicator:", ":target:"),
            document_id=row.document_id,
            annex=row.annex,
            key=row.key,
            section=row.section,
            headings=row.headings,
            source=row.source,
            text=row.name,
            metric=row.name,
            comparator=figure.comparator or "=",
            value=figure.value,
            unit=row.unit,
            horizon=row.period,
            lead=(row.subject,) if row.subject else (),
        )
        for row in indicators
        if row.role == "plan"
        and row.value_text
        and not is_total(row.subject or "")
        and (figure := figure_of(row.value_text)) is not None
    ]
