"""The header of a table: which rows form it, the flattened column names, the columns' roles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ingest.extraction.columns import (
    VALUE_ROLES,
    Look,
    assign_roles,
    is_period,
    role_of,
    tells_role,
)
from ingest.extraction.figures import is_figure, is_mark
from ingest.model import Cell, Table
from ingest.text.deadlines import parse_deadline
from ingest.text.normal import fold
from ingest.text.organisations import begins_unit
from ingest.vocabulary import load

__all__ = ["VALUE_ROLES", "Header", "find_header", "repeats_header", "structural_header"]

_MAX_HEADER_ROWS = 4
_REPEAT = 80
_MOSTLY = 0.6
_SHORT = 60
_BUILT = 0.5  # what a line of a header that completes spanning cells adds to its weight
_SURE = 2.0  # the same where merged cells of the header reach into that line
_COLUMN_NUMBER = re.compile(r"[(\[]?\s*(?:\d{1,2}|[A-Z])\s*[)\]]?(?:\s*=.{1,30})?")
_LABEL = re.compile(
    r"[(\[]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,6}(?:\.\d{1,2}){0,2}|[a-zđA-HĐ])[.)\]]{0,2}"
)
_FIRST_LABEL = re.compile(r"[(\[]?(?:0?1(?:\.0?1){0,3}|I(?:\.1)?|[aA])[.)\]]{0,2}")
_FEWEST_LABELS = 3
_PURE_NUMBER = re.compile(r"[\d.,]+\s*%?")
_A_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table.

    ``rows`` counts the leading stored rows that form it, ``first`` is the index of its first row,
    ``names`` are the flattened column names, ``roles`` the role of each column or ``None``.
    """

    first: int
    rows: int
    names: tuple[str, ...]
    roles: tuple[str | None, ...]

    def column(self, role: str) -> int | None:
        """The first column with ``role``."""
        return self.roles.index(role) if role in self.roles else None

    def columns(self, *roles: str) -> list[int]:
        """All columns with one of ``roles``."""
        return [index for index, role in enumerate(self.roles) if role in roles]

    def has(self, *roles: str) -> bool:
        """Whether a column with one of ``roles`` exists."""
        return any(role in self.roles for role in roles)


def find_header(table: Table) -> Header | None:
    """The header among the first rows of ``table``, or ``None`` where no wording is known."""
    best: tuple[float, Header] | None = None
    for first in range(min(4, len(table.rows))):
        if _is_title(table.rows[first]) or _holds_numbers(table.rows[first]):
            continue
        marked = table.header_rows if first == 0 else 0
        bonus = 0.0
        for count in range(1, _MAX_HEADER_ROWS + 1):
            if first + count > len(table.rows):
                break
            if count > 1:
                built = _built_below(table, first, count)
                if not (count <= marked or built or _extends(table, first, count)):
                    break
                if built:
                    bonus += _SURE if _reaches_down(table, first, count) else _BUILT
            header = _header(table, first, count)
            weight = _weight(header) + bonus
            if best is None or weight > best[0]:
                best = (weight, header)
        if best is not None and best[0] >= 2:
            break
    return _with_labels(table, best[1]) if best is not None and best[0] >= 2 else None


def _with_labels(table: Table, header: Header) -> Header:
    """The header with its column of labels, whose title says nothing of them ("Mục", "Thứ tự").

    The first column is one where no other is, no cell of it is more than a label and the first
    one begins to count.
    """
    if header.has("number") or header.roles[0] is not None:
        return header
    body = table.rows[header.first + header.rows :]
    labels = [text for row in body if row and (text := (row[0].text or "").strip())]
    begun = len(labels) >= _FEWEST_LABELS and _FIRST_LABEL.fullmatch(labels[0])
    if not begun or not all(map(_LABEL.fullmatch, labels)) or len(set(labels)) < 2:
        return header
    return replace(header, roles=("number", *header.roles[1:]))


