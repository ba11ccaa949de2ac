"""The words of short texts, kept for some time: names and phrases come back within a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from assistant.asking.lexicon import Lexicon
from assistant.asking.words import Word

_MOST_KEPT = 8_000
_SHORT = 80
"""Longer texts than this are sentences, which seldom come back."""


class _Kept:
    lexicon: Lexicon | None = None
    words: ClassVar[dict[str, tuple[Word, ...]]] = {}


def kept_words(
    text: str, lexicon: Lexicon, read: Callable[[str, Lexicon], tuple[Word, ...]]
) -> tuple[Word, ...]:
    """What ``read`` makes of ``text``; it must give the same for the same text and lexicon."""
    if len(text) > _SHORT:
        return read(text, lexicon)
    if _Kept.lexicon is not lexicon or len(_Kept.words) >= _MOST_KEPT:
        _Kept.lexicon, _Kept.words = lexicon, {}
    kept = _Kept.words
    found = kept.get(text)
    if found is None:
        found = kept[text] = read(text, lexicon)
    return found
