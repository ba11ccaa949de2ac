"""``python -m evals.drafting.run``: the slot errors of many drafts, and the page that says so."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click

from evals.drafting.suite import SlotReport, slot_errors

_STEP = 20
_SHOWN = 10
_KINDS = ("missing", "wrong", "added", "repeated", "unsupported", "trend", "check")


@click.command()
@click.option("--seed", default=1, show_default=True, help="First seed.")
@click.option("--annexes", default=300, show_default=True, help="How many annexes to invent.")
@click.option("--checked", default=5, show_default=True, help="Check every n-th file as a whole.")
@click.option("--workers", default=1, show_default=True, help="Processes to work in.")
@click.option("--out", type=click.Path(path_type=Path), help="Markdown file to write.")
def main(seed: int, annexes: int, checked: int, workers: int, out: Path | None) -> None:
    """Invent annexes, draft a report from each, read the files back, count what is wrong."""
    began = time.monotonic()
    report = SlotReport()
    one = partial(slot_errors, annexes=1, checked=checked)
    with ProcessPoolExecutor(workers) as pool:
        for done, part in enumerate(pool.map(one, range(seed, seed + annexes)), start=1):
            report.join(part)
            if done % _STEP == 0:
                click.echo(f"{done}/{annexes} drafts, {report.figures} figures", err=True)
    seconds = time.monotonic() - began
    page = results_page(report, seed=seed, seconds=seconds)
    click.echo(page)
    if out is not None:
        out.write_text(page, encoding="utf-8")


def results_page(report: SlotReport, *, seed: int, seconds: float) -> str:
    """The results as Markdown."""
    wrong = report.slot_errors
    rows = [f"| {kind} | {report.counts.get(kind, 0)} |" for kind in _KINDS]
    return "\n".join(
        (
            "# Slot errors of drafts",
            "",
            "Annexes are invented (`evals/drafting`), a report is drafted from each without a "
            "model, and every figure of",
            "the finished .docx is bound again twice: by `assistant/drafting/verifying`, and by "
            "the eval's own reader",
            "against the facts that were invented. `missing` also counts required rows that are "
            "neither stated nor in the",
            "ledger; `check` are errors that the check of the finished file raised.",
            "",
            f"    python -m evals.drafting.run --seed {seed} --annexes {report.annexes} "
            "--out docs/drafting-results.md",
            "",
            "| measured | |",
            "|---|---|",
            f"| annexes | {report.annexes} |",
            f"| of these files checked as a whole | {report.checked} |",
            f"| figures met in the files | {report.figures} |",
            f"| slots composed | {report.slots} |",
            f"| rows that had to be stated | {report.required} |",
            f"| slot error rate | {report.rate:.4%} |",
            f"| 95 % sure to be below | {_upper(wrong, report.figures):.4%} |",
            f"| seconds | {seconds:.0f} |",
            "",
            "| error | n |",
            "|---|---|",
            *rows,
            "",
            *_examples(report.errors),
        )
    )


def _upper(errors: int, tried: int) -> float:
    """The one-sided 95 % bound of a rate; exact for none (0 of 2,995 shows 0.1 %)."""
    if not tried:
        return 1.0
    if not errors:
        return float(1 - 0.05 ** (1 / tried))
    z, rate = 1.645, errors / tried
    spread = z * math.sqrt(rate * (1 - rate) / tried + z * z / (4 * tried * tried))
    return float((rate + z * z / (2 * tried) + spread) / (1 + z * z / tried))


def _examples(errors: Sequence[str]) -> list[str]:
    """The first few of each kind."""
    shown: Counter[str] = Counter()
    lines = []
    for line in errors:
        kind = line.partition(":")[0]
        shown[kind] += 1
        if shown[kind] <= _SHOWN:
            lines.append(f"- {line}")
    return lines


if __name__ == "__main__":
    main()
