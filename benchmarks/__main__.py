"""``python -m benchmarks``: this program and a plain pipeline, asked the same in one run.

The plain pipeline is LangChain's splitter (1,000 characters, overlap 200), Chroma and the same
embeddings, given the documents' words without a reading error; beside it folded BM25 over the same
chunks, and both fused. All are judged on the same gold places (:mod:`evals.baselines.judging`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

import click

from benchmarks.sides import Measured, Side, baseline_sides, measured, program_side
from evals import documents
from evals.case import DocumentSet
from evals.families.generate import SEED
from evals.machine import machine
from evals.suite import SETS, Corpus, corpora
from vectorstore.embeddings.factory import EmbeddingSpec, create_embeddings


@click.command()
@click.option(
    "--set", "sets", multiple=True, type=click.Choice(SETS), help="document sets; default: all"
)
@click.option("--seed", default=SEED, show_default=True, help="of the invented families")
def main(sets: tuple[DocumentSet, ...], seed: int) -> None:
    """Print quality and speed side by side; times are for comparing within this run only."""
    here = [name for name in SETS if name != "reference" or documents.reference()]
    with corpora(sets or here, seed=seed) as found:
        for name, members in _by_set(found):
            click.echo(_table(name, members))
    click.echo(machine())


def _by_set(found: Sequence[Corpus]) -> Iterator[tuple[str, list[Corpus]]]:
    for name in SETS:
        members = [each for each in found if each.cases and each.cases[0].documents == name]
        if members:
            yield name, members


def _table(name: str, members: Sequence[Corpus]) -> str:
    embeddings = create_embeddings(EmbeddingSpec(provider="bundled"))
    every: dict[str, list[Measured]] = {}
    for corpus in members:
        with ExitStack() as stack:
            sides: list[Side] = [
                stack.enter_context(program_side(corpus, dense=False)),
                stack.enter_context(program_side(corpus, dense=True)),
                *baseline_sides(corpus, embeddings),
            ]
            for side in sides:
                every.setdefault(side.name, []).append(measured(side, corpus))
    rows = {side: Measured.together(parts) for side, parts in every.items()}
    plain = rows["splitter + Chroma"]
    lines = [
        f"{name}: {plain.asked} questions to find, {len(members)} stores",
        f"{'':28}{'recall@5':>9}{'MRR@10':>9}{'wording@5':>11}{'right':>8}{'wrong':>8}"
        f"{'search p50':>12}{'p95':>10}{'× plain':>9}{'answer p50':>12}{'p95':>10}",
    ]
    lines += [_row(side, row, plain) for side, row in rows.items()]
    return "\n".join(lines) + "\n"


def _row(side: str, row: Measured, plain: Measured) -> str:
    right, wrong, half, most = (
        _shown(row.right, _percent),
        _shown(row.wrong, _percent),
        _shown(row.answer_ms(0.5), _milliseconds),
        _shown(row.answer_ms(0.95), _milliseconds),
    )
    return (
        f"{side:28}{_percent(row.recall):>9}{_percent(row.reciprocal):>9}"
        f"{_percent(row.wording):>11}{right:>8}{wrong:>8}"
        f"{_milliseconds(row.search_ms(0.5)):>12}{_milliseconds(row.search_ms(0.95)):>10}"
        f"{row.search_ms(0.5) / plain.search_ms(0.5):>9.2f}{half:>12}{most:>10}"
    )


def _shown(value: float | None, form: Callable[[float], str]) -> str:
    """A plain pipeline writes no answers, so some cells stay empty."""
    return "–" if value is None else form(value)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _milliseconds(value: float) -> str:
    return f"{value:.1f} ms"


if __name__ == "__main__":
    main()
