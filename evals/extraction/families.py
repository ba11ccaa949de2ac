"""The facts that invented families were written from."""

from __future__ import annotations

from pathlib import Path

from evals.extraction.cells import Row, row
from evals.families.facts import Facts
from evals.families.generate import Family


def facts_of(family: Family, files: tuple[Path, ...]) -> list[tuple[Path, list[Row]]]:
    """The plan and the statistics annex of a family, each with its rows; other families have none.

    ``files`` are in the order of the family's papers.
    """
    if not isinstance(family.facts, Facts):
        return []
    plan, statistics = files
    return [(plan, _plan(family.facts)), (statistics, _statistics(family.facts))]


def _plan(facts: Facts) -> list[Row]:
    tasks = [
        row(
            "task",
            task.text,
            lead=[task.lead],
            coordinating=task.coordinating,
            product=[task.product],
            deadline=[task.deadline],
        )
        for task in facts.tasks
    ]
    targets = [
        row("target", target.text, value=str(target.percent), unit="%") for target in facts.targets
    ]
    return tasks + targets


def _statistics(facts: Facts) -> list[Row]:
    return [
        row("indicator", each.name, value=str(each.value), unit=each.unit)
        for each in facts.indicators
    ]
