"""Which words and neighbours a question may hold: those of the documents and of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.asking.finding.corpus import Corpus
from assistant.asking.words import words_of
from ingest.text.normal import strip_accents
from ingest.vocabulary import load, remembered, when_replaced

_FILES = [
    "intents",
    "chat",
    "words",
    "questions",
    "talk",
    "time",
    "places",
    "glossary",
    "tables",
    "records",
    "parts",
    "sentences",
]
_PATTERN = re.compile(r"[\\|(?\[\]^$*+{}]")
_SPOKEN = re.compile(r"[aeiouyà-ỹ]")
_MOST_NEAR = 40
_FIRM = 0.5
_SINGLE = frozenset("ởýạ")
_Pair = tuple[str, str]


@when_replaced
def _forget() -> None:
    _Last.familiar = None


def _phrases(node: Any) -> Iterator[str]:  # noqa: ANN401 - a tree of YAML
    if isinstance(node, dict):
        for key, value in node.items():
            yield str(key)
            yield from _phrases(value)
    elif isinstance(node, list):
        for value in node:
            yield from _phrases(value)
    elif isinstance(node, str):
        yield from (part for part in node.split(" | ") if not _PATTERN.search(part))


@remembered()
def _vocabulary() -> tuple[dict[str, tuple[str, ...]], frozenset[_Pair]]:
    """The words of the vocabulary files by their plain letters, and those that are neighbours."""
    forms: dict[str, dict[str, None]] = {}
    pairs: set[_Pair] = set()
    trees = [*(load(f"asking_{name}") for name in _FILES), load("organisations")["heads"]]
    for tree in (*trees, load("documents")["departments"]):
        for phrase in _phrases(tree):
            words = words_of(phrase)
            for word in words:
                forms.setdefault(word.plain, {})[word.accented] = None
            pairs.update(pairwise(word.accented for word in words))
    return {plain: tuple(spelt) for plain, spelt in forms.items()}, frozenset(pairs)


def is_listed(word: str) -> bool:
    """Whether the vocabulary holds a word with just these accents."""
    return word in _vocabulary()[0].get(strip_accents(word), ())


@remembered()
def _plain_pairs() -> frozenset[_Pair]:
    pairs = _vocabulary()[1]
    return frozenset((strip_accents(left), strip_accents(right)) for left, right in pairs)


@remembered()
def _before_figures() -> frozenset[str]:
    return frozenset(strip_accents(word) for word in load("asking_chat")["before_figures"])


@remembered()
def _heads() -> frozenset[str]:
    """The words that names of bodies and places begin with."""
    names = (*load("organisations")["heads"], *load("asking_places")["levels"])
    return frozenset(words_of(str(name))[0].accented for name in names)


@remembered()
def _weightless() -> frozenset[str]:
    """Single words that say nothing of what is looked for."""
    phrases = [words_of(str(phrase)) for phrase in load("asking_intents")["function"]]
    ends = {words_of(str(word))[0].accented for word in load("asking_talk")["endings"]}
    return frozenset(words[0].accented for words in phrases if len(words) == 1) - ends


@remembered()
def _everyday_words() -> frozenset[str]:
    return frozenset(str(load("asking_syllables")["words"]).split())


class Familiar:
    """The words of one corpus and of the vocabulary, spelt with their accents."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._forms, self._pairs = _vocabulary()
        self._seen: dict[_Pair, bool] = {}
        self._before: dict[str, frozenset[str]] = {}
        self._carrying: dict[str, bool] = {}
        self.read: dict[str, str] = {}
        """Questions already read, as they were meant."""
        self._near: dict[tuple[str, int], tuple[str, ...]] = {}
        names = [
            name
            for document in corpus.documents
            for name in (document.title, document.issuer, document.province)
            if name
        ]
        texts = {entry.context.text for entry in corpus.entries} if corpus.complete else set()
        phrases = [[word.accented for word in words_of(name)] for name in names]
        phrases += [[*corpus.features(text).spelt] for text in texts]
        phrases += [[word.accented for word in words] for words, _ in corpus.units]
        self._names = frozenset(pair for words in phrases for pair in pairwise(words))
        self._words = frozenset(word for words in phrases for word in words)

    def forms(self, plain: str) -> tuple[str, ...]:
        """The known words with these letters."""
        stored = self.corpus.spellings.get(plain, ())
        return tuple(dict.fromkeys((*stored, *self._forms.get(plain, ()))))

    def knows(self, word: str) -> bool:
        """Whether an accented word stands somewhere as it is."""
        return (
            word in self.corpus.spelt
            or word in self._words
            or word in self._forms.get(strip_accents(word), ())
        )

    def shortens_issuer(self, word: str) -> bool:
        """Whether letters that make no word are those that a document's issuer is called by."""
        return word in self.corpus.issuers.words and not _SPOKEN.search(word)

    def stored(self, word: str) -> bool:
        """Whether a document holds an accented word: it may be what is looked for."""
        return word in self.corpus.spelt or word in self._words

    def knows_plain(self, plain: str) -> bool:
        """Whether some word has these letters."""
        return plain in self._forms or self.corpus.word_counts[plain] > 0 or self.knows(plain)

    def together(self, left: str, right: str) -> bool:
        """Whether two words are neighbours anywhere."""
        pair = (left, right)
        if pair not in self._seen:
            self._seen[pair] = (
                pair in self._pairs
                or pair in self._names
                or any(
                    pair in shelf.spelt_pairs.get(strip_accents(right), ())
                    for shelf in self.corpus.shelves
                )
            )
        return self._seen[pair]

    def together_plainly(self, left: str, right: str) -> bool:
        """Whether two words are neighbours anywhere, whatever their accents."""
        pair = (strip_accents(left), strip_accents(right))
        if pair[1] not in self._before:
            self._before[pair[1]] = frozenset(
                strip_accents(one)
                for shelf in self.corpus.shelves
                for one, _ in shelf.spelt_pairs.get(pair[1], ())
            )
        return pair in _plain_pairs() or pair[0] in self._before[pair[1]]

    def firm(self, left: str, right: str, *, name: bool = False) -> bool:
        """Whether two words make one: in the vocabulary, or nearly always beside each other.

        Of two that are a ``name`` only the vocabulary says so: another body may have one like it.
        """
        if (left, right) in self._pairs:
            return True
        if name or not self.together(left, right):
            return False
        return self.corpus.bond(strip_accents(left), strip_accents(right)) >= _FIRM

    def in_questions(self, left: str, right: str) -> bool:
        """Whether two words are neighbours in the phrases that questions are made of."""
        return (strip_accents(left), strip_accents(right)) in self.corpus.lexicon.pairs

    def in_phrases(self, left: str, right: str) -> bool:
        """Whether two words are neighbours in the vocabulary."""
        return (left, right) in self._pairs

    def opens_name(self, word: str) -> bool:
        """Whether the names of bodies begin with a word ("phòng", "xã")."""
        return word in _heads()

    def carries(self, word: str) -> bool:
        """Whether a word by itself asks something, or joins the others of a question."""
        words = words_of(word)
        return (
            len(words) == 1 and self.corpus.lexicon.cues.spelt_at(words, 0, 1)
        ) or word in _weightless()

    def in_names(self, word: str) -> bool:
        """Whether names of documents, bodies or provinces hold a word."""
        return word in self._words or strip_accents(word) in self.corpus.lexicon.provinces.words

    def is_word(self, word: str) -> bool:
        """Whether a word with accents is one of everyday Vietnamese."""
        return word in _everyday_words()

    def weightless(self, word: str) -> bool:
        """Whether a word only joins others."""
        return word in _weightless()

    def only_spoken(self, plain: str) -> str | None:
        """The one word that letters without accents are in phrases that ask, if they are one."""
        spoken = self.corpus.lexicon.spellings.get(plain, frozenset())
        return next(iter(spoken)) if len(spoken) == 1 else None

    def counts(self, plain: str) -> bool:
        """Whether a figure may stand behind a word ("quy1")."""
        return plain in _before_figures()

    def alone(self, word: str) -> bool:
        """Whether a single letter, or more, is a word that stands for itself."""
        return len(word) > 1 or word in _SINGLE

    def near(self, plain: str, most: int) -> tuple[str, ...]:
        """Known words without accents that ``most`` slips lead to, the usual ones first."""
        key = (plain, most)
        if key not in self._near:
            words = self.corpus.alphabet(len(plain), most)
            found = process.extract(
                plain, words, scorer=OSA.distance, score_cutoff=most, limit=_MOST_NEAR
            )
            self._near[key] = tuple(word for word, distance, _ in found if distance)
        return self._near[key]


class _Last:
    familiar: Familiar | None = None


def familiar(corpus: Corpus) -> Familiar:
    """What is familiar in a corpus; kept until another one is asked."""
    if _Last.familiar is None or _Last.familiar.corpus is not corpus:
        _Last.familiar = Familiar(corpus)
    return _Last.familiar
