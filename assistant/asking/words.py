"""Words of questions and documents in the two forms they are compared in.

A :class:`Word` is one Vietnamese syllable (or number): ``plain`` without accents, ``accented`` with
them. Spelling that writers mix (``tỉ``/``tỷ``, tone placement, ``02``/``2``) is one form in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from ingest.text.normal import match_key, strip_accents

_WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+\d*|\w+")
_PADDED = re.compile(r"^0\d$")
_FINAL_Y = re.compile(r"^(?!qu)([bcdđghklmnprstvx]{1,3})([yýỳỷỹỵ])$")
_Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_SHORT = 200  # longer texts are whole paragraphs: they are seldom asked for again

Phrase = tuple[str, ...]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Word:
    """One syllable. ``start`` is its offset in the normalised text, -1 where it was expanded."""

    plain: str
    accented: str
    start: int = -1
    written: str = ""

    @property
    def shown(self) -> str:
        """As the writer spelt it."""
        return self.written or self.accented

    @property
    def has_accent(self) -> bool:
        """Whether the writer typed a diacritic."""
        return self.plain != self.accented


@lru_cache(maxsize=65536)
def _word(accented: str) -> tuple[str, str]:
    if _PADDED.match(accented):
        accented = accented.lstrip("0")
    if _FINAL_Y.match(accented):
        accented = accented.translate(_Y_TO_I)
    return strip_accents(accented), accented


def words_of(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order, punctuation dropped, abbreviations left as they are."""
    found: list[Word] = []
    for match in _WORD.finditer(match_key(text)):
        plain, accented = _word(match.group())
        found.append(Word(plain, accented, match.start(), match.group()))
    return tuple(found)


def forms_of(key: str) -> list[tuple[str, str]]:
    """The words of a match key as (plain, accented), for those who need nothing else of them."""
    return [*map(_word, _WORD.findall(key))]


def plain_phrase(text: str) -> Phrase:
    """The accent-free words of ``text``: the key phrases are looked up by."""
    return _short_phrase(text) if len(text) <= _SHORT else _phrase(text)


@lru_cache(maxsize=16384)
def _short_phrase(text: str) -> Phrase:
    return _phrase(text)


def _phrase(text: str) -> Phrase:
    return tuple(plain for plain, _ in forms_of(match_key(text)))


class PhraseTable(Generic[Value]):
    """Phrases of several words, found longest first. Accents must agree where both have them."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._entries: dict[Phrase, list[tuple[tuple[Word, ...], Value]]] = {}
        self._longest: dict[str, int] = {}
        self.heads: frozenset[str]
        """The plain words that phrases begin with."""
        self.words: frozenset[str]
        """All plain words of the phrases."""
        for text, value in entries:
            words = words_of(text)
            if not words:
                continue
            key = tuple(word.plain for word in words)
            self._entries.setdefault(key, []).append((words, value))
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))
        self.heads = frozenset(self._longest)
        self.words = frozenset(word for key in self._entries for word in key)

    def begins(self, plain: str) -> int:
        """How many words the longest phrase has that begins with ``plain``; 0 if none does."""
        return self._longest.get(plain, 0)

    def at(self, words: Sequence[Word], start: int) -> tuple[int, tuple[Value, ...]]:
        """Length of the longest phrase that begins at ``start``, with all its values; 0 if none."""
        longest = self._longest.get(words[start].plain, 0) if start < len(words) else 0
        if not longest:
            return 0, ()
        plain = tuple([word.plain for word in words[start : start + longest]])
        for length in range(len(plain), 0, -1):
            known = self._entries.get(plain[:length])
            if not known:
                continue
            piece = words[start : start + length]
            values = tuple(value for written, value in known if accents_agree(piece, written))
            if values:
                return length, values
        return 0, ()

    def may_stand(self, plain: Phrase, start: int) -> bool:
        """Whether some phrase begins at ``start``, as far as words without accents tell."""
        longest = self._longest.get(plain[start], 0)
        return any(plain[start : start + size + 1] in self._entries for size in range(longest))

    def spelt_at(self, words: Sequence[Word], start: int, length: int) -> bool:
        """Whether the ``length`` words at ``start`` are a phrase accent by accent."""
        piece = words[start : start + length]
        known = self._entries.get(tuple(word.plain for word in piece), [])
        asked = [word.accented for word in piece]
        return any([word.accented for word in written] == asked for written, _ in known)


def accents_agree(asked: Sequence[Word], written: Sequence[Word]) -> bool:
    """Whether no asked word bears accents that the written one contradicts."""
    return all(
        not one.has_accent or one.accented == other.accented
        for one, other in zip(asked, written, strict=True)
    )


def spelt_phrase(text: str) -> Phrase:
    """The words of a text with their accents: "giáo dục" holds no "giao"."""
    return tuple(word.accented for word in words_of(text))


def contains(words: Sequence[str], phrase: Sequence[str]) -> int:
    """Index at which ``phrase`` stands in ``words``, -1 where it does not."""
    size = len(phrase)
    if not size:
        return -1
    first = phrase[0]
    if first not in words:
        return -1
    for index in range(len(words) - size + 1):
        if words[index] == first and tuple(words[index : index + size]) == tuple(phrase):
            return index
    return -1
