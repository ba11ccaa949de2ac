"""Seed and number of annexes -> slot errors, by the program's own reader and by the eval's."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.checking.check import check_document
from assistant.drafting.composing.compose import compose
from assistant.drafting.document.form import OfficialForm
from assistant.drafting.document.writing import write_docx
from assistant.drafting.material import prepare
from assistant.drafting.model import Composition
from assistant.drafting.verifying.expected import expected_lines
from assistant.drafting.verifying.paper import read_paper
from assistant.drafting.verifying.verify import slot_errors as slot_errors_of
from evals.drafting.facts import Invented, invent
from evals.drafting.judging import Judged, judge
from evals.drafting.papers import write_annex, write_before, write_plan
from evals.drafting.reading import read_body
from ingest.model import Reading
from ingest.pipeline import read_file
from prompts.outline import load_outline

_KIND = "annual-report"


@dataclass(slots=True)
class SlotReport:
    """Slot errors over many drafts.

    ``slots`` were composed, ``figures`` were met by the eval's own reader in the finished files,
    ``required`` rows had to be said. ``errors`` are lines for a person, ``counts`` their number by
    kind; ``checked`` files were also checked as any report is.
    """

    annexes: int = 0
    slots: int = 0
    figures: int = 0
    required: int = 0
    checked: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """(missing + wrong + added + repeated …) / figures that had to be right."""
        wanted = max(self.figures, self.required)
        return self.slot_errors / wanted if wanted else 0.0

    @property
    def slot_errors(self) -> int:
        """All errors but those that only the check of the whole file raised."""
        return sum(count for kind, count in self.counts.items() if kind != "check")

    def join(self, other: SlotReport) -> None:
        """Take in what another run counted."""
        self.annexes += other.annexes
        self.slots += other.slots
        self.figures += other.figures
        self.required += other.required
        self.checked += other.checked
        self.errors += other.errors
        for kind, count in other.counts.items():
            self.counts[kind] = self.counts.get(kind, 0) + count

    def add(self, kind: str, line: str) -> None:
        """Count one error and keep its line."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.errors.append(f"{kind}: {line}")


def slot_errors(seed: int, annexes: int, *, checked: int = 1) -> SlotReport:
    """Invent ``annexes`` annexes from ``seed``, draft a report from each, and judge the files.

    Every ``checked``-th file is also checked as any report is, which takes most of the time.
    """
    report = SlotReport()
    for number in range(seed, seed + annexes):
        facts = invent(number)
        with TemporaryDirectory(prefix="cchc-drafts-") as folder:
            rng = random.Random(number)  # noqa: S311 - invents test data
            _draft(facts, Path(folder), rng, report, check=number % checked == 0)
    return report


def _draft(
    facts: Invented, folder: Path, rng: random.Random, report: SlotReport, *, check: bool
) -> None:
    annex = _read(write_annex(facts, folder, rng))
    before = _read(write_before(facts, folder, rng)) if facts.has_before else None
    plans = (_read(write_plan(facts, folder)),) if facts.has_plan else ()
    material = prepare(annex, year=facts.year, plans=plans, previous=before)
    composition = compose(load_outline(_KIND), material, number=_numbers())
    path = folder / "bao-cao.docx"
    write_docx(composition, OfficialForm(year=facts.year), annex, path)
    report.annexes += 1
    promised = expected_lines(composition)
    report.slots += sum(one.slot is not None for line in promised for one in line.promises)
    for error in slot_errors_of(read_paper(path), promised, composition, material.sources):
        report.add(error.kind, error.message)
    if check:
        reading = _read(path)
        report.checked += 1
        for finding in check_document(reading, material.sources).findings:
            if finding.severity == "error":
                report.add("check", f"{facts.department} {facts.year}: {finding.message}")
    lines = read_body(path)
    _collect(judge(facts, lines, omitted=_omitted(composition, facts)), report)


def _collect(judged: Judged, report: SlotReport) -> None:
    report.figures += judged.figures
    report.required += judged.required
    for line in judged.wrong:
        report.add("wrong", line)
    for line in judged.missing:
        report.add("missing", line)
    for line in judged.repeated:
        report.add("repeated", line)


def _omitted(composition: Composition, facts: Invented) -> frozenset[str]:
    """Names of rows that the ledger leaves out with a reason."""
    left = {" ".join(one.indicator.split()) for one in composition.ledger if not one.used}
    return frozenset(
        row.name
        for row in facts.rows
        if any(row.name.lstrip("- ").lower() in one.lower() for one in left)
    )


def _numbers() -> Callable[[str], str]:
    ids: dict[str, str] = {}
    return lambda key: ids.setdefault(key, f"F{len(ids) + 1}")


def _read(path: Path) -> Reading:
    return read_file(path, document_id=path.stem, shown_path=path.name)
