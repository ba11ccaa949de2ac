"""Slips in what a task table says: reported for a person to settle, never mended.

Records flattened into one row, a unit that leads and helps at once, an item that carries the number
of another section or sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ingest.extraction.celltext import Item
from ingest.extraction.drafts import Draft, Objective
from ingest.extraction.headers import Header
from ingest.extraction.logical import Piece, TableProblem
from ingest.extraction.task_records import repeats
from ingest.model import Task
from ingest.text.deadlines import run_together
from ingest.text.normal import match_key
from ingest.text.unit_keys import Issuer, unit_slug

_SHOWN = 90
_ALIKE = 92.0
_LONGEST_REPEAT = 12


def slips_of(
    drafts: Sequence[Draft],
    tasks: Sequence[Task],
    objectives: Sequence[Objective],
    header: Header,
    *,
    issuer: Issuer,
) -> Iterator[TableProblem]:
    """Every slip of a task table; ``tasks`` were read from ``drafts``, one each."""
    for draft in drafts:
        for cells in (draft.cells, *draft.more):
            yield from _flattened(cells, header)
    for draft, task in zip(drafts, tasks, strict=True):
        yield from _both_roles(draft, task, header, issuer)
    yield from _stray_numbers(drafts, objectives)


def _flattened(cells: dict[str, list[Piece]], header: Header) -> Iterator[TableProblem]:
    """Two records in one row: a cell says its words twice, or holds two deadlines run together."""
    for role in ("lead", "coordinating", "product"):
        pieces = cells.get(role, [])
        text = " ".join(piece.text for piece in pieces)
        lines = text.split("\n") if role == "product" else [text]
        twice = next((found for line in lines if (found := doubled_words(line))), None)
        twice = text if role != "product" and repeats(text) > 1 else twice
        if twice:
            yield _flattened_at(pieces[0], header, f"lặp lại “{_short(twice)}”")
    pieces = cells.get("deadline", [])
    both = run_together(" ".join(piece.text for piece in pieces))
    if both:
        yield _flattened_at(pieces[0], header, f"ghi liền hai thời hạn “{both[0]}” và “{both[1]}”")


def _flattened_at(piece: Piece, header: Header, what: str) -> TableProblem:
    return TableProblem(
        "flattened_records",
        f"ô “{header.names[piece.column]}” {what}; có thể hai nhiệm vụ đã "
        "bị dồn vào một hàng, giá trị được giữ nguyên, cần kiểm tra lại.",
        piece.row,
        piece.column,
    )


def doubled_words(text: str) -> str | None:
    """A name said twice running ("Công văn, Quyết định Quyết định"), or ``None``."""
    words = text.split()
    for size in range(min(len(words) // 2, _LONGEST_REPEAT), 1, -1):
        for start in range(len(words) - 2 * size + 1):
            first, second = words[start : start + size], words[start + size : start + 2 * size]
            if not (first[0][:1].isupper() and second[0][:1].isupper()):
                continue
            if re.search(r"[;,.:()\-/]", " ".join(first)):
                continue
            if match_key(" ".join(first)) == match_key(" ".join(second).rstrip(" .;,")):
                return " ".join((*first, *second))
    return None


def _both_roles(draft: Draft, task: Task, header: Header, issuer: Issuer) -> Iterator[TableProblem]:
    """Report a unit that a row names as its lead and again as its helper."""
    leads = {unit_slug(unit, issuer) for unit in task.lead}
    twice = [unit for unit in task.coordinating if unit_slug(unit, issuer) in leads]
    pieces = draft.cells.get("coordinating", [])
    if not twice or not pieces:
        return
    piece = next((one for one in pieces if twice[0] in one.text), pieces[0])
    yield TableProblem(
        "same_unit_twice",
        f"“{twice[0]}” vừa chủ trì vừa phối hợp cùng một nhiệm vụ (ô "
        f"“{header.names[piece.column]}”); giá trị được giữ nguyên, cần kiểm tra lại.",
        piece.row,
        piece.column,
    )


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A numbered item with the section it stands in."""

    path: tuple[str, ...]
    numbers: tuple[int, ...]
    printed: str
    text: str
    piece: Piece


