"""The lines an answer from a table is made of: cells, lists, sums, extremes, differences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.asking import texts
from assistant.asking.grid.shape import Cell, Column, Grid, Row, figure_in
from assistant.asking.labels import indicator_value, number_text, shortened, tidy, with_unit
from assistant.asking.page import Page
from ingest.model import Indicator, Source, Target
from ingest.text.normal import fold

_LONGEST = 400
_BRACKETS = re.compile(r"\(([^()]{1,20})\)\s*$")
_LONGEST_NAME = 160
_LONGEST_CELL = 1200
_NAME_OF = "tên "
_CODED = re.compile(r"\w\s*=\s*\d")


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell that is meant: its row and column, and what stands there (``None``: blank)."""

    grid: Grid
    row: Row
    column: Column

    @property
    def cell(self) -> Cell | None:
        """The cell, if it is filled."""
        return self.row.cells.get(self.column.title)

    @property
    def number(self) -> Decimal | None:
        """The figure in it."""
        return number_in(self.cell)

    @property
    def source(self) -> Source:
        """Where it stands; of a blank cell the name of its row."""
        if self.cell is None:
            return self.naming
        return self.cell.record.source if self.cell.record is not None else self.cell.source

    @property
    def naming(self) -> Source:
        """Where the name of its row stands."""
        return self.row.cells[self.grid.naming].source

    @property
    def shown(self) -> str:
        """The cell as written, with the unit that was read for it."""
        if self.cell is None:
            return ""
        record = self.cell.record
        if isinstance(record, Indicator):
            return indicator_value(record)
        written = shortened(tidy(self.cell.text), _LONGEST)
        return with_unit(written, record.unit) if record is not None else written

    @property
    def name(self) -> str:
        """Row and column."""
        return texts.GRID_NAME.format(row=row_name(self.row), column=tidy(self.column.said))


def number_in(cell: Cell | None) -> Decimal | None:
    """The figure that a cell holds alone or first."""
    if cell is None:
        return None
    return figure_in(tidy(cell.text))


def noun_of(grid: Grid) -> str:
    """What the rows of a table are, from the title of the column that names them ("Tên lớp")."""
    noun = tidy(grid.naming).casefold()
    return noun.removeprefix(_NAME_OF) or noun


def row_name(row: Row) -> str:
    """What names a row."""
    return shortened(tidy(row.shown or row.name), _LONGEST_NAME)


def add_cell(page: Page, spot: Spot, label: str) -> None:
    """One line with a cell, or that it is blank."""
    if spot.cell is None:
        page.add_of(label, texts.INDICATOR_BLANK.format(name=spot.name), [spot.naming])
        return
    said = texts.CELL.format(
        text=row_name(spot.row), column=tidy(spot.column.said), cell=spot.shown
    )
    page.add_of(label, said, [spot.source])
    add_figure(page, spot)


def add_figure(page: Page, spot: Spot) -> None:
    """Register the figure of a cell."""
    record = spot.cell.record if spot.cell is not None else None
    if isinstance(record, Indicator):
        page.indicator_figure(record, spot.shown)
    elif isinstance(record, Target):
        page.target_figure(record, spot.shown)
    elif spot.cell is not None and spot.column.numeric and spot.number is not None:
        page.cell_figure(
            spot.cell.source, value=f"{spot.number:f}", shown=spot.shown, unit=unit_of(spot)
        )


def add_list(
    page: Page, rows: Sequence[Row], columns: Sequence[Column], *, grid: Grid, head: str
) -> None:
    """Rows under a first line that counts them, each with the cells that chose it."""
    page.raw(f"{head} {page.marks([row.cells[grid.naming].source for row in rows])}")
    for row in rows:
        told = [
            (column, row.cells[column.title]) for column in columns if column.title in row.cells
        ]
        beside = "".join(
            texts.GRID_BESIDE.format(column=tidy(column.said), cell=shortened(tidy(cell.text), 120))
            for column, cell in told
        )
        sources = [row.cells[grid.naming].source, *(cell.source for _, cell in told)]
        page.add(f"{row_name(row)}{beside}", sources)


