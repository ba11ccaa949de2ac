"""Rows that a page break cut in two, mended cell by cell against the row above.

A cell that starts in lower case, follows an open end or equals nothing known goes on with the cell
above; a cell that begins a unit's name, a numbered item or repeats a value of its column is new.
Where both occur in one row it is split. What was joined keeps every piece with its own place.
"""

from __future__ import annotations

import re

from ingest.extraction.columns import VALUE_ROLES
from ingest.extraction.figures import is_mark
from ingest.extraction.headers import Header
from ingest.extraction.logical import LogicalRow, Rows, SectionRow, TableProblem
from ingest.text.deadlines import parse_deadline
from ingest.text.normal import match_key
from ingest.text.organisations import begins_unit

_ITEM = re.compile(r"^(?:[IVX]{1,5}\.)?\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,2}\.?\s")
_BULLET = re.compile(r"^(?:[-+•]|[a-zđ][.)])\s")
_OPEN_END = re.compile(
    r"(?:[,\-–(]|\b(?:và|của|các|với|cho|về|theo|tại|đối với|do|là|từ|đến|hoặc))$", re.IGNORECASE
)
_TIME_HEAD = re.compile(r"(?:năm|tháng|quý|ngày|trước|trong|hết|/|-)$")
_TIME_TAIL = re.compile(r"(?:\d{1,4}|[IVX]{1,4})\b")
_FINAL = re.compile(r"[.;:!?)”\"]$")
SPARE_ROLES = ("budget", "note", None)
"""Columns that are seldom filled, into which a neighbour's words slip."""
_TEXT_ROLES = ("objective", "group", "task", "activity", "product", "note", "indicator", None)


def add_row(rows: Rows, row: LogicalRow, header: Header, known: dict[int, set[str]]) -> None:
    """Append ``row`` to ``rows``, or join it with the row above where a page cut it off.

    ``known`` holds, per column, the values of rows that have a number of their own.
    """
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
    _fetch_slipped_head(rows, previous, row, header)
    fresh = [column for column in fresh if column in row.cells]
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
    unsure: list[int] = []
    if _valued(row, header):
        return [], sorted(row.cells)
    for column, pieces in row.cells.items():
        text = pieces[0].text
        if is_mark(text):
            fresh.append(column)
            continue
        above = _above(rows, column)
        role = header.roles[column]
        if not above:
            fresh.append(column)
        elif role in ("objective", "group") and row.cut and not _ITEM.match(text):
            going_on.append(column)  # rows share one objective: its text goes on from page to page
        elif _goes_on(text, above, role, known.get(column, set()), cut=row.cut):
            sure = not text[0].isupper() or bool(_OPEN_END.search(above))
            (going_on if sure else unsure).append(column)
        elif row.cut and _BULLET.match(text) and role in _TEXT_ROLES:
            undecided.append(column)
        else:
            fresh.append(column)
    if _opens_items(row, header) or _brings_roles(header, fresh):
        fresh.extend(unsure)  # a record of its own begins here: only sure signs join
    else:
        going_on.extend(unsure)
    if going_on:
        going_on.extend(undecided)
    else:
        fresh.extend(undecided)
    return going_on, sorted(fresh)


def _fetch_slipped_head(rows: Rows, above: LogicalRow, row: LogicalRow, header: Header) -> None:
    """Give a cut deadline its head, which slipped into a column beside it on the page before.

    The head also stays where it stands; both places are reported.
    """
    column = header.column("deadline")
    tail = row.text(column)
    if column is None or not row.cut or not tail or above.text(column):
        return
    if parse_deadline(tail, year=2000).kind != "open":
        return
    for beside in (column + 1, column - 1):
        if not 0 <= beside < len(header.roles) or header.roles[beside] not in SPARE_ROLES:
            continue
        head = above.text(beside)
        if row.cells.get(beside) or not head or _FINAL.search(head):
            continue
        if parse_deadline(head, year=2000).kind != "open":
            whole = [*above.pieces(beside), *row.cells[column]]
            if any(header.roles[other] == "task" for other in row.cells):
                row.cells[column] = whole
            else:  # nothing new begins here: the deadline is that of the row above
                above.cells[column] = whole
                del row.cells[column]
            rows.problems.append(
                TableProblem(
                    "deadline_joined",
                    f"cột “{header.names[column]}” chỉ ghi phần cuối “{tail}”"
                    f"; phần đầu “{head}” nằm ở cột “{header.names[beside]}” của trang trước, "
                    "thời hạn được đọc gộp cả hai phần, cần kiểm tra lại.",
                    row.first,
                    column,
                )
            )
            return


def _brings_roles(header: Header, fresh: list[int]) -> bool:
    """Whether the new cells name who does it by when, as only a record of its own does."""
    roles = {header.roles[column] for column in fresh}
    return "deadline" in roles and bool(roles & {"lead", "assignment"})


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


def _next_of_list(text: str, above: str) -> bool:
    """Whether ``text`` begins with the number after the last one of a list inside ``above``.

    "… 05 thủ tục: 1.1. A;" + "1.2. B;" is one cell; where the cell above begins with a number
    itself, numbers are those of rows.
    """
    number = text.split()[0].rstrip(".")
    series, _, last = number.rpartition(".")
    if _ITEM.match(above) or not above.rstrip().endswith((";", ",")):
        return False
    return bool(re.search(rf"(?<![\d.]){re.escape(series)}\.{int(last) - 1}[.)]?\s", above))


def _goes_on(text: str, above: str, role: str | None, known: set[str], *, cut: bool) -> bool:
    first = text[0]
    if _ITEM.match(text):
        return cut and role in _TEXT_ROLES and _next_of_list(text, above)
    if first.islower() or first in ",;:)":
        return not _BULLET.match(text)
    if role in ("lead", "coordinating") and len(text.split()) == 1 and begins_unit(text):
        return True  # "Sở" alone is nobody: it ends the name above ("Văn phòng" + "Sở")
    if not cut:
        return False
    if role == "deadline" and _same_time(text, above):
        return True
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


def _same_time(text: str, above: str) -> bool:
    """Whether a deadline is the rest of the one above: "Quý" + "II", "Quý II" + "- Quý III"."""
    if text[0] in "-–" and above[0] not in "-–+•":
        return True
    return bool(_TIME_TAIL.match(text) and _TIME_HEAD.search(match_key(above)))


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
