"""``python -m evals.checkers``: the program's checker beside public ones, on the same claims."""

from __future__ import annotations

import click

from evals.checkers.public import FOLDER, install
from evals.checkers.table import as_text, table


@click.group(invoke_without_command=True)
@click.option("--mutants", default=5, show_default=True, help="errors tried of each kind")
@click.pass_context
def main(context: click.Context, mutants: int) -> None:
    """Try all checkers on the thirteen cases and on sentences with one error each."""
    if context.invoked_subcommand is None:
        click.echo(as_text(table(mutants)))


@main.command("install")
def install_() -> None:
    """Install the public checkers into tmp/checkers, apart from the program."""
    refused = install()
    click.echo("\n".join([*refused, f"installed into {FOLDER}"]))


if __name__ == "__main__":
    main()
