"""Runs cases against a service and keeps what came of each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.service import Service
from evals import documents
from evals.case import Case, DocumentSet, load
from evals.errors import DocumentsMissing
from evals.families.generate import SEED, families
from evals.opening import opened
from evals.outcome import Outcome, resolved

_SEARCHED = 10
SETS: tuple[DocumentSet, ...] = ("reference", "samples", "synthetic")


@dataclass(slots=True)
class Clock:
    """The day the program takes for today; each case sets its own."""

    day: date = field(default_factory=lambda: date(2026, 1, 1))

    def __call__(self) -> date:
        """Today."""
        return self.day


@dataclass(frozen=True, slots=True)
class Corpus:
    """Files that are asked together, and the cases asked of them."""

    name: str
    files: tuple[Path, ...]
    cases: tuple[Case, ...]


@contextmanager
def corpora(
    sets: Sequence[DocumentSet] = SETS, *, seed: int = SEED
) -> Iterator[tuple[Corpus, ...]]:
    """What there is to ask on this machine; generated files last as long as the context.

    Another ``seed`` gives families that nobody has looked at yet.

    Raises:
        DocumentsMissing: the reference documents were asked for and are not here.
    """
    cases = load()
    found = []
    for name, files in (("reference", documents.reference()), ("samples", documents.samples())):
        if name in sets and not files:
            raise DocumentsMissing("the reference documents are not beside this repository")
        if name in sets:
            chosen = tuple(case for case in cases if case.documents == name)
            found.append(Corpus(name, tuple(files), chosen))
    with TemporaryDirectory(prefix="cchc-families-") as folder:
        if "synthetic" in sets:
            found += [
                Corpus(family.name, family.write(Path(folder)), family.cases())
                for family in families(seed)
            ]
        yield tuple(found)


def run(
    corpora_: Sequence[Corpus],
    *,
    wanted: Callable[[Case], bool] = lambda _: True,
    dense: bool = False,
    twice: bool = True,
) -> list[Outcome]:
    """Ask every wanted case; outcomes in the order of the cases.

    ``twice``: every question is asked again, to see whether the answer stays the same.
    """
    outcomes: list[Outcome] = []
    clock = Clock()
    for corpus in corpora_:
        cases = [case for case in corpus.cases if wanted(case)]
        if not cases:
            continue
        with opened(corpus.files, today=clock, dense=dense) as service:
            for case in cases:
                clock.day = case.today
                outcomes.append(_ask(service, case, corpus.files, twice=twice))
    return outcomes


def _ask(service: Service, case: Case, files: Sequence[Path], *, twice: bool) -> Outcome:
    gold = resolved(case, files)
    started = time.perf_counter()
    answer = service.ask(case.question, history=case.history)
    elapsed = (time.perf_counter() - started) * 1000
    again = service.ask(case.question, history=case.history) if twice else None
    return Outcome(
        case=case,
        answer=answer,
        found=service.search(case.question, k=_SEARCHED).results,
        gold=gold,
        files={file.name: file for file in files},
        elapsed_ms=elapsed,
        again=again,
    )
