"""All suites by name, and which of them can be run on this machine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from evals.case import Case, DocumentSet
from evals.errors import DocumentsMissing
from evals.families.generate import SEED
from evals.outcome import Outcome
from evals.suite import SETS, corpora, run
from evals.suites import asking
from evals.trial import Result

ASKING = ("retrieval", "answering", "abstention", "citations")
FEW = 6
"""Errors of each kind in a usual run; the mutation suite tries as many as a bound needs."""

SUITES = ("extraction", *ASKING, "checking", "drafting")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run. ``wanted`` chooses cases; ``mutants`` is how many errors of each kind."""

    suites: Sequence[str] = SUITES
    sets: Sequence[DocumentSet] = SETS
    wanted: Callable[[Case], bool] = field(default=lambda _: True)
    seed: int = SEED
    dense: bool = False
    mutants: int = FEW


def run_all(plan: Plan) -> tuple[Result, ...]:
    """Every suite of the plan, in the order of :data:`SUITES`; only what is run is imported.

    Raises:
        DocumentsMissing: a set's documents are not on this machine.
    """
    results: list[Result] = []
    if "extraction" in plan.suites:
        from evals.suites import extraction

        results.append(extraction.run(plan.sets, seed=plan.seed))
    if set(ASKING) & set(plan.suites):
        outcomes = ask(plan)
        results += [each for each in asking.results(outcomes) if each.suite in plan.suites]
    if "checking" in plan.suites:
        from evals.suites import checking

        results.append(checking.run(plan.mutants))
    if "drafting" in plan.suites:
        from evals.suites import drafting

        results.append(drafting.run(plan.sets, seed=plan.seed))
    return tuple(results)


def ask(plan: Plan) -> list[Outcome]:
    """The outcomes that four suites are made of."""
    with corpora(plan.sets, seed=plan.seed) as found:
        return run(found, wanted=plan.wanted, dense=plan.dense)


def present(sets: Collection[DocumentSet]) -> tuple[DocumentSet, ...]:
    """Those of the sets whose documents are on this machine, in their usual order."""
    from evals import documents

    here = {"reference": bool(documents.reference()), "samples": bool(documents.samples())}
    return tuple(name for name in SETS if name in sets and here.get(name, True))


def require(sets: Collection[DocumentSet]) -> None:
    """Stop where a set was asked for by name and is not here."""
    lacking = sorted(set(sets) - set(present(sets)))
    if lacking:
        raise DocumentsMissing(
            f"the documents of the set “{lacking[0]}” are not on this machine: the reference "
            "documents lie in ../shared/seeds beside the repository, the samples in samples/"
        )
