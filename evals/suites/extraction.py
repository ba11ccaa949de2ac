"""Extraction: the records of reference documents, samples and families, cell by cell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from evals import documents
from evals.case import DocumentSet
from evals.extraction.cells import Count, Row, compared, read_rows
from evals.extraction.families import facts_of
from evals.extraction.samples import facts_of_samples
from evals.families.generate import SEED, families
from evals.gold import compare_reading, gold_document
from evals.metrics.cell_precision import cell_precision
from evals.metrics.cell_recall import cell_recall
from evals.metrics.score import Score
from evals.trial import Result, Trial
from ingest.model import Reading
from ingest.pipeline import read_file

METRICS = ("cell precision", "cell recall")
_SHOWN = 3


def run(sets: Collection[DocumentSet], *, seed: int = SEED) -> Result:
    """Read every document with known facts; one trial a document, kind of record and field."""
    trials: list[Trial] = []
    notes = []
    if "reference" in sets:
        trials += _reference()
    if "samples" in sets:
        facts = facts_of_samples()
        trials += _samples(facts)
        if not facts:
            notes.append("samples: left out, their facts are not beside the program")
    if "synthetic" in sets:
        trials += _synthetic(seed)
    return Result("extraction", METRICS, tuple(trials), notes=tuple(notes))


def _reference() -> Iterator[Trial]:
    for number, path in enumerate(documents.reference()):
        comparison = compare_reading(gold_document(number), _read(path))
        for score in comparison.scores:
            different = [
                f"{item.key}: {item.gold} was read as {item.got}"
                for item in comparison.differences
                if item.kind == score.kind and item.field.split(".")[0] == score.field
            ]
            count = Count(score.gold, score.read, score.right, different)
            yield _trial("reference", path, (score.kind, score.field), count)


def _samples(facts: Mapping[str, list[Row]]) -> Iterator[Trial]:
    for path in documents.samples():
        if path.name in facts:
            yield from _compared("samples", path, facts[path.name])


def _synthetic(seed: int) -> Iterator[Trial]:
    with TemporaryDirectory(prefix="cchc-families-") as folder:
        for family in families(seed):
            for path, rows in facts_of(family, family.write(Path(folder))):
                yield from _compared("synthetic", path, rows)


def _compared(documents_: DocumentSet, path: Path, facts: list[Row]) -> Iterator[Trial]:
    kinds = {row.kind for row in facts}
    read = [row for row in read_rows(_read(path)) if row.kind in kinds]
    for name, count in sorted(compared(facts, read).items()):
        yield _trial(documents_, path, name, count)


def _trial(documents_: DocumentSet, path: Path, name: tuple[str, str], count: Count) -> Trial:
    kind, field = name
    scores: dict[str, Score | None] = {
        "cell precision": cell_precision(read=count.read, right=count.right),
        "cell recall": cell_recall(gold=count.gold, right=count.right),
    }
    return Trial(
        id=f"{path.stem}-{kind}-{field}",
        cluster=path.stem,
        groups=(f"set {documents_}", f"record {kind}", f"field {field}", f"form {path.suffix[1:]}"),
        scores={metric: score for metric, score in scores.items() if score is not None},
        faults=tuple(count.differences[:_SHOWN]),
        asked=f"{count.gold} cells, {count.read} read, {count.right} right",
        grave=count.gold > count.right,
    )


def _read(path: Path) -> Reading:
    return read_file(path, document_id=path.stem, shown_path=path.name)
