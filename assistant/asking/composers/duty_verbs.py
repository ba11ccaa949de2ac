"""The verbs by which running text charges a body with work, and what ends the body's name."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.asking.words import Phrase, plain_phrase
from ingest.vocabulary import load, remembered


@remembered()
def doing() -> frozenset[Phrase]:
    """The phrases that the name of a body ends before: verbs of work and small joining words."""
    ends = (*load("assignments")["doing"], "có", "là", "được", "thuộc", "trong", "khi", "theo")
    return frozenset(plain_phrase(verb) for verb in ends)


def begins_with_verb(words: Phrase) -> bool:
    """Whether words begin with what ends the name of a body."""
    return any(words[:size] in doing() for size in _sizes())


@lru_cache(maxsize=1)
def _sizes() -> tuple[int, ...]:
    return tuple(sorted({len(verb) for verb in doing()}))


@remembered()
def verbs() -> re.Pattern[str]:
    """A verb of work in small letters; in capitals it is part of a body's name."""
    named = "|".join(map(re.escape, sorted(load("assignments")["doing"], key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{named})(?!\w)")
