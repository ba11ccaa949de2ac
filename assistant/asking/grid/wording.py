"""Words of a question that mean no cell: particles, superlatives, bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any, ClassVar, Literal

from assistant.asking.finding.corpus import Corpus
from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Extreme, Query
from assistant.asking.words import Phrase, Word, plain_phrase, words_of
from ingest.text.normal import strip_accents
from ingest.text.numbers import parse_number
from ingest.vocabulary import load

COUNTED = 2
"""How many words behind "bao nhiêu" or a figure may be its unit."""
Direction = Literal[">", ">=", "<", "<="]
_BOUNDS: tuple[tuple[str, Direction], ...] = (
    ("above", ">"),
    ("at_least", ">="),
    ("below", "<"),
    ("at_most", "<="),
)
_ONWARD: dict[tuple[str, ...], Direction] = {("tro", "len"): ">=", ("tro", "xuong"): "<="}
_UNIT_AFTER = frozenset({"%", "phan", "tram", "nghin", "ngan", "trieu", "ti"})
_CURRENCY = "dong"
_SCALES = {
    "nghin": Decimal(1000),
    "ngan": Decimal(1000),
    "trieu": Decimal(10**6),
    "ti": Decimal(10**9),
}
_LONGEST_PHRASE = 5
_MOST = frozenset(
    ("nhiều", "cao", "lớn", "tốt", "dài", "đông", "lâu", "muộn", "tốn", "đắt", "nặng", "most")
) | {"highest", "largest"}
_LEAST = frozenset(
    ("ít", "thấp", "nhỏ", "kém", "ngắn", "nhanh", "sớm", "rẻ", "least", "lowest", "fewest")
)
DEGREES = _MOST | _LEAST
"""Words of degree before "nhất"."""
_EXTREMES: tuple[tuple[frozenset[str], Extreme], ...] = ((_MOST, "most"), (_LEAST, "least"))
_SUPERLATIVE = "nhat"
_AMOUNTS = frozenset({"it", "nhieu"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure that cells are held against ("trên 90 %"); ``scale`` of "20 tỷ" is a billion."""

    direction: Direction
    value: Decimal
    share: bool
    scale: Decimal | None = None

    def holds(self, number: Decimal) -> bool:
        """Whether a figure is within it."""
        if self.direction == ">":
            return number > self.value
        if self.direction == ">=":
            return number >= self.value
        return number < self.value if self.direction == "<" else number <= self.value


def bound_in(
    words: Sequence[Word], timely: set[int], *, typed: str
) -> tuple[Bound | None, set[int]]:
    """The bound that a question sets, with the places of its words."""
    vocabulary: dict[str, Any] = load("asking_tables")
    for place, word in enumerate(words):
        if place in timely or not word.plain[:1].isdigit():
            continue
        number = parse_number(word.plain)
        if number is None:
            continue
        for name, direction in _BOUNDS:
            for phrase in vocabulary[name]:
                key = plain_phrase(phrase)
                start = place - len(key)
                if start < 0 or tuple(one.plain for one in words[start:place]) != key:
                    continue
                spelt = tuple(one.accented for one in words_of(phrase))
                if any(one.has_accent for one in words) and spelt != tuple(
                    one.accented for one in words[start:place]
                ):
                    continue
                end = place + 1
                further: set[int] = set()
                bounded = direction
                while end < len(words) and end < place + 3 and words[end].plain in _UNIT_AFTER:
                    end += 1
                for start_of in range(end, len(words)):
                    onward = tuple(one.plain for one in words[start_of : start_of + 2])
                    if onward in _ONWARD:
                        further = {start_of, start_of + 1}
                        bounded = _ONWARD[onward]
                share = any(one.plain in ("phan", "%") for one in words[place + 1 : end])
                behind = typed[word.start + len(word.written) :] if word.start >= 0 else ""
                share = share or behind.lstrip().startswith("%")
                scale = next(
                    (_SCALES[w.plain] for w in words[place + 1 : end] if w.plain in _SCALES), None
                )
                return Bound(bounded, number, share, scale), set(range(start, end)) | further
    return None, set()


