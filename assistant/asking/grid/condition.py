"""One thing that a question says that the rows it means must hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from assistant.asking.grid.asked import Asked
from assistant.asking.grid.shape import Column, Row

Kind = Literal["value", "mark", "time", "bound", "zero", "blank", "against"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What the cells of ``columns`` must be. ``places`` are the words that it accounts for."""

    kind: Kind
    columns: tuple[Column, ...]
    said: str
    places: frozenset[int]
    holds: Callable[[Row], bool]


def titled(asked: Asked, column: Column) -> frozenset[int]:
    """The words of the question that name a column, by its title or in other words."""
    return (asked.found(column.told) | asked.meant(column)) & (asked.content | asked.weightless)
