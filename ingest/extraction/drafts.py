"""Tasks and objectives of a table while their rows are being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extraction.celltext import Item
from ingest.extraction.logical import Piece


@dataclass(slots=True)
class Draft:
    """A task while its rows are being gathered.

    ``cells`` are its own by role, ``more`` those of rows that go on with it, ``extra`` cells that
    no field holds; ``part`` marks a part of the task above ("a)", "-", a row without a number).
    """

    item: Item
    key: str
    path: tuple[str, ...]
    headings: tuple[str, ...]
    objective: Objective | None
    cells: dict[str, list[Piece]] = field(default_factory=dict)
    more: list[dict[str, list[Piece]]] = field(default_factory=list)
    activities: list[Item] = field(default_factory=list)
    extra: list[Piece] = field(default_factory=list)
    opened_alone: bool = False
    part: bool = False


@dataclass(slots=True)
class Objective:
    """An objective of a framework table and the tasks that serve it."""

    key: str
    path: tuple[str, ...]
    headings: tuple[str, ...]
    pieces: list[Piece]
    tasks: list[Draft] = field(default_factory=list)
