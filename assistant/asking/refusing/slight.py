"""Words that any sentence may leave out: they say nothing that tells one thing from another."""

from __future__ import annotations

from functools import lru_cache

from assistant.asking.words import PhraseTable
from ingest.vocabulary import load


@lru_cache(maxsize=1)
def unsaid() -> PhraseTable[str]:
    """The phrases of the vocabulary that are such words."""
    phrases = (*load("asking_sentences")["slight"], *load("asking_sentences")["unsaid"])
    return PhraseTable((phrase, phrase) for phrase in phrases)
