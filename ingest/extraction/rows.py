"""Stored rows -> logical rows: repeated headers dropped, sections told apart, page cuts mended.

A row that a page break cut in two is decided cell by cell against the row above it: a cell that
starts in lower case, follows an open end or equals nothing known goes on with the cell above; a
cell that begins a unit's name, a numbered item or repeats a value of its column is new. Where
both occur in one row it is split. What was joined keeps every piece with its own place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extraction.headers import VALUE_ROLES, Header, repeats_header
from ingest.model import Table
from ingest.text.deadlines import parse_deadline
from ingest.text.normal import match_key
from ingest.text.numbering import is_roman
from ingest.text.organisations import begins_unit


@dataclass(frozen=True, slots=True)
class Piece:
    """Verbatim text of one stored cell (or of a part of it); ``row``/``column`` count from 0."""

    row: int
    column: int
    text: str


@dataclass(slots=True)
class LogicalRow:
    """One row as meant.

    ``cells`` maps columns to their pieces; ``shared`` holds columns whose cell is a merged one
    that began in an earlier row; ``number`` is the number cell's text.
    """

    first: int
    number: str = ""
    cells: dict[int, list[Piece]] = field(default_factory=dict)
    shared: set[int] = field(default_factory=set)
    cut: bool = False

    def text(self, column: int | None) -> str:
        """The joined text of a column; empty for ``None``."""
        if column is None:
            return ""
        return " ".join(piece.text for piece in self.cells.get(column, ()))

    def pieces(self, column: int | None) -> list[Piece]:
        """The pieces of a column; empty for ``None``."""
        return list(self.cells.get(column, ())) if column is not None else []


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A row that only titles the rows below it. ``label`` is ``III``, ``A``, ``2`` or empty."""

    first: int
    label: str
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class TableProblem:
    """Something in a table that a person should look at; ``row`` is a stored row, from 0."""

    code: str
    message: str
    row: int
    column: int | None = None


@dataclass(slots=True)
class Rows:
    """The body of a table in order, and the stored rows that only repeat the header."""

    items: list[LogicalRow | SectionRow] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    problems: list[TableProblem] = field(default_factory=list)


_SECTION_IN_ONE = re.compile(r"^([IVX]{1,6}|[A-HĐ])\s*[.\-:)]?\s+(\S.*)$", re.DOTALL)
_ITEM = re.compile(r"^\d{1,2}\.\d{1,2}\.?\s")
_BULLET = re.compile(r"^[-+•]\s")
_OPEN_END = re.compile(
    r"(?:[,\-–(]|\b(?:và|của|các|với|cho|về|theo|tại|đối với|do|là|từ|đến|hoặc))$", re.IGNORECASE
)
_FINAL = re.compile(r"[.;:!?)”\"]$")
_TEXT_ROLES = ("objective", "task", "activity", "product", "note", "indicator", None)


def logical_rows(table: Table, header: Header) -> Rows:
    """The rows below ``header`` as meant."""
    rows = Rows()
    known = _known_values(table, header)
    header_texts = [
        [cell.text for cell in table.rows[header.first + offset]] for offset in range(header.rows)
    ]
    seams = set(table.breaks)
    cut = False
    for index in range(header.first + header.rows, len(table.rows)):
        texts = [cell.text for cell in table.rows[index]]
        if index in seams or _new_page(table, index):
            cut = True
        if repeats_header(texts, header_texts) or _column_numbers(texts):
            rows.repeated.append(index)
            cut = True
            continue
        if not any((text or "").strip() for text in texts):
            continue
        section = _section(table, index, header)
        if section is not None:
            rows.items.append(section)
        else:
            _add(rows, _stored_row(table, index, header, cut=cut), header, known)
        cut = False
    return rows


def _new_page(table: Table, index: int) -> bool:
    pages = table.row_pages
    return bool(pages) and index < len(pages) and index > 0 and pages[index] != pages[index - 1]


def _column_numbers(texts: list[str | None]) -> bool:
    filled = [text.strip() for text in texts if text and text.strip()]
    return len(filled) >= 3 and [re.sub(r"\D", "", text) for text in filled] == [
        str(number) for number in range(1, len(filled) + 1)
    ]


def _known_values(table: Table, header: Header) -> dict[int, set[str]]:
    """Per column, the values that occur in rows with a number of their own."""
    number = header.column("number")
    known: dict[int, set[str]] = {column: set() for column in range(table.width)}
    for row in table.rows[header.first + header.rows :]:
        if number is not None and not (row[number].text or "").strip():
            continue
        for column, cell in enumerate(row):
            if cell.text and cell.text.strip():
                known[column].add(match_key(cell.text))
    return known


