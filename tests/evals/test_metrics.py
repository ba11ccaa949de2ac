from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Figure
from evals.case import Case, GoldFigure
from evals.metrics.abstention_precision import abstention_precision
from evals.metrics.abstention_recall import abstention_recall
from evals.metrics.accuracy import accuracy, faults
from evals.metrics.bound import figures_bound, loose
from evals.metrics.catalogue import ASKING
from evals.metrics.citation_precision import citation_precision
from evals.metrics.citation_recall import gold_cited
from evals.metrics.figure_periods import figure_periods
from evals.metrics.figure_units import figure_units
from evals.metrics.figure_values import figure_values
from evals.metrics.figures import figure_accuracy
from evals.metrics.locators import locators_exact
from evals.metrics.marks import marks_resolve
from evals.metrics.quotes import quotes_verbatim
from evals.metrics.repeated import repeated
from evals.metrics.score import Score
from evals.metrics.wrong import wrong_answers
from ingest.model import Period, Source
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


@pytest.mark.parametrize(
    ("cited", "score"),
    [((CELL,), Score(1, 1)), ((CELL, ELSEWHERE), Score(1, 2)), ((ELSEWHERE,), Score(0, 1))],
)
def test_citing_more_than_the_gold_costs_precision(
    path: Path, asked: Case, cited: tuple[Source, ...], score: Score
) -> None:
    assert citation_precision(outcome(asked, path, cited=cited)) == score


@pytest.mark.parametrize(
    ("said", "score"),
    [
        ("1.204 [1]", Score(1, 1)),
        ("1.204", Score(0, 1)),
        ("1.204 [1][2]", Score(1, 2)),
        ("1.204 [[2]](x)", Score(0, 2)),
        ("", Score(0, 1)),
    ],
)
def test_marks_and_citations_must_meet(path: Path, asked: Case, said: str, score: Score) -> None:
    assert marks_resolve(outcome(asked, path, said=said, cited=(CELL,))) == score


def test_a_range_of_marks_means_all_between(path: Path, asked: Case) -> None:
    said = outcome(asked, path, said="1.204 [1]–[3]", cited=(CELL, CELL, ELSEWHERE))
    assert marks_resolve(said) == Score(3, 3)


@pytest.mark.parametrize(
    "said",
    [
        "- **Báo cáo 7/BC-X (Sở A, 2025)**: hồ sơ: **1.204** [1]",
        "Hồ sơ: **1204** [1]",
        "Hồ sơ tiếp nhận năm 2025: **1.204 hồ sơ** [1]",
    ],
)
def test_figures_of_the_cited_place_are_bound(tmp_path: Path, said: str) -> None:
    path = document(tmp_path, head="Số: 7/BC-X\nBáo cáo năm 2025\n")
    asked = case(gold=(gold_row(path, 2),))
    score = figures_bound(outcome(asked, path, said=said, cited=(CELL,)))
    assert score is not None
    assert score.hits == score.trials > 0


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Hồ sơ: **1.205** [1]", "1205"),
        ("Hồ sơ: **12** [1]", "12"),
        ("Hồ sơ: **1.204** [1], tăng **31** so với năm trước [1]", "31"),
        ("Theo **Báo cáo 8/BC-X (Sở A)**: **1.204** [1]", "8/bc-x"),
        ("Hồ sơ: **1.204** [1], trước ngày 05/6/2025", "2025-06-05"),
        ("Hồ sơ: **1.204** [1], khoảng 777 hồ sơ giấy", "777"),
    ],
)
def test_a_figure_from_elsewhere_or_from_nowhere_is_loose(
    path: Path, asked: Case, said: str, number: str
) -> None:
    assert number in loose(outcome(asked, path, said=said, cited=(CELL,)))


def test_what_the_answers_own_figures_give_is_bound(path: Path, asked: Case) -> None:
    said = "- **1.204** [1]\n- **12** [2]\nChênh lệch: **1.192**; tỷ lệ **1,0%** [1][2]"
    assert loose(outcome(asked, path, said=said, cited=(CELL, ELSEWHERE))) == ()


def test_the_key_of_a_row_is_no_figure(path: Path, asked: Case) -> None:
    said = "- II.2.2.2.b. Hồ sơ: **1.204** [1]"
    assert loose(outcome(asked, path, said=said, cited=(CELL,))) == ()


def test_a_refusal_releases_no_figure(path: Path, asked: Case) -> None:
    assert figures_bound(outcome(asked, path, said="Gần nhất: **99**", status="refused")) is None


def test_another_answer_to_the_same_question_is_noticed(path: Path, asked: Case) -> None:
    once = outcome(asked, path)
    later = once.answer.model_copy(update={"id": "b", "timings_ms": {"total": 9.0}})
    assert repeated(once) is None
    assert repeated(replace(once, again=later)) == RIGHT
    other = later.model_copy(update={"notes": ("khác",)})
    assert repeated(replace(once, again=other)) == WRONG


@pytest.mark.parametrize(
    ("unit", "period", "units", "periods"),
    [("Hồ sơ", 2025, 1, 1), ("%", 2025, 0, 1), ("Hồ sơ", 2024, 1, 0)],
)
def test_unit_and_period_are_also_looked_at_alone(
    path: Path, unit: str, period: int, units: int, periods: int
) -> None:
    gold = GoldFigure(value="1204", unit="Hồ sơ", period=(2025, 2025))
    figure = Figure(text="1.204", value="1204", unit=unit, period=Period(from_=period, to=period))
    asked = case(gold=(gold_row(path, 2),), figures=(gold,))
    answered = outcome(asked, path, figures=(figure,))
    assert figure_units(answered) == Score(units, 1)
    assert figure_periods(answered) == Score(periods, 1)


def test_every_metric_of_the_report_is_tested_here() -> None:
    tested = set(globals())
    assert {metric.__name__ for metric in ASKING.values()} <= tested
