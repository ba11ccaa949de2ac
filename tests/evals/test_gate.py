"""The light gate: samples and invented families, without vectors, in well under a minute."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.gate import FLOORS, INVARIANTS, Bound, violations
from evals.report import as_json, as_text, latency
from evals.suite import corpora, run
from tests.evals.builders import case, document, gold_row, outcome, source


def test_samples_and_families_stay_above_the_floors() -> None:
    with corpora(["samples", "synthetic"]) as asked:
        outcomes = run(asked)
        assert len(outcomes) >= 210
        assert violations(outcomes) == []


def test_a_rerun_is_byte_identical() -> None:
    written = []
    for _ in range(2):
        with corpora(["synthetic"]) as asked:
            written.append(as_json(run(asked[:1]), suite="asking", commit="x"))
    assert written[0] == written[1]


@pytest.mark.parametrize("bound", FLOORS, ids=lambda bound: bound.metric)
def test_each_bound_breaks_on_a_bad_run(tmp_path: Path, bound: Bound) -> None:
    path = document(tmp_path)
    bad = [
        outcome(
            case(gold=(gold_row(path, 2),)),
            path,
            said="Có 99 hồ sơ",
            cited=(source("99", row=3),),
            found=(source("12", row=3),),
        ),
        outcome(case("unanswerable:absent"), path, said="Có 99 vụ"),
    ]
    assert violations(bad, [bound])


def test_a_run_that_measured_nothing_does_not_pass() -> None:
    assert len(violations([], INVARIANTS)) == len(INVARIANTS)


def test_the_report_shows_what_was_expected_and_what_came(tmp_path: Path) -> None:
    path = document(tmp_path)
    asked = case(gold=(gold_row(path, 2),))
    wrong = outcome(asked, path, said="Có 99 hồ sơ")
    text = as_text([wrong], worst=5)
    assert "lacks 1.204 | 1204" in text
    assert "Có 99 hồ sơ" in text
    assert "p95 1 ms" in latency([wrong])
