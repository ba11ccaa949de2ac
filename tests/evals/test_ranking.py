"""Retrieval metrics over results that hold gold places, or do not; and what counts as holding."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.case import Case, GoldUnit
from evals.metrics.catalogue import RETRIEVAL
from evals.metrics.gain import ndcg_at_10
from evals.metrics.hit import hit_at_5
from evals.metrics.ranking import Found, Ranking
from evals.metrics.recall import recall_at_5, recall_at_10
from evals.metrics.reciprocal_rank import mrr_at_10
from evals.metrics.score import Score
from evals.metrics.wording_found import answer_in_5, answer_in_first
from evals.originals.block import digest
from evals.originals.reading import blocks
from evals.outcome import Outcome
from evals.suites.asking import ranking
from tests.evals.builders import case, document, gold_row, outcome, source

RIGHT, WRONG = Score(1.0), Score(0.0)
CELL = source("1.204", row=2)
ELSEWHERE = source("12", row=3)


def found(*holds: int, near: bool = False, text: str = "") -> Found:
    return Found(frozenset(holds), near, text)


def ranked(*results: Found, gold: int = 1, nearby: int = 0) -> Ranking:
    return Ranking(gold, nearby, results)


NOTHING = found()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return document(tmp_path)


@pytest.fixture
def asked(path: Path) -> Case:
    return case(gold=(gold_row(path, 2),))


def of(told: Outcome) -> Ranking:
    result = ranking(told)
    assert result is not None
    return result


def test_recall_looks_at_the_first_few_only() -> None:
    late = ranked(*[NOTHING] * 5, found(0))
    assert (recall_at_5(late), recall_at_10(late)) == (WRONG, RIGHT)
    assert recall_at_5(ranked(*[NOTHING] * 4, found(0))) == RIGHT


def test_recall_asks_for_no_more_places_than_results_can_hold() -> None:
    assert recall_at_5(ranked(*(found(n) for n in range(5)), gold=9)) == RIGHT
    assert recall_at_5(ranked(found(0), found(0), gold=2)) == Score(0.5)


def test_one_place_among_the_first_five_is_a_hit() -> None:
    assert hit_at_5(ranked(NOTHING, found(3), gold=9)) == RIGHT
    assert hit_at_5(ranked(*[NOTHING] * 5, found(0))) == WRONG


def test_reciprocal_rank_falls_with_the_rank() -> None:
    assert mrr_at_10(ranked(NOTHING, found(0))) == Score(0.5)
    assert mrr_at_10(ranked(*[NOTHING] * 10, found(0))) == WRONG


def test_gain_is_whole_only_for_the_best_order() -> None:
    assert ndcg_at_10(ranked(found(0))) == RIGHT
    late = ndcg_at_10(ranked(NOTHING, found(0)))
    later = ndcg_at_10(ranked(NOTHING, NOTHING, found(0)))
    assert 0 < later.hits < late.hits < 1
    assert ndcg_at_10(ranked(NOTHING)) == WRONG


def test_a_neighbour_is_worth_less_than_the_place_and_a_repetition_nothing() -> None:
    beside = found(near=True)
    near = ndcg_at_10(ranked(beside, found(0), nearby=1))
    exact = ndcg_at_10(ranked(found(0), beside, nearby=1))
    assert near.hits < exact.hits == 1
    assert ndcg_at_10(ranked(found(0), found(0), gold=2)) == ndcg_at_10(
        ranked(found(0), NOTHING, gold=2)
    )


def test_the_wording_may_be_spread_over_the_first_five() -> None:
    wanted = (("80%",), ("Văn phòng", "VP"))
    results = (found(text="đạt 80 %"), found(text="VP chủ trì"))
    spread = Ranking(1, 0, results, wanted)
    assert (answer_in_first(spread), answer_in_5(spread)) == (WRONG, RIGHT)
    assert answer_in_first(Ranking(1, 0, results)) is None


def test_gold_is_a_place_and_not_a_chunk(path: Path) -> None:
    (sentence,) = (block for block in blocks(path) if "số hoá" in block.text)
    asked = case(gold=(GoldUnit(document="bao-cao", hash=digest(sentence)),))
    clause = source("số hoá 70 % hồ sơ")
    longer = source("I. KẾT QUẢ Sở đã số hoá 70 % hồ sơ trong năm. STT")
    assert recall_at_5(of(outcome(asked, path, found=(clause,)))) == RIGHT
    assert recall_at_5(of(outcome(asked, path, found=(longer,)))) == RIGHT
    assert recall_at_5(of(outcome(asked, path, found=(source("I. KẾT QUẢ"),)))) == WRONG


def test_rows_of_the_gold_rows_table_are_near_it(path: Path, asked: Case) -> None:
    told = of(outcome(asked, path, found=(ELSEWHERE, CELL, source("I. KẾT QUẢ"))))
    assert [(sorted(each.holds), each.near) for each in told.found] == [
        ([], True), ([0], True), ([], False),
    ]  # fmt: skip
    assert told.nearby == 2


def test_what_has_no_answer_has_nothing_to_find(path: Path) -> None:
    assert ranking(outcome(case("unanswerable:absent"), path, found=(CELL,))) is None


def test_every_retrieval_metric_is_tested_here() -> None:
    assert {metric.__name__ for metric in RETRIEVAL.values()} <= set(globals())
