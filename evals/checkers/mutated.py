"""Sentences with one error each, and the same ones without it, for all checkers alike."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.checkers.claims import Claim
from evals.mutants.caught import accusations
from evals.mutants.operators import Operator, operators
from evals.mutants.run import Mutant, attempt, checked, mutants, others_of
from evals.mutants.world import World, world

_UNSAID = "M14"  # a sentence taken out is none to check


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim made of a text, and whether the program accuses its line."""

    claim: Claim
    accepted: bool


def judged(wanted: int) -> tuple[Judged, ...]:
    """``wanted`` errors of each kind, each with its clean sentence, the same on every run."""
    found: list[Judged] = []
    for operator in operators():
        if operator.name != _UNSAID:
            found += _of_kind(operator, wanted)
    return tuple(found)


def _of_kind(operator: Operator, wanted: int) -> list[Judged]:
    found: list[Judged] = []
    seed = 0
    while len(found) < 2 * wanted:
        one = world(seed, operator.name)
        errors = mutants(operator, one, random.Random(f"{operator.name} {seed}"))  # noqa: S311
        for error in errors[:1]:
            found += _pair(operator, one, error, seed)
        seed += 1
    return found


def _pair(operator: Operator, one: World, error: Mutant, seed: int) -> list[Judged]:
    others = others_of(one)
    (tried,) = attempt(one, [error], others)
    script = one.scripts[error.script]
    line = script.lines[error.at]
    name = f"{operator.name} {seed}"
    accused = any(accusations(checked(one.scripts, others), script.name, line))
    return [
        Judged(_claim(one, error, name, tried.line, right=False), not tried.caught),
        Judged(_claim(one, error, f"{name} clean", line.text, right=True), not accused),
    ]


def _claim(one: World, error: Mutant, name: str, sentence: str, *, right: bool) -> Claim:
    """The sentence against everything else that was written, its own text without it included."""
    own = one.scripts[error.script].without(error.at).text
    rest = [each.text for at, each in enumerate(one.scripts) if at != error.script]
    source = "\n".join([*rest, one.plan.text, one.last.text, own])
    kind = name.split()[0]
    return Claim(name, kind, source, "", sentence.replace("\t", " "), right)
