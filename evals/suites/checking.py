"""Checking: the thirteen cases, and errors put into good texts."""

from __future__ import annotations

import time
from collections.abc import Iterator

from evals.checkers.claims import thirteen
from evals.checkers.program import accepts
from evals.metrics.score import Score, yes
from evals.mutants.operators import operators
from evals.mutants.run import clean, others_of, trial
from evals.mutants.world import world
from evals.trial import Result, Trial

METRICS = ("thirteen cases", "errors caught", "false alarms")
_CLEAN_TEXTS = 4


def run(wanted: int) -> Result:
    """One trial a case, an error, and a clean text; alarms are counted per figure."""
    trials = [*_thirteen(), *_errors(wanted), *_clean()]
    note = f"{wanted} or a few more errors of each kind; the full measure is evals/mutants"
    return Result("checking", METRICS, tuple(trials), notes=(note,))


def _thirteen() -> Iterator[Trial]:
    for claim in thirteen():
        right = accepts(claim) == claim.right
        yield Trial(
            id=f"thirteen-{claim.id.replace(' ', '-')}",
            cluster="thirteen",
            groups=("set thirteen",),
            scores={"thirteen cases": yes(right)},
            faults=() if right else (f"was {'rejected' if claim.right else 'accepted'}",),
            asked=claim.sentence,
            grave=not claim.right,
        )


def _errors(wanted: int) -> Iterator[Trial]:
    for operator in operators():
        for number, tried in enumerate(trial(operator, wanted), start=1):
            yield Trial(
                id=f"{operator.name}-{tried.seed}-{number}",
                cluster=f"world {tried.seed}",
                groups=("set mutants", f"error {operator.name}", f"place {tried.spot}"),
                scores={"errors caught": yes(tried.caught)},
                faults=() if tried.caught else (f"{operator.says}: was “{tried.was}”",),
                asked=tried.line,
                grave=True,
            )


def _clean() -> Iterator[Trial]:
    for seed in range(_CLEAN_TEXTS):
        began = time.perf_counter()
        one = world(seed, "M1")
        found = clean(one, others_of(one))
        yield Trial(
            id=f"clean-{seed}",
            cluster=f"world {seed}",
            groups=("set mutants",),
            scores={"false alarms": Score(len(found.alarms), found.figures)},
            faults=found.alarms,
            asked=f"a text without an error, {found.figures} figures",
            elapsed_ms=(time.perf_counter() - began) * 1000,
        )
