"""``python -m benchmarks.scale``: how long a warm question takes with very many documents."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import click
import numpy as np

from assistant.asking.answerer import RuleAnswerer
from assistant.garbage import collect_seldom
from benchmarks.synthetic import Copy, NoisyVectors, copies
from evals import documents
from evals.case import load
from ingest import pipeline
from vectorstore.embeddings.factory import EmbeddingSpec, create_embeddings
from vectorstore.index import Index

_SEED = 20
_BATCH = 200
_TODAY = date(2026, 2, 9)
_ASKED_COPIES = 60


@click.command()
@click.option("--documents", "counts", multiple=True, type=int, help="default 1000 and 10000")
@click.option("--questions", default=120, show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), help="keep the store here and reuse it")
@click.option("--words-only", is_flag=True, help="without vectors")
def main(counts: tuple[int, ...], questions: int, folder: Path | None, *, words_only: bool) -> None:
    """Build a store of synthetic documents, ask it, print latency and memory.

    Milliseconds by the clock, and in brackets the processor's own, which do not grow with what
    else the machine does.
    """
    click.echo(
        f"{'documents':>9}{'units':>9}{'build s':>9}{'disk MB':>9}"
        f"{'ask p50':>13}{'p95':>13}{'search p50':>13}{'p95':>13}{'peak MB':>9}"
    )
    for count in sorted(counts or (1000, 10000)):
        with ExitStack() as stack:
            root = folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
            click.echo(_measured(root / str(count), count, questions, words_only=words_only))


def _measured(folder: Path, count: int, questions: int, *, words_only: bool) -> str:
    readings = [
        pipeline.read_file(file, document_id=pipeline.document_id(file.name), shown_path=file.name)
        for file in documents.samples()
    ]
    spec = EmbeddingSpec(provider="bundled")
    real = create_embeddings(spec)
    texts = sorted({unit.embedding_text for reading in readings for unit in reading.units})
    started = time.perf_counter()
    kept = folder.is_dir()
    vectors = (
        np.zeros((1, 1), np.float32)
        if kept or words_only
        else np.array(real.embed_documents(texts), np.float32)
    )
    noisy = NoisyVectors(real, vectors)
    asked: list[Copy] = []
    step = max(1, count // _ASKED_COPIES)
    with Index.open(
        folder, None if words_only else noisy, identity=None if words_only else spec.identity
    ) as index:
        for number, copy in enumerate(copies(readings, count, seed=_SEED)):
            if number % step == 0:
                asked.append(copy)
            if kept:
                if number // step >= _ASKED_COPIES:
                    break
                continue
            index.add(copy.reading)
            if number % _BATCH == _BATCH - 1:
                index.embed_pending(batch=1000)
        index.embed_pending(batch=1000)
        built = time.perf_counter() - started
        collect_seldom()  # as every process that owns a data folder does
        answerer = RuleAnswerer(index, today=_TODAY)
        posed = _questions(asked, questions)
        answerer.answer(posed[0])  # loads the model and the graph
        asks = _times(posed, answerer.answer)
        searches = _times(posed, index.search)
        units = index.health().units
    disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{count:9}{units:9}{built:9.0f}{disk / 1e6:9.0f}"
        f"{_shown(asks, 0.5)}{_shown(asks, 0.95)}"
        f"{_shown(searches, 0.5)}{_shown(searches, 0.95)}{peak:9.0f}"
    )


def _questions(asked: Sequence[Copy], count: int) -> list[str]:
    """Half of them name the place and number of a copy, half name no document at all."""
    rng = Random(_SEED)  # noqa: S311 - a benchmark
    cases = [case.question for case in load() if case.documents == "samples" and not case.history]
    posed = []
    for number in range(count):
        question = rng.choice(cases)
        posed.append(question if number % 2 else rng.choice(asked).reworded(question))
    return posed


@dataclass(frozen=True, slots=True)
class _Times:
    """Milliseconds of all calls by the clock and of the processor, each fastest first."""

    clock: list[float]
    processor: list[float]


def _times(questions: Sequence[str], call: Callable[[str], object]) -> _Times:
    clock: list[float] = []
    processor: list[float] = []
    for question in questions:
        began, spent = time.perf_counter(), time.process_time()
        call(question)
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - spent) * 1000)
    return _Times(sorted(clock), sorted(processor))


def _shown(times: _Times, quantile: float) -> str:
    at = min(len(times.clock) - 1, int(len(times.clock) * quantile))
    return f"{times.clock[at]:.0f} ({times.processor[at]:.0f})".rjust(13)


if __name__ == "__main__":
    main()
