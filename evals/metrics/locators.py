"""Locators: the quote stands in the very table row that is named."""

from __future__ import annotations

from evals.metrics.cited import cited
from evals.metrics.score import Score
from evals.originals.block import plain
from evals.originals.reading import blocks
from evals.outcome import Outcome
from evals.wording import key
from ingest.model import Source


def locators_exact(outcome: Outcome) -> Score | None:
    """Cited table cells whose quote stands in the very row that the locator names.

    A .pdf's rows are cut by page ends and have no number in the file, so they do not count.
    """
    cells = [each for each in cited(outcome) if each.table and not each.file.endswith(".pdf")]
    hits = sum(_is_in_its_row(source, outcome) for source in cells)
    return Score(hits, len(cells)) if cells else None


def _is_in_its_row(source: Source, outcome: Outcome) -> bool:
    path = outcome.files.get(source.file)
    return path is not None and any(
        key(plain(source.quote)) in key(block.text)
        for block in blocks(path)
        if (block.table, block.row) == (source.table, source.row)
    )
