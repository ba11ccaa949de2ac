"""What the columns of a table hold, read from its header rows and never from their position."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from ingest.model import Table
from ingest.text.normal import fold
from ingest.vocabulary import load

VALUE_ROLES = ("value", "plan_value", "previous_value", "share_value", "total_value")
_NUMBERED = re.compile(r"^\s*[(\[]?\d{1,2}\s*[)\].\-–:]\s*(?=\D)")
_MAX_HEADER_ROWS = 3
_NEAR = 84.0
_REPEAT = 80


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

    def has(self, *roles: str) -> bool:
        """Whether a column with one of ``roles`` exists."""
        return any(role in self.roles for role in roles)


def find_header(table: Table) -> Header | None:
    """The header among the first rows of ``table``, or ``None`` where no wording is known."""
    best: Header | None = None
    for first in range(min(4, len(table.rows))):
        marked = table.header_rows if first == 0 else 0
        for count in range(1, _MAX_HEADER_ROWS + 1):
            if first + count > len(table.rows):
                break
            if count > 1 and not (count <= marked or _extends(table, first, count)):
                break
            header = _header(table, first, count)
            if best is None or _weight(header) > _weight(best):
                best = header
        if best is not None and _weight(best) >= 2:
            break
    return best if best is not None and _weight(best) >= 2 else None


def _weight(header: Header) -> float:
    known = [role for role in header.roles if role is not None]
    return len(set(known)) + 0.01 * len(known) - 0.001 * header.rows


def _extends(table: Table, first: int, count: int) -> bool:
    """Whether row ``first + count - 1`` belongs to the header above it.

    It does where each filled cell stands under a blank, spanning or covered cell, and none reads
    like a value or a row number.
    """
    upper = [cell.text for cell in table.rows[first + count - 2]]
    lower = [cell.text for cell in table.rows[first + count - 1]]
    filled = [index for index, text in enumerate(lower) if (text or "").strip()]
    if not filled:
        return False
    texts = [(lower[index] or "").strip() for index in filled]
    if (
        all(re.fullmatch(r"[(\[]?(?:\d{1,2}|[A-Z])[)\]]?", text) for text in texts)
        and len(filled) > 2
    ):
        return True
    if any(
        re.search(r"\d{3,}|%$", text) and not re.search(r"(?:19|20)\d\d", text) for text in texts
    ):
        return False
    for index in filled:
        above = (upper[index] or "").strip()
        spanned = index + 1 < len(upper) and not (upper[index + 1] or "").strip()
        covered = upper[index] is None or not above
        if not (covered or spanned):
            return False
    return any(role_of(lower[index] or "") is not None for index in filled)


def _header(table: Table, first: int, count: int) -> Header:
    names = _flatten(table, first, count)
    return Header(first=first, rows=count, names=names, roles=_roles(names))


def _flatten(table: Table, first: int, count: int) -> tuple[str, ...]:
    columns: list[list[str]] = [[] for _ in range(table.width)]
    for offset in range(count):
        row = table.rows[first + offset]
        carried = ""
        texts = [" ".join((cell.text or "").split()) for cell in row]
        if count > 1 and all(
            re.fullmatch(r"[(\[]?(?:\d{1,2}|[A-Z])?[)\]]?", text) for text in texts
        ):
            continue
        for index, cell in enumerate(row):
            text = texts[index]
            if text:
                carried = text
            elif offset < count - 1 and _spans(table, first + offset, index, cell.text):
                text = carried
            if text and (not columns[index] or columns[index][-1] != text):
                columns[index].append(text)
    return tuple(" / ".join(parts) for parts in columns)


def _spans(table: Table, row: int, column: int, text: str | None) -> bool:
    """Whether an empty header cell lies under the cell to its left."""
    if text is None:
        origin = table.rows[row][column].origin
        return origin is None or origin[0] == row
    below = table.rows[row + 1][column].text if row + 1 < len(table.rows) else None
    return bool((below or "").strip())


def _roles(names: Sequence[str]) -> tuple[str | None, ...]:
    scored = [_scored(name) for name in names]
    roles: list[str | None] = [role for role, _ in scored]
    _resolve_family(roles, names)
    for role in {role for role in roles if role and role not in VALUE_ROLES}:
        places = [index for index, found in enumerate(roles) if found == role]
        if len(places) > 1:
            keep = max(places, key=lambda index: (scored[index][1], -index))
            for index in places:
                if index != keep:
                    roles[index] = _second_choice(role, roles)
    return tuple(roles)


def _second_choice(role: str, roles: Sequence[str | None]) -> str | None:
    if role == "task" and "activity" not in roles:
        return "activity"
    return None


def _resolve_family(roles: list[str | None], names: Sequence[str]) -> None:
    """Settle words that mean different things in task tables and statistics tables."""
    task_like = any(role in ("lead", "coordinating", "assignment", "deadline") for role in roles)
    valued = any(role in VALUE_ROLES for role in roles) or "unit" in roles
    if task_like:
        if not valued:
            _change(roles, {"indicator": "objective"})
            if "product" not in roles:
                _change(roles, {"value": "product"})
        _ensure_task(roles)
    elif valued:
        if "indicator" not in roles:
            _change(roles, {"objective": "indicator", "task": "indicator"})
        _change(roles, {"product": "value"})
    elif "indicator" in roles:
        _change(roles, {"product": "value"})
    if "task" in roles or "indicator" in roles:
        _settle_subject(roles, names, task_like=task_like, valued=valued)


def _change(roles: list[str | None], changes: dict[str, str]) -> None:
    for index, role in enumerate(roles):
        if role in changes:
            roles[index] = changes[role]


def _ensure_task(roles: list[str | None]) -> None:
    """A table of work names its work: activities, or objectives, where no task column is."""
    if "task" in roles or "objective" not in roles or "indicator" in roles:
        return
    source = "activity" if "activity" in roles else "objective"
    roles[roles.index(source)] = "task"


def _settle_subject(
    roles: list[str | None], names: Sequence[str], *, task_like: bool, valued: bool
) -> None:
    """The word "Đơn vị" is who does the work, or the unit of measure beside values."""
    for index, role in enumerate(roles):
        if role != "subject":
            continue
        if task_like and "lead" not in roles:
            roles[index] = "lead"
        elif valued and "unit" not in roles and fold(names[index]) == "don vi":
            roles[index] = "unit"
        else:
            roles[index] = None


def role_of(name: str) -> str | None:
    """The role that the wording of one header names, or ``None``."""
    return _scored(name)[0]


def _scored(name: str) -> tuple[str | None, float]:
    for part in reversed([part.strip() for part in name.split(" / ") if part.strip()]):
        found = _best(_key(part))
        if found[0] is not None:
            return found
    return _best(_key(name))


def _key(name: str) -> str:
    bare = _NUMBERED.sub("", name)
    bare = re.sub(r"\([^)]*\)", " ", bare)
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", fold(bare))).strip()


@lru_cache(maxsize=4)
def _wordings(_: int) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_key(wording), role) for role, words in load("columns").items() for wording in words
    )


@lru_cache(maxsize=4096)
def _best(key: str) -> tuple[str | None, float]:
    """Role and score of a folded header: equal, then holding a known wording, then near to one."""
    if not key or len(key) > 90:
        return None, 0.0
    year_free = re.sub(r"\b(?:nam |quy )?(?:(?:19|20)\d\d|[ivx]+ (?:19|20)\d\d)\b", " ", key)
    year_free = re.sub(r"\s+", " ", year_free).strip()
    if not year_free:
        return "value", 60.0
    best: tuple[str | None, float] = (None, 0.0)
    for wording, role in _wordings(id(load("columns"))):
        if wording in (year_free, key):
            return role, 200.0 + len(wording)
        if len(wording) > 3 and re.search(rf"\b{re.escape(wording)}\b", year_free):
            score = 100.0 + len(wording)
        else:
            near = fuzz.ratio(wording, year_free)
            score = near if near >= _NEAR and len(wording) > 4 else 0.0
        if score > best[1]:
            best = (role, score)
    return best


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
