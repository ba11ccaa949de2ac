"""All families from one seed: the same seed gives the same documents and questions."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from evals.case import Case
from evals.families import pages, words
from evals.families.facts import Facts, draw
from evals.families.layouts import PLAN_LAYOUTS, REPORT_LAYOUTS, Layout
from evals.families.pages import Page
from evals.families.questions import Asker

SEED = 41


@dataclass(frozen=True, slots=True)
class Family:
    """Two documents of one invented department, and what is asked of them."""

    name: str
    facts: Facts
    plan: Page
    report: Page
    plan_layout: Layout
    report_layout: Layout
    seed: str

    def write(self, folder: Path) -> tuple[Path, ...]:
        """Write both documents and give their paths."""
        own = folder / self.name
        own.mkdir(exist_ok=True)
        return self.plan_layout(self.plan, own), self.report_layout(self.report, own)

    def cases(self) -> tuple[Case, ...]:
        """The questions, always the same ones."""
        rng = random.Random(f"{self.seed}-questions")  # noqa: S311 - invented texts
        return Asker(self.name, self.facts, self.plan, self.report, rng, []).ask_everything()


def families(seed: int = SEED) -> tuple[Family, ...]:
    """One family a province, over all combinations of layouts in turn."""
    return tuple(_family(f"{seed}-{number}", number) for number in range(len(words.PROVINCES)))


def _family(seed: str, number: int) -> Family:
    rng = random.Random(seed)  # noqa: S311 - invented texts
    facts = draw(rng, words.PROVINCES[number])
    name = f"f{number + 1:02d}"
    return Family(
        name=name,
        facts=facts,
        plan=pages.plan(facts, rng, name),
        report=pages.statistics(facts, rng, name),
        plan_layout=PLAN_LAYOUTS[number % len(PLAN_LAYOUTS)],
        report_layout=REPORT_LAYOUTS[number // len(PLAN_LAYOUTS) % len(REPORT_LAYOUTS)],
        seed=seed,
    )
