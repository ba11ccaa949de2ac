"""Omission rate: what the outline requires and the draft does not say."""

from __future__ import annotations

from assistant.answer import Draft
from evals.metrics.score import Score


def omission_rate(draft: Draft) -> Score | None:
    """Omitted records, with a reason or without, of those required; lower is better."""
    required = draft.ledger.required
    return Score(max(0, required - draft.ledger.used), required) if required else None