def structural_header(table: Table) -> Header | None:
    """A header whose wording is unknown: words over at least two columns of figures.

    The first column of words then names the subject of each row.
    """
    for first in range(min(3, len(table.rows) - 2)):
        row = table.rows[first]
        texts = [(cell.text or "").strip() for cell in row]
        if _is_title(row) or any(is_figure(text) and not _A_YEAR.search(text) for text in texts):
            continue
        rows = 1
        while first + rows < len(table.rows) - 2 and _built_below(table, first, rows + 1):
            rows += 1
        names = _flatten(table, first, rows)
        look = _look(table, first + rows)
        numbers = {column for column in look.figures if _counts_up(table, first + rows, column)}
        words = [
            column
            for column, name in enumerate(names)
            if name and column not in look.figures and column not in look.blank
        ]
        if len(look.figures - numbers) < 2 or not words or not all(names[c] for c in look.figures):
            return None
        roles: list[str | None] = [None] * len(names)
        for column in numbers:
            roles[column] = "number"
        roles[words[0]] = "subject"
        return Header(first=first, rows=rows, names=names, roles=tuple(roles))
    return None


def _counts_up(table: Table, start: int, column: int) -> bool:
    texts = [(row[column].text or "").strip().rstrip(".") for row in table.rows[start:]]
    filled = [text for text in texts if text]
    return filled[:3] == [str(number) for number in range(1, min(len(filled), 3) + 1)]


def _is_title(row: Sequence[Cell]) -> bool:
    """A row that holds one cell over the whole width: the table's title, or a section."""
    filled = sum(1 for cell in row if cell.text and cell.text.strip())
    return filled <= 1 < len(row)


def _holds_numbers(row: Sequence[Cell]) -> bool:
    """Whether a row has a plain number in it that is no year: then it is no header."""
    texts = [(cell.text or "").strip() for cell in row]
    return any(
        _PURE_NUMBER.fullmatch(text) and not _A_YEAR.fullmatch(text) for text in texts
    ) and not all(_COLUMN_NUMBER.fullmatch(text) for text in texts if text)


def _weight(header: Header) -> float:
    known = [
        role
        for name, role in zip(header.names, header.roles, strict=True)
        if role is not None and (tells_role(name) or (role != "value" and not is_period(name)))
    ]
    return len(set(known)) + 0.01 * len(known) - 0.001 * header.rows


def _numbers_columns(texts: Sequence[str]) -> bool:
    return len(texts) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)


def _lower_texts(table: Table, row: int) -> dict[int, str]:
    """The filled cells of a row that may be the next line of a header."""
    return {
        column: cell.text.strip()
        for column, cell in enumerate(table.rows[row])
        if cell.text and cell.text.strip()
    }


def _built_below(table: Table, first: int, count: int) -> bool:
    """Whether the row completes the header above it by its build alone.

    Its words stand where the row above has spanning cells, each of which it divides, and the
    columns beside are blank, merged from above or say the same ("Dự toán" under one year alone).
    """
    upper = table.rows[first + count - 2]
    filled = _lower_texts(table, first + count - 1)
    if len(filled) < 2 or any(
        (is_figure(text) and not _A_YEAR.search(text)) or is_mark(text) for text in filled.values()
    ):
        return False
    divided: set[int] = set()
    start = 0
    while start < len(upper):
        end = start + 1
        while end < len(upper) and _beside(upper[end], first + count - 2):
            end += 1
        if end - start > 1 and (upper[start].text or "").strip():
            divided |= set(range(start, end))
        start = end
    alike = {text for column, text in filled.items() if column in divided}
    beside = {column for column, text in filled.items() if text in alike}
    if not divided or not set(filled) <= divided | beside:
        return False
    return len(set(filled) & divided) * 2 >= len(divided)


def _reaches_down(table: Table, first: int, count: int) -> bool:
    """Whether a merged cell of the header's first rows reaches into its last one."""
    row = first + count - 1
    return any(
        cell.text is None and cell.origin is not None and first <= cell.origin[0] < row
        for cell in table.rows[row]
    )


def _beside(cell: Cell, row: int) -> bool:
    """Whether a header cell belongs to the cell on its left: merged into it, or left blank."""
    if cell.text is None:
        return cell.origin is not None and cell.origin[0] == row
    return not cell.text.strip()


