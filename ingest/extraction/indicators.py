"""Statistics and target tables with an indicator a row -> indicators, and the targets they state.

A blank value stays ``None``; a value that is not a number keeps its text; a coded unit
("Không = 0 Có = 1") is decoded into the meaning of the value. Headings without unit and value are
indicators without a value, so that no row is lost. Planned values are targets as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extraction.columns import VALUE_ROLES
from ingest.extraction.context import Context, cell_sources, joined
from ingest.extraction.figures import decode_unit, figure_of, read_number
from ingest.extraction.headers import Header
from ingest.extraction.heading_years import years_of
from ingest.extraction.logical import LogicalRow, Piece, Rows, SectionRow
from ingest.extraction.month_columns import months_of
from ingest.extraction.sections import SectionStack
from ingest.extraction.task_records import units_of
from ingest.extraction.totals import is_total
from ingest.extraction.value_columns import (
    column_period,
    column_role,
    column_subject,
    column_unit,
    name_unit,
)
from ingest.model import Indicator, Period, Source, Table, Target
from ingest.text.numbering import is_roman

__all__ = ["IndicatorTable", "decode_unit", "is_total", "read_indicators", "read_number"]

_WORK = ("lead", "coordinating", "assignment", "deadline")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.)]\s+(?=[^\W\d_])(.+)", re.DOTALL)


@dataclass(slots=True)
class IndicatorTable:
    """What one table with an indicator a row yielded."""

    indicators: list[Indicator] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)


def read_indicators(
    table: Table,
    header: Header,
    rows: Rows,
    context: Context,
    *,
    planned: bool = False,
    unit: str | None = None,
) -> IndicatorTable:
    """The indicators of a table with an indicator column.

    ``planned`` says that its figures are promises (:func:`value_columns.states_plans`); ``unit``
    is the unit named above the table for all of it.
    """
    reader = _Reader(table, header, context, planned=planned, unit=unit)
    logical = [item for item in rows.items if isinstance(item, LogicalRow)]
    for item in rows.items:
        if isinstance(item, SectionRow):
            reader.sections.enter(item)
            reader.number, reader.base, reader.parent = "", "", None
        else:
            reader.take(item, last=item is logical[-1])
    return reader.found


class _Reader:
    def __init__(
        self, table: Table, header: Header, context: Context, *, planned: bool, unit: str | None
    ) -> None:
        self.table = table
        self.header = header
        self.context = context
        self.planned = planned
        self.unit = unit
        self.sections = SectionStack()
        self.number = self.base = ""
        self.parent: str | None = None
        self.names: dict[str, str] = {}
        self.found = IndicatorTable()
        self.values = header.columns(*VALUE_ROLES)

    def take(self, row: LogicalRow, *, last: bool) -> None:
        name_pieces = row.pieces(self.header.column("indicator"))
        name = self._told(row)
        row.number = self._printed(row.number)
        if row.number:
            self._number(row, name)
        elif last and is_total(name):
            self.sections, self.number, self.parent = SectionStack(), "", None
        if not name_pieces:
            return
        columns: list[int | None] = [*self.values] or [None]
        if not any(row.cells.get(column) for column in self.values) and not row.pieces(
            self.header.column("unit")
        ):
            columns = columns[:1]  # a heading: one record keeps it
        before = len(self.found.targets)
        for column in columns:
            self._read(row, column, name)
        if self.planned and len(self.found.targets) == before and self._promises(row):
            self._target(row, self.values[0] if self.values else None, None)
        if row.number:
            self.parent = name

    def _told(self, row: LogicalRow) -> str:
        """The name in a row; a number typed before it is the row's where no column is for them."""
        name = row.text(self.header.column("indicator"))
        numbered = None if row.number or self.header.has("number") else _NUMBERED.match(name)
        if numbered is None:
            return name
        row.number, name = numbered.groups()
        return name

    def _printed(self, number: str) -> str:
        """A row's number: none for a dash; a letter counts on below the number above it."""
        label = number.rstrip(".) ")
        if not any(char.isalnum() for char in label):
            return ""
        if len(label) == 1 and label.isalpha() and label.islower() and self.base:
            return f"{self.base}.{label}"
        self.base = label
        return number

    def _number(self, row: LogicalRow, name: str) -> None:
        label = row.number.rstrip(".) ")
        if is_roman(label) or (len(label) == 1 and label.isalpha() and label.isupper()):
            # a section that has figures of its own
            self.sections.enter(SectionRow(row.first, label, name, ()))
            self.names.clear()
        self.sections.follow(label)
        self.number = row.number
        self.parent = self.names.get(label.rpartition(".")[0])
        self.names[label] = name

    def _promises(self, row: LogicalRow) -> bool:
        """Whether a row of a target table without a figure is a target all the same."""
        return any(
            row.pieces(column) for column in self.header.columns(*_WORK, "unit", *VALUE_ROLES)
        )

    def _place(self, row: LogicalRow) -> tuple[str, Context]:
        """Key and place of a row; a section with figures does not stand below itself."""
        titles = self.sections.titles
        own = self.sections.rows and self.sections.rows[-1].first == row.first
        return (
            self.sections.key(row.number or self.number),
            self.context.below(self.sections.labels, titles[:-1] if own else titles),
        )

    def _years(self) -> Period | None:
        """The years that the section of a row is for ("Đến năm 2030"), else the document's."""
        return years_of(self.sections.titles) or self.context.period

    def _read(self, row: LogicalRow, column: int | None, name: str) -> None:
        key, place = self._place(row)
        value_text = row.text(column) or None
        number = read_number(value_text) if value_text else None
        unit = self._unit(row, column, value_text)
        codes = decode_unit(unit or "")
        role = column_role(self.header, column, planned=self.planned)
        if role == "actual" and not row.number and is_total(name):
            role = "total"
        indicator = Indicator(
            id=f"{self.context.document_id}:indicator:{self._at(row, column)}",
            document_id=self.context.document_id,
            annex=self.context.annex,
            key=key,
            section=place.path,
            headings=place.headings,
            source=self._source(row, place, column, "indicator", "unit", "note"),
            parent=self.parent,
            name=name,
            subject=column_subject(self.header, column) if len(self.values) > 1 else None,
            role=role,
            unit=unit,
            value=number,
            value_text=value_text,
            meaning=codes.get(number or "") if codes else None,
            note=row.text(self.header.column("note")) or None,
            period=column_period(self.header, column, self._years()),
            months=months_of(self.header.names[column]) if column is not None else None,
        )
        self.found.indicators.append(indicator)
        if self.planned and role == "plan" and value_text:
            self._target(row, column, indicator)

    def _at(self, row: LogicalRow, column: int | None) -> str:
        return f"{self.table.number}:{row.first + 1}:{column or 0}"

    def _unit(self, row: LogicalRow, column: int | None, value: str | None) -> str | None:
        """The row's unit; a share has its own, and its column's or its sign's goes before."""
        own = row.text(self.header.column("unit")) or None
        named = column_unit(self.header, column)
        if column is not None and self.header.roles[column] == "share_value":
            return named or ("%" if value and value.endswith("%") else None)
        if own is not None:
            return own
        if value and value.strip().endswith("%"):
            return "%"
        if value is None:
            return named
        inside = None if self.header.has("unit") else name_unit(self._name(row))
        return named or inside or self.unit

    def _name(self, row: LogicalRow) -> str:
        return row.text(self.header.column("indicator"))

    def _source(self, row: LogicalRow, place: Context, column: int | None, *roles: str) -> Source:
        """The value cell first, then the cells of ``roles``; the name where there is no value."""
        order: list[Piece] = row.pieces(column)
        for role in roles:
            order.extend(row.pieces(self.header.column(role)))
        return joined(cell_sources(place, self.table, self.header.names, order))

    def _target(self, row: LogicalRow, column: int | None, stated: Indicator | None) -> None:
        """The target that a planned value states; without ``stated``, one without a figure."""
        key, place = self._place(row)
        name = row.text(self.header.column("indicator"))
        figure = figure_of(stated.value_text) if stated and stated.value_text else None
        roles, _ = units_of(
            {role: row.pieces(self.header.column(role)) for role in _WORK if self.header.has(role)}
        )
        pieces = row.pieces(self.header.column("indicator")) + row.pieces(column)
        for role in ("unit", *_WORK, "note"):
            pieces.extend(row.pieces(self.header.column(role)))
        self.found.targets.append(
            Target(
                id=f"{self.context.document_id}:target:{self._at(row, column)}",
                document_id=self.context.document_id,
                annex=self.context.annex,
                key=key,
                section=place.path,
                headings=place.headings,
                source=joined(cell_sources(place, self.table, self.header.names, pieces)),
                text=name,
                metric=name if figure else None,
                comparator=(figure.comparator or "=") if figure else None,
                value=figure.value if figure else None,
                unit=(stated.unit or figure.unit) if stated and figure else None,
                horizon=stated.period if stated else self._years(),
                lead=roles.lead,
                coordinating=roles.coordinating,
            )
        )
