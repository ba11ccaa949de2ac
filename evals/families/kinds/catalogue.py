"""The further document kinds in a fixed order."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from evals.families.kinds import (
    articles,
    concluding,
    directive,
    districts,
    founding,
    listed,
    months,
    narrative,
    organised,
    tracked,
)
from evals.families.kinds.stock import Setting
from evals.families.layouts import PROSE_LAYOUTS, REPORT_LAYOUTS, Layout
from evals.families.pages import Page
from evals.families.writing import CaseWriter

Facts = TypeVar("Facts")


class Ask(Protocol):
    """Writes the cases of one drawn document."""

    def __call__(self, writer: CaseWriter) -> None:
        """Write them."""
        ...


@dataclass(frozen=True, slots=True)
class Drawn:
    """One document with its facts bound to its questions."""

    facts: object
    page: Page
    ask: Ask


Kind = Callable[[random.Random, Setting], Drawn]


def _kind(
    write: Callable[[random.Random, Setting], tuple[Facts, Page]],
    ask: Callable[[CaseWriter, Setting, Facts, Page], None],
) -> Kind:
    def draw(rng: random.Random, setting: Setting) -> Drawn:
        facts, page = write(rng, setting)
        return Drawn(facts, page, lambda writer: ask(writer, setting, facts, page))

    return draw


PAIRS: tuple[tuple[Kind, Kind], ...] = (
    (_kind(directive.write, directive.ask), _kind(months.write, months.ask)),
    (_kind(articles.write, articles.ask), _kind(districts.write, districts.ask)),
    (_kind(listed.write, listed.ask), _kind(narrative.write, narrative.ask)),
)
"""A family holds two of them: work that is assigned, and figures."""
NOTICES: tuple[Kind, Kind] = (
    _kind(concluding.write, concluding.ask),
    _kind(founding.write, founding.ask),
)
"""Running text alone: what a meeting concluded, and a group that is founded."""


ORGANISED: tuple[Kind, ...] = (_kind(organised.write, organised.ask),)
"""A plan in running text alone that hands its work out in paragraphs."""
TRACKED: tuple[Kind, ...] = (_kind(tracked.write, tracked.ask),)
"""A tracking table alone, with money, states and sums."""


def layouts_of(drawn: Drawn) -> tuple[Layout, ...]:
    """The ways to write a document down; running text needs no table."""
    return REPORT_LAYOUTS if drawn.page.rows else PROSE_LAYOUTS
