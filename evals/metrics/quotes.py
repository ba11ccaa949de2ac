"""Quotes: verbatim in the file they name."""

from __future__ import annotations

from evals.metrics.cited import cited
from evals.metrics.score import Score
from evals.originals.block import plain
from evals.originals.reading import whole_text
from evals.outcome import Outcome
from ingest.model import Source


def quotes_verbatim(outcome: Outcome) -> Score | None:
    """Cited pieces whose quote stands in the file, white space and tags apart."""
    sources = cited(outcome)
    hits = sum(_is_verbatim(source, outcome) for source in sources)
    return Score(hits, len(sources)) if sources else None


def _is_verbatim(source: Source, outcome: Outcome) -> bool:
    path = outcome.files.get(source.file)
    return path is not None and plain(source.quote) in whole_text(path)
