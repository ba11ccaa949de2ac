"""Extraction, cell by cell: missing, surplus and wrong cells cost what they should."""

from __future__ import annotations

from evals.extraction.cells import Row, compared, row, totals
from evals.metrics.cell_precision import cell_precision
from evals.metrics.cell_recall import cell_recall
from evals.metrics.score import Score

TASK = row("task", "Kiểm kê bè nuôi.", lead=["Phòng Hai", "Phòng Một"], deadline=["Quý I/2031"])


def counted(*read: Row) -> tuple[int, int, int]:
    found = totals(compared([TASK], read))
    return found["gold"], found["read"], found["right"]


def test_the_same_row_is_right_in_every_cell_whatever_the_order_of_names() -> None:
    same = row("task", "Kiểm kê bè nuôi", lead=["Phòng Một", "Phòng Hai"], deadline=["Quý I/2031"])
    assert counted(same) == (3, 3, 3)


def test_a_wrong_cell_costs_both_sides() -> None:
    wrong = row("task", "Kiểm kê bè nuôi", lead=["Phòng Một"], deadline=["Quý I/2031"])
    assert counted(wrong) == (3, 3, 2)


def test_an_empty_cell_costs_recall_alone_and_a_surplus_one_precision_alone() -> None:
    assert counted(row("task", "Kiểm kê bè nuôi", deadline=["Quý I/2031"])) == (3, 2, 2)
    more = row(
        "task", "Kiểm kê bè nuôi", lead=TASK.cells["lead"], deadline=["Quý I/2031"], product=["x"]
    )
    assert counted(more) == (3, 4, 3)


def test_a_row_that_is_missing_or_made_up_counts_with_all_of_its_cells() -> None:
    assert counted() == (3, 0, 0)
    assert counted(TASK, row("task", "Bịa ra", lead=["x"])) == (3, 5, 3)


def test_a_row_read_twice_is_one_too_many() -> None:
    assert counted(TASK, TASK) == (3, 6, 3)


def test_differences_are_said() -> None:
    counts = compared([TASK], [row("task", "Kiểm kê bè nuôi", deadline=["Quý II/2031"])])
    (said,) = counts["task", "deadline"].differences
    assert "'Quý I/2031' was read as 'Quý II/2031'" in said


def test_nothing_read_has_no_precision_and_nothing_there_no_recall() -> None:
    assert cell_precision(read=0, right=0) is None
    assert cell_recall(gold=0, right=0) is None
    assert (cell_precision(read=2, right=1), cell_recall(gold=1, right=1)) == (
        Score(1, 2),
        Score(1, 1),
    )
