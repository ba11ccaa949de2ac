"""The stored baseline: what is written can be read, and only what both runs scored is compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import BadStanding
from evals.metrics.score import Score
from evals.standing.compare import changes
from evals.standing.file import FOLDER, load, store
from evals.standing.text import changes_text
from evals.suite import SETS
from evals.trial import Result
from tests.evals.builders import trial

METRICS = ("answer accuracy", "wrong-answer rate")


def result(**hits: float) -> Result:
    trials = [trial(name, name[0], {METRICS[0]: Score(value)}) for name, value in hits.items()]
    return Result("answering", METRICS, tuple(trials))


def test_what_is_stored_is_read_again(tmp_path: Path) -> None:
    scores = {METRICS[0]: Score(0.5), METRICS[1]: Score(2, 3)}
    store(
        [Result("answering", METRICS, (trial("a-1", "a", scores), trial("b-1", "b", {})))], tmp_path
    )
    read = load("samples", tmp_path)
    assert read is not None
    assert read.scores == {"answering": {"a-1": scores, "b-1": {}}}
    assert load("reference", tmp_path) is None


def test_a_case_is_a_line(tmp_path: Path) -> None:
    (path,) = store([result(a1=1, b1=0)], tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert sum('"a1"' in line for line in lines) == sum('"b1"' in line for line in lines) == 1


def test_every_set_gets_a_file_of_its_own(tmp_path: Path) -> None:
    both = (
        trial("a", "a", {METRICS[0]: Score(1)}),
        trial("b", "b", {METRICS[0]: Score(1)}, group="set synthetic"),
    )
    paths = store([Result("answering", METRICS, both)], tmp_path)
    assert sorted(path.name for path in paths) == ["samples.json", "synthetic.json"]


def test_a_change_names_the_cases_that_changed(tmp_path: Path) -> None:
    store([result(a1=1, a2=0, b1=1)], tmp_path)
    (change,) = changes([result(a1=0, a2=1, b1=1, c1=1)], tmp_path)
    assert (change.n, change.mean) == (3, 0)
    assert (change.worse, change.better) == (("a1",), ("a2",))
    assert not change.regressed
    assert "worse: a1" in changes_text([result(a1=0, a2=1, b1=1)], tmp_path)


def test_nothing_stored_is_said(tmp_path: Path) -> None:
    assert "nothing is stored" in changes_text([result(a1=1)], tmp_path)


@pytest.mark.parametrize("text", ["", "{", '{"answering": 1}', '{"answering": {"cases": {}}}'])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "samples.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadStanding, match=r"samples\.json"):
        load("samples", tmp_path)


@pytest.mark.parametrize("name", SETS)
def test_a_baseline_is_committed_for_every_set(name: str) -> None:
    standing = load(name, FOLDER)
    assert standing is not None
    assert {"answering", "retrieval", "abstention", "citations"} <= set(standing.scores)


def test_what_storing_rounds_off_is_no_change(tmp_path: Path) -> None:
    run = result(a1=1 / 3, a2=2 / 3, b1=1 / 7)
    store([run], tmp_path)
    (change,) = changes([run], tmp_path)
    assert (change.mean, change.low, change.high) == (0, 0, 0)
    assert change.worse == change.better == ()
