from __future__ import annotations

from evals.metrics.interval import Share, share
from evals.metrics.score import Score


def test_shares_are_sums_and_not_means_of_means() -> None:
    found = share([("a", Score(1, 1)), ("b", Score(0, 3))])
    assert (found.n, found.value) == (4, 0.25)


def test_the_same_scores_give_the_same_interval_in_any_order() -> None:
    scores = [(str(n % 7), Score(n % 3 == 0, 1)) for n in range(60)]
    assert share(scores) == share(list(reversed(scores)))


def test_questions_of_one_document_do_not_narrow_the_interval() -> None:
    alike = [(name, Score(float(name in "ab"))) for name in "abcd" for _ in range(25)]
    apart = [(f"{name}{n}", score) for n, (name, score) in enumerate(alike)]
    wide, narrow = share(alike), share(apart)
    assert _width(wide) > 3 * _width(narrow)


def test_nothing_measured_is_not_zero() -> None:
    assert share([]).value is None


def _width(found: Share) -> float:
    assert found.low is not None
    assert found.high is not None
    return found.high - found.low
