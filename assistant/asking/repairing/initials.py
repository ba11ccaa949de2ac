"""Writes out a unit that a question names by its initials in capitals ("VPĐKĐĐ")."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Corpus
from assistant.asking.words import Word

_FEWEST = 3


def spelt_out(words: Sequence[Word], corpus: Corpus, *, typed: str) -> tuple[Word, ...]:
    """The words, with the initials of one stored unit in its place; ``typed`` is the question."""
    if typed.isupper():
        return tuple(words)
    result: list[Word] = []
    for word in words:
        end = word.start + len(word.written)
        capitals = word.start >= 0 and bool(word.written) and typed[word.start : end].isupper()
        name = _named_by(word, corpus) if capitals else ()
        result.extend(Word(one.plain, one.accented, word.start) for one in name)
        if not name:
            result.append(word)
    return tuple(result)


def _named_by(word: Word, corpus: Corpus) -> tuple[Word, ...]:
    """The words of the only unit with these initials; empty where it is none or not the only."""
    letters = word.accented
    if len(letters) < _FEWEST or not letters.isalpha() or corpus.word_counts[word.plain]:
        return ()
    found = {
        tuple(one.accented for one in phrase): phrase
        for phrase, _ in corpus.units
        if "".join(one.accented[0] for one in phrase if one.accented != "và") == letters
    }
    return next(iter(found.values())) if len(found) == 1 else ()
