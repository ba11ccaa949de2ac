"""Markdown emphasis that goes on over broken lines, closed in each of them.

A page saved as Markdown with its lines broken to a width holds ``**2. Sở`` and, a line below,
``Khoa học và Công nghệ**``. What one pair of marks holds is one piece of text: each line gets its
own pair, and the lines that go on in it are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKENS = (
    ("**", re.compile(r"(?<![*\\])\*\*(?!\*)")),
    ("*", re.compile(r"(?<![\w*\\])\*(?=[\w“\"(])|(?<=[^\s*\\(|])\*(?![\w*])")),
)
_BLANK_BEFORE = re.compile(r"(?:^|[\s(])$")
_NO_TEXT = re.compile(r"^[\s_-]*$|[\t|]")
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Closed:
    """Lines whose marks are closed, and the numbers of those that go on from the line above."""

    lines: list[str]
    going_on: frozenset[int]


def closed(lines: Sequence[str]) -> Closed:
    """``lines`` with every emphasis closed in the line it stands in.

    Blank lines and lines of tables end what is open; a mark that nothing closes stays as it is.
    """
    found = [*lines]
    going_on: set[int] = set()
    for mark, token in _TOKENS:
        for first, last in [*_runs(found, token)]:
            going_on.update(range(first + 1, last + 1))
            for index in range(first, last + 1):
                found[index] = _marked(found[index], mark, token, goes_on=index > first)
    return Closed(found, frozenset(going_on))


def _runs(lines: Sequence[str], token: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """First and last line of each run of lines that open marks hold together."""
    first: int | None = None
    opened = 0
    for index, line in enumerate(lines):
        if _NO_TEXT.search(line):
            first = None
            continue
        marks = [*token.finditer(line)]
        if first is not None and (
            index - opened > _MOST_LINES or (marks and _only_opens(line, marks[0]))
        ):
            first = None  # the mark above belongs to nothing
        if first is None:
            if len(marks) % 2:
                first = opened = index
        elif len(marks) % 2:
            yield first, index
            first = None
        elif marks:
            opened = index


def _only_opens(line: str, mark: re.Match[str]) -> bool:
    """Whether a mark can only open: nothing before it, a word behind it."""
    behind = line[mark.end() : mark.end() + 1]
    return bool(_BLANK_BEFORE.search(line[: mark.start()])) and bool(behind.strip())


def _marked(line: str, mark: str, token: re.Pattern[str], *, goes_on: bool) -> str:
    """A line of a run with each of its pieces marked on both sides."""
    written: list[str] = []
    inside = goes_on
    for piece in token.split(line):
        kept = piece.strip()
        written.append(piece.replace(kept, f"{mark}{kept}{mark}") if inside and kept else piece)
        inside = not inside
    return "".join(written)
