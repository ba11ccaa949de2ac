"""``python -m evals.mutants``: try every kind of error and write down what is caught."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import click

from evals.mutants.known import Known, reference, sample
from evals.mutants.operators import Operator, operators
from evals.mutants.report import as_markdown
from evals.mutants.run import (
    Clean,
    Tried,
    clean,
    clean_known,
    others_of,
    trial,
    trial_of_known,
)
from evals.mutants.world import world

_TARGET = Path(__file__).resolve().parents[2] / "docs" / "checking-results.md"
_DRAWS = 2
_SHARE = 300
"""How many errors one job tries; the jobs are the same however many processors there are."""


def _job(name: str, wanted: int, first: int) -> list[Tried]:
    return trial(operators([name])[0], wanted, first=first)


def _clean(first: int, last: int) -> Clean:
    found = [clean(one, others_of(one)) for one in map(world, range(first, last))]
    return Clean(
        sum(one.figures for one in found), tuple(alarm for one in found for alarm in one.alarms)
    )


def _known() -> list[Known]:
    return [one for one in (sample(), reference()) if one is not None]


def _on_known(name: str, at: int) -> list[Tried]:
    document = _known()[at]
    draws = _DRAWS if document.others else 1  # the real report takes a second each time
    return trial_of_known(operators([name])[0], document, draws)


@click.command()
@click.option("--per", default=3000, show_default=True, help="errors of each kind")
@click.option("--only", multiple=True, help="M1, M2, ...; all without it, and nothing is written")
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True)
def main(per: int, only: tuple[str, ...], jobs: int) -> None:
    """Put errors into clean reports and count those that the checker finds at their place."""
    chosen = operators(only)
    with ProcessPoolExecutor(jobs) as pool:
        runs = {
            one.name: [
                pool.submit(_job, one.name, min(_SHARE, per - done), done * 100)
                for done in range(0, per, _SHARE)
            ]
            for one in chosen
        }
        known = {
            (document.name, one.name): pool.submit(_on_known, one.name, at)
            for at, document in enumerate(_known())
            for one in chosen
        }
        calm = [pool.submit(_clean, first, first + 50) for first in range(0, per // 6, 50)]
        results: dict[tuple[str, str], list[Tried]] = {}
        for one in chosen:
            found = [each for run in runs[one.name] for each in run.result()]
            results[("bịa", one.name)] = found
            click.echo(_line(one, found))
        for (document, name), run in known.items():
            results[(document, name)] = run.result()
        parts = [run.result() for run in calm]
    cleans = {
        "bịa": Clean(
            sum(one.figures for one in parts), tuple(a for one in parts for a in one.alarms)
        )
    }
    cleans |= {one.name: clean_known(one) for one in _known()}
    text = as_markdown(results, cleans, per)
    if only:
        click.echo(text)
        return
    _TARGET.write_text(text, encoding="utf-8")
    click.echo(f"written: {_TARGET}")


def _line(one: Operator, tried: list[Tried]) -> str:
    missed = [each for each in tried if not each.caught]
    lines = [f"{one.name} {one.says}: {len(tried) - len(missed)} / {len(tried)}"]
    lines += [f"   {each.seed} {each.spot} {each.was!r} -> {each.line[:150]}" for each in missed]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
