"""All families from one seed: the same seed gives the same documents and questions."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evals.case import Case
from evals.families import pages, words
from evals.families.facts import draw
from evals.families.kinds.catalogue import NOTICES, ORGANISED, PAIRS, TRACKED, Kind, layouts_of
from evals.families.kinds.stock import Setting, settle
from evals.families.layouts import PLAN_LAYOUTS, REPORT_LAYOUTS, Layout
from evals.families.pages import Page
from evals.families.questions import Asker
from evals.families.writing import CaseWriter

SEED = 41
_NOTICES = 4
_TRACKED = 4
_ORGANISED = 4


@dataclass(frozen=True, slots=True)
class Paper:
    """One document and the way it is written down."""

    page: Page
    layout: Layout

    def write(self, folder: Path) -> Path:
        """Write it and give its path."""
        return self.layout(self.page, folder)


@dataclass(frozen=True, slots=True)
class Family:
    """Two documents of one invented department, and what is asked of them."""

    name: str
    facts: object
    papers: tuple[Paper, ...]
    ask: Callable[[CaseWriter], None]
    seed: str

    def write(self, folder: Path) -> tuple[Path, ...]:
        """Write all documents and give their paths."""
        own = folder / self.name
        own.mkdir(exist_ok=True)
        return tuple(paper.write(own) for paper in self.papers)

    def cases(self) -> tuple[Case, ...]:
        """The questions, always the same ones."""
        rng = random.Random(f"{self.seed}-questions")  # noqa: S311 - invented texts
        writer = CaseWriter(self.name, rng)
        self.ask(writer)
        return tuple(writer.written)


def families(seed: int = SEED) -> tuple[Family, ...]:
    """Two families a province: plan and statistics, and a pair of the other document kinds.

    Behind them a few of notices and decisions, in running text alone, of tracking tables, and of
    plans that hand their work out in paragraphs.
    """
    numbers = range(len(words.PROVINCES))
    return (
        *(_plan_family(f"{seed}-{number}", number) for number in numbers),
        *(_kinds_family(f"{seed}-kinds-{number}", number) for number in numbers),
        *(_notices_family(f"{seed}-notices-{number}", number) for number in range(_NOTICES)),
        *(_tracked_family(f"{seed}-tracked-{number}", number) for number in range(_TRACKED)),
        *(_organised_family(f"{seed}-office-{number}", number) for number in range(_ORGANISED)),
    )


def _plan_family(seed: str, number: int) -> Family:
    rng = random.Random(seed)  # noqa: S311 - invented texts
    facts = draw(rng, words.PROVINCES[number])
    name = f"f{number + 1:02d}"
    plan, report = pages.plan(facts, rng, name), pages.statistics(facts, rng, name)
    layouts = (
        PLAN_LAYOUTS[number % len(PLAN_LAYOUTS)],
        REPORT_LAYOUTS[number // len(PLAN_LAYOUTS) % len(REPORT_LAYOUTS)],
    )
    return Family(
        name=name,
        facts=facts,
        papers=(Paper(plan, layouts[0]), Paper(report, layouts[1])),
        ask=lambda writer: Asker(facts, plan, report, writer).ask_everything(),
        seed=seed,
    )


def _kinds_family(seed: str, number: int) -> Family:
    rng = random.Random(seed)  # noqa: S311 - invented texts
    name = f"g{number + 1:02d}"
    setting = settle(rng, name, words.PROVINCES[number])
    return _drawn_family(rng, name, setting, PAIRS[number % len(PAIRS)], number, seed)


def _notices_family(seed: str, number: int) -> Family:
    rng = random.Random(seed)  # noqa: S311 - invented texts
    name = f"h{number + 1:02d}"
    setting = settle(rng, name, words.PROVINCES[number])
    return _drawn_family(rng, name, setting, NOTICES, number, seed)


def _tracked_family(seed: str, number: int) -> Family:
    rng = random.Random(seed)  # noqa: S311 - invented texts
    name = f"i{number + 1:02d}"
    setting = settle(rng, name, words.PROVINCES[number])
    return _drawn_family(rng, name, setting, TRACKED, number * len(PAIRS), seed)


def _organised_family(seed: str, number: int) -> Family:
    rng = random.Random(seed)  # noqa: S311 - invented texts
    name = f"j{number + 1:02d}"
    setting = settle(rng, name, words.PROVINCES[number])
    return _drawn_family(rng, name, setting, ORGANISED, number * len(PAIRS), seed)


def _drawn_family(
    rng: random.Random, name: str, setting: Setting, kinds: tuple[Kind, ...], number: int, seed: str
) -> Family:
    drawn = tuple(kind(rng, setting) for kind in kinds)
    papers = []
    for at, one in enumerate(drawn):
        layouts = layouts_of(one)
        papers.append(Paper(one.page, layouts[(number // len(PAIRS) + at) % len(layouts)]))

    def ask(writer: CaseWriter) -> None:
        for one in drawn:
            one.ask(writer)

    return Family(name, tuple(one.facts for one in drawn), tuple(papers), ask, seed)
