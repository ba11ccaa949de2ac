"""The facts of one invented family, drawn from a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.families import words

_ROMANS = ("I", "II", "III", "IV")
_FIRST_YEAR, _LAST_YEAR = 2027, 2034


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the plan's annex; ``topic`` is how a person would refer to it."""

    section: int
    text: str
    topic: str
    product: str
    lead: str
    coordinating: tuple[str, ...]
    deadline: str


@dataclass(frozen=True, slots=True)
class Target:
    """A bullet of the plan."""

    text: str
    topic: str
    percent: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the statistics annex; ``narrated`` is a different figure in the text before it."""

    name: str
    topic: str
    unit: str
    value: int
    narrated: int | None = None

    @property
    def shown(self) -> str:
        """The figure as the annex prints it, thousands grouped by dots."""
        return grouped(self.value)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the two documents of a family say."""

    province: str
    department: str
    short: str
    year: int
    plan_number: str
    basis_number: str
    funds: int
    sections: tuple[str, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    indicators: tuple[Indicator, ...]


def grouped(value: int) -> str:
    """``12480`` as ``12.480``."""
    return f"{value:,}".replace(",", ".")


def draw(rng: random.Random, province: str) -> Facts:
    """Random facts of a department of ``province``."""
    department, short = rng.choice(words.DEPARTMENTS)
    year = rng.randint(_FIRST_YEAR, _LAST_YEAR)
    sections = tuple(rng.sample(words.SECTIONS, rng.randint(2, 3)))
    return Facts(
        province=province,
        department=department,
        short=short,
        year=year,
        plan_number=f"{rng.randint(11, 499)}/KH-{short}",
        basis_number=f"{rng.randint(501, 3999)}/QĐ-UBND",
        funds=rng.randint(21, 98) * 10,
        sections=sections,
        tasks=_tasks(rng, len(sections), year),
        targets=_targets(rng),
        indicators=_indicators(rng),
    )


def _tasks(rng: random.Random, sections: int, year: int) -> tuple[Task, ...]:
    chosen = rng.sample(words.TASKS, rng.randint(7, 10))
    units = rng.sample(words.UNITS, 5)
    found = []
    for at, (text, topic) in enumerate(chosen):
        lead, *helpers = rng.sample(units, rng.randint(2, 3))
        found.append(
            Task(
                section=at * sections // len(chosen),
                text=text,
                topic=topic,
                product=rng.choice(words.PRODUCTS),
                lead=lead,
                coordinating=tuple(helpers),
                deadline=_deadline(rng, year),
            )
        )
    return tuple(found)


def _deadline(rng: random.Random, year: int) -> str:
    return rng.choice(
        (
            f"Quý {rng.choice(_ROMANS)}/{year}",
            f"Trước ngày {rng.randint(10, 28)}/{rng.randint(3, 11):02d}/{year}",
            f"Tháng {rng.randint(2, 11):02d}/{year}",
            "Thường xuyên",
            f"Trong năm {year}",
        )
    )


def _targets(rng: random.Random) -> tuple[Target, ...]:
    chosen = rng.sample(words.TARGETS, 3)
    percents = rng.sample(range(51, 99), 3)
    lead_ins = rng.sample(("Tối thiểu", "Ít nhất", "Phấn đấu trên"), 3)
    return tuple(
        Target(f"{lead_in} {percent}% {text}.", topic, percent)
        for (text, topic), percent, lead_in in zip(chosen, percents, lead_ins, strict=True)
    )


def _indicators(rng: random.Random) -> tuple[Indicator, ...]:
    chosen = rng.sample(words.INDICATORS, 6)
    values = rng.sample(range(23, 97), 3) + rng.sample(range(1203, 28999), 3)
    rng.shuffle(values)
    contradicted = rng.randrange(len(chosen))
    return tuple(
        Indicator(*names, value, narrated=value + rng.randint(2, 9) if at == contradicted else None)
        for at, (names, value) in enumerate(zip(chosen, values, strict=True))
    )
