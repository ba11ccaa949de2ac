"""Words that any sentence may leave out: they say nothing that tells one thing from another."""

from __future__ import annotations

from functools import lru_cache

from assistant.asking import texts
from assistant.asking.questions.topic import Term
from assistant.asking.words import PhraseTable
from ingest.vocabulary import load


@lru_cache(maxsize=1)
def unsaid() -> PhraseTable[str]:
    """The phrases of the vocabulary that are such words."""
    phrases = (*load("asking_sentences")["slight"], *load("asking_sentences")["unsaid"])
    return PhraseTable((phrase, phrase) for phrase in phrases)


def heads_section(term: Term, told: str) -> bool:
    """Whether a term is a word for the section whose rows an answer lists ("nhóm X gồm ...")."""
    listed = texts.LIMIT_SECTION.partition("{")[0] in told
    return listed and _of_sections().at(term.words, 0)[0] == len(term.words)


@lru_cache(maxsize=1)
def _of_sections() -> PhraseTable[str]:
    return PhraseTable((one, one) for one in load("asking_sentences")["section_words"])
