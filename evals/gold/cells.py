"""One shape for both sides of the comparison: a record as named cells of plain text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Group = tuple[str | None, ...]
"""What a record is matched by: its kind, annex and key."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A gold record. A cell lists the texts that are right; ``None`` among them allows a blank.

    An empty list wants the cell blank; a cell that is not there is not judged. ``mark`` tells
    records of one group apart.
    """

    group: Group
    mark: tuple[str | None, ...]
    cells: Mapping[str, tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A record as read. ``shown`` holds the words behind a hash, for a person to look at."""

    group: Group
    mark: tuple[str | None, ...]
    cells: Mapping[str, str | None]
    shown: Mapping[str, str] = field(default_factory=dict)


def joined(items: tuple[str, ...]) -> str | None:
    """Several names as one cell, ``None`` for none."""
    return " | ".join(items) if items else None


def only(value: str | None) -> tuple[str | None, ...]:
    """The one right value of a cell; nothing where it must be blank."""
    return () if value is None else (value,)
