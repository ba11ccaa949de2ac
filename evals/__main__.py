"""``python -m evals``: run the suites without a model and print what they measured."""

from __future__ import annotations

import fnmatch
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import click

from evals import gate
from evals.case import Case, DocumentSet
from evals.errors import EvalError
from evals.families.generate import SEED
from evals.inbox.waiting import waiting_line
from evals.machine import commit, machine
from evals.report import as_json, as_text, latency
from evals.standing.text import changes_text
from evals.suite import SETS
from evals.suites.catalogue import FEW, SUITES, Plan, present, require, run_all
from evals.trial import Result

_RESULTS = Path(__file__).parent / "results"


@click.command()
@click.option(
    "--suite", "suites", multiple=True, type=click.Choice(SUITES), help="default: all of them"
)
@click.option(
    "--set", "sets", multiple=True, type=click.Choice(SETS), help="document sets; default: all"
)
@click.option("--only", multiple=True, help="id, kind or tag, wildcards allowed; may be repeated")
@click.option("--worst", default=10, show_default=True, help="failing cases printed of each suite")
@click.option("--seed", default=SEED, show_default=True, help="of the invented families")
@click.option("--mutants", default=FEW, show_default=True, help="errors tried of each kind")
@click.option("--dense", is_flag=True, help="with the bundled embedding model")
@click.option("--llm", metavar="PROVIDER:MODEL", help="answer with a chat model and count")
@click.option("--sample", default=60, show_default=True, help="with --llm: how many cases")
@click.option("--judge", is_flag=True, help="with --llm: let the model judge too (a monitor)")
@click.option("--json", "folder", type=click.Path(path_type=Path), help="default evals/results")
def main(
    suites: tuple[str, ...],
    sets: tuple[str, ...],
    only: tuple[str, ...],
    worst: int,
    seed: int,
    mutants: int,
    dense: bool,
    llm: str | None,
    sample: int,
    judge: bool,
    folder: Path | None,
) -> None:
    """Run the eval suites; print n, value, interval, slices, worst cases, latency."""
    asked = cast("tuple[DocumentSet, ...]", sets)

    def wanted(case: Case) -> bool:
        names = (case.id, case.kind, *case.tags)
        return not only or any(fnmatch.fnmatch(name, each) for name in names for each in only)

    began = time.monotonic()
    try:
        require(asked)
        chosen = present(asked or SETS)
        if "reference" not in chosen and not asked:
            click.echo("The reference documents are not beside this repository: left out.")
        plan = Plan(
            suites=suites or SUITES,
            sets=chosen,
            wanted=wanted,
            seed=seed,
            dense=dense,
            mutants=mutants,
        )
        if llm:
            from evals.model.report import print_run

            print_run(llm, plan, judge=judge, worst=worst, size=sample)
            return
        results = run_all(plan)
    except EvalError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    _print(results, worst, gated=not (only or dense or seed != SEED))
    click.echo(f"took {time.monotonic() - began:.0f} s; {waiting_line()}")
    run = {
        "sets": plan.sets,
        "only": only,
        "seed": seed,
        "mutants": mutants,
        "dense": dense,
    }
    for path in write(results, folder or _RESULTS, asked=run):
        click.echo(f"written: {path}")


def write(results: Sequence[Result], folder: Path, *, asked: Mapping[str, object]) -> list[Path]:
    """One file a suite, named by suite and commit; the same answers give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    name = commit()
    written = []
    for result in results:
        path = folder / f"{result.suite}-{name}.json"
        path.write_text(as_json(result, commit=name, asked=asked), encoding="utf-8")
        written.append(path)
    return written


def _print(results: Sequence[Result], worst: int, *, gated: bool) -> None:
    for result in results:
        click.echo(as_text(result, worst=worst) + "\n")
    if gated:
        click.echo(changes_text(results) + "\n")
        asked = {result.suite for result in results}
        bounds = [each for each in (*gate.INVARIANTS, *gate.FLOORS) if each.suite in asked]
        broken = [*gate.violations(results, bounds), *gate.regressions(results)]
        click.echo(gate.reach(results))
        click.echo("gate: " + ("\n  ".join(["broken", *broken]) if broken else "kept"))
    timed = [trial for result in results if result.suite == "answering" for trial in result.trials]
    click.echo(f"{latency(timed)}\n{machine()}")


if __name__ == "__main__":
    main()
