"""A long report is checked in seconds, and twice as much text takes about twice as long."""

from __future__ import annotations

import time

from assistant.checking.check import check_document
from tests.assistant.checking.blocks import layered
from tests.assistant.checking.papers import reading_of


def seconds(copies: int) -> tuple[float, int]:
    """Time to check a report of ``copies`` reports' sentences against four annexes."""
    papers = [layered(seed) for seed in range(copies)]
    body = "\n".join(paper.render().partition("Phụ lục")[0] for paper in papers)
    reading = reading_of(body)
    others = [reading_of(papers[n].render(), name=f"{n}.txt") for n in range(4)]
    best = 60.0
    for _ in range(2):
        start = time.process_time()
        check = check_document(reading, others)
        best = min(best, time.process_time() - start)
    return best, check.summary.figures


def test_time_grows_with_the_figures_not_with_their_square() -> None:
    small, few = seconds(10)
    large, many = seconds(40)
    assert many > 3 * few
    assert large < 8 * small
    assert large < 6.0
