"""What a search found, as far as metrics are concerned: which gold places each result holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One result: the gold places (by number) it holds, and whether it lies near one.

    Near is a place of the same table or section.
    """

    holds: frozenset[int]
    near: bool
    text: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """Results best first. ``gold`` places are sought, ``nearby`` others lie next to them."""

    gold: int
    nearby: int
    found: tuple[Found, ...]
    wanted: tuple[tuple[str, ...], ...] = ()
    """Groups of wordings that answer the question, one of each group needed."""
