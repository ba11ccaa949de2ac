"""The gate: samples and invented families everywhere, the reference documents where they lie.

Without vectors and without a model. Each bound has a run that breaks it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from evals.gate import FLOORS, INVARIANTS, Bound, reach, regressions, violations
from evals.metrics.score import Score
from evals.standing.file import store
from evals.suites import asking
from evals.suites.catalogue import ASKING, Plan, present, run_all
from evals.trial import Result
from tests.evals.builders import case, document, gold_row, outcome, source, trial

ROOT = Path(__file__).parents[2]
CLUSTERS = 8
QUESTIONS = 5


def test_every_set_here_keeps_the_gate() -> None:
    results = run_all(
        Plan(suites=("extraction", *ASKING), sets=present(("reference", "samples", "synthetic")))
    )
    (answering,) = (result for result in results if result.suite == "answering")
    assert len(answering.trials) >= 500
    assert violations(results) == []
    assert regressions(results) == []


def test_a_rerun_is_byte_identical() -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-m", "tests.evals.small_run"],
            env={**os.environ, "PYTHONHASHSEED": seed},  # another order of sets in memory
            capture_output=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for seed in ("1", "4711")
    )
    assert b'"suite": "answering"' in first
    assert first == second


def bad_results(tmp_path: Path) -> tuple[Result, ...]:
    """Suites in which everything is wrong that can be: the fixture that breaks each bound."""
    path = document(tmp_path)
    answered = outcome(
        case(gold=(gold_row(path, 2),), figures=({"value": "1204"},)),
        path,
        said="Có **99** hồ sơ [1][7]",
        cited=(source("99", row=3),),
        found=(source("12", row=3),),
    )
    changed = replace(
        answered, again=answered.answer.model_copy(update={"answer": "Có **98** hồ sơ [1]"})
    )
    refused = outcome(case(gold=(gold_row(path, 2),)), path, status="refused")
    nothing = outcome(case("unanswerable:absent"), path, said="Có 99 vụ")
    read = trial("cells", "a", {"cell precision": Score(1, 9), "cell recall": Score(1, 9)})
    return (
        *asking.results([changed, refused, nothing]),
        Result("extraction", ("cell precision", "cell recall"), (read,)),
    )


@pytest.mark.parametrize("bound", [*INVARIANTS, *FLOORS], ids=lambda bound: bound.metric)
def test_each_bound_breaks_on_a_bad_run(tmp_path: Path, bound: Bound) -> None:
    (broken,) = violations(bad_results(tmp_path), [replace(bound, sets=())])
    assert bound.metric in broken
    assert "nothing was measured" not in broken


@pytest.mark.parametrize("bound", INVARIANTS, ids=lambda bound: bound.metric)
def test_an_invariant_has_no_tolerance(bound: Bound) -> None:
    scores = {bound.metric: Score(9999, 10000)}
    almost = Result(bound.suite, (bound.metric,), (trial("x", "a", scores),))
    assert violations([almost], [bound])


def test_the_report_says_which_sets_gate_and_which_only_beside_their_documents() -> None:
    def asked(*sets: str) -> Result:
        trials = [trial(f"x-{name}", name, {"m": Score(1)}, group=f"set {name}") for name in sets]
        return Result("answering", ("m",), tuple(trials))

    whole = reach([asked("samples", "synthetic", "reference")])
    assert "on every machine: samples, synthetic" in whole
    assert "only where ../shared/seeds lies beside" in whole
    assert "not asked" not in whole
    light = reach([asked("synthetic")])
    assert "on every machine: synthetic\n" in light
    assert "not asked, so not gating: the reference documents" in light


def test_a_run_that_measured_nothing_does_not_pass() -> None:
    assert len(violations([], INVARIANTS)) == len(INVARIANTS)


def test_a_floor_is_measured_over_its_own_sets() -> None:
    floor = Bound("answering", "answer accuracy", at_least=0.9, sets=("synthetic",))
    good = trial("a", "a", {"answer accuracy": Score(1)}, group="set synthetic")
    bad = trial("b", "b", {"answer accuracy": Score(0)}, group="set reference")
    assert violations([Result("answering", ("answer accuracy",), (good, bad))], [floor]) == []


def stored(tmp_path: Path, metric: str, hits: float) -> None:
    store([result(metric, dict.fromkeys(ids(), hits))], tmp_path)


def ids() -> list[tuple[str, str]]:
    return [(f"c{c}", f"c{c}-{q}") for c in range(CLUSTERS) for q in range(QUESTIONS)]


def result(metric: str, scores: dict[tuple[str, str], float]) -> Result:
    trials = tuple(
        trial(name, cluster, {metric: Score(hits)}) for (cluster, name), hits in scores.items()
    )
    return Result("answering", (metric,), trials)


@pytest.mark.parametrize(("metric", "good"), [("answer accuracy", 1.0), ("wrong-answer rate", 0.0)])
def test_a_sure_loss_against_the_stored_baseline_fails(
    tmp_path: Path, metric: str, good: float
) -> None:
    stored(tmp_path, metric, good)
    worse = {name: 1 - good if name[1].endswith("-0") else good for name in ids()}
    (found,) = regressions([result(metric, worse)], tmp_path)
    assert metric in found
    assert "c0-0" in found


@pytest.mark.parametrize(("metric", "good"), [("answer accuracy", 1.0), ("wrong-answer rate", 0.0)])
def test_a_gain_or_one_unsure_loss_does_not_fail(tmp_path: Path, metric: str, good: float) -> None:
    stored(tmp_path, metric, good)
    one = dict.fromkeys(ids(), good) | {ids()[0]: 1 - good}
    assert regressions([result(metric, one)], tmp_path) == []
    stored(tmp_path, metric, 1 - good)
    assert regressions([result(metric, dict.fromkeys(ids(), good))], tmp_path) == []


def test_cases_that_are_no_longer_asked_fail_until_stored_anew(tmp_path: Path) -> None:
    stored(tmp_path, "answer accuracy", 1.0)
    fewer = result("answer accuracy", dict.fromkeys(ids()[1:], 1.0))
    (found,) = regressions([fewer], tmp_path)
    assert "c0-0" in found
    store([fewer], tmp_path)
    assert regressions([fewer], tmp_path) == []


def test_new_cases_are_not_compared(tmp_path: Path) -> None:
    stored(tmp_path, "answer accuracy", 1.0)
    more = dict.fromkeys(ids(), 1.0) | {("new", "new-1"): 0.0}
    assert regressions([result("answer accuracy", more)], tmp_path) == []
