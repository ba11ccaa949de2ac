from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Figure
from evals.case import Case, GoldFigure, GoldUnit
from evals.metrics.abstention import abstention_precision, abstention_recall
from evals.metrics.accuracy import accuracy, faults
from evals.metrics.catalogue import ASKING
from evals.metrics.citations import gold_cited, locators_exact, quotes_verbatim
from evals.metrics.figures import figure_accuracy, figure_values
from evals.metrics.retrieval import mrr_at_10, recall_at_5
from evals.metrics.score import Score
from evals.metrics.wrong import wrong_answers
from evals.originals.block import digest
from evals.originals.reading import blocks
from ingest.model import Period
from tests.evals.builders import case, document, gold_row, outcome, source

RIGHT, WRONG = Score(1.0), Score(0.0)
CELL = source("1.204", row=2)
ELSEWHERE = source("12", row=3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return document(tmp_path)


@pytest.fixture
def asked(path: Path) -> Case:
    return case(gold=(gold_row(path, 2),))


def test_an_answer_with_everything_asked_for_is_accurate(path: Path, asked: Case) -> None:
    assert accuracy(outcome(asked, path)) == RIGHT


@pytest.mark.parametrize("said", ["Có 1.205 hồ sơ", "Có 11.204 hồ sơ", "Có 1.204,5 hồ sơ", ""])
def test_a_figure_that_is_not_the_asked_one_is_inaccurate(
    path: Path, asked: Case, said: str
) -> None:
    assert accuracy(outcome(asked, path, said=said)) == WRONG


def test_a_refusal_of_an_answerable_question_is_inaccurate_but_not_a_wrong_answer(
    path: Path, asked: Case
) -> None:
    refused = outcome(asked, path, status="refused", said="Gần nhất: 1.204")
    assert accuracy(refused) == WRONG
    assert wrong_answers(refused) == WRONG
    assert faults(refused) == ("status refused, not answered",)


def test_what_must_not_be_said_binds_an_answer_and_not_a_refusal(path: Path) -> None:
    either = case(
        "unanswerable:absent",
        status=("answered", "refused"),
        must_contain=(("trống",),),
        must_not_contain=("12",),
    )
    said = "Ô này để trống; năm trước là 12"
    assert accuracy(outcome(either, path, said=said)) == WRONG
    assert accuracy(outcome(either, path, said=said, status="refused")) == RIGHT


def test_a_confident_answer_without_what_was_asked_is_a_wrong_one(path: Path, asked: Case) -> None:
    assert wrong_answers(outcome(asked, path, said="Có 12 hồ sơ")) == RIGHT
    assert wrong_answers(outcome(asked, path)) == WRONG


def test_answering_the_unanswerable_costs_recall(path: Path) -> None:
    nothing = case("unanswerable:absent")
    assert abstention_recall(outcome(nothing, path, said="12")) == WRONG
    assert abstention_recall(outcome(nothing, path, status="refused")) == RIGHT


def test_refusing_the_answerable_costs_precision(path: Path, asked: Case) -> None:
    assert abstention_precision(outcome(asked, path, status="refused")) == WRONG
    assert abstention_precision(outcome(asked, path)) is None
    nothing = case("unanswerable:absent")
    assert abstention_precision(outcome(nothing, path, status="refused")) == RIGHT


def test_a_conflict_counts_as_seen_only_with_both_sides(path: Path) -> None:
    conflict = case(
        "unanswerable:conflicting",
        status=("answered", "refused"),
        must_contain=(("16",), ("19",)),
    )
    both = outcome(conflict, path, said="Phụ lục ghi 16, báo cáo ghi 19")
    one = outcome(conflict, path, said="Bãi bỏ 16 thủ tục")
    assert abstention_recall(both) == RIGHT
    assert abstention_recall(one) == WRONG
    assert wrong_answers(one) == RIGHT


@pytest.mark.parametrize(
    ("figure", "whole", "by_value"),
    [
        (
            Figure(text="1.204", value="1204", unit="hồ sơ", period=Period(from_=2025, to=2025)),
            1,
            1,
        ),
        (
            Figure(text="1.204", value="1204", unit="Hồ sơ", period=Period(from_=2024, to=2024)),
            0,
            1,
        ),
        (Figure(text="1.204", value="1204", unit="%", period=Period(from_=2025, to=2025)), 0, 1),
        (
            Figure(text="1.205", value="1205", unit="Hồ sơ", period=Period(from_=2025, to=2025)),
            0,
            0,
        ),
        (Figure(text="nhiều"), 0, 0),
    ],
)
def test_a_figure_matches_in_value_unit_and_period(
    path: Path, figure: Figure, whole: int, by_value: int
) -> None:
    gold = GoldFigure(value="1204", unit="Hồ sơ", period=(2025, 2025))
    asked = case(gold=(gold_row(path, 2),), figures=(gold,))
    answered = outcome(asked, path, figures=(figure,))
    assert figure_accuracy(answered) == Score(whole, 1)
    assert figure_values(answered) == Score(by_value, 1)


def test_a_quote_must_stand_in_its_file(path: Path, asked: Case) -> None:
    assert quotes_verbatim(outcome(asked, path, cited=(CELL,))) == RIGHT
    assert quotes_verbatim(outcome(asked, path, cited=(source("1.205", row=2),))) == WRONG
    foreign = source("1.204", row=2, file="khac.txt")
    assert quotes_verbatim(outcome(asked, path, cited=(foreign,))) == WRONG


def test_parts_of_a_citation_are_held_to_the_same(path: Path, asked: Case) -> None:
    split = CELL.model_copy(update={"parts": (source("hồ sơ bịa ra", row=2),)})
    assert quotes_verbatim(outcome(asked, path, cited=(split,))) == Score(1, 2)


def test_a_locator_must_name_the_row_of_its_quote(path: Path, asked: Case) -> None:
    assert locators_exact(outcome(asked, path, cited=(CELL,))) == RIGHT
    assert locators_exact(outcome(asked, path, cited=(source("1.204", row=3),))) == WRONG
    assert locators_exact(outcome(asked, path, cited=(source("I. KẾT QUẢ"),))) is None


def test_citing_another_row_than_the_gold_one_misses_it(path: Path, asked: Case) -> None:
    assert gold_cited(outcome(asked, path, cited=(CELL,))) == RIGHT
    assert gold_cited(outcome(asked, path, cited=(ELSEWHERE,))) == WRONG
    assert gold_cited(outcome(asked, path)) == WRONG


def test_recall_looks_at_the_first_five_only(path: Path, asked: Case) -> None:
    four, five = (ELSEWHERE,) * 4, (ELSEWHERE,) * 5
    assert recall_at_5(outcome(asked, path, found=(*four, CELL))) == RIGHT
    assert recall_at_5(outcome(asked, path, found=(*five, CELL))) == WRONG


def test_reciprocal_rank_falls_with_the_rank(path: Path, asked: Case) -> None:
    assert mrr_at_10(outcome(asked, path, found=(ELSEWHERE, CELL))) == Score(0.5)
    assert mrr_at_10(outcome(asked, path, found=(ELSEWHERE,) * 10)) == WRONG


def test_gold_is_a_place_and_not_a_chunk(path: Path) -> None:
    (sentence,) = (block for block in blocks(path) if "số hoá" in block.text)
    asked = case(gold=(GoldUnit(document="bao-cao", hash=digest(sentence)),))
    clause = source("số hoá 70 % hồ sơ")
    longer = source("I. KẾT QUẢ Sở đã số hoá 70 % hồ sơ trong năm. STT")
    assert recall_at_5(outcome(asked, path, found=(clause,))) == RIGHT
    assert recall_at_5(outcome(asked, path, found=(longer,))) == RIGHT
    assert recall_at_5(outcome(asked, path, found=(source("I. KẾT QUẢ"),))) == WRONG


def test_unanswerable_cases_have_no_retrieval_score(path: Path) -> None:
    answered = outcome(case("unanswerable:absent"), path, found=(CELL,))
    assert recall_at_5(answered) is None
    assert mrr_at_10(answered) is None


def test_every_metric_of_the_report_is_tested_here() -> None:
    tested = set(globals())
    assert {metric.__name__ for metric in ASKING.values()} <= tested
