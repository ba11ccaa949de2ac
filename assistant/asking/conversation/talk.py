"""The words of a turn of talk, and the lists of phrases that they are looked up in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.text.normal import match_key, strip_accents
from ingest.vocabulary import load, remembered

MARKS = ",.!;:…?"
"""What stands behind a word and is no part of it."""
_LONGEST = 7
_Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word of a turn, as written and as it is looked up."""

    written: str
    plain: str
    accented: str

    @property
    def ends(self) -> bool:
        """Whether a comma or stop stands behind it."""
        return self.written[-1:] in MARKS


@dataclass(frozen=True, slots=True)
class Talk:
    """The lists of asking_talk.yaml, with accents and without."""

    _written: dict[str, _Phrases]
    _bare: dict[str, _Phrases]

    def table(self, name: str, *, accented: bool) -> _Phrases:
        """The phrases of a list."""
        return (self._written if accented else self._bare)[name]

    def at(self, name: str, words: Sequence[Spoken], *, accented: bool) -> int:
        """How many of the first words are a phrase of the list."""
        table = self.table(name, accented=accented)
        for length in range(min(_LONGEST, len(words)), 0, -1):
            if key_of(words[:length], accented=accented) in table:
                return length
        return 0


@remembered()
def talk() -> Talk:
    """The lists in force."""
    lists = load("asking_talk")
    return Talk(
        {name: _phrases(listed) for name, listed in lists.items()},
        {name: _phrases(map(strip_accents, map(str, listed))) for name, listed in lists.items()},
    )


def _phrases(listed: Iterable[object]) -> _Phrases:
    return frozenset(tuple(match_key(str(phrase)).split()) for phrase in listed)


def spoken(text: str) -> list[Spoken]:
    """The words of a turn, punctuation kept with the word it stands behind."""
    words = []
    for written in text.split():
        key = match_key(written).strip(MARKS + "\"'()«»“”")
        words.append(Spoken(written, strip_accents(key), key))
    return words


def key_of(words: Sequence[Spoken], *, accented: bool) -> tuple[str, ...]:
    """Words as a phrase of the lists."""
    return tuple(word.accented if accented else word.plain for word in words)


def is_accented(words: Sequence[Spoken]) -> bool:
    """Whether a turn is typed with accents."""
    return any(word.plain != word.accented for word in words)
