"""Statistics tables -> indicators: one a row and value column, or one a cell of a wide table.

A blank value stays ``None``; a value that is not a number keeps its text; a coded unit
("Không = 0 Có = 1") is decoded into the meaning of the value. Headings without unit and value are
indicators without a value, so that no row is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ingest.extraction.context import Context, cell_sources, joined
from ingest.extraction.headers import VALUE_ROLES, Header
from ingest.extraction.rows import LogicalRow, Piece, Rows, SectionRow
from ingest.extraction.sections import SectionStack
from ingest.model import Indicator, IndicatorRole, Period, Source, Table
from ingest.text.normal import match_key
from ingest.text.numbers import amounts, parse_number, plain
from ingest.vocabulary import load

_CODE = re.compile(r"([^\W\d_][^=\d]*?)\s*=\s*(\d)(?=\D|$)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_COLUMN_ROLES: dict[str, IndicatorRole] = {
    "value": "actual",
    "plan_value": "plan",
    "previous_value": "previous",
    "share_value": "share",
    "total_value": "total",
}


def decode_unit(unit: str) -> dict[str, str]:
    """The meanings of a coded unit: ``"Không = 0 Có = 1"`` -> ``{"0": "Không", "1": "Có"}``.

    Empty for an ordinary unit.
    """
    codes = {code: words.strip(" ,;/-") for words, code in _CODE.findall(unit)}
    return codes if len(codes) >= 2 else {}


def read_number(text: str) -> str | None:
    """The value of a cell as a decimal string: ``"02"`` -> ``"2"``, ``"99,9 %"`` -> ``"99.9"``.

    A number with words behind it counts ("922 nội dung"); any other text gives ``None``.
    """
    bare = text.strip().rstrip("%").strip()
    whole = parse_number(bare.lstrip("+"))
    if whole is not None:
        return plain(whole)
    if bare.startswith(("-", "−")):
        negative = parse_number(bare[1:])
        if negative is not None:
            return plain(-negative)
    found = amounts(text)
    if len(found) == 1 and found[0].start == 0 and found[0].of is None:
        return plain(found[0].value)
    return None


def read_indicators(table: Table, header: Header, rows: Rows, context: Context) -> list[Indicator]:
    """The indicators of a table with an indicator column."""
    reader = _Reader(table, header, context)
    for item in rows.items:
        if isinstance(item, SectionRow):
            reader.sections.enter(item)
            reader.number, reader.parent = "", None
        else:
            reader.take(item)
    return reader.found


class _Reader:
    def __init__(self, table: Table, header: Header, context: Context) -> None:
        self.table = table
        self.header = header
        self.context = context
        self.sections = SectionStack()
        self.number = ""
        self.parent: str | None = None
        self.found: list[Indicator] = []
        self.values = [column for column, role in enumerate(header.roles) if role in VALUE_ROLES]

    def take(self, row: LogicalRow) -> None:
        name_pieces = row.pieces(self.header.column("indicator"))
        if row.number:
            self.number, self.parent = row.number, None
        if not name_pieces:
            return
        unit_pieces = row.pieces(self.header.column("unit"))
        note_pieces = row.pieces(self.header.column("note"))
        columns: list[int | None] = [*self.values] or [None]
        for column in columns:
            pieces = row.pieces(column)
            self.found.append(
                self._indicator(row, column, name_pieces, unit_pieces, pieces, note_pieces)
            )
        if row.number:
            self.parent = row.text(self.header.column("indicator"))

    def _indicator(
        self,
        row: LogicalRow,
        column: int | None,
        name: list[Piece],
        unit: list[Piece],
        value: list[Piece],
        note: list[Piece],
    ) -> Indicator:
        place = self.context.below(self.sections.labels, self.sections.titles)
        name_text = " ".join(piece.text for piece in name)
        unit_text = " ".join(piece.text for piece in unit) or None
        value_text = " ".join(piece.text for piece in value) or None
        number = read_number(value_text) if value_text else None
        codes = decode_unit(unit_text or "")
        if unit_text is None and value_text and value_text.strip().endswith("%"):
            unit_text = "%"
        return Indicator(
            id=":".join(
                (
                    self.context.document_id,
                    "indicator",
                    f"{self.table.number}:{row.first + 1}:{column or 0}",
                )
            ),
            document_id=self.context.document_id,
            annex=self.context.annex,
            key=self.sections.key(row.number or self.number),
            section=self.sections.labels,
            headings=self.sections.titles,
            source=self._source(place, value, name, unit, note),
            parent=None if row.number else self.parent,
            name=name_text,
            role=column_role(self.header, column),
            unit=unit_text,
            value=number,
            value_text=value_text,
            meaning=codes.get(number or "") if codes else None,
            note=" ".join(piece.text for piece in note) or None,
            period=column_period(self.header, column, self.context.period),
        )

    def _source(
        self, place: Context, value: list[Piece], name: list[Piece], *others: list[Piece]
    ) -> Source:
        """The value cell first, then name, unit and note; the name cell where there is no value."""
        order = [*value, *name, *(piece for pieces in others for piece in pieces)]
        return joined(cell_sources(place, self.table, self.header.names, order))


def column_role(header: Header, column: int | None) -> IndicatorRole:
    """Plan, actual, previous, share or total, from the column's header."""
    if column is None:
        return "unknown"
    role = header.roles[column]
    if role in _COLUMN_ROLES and role != "value":
        return _COLUMN_ROLES[role]
    key = match_key(header.names[column])
    words: dict[str, Any] = load("indicators")["roles"]
    for name in ("plan", "previous", "share", "total", "actual"):
        if any(match_key(word) in key for word in words[name]):
            return name
    return "actual"


