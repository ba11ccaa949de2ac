"""Leaves away clauses of talk around a question: address, haste, what the asker is about to do.

"Lãnh đạo đang họp gấp, ..." says nothing of what is looked for. A clause counts as talk where it
holds a word of talk and otherwise only words without weight, words that talk goes with, and letters
that make no word; one that asks something itself never does. An unknown word is matter, not talk.
"""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.repairing.spelling import is_syllable
from assistant.asking.words import PhraseTable, Word, words_of
from ingest.vocabulary import load, remembered

_BREAK = re.compile(r"\s*(?:[,;:!…]+|\.{2,}|\.(?=\s)|\s-\s)\s*")
_FEWEST, _MOST, _NOISE = 2, 12, 4


@remembered()
def _around() -> PhraseTable[str]:
    return PhraseTable((str(phrase), str(phrase)) for phrase in load("asking_chat")["around"])


def without_asides(question: str, corpus: Corpus) -> str:
    """The question without its opening and closing clauses of talk."""
    text = question
    while (found := _BREAK.search(text)) and _is_talk(text[: found.start()], corpus):
        if len(words_of(text[found.end() :])) < _FEWEST:
            return text
        text = text[found.end() :]
    breaks = [*_BREAK.finditer(text.rstrip(" .!?,"))]
    while breaks and not _joins(text, breaks[-1]) and _is_talk(text[breaks[-1].end() :], corpus):
        if len(words_of(text[: breaks[-1].start()])) < _FEWEST:
            return text
        text = text[: breaks.pop().start()]
    return text


def _joins(text: str, found: re.Match[str]) -> bool:
    """Whether a dash joins two names ("song ngữ Việt - Cơ Tu")."""
    before = text[: found.start()].split()[-1:]
    behind = text[found.end() : found.end() + 1]
    named = bool(before) and before[0][:1].isupper() and behind.isupper()
    return "-" in found.group() and named and not text.isupper()


def _is_talk(clause: str, corpus: Corpus) -> bool:
    words = words_of(clause)
    if not 0 < len(words) <= _MOST or any(word.plain[0].isdigit() for word in words):
        return False
    index, told = 0, False
    while index < len(words):
        if _asks(words, index, corpus):
            return False
        length, phrases = corpus.lexicon.function.at(words, index)
        if length:
            told = told or not corpus.lexicon.talk.isdisjoint(phrases)
        else:
            length = _around().at(words, index)[0]
        if not length and (is_syllable(words[index].plain) or _stands(words, index, corpus)):
            return False
        index += length or 1
    return told


def _asks(words: tuple[Word, ...], index: int, corpus: Corpus) -> bool:
    """Whether a cue begins here that the words of talk do not hold."""
    length, cues = corpus.lexicon.cues.at(words, index)
    talk = max(corpus.lexicon.function.at(words, index)[0], _around().at(words, index)[0])
    return length > talk and any(cue.group != "kind" for cue in cues)


def _stands(words: tuple[Word, ...], index: int, corpus: Corpus) -> bool:
    """Whether letters that make no syllable are known: they may be what is looked for."""
    known = corpus.lexicon.abbreviations.at(words, index)[0] or len(words[index].plain) > _NOISE
    return bool(known) or corpus.word_counts[words[index].plain] > 0
