"""Rows that only title the rows below them, in any of the shapes they are written in."""

from __future__ import annotations

import re
import unicodedata

from ingest.extraction.columns import WORK_ROLES
from ingest.extraction.figures import is_figure
from ingest.extraction.headers import Header
from ingest.extraction.logical import Piece, SectionRow
from ingest.model import Table
from ingest.text.numbering import is_roman

_IN_ONE = re.compile(r"^([IVX]{1,6}|[A-HĐ])\s*[.\-:)]?\s+(\S.*)$", re.DOTALL)
_PART = re.compile(
    r"^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Nhóm|NHÓM)\s+(?:thứ|THỨ|\d|[IVX])", re.DOTALL
)
_COUNTED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(\S.*)$", re.DOTALL)
_SUB_LABEL = re.compile(r"^(?:[a-zđ]\s*[.)]?|[-+•*])$")
_SUB_ITEM = re.compile(r"^(?:[a-zđ]\s*[.)]|[-+•*])\s*\S")
_ARABIC = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_OWN_ROLES = (*WORK_ROLES, "product")
_AHEAD = 4


def section_of(table: Table, index: int, header: Header) -> SectionRow | None:
    """The section that the stored row opens, or ``None`` for a row of data."""
    row = table.rows[index]
    number = header.column("number")
    filled = [column for column, cell in enumerate(row) if cell.text and cell.text.strip()]
    filled = _once(table, index, filled, number)
    filled = _without_sums(table, index, header, filled)
    if not filled or len(filled) > 2:
        return None
    pieces = tuple(Piece(index, column, (row[column].text or "").strip()) for column in filled)
    if len(filled) == 2:
        return _labelled(table, index, header, pieces) if filled[0] == number else None
    return _alone(table, index, header, pieces)


def _without_sums(table: Table, index: int, header: Header, filled: list[int]) -> list[int]:
    """The filled cells of a numbered heading in a table of work without the sums beside it.

    The cost of a section stands behind its title; what says who, when or with what result does not.
    """
    number = header.column("number")
    worked = header.has("task", "objective") and not header.has("indicator")
    if len(filled) < 3 or filled[0] != number or not worked:
        return filled
    own = header.columns(*_OWN_ROLES)
    sums = [
        column
        for column in filled[2:]
        if column not in own and is_figure((table.rows[index][column].text or "").strip())
    ]
    return filled[:2] if len(sums) == len(filled) - 2 else filled


def _once(table: Table, index: int, filled: list[int], number: int | None) -> list[int]:
    """A merged cell that a converter wrote out into every column it covers, taken once."""
    words = [column for column in filled if column != number]
    texts = {(table.rows[index][column].text or "").strip() for column in words}
    if len(words) >= 3 and len(texts) == 1 and not next(iter(texts)).isdigit():
        return [*(column for column in filled if column == number), words[0]]
    return filled


def _labelled(
    table: Table, index: int, header: Header, pieces: tuple[Piece, ...]
) -> SectionRow | None:
    """A row whose number cell and one other cell are filled."""
    label, title = _numeral(pieces[0].text.rstrip(".):")), pieces[1].text
    if is_roman(label) or re.fullmatch(r"[A-HĐ]", label):
        return SectionRow(index, label, title, pieces)
    if _PART.match(pieces[0].text):
        return SectionRow(index, "", f"{pieces[0].text} {title}", pieces)
    if header.has("indicator"):
        return None
    filled = [piece.column for piece in pieces]
    number = pieces[0].column
    if _all_covered(table, index, filled) or _numbers_below(table, index, number, label):
        return SectionRow(index, label, title, pieces)
    if _ARABIC.fullmatch(label) and _groups_rows(table, index, header, number):
        return SectionRow(index, label, title, pieces)
    return None


def _numeral(label: str) -> str:
    """A Roman number with its ones misread ("lI", "1II") or typed as one sign ("Ⅲ"), put right."""
    whole = unicodedata.normalize("NFKC", label)
    if (
        label.isdigit()
        or not re.fullmatch(r"[IVXl1|]{1,6}", whole)
        or (len(whole) == 1 and whole in "l1|")
    ):
        return label
    mended = re.sub(r"[l1|]", "I", whole)
    return mended if is_roman(mended) else label


def _alone(
    table: Table, index: int, header: Header, pieces: tuple[Piece, ...]
) -> SectionRow | None:
    """A row with a single filled cell."""
    piece = pieces[0]
    text, number = piece.text, header.column("number")
    statistics = header.has("indicator")
    first_text = piece.column in (number, _first_text_column(header))
    spanning = _all_covered(table, index, [piece.column])
    found = _IN_ONE.match(text)
    if found and (first_text or spanning) and (spanning or found.group(2)[:1].isupper()):
        return SectionRow(index, found.group(1), found.group(2).strip(), pieces)
    if _PART.match(text) and (first_text or spanning):
        return SectionRow(index, "", text, pieces)
    capitals = first_text and text.isupper() and len(text.split()) > 1
    titled = first_text and not statistics and _reads_like_title(table, index, header, piece)
    if not ((spanning and table.width > 2) or capitals or titled):
        return None
    counted = _COUNTED.match(text)
    if counted and not statistics:
        return SectionRow(index, counted.group(1), counted.group(2), pieces)
    if statistics and not text.isupper():
        return None
    return SectionRow(index, "", text, pieces)


def _reads_like_title(table: Table, index: int, header: Header, piece: Piece) -> bool:
    """A lone cell that titles: bold, or the only words of a row in a table without numbers."""
    row = table.rows[index]
    if any(cell.text is None and cell.origin and cell.origin[0] < index for cell in row):
        return False  # a merged cell from above belongs to this row as well
    if not piece.text[:1].isalnum() or piece.text[:1].islower() or len(piece.text.split()) < 2:
        return False
    if row[piece.column].bold:
        return _next_filled(table, index) is not None
    if header.has("number") or index in table.breaks:
        return False
    following = _next_filled(table, index)
    return following is not None and _has_own(table, following, header)


def _next_filled(table: Table, index: int) -> int | None:
    for row in range(index + 1, min(index + _AHEAD, len(table.rows))):
        if any(cell.text and cell.text.strip() for cell in table.rows[row]):
            return row
    return None


def _has_own(table: Table, row: int, header: Header) -> bool:
    """Whether a row says who, when or with what result."""
    return any(
        (table.rows[row][column].text or "").strip() for column in header.columns(*_OWN_ROLES)
    )


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
    if number is None or not _ARABIC.fullmatch(label):
        return False
    for row in table.rows[index + 1 : index + 4]:
        below = (row[number].text or "").strip()
        if below:
            return below.startswith(f"{label}.")
    return False


def _groups_rows(table: Table, index: int, header: Header, number: int) -> bool:
    """Whether the next row is a part of this one: ``a)``, ``-``, or unnumbered work of its own."""
    own = header.columns(*_OWN_ROLES)
    if not own or any(table.rows[index][column].text is None for column in own):
        return False
    following = _next_filled(table, index)
    if following is None:
        return False
    label = (table.rows[following][number].text or "").strip()
    if label:
        return bool(_SUB_LABEL.match(label)) and _has_own(table, following, header)
    if following in table.breaks or table.rows[following][number].text is None:
        return False
    named = header.columns("task", "objective", "activity")
    text = next((t for c in named if (t := (table.rows[following][c].text or "").strip())), "")
    if _SUB_ITEM.match(text):
        return _has_own(table, following, header)
    return text[:1].isupper() and any(
        (table.rows[following][column].text or "").strip()
        for column in header.columns("lead", "assignment", "deadline")
    )