def _stored_row(table: Table, index: int, header: Header, *, cut: bool) -> LogicalRow:
    number = header.column("number")
    row = LogicalRow(first=index, cut=cut)
    for column, cell in enumerate(table.rows[index]):
        if column == number:
            row.number = (cell.text or "").strip()
            if cell.text is None and cell.origin is not None and cell.origin[0] < index:
                row.shared.add(column)
            if row.number:
                row.cells[column] = [Piece(index, column, row.number)]
            continue
        if cell.text is None:
            if cell.origin is not None and cell.origin[0] < index:
                row.shared.add(column)
        elif cell.text.strip():
            row.cells[column] = [Piece(index, column, cell.text.strip())]
    return row


def _section(table: Table, index: int, header: Header) -> SectionRow | None:
    """Whether a stored row is a section row, in any of its shapes."""
    row = table.rows[index]
    number = header.column("number")
    filled = [column for column, cell in enumerate(row) if cell.text and cell.text.strip()]
    if not filled or len(filled) > 2:
        return None
    pieces = tuple(Piece(index, column, (row[column].text or "").strip()) for column in filled)
    texts = [piece.text for piece in pieces]
    statistics = header.has("indicator")
    if len(filled) == 2 and filled[0] == number:
        label, title = texts[0].rstrip(".)"), texts[1]
        if is_roman(label) or re.fullmatch(r"[A-HĐ]", label):
            return SectionRow(index, label, title, pieces)
        if statistics:
            return None
        if _all_covered(table, index, filled) or _numbers_below(table, index, number, label):
            return SectionRow(index, label, title, pieces)
        return None
    if len(filled) > 1:
        return None
    text = texts[0]
    first_text = filled[0] in (number, _first_text_column(header))
    spanning = _all_covered(table, index, filled)
    found = _SECTION_IN_ONE.match(text)
    if found and (first_text or spanning) and (spanning or found.group(2)[:1].isupper()):
        return SectionRow(index, found.group(1), found.group(2).strip(), pieces)
    if (spanning and table.width > 2) or (first_text and text.isupper() and len(text.split()) > 1):
        counted = re.match(r"^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(\S.*)$", text, re.DOTALL)
        if counted and not statistics:
            return SectionRow(index, counted.group(1), counted.group(2), pieces)
        if statistics and not text.isupper():
            return None
        return SectionRow(index, "", text, pieces)
    return None


def _first_text_column(header: Header) -> int | None:
    return next((index for index, role in enumerate(header.roles) if role != "number"), None)


def _all_covered(table: Table, index: int, filled: list[int]) -> bool:
    """Whether every other cell of the row is covered by a filled cell of the same row."""
    row = table.rows[index]
    rest = [cell for column, cell in enumerate(row) if column not in filled]
    return bool(rest) and all(
        cell.text is None and cell.origin is not None and cell.origin[0] == index for cell in rest
    )


def _numbers_below(table: Table, index: int, number: int | None, label: str) -> bool:
    """Whether the next numbered row counts on below ``label``: ``2`` before ``2.1``."""
    if number is None or not re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*", label):
        return False
    for row in table.rows[index + 1 : index + 4]:
        below = (row[number].text or "").strip()
        if below:
            return below.startswith(f"{label}.")
    return False


def _add(rows: Rows, row: LogicalRow, header: Header, known: dict[int, set[str]]) -> None:
    previous = next((item for item in reversed(rows.items) if isinstance(item, LogicalRow)), None)
    after_section = bool(rows.items) and isinstance(rows.items[-1], SectionRow)
    number = header.column("number")
    numbered = bool(row.number)
    if previous is None or numbered or after_section:
        rows.items.append(row)
        return
    if number is not None and number in row.shared and not row.cut:
        rows.items.append(row)  # a merged number: a further row of the same group
        return
    if number is None and not row.cut:
        rows.items.append(row)
        return
    going_on, fresh = _decide(rows, row, header, known)
    if not going_on:
        if _only_items(row, header, fresh):
            _merge(rows, row, list(fresh))
        else:
            rows.items.append(row)
    elif not _anchored(row, header, fresh):
        _merge(rows, row, [*going_on, *fresh])
    else:
        _merge(rows, row, going_on)
        rest = LogicalRow(first=row.first, cut=True)
        rest.cells = {column: row.cells[column] for column in fresh}
        rows.items.append(rest)


