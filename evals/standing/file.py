"""The files of the stored baseline: one case a line, so that a change can be read in a diff."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.errors import BadStanding
from evals.metrics.score import Score
from evals.trial import Result, Trial

FOLDER = Path(__file__).parent
_SET = "set "
DIGITS = 4
"""Of what is stored; a new score is compared at the same, or a third would seem to have changed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What cases scored, by suite, case and metric."""

    scores: Mapping[str, Mapping[str, Mapping[str, Score]]]


def load(document_set: str, folder: Path = FOLDER) -> Standing | None:
    """The stored scores of a document set; ``None`` where none were ever stored.

    Raises:
        BadStanding: the file is not one that :func:`store` wrote.
    """
    path = folder / f"{document_set}.json"
    if not path.is_file():
        return None
    try:
        suites = json.loads(path.read_text(encoding="utf-8"))
        return Standing({name: _read(suite) for name, suite in suites.items()})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadStanding(f"{path.name} cannot be read: {error}") from error


def store(results: Iterable[Result], folder: Path = FOLDER) -> tuple[Path, ...]:
    """Write one file for each document set that the results hold trials of."""
    by_set: dict[str, dict[str, Result]] = {}
    for result in results:
        for name in sorted({set_of(trial) for trial in result.trials}):
            chosen = tuple(trial for trial in result.trials if set_of(trial) == name)
            by_set.setdefault(name, {})[result.suite] = Result(result.suite, result.metrics, chosen)
    written = []
    for name, suites in by_set.items():
        path = folder / f"{name}.json"
        shown = ",\n".join(f'"{suite}": {_shown(result)}' for suite, result in suites.items())
        path.write_text(f"{{\n{shown}\n}}\n", encoding="utf-8")
        written.append(path)
    return tuple(written)


def set_of(trial: Trial) -> str:
    """The document set of a trial."""
    return next(name for name in trial.groups if name.startswith(_SET)).removeprefix(_SET)


def _shown(result: Result) -> str:
    lines = []
    for trial in result.trials:
        scores = [_pair(trial.scores.get(metric)) for metric in result.metrics]
        lines.append(f"  {json.dumps(trial.id)}: {json.dumps(scores)}")
    cases = ",\n".join(lines)
    return f'{{"metrics": {json.dumps(result.metrics)}, "cases": {{\n{cases}\n}}}}'


def _pair(score: Score | None) -> float | list[float] | None:
    """The hits alone where there was one trial."""
    if score is None:
        return None
    hits = round(score.hits, DIGITS)
    short = int(hits) if hits == int(hits) else hits
    return short if score.trials == 1 else [short, score.trials]


def _read(suite: Mapping[str, object]) -> dict[str, dict[str, Score]]:
    metrics, cases = suite["metrics"], suite["cases"]
    if not isinstance(metrics, list) or not isinstance(cases, dict):
        raise TypeError("metrics or cases are missing")
    return {
        case: {
            metric: Score(*pair) if isinstance(pair, list) else Score(pair)
            for metric, pair in zip(metrics, pairs, strict=True)
            if pair is not None
        }
        for case, pairs in cases.items()
    }
