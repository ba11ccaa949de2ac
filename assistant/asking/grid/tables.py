"""Tables put together again from what is kept of their rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.asking.periods import Part, parts_in
from assistant.asking.words import plain_phrase, words_of
from ingest.model import Document, Indicator, Source, Target, Task
from ingest.text.numbers import amounts, parse_number
from ingest.vocabulary import load

if TYPE_CHECKING:
    from assistant.asking.corpus import Entry

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_OF_WHICH = re.compile(r"^(?:trong đó|trong đó có|gồm)\s*:?\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_CODE = re.compile(r"[A-Za-zĐđ]+[-.]?\d+$")
_FEWEST_ROWS = 2
_DISTINCT = 0.7
_LONGEST_VALUE = 12
_NUMBERING = frozenset({"tt", "stt", "so tt", "so thu tu", "no"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell. ``record`` is the figure that was read from it, if one was."""

    source: Source
    record: Indicator | Target | None = None

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.source.quote


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its filled cells by the title of their column, and what names it."""

    number: int
    cells: dict[str, Cell]
    name: str
    above: tuple[str, ...]
    whole: bool
    parts: frozenset[Part]
    years: frozenset[int]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``said`` is its title for showing, ``told`` for matching.

    ``marks`` are filled with yes or no only.
    """

    title: str
    said: str
    told: str
    years: frozenset[int]
    parts: frozenset[Part]
    numeric: bool
    marks: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the title of the column that names its rows, and what is said above it."""

    document: Document
    number: int
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    naming: str
    about: tuple[str, ...]

    @property
    def values(self) -> tuple[Column, ...]:
        """The columns beside the one that names the rows."""
        return tuple(column for column in self.columns if column.title != self.naming)


def grids_of(document: Document, entries: Sequence[Entry]) -> tuple[Grid, ...]:
    """The tables of a document, in order."""
    tables: dict[int, list[Entry]] = {}
    for entry in entries:
        source = entry.source
        if source.table is not None and source.row is not None and entry.kind != "refs":
            tables.setdefault(source.table, []).append(entry)
    found = (_grid(document, number, held) for number, held in sorted(tables.items()))
    return tuple(grid for grid in found if grid is not None)


def _grid(document: Document, number: int, entries: Sequence[Entry]) -> Grid | None:
    cells: dict[int, dict[str, Cell]] = {}
    above: dict[int, tuple[str, ...]] = {}
    codes: dict[int, str] = {}
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
                bare = place.model_copy(update={"parts": ()})
                here[place.column] = Cell(bare, record)
    naming = _chosen(names, cells)
    if naming is None or len(cells) < _FEWEST_ROWS:
        return None
    rows = tuple(
        _row(place, held, naming, (above.get(place, ()), codes.get(place, "")))
        for place, held in sorted(cells.items())
        if naming in held
    )
    columns = tuple(_columns(order, rows, naming))
    about = tuple(
        dict.fromkeys(
            text
            for entry in entries
            for text in (*entry.headings, _unit_of(entry), *_captions(entry))
            if text
        )
    )
    return Grid(document, number, rows, columns, naming, about)


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


def _chosen(names: Counter[str], cells: dict[int, dict[str, Cell]]) -> str | None:
    """The column that names the rows: what the records say, else the first of distinct texts."""
    if names:
        return names.most_common(1)[0][0]
    held: dict[str, list[str]] = {}
    for row in cells.values():
        for title, cell in row.items():
            held.setdefault(title, []).append(cell.text)
    for title, texts in held.items():
        if " ".join(plain_phrase(title)) in _NUMBERING:
            continue
        words = [text for text in texts if parse_number(text) is None]
        if len(words) == len(cells) and len(set(words)) >= _DISTINCT * len(words):
            return title
    return None


def _row(
    number: int, cells: dict[str, Cell], naming: str, beside: tuple[tuple[str, ...], str]
) -> Row:
    name = cells[naming].text
    above, code = beside
    return Row(
        number,
        cells,
        name,
        above,
        _is_whole(name),
        parts_in(name),
        frozenset(int(year) for year in _YEAR.findall(name)),
        code,
    )


def _is_whole(name: str) -> bool:
    words = _spelt(name)
    wholes = (_spelt(word) for word in load("asking_tables")["whole_rows"])
    return any(words[: len(whole)] == whole for whole in wholes)


def _spelt(text: str) -> tuple[str, ...]:
    return tuple(word.accented for word in words_of(text))


def _columns(order: Iterable[str], rows: Sequence[Row], naming: str) -> Iterable[Column]:
    vocabulary = load("asking_tables")
    marks = frozenset(
        word.casefold() for word in (*vocabulary["yes"], *vocabulary["no"]) if word != "đạt"
    )
    before = ""
    for title in order:
        texts = [row.cells[title].text.strip() for row in rows if title in row.cells]
        said = _OF_WHICH.sub("", title)
        if said != title and before:
            said = f"{before} / {said}"
        elif title != naming:
            before = title
        yield Column(
            title,
            said,
            _IN_BRACKETS.sub("", said) or said,
            frozenset(int(year) for year in _YEAR.findall(title)),
            parts_in(title),
            bool(texts) and all(amounts(text) for text in texts) and title != naming,
            bool(texts) and all(text.casefold() in marks for text in texts),
            _is_whole(title.rpartition(" / ")[2]),
        )


def _captions(entry: Entry) -> Iterable[str]:
    """The pieces of what stands above an entry that name a year: captions of its table."""
    return (piece for piece in entry.context.text.split(" · ") if _YEAR.search(piece))


def _unit_of(entry: Entry) -> str:
    record = entry.record
    return record.unit or "" if isinstance(record, Indicator | Target) else ""


def pieces(text: str) -> list[str]:
    """The single values that one cell holds ("Phòng A; Phòng B"), the whole first."""
    parts = [part.strip() for part in re.split(r"[;,\n]", text)]
    every = [text.strip(), *(part for part in parts if part)]
    return [one for one in dict.fromkeys(every) if 0 < len(plain_phrase(one)) <= _LONGEST_VALUE]
