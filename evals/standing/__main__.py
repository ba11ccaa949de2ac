"""``python -m evals.standing``: accept what the program does now as the stored baseline."""

from __future__ import annotations

import sys
from typing import cast

import click

from evals import gate
from evals.case import DocumentSet
from evals.errors import EvalError
from evals.standing.file import store
from evals.standing.text import changes_text
from evals.suite import SETS
from evals.suites.catalogue import ASKING, Plan, present, require, run_all

_STORED = ("extraction", *ASKING)


@click.command()
@click.option(
    "--set", "sets", multiple=True, type=click.Choice(SETS), help="document sets; default: all"
)
@click.option("--accept-worse", is_flag=True, help="store even what the gate calls a regression")
def main(sets: tuple[str, ...], accept_worse: bool) -> None:
    """Run the suites that are gated and write what each case scored; review the diff."""
    asked = cast("tuple[DocumentSet, ...]", sets)
    try:
        require(asked)
        results = run_all(Plan(suites=_STORED, sets=present(asked or SETS)))
        broken = gate.violations(results, gate.INVARIANTS)
        if not accept_worse:
            broken += gate.regressions(results)
    except EvalError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(changes_text(results))
    if broken:
        click.echo("\n".join(["not stored:", *broken]), err=True)
        sys.exit(1)
    for path in store(results):
        click.echo(f"written: {path}")


if __name__ == "__main__":
    main()
