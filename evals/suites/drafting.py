"""Drafting: annual reports from statistics annexes whose figures are known."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.answer import Draft
from assistant.errors import AssistantError
from assistant.service import DraftOrder
from evals import documents
from evals.case import DocumentSet
from evals.drafting.suite import slot_errors as slot_report
from evals.extraction.cells import Row as Fact
from evals.extraction.families import facts_of
from evals.extraction.samples import facts_of_samples
from evals.families.facts import Facts
from evals.families.generate import SEED, families
from evals.metrics.fidelity import figure_fidelity, unfaithful
from evals.metrics.omission import omission_rate
from evals.metrics.score import Score, yes
from evals.metrics.slot_errors import Row, slot_error_rate, slot_errors
from evals.opening import opened
from evals.originals.reading import blocks
from evals.suite import Clock
from evals.trial import Result, Trial
from evals.wording import key
from ingest.errors import ReadingError

METRICS = ("figure fidelity", "slot error rate", "omission rate", "same when repeated")
_KIND = "annual-report"
_SHOWN = 6
_ANNEXES = 6
_FAMILIES = 6
"""Drafting takes seconds, so not every family is drafted from."""


@dataclass(frozen=True, slots=True)
class Paper:
    """An annex to draft from, the annex of the year before if there is one, and its facts."""

    document_set: DocumentSet
    annex: Path
    year: int
    facts: list[Fact]
    previous: Path | None = None


def run(sets: Collection[DocumentSet], *, seed: int = SEED) -> Result:
    """Draft from every annex; one trial a section, one for the draft as a whole."""
    trials: list[Trial] = []
    with TemporaryDirectory(prefix="cchc-families-") as folder:
        for paper in _papers(sets, Path(folder), seed):
            trials += _drafted(paper)
    if "synthetic" in sets:
        trials += [_read_back(seed + at) for at in range(_ANNEXES)]
    return Result("drafting", METRICS, tuple(trials))


def _read_back(seed: int) -> Trial:
    """An invented annex with the year before and a plan; the finished file is read back."""
    report = slot_report(seed, 1)
    wanted = max(report.figures, report.required)
    errors = min(len(report.errors), wanted)
    return Trial(
        id=f"draft-invented-{seed}",
        cluster=f"invented {seed}",
        groups=("set synthetic", "form docx"),
        scores={"slot error rate": Score(errors, wanted)},
        faults=tuple(report.errors[:_SHOWN]),
        asked=f"{report.required} facts, {report.figures} figures read back",
        grave=bool(report.errors),
    )


def _papers(sets: Collection[DocumentSet], folder: Path, seed: int) -> Iterator[Paper]:
    if "samples" in sets:
        facts = facts_of_samples()
        annexes = {file.name: file for file in documents.samples() if "thong-ke" in file.name}
        years = {_year_of(name): file for name, file in annexes.items() if name in facts}
        for year, file in sorted(years.items()):
            yield Paper("samples", file, year, facts[file.name], years.get(year - 1))
    if "synthetic" in sets:
        planned = [each for each in families(seed) if isinstance(each.facts, Facts)]
        for family in planned[:: max(1, len(planned) // _FAMILIES)]:
            if isinstance(family.facts, Facts):
                _, (annex, rows) = facts_of(family, family.write(folder))
                yield Paper("synthetic", annex, family.facts.year, rows)


def _drafted(paper: Paper) -> Iterator[Trial]:
    sources = [path for path in (paper.annex, paper.previous) if path is not None]
    files = {path.name: path for path in sources}
    groups = (f"set {paper.document_set}", f"form {paper.annex.suffix[1:]}")
    order = DraftOrder(_KIND, year=paper.year, annex=paper.annex, previous=paper.previous)
    with opened((), today=Clock()) as service:
        began = time.perf_counter()
        try:
            first, second = (service.draft(order) for _ in range(2))
        except (AssistantError, ReadingError) as error:
            yield Trial(
                id=f"draft-{paper.annex.stem}",
                cluster=paper.annex.stem,
                groups=groups,
                scores={"same when repeated": Score(0.0)},
                faults=(str(error),),
                grave=True,
            )
            return
        elapsed = (time.perf_counter() - began) * 1000 / 2
    for section in first.sections:
        score = figure_fidelity(section, files, year=paper.year)
        if score is not None:
            yield Trial(
                id=f"draft-{paper.annex.stem}-{section.key}",
                cluster=paper.annex.stem,
                groups=(*groups, f"section {section.key}"),
                scores={"figure fidelity": score},
                faults=unfaithful(section, files, year=paper.year)[:_SHOWN],
                asked=section.title,
                got=section.text,
                grave=True,
            )
    errors = slot_errors(first, _required(paper))
    scores: dict[str, Score | None] = {
        "slot error rate": slot_error_rate(errors, len(paper.facts)),
        "omission rate": omission_rate(first),
        "same when repeated": yes(_text(first) == _text(second)),
    }
    yield Trial(
        id=f"draft-{paper.annex.stem}",
        cluster=paper.annex.stem,
        groups=groups,
        scores={name: score for name, score in scores.items() if score is not None},
        faults=errors.all[:_SHOWN],
        asked=f"{len(paper.facts)} facts, {first.ledger.used} of {first.ledger.required} used",
        elapsed_ms=elapsed,
    )


def _required(paper: Paper) -> Mapping[Row, tuple[str, Decimal]]:
    """Where the annex states each fact that a report gives as a number.

    Codes and zeros are said in words; a name that stands in several rows is left out.
    """
    rows = {}
    for fact in paper.facts:
        value = Decimal(fact.cells["value"])
        if not value or "=" in fact.cells.get("unit", ""):
            continue
        held = [
            block
            for block in blocks(paper.annex)
            if block.table
            and any(key(cell.strip(" .;:")) == key(fact.name) for cell in block.cells)
        ]
        if len(held) == 1:
            place = (paper.annex.name, held[0].table, held[0].row)
            rows[place] = (fact.name, value)
    return rows


def _text(draft: Draft) -> list[tuple[str, str]]:
    return [(section.key, section.text) for section in draft.sections]


def _year_of(name: str) -> int:
    return int("".join(filter(str.isdigit, Path(name).stem))[-4:])
