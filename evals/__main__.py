"""``python -m evals``: ask all cases without a model and print how many were answered right."""

from __future__ import annotations

import fnmatch
import os
import platform
import subprocess
import sys
from pathlib import Path

import click

from evals import documents
from evals.case import Case
from evals.errors import EvalError
from evals.families.generate import SEED
from evals.report import as_json, as_text, latency
from evals.suite import SETS, corpora, run

_RESULTS = Path(__file__).parent / "results"


@click.command()
@click.option("--suite", type=click.Choice(["asking"]), default="asking", show_default=True)
@click.option(
    "--set", "sets", multiple=True, type=click.Choice(SETS), help="document sets; default all"
)
@click.option("--only", multiple=True, help="id, kind or tag, wildcards allowed; may be repeated")
@click.option("--worst", default=20, show_default=True, help="how many failing cases to print")
@click.option("--seed", default=SEED, show_default=True, help="of the invented families")
@click.option("--dense", is_flag=True, help="with the bundled embedding model")
@click.option("--json", "json_file", type=click.Path(path_type=Path), help="default evals/results")
def main(
    suite: str,
    sets: tuple[str, ...],
    only: tuple[str, ...],
    worst: int,
    seed: int,
    dense: bool,
    json_file: Path | None,
) -> None:
    """Ask the eval cases and report accuracy, abstention, citations, retrieval and latency."""
    chosen = [name for name in SETS if name in sets] if sets else [*SETS]
    if not documents.reference() and "reference" in chosen and not sets:
        click.echo(
            "The reference documents are not beside this repository: their cases are left out."
        )
        chosen.remove("reference")

    def wanted(case: Case) -> bool:
        names = (case.id, case.kind, *case.tags)
        return not only or any(fnmatch.fnmatch(name, each) for name in names for each in only)

    try:
        with corpora(chosen, seed=seed) as asked:
            outcomes = run(asked, wanted=wanted, dense=dense)
            click.echo(as_text(outcomes, worst=worst))
            click.echo(f"\n{latency(outcomes)}\n{_machine()}")
            commit = _commit()
            target = json_file or _RESULTS / f"{suite}-{commit}.json"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(as_json(outcomes, suite=suite, commit=commit), encoding="utf-8")
    except EvalError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"written: {target}")


def _commit() -> str:
    root = Path(__file__).parents[1]
    shown = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--exclude=*"],  # noqa: S607 - as on the path
        capture_output=True,
        check=False,
        cwd=root,
        text=True,
    )
    return shown.stdout.strip() or "unknown"


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, " + (
        f"{os.cpu_count()} processors"
    )


if __name__ == "__main__":
    main()
