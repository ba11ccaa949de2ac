"""The results page: what was measured, and where others are ahead."""

from __future__ import annotations

from evals.checkers.table import Row, Table
from evals.metrics.score import Score
from evals.page.__main__ import page
from evals.page.markdown import behind, by_set, checkers, questions, rows
from evals.suites.baselines import Compared
from evals.trial import Result
from tests.evals.builders import trial

METRICS = ("recall@5", "mrr@10")


def compared(name: str, **hits: float) -> Compared:
    trials = [trial(case, case, {"recall@5": Score(value)}) for case, value in hits.items()]
    return Compared(name, Result(name, METRICS, tuple(trials)), 1200.4)


OWN, OTHER = compared("this program", a=1, b=0.5), compared("plain", a=0.5, b=1)
TABLE = Table(
    (
        Row("this program", 13, 9, 10, 0, 10, {"M2": (4, 5), "M10": (5, 5)}),
        Row("other 1.0", 6, 3, 10, 8, 10, {"M2": (3, 5), "M10": (0, 5)}),
    ),
    "one could not be installed",
)


def test_a_table_has_a_rule_below_its_head() -> None:
    assert rows(("a", "n"), [("x", "1")]).splitlines() == [
        "| a | n |",
        "| --- | ---: |",
        "| x | 1 |",
    ]


def test_a_baseline_that_is_ahead_anywhere_is_named_with_both_values() -> None:
    ahead = compared("plain", a=1, b=1)
    assert list(behind([OWN, OTHER])) == []
    lines = list(behind([OWN, ahead]))
    assert any(
        "all (2 questions), recall@5: plain 100.0 %, this program 75.0 %" in each for each in lines
    )


def test_checkers_are_shown_error_by_error_in_their_order() -> None:
    text = checkers(TABLE)
    assert "| this program | 13 of 13 | 9 of 10 | 0 of 10 |" in text
    assert text.index("| M2 | 4 of 5 | 3 of 5 |") < text.index("| M10 | 5 of 5 | 0 of 5 |")
    assert "one could not be installed" in text


def test_the_page_holds_every_suite_and_every_retriever() -> None:
    answering = Result(
        "answering", ("answer accuracy",), (trial("a", "a", {"answer accuracy": Score(1)}),)
    )
    retrieval = Result("retrieval", METRICS, OWN.result.trials)
    text = page([answering, retrieval], [OWN, OTHER], [], TABLE)
    for part in ("answering: answer accuracy", "retrieval: recall@5", "| plain | 2 |", "1200"):
        assert part in text
    assert "With the bundled embedding model" not in text


def test_retrievers_are_also_shown_by_the_set_they_were_asked_of() -> None:
    text = by_set([OWN, OTHER])
    assert text.splitlines()[0].startswith(
        "| retriever by set (questions) | samples (2) recall@5 |"
    )
    assert "| this program | 75.0 % |" in text
    assert questions(OWN) == "samples 2"


def test_with_vectors_the_page_says_on_how_many_questions() -> None:
    answering = Result(
        "answering", ("answer accuracy",), (trial("a", "a", {"answer accuracy": Score(1)}),)
    )
    retrieval = Result("retrieval", METRICS, OWN.result.trials)
    text = page([answering, retrieval], [OWN, OTHER], [OWN, OTHER], TABLE)
    assert "With the bundled embedding model, the same for all" in text
    assert "(samples 2)" in text
