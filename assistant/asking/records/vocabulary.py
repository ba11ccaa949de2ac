"""The phrases of ``asking_records`` as tables, and a question's words that they take away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, ClassVar

from assistant.asking.questions.marking import is_accented
from assistant.asking.words import PhraseTable, Word, words_of
from ingest.vocabulary import load, when_replaced

Meaning = tuple[str, tuple[str, ...]]
"""The value of a phrase, and the phrase as it is spelt."""
_CHOICES = re.compile(r"[()]")


class _Built:
    tables: ClassVar[dict[str, PhraseTable[Meaning]]] = {}


@when_replaced
def _forget() -> None:
    _Built.tables = {}


def phrases(name: str) -> Any:  # noqa: ANN401 - a list or a mapping, as the file has it
    """One entry of the file as it stands there."""
    return load("asking_records")[name]


def table(name: str) -> PhraseTable[Meaning]:
    """The phrases of one entry, with the group's name, or themselves, as their value."""
    if name not in _Built.tables:
        _Built.tables[name] = PhraseTable(
            (phrase, (value, tuple(word.accented for word in words_of(phrase))))
            for phrase, value in _named(phrases(name))
        )
    return _Built.tables[name]


def longest(name: str, words: Sequence[Word], place: int, *, accented: bool) -> tuple[int, str]:
    """Length and value of the longest phrase of a table at ``place``; 0 where there is none.

    In a question typed with accents a word without them means just that ("trong" is no "trống").
    """
    known = table(name)
    length = min(known.begins(words[place].plain), len(words) - place)
    while length:
        length, found = known.at(words[: place + length], place)
        spelt = tuple(word.accented for word in words[place : place + length])
        for value, written in found:
            if not accented or written == spelt:
                return length, value
        length -= bool(length)
    return 0, ""


def _named(entry: dict[str, list[str]] | list[str]) -> Iterator[tuple[str, str]]:
    groups = entry.items() if isinstance(entry, dict) else [("", entry)]
    for name, group in groups:
        for listed in group:
            yield from ((phrase, name or phrase) for phrase in _spelt_out(str(listed)))


def _spelt_out(listed: str) -> list[str]:
    """The phrases that one of the file stands for: "(a|b) c" is "a c" and "b c"."""
    pieces = [piece.split("|") for piece in _CHOICES.split(listed) if piece.strip()]
    return [" ".join(" ".join(chosen).split()) for chosen in product(*pieces)]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of a table in the question: its value and its first and last word."""

    name: str
    start: int
    length: int

    @property
    def end(self) -> int:
        """The word behind it."""
        return self.start + self.length


@dataclass(slots=True)
class Taking:
    """The words of a question, of which the readers take away what they understood."""

    typed: str
    words: tuple[Word, ...] = ()
    taken: set[int] = field(default_factory=set)
    accented: bool = False

    def __post_init__(self) -> None:
        self.words = words_of(self.typed)
        self.accented = is_accented(self.words)

    @property
    def plain(self) -> list[str]:
        """The words without accents."""
        return [word.plain for word in self.words]

    def find(self, name: str) -> list[Found]:
        """Where phrases of a table stand among the words not taken yet, the longest first."""
        found: list[Found] = []
        place = 0
        while place < len(self.words):
            length, value = longest(name, self.words, place, accented=self.accented)
            if length and self.taken.isdisjoint(range(place, place + length)):
                found.append(Found(value, place, length))
                place += length
            else:
                place += 1
        return found

    def has(self, name: str) -> bool:
        """Whether a phrase of a table stands among the words not taken yet."""
        return bool(self.find(name))

    def take(self, found: Found) -> None:
        """Take a phrase away."""
        self.taken.update(range(found.start, found.end))

    def take_span(self, start: int, end: int) -> None:
        """Take the words between two offsets of the typed question away."""
        self.taken.update(
            place for place, word in enumerate(self.words) if start <= word.start < end
        )

    def at(self, offset: int) -> int:
        """The first word that begins at or behind an offset."""
        return next(
            (place for place, word in enumerate(self.words) if word.start >= offset),
            len(self.words),
        )

    def said(self, start: int, end: int) -> str:
        """The words from ``start`` up to ``end`` as they were typed."""
        if start >= end:
            return ""
        last = self.words[end - 1]
        return self.typed[self.words[start].start : last.start + len(last.written)]

    @property
    def rest(self) -> str:
        """The question without what was taken; punctuation stays."""
        letters = [*self.typed]
        for place in self.taken:
            word = self.words[place]
            for offset in range(word.start, word.start + len(word.written)):
                letters[offset] = " "
        return " ".join("".join(letters).split())


def value_of(names: Iterable[Found]) -> str | None:
    """The value of the first phrase found."""
    return next((one.name for one in names), None)
