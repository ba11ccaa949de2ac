"""Drafts of invented annexes carry no wrong figure; the judge sees every kind of error."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from evals.drafting.facts import Invented, invent
from evals.drafting.judging import judge
from evals.drafting.papers import write_annex, write_before, write_plan
from evals.drafting.reading import read_line
from evals.drafting.run import results_page
from evals.drafting.suite import SlotReport, slot_errors
from ingest.pipeline import read_file

DRAFTS = 3


def test_drafts_of_invented_annexes_have_no_slot_errors() -> None:
    report = slot_errors(2024, DRAFTS)
    assert report.errors == []
    assert report.annexes == DRAFTS
    assert report.figures > 60 * DRAFTS
    assert report.required > 25 * DRAFTS
    assert report.rate == 0


@pytest.fixture(scope="module")
def facts() -> Invented:
    return invent(77)


def _sentences(facts: Invented) -> list[str]:
    """Every stated row in a sentence of its own."""
    return [
        f"{row.name.lstrip('- ')} là {row.text} {row.unit.lower()}."
        for row in facts.rows
        if row.stated
    ]


def test_the_same_seed_invents_the_same_facts() -> None:
    assert invent(5) == invent(5)
    assert invent(5) != invent(6)


def test_true_sentences_are_right_and_nothing_is_missing(facts: Invented) -> None:
    judged = judge(facts, _sentences(facts), omitted=frozenset())
    assert judged.wrong == []
    assert judged.missing == []
    assert judged.right == judged.figures >= judged.required > 20


def test_a_wrong_a_swapped_and_a_left_out_figure_are_seen(facts: Invented) -> None:
    lines = _sentences(facts)
    counted = [row for row in facts.rows if row.kind == "count" and row.value and row.value > 60]
    one, other = counted[0], counted[-1]
    name = one.name.lstrip("- ")
    changed = [
        line.replace(f"là {one.text} ", "là 59 ", 1) if name in line else line for line in lines
    ]
    assert len(judge(facts, changed, omitted=frozenset()).wrong) == 1
    swapped = [
        line.replace(f"là {one.text} ", f"là {other.text} ", 1) if name in line else line
        for line in lines
    ]
    assert judge(facts, swapped, omitted=frozenset()).wrong
    shorter = [line for line in lines if name not in line]
    assert one.name in judge(facts, shorter, omitted=frozenset()).missing[0]
    assert judge(facts, shorter, omitted=frozenset({one.name})).missing == []


def test_a_figure_given_twice_under_one_heading_is_repeated(facts: Invented) -> None:
    line = _sentences(facts)[0]
    assert judge(facts, ["1. Mục", line, "2. Mục", line], omitted=frozenset()).repeated == []
    assert len(judge(facts, ["1. Mục", line, line], omitted=frozenset()).repeated) == 1


def test_documents_dates_and_years_must_have_been_invented(facts: Invented) -> None:
    number, day = facts.documents[0].split()
    right = f"Theo Quyết định số {number} ngày {day} của năm {facts.year}."
    assert judge(facts, [right], omitted=frozenset()).wrong == []
    for wrong in (
        right.replace(number, "1/QĐ-XYZ"),
        right.replace(day, f"30/02/{facts.year}"),
        right.replace(f"năm {facts.year}", "năm 2019"),
    ):
        assert len(judge(facts, [wrong], omitted=frozenset()).wrong) == 1


def test_a_trend_against_the_figures_is_wrong(facts: Invented) -> None:
    row = next(
        row
        for row in facts.rows
        if row.kind == "count" and row.value and row.before and row.value > row.before + 1
    )
    assert row.value is not None
    assert row.before is not None
    name, unit = row.name.lstrip("- "), row.unit.lower()
    said = f"{name} là {row.text} {unit}, tăng {row.value - row.before} {unit}."
    assert judge(facts, [said], omitted=frozenset()).wrong == []
    assert judge(facts, [said.replace("tăng", "giảm")], omitted=frozenset()).wrong


def test_the_judge_reads_ratios_numbers_and_labels_by_its_own_grammar() -> None:
    line = read_line(
        "1. Đạt 1.234,5 triệu đồng và 25/30 việc, theo Kế hoạch số 12/KH-SYT ngày 05/01/2031."
    )
    assert [str(one.value) for one in line.figures] == ["1234.5", "25"]
    assert str(line.figures[1].whole) == "30"
    assert line.documents == ("12/KH-SYT",)
    assert line.dates == ("05/01/2031",)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_invented_documents_are_read_whole(tmp_path: Path, seed: int) -> None:
    facts = invent(seed)
    for path in (
        write_annex(facts, tmp_path, random.Random(seed)),
        write_before(facts, tmp_path, random.Random(seed)),
    ):
        reading = read_file(path, document_id="d", shown_path=path.name)
        read = {row.name.lstrip("- ") for row in reading.indicators if row.value is not None}
        assert {row.name.lstrip("- ") for row in facts.rows if row.stated} <= read
    plan = read_file(write_plan(facts, tmp_path), document_id="p", shown_path="ke-hoach.txt")
    assert len(plan.targets) == sum(row.target is not None for row in facts.rows)


def test_the_page_names_the_command_and_the_rate() -> None:
    report = SlotReport(annexes=2, slots=10, figures=100, required=9)
    report.add("wrong", "“5” khác “6”")
    page = results_page(report, seed=3, seconds=1.0)
    assert "--seed 3 --annexes 2" in page
    assert "| slot error rate | 1.0000% |" in page
    assert "- wrong: “5” khác “6”" in page
