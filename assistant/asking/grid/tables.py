"""Tables put together again from what is kept of their rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.asking.grid.headings import with_headings
from assistant.asking.grid.named_by import heading_rows, naming_column
from assistant.asking.grid.shape import Cell, Grid, columns_of, is_group, is_numbering, row_of
from ingest.model import Document, Indicator, Source, TableReport, Target, Task
from ingest.text.numbers import parse_number

if TYPE_CHECKING:
    from assistant.asking.finding.corpus import Entry

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_CODE = re.compile(r"[A-Za-zĐđ]+[-.]?\d+$")
_FEWEST_ROWS = 2


def grids_of(
    document: Document, entries: Sequence[Entry], reports: Sequence[TableReport] = ()
) -> tuple[Grid, ...]:
    """The tables of a document, in order. ``reports`` tell titles and the order of columns."""
    tables: dict[int, list[Entry]] = {}
    for entry in entries:
        source = entry.source
        if source.table is not None and source.row is not None and entry.kind != "refs":
            tables.setdefault(source.table, []).append(entry)
    told = {report.number: report for report in reports}
    found = (
        _grid(document, number, held, told.get(number)) for number, held in sorted(tables.items())
    )
    return tuple(grid for grid in found if grid is not None)


def _grid(
    document: Document, number: int, entries: Sequence[Entry], report: TableReport | None
) -> Grid | None:
    cells: dict[int, dict[str, Cell]] = {}
    above: dict[int, tuple[str, ...]] = {}
    codes: dict[int, str] = {}
    numbers: dict[int, str] = {}
    order: dict[str, None] = {}
    names: Counter[str] = Counter()
    for entry in entries:
        row = entry.source.row or 0
        named = _naming_column(entry)
        if named:
            names[named] += 1
        above.setdefault(row, entry.headings)
        if isinstance(entry.record, Task) and _CODE.search(entry.record.key):
            codes[row] = entry.record.key.rpartition(".")[2]
        if isinstance(entry.record, Task | Indicator):
            numbers.setdefault(row, entry.record.key)
        for place in _in_order(entry):
            if place.column is None or place.row is None or not place.quote.strip():
                continue
            if _names_blank(entry, place):
                order.setdefault(place.column)
                continue
            here = cells.setdefault(place.row, {})
            if place.row == row:
                order.setdefault(place.column)
            record = _record_of(entry, place)
            if place.column not in here or (record is not None and not here[place.column].record):
                bare = place.model_copy(update={"parts": ()}) if place.parts else place
                here[place.column] = Cell(bare, record)
        _shared(entry, row, cells)
    titles = _in_stored_order(order, report)
    naming = naming_column(names, titles, cells)
    if naming is None or len(cells) < _FEWEST_ROWS:
        return None
    above = _under_headings(above, cells, naming)
    for row, held in cells.items():
        printed = next((held[one].text for one in held if is_numbering(one)), "")
        numbers[row] = printed.strip(" .)") or numbers.get(row, "")
    plain_rows = [
        replace(
            row_of(row, held, naming, above=above.get(row, ()), code=codes.get(row, "")),
            group=is_group(numbers.get(row, ""), numbers.values()),
        )
        for row, held in sorted(cells.items())
        if naming in held
    ]
    rows = with_headings(plain_rows, numbers)
    columns = tuple(columns_of(titles, rows, naming))
    about = tuple(
        dict.fromkeys(
            text
            for text in (
                *((report.title, *report.captions) if report is not None else ()),
                *(
                    text
                    for entry in entries
                    for text in (*entry.headings, _unit_of(entry), *_captions(entry))
                ),
            )
            if text and text not in titles
        )
    )
    return Grid(document, number, rows, columns, naming, about)


def _shared(entry: Entry, row: int, cells: dict[int, dict[str, Cell]]) -> None:
    """Give a row the merged cells that it shares with the row above, as its record cites them."""
    if not isinstance(entry.record, Task | None):
        return
    for place in entry.source.parts:
        if place.row is not None and place.row < row and place.column and place.quote.strip():
            if parse_number(place.quote) is not None:
                continue  # a figure for several rows together counts once
            bare = place.model_copy(update={"parts": ()})
            cells.setdefault(row, {}).setdefault(place.column, Cell(bare))


def _in_stored_order(order: Iterable[str], report: TableReport | None) -> list[str]:
    """The titles of columns as they stand in the table, where its report tells it."""
    found = list(order)
    stored = [column.name for column in report.columns] if report is not None else []
    return sorted(found, key=lambda one: stored.index(one) if one in stored else len(stored))


def _under_headings(
    above: dict[int, tuple[str, ...]], cells: dict[int, dict[str, Cell]], naming: str
) -> dict[int, tuple[str, ...]]:
    """What stands above every row, with the rows of the table that only head those below them."""
    heads = {row: text for row, text in heading_rows(cells).items() if naming not in cells[row]}
    found: dict[int, tuple[str, ...]] = {}
    head = ""
    for row in sorted(cells):
        head = heads.get(row, head)
        own = above.get(row, ())
        found[row] = (*own, head) if head and head not in own else own
    return found


def _names_blank(entry: Entry, place: Source) -> bool:
    """Whether a blank cell is cited by the name of its row."""
    record = entry.record
    if not isinstance(record, Indicator) or record.value_text or place is not entry.source:
        return False
    return place.column == entry.column and place.quote in (record.name, record.subject)


def _naming_column(entry: Entry) -> str | None:
    record = entry.record
    if isinstance(record, Task | Target):
        return record.source.column
    if isinstance(record, Indicator):
        if record.value_text is None:
            return None
        first = record.source.parts[:1]
        return first[0].column if first else None
    return None


def _in_order(entry: Entry) -> list[Source]:
    """The cells of an entry in the order of their columns, where its text tells it."""
    places = [entry.source, *entry.source.parts]
    if entry.unit is None or entry.record is not None:
        return places
    text = entry.unit.text
    return sorted(places, key=lambda one: text.find(f"{one.column}:") % (len(text) + 1))


def _record_of(entry: Entry, place: Source) -> Indicator | Target | None:
    record = entry.record
    if isinstance(record, Indicator):
        return record if place is entry.source and record.value_text else None
    if isinstance(record, Target) and place is not entry.source and record.value is not None:
        number = parse_number(place.quote)
        return record if number is not None and str(number) == record.value else None
    return None


def _captions(entry: Entry) -> Iterable[str]:
    """The pieces of what stands above an entry that name a year: captions of its table."""
    return (piece for piece in entry.context.text.split(" · ") if _YEAR.search(piece))


def _unit_of(entry: Entry) -> str:
    record = entry.record
    return record.unit or "" if isinstance(record, Indicator | Target) else ""