def add_row(page: Page, grid: Grid, row: Row, label: str) -> None:
    """One line with every filled cell of a row."""
    held = [(one, row.cells[one.title]) for one in grid.values if one.title in row.cells]
    decoded = {one.title: shown for one, cell in held if (shown := _decoded(cell))}
    if decoded:  # the key to a code says nothing beside what it means
        held = [(one, cell) for one, cell in held if not _CODED.search(cell.text)]
    beside = "".join(
        texts.GRID_BESIDE.format(
            column=tidy(column.said),
            cell=decoded.get(column.title) or shortened(tidy(cell.text), _LONGEST_CELL),
        )
        for column, cell in held
    )
    sources = [row.cells[grid.naming].source, *(cell.source for _, cell in held)]
    page.add_of(label, f"«{row_name(row)}»{beside}", sources)


def _decoded(cell: Cell) -> str:
    """A coded figure with what it means; empty for any other cell."""
    record = cell.record
    coded = isinstance(record, Indicator) and record.meaning is not None
    return indicator_value(record) if coded and isinstance(record, Indicator) else ""


def add_difference(page: Page, first: Spot, second: Spot, *, names: tuple[str, str]) -> None:
    """How two figures differ, said of the later one."""
    one, other = first.number, second.number
    if one is None or other is None:
        return
    sources = [first.source, second.source]
    if one == other:
        page.add(texts.COMPARE_SAME.format(later=names[1], earlier=names[0]), sources)
        return
    said = texts.COMPARE_DIFFERENCE.format(
        later=names[1],
        earlier=names[0],
        direction=texts.HIGHER if other > one else texts.LOWER,
        difference=_with_points(abs(other - one), unit_of(first, second)),
    )
    page.add(said, sources)


def unit_of(*spots: Spot) -> str:
    """The unit that the cells share, if they say one."""
    units = {
        record.unit or ""
        for spot in spots
        if spot.cell is not None and isinstance(record := spot.cell.record, Indicator | Target)
    }
    if units - {""}:
        return units.pop() if len(units) == 1 else ""
    titled = {_unit_in(spot.column.title) for spot in spots}
    return titled.pop() if len(titled) == 1 else ""


def _unit_in(title: str) -> str:
    """The unit in brackets at the end of a column's title ("Kinh phí (triệu đồng)")."""
    found = _BRACKETS.search(title)
    inside = found.group(1).strip() if found else ""
    return "" if any(sign.isdigit() or sign in "+-=" for sign in inside) else inside


def _with_points(number: Decimal, unit: str) -> str:
    shown = number_text(f"{number:f}")
    if unit.startswith("%"):
        return f"{shown} {texts.POINTS}"
    return with_unit(shown, unit)


def of_one_unit(spots: Sequence[Spot]) -> bool:
    """Whether the cells count the same thing, so that adding them up means something."""
    records = [spot.cell.record for spot in spots if spot.cell is not None]
    units = {fold(one.unit or "") for one in records if isinstance(one, Indicator)}
    return len(units) <= 1 and not any(unit.startswith("%") for unit in units)


def add_sum(page: Page, spots: Sequence[Spot], *, label: str, title: str) -> None:
    """The cells added up, with how many were blank."""
    filled = [spot for spot in spots if spot.number is not None]
    total = sum((spot.number or Decimal(0) for spot in filled), Decimal(0))
    terms = " + ".join(spot.cell.text for spot in filled if spot.cell is not None)
    unit = unit_of(*filled)
    said = texts.SUM_IS.format(
        document=label,
        title=title,
        count=len(filled),
        terms=terms,
        total=with_unit(number_text(f"{total:f}"), unit),
    )
    blanks = len(spots) - len(filled)
    said += texts.SUM_BLANKS.format(count=blanks) if blanks else ""
    page.add(said, [spot.source for spot in filled])
    shown = with_unit(number_text(f"{total:f}"), unit)
    formula = f"{terms} = {shown}"
    for spot in filled:
        add_figure(page, spot)
    records = [spot.cell.record for spot in filled if spot.cell is not None]
    parts = [record for record in records if isinstance(record, Indicator)]
    if len(parts) == len(filled):
        page.derived_figure(parts, value=f"{total:f}", shown=shown, formula=formula)
    elif filled:
        sources = [spot.source for spot in filled]
        page.reckoned_figure(sources, value=f"{total:f}", shown=shown, unit=unit, formula=formula)
