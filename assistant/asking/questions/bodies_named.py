"""Which stored issuer a question names at a word: its letters tell a name from common words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Corpus
from assistant.asking.questions.issuing import (
    ends_with_level,
    is_governing,
    is_kind,
    opens_with_kind,
)
from assistant.asking.words import Word

_BOUND = 0.5


def issuer_at(
    words: Sequence[Word], index: int, corpus: Corpus, *, typed: str, without: frozenset[str]
) -> tuple[int, tuple[str, ...]]:
    """Length and issuers of the name at ``index``; 0 where the words may be no name.

    ``without``: bodies that the question names as something else.
    """
    length, issuers = corpus.issuers.at(words, index)
    issuers = tuple(name for name in issuers if name not in without)
    if not issuers:
        return 0, ()
    named = words[index : index + length]
    if is_governing(named, corpus.lexicon):
        return length, issuers
    if ends_with_level(words[:index], corpus.lexicon):
        return 0, ()
    if is_kind(named, corpus.lexicon):
        return (length, issuers) if _is_name(words, index, length, corpus, typed) else (0, ())
    if opens_with_kind(named, corpus.lexicon):
        return length, issuers
    if any(letter.isupper() for letter in typed[1:]):
        starts = [word.start for word in named if word.start >= 0]
        if not all(typed[start : start + 1].isupper() for start in starts):
            return 0, ()
    return length, issuers


def _is_name(words: Sequence[Word], index: int, length: int, corpus: Corpus, typed: str) -> bool:
    """Whether a kind stands for the stored body ("của Trường"): a name's capital.

    A single word must be no half of another one either ("Môi Trường", "Cục trưởng").
    """
    here = words[index]
    if length > 1:
        return not any(map(str.isupper, typed[1:])) or _is_capital(here, typed)
    if not _is_capital(here, typed) or not typed[: here.start].strip() or typed.isupper():
        return False
    after = words[index + 1 : index + 2]
    pairs = [(here, word) for word in after] + [(word, here) for word in words[:index][-1:]]
    return not any(_is_capital(word, typed) for word in after) and not any(
        corpus.bond(left.plain, right.plain) >= _BOUND for left, right in pairs
    )


def _is_capital(word: Word, typed: str) -> bool:
    return word.start >= 0 and typed[word.start : word.start + 1].isupper()
