"""A table as rows, columns and filled cells, and what is told of a row or column at sight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from assistant.asking.grid.time_cells import is_time_in_words
from assistant.asking.questions.periods import Part, parts_in
from assistant.asking.words import forms_of, plain_phrase
from ingest.extraction.figures import figure_of, is_figure
from ingest.extraction.value_columns import is_code
from ingest.model import Document, Indicator, Source, Target
from ingest.text.normal import match_key
from ingest.text.numbering import is_roman
from ingest.text.numbers import amounts, parse_number
from ingest.text.organisations import begins_unit
from ingest.vocabulary import load, remembered

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_OF_WHICH = re.compile(r"^(?:trong đó|trong đó có|gồm)\s*:?(?:\s*/)?\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_BETWEEN_VALUES = re.compile(r"[;,\n]")
_LONGEST_VALUE = 12
_SEVERAL_WORDS = 5
_NUMBERING = frozenset({"tt", "stt", "so tt", "so thu tu", "no", "ma"})
_MOSTLY = 0.75
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell. ``record`` is the figure that was read from it, if one was."""

    source: Source
    record: Indicator | Target | None = None

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.source.quote

    @property
    def blank(self) -> bool:
        """Whether only a dash or dots stand in it."""
        return not any(letter.isalnum() for letter in self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its filled cells by the title of their column, and what names it.

    ``whole`` rows sum all others up, ``group`` rows head those below them (I, A, 1 above 1.1).
    ``headings`` are those of its groups; ``shown`` is its name with what tells it from its like.
    """

    number: int
    cells: dict[str, Cell]
    name: str
    above: tuple[str, ...]
    whole: bool
    parts: frozenset[Part]
    years: frozenset[int]
    code: str = ""
    group: bool = False
    headings: tuple[str, ...] = ()
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``said`` is its title for showing, ``told`` for matching.

    ``marks`` are filled with yes or no only, ``measure`` says what the rows are counted in,
    ``dated`` tells days, months or years.
    """

    title: str
    said: str
    told: str
    years: frozenset[int]
    parts: frozenset[Part]
    numeric: bool
    marks: bool
    whole: bool
    measure: bool = False
    dated: bool = False


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
        return tuple(
            column
            for column in self.columns
            if column.title != self.naming and not is_numbering(column.title)
        )

    @property
    def single(self) -> tuple[Row, ...]:
        """The rows that sum no others up; all rows of a table of groups alone."""
        found = tuple(row for row in self.rows if not row.whole and not row.group)
        return found or tuple(row for row in self.rows if not row.whole)


def row_of(
    number: int, cells: dict[str, Cell], naming: str, *, above: tuple[str, ...], code: str
) -> Row:
    """One row with what its name tells."""
    name = cells[naming].text
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


def is_group(number: str, others: Iterable[str]) -> bool:
    """Whether a row of this number heads rows of other numbers ("II" over "1", "2" over "2.1")."""
    if not number:
        return False
    below = [other for other in others if other and other != number]
    if any(other.startswith(f"{number}.") for other in below):
        return True
    letter = len(number) == 1 and number.isalpha() and number.isupper()
    return (letter or is_roman(number)) and any(other[:1].isdigit() for other in below)


def figure_in(text: str) -> Decimal | None:
    """The figure that a cell holds alone or first, with its sign."""
    found = figure_of(text)
    if found is not None:
        return Decimal(found.value)
    if (alone := parse_number(text.rstrip(" %"))) is not None:
        return alone
    told = amounts(text)
    return told[0].value if told else None


def columns_of(order: Iterable[str], rows: Sequence[Row], naming: str) -> Iterable[Column]:
    """The columns with what their titles and cells tell."""
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
        measure = _measures(title, texts)
        yield Column(
            title,
            said,
            _told(said, measure=measure),
            frozenset(int(year) for year in _YEAR.findall(title)),
            parts_in(title),
            title != naming
            and not (is_numbering(title) or is_code(title))
            and _holds_figures(texts),
            bool(texts) and all(text.casefold() in marks for text in texts),
            _is_whole(title.rpartition(" / ")[2]),
            measure,
            bool(texts) and sum(map(is_time_in_words, texts)) >= _MOSTLY * len(texts),
        )


def is_measure(title: str) -> bool:
    """Whether a heading says in what its rows are counted ("Đơn vị tính")."""
    return match_key(title).rpartition("/")[2].strip() in load("columns")["unit"]


def _measures(title: str, cells: Sequence[str]) -> bool:
    """Whether a column says in what its rows are counted, words that any question may hold.

    Below the heading of a group, or over a percent sign, so does "Đơn vị", where no bodies stand
    under it.
    """
    bare = match_key(title.rpartition(" / ")[2]) == "đơn vị"
    bare = bare and (" / " in title or any(cell.strip() == "%" for cell in cells))
    return is_measure(title) or (bare and 2 * sum(map(begins_unit, cells)) < len(cells))


def _told(said: str, *, measure: bool) -> str:
    """What a title tells of its cells: "Kết quả / ĐVT" tells of no result."""
    last = said.rpartition(" / ")[2]
    return last if measure else _IN_BRACKETS.sub("", said) or said


def is_numbering(title: str) -> bool:
    """Whether a column only numbers the rows."""
    return " ".join(plain_phrase(title)) in _NUMBERING


def _holds_figures(texts: Sequence[str]) -> bool:
    """Whether the cells of a column are figures; dashes and a remark among many are none."""
    filled = [text for text in texts if any(letter.isalnum() for letter in text)]
    if not filled:
        return False
    figures = len(filled)
    for text in filled:
        figures -= not _is_one_figure(text) or _is_time(text)
        if figures < _MOSTLY * len(filled):
            return False
    return figures == len(filled) or figures > 2


@lru_cache(maxsize=8192)
def _is_one_figure(text: str) -> bool:
    """Whether a cell is a figure, perhaps with words behind it; "Tăng 2 bậc" is none."""
    if is_figure(text):
        return True
    ahead = text[: len(text) - len(text.lstrip("+-−±≥≤<>= "))] or text[:1].isdigit()
    return bool(amounts(text)) and (bool(ahead) or len(text.split()) < _FEW_WORDS)


def _is_time(text: str) -> bool:
    """Whether the number of a cell counts days, months or quarters ("Tháng 3/2028")."""
    return parse_number(text) is None and (bool(parts_in(text)) or is_time_in_words(text))


def _is_whole(name: str) -> bool:
    words = _spelt(name)
    return any(words[: len(whole)] == whole for whole in _wholes())


@remembered()
def _wholes() -> tuple[tuple[str, ...], ...]:
    return tuple(map(_spelt, load("asking_tables")["whole_rows"]))


@lru_cache(maxsize=4096)
def _spelt(text: str) -> tuple[str, ...]:
    return tuple(accented for _, accented in forms_of(match_key(text)))


def of_bodies(grid: Grid, column: Column) -> bool:
    """Whether most cells of a column name units."""
    filled = [row.cells[column.title].text for row in grid.rows if column.title in row.cells]
    return bool(filled) and sum(map(begins_unit, filled)) >= _MOSTLY * len(filled)


def is_torn(value: str) -> bool:
    """Whether a value is only the head of a unit's name ("Phòng"), torn off or cut by a list."""
    return value.strip("-–+•. ").casefold() in _heads()


@remembered()
def _heads() -> frozenset[str]:
    return frozenset(head.casefold() for head in load("organisations")["heads"])


@lru_cache(maxsize=8192)
def pieces(text: str) -> tuple[str, ...]:
    """The single values that one cell holds ("Phòng A; Phòng B"), the whole first."""
    parts = [part.strip() for part in _BETWEEN_VALUES.split(text)]
    every = dict.fromkeys((text.strip(), *(part for part in parts if part)))
    return tuple(one for one in every if 0 < len(plain_phrase(one)) <= _LONGEST_VALUE)


def openings(cells: Iterable[str]) -> frozenset[str]:
    """Texts of several words that other cells begin with before they go on.

    They tell none of the cells apart, though one holds no more.
    """
    ordered = sorted({cell.strip() for cell in cells})
    return frozenset(
        one
        for one, other in pairwise(ordered)
        if len(plain_phrase(one)) >= _SEVERAL_WORDS and other.startswith(f"{one} ")
    )
