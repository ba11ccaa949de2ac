"""Errors of twenty kinds in invented reports: each is caught where it was made.

`make mutants` tries thousands of each kind, on the samples and the real report too, and writes
`docs/checking-results.md`; here a hundred of each stand guard.
"""

from __future__ import annotations

import pytest

from evals.mutants.operators import OPERATORS, Operator
from evals.mutants.report import bound
from evals.mutants.run import clean, others_of, trial
from evals.mutants.world import world
from evals.mutants.writing import in_words

_EACH = 100
_FIRST = 700_000  # other reports than those of `make mutants`


@pytest.mark.parametrize("operator", OPERATORS, ids=[one.name for one in OPERATORS])
def test_an_error_is_caught_at_its_place(operator: Operator) -> None:
    tried = trial(operator, _EACH, first=_FIRST)
    missed = [(one.seed, one.spot, one.was, one.line) for one in tried if not one.caught]
    assert len(tried) >= _EACH
    assert len(missed) <= (1 if operator.bar < 99.5 else 0), missed


def test_clean_reports_raise_hardly_an_alarm() -> None:
    figures = 0
    alarms: list[str] = []
    for seed in range(_FIRST, _FIRST + 20):
        one = world(seed)
        found = clean(one, others_of(one))
        figures += found.figures
        alarms += found.alarms
    assert figures > 1000
    assert len(alarms) * 1000 <= 5 * figures, alarms


def test_a_report_is_invented_alike_each_time() -> None:
    assert world(5).report.text == world(5).report.text
    assert world(5).report.text != world(6).report.text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (105, "một trăm linh năm"),
        (1_015, "một nghìn không trăm mười lăm"),
        (2_000_300, "hai triệu ba trăm"),
    ],
)
def test_numbers_are_written_in_words(value: int, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("tried", "caught", "least"), [(2995, 2995, "99.90"), (299, 299, "99.00"), (100, 99, "95.34")]
)
def test_the_bound_is_that_of_the_exact_interval(tried: int, caught: int, least: str) -> None:
    assert bound(tried, caught) == least
