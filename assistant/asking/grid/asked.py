"""A question read against tables: its words, its times, and what is to be done with the cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.asking.corpus import Corpus, Features, expanded_words
from assistant.asking.grid.tables import Column, Grid
from assistant.asking.grid.wording import (
    COUNTED,
    Bound,
    after_number,
    bound_in,
    extreme_in,
    phrases_of,
    weightless_in,
)
from assistant.asking.initials import spelt_out
from assistant.asking.periods import Part, part_of, time_spans, timed
from assistant.asking.query import Extreme, Query
from assistant.asking.spelling import mend
from assistant.asking.words import Phrase, Word, contains, plain_phrase
from ingest.text.normal import clean, match_key
from ingest.vocabulary import load

_INITIALS = 3
_SHORT_CELL = 60
_CAPITALS = re.compile(r"(?<!\w)[A-ZĐ]{3,5}(?!\w)")
_LONGEST_PHRASE = 5


@dataclass(frozen=True)
class Asked:
    """The words of a question; ``weightless`` and ``taken`` places need no explanation."""

    query: Query
    corpus: Corpus
    words: tuple[Word, ...]
    typed: str
    weightless: frozenset[int]
    taken: frozenset[int]
    years: tuple[int, ...]
    parts: tuple[Part, ...]
    bound: Bound | None
    measured: frozenset[int]
    extreme: Extreme | None
    accented: bool

    @cached_property
    def plain(self) -> Phrase:
        """The words without accents."""
        return tuple(word.plain for word in self.words)

    @cached_property
    def counted(self) -> frozenset[int]:
        """The places of what is counted or added up ("bao nhiêu điểm"): the unit of the figures."""
        vocabulary = load("asking_tables")
        places: set[int] = set(self.measured)
        for phrase in (*vocabulary["counts"], *vocabulary["wholes"]):
            if inside := tuple(self._at(phrase)):
                places.update(range(inside[-1] + 1, inside[-1] + 1 + COUNTED))
        return frozenset(places)

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
        here |= set(self._by_synonym(features))
        here |= {place for place in self._short if self._is_initials(place, features)}
        for short in _CAPITALS.findall(text):
            here.update(self._spelt_out(short))
        return frozenset(here)

    def _spelt_out(self, short: str) -> Iterable[int]:
        """The places of words of which a text writes only the initials ("KCN")."""
        letters = plain_phrase(short)
        size = len(short)
        for start in range(len(self.plain) - size + 1):
            piece = self.plain[start : start + size]
            if letters and "".join(word[0] for word in piece) == letters[0]:
                return range(start, start + size)
        return ()

    def telling(self, text: str) -> frozenset[str]:
        """The plain words of ``text`` that are not mere particles; all if there are no others."""
        words = self.corpus.words(text)
        function = self.corpus.lexicon.function
        plain = tuple(word.plain for word in words)
        whole = phrases_of(plain, self.corpus)
        told = frozenset(
            word.plain
            for place, word in enumerate(words)
            if place in whole
            or not any(form == word.accented for form in function.at(words, place)[1])
        )
        return told or frozenset(word.plain for word in words)

    def phrase_at(self, text: str) -> frozenset[int]:
        """The places where ``text`` stands in the question word by word; empty if it does not."""
        features = self.corpus.features(text)
        place = contains(self.plain, features.plain)
        if place < 0:
            return frozenset()
        inside = range(place, place + len(features.plain))
        if self.accented and any(
            self.words[one].accented not in features.accented for one in inside
        ):
            return frozenset()
        return frozenset(inside)

    def meant(self, column: Column) -> frozenset[int]:
        """The places of phrases that mean a column of this title in other words."""
        said = plain_phrase(column.told)
        places: set[int] = set()
        for asked, titles in _meanings():
            if not any(contains(said, title) >= 0 for title in titles):
                continue
            for phrase in asked:
                places.update(self._at(phrase))
        return frozenset(places)

    def _at(self, phrase: str) -> Iterable[int]:
        key = plain_phrase(phrase)
        place = contains(self.plain, key)
        if place < 0:
            return ()
        inside = range(place, place + len(key))
        if self.accented:
            spelt = [word.accented for word in self.corpus.words(phrase)]
            if [self.words[one].accented for one in inside] != spelt:
                return ()
        return inside

    def says(self, name: str) -> bool:
        """Whether a word of this list of the vocabulary stands in the question."""
        return any(tuple(self._at(phrase)) for phrase in load("asking_tables")[name])

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
        first = "".join(word[0] for word in features.plain if word != "va")
        return self.words[place].plain in first

    def _by_synonym(self, features: Features) -> Iterator[int]:
        synonyms = self.corpus.lexicon.synonyms
        for start in range(len(self.words)):
            for length in range(1, _LONGEST_PHRASE + 1):
                others = synonyms.get(self.plain[start : start + length], ())
                if start + length <= len(self.words) and any(
                    all(word.accented in features.accented for word in other) for other in others
                ):
                    yield from range(start, start + length)


def _meanings() -> Iterator[tuple[list[str], list[Phrase]]]:
    groups: dict[str, dict[str, list[str]]] = load("asking_tables")["columns"]
    for group in groups.values():
        yield group["asked"], [plain_phrase(title) for title in group["titles"]]


def asked(query: Query, corpus: Corpus, grids: Sequence[Grid]) -> Asked:
    """Read the question of ``query`` for these tables; their own words are no typing errors."""
    question = query.standalone
    typed, key = " ".join(clean(question).split()), match_key(question)
    typed = typed if len(typed) == len(key) else key
    raw = spelt_out(expanded_words(question, corpus.lexicon), corpus, typed=typed)
    known = _words_of(grids, corpus)
    words = [
        own if own.plain in known else better
        for own, better in zip(raw, mend(raw, corpus), strict=True)
    ]
    spans = time_spans(timed(question), default_year=1)
    timely = {
        place
        for span in spans
        for place, word in enumerate(words)
        if span.start <= word.start < span.end
    }
    parts = tuple(
        dict.fromkeys(
            part for span in spans if span.window and (part := part_of(span.window)) is not None
        )
    )
    years = list(query.limits.years)
    if query.limits.period is not None:
        years += [query.limits.period.from_, query.limits.period.to]
    bound, bounding = bound_in(words, timely)
    extreme, superlative = extreme_in(words, query)
    weightless = weightless_in(words, corpus, accented=query.accented)
    return Asked(
        query,
        corpus,
        tuple(words),
        typed,
        weightless,
        frozenset(timely | bounding | superlative),
        tuple(dict.fromkeys(years)),
        parts,
        bound,
        after_number(words, bounding),
        extreme,
        query.accented,
    )


def _words_of(grids: Sequence[Grid], corpus: Corpus) -> frozenset[str]:
    """The plain words of the titles of columns and the names of rows."""
    texts = {column.title for grid in grids for column in grid.columns}
    texts |= {
        cell.text
        for grid in grids
        for row in grid.rows
        for title, cell in row.cells.items()
        if title == grid.naming or len(cell.text) <= _SHORT_CELL
    }
    vocabulary = load("asking_tables")
    texts |= {phrase for group in vocabulary["columns"].values() for phrase in group["asked"]}
    texts |= {
        phrase for name, phrases in vocabulary.items() if name != "columns" for phrase in phrases
    }
    return frozenset().union(*(corpus.features(text).words for text in texts))
