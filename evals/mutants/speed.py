"""``python -m evals.mutants.speed``: a long report against three documents, half as long and whole.

Printed only: times depend on the machine.
"""

from __future__ import annotations

import time
from dataclasses import replace

import click

from assistant.checking.check import check_document
from evals.mutants.run import read
from evals.mutants.world import World, world
from evals.mutants.writing import Line, Script
from ingest.model import Reading

_LINES_A_PAGE = 38
_WIDTH = 95


def narrative(one: World) -> list[Line]:
    """The text of a report without its annex."""
    lines = one.report.lines
    end = next((n for n, line in enumerate(lines) if line.text == "Phụ lục"), len(lines))
    return [*lines[:end]]


def pages(lines: list[Line]) -> int:
    """How many pages the lines fill in print, about."""
    printed = sum(1 + len(line.text) // _WIDTH for line in lines)
    return -(-printed // _LINES_A_PAGE)


def long_report(wanted: int) -> tuple[Script, list[Reading]]:
    """A report of so many pages, and three documents it is checked against."""
    lines: list[Line] = []
    seed = 0
    while pages(lines) < wanted:
        lines += narrative(world(seed))[3 if seed else 0 :]
        seed += 1
    first = world(0)
    others = [read(replace(world(1).report, name="khac.txt")), read(first.plan), read(first.last)]
    return Script("bao-cao.txt", tuple(lines)), others


@click.command()
@click.option("--pages", "wanted", default=30, show_default=True)
def main(wanted: int) -> None:
    """Check a report of half the pages, then of all of them."""
    for size in (wanted // 2, wanted):
        script, others = long_report(size)
        start = time.process_time()
        reading = read(script)
        middle = time.process_time()
        check = check_document(reading, others)
        end = time.process_time()
        click.echo(
            f"{size} pages, {check.summary.figures} figures: read in {middle - start:.2f} s, "
            f"checked in {end - middle:.2f} s of one processor"
        )


if __name__ == "__main__":
    main()
