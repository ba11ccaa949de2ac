"""Reads a question as it was meant where fingers, input methods or scanners spoilt it.

All readings of all tokens are weighed together: what it costs to take a token for another word, and
whether the words so read are neighbours in the documents or the vocabulary. The cheapest reading
of the whole question is taken; a word that may be meant as it stands gives way only to one that its
neighbours ask for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.asking.finding.corpus import Corpus
from assistant.asking.repairing.familiar import Familiar, familiar
from assistant.asking.repairing.numbers import with_numbers
from assistant.asking.repairing.slips import Reading, readings_at
from assistant.asking.repairing.tokens import Token, tokens_of
from ingest.text.normal import clean
from ingest.vocabulary import load, remembered

_MISREAD = re.compile(
    r"(?<![\w.,])(?=[\dlIoO]*\d[\dlIoO]*\d)[12][\dlIoO]{3}(?![\w/])"
    r"|(?<![\w.,/-])[\dlIoO]*\d[\dlIoO]*(?=/[A-ZĐ\d])"
    r"|(?<![\w.,/-])(?:\d+[lIoO]+|[lO]+\d+)(?![\w/])"
)
_GLUED = re.compile(r"([/-][A-ZĐ]{2,6})(?=[a-zà-ỹđ]{2,})")
_FIGURES = str.maketrans("lIoO", "1100")
_APART, _PLAINLY, _STORED, _LISTED, _BARELY, _EDGE = 1.0, 0.6, 0.1, 0.04, 0.05, 0.5
_OF_NAMES, _ALL, _ONE_FIRM = 3, 4, 5
_MOST_TOKENS, _MOST_READ = 80, 500


@remembered()
def _before_figures() -> frozenset[str]:
    return frozenset(load("asking_chat")["before_figures"])


def restored(question: str, corpus: Corpus) -> str:
    """The question with its slips undone; itself where there are none."""
    if not corpus.shelves:
        return question
    known = familiar(corpus)
    if question not in known.read:
        if len(known.read) >= _MOST_READ:
            known.read.clear()
        known.read[question] = _restored(question, corpus, known)
    return known.read[question]


def _restored(question: str, corpus: Corpus, known: Familiar) -> str:
    text = " ".join(clean(question).split())
    text = _MISREAD.sub(lambda found: found.group().translate(_FIGURES), text)
    text = with_numbers(_GLUED.sub(r"\1 ", text), corpus)
    tokens, accented = tokens_of(text, known)
    if not tokens or len(tokens) > _MOST_TOKENS:
        return question
    walk = _Walk(tokens, known, accented=accented)
    path = walk.checked(walk.cheapest()) if walk.open else []
    if all(reading.kept for reading in path):
        return question if text == " ".join(clean(question).split()) else text
    for reading in reversed(path):
        if not reading.kept:
            start, end = tokens[reading.start].start, tokens[reading.end - 1].end
            text = f"{text[:start]}{_written(reading, text[start:end])}{text[end:]}"
    return text


def _written(reading: Reading, typed: str) -> str:
    """Words in the capitals that were typed, and with the final "y" of the writer."""
    words = list(reading.words)
    if len(words) > 1:
        cut = len(words[0])
        return f"{typed[:cut]} {typed[cut:]}"
    word = words[0]
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    return f"{word[:1].upper()}{word[1:]}" if typed[:1].isupper() else word


class _Walk:
    """The readings of a question and the way through them."""

    def __init__(self, tokens: Sequence[Token], known: Familiar, *, accented: bool) -> None:
        self.tokens = tokens
        self.known = known
        self.accented = accented
        usual = [
            self._step(left.word, right.word, right.gap) < _PLAINLY
            for left, right in pairwise(tokens)
        ]
        beside = [usual[max(0, at - 1) : at + 1] for at in range(len(tokens))]
        firm = [
            one.known and (one.fixed or all(sides))
            for one, sides in zip(tokens, beside, strict=True)
        ]
        half = [one.known and any(sides) for one, sides in zip(tokens, beside, strict=True)]
        self.readings = [
            readings_at(at, tokens, known, accented=accented, firm=firm[at], half=half[at])
            for at in range(len(tokens))
        ]

    @property
    def open(self) -> bool:
        """Whether any token may be anything but what it looks like."""
        return any(len(found) > 1 for found in self.readings)

    def _step(self, left: str, right: str, gap: str) -> float:
        """What it costs that one word follows another."""
        if left[:1].isdigit() or right[:1].isdigit():
            usual = left in _before_figures() or self.known.together(left, right)
            return 0.0 if usual else _EDGE
        if self.known.together(left, right):
            if self.known.in_questions(left, right):
                return 0.0
            return _LISTED if self.known.in_phrases(left, right) else _STORED
        bare = left.isascii() or right.isascii()
        if self.known.together_plainly(left, right):
            return _BARELY if bare and not self.accented else _PLAINLY
        return _APART if gap.isspace() else _EDGE

    def cheapest(self) -> list[Reading]:
        """The cheapest reading of all tokens, those without a choice included."""
        best: list[dict[Reading, tuple[float, Reading | None]]] = [{} for _ in self.tokens]
        ends: list[list[Reading]] = [[] for _ in range(len(self.tokens) + 1)]
        for at, found in enumerate(self.readings):
            gap = self.tokens[at].gap
            for reading in found:
                cost: tuple[float, Reading | None] = (0.0, None)
                if at:
                    cost = min(
                        (
                            (best[one.start][one][0] + self._between(one, reading, gap), one)
                            for one in ends[at]
                        ),
                        key=lambda pair: pair[0],
                        default=(float("inf"), None),
                    )
                inner = sum(self._step(left, right, " ") for left, right in pairwise(reading.words))
                best[at][reading] = (cost[0] + reading.price + inner, cost[1])
                ends[reading.end].append(reading)
        last: Reading | None = min(ends[-1], key=lambda one: best[one.start][one][0])
        path = []
        while last is not None:
            path.append(last)
            last = best[last.start][last][1]
        return path[::-1]

    def _between(self, left: Reading, right: Reading, gap: str) -> float:
        return self._step(left.words[-1], right.words[0], gap)

    def checked(self, path: list[Reading]) -> list[Reading]:
        """The way without the readings that too few neighbours speak for."""
        result: list[Reading] = []
        for place, reading in enumerate(path):
            if self._agreed(place, path):
                result.append(reading)
            else:
                result += [self.readings[at][0] for at in range(reading.start, reading.end)]
        return result

    def _agreed(self, place: int, path: Sequence[Reading]) -> bool:
        """Whether as many neighbours as it needs are those of a reading elsewhere too."""
        reading = path[place]
        if not reading.needs:
            return True
        name, both = reading.needs == _OF_NAMES, reading.needs == _ALL
        joins = self.known.weightless(reading.words[0])
        pairs = [pair for pair in pairwise(path[max(0, place - 1) : place + 2]) if reading in pair]
        usual, firm = 0, False
        for left, right in pairs:
            sure = 1 < reading.needs < _ONE_FIRM
            firm = firm or self.known.firm(left.words[-1], right.words[0], name=sure)
            step = self._between(left, right, self.tokens[right.start].gap)
            usual += step < _EDGE or (joins and step <= _PLAINLY)
        if reading.needs == _ONE_FIRM:
            return firm and usual == len(pairs)
        if both or name:
            return firm and (name or usual == len(pairs))
        return firm or usual >= min(reading.needs, max(1, len(pairs)))
