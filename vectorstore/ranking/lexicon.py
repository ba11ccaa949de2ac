"""The vocabulary files that search reads, as tables of folded words. Built once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, cast

from ingest.model import UnitKind
from ingest.vocabulary import load
from vectorstore.tokens import tokenise

Words = tuple[str, ...]
"""Folded syllables in a row."""

Cue = tuple[Words, tuple[UnitKind, ...]]
"""A phrase of a query and the kinds of units it asks for, best first."""


@lru_cache(maxsize=20_000)
def folded_phrase(text: str) -> Words:
    """The folded syllables of ``text``; what is written joined counts by its parts."""
    return tuple(token.folded for token in tokenise(text) if not token.whole)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``others`` are the phrases that may stand for a phrase, ``english`` translates.

    ``empty`` words say nothing about what is sought; ``weak`` ones say little. ``cues`` are the
    phrases by which a query is known to ask for units of some kinds, ``subjects`` those that name
    what they are; longest first.
    """

    others: dict[Words, tuple[Words, ...]]
    english: dict[Words, Words]
    english_marks: frozenset[str]
    english_function: frozenset[str]
    empty: frozenset[Words]
    weak: frozenset[Words]
    cues: tuple[Cue, ...]
    subjects: tuple[Cue, ...]
    longest: int


class _Built:
    files: tuple[dict[str, Any], ...] = ()
    lexicon: Lexicon | None = None


def lexicon() -> Lexicon:
    """The tables of the vocabulary files in force; rebuilt when these change."""
    files = (load("asking_words"), load("asking_intents"), load("search"))
    same = len(_Built.files) == len(files) and all(
        one is other for one, other in zip(files, _Built.files, strict=True)
    )
    if _Built.lexicon is None or not same:
        _Built.lexicon, _Built.files = _build(*files), files
    return _Built.lexicon


def _build(words: dict[str, Any], intents: dict[str, Any], search: dict[str, Any]) -> Lexicon:
    english = _meanings(search["english"])
    short = _meanings(words["abbreviations"])
    others = _others((*short.items(), *_groups(words["synonyms"])))
    asking = (intents["askers"], intents["count"], intents["cues"]["value"])
    empty = _phrases((*intents["function"], *chain.from_iterable(asking)))
    weak = _phrases(words["weak"])
    return Lexicon(
        others=others,
        english=english,
        english_marks=frozenset(search["english_marks"]),
        english_function=frozenset(search["english_function"]),
        empty=empty,
        weak=weak,
        cues=_cues(search["answered_by"], intents["cues"]),
        subjects=_cues(search["named_kinds"], intents["subjects"]),
        longest=max(map(len, (*others, *english, *weak))),
    )


def _cues(kinds: dict[str, Any], phrases: dict[str, Any]) -> tuple[Cue, ...]:
    found = [
        (folded_phrase(phrase), cast("tuple[UnitKind, ...]", tuple(kinds[name])))
        for name in kinds
        for phrase in phrases[name]
    ]
    return tuple(sorted(found, key=lambda cue: -len(cue[0])))


def _meanings(table: dict[str, str]) -> dict[Words, Words]:
    return {folded_phrase(str(short)): folded_phrase(meaning) for short, meaning in table.items()}


def _groups(groups: Iterable[Sequence[str]]) -> Iterator[tuple[Words, Words]]:
    for group in groups:
        phrases = [folded_phrase(phrase) for phrase in group]
        yield from ((one, other) for one in phrases for other in phrases if one != other)


def _others(pairs: Iterable[tuple[Words, Words]]) -> dict[Words, tuple[Words, ...]]:
    table: dict[Words, dict[Words, None]] = {}
    for one, other in pairs:
        table.setdefault(one, {})[other] = None
        table.setdefault(other, {})[one] = None
    return {key: tuple(found) for key, found in table.items()}


def _phrases(texts: Iterable[str]) -> frozenset[Words]:
    return frozenset(folded_phrase(str(text)) for text in texts) - {()}
