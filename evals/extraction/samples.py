"""The facts that the sample documents were built from."""

from __future__ import annotations

from importlib.util import find_spec

from evals.extraction.cells import Row, row
from evals.numerals import value


def facts_of_samples() -> dict[str, list[Row]]:
    """Rows by file name; nothing where the program is installed without ``samples``."""
    if find_spec("samples") is None:
        return {}
    from samples.facts import identity, statistics

    rows = {identity.PLAN.file: _plan()}
    for year, one in zip(
        statistics.YEARS, (identity.REPORT_2024, identity.ANNEX_2025), strict=True
    ):
        rows[one.file] = [
            row("indicator", each.name, value=_decimal(each.key, year), unit=each.unit)
            for section in statistics.SECTIONS
            for each in section.rows
            if statistics.figure(each.key, year) is not None
        ]
    return rows


def _plan() -> list[Row]:
    from samples.facts import plan

    return [
        row(
            "task",
            task.text,
            lead=_units(task.lead),
            coordinating=_units(task.coordinating),
            product=[product for product, _ in task.outputs],
            deadline=[deadline for _, deadline in task.outputs],
        )
        for _, _, tasks in plan.SECTIONS
        for task in tasks
    ]


def _units(cell: str) -> list[str]:
    return [unit for unit in cell.split("; ") if unit]


def _decimal(key: str, year: int) -> str:
    """The figure as it is printed, as a decimal string."""
    from samples.facts import statistics

    return f"{value(statistics.printed(key, year).rstrip(' %')).normalize():f}"
