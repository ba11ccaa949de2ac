"""A question read against tables: its words, its times, and what is to be done with the cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import Features
from assistant.asking.grid.shape import Column, Grid
from assistant.asking.grid.telling import telling_words
from assistant.asking.grid.wording import COUNTED, Bound
from assistant.asking.query import Extreme, Intent, Query, Window
from assistant.asking.questions.periods import Part
from assistant.asking.words import Phrase, Word, contains, plain_phrase
from ingest.vocabulary import load

Read = TypeVar("Read")
_INITIALS = 3

_CAPITALS = re.compile(r"(?<!\w)[A-ZĐ]{3,5}(?!\w)")
_ACRONYM = re.compile(r"(?<!\w)[A-ZĐ]{3,}(?: [A-ZĐ]{3,})*(?!\w)")
_LONGEST_PHRASE = 5
_ASKING = frozenset({"ai", "gi", "nao", "may", "dau", "sao"})


@dataclass(frozen=True)
class Asked:
    """The words of a question; ``weightless`` and ``taken`` places need no explanation.

    ``parts`` are whole months and quarters that it names, ``days`` other times within a year.
    ``ungrouped`` leaves the headings above rows out of what chooses them.
    """

    query: Query
    corpus: Corpus
    words: tuple[Word, ...]
    typed: str
    weightless: frozenset[int]
    taken: frozenset[int]
    years: tuple[int, ...]
    parts: tuple[Part, ...]
    days: tuple[Window, ...]
    bound: Bound | None
    measured: frozenset[int]
    extremes: tuple[Extreme, ...]
    accented: bool
    ungrouped: bool = False
    _found: dict[str, frozenset[int]] = field(default_factory=dict, init=False, compare=False)
    _meant: dict[tuple[str, bool], frozenset[int]] = field(
        default_factory=dict, init=False, compare=False
    )
    _said: dict[str, bool] = field(default_factory=dict, init=False, compare=False)
    _read: dict[Hashable, tuple[Grid, Any]] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def plain(self) -> Phrase:
        """The words without accents."""
        return tuple(word.plain for word in self.words)

    @cached_property
    def chosen(self) -> frozenset[int]:
        """The places of the words right before "nào": what is to be named ("đơn vị nào")."""
        return frozenset(
            place
            for end, word in enumerate(self.plain)
            if word == "nao"
            for place in range(max(0, end - COUNTED), end)
        )

    @property
    def extreme(self) -> Extreme | None:
        """Whether most or least is asked for, the first one where both are."""
        return self.extremes[0] if self.extremes else None

    def once(self, key: Hashable, grid: Grid, read: Callable[[], Read]) -> Read:
        """What ``read`` finds in a table under this key; several ways of answering ask for it."""
        place = (key, id(grid))
        if place not in self._read:
            self._read[place] = (grid, read())
        found: Read = self._read[place][1]
        return found

    @cached_property
    def counted(self) -> frozenset[int]:
        """The places of what is counted or added up ("bao nhiêu điểm"): the unit of the figures."""
        vocabulary = load("asking_tables")
        places: set[int] = set(self.measured)
        for phrase in (*vocabulary["counts"], *vocabulary["wholes"]):
            if inside := tuple(self.at(phrase)):
                places.update(range(inside[-1] + 1, inside[-1] + 1 + COUNTED))
        return frozenset(places)

    @cached_property
    def right_behind_counts(self) -> frozenset[int]:
        """The places right behind the words that ask how many."""
        phrases = load("asking_tables")["counts"]
        return frozenset(max(at) + 1 for one in phrases if (at := tuple(self.at(one))))

    def phrase_heads(self, title: str) -> frozenset[int]:
        """The places where a part of a title begins ("Tiêu chí, tiêu chí thành phần")."""
        parts = (*re.split(r"[,;/]", title), title)
        return frozenset(min(at) for part in parts if (at := self.phrase_at(part.strip())))

    @cached_property
    def content(self) -> frozenset[int]:
        """The places of the words that must be found in the table or above it."""
        return frozenset(
            place
            for place, word in enumerate(self.words)
            if place not in self.weightless
            and place not in self.taken
            and any(letter.isalnum() for letter in word.plain)
        )

    def found(self, text: str) -> frozenset[int]:
        """The places of the question's words that stand in ``text``, or whose synonyms do."""
        if text not in self._found:
            self._found[text] = self._places_in(text)
        return self._found[text]

    def _places_in(self, text: str) -> frozenset[int]:
        features = self.corpus.features(text)
        here = {
            place
            for place, word in enumerate(self.words)
            if place not in self.taken
            and (
                word.accented in features.accented
                if self.accented
                else word.plain in features.words
            )
        }
        for whole in self._written_out:
            if 2 * len(here & whole) < len(whole):
                here -= whole  # "Cách làm" holds none of "CCHC"
        for inside, others in self._synonyms:
            if any(all(word.accented in features.accented for word in other) for other in others):
                here.update(inside)
        here |= {place for place in self._short if self._is_initials(place, features)}
        for short in _CAPITALS.findall(text):
            here.update(self._spelt_out(short))
        return frozenset(here)

    @cached_property
    def _written_out(self) -> tuple[frozenset[int], ...]:
        """The places of the words that one short form of the question stands for."""
        places: dict[int, set[int]] = {}
        for place, word in enumerate(self.words):
            places.setdefault(word.start, set()).add(place)
        return tuple(frozenset(own) for start, own in places.items() if start >= 0 and len(own) > 1)

    def _spelt_out(self, short: str) -> Iterable[int]:
        """The places of words of which a text writes only the initials ("KCN")."""
        letters = plain_phrase(short)
        size = len(short)
        for start in range(len(self.plain) - size + 1):
            piece = self.plain[start : start + size]
            if letters and "".join(word[:1] for word in piece) == letters[0]:
                return range(start, start + size)
        return ()

    def telling(self, text: str) -> frozenset[str]:
        """The plain words of ``text`` that are not mere particles; all if there are no others."""
        return telling_words(text, self.corpus)

    def phrase_at(self, text: str) -> frozenset[int]:
        """The places where ``text`` stands in the question word by word; empty if it does not."""
        features = self.corpus.features(text)
        start = contains(self.plain, features.plain)
        while start >= 0:
            inside = range(start, start + len(features.plain))
            if not self.accented or all(
                self.words[one].accented in features.accented for one in inside
            ):
                return frozenset(inside)
            further = contains(self.plain[start + 1 :], features.plain)
            start = start + 1 + further if further >= 0 else -1
        return frozenset()

    def meant(self, column: Column) -> frozenset[int]:
        """The places of phrases that mean a column of this title in other words."""
        key = (column.told, column.dated)
        if key not in self._meant:
            places = self._meaning(plain_phrase(column.told))
            self._meant[key] = places | self._asks_when if column.dated else places
        return self._meant[key]

    @cached_property
    def _asks_when(self) -> frozenset[int]:
        """The places of phrases that ask for a time, whatever its column is called."""
        phrases = load("asking_tables")["columns"]["deadline"]["asked"]
        return frozenset(place for each in phrases for place in self.at(each))

    def _meaning(self, said: Phrase) -> frozenset[int]:
        places = {
            place
            for inside, titles in self._meanings
            if any(contains(said, title) >= 0 for title in titles)
            for place in inside
        }
        if self.query.intent is Intent.REASON and not places and self.says("shortfalls"):
            places.update(self._told_in_notes(said))
        return frozenset(places)

    @cached_property
    def _meanings(self) -> tuple[tuple[frozenset[int], tuple[Phrase, ...]], ...]:
        """The places of phrases that mean a column in other words, with the titles of such."""
        groups: dict[str, dict[str, list[str]]] = load("asking_tables")["columns"]
        return tuple(
            (places, tuple(map(plain_phrase, group["titles"])))
            for group in groups.values()
            if (places := frozenset(place for each in group["asked"] for place in self.at(each)))
        )

    def _told_in_notes(self, title: Phrase) -> Iterator[int]:
        """The places that ask for a reason, where a column of notes may tell it."""
        groups = load("asking_tables")["columns"]
        notes = [plain_phrase(one) for one in groups["reason_in_note"]["titles"]]
        if any(contains(title, one) >= 0 for one in notes):
            for phrase in groups["reason"]["asked"]:
                yield from self.at(phrase)

    @cached_property
    def any_row(self) -> frozenset[int]:
        """The places of words that only say of what kind the rows are ("những xã, phường nào")."""
        return frozenset(
            p for phrase in load("asking_tables")["row_kinds"] for p in self.at(phrase)
        )

    def excludes(self, title: str) -> bool:
        """Whether the question says what a title of this kind shuts out ("trước hạn": quá hạn)."""
        said = plain_phrase(title)
        return any(
            mine and not any(contains(said, one) >= 0 for one in mine)
            for mine, others in self._contrasts
            if any(contains(said, one) >= 0 for one in others)
        )

    @cached_property
    def _contrasts(self) -> tuple[tuple[list[Phrase], list[Phrase]], ...]:
        """What the question says of every line of contrasts, and what it does not."""
        found = []
        for line in load("asking_tables")["contrasts"]:
            said = [group for group in line if any(tuple(self.at(one)) for one in group)]
            mine = [plain_phrase(one) for group in said for one in group]
            rest = [plain_phrase(one) for group in line if group not in said for one in group]
            if said:
                found.append((mine, rest))
        return tuple(found)

    def acronym_in(self, text: str) -> frozenset[int]:
        """The places of words in capitals, typed as they stand in ``text`` ("PAR INDEX")."""
        if self.typed.isupper():
            return frozenset()
        return frozenset(
            place
            for found in _ACRONYM.finditer(self.typed)
            if re.search(rf"(?<!\w){re.escape(found.group())}(?!\w)", text) and not text.isupper()
            for place, word in enumerate(self.words)
            if found.start() <= word.start < found.end()
        )

    def asks_for(self, column: Column) -> bool:
        """Whether the very words that ask mean this column ("dành cho ai", "tháng mấy")."""
        return any(self.plain[place] in _ASKING for place in self.meant(column))

    def at(self, phrase: str) -> Iterable[int]:
        """The places where a phrase stands in the question, spelt alike."""
        key = plain_phrase(phrase)
        start = contains(self.plain, key)
        if start < 0:
            return ()
        spelt = [word.accented for word in self.corpus.words(phrase)] if self.accented else []
        while start >= 0:
            inside = range(start, start + len(key))
            if not spelt or [self.words[one].accented for one in inside] == spelt:
                return inside
            further = contains(self.plain[start + 1 :], key)
            start = start + 1 + further if further >= 0 else -1
        return ()

    def says(self, name: str) -> bool:
        """Whether a word of this list of the vocabulary stands in the question."""
        if name not in self._said:
            phrases = load("asking_tables")[name]
            self._said[name] = any(tuple(self.at(phrase)) for phrase in phrases)
        return self._said[name]

    @cached_property
    def wants_share(self) -> bool:
        """Whether a share is asked for; "bao nhiêu điểm" asks for points of any row."""
        for phrase in load("asking_tables")["counts"]:
            if inside := tuple(self.at(phrase)):
                behind = self.plain[inside[-1] + 1 : inside[-1] + 2]
                return self.says("shares") and behind not in self._points
        return self.says("shares")

    @cached_property
    def _points(self) -> tuple[Phrase, ...]:
        return tuple(map(plain_phrase, load("asking_tables")["points"]))

    @cached_property
    def _short(self) -> tuple[int, ...]:
        """The places of words in capitals that may be initials."""
        if self.typed.isupper():
            return ()
        return tuple(
            place
            for place, word in enumerate(self.words)
            if word.start >= 0
            and len(word.written) >= _INITIALS
            and self.typed[word.start : word.start + len(word.written)].isupper()
        )

    def _is_initials(self, place: int, features: Features) -> bool:
        first = "".join(word[:1] for word in features.plain if word != "va")
        return self.words[place].plain in first

    @cached_property
    def _synonyms(self) -> tuple[tuple[range, tuple[tuple[Word, ...], ...]], ...]:
        """The places of phrases of the question that have synonyms, with these."""
        known = self.corpus.lexicon.synonyms
        return tuple(
            (range(start, start + length), others)
            for start in range(len(self.words))
            for length in range(1, min(_LONGEST_PHRASE, len(self.words) - start) + 1)
            if (others := known.get(self.plain[start : start + length], ()))
        )
