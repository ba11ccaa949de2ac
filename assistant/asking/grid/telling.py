"""The words of a title or name that tell it from others, kept while questions come back to it."""

from __future__ import annotations

from typing import ClassVar

from assistant.asking.finding.corpus import Corpus
from assistant.asking.grid.wording import phrases_of
from assistant.asking.lexicon import Lexicon

_MOST_KEPT = 20_000


class _Kept:
    lexicon: Lexicon | None = None
    words: ClassVar[dict[str, frozenset[str]]] = {}


def telling_words(text: str, corpus: Corpus) -> frozenset[str]:
    """The plain words of ``text`` that are not mere particles; all if there are no others."""
    if _Kept.lexicon is not corpus.lexicon or len(_Kept.words) >= _MOST_KEPT:
        _Kept.lexicon, _Kept.words = corpus.lexicon, {}
    kept = _Kept.words
    found = kept.get(text)
    if found is None:
        found = kept[text] = _told_by(text, corpus)
    return found


def _told_by(text: str, corpus: Corpus) -> frozenset[str]:
    words = corpus.words(text)
    function = corpus.lexicon.function
    whole = phrases_of(tuple(word.plain for word in words), corpus.lexicon)
    told = frozenset(
        word.plain
        for place, word in enumerate(words)
        if place in whole
        or word.plain not in function.heads
        or not any(form == word.accented for form in function.at(words, place)[1])
    )
    return told or frozenset(word.plain for word in words)
