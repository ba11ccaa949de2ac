"""A model's opinion of an answer: a monitor beside the figures, never a gate."""

from __future__ import annotations

import re
from typing import Literal

from evals.metrics.score import Score, yes

Opinion = Literal["yes", "no", "unclear"]
_WORD = re.compile(r"\b(yes|no|unclear)\b", re.IGNORECASE)


def read_opinion(reply: str) -> Opinion:
    """The last of the three words in a reply; without one the model could not judge."""
    words = _WORD.findall(reply)
    return words[-1].lower() if words else "unclear"


def judged_right(opinion: Opinion) -> Score | None:
    """Answers that the model calls right; those it could not judge do not count."""
    return None if opinion == "unclear" else yes(opinion == "yes")