def _extends(table: Table, first: int, count: int) -> bool:
    """Whether row ``first + count - 1`` belongs to the header above it, by its wording.

    It does where each filled cell stands under a blank, spanning or covered cell, and none reads
    like a value or a row number.
    """
    upper = [cell.text for cell in table.rows[first + count - 2]]
    filled = _lower_texts(table, first + count - 1)
    if not filled:
        return False
    if _numbers_columns(list(filled.values())):
        return True
    if any(re.search(r"\d{3,}|%$", text) and not _A_YEAR.search(text) for text in filled.values()):
        return False
    for index in filled:
        above = (upper[index] or "").strip()
        spanned = index + 1 < len(upper) and not (upper[index + 1] or "").strip()
        covered = upper[index] is None or not above
        if not (covered or spanned):
            return False
    return any(role_of(text) is not None for text in filled.values())


def _header(table: Table, first: int, count: int) -> Header:
    names = _flatten(table, first, count)
    roles = assign_roles(names, _look(table, first + count))
    return Header(first=first, rows=count, names=names, roles=roles)


def _look(table: Table, start: int) -> Look:
    """What the cells of each column below the header mostly hold."""
    figures, marks, blank, units, dates = set(), set(), set(), set(), set()
    vocabulary = load("columns")
    coded = {str(code) for name in ("lead_codes", "help_codes") for code in vocabulary[name]}
    codes: set[int] = set()
    lengths: dict[int, float] = {}
    body = [row for row in table.rows[start:] if not _numbers_columns(_texts(row))]
    for column in range(table.width):
        texts = [text for row in body if (text := (row[column].text or "").strip())]
        most = _MOSTLY * len(texts)
        if texts and all(text in coded for text in texts):
            codes.add(column)
        if not texts:
            blank.add(column)
        elif sum(map(is_mark, texts)) >= most:
            marks.add(column)
        elif sum(map(is_figure, texts)) >= most:
            figures.add(column)
        elif sum(map(begins_unit, texts)) >= most:
            units.add(column)
        elif sum(map(_is_deadline, texts)) >= most:
            dates.add(column)
        else:
            lengths[column] = sum(map(len, texts)) / len(texts)
    return Look(
        figures=frozenset(figures),
        marks=frozenset(marks),
        blank=frozenset(blank),
        units=frozenset(units),
        dates=frozenset(dates),
        codes=frozenset(codes) if len(codes) > 1 else frozenset(),
        longest=max(lengths, key=lambda column: lengths[column], default=None),
    )


def _is_deadline(text: str) -> bool:
    return len(text) <= _SHORT and parse_deadline(text, year=2000).kind != "open"


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell.text.strip() for cell in row if cell.text and cell.text.strip()]


def _flatten(table: Table, first: int, count: int) -> tuple[str, ...]:
    columns: list[list[str]] = [[] for _ in range(table.width)]
    for offset in range(count):
        row = table.rows[first + offset]
        carried = ""
        texts = [" ".join((cell.text or "").split()) for cell in row]
        if count > 1 and all(not text or _COLUMN_NUMBER.fullmatch(text) for text in texts):
            continue
        for index, cell in enumerate(row):
            text = texts[index]
            if text:
                carried = text
            elif offset < count - 1 and _spans(table, first + offset, index, cell, first + count):
                text = carried
            if text and (not columns[index] or columns[index][-1] != text):
                columns[index].append(text)
    return tuple(" / ".join(parts) for parts in columns)


def _spans(table: Table, row: int, column: int, cell: Cell, end: int) -> bool:
    """Whether an empty header cell lies under the cell to its left."""
    if cell.text is None:
        return cell.origin is None or cell.origin[0] == row
    return any((table.rows[below][column].text or "").strip() for below in range(row + 1, end))


def repeats_header(
    texts: Sequence[str | None], header_rows: Sequence[Sequence[str | None]]
) -> bool:
    """Whether a row prints one of the header rows again (page tables converted one by one)."""
    key = fold(" ".join(text for text in texts if text))
    if not key:
        return False
    for row in header_rows:
        known = fold(" ".join(text for text in row if text))
        if known and len(key) < 1.6 * len(known) and fuzz.ratio(key, known) > _REPEAT:
            return True
    return False
