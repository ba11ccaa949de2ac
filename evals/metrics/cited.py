"""The places that an answer cites, parts included."""

from __future__ import annotations

from evals.outcome import Outcome, pieces
from ingest.model import Source


def cited(outcome: Outcome) -> list[Source]:
    """Every cited place and every part of one."""
    return [piece for citation in outcome.answer.citations for piece in pieces(citation.source)]
