"""Twice as much text is twice as much work; `python -m evals.mutants.speed` measures the time."""

from __future__ import annotations

import cProfile
import pstats

from assistant.checking.check import check_document
from tests.assistant.checking.blocks import layered
from tests.assistant.checking.papers import reading_of


def work(copies: int) -> tuple[int, int]:
    """Calls made to check a report of ``copies`` reports' sentences against four annexes."""
    papers = [layered(seed) for seed in range(copies)]
    body = "\n".join(paper.render().partition("Phụ lục")[0] for paper in papers)
    reading = reading_of(body)
    others = [reading_of(papers[n].render(), name=f"{n}.txt") for n in range(4)]
    check_document(reading, others)  # what is remembered is the same for all sizes
    profile = cProfile.Profile()
    profile.enable()
    check = check_document(reading, others)
    profile.disable()
    return int(pstats.Stats(profile).total_calls), check.summary.figures  # type: ignore[attr-defined]


def test_work_grows_with_the_figures_not_with_their_square() -> None:
    small, few = work(6)
    large, many = work(24)
    assert many > 3 * few
    assert large < 1.5 * small * many / few