def _stray_numbers(
    drafts: Iterable[Draft], objectives: Iterable[Objective]
) -> Iterator[TableProblem]:
    """Report items of a nest whose number goes back in their section's sequence.

    Of two items with one number, the one whose words another section has is the stray one.
    """
    drafts = list(drafts)
    activities = [
        found
        for draft in drafts
        for item in draft.activities
        if (found := _numbered(item, draft.path)) is not None
    ]
    tasks = [
        found
        for draft in drafts
        if draft.item.number and (found := _numbered(draft.item, draft.path)) is not None
    ]
    aims = [
        found
        for objective in objectives
        if objective.pieces and (found := _opening(objective)) is not None
    ]
    for column in (aims, tasks, activities):
        yield from _strays(_once(column))


def _numbered(item: Item, path: tuple[str, ...]) -> _Numbered | None:
    if not item.number or not item.pieces:
        return None
    numbers = tuple(int(part) for part in item.number.split(".") if part.isdigit())
    if not numbers:
        return None
    return _Numbered(path, numbers, item.number, item.text, item.pieces[0])


def _opening(objective: Objective) -> _Numbered | None:
    piece = objective.pieces[0]
    found = re.match(r"(\d{1,2}(?:\.\d{1,2})+)", piece.text)
    if found is None:
        return None
    numbers = tuple(int(part) for part in found.group(1).split("."))
    text = " ".join(one.text for one in objective.pieces)
    return _Numbered(objective.path, numbers, found.group(1), text, piece)


def _once(column: Iterable[_Numbered]) -> list[_Numbered]:
    """Each place once: tasks of one row may share its activities."""
    seen: dict[tuple[int, int, str], _Numbered] = {}
    for item in column:
        seen.setdefault((item.piece.row, item.piece.column, item.piece.text), item)
    return list(seen.values())


def _strays(column: list[_Numbered]) -> Iterator[TableProblem]:
    by_section: dict[tuple[str, ...], list[_Numbered]] = {}
    for item in column:
        by_section.setdefault(item.path, []).append(item)
    usual = _leading(column)
    for path, items in by_section.items():
        highest: _Numbered | None = None
        for item in items:
            if usual is not None and item.numbers[0] != usual:
                yield _stray(item, f"không thuộc dãy số {usual}.x của cột")
                continue
            if highest is not None and item.numbers <= highest.numbers:
                odd = _odd_one(item, items, column)
                if odd is not None:
                    here = f" ở mục {path[-1]}" if path else ""
                    yield _stray(odd, f"lặp hoặc lùi số{here}, có thể thuộc mục khác")
                    continue
            highest = item


def _leading(column: Sequence[_Numbered]) -> int | None:
    """The number that nearly all items of a column begin with ("3" of "3.1", "3.2"), if any."""
    firsts = [item.numbers[0] for item in column]
    for first in set(firsts):
        if firsts.count(first) >= 0.9 * len(firsts) and len(firsts) >= 5:
            return first
    return None


def _odd_one(
    item: _Numbered, items: Sequence[_Numbered], column: Sequence[_Numbered]
) -> _Numbered | None:
    """Which of the items with one number stands in the wrong place; later ones are shadows of it.

    ``None`` where an earlier repetition was the stray one and this one only counts on.
    """
    alike = [other for other in items if other.numbers == item.numbers]
    elsewhere = [other for other in column if other.path != item.path]
    copied = [
        one
        for one in alike
        if any(fuzz.ratio(match_key(one.text), match_key(other.text)) >= _ALIKE
               for other in elsewhere)
    ]  # fmt: skip
    if copied:
        return copied[0]
    return item


def _stray(item: _Numbered, why: str) -> TableProblem:
    return TableProblem(
        "stray_number",
        f"mục “{_short(item.text)}” đánh số {item.printed} {why}; "
        "nội dung được giữ nguyên tại chỗ, cần kiểm tra lại.",
        item.piece.row,
        item.piece.column,
        item.piece.text,
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]}…"
