"""One thing that a question says that the rows it means must hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from assistant.asking.grid.asked import Asked
from assistant.asking.grid.shape import Column, Row
from assistant.asking.words import contains, plain_phrase
from ingest.vocabulary import load

Kind = Literal["value", "mark", "time", "bound", "zero", "blank", "against", "filled", "group"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What the cells of ``columns`` must be. ``places`` are the words that it accounts for."""

    kind: Kind
    columns: tuple[Column, ...]
    said: str
    places: frozenset[int]
    holds: Callable[[Row], bool]


def may_play(asked: Asked, column: Column, places: frozenset[int]) -> bool:
    """Whether a unit may be sought in a column: who leads stands in none of those who help."""
    limits = asked.query.limits
    if limits.unit is None or asked.phrase_at(limits.unit) != places:
        return True
    other = {"lead": "help", "coordinating": "lead"}.get(limits.unit_role)
    if other is None:
        return True
    said = plain_phrase(column.said)
    titles = load("asking_tables")["columns"][other]["titles"]
    return not any(contains(said, plain_phrase(title)) >= 0 for title in titles)


def titled(asked: Asked, column: Column) -> frozenset[int]:
    """The words of the question that name a column, by its title or in other words."""
    return (asked.found(column.told) | asked.meant(column)) & (asked.content | asked.weightless)
