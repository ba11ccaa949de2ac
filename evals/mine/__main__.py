"""``python -m evals.mine FOLDER``: ask your own questions about your own documents."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from evals.errors import EvalError
from evals.mine.questions import read_folder
from evals.outcome import Outcome
from evals.report import latency, totals
from evals.suite import Corpus, run
from evals.suites import asking

_SHOWN = 300


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--dense", is_flag=True, help="with the bundled embedding model")
def main(folder: Path, dense: bool) -> None:
    """Ask the questions of FOLDER/questions.yaml about the documents in FOLDER; print scores."""
    try:
        files, cases = read_folder(folder)
        outcomes = run([Corpus("mine", files, cases)], dense=dense)
    except EvalError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    for outcome in outcomes:
        click.echo(_line(outcome))
    results = asking.results(outcomes)
    for result in results:
        if result.trials:
            click.echo(f"\n{result.suite}\n{totals(result)}")
    (answering,) = (result for result in results if result.suite == "answering")
    wrong = sum(bool(trial.faults) for trial in answering.trials)
    click.echo(f"\n{len(outcomes) - wrong} of {len(outcomes)} right; {latency(answering.trials)}")
    sys.exit(1 if wrong else 0)


def _line(outcome: Outcome) -> str:
    found = asking.answering_faults(outcome)
    said = " ".join(outcome.answer.answer.split())
    lines = [f"{'✗' if found else '✓'} {outcome.case.question}", f"    {said[:_SHOWN]}"]
    if found:
        lines.append(f"    expected: {'; '.join(found)}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
