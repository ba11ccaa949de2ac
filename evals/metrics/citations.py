"""Citations: the quote is verbatim, the locator exact, and the gold places are among them."""

from __future__ import annotations

from evals.metrics.score import Score
from evals.originals.block import plain
from evals.originals.reading import blocks, whole_text
from evals.outcome import Outcome, pieces
from evals.wording import key
from ingest.model import Source


def quotes_verbatim(outcome: Outcome) -> Score | None:
    """Cited pieces whose quote stands in the file, white space and tags apart."""
    cited = _cited(outcome)
    hits = sum(_is_verbatim(source, outcome) for source in cited)
    return Score(hits, len(cited)) if cited else None


def locators_exact(outcome: Outcome) -> Score | None:
    """Cited table cells whose quote stands in the very row that the locator names.

    A .pdf's rows are cut by page ends and have no number in the file, so they do not count.
    """
    cells = [each for each in _cited(outcome) if each.table and not each.file.endswith(".pdf")]
    hits = sum(_is_in_its_row(source, outcome) for source in cells)
    return Score(hits, len(cells)) if cells else None


def gold_cited(outcome: Outcome) -> Score | None:
    """Gold units that the answer cites, over the answerable cases that got an answer."""
    if outcome.case.unanswerable or outcome.answer.status != "answered" or not outcome.gold:
        return None
    sources = [citation.source for citation in outcome.answer.citations]
    hits = sum(any(gold.holds(source) for source in sources) for gold in outcome.gold)
    return Score(hits, len(outcome.gold))


def _cited(outcome: Outcome) -> list[Source]:
    return [piece for citation in outcome.answer.citations for piece in pieces(citation.source)]


def _is_verbatim(source: Source, outcome: Outcome) -> bool:
    path = outcome.files.get(source.file)
    return path is not None and plain(source.quote) in whole_text(path)


def _is_in_its_row(source: Source, outcome: Outcome) -> bool:
    path = outcome.files.get(source.file)
    return path is not None and any(
        key(plain(source.quote)) in key(block.text)
        for block in blocks(path)
        if (block.table, block.row) == (source.table, source.row)
    )
