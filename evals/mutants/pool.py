"""What an invented report may still use, and the slots made of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from evals.mutants import words
from evals.mutants.writing import Line, Slot, Spot, comma, grouped, official


@dataclass(frozen=True, slots=True)
class Block:
    """``said`` stands in the report, ``rows`` in its annex, ``before`` in that of last year.

    ``targets`` and ``tasks`` stand in the plan, ``own`` is a table of the report's own, below a
    line of ``header``.
    """

    title: str
    said: tuple[Line, ...] = ()
    rows: tuple[Line, ...] = ()
    before: tuple[Line, ...] = ()
    targets: tuple[Line, ...] = ()
    tasks: tuple[Line, ...] = ()
    own: tuple[Line, ...] = ()
    header: Line | None = None


@dataclass(slots=True)
class Pool:
    """Nothing is counted twice in one report, no number is used twice."""

    rng: random.Random
    year: int
    code: str
    things: list[tuple[str, str]] = field(default_factory=list)
    matters: list[str] = field(default_factory=list)
    purposes: list[str] = field(default_factory=list)
    communes: list[str] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)

    def states(self, count: int) -> list[str]:
        """States of a thing, some of them at a place."""
        found = self.rng.sample(words.STATES, count)
        return [
            f"{one} tại {self.rng.choice(words.PLACES)}" if self.rng.random() < 0.25 else one
            for one in found
        ]

    def value(self, low: int = 2, high: int = 99_999) -> int:
        """A count of any size that is not used yet."""
        while True:
            digits = self.rng.choice((1, 2, 2, 3, 3, 4, 4, 5))
            value = min(self.rng.randint(10 ** (digits - 1), 10**digits - 1), high)
            if value >= low and value not in self.numbers:
                self.numbers.add(value)
                return value

    def document(self) -> int:
        """A number for a decision."""
        while (number := self.rng.randint(11, 2950)) in self.numbers:
            pass
        self.numbers.add(number)
        return number

    def spot(self) -> Spot:
        """Prose or bullets."""
        return "prose" if self.rng.random() < 0.5 else "bullet"

    def lead(self) -> str:
        """How a sentence begins."""
        return self.rng.choice(words.LEADS)

    def day(self, year: int | None = None) -> tuple[int, int, int]:
        """A day of the year: day, month, year."""
        return self.rng.randint(1, 28), self.rng.randint(1, 12), year or self.year


def count(value: int) -> Slot:
    """A count as a text writes it."""
    return Slot("count", official(value), Decimal(value))


def cell(value: int) -> Slot:
    """A count as the annex writes it."""
    return Slot("count", str(value) if value % 2 else grouped(value), Decimal(value))


def total(value: int, *, in_cell: bool = False) -> Slot:
    """A count that is the sum of others."""
    return Slot("total", str(value) if in_cell else official(value), Decimal(value))


def unit_of(unit: str, pool: Pool, *, capital: bool = False) -> Slot:
    """A unit, with units that would be wrong in its place."""
    mine = set(unit.replace(",", "").split())
    others = [
        other.capitalize() if capital else other
        for other in sorted({other for _, other in words.THINGS})
        if not mine & set(other.replace(",", "").split())
    ]
    wrong = tuple(pool.rng.sample(others, 4))
    return Slot("unit", unit.capitalize() if capital else unit, wrong=wrong)


def percent(value: Decimal) -> tuple[Slot, Slot]:
    """A share and its sign."""
    return Slot("share", comma(value), value), Slot("sign", "%", wrong=(" điểm phần trăm",))


def percent_unit() -> Slot:
    """The unit cell of a share."""
    return Slot("sign", "%", wrong=("Điểm phần trăm",))


def year_of(pool: Pool) -> Slot:
    """The year of the report, with other years."""
    return Slot("period", f"năm {pool.year}", wrong=tuple(_years(pool.year)))


def _years(year: int) -> Iterator[str]:
    for other in (year - 1, year - 2, year + 1, year - 4):
        yield f"năm {other}"


def capital(one: Line) -> Line:
    """The line with its first slot in capitals where the sentence begins with it."""
    first, *rest = one.pieces
    if not isinstance(first, Slot):
        return one
    upper = replace(
        first,
        text=first.text[:1].upper() + first.text[1:],
        wrong=tuple(wrong[:1].upper() + wrong[1:] for wrong in first.wrong),
    )
    return replace(one, pieces=(upper, *rest))


def date_text(day: tuple[int, int, int]) -> str:
    """``05/9/2025``: day in two digits, month in two below March."""
    number, month, year = day
    return f"{number:02}/{month:02}/{year}" if month < 3 else f"{number:02}/{month}/{year}"


def other_days(day: tuple[int, int, int]) -> tuple[str, ...]:
    """Days that differ from one in the day, the month or the year."""
    number, month, year = day
    return (
        date_text((number % 28 + 1, month, year)),
        date_text((number, month % 12 + 1, year)),
        date_text((number, month, year - 1)),
    )


def upper(text: str) -> str:
    """The text with its first letter as a capital; the others stay."""
    return text[0].upper() + text[1:]


def rest_of(thing: str, unit: str) -> str:
    """What a thing's name says beyond its unit, with a blank before it; often nothing."""
    rest = thing.removeprefix(unit).strip()
    return f" {rest}" if rest else ""
