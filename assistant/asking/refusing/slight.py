"""Words that any sentence may leave out: they say nothing that tells one thing from another."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking import texts
from assistant.asking.finding.headed import INSIDE
from assistant.asking.questions.topic import Term
from assistant.asking.words import PhraseTable, Word
from ingest.vocabulary import load, remembered


@remembered()
def unsaid() -> PhraseTable[str]:
    """The phrases of the vocabulary that are such words."""
    phrases = (*load("asking_sentences")["slight"], *load("asking_sentences")["unsaid"])
    return PhraseTable((phrase, phrase) for phrase in phrases)


def idle_places(words: Sequence[Word]) -> list[bool]:
    """Which of the words say nothing: grammar, talk, and what any sentence may leave out."""
    idle = [False] * len(words)
    place = 0
    while place < len(words):
        length = max(_grammar().at(words, place)[0], unsaid().at(words, place)[0])
        idle[place : place + length] = [True] * length
        place += length or 1
    return idle


@remembered()
def _grammar() -> PhraseTable[str]:
    return PhraseTable((str(one), str(one)) for one in load("asking_intents")["function"])


def heads_section(term: Term, told: str) -> bool:
    """Whether a term is a word for the section whose rows an answer lists ("nhóm X gồm ...")."""
    listed = texts.LIMIT_SECTION.partition("{")[0] in told
    return listed and is_section_word(term)


def is_section_word(term: Term) -> bool:
    """Whether a term is a word for a group of rows ("nhóm chỉ tiêu", "lĩnh vực")."""
    start = int(term.plain[0] in INSIDE and len(term.words) > 1)
    return _of_sections().at(term.words, start)[0] == len(term.words) - start


@remembered()
def _of_sections() -> PhraseTable[str]:
    return PhraseTable((one, one) for one in load("asking_sentences")["section_words"])
