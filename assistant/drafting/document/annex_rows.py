"""Indicator records -> the rows of the annex that is printed below a report. Pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.model import Indicator, Reading

NUMBER, NAME, UNIT, VALUE, NOTE = (
    "STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú",
)  # fmt: skip
SUBJECT = "Đơn vị, địa phương"
RESULT = "Kết quả thống kê"

_Column = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A row: the title of a section over all columns, or one cell a column, blank ones ``""``."""

    cells: tuple[str, ...]
    section: bool = False


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """A table to print. ``grouped`` are the columns (first, last) under the heading "Kết quả"."""

    columns: tuple[str, ...]
    rows: tuple[AnnexRow, ...]
    grouped: tuple[int, int] | None = None


def annex_tables(reading: Reading) -> tuple[AnnexTable, ...]:
    """The indicators of a document as tables: one for each way its tables are laid out.

    A table whose rows name an indicator is printed with unit and notes; one whose rows name a
    place or unit keeps an indicator a column.
    """
    tables: list[AnnexTable] = []
    for _, found in groupby(reading.indicators, key=lambda one: one.source.table):
        rows = _rows(list(found))
        table = _by_subject(rows) if _is_wide(rows) else _by_indicator(rows)
        last = tables[-1] if tables else None
        if last is not None and (last.columns, last.grouped) == (table.columns, table.grouped):
            tables[-1] = AnnexTable(last.columns, last.rows + table.rows, last.grouped)
        else:
            tables.append(table)
    return tuple(tables)


def _rows(records: Sequence[Indicator]) -> list[list[Indicator]]:
    """The records of each row: they come one after the other and no column twice."""
    rows: list[list[Indicator]] = []
    for record in records:
        row = rows[-1] if rows else None
        if (
            row is not None
            and row[0].source.row == record.source.row
            and row[0].source.row is not None
            and row[0].key == record.key
            and (row[0].name == record.name or row[0].subject == record.subject)
        ):
            row.append(record)
        else:
            rows.append([record])
    return rows


def _is_wide(rows: Sequence[Sequence[Indicator]]) -> bool:
    several = [row for row in rows if len(row) > 1]
    if not several:
        return bool(rows) and all(one.subject for row in rows for one in row)
    return sum(len({one.name for one in row}) > 1 for row in several) * 2 > len(several)


def _by_indicator(rows: Sequence[Sequence[Indicator]]) -> AnnexTable:
    columns = _columns(rows, _value_column)
    labels = _labels(columns, rows)
    width = 2 + 1 + len(columns) + 1
    printed: list[AnnexRow] = []
    above: tuple[str, ...] = ()
    previous: Indicator | None = None
    for row in rows:
        first = row[0]
        printed += _sections(first, above, width)
        above = first.headings
        values = _placed(row, columns, _value_column)
        printed.append(
            AnnexRow((
                _number(first, previous), first.name, _unit(row),
                *values, _note(row),
            ))
        )  # fmt: skip
        previous = first
    grouped = (2, 2 + len(columns))
    return AnnexTable((NUMBER, NAME, UNIT, *labels, NOTE), tuple(printed), grouped)


def _by_subject(rows: Sequence[Sequence[Indicator]]) -> AnnexTable:
    columns = _columns(rows, _name_column)
    units: dict[_Column, Counter[str]] = {column: Counter() for column in columns}
    for row in rows:
        for column, one in zip(_keys(row, _name_column), row, strict=True):
            if one.unit:
                units[column][one.unit] += 1
    labels = [
        _with_unit(str(column[0]), units[column].most_common(1)[0][0] if units[column] else "")
        for column in columns
    ]
    noted = any(one.note for row in rows for one in row)
    width = 2 + len(columns) + noted
    printed: list[AnnexRow] = []
    above: tuple[str, ...] = ()
    previous: Indicator | None = None
    for row in rows:
        first = row[0]
        printed += _sections(first, above, width)
        above = first.headings
        values = _placed(row, columns, _name_column)
        notes = (_note(row),) if noted else ()
        printed.append(AnnexRow((_number(first, previous), first.subject or "", *values, *notes)))
        previous = first
    return AnnexTable((NUMBER, SUBJECT, *labels, *((NOTE,) if noted else ())), tuple(printed))


def _with_unit(name: str, unit: str) -> str:
    return f"{name} ({unit})" if unit and unit.casefold() not in name.casefold() else name


def _value_column(one: Indicator) -> _Column:
    period = (one.period.from_, one.period.to) if one.period else None
    return (one.role, period, one.subject)


def _name_column(one: Indicator) -> _Column:
    return (one.name,)  # not the role: the last row sums the others up


def _keys(row: Iterable[Indicator], column: object) -> Iterator[_Column]:
    """The column of each record; the second of the same kind in a row is a column of its own."""
    seen: Counter[_Column] = Counter()
    for one in row:
        key = column(one)  # type: ignore[operator]
        seen[key] += 1
        yield (*key, seen[key])


def _columns(rows: Sequence[Sequence[Indicator]], column: object) -> list[_Column]:
    """All columns in the order of the first full row; a later one is put at the end."""
    found: dict[_Column, None] = {}
    for row in sorted(rows, key=len, reverse=True):
        for key in _keys(row, column):
            found.setdefault(key)
    return list(found)


def _placed(row: Sequence[Indicator], columns: Sequence[_Column], column: object) -> list[str]:
    cells = {key: one.value_text or "" for key, one in zip(_keys(row, column), row, strict=True)}
    return [cells.get(key, "") for key in columns]


def _labels(columns: Sequence[_Column], rows: Sequence[Sequence[Indicator]]) -> list[str]:
    """What heads each value column: one is "Số liệu", several bear the words of the document."""
    if len(columns) == 1:
        return [VALUE]
    named: dict[_Column, str] = {}
    for row in rows:
        for key, one in zip(_keys(row, _value_column), row, strict=True):
            if one.value_text and one.source.column:
                named.setdefault(key, one.source.column.rpartition(" / ")[2].strip())
    labels = [named.get(key, "") or f"{VALUE} {n}" for n, key in enumerate(columns, start=1)]
    if len(set(labels)) == len(labels):
        return labels
    return [f"{label} ({n})" for n, label in enumerate(labels, start=1)]


def _sections(record: Indicator, above: tuple[str, ...], width: int) -> Iterator[AnnexRow]:
    """Rows for the headings that begin at ``record``."""
    same = 0
    for one, other in zip(record.headings, above, strict=False):
        if one != other:
            break
        same += 1
    labels = record.section if len(record.section) == len(record.headings) else ()
    for depth in range(same, len(record.headings)):
        label = labels[depth] if labels else ""
        blank = ("",) * (width - 2)
        yield AnnexRow((label, record.headings[depth], *blank), section=True)


def _number(record: Indicator, previous: Indicator | None) -> str:
    """The row's own number; a row that only bears its parent's key has none."""
    label = record.key
    prefix = ".".join(record.section)
    if prefix and (label == prefix or label.startswith(f"{prefix}.")):
        label = label[len(prefix) :].lstrip(".")
    inherited = previous is not None and previous.key == record.key and record.parent is not None
    return "" if inherited else label


def _unit(row: Iterable[Indicator]) -> str:
    """The row's unit; a share beside it is told by its own column."""
    units = list(dict.fromkeys(one.unit for one in row if one.unit))
    return next((unit for unit in units if unit != "%"), units[0] if units else "")


def _note(row: Iterable[Indicator]) -> str:
    return "\n".join(dict.fromkeys(one.note for one in row if one.note))