def column_period(header: Header, column: int | None, period: Period | None) -> Period | None:
    """The year that a column's header names, else the document's period."""
    years = (
        [int(year) for year in _YEAR.findall(header.names[column])] if column is not None else []
    )
    if years:
        return Period.model_validate({"from": min(years), "to": max(years)})
    if (
        column is not None
        and header.roles[column] == "previous_value"
        and period
        and period.from_ == period.to
    ):
        return Period.model_validate({"from": period.from_ - 1, "to": period.to - 1})
    return period


def is_wide(header: Header | None, table: Table) -> tuple[int, list[int]] | None:
    """Subject column and indicator columns of a table with a subject a row, or ``None``.

    It is one where a column names places or units, no column names indicators or tasks, and at
    least two other columns hold numbers in most rows.
    """
    if header is None or header.has("indicator", "task", "objective"):
        return None
    subject = header.column("subject")
    if subject is None:
        return None
    body = table.rows[header.first + header.rows :]
    columns = [
        column
        for column in range(table.width)
        if column != subject
        and header.roles[column] not in ("number", "note")
        and _numeric(body, column)
    ]
    return (subject, columns) if len(columns) >= 2 else None


def _numeric(body: Sequence[Sequence[Any]], column: int) -> bool:
    texts = [(row[column].text or "").strip() for row in body]
    filled = [text for text in texts if text]
    return bool(filled) and sum(read_number(text) is not None for text in filled) >= 0.6 * len(
        filled
    )


def read_wide(
    table: Table, header: Header, rows: Rows, context: Context, columns: tuple[int, list[int]]
) -> list[Indicator]:
    """One indicator a cell of a table that has a subject a row and an indicator a column."""
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
        place = context.below(sections.labels, sections.titles)
        for column in value_columns:
            value = row.pieces(column)
            text = " ".join(piece.text for piece in value) or None
            name = header.names[column]
            found.append(
                Indicator(
                    id=f"{context.document_id}:indicator:{table.number}:{row.first + 1}:{column}",
                    document_id=context.document_id,
                    annex=context.annex,
                    key=sections.key(row.number),
                    section=sections.labels,
                    headings=sections.titles,
                    source=joined(cell_sources(place, table, header.names, [*value, *subject])),
                    name=name,
                    subject=" ".join(piece.text for piece in subject),
                    role=column_role(header, column),
                    unit=_unit_in(name, text),
                    value=read_number(text) if text else None,
                    value_text=text,
                    period=column_period(header, column, context.period),
                )
            )
    return found


def _unit_in(name: str, text: str | None) -> str | None:
    """The unit in a header's brackets ("Tỷ lệ (%)"), or the percent sign of the value."""
    found = re.search(r"\(([^)]{1,20})\)\s*$", name)
    if found:
        return found.group(1).removeprefix("đơn vị tính:").removeprefix("ĐVT:").strip()
    return "%" if text and text.strip().endswith("%") else None