def in_scale(bound: Bound, told: Sequence[str]) -> Bound | None:
    """The bound in the scale in which figures are told ("triệu đồng"); ``None`` where unknown."""
    if bound.scale is None:
        return bound
    for text in told:
        for word, unit in pairwise(plain_phrase(text)):
            if word in _SCALES and unit == _CURRENCY:
                return replace(bound, value=bound.value * bound.scale / _SCALES[word], scale=None)
    return None


def extremes_in(words: Sequence[Word], query: Query) -> tuple[tuple[Extreme, ...], set[int]]:
    """Whether most or least or both are asked for, with the places that say so ("nhiều … nhất")."""
    plain = [word.plain for word in words]
    found: dict[Extreme, None] = {}
    places: set[int] = set()
    for place, word in enumerate(plain):
        if word != _SUPERLATIVE:
            continue
        said = [
            (one, direction)
            for firsts, direction in _EXTREMES
            for one in range(place)
            if _says_degree(words[one], firsts, accented=query.accented)
        ]
        if said:
            nearest, direction = max(said)
            places |= {nearest, place}
            if not _is_least_number(plain, nearest, place):
                found.setdefault(direction)
    if not found and query.extreme is not None:
        found.setdefault(query.extreme)
    return tuple(found), places


def _is_least_number(plain: Sequence[str], first: int, last: int) -> bool:
    """Whether "ít nhất mấy buổi", "nhiều nhất bao nhiêu người" ask for a bound, not for a rank."""
    counts = plain[last + 1 : last + 2] == ["may"] or plain[last + 1 : last + 3] == ["bao", "nhieu"]
    return counts and last == first + 1 and plain[first] in _AMOUNTS and "nao" not in plain[:first]


def _says_degree(word: Word, degrees: frozenset[str], *, accented: bool) -> bool:
    if accented:
        return word.accented in degrees
    return word.plain in {strip_accents(degree) for degree in degrees}


def after_number(words: Sequence[Word], bounding: set[int]) -> frozenset[int]:
    """The places of the unit behind the figure of a bound."""
    numbers = [place for place in bounding if words[place].plain[:1].isdigit()]
    return frozenset(place + step for place in numbers for step in range(1, COUNTED + 1))


def phrases_of(plain: Phrase, lexicon: Lexicon) -> frozenset[int]:
    """The places of phrases that have synonyms: none of their words is a mere particle."""
    return frozenset(
        place
        for start in range(len(plain))
        for length in range(2, _LONGEST_PHRASE + 1)
        if start + length <= len(plain) and plain[start : start + length] in lexicon.synonyms
        for place in range(start, start + length)
    )


class _Kept:
    """The phrases that tell no cells apart, as questions with and without accents say them."""

    lexicon: Lexicon | None = None
    phrases: Sequence[str] = ()
    keys: ClassVar[dict[bool, frozenset[Phrase]]] = {}


def _weightless(corpus: Corpus, *, accented: bool) -> frozenset[Phrase]:
    phrases = load("asking_tables")["weightless"]
    if _Kept.lexicon is not corpus.lexicon or _Kept.phrases is not phrases:
        _Kept.lexicon, _Kept.phrases, _Kept.keys = corpus.lexicon, phrases, {}
    if accented not in _Kept.keys:
        _Kept.keys[accented] = frozenset(
            tuple(word.accented for word in corpus.words(phrase))
            if accented
            else plain_phrase(phrase)
            for phrase in phrases
        )
    return _Kept.keys[accented]


def weightless_in(words: Sequence[Word], corpus: Corpus, *, accented: bool) -> frozenset[int]:
    """The places of particles, and of words that do not tell cells apart."""
    lexicon = corpus.lexicon
    keys = _weightless(corpus, accented=accented)
    places: set[int] = set()
    said: set[int] = set()
    for start in range(len(words)):
        for table in (lexicon.function, lexicon.helping):
            length, written_forms = table.at(words, start)
            piece = words[start : start + length]
            if length and (
                not accented
                or any(
                    [word.accented for word in piece]
                    == [word.accented for word in corpus.words(form)]
                    for form in written_forms
                )
            ):
                places.update(range(start, start + length))
        for length in range(1, _LONGEST_PHRASE + 1):
            piece = words[start : start + length]
            key = tuple(word.accented if accented else word.plain for word in piece)
            if len(piece) == length and key in keys:
                said.update(range(start, start + length))
    whole = phrases_of(tuple(word.plain for word in words), corpus.lexicon)
    return frozenset(said | (places - whole))
