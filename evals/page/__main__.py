"""``python -m evals.page``: measure everything, baselines included, and write docs/results.md."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from evals.checkers.table import Table, table
from evals.errors import EvalError
from evals.machine import commit, machine
from evals.page import markdown
from evals.report import latency
from evals.suite import SETS
from evals.suites.baselines import Compared, compared
from evals.suites.catalogue import Plan, present, run_all
from evals.trial import Result

PART = 4
PAGE = Path(__file__).parents[2] / "docs" / "results.md"


@click.command()
@click.option("--mutants", default=20, show_default=True, help="errors tried of each kind")
@click.option(
    "--dense-set",
    "dense_sets",
    multiple=True,
    type=click.Choice([*SETS, "none"]),
    default=SETS,
    show_default=True,
    help="sets that retrievers are also compared on with the bundled embedding model",
)
@click.option(
    "--dense-part",
    default=PART,
    show_default=True,
    type=click.IntRange(min=1),
    help="with the model: every so many-th invented family",
)
@click.option("--out", type=click.Path(path_type=Path), default=PAGE, show_default=False)
def main(mutants: int, dense_sets: tuple[str, ...], dense_part: int, out: Path) -> None:
    """Write the results page; public checkers take part where they are installed."""
    sets = present(SETS)
    try:
        click.echo("suites …", err=True)
        results = run_all(Plan(sets=sets, mutants=mutants))
        click.echo("baselines without vectors …", err=True)
        words = compared(sets, dense=False)
        dense = present(tuple(each for each in SETS if each in dense_sets))
        if dense:
            click.echo("baselines with vectors …", err=True)
        vectors = compared(dense, dense=True, part=dense_part) if dense else ()
        click.echo("checkers …", err=True)
        checked = table(mutants)
    except EvalError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    out.write_text(page(results, words, vectors, checked), encoding="utf-8")
    click.echo(f"written: {out}")


def page(
    results: Sequence[Result],
    words: Sequence[Compared],
    vectors: Sequence[Compared],
    checked: Table,
) -> str:
    """The whole page."""
    suites = {result.suite: result for result in results}
    losses = [*markdown.behind(words), *(markdown.behind(vectors) if vectors else ())]
    timed = suites["answering"].trials
    return f"""# Results

Written by `python -m evals.page` at {commit()} on {machine()}; do not edit. Without a chat model.
Intervals are percentile bootstraps over documents. {latency(timed)}.

## What was measured

{markdown.suites(results)}

The reference documents are measured only where they lie beside the repository; samples and
invented families everywhere, and these gate. How each metric counts: [evals](../evals/README.md).

## By kind of question

{markdown.slices(suites["answering"], suites["retrieval"])}

## Retrieval beside plain retrievers

The same questions and documents. The baselines get the documents as clean text, a line a paragraph
or table row, cut by LangChain's recursive splitter. A baseline's passage holds a place when the
words of the paragraph or row stand in it, or at least half of them where it was cut through.

Words alone:

{markdown.retrievers(words)}

{markdown.by_set(words)}

{_with_vectors(vectors)}### Where a baseline is ahead

{chr(10).join(losses) or "Nowhere by half a point."}

## Number checkers

Public checkers that install from the package registry, given the sentence and all that it was
written from. The thirteen cases are three right sentences and ten wrong ones. Below, sentences of
invented reports with one error each (kinds as in the mutation suite), and the same without it.
The program checks whole documents, so it also sees where a sentence stands.

{markdown.checkers(checked)}
"""


def _with_vectors(vectors: Sequence[Compared]) -> str:
    if not vectors:
        return ""
    title = (
        "With the bundled embedding model, the same for all, on fewer invented families "
        f"({markdown.questions(vectors[0])}):"
    )
    return f"{title}\n\n{markdown.retrievers(vectors)}\n\n{markdown.by_set(vectors)}\n\n"


if __name__ == "__main__":
    main()