def _decide(
    rows: Rows, row: LogicalRow, header: Header, known: dict[int, set[str]]
) -> tuple[list[int], list[int]]:
    """The columns of ``row`` that go on with the row above, and those that are new."""
    going_on: list[int] = []
    fresh: list[int] = []
    undecided: list[int] = []
    opens = _opens_items(row, header)
    if _valued(row, header):
        return [], sorted(row.cells)
    for column, pieces in row.cells.items():
        text = pieces[0].text
        above = _above(rows, column)
        role = header.roles[column]
        if not above:
            fresh.append(column)
        elif role == "objective" and row.cut and not _ITEM.match(text):
            going_on.append(column)  # a group has one objective: its text goes on from page to page
        elif _goes_on(text, above, role, known.get(column, set()), cut=row.cut):
            sure = not text[0].isupper() or bool(_OPEN_END.search(above))
            (going_on if sure or not opens else fresh).append(column)
        elif row.cut and _BULLET.match(text) and role in _TEXT_ROLES:
            undecided.append(column)
        else:
            fresh.append(column)
    if going_on:
        going_on.extend(undecided)
    else:
        fresh.extend(undecided)
    return going_on, sorted(fresh)


def _valued(row: LogicalRow, header: Header) -> bool:
    """Whether a row of a statistics table is a row of its own: it has a value, or name and unit.

    A cut row may hold the rest of a name and of a unit ("… đảm" + "bảo", "Cơ quan," + "đơn vị").
    """
    if not header.has("indicator"):
        return False
    if any(header.roles[column] in VALUE_ROLES for column in row.cells):
        return True
    name = row.text(header.column("indicator"))
    return header.column("unit") in row.cells and bool(name) and not name[0].islower()


def _opens_items(row: LogicalRow, header: Header) -> bool:
    """Whether a cut row opens a numbered task, or two numbered cells: then only sure signs join."""
    marked = [column for column in row.cells if _ITEM.match(row.text(column))]
    return len(marked) >= 2 or any(header.roles[column] == "task" for column in marked)


def _above(rows: Rows, column: int) -> str:
    for item in reversed(rows.items):
        if isinstance(item, SectionRow):
            return ""
        text = item.text(column)
        if text:
            return text
    return ""


def _goes_on(text: str, above: str, role: str | None, known: set[str], *, cut: bool) -> bool:
    first = text[0]
    if _ITEM.match(text):
        return False
    if first.islower() or first in ",;:)":
        return not _BULLET.match(text)
    if not cut:
        return False
    if match_key(text) in known and not _OPEN_END.search(above):
        return False
    if _OPEN_END.search(above):
        return True
    if role in ("lead", "coordinating"):
        return not begins_unit(text) or _bare_head(above)
    if role == "indicator" and first != "(":
        return False
    if role == "deadline":
        return parse_deadline(text, year=2000).kind == "open"
    if role in VALUE_ROLES:
        return False
    if role == "unit":
        return True
    if first == "(":
        return not above.endswith(")")
    if _BULLET.match(text):
        return False
    return not _FINAL.search(above)


def _bare_head(above: str) -> bool:
    """Whether a list of units ends in a head word that lacks its name ("…; Phòng")."""
    last = re.split(r"[;,]\s*(?:-\s*)?", above)[-1].strip()
    return len(last.split()) <= 1


def _anchored(row: LogicalRow, header: Header, fresh: list[int]) -> bool:
    """Whether the new cells of a cut row open a record of their own."""
    roles = {header.roles[column] for column in fresh}
    items = sum(1 for column in fresh if _ITEM.match(row.text(column)))
    return (
        bool(roles & {"lead", "coordinating", "deadline", "assignment", "value"})
        or items >= 2
        or (
            "task" in roles
            and any(_ITEM.match(row.text(c)) for c in fresh if header.roles[c] == "task")
        )
    )


def _only_items(row: LogicalRow, header: Header, fresh: list[int]) -> bool:
    """A row that only carries further items of the activity cell above it."""
    return bool(fresh) and all(header.roles[column] in ("activity", "note") for column in row.cells)


def _merge(rows: Rows, row: LogicalRow, columns: list[int]) -> None:
    for column in columns:
        target = None
        for item in reversed(rows.items):
            if isinstance(item, SectionRow):
                break
            if item.cells.get(column):
                target = item
                break
        if target is None:
            target = next(item for item in reversed(rows.items) if isinstance(item, LogicalRow))
        target.cells.setdefault(column, []).extend(row.cells[column])
