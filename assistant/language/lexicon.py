"""The words by which sentences are compared, from ``ingest/vocabulary/phrasing.yaml``, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists ready for matching against :func:`~ingest.text.normal.match_key` text.

    Phrase lists are (class, phrase) pairs, longest phrase first, so that ``không quá`` is met
    before ``không``; ``opposites`` hold each pair both ways.
    """

    comparators: tuple[tuple[str, str], ...]
    comparators_after: tuple[tuple[str, str], ...]
    trends: tuple[tuple[str, str], ...]
    time_words: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str], ...]
    opposites: tuple[tuple[str, str], ...]
    opposites_before_word: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    negations: frozenset[str]
    unit_heads: tuple[tuple[str, ...], ...]
    name_ends: frozenset[str]
    noun_ends: frozenset[str]
    glue: frozenset[str]
    labels: re.Pattern[str]


@remembered()
def lexicon() -> Lexicon:
    """The lexicon of the vocabulary in use."""
    return _compile(load("phrasing"))


def _compile(data: dict[str, Any]) -> Lexicon:
    labels = sorted((match_key(word) for word in data["labels"]), key=len, reverse=True)
    heads = sorted(
        (tuple(match_key(head).split()) for head in data["unit_heads"]), key=len, reverse=True
    )
    return Lexicon(
        comparators=_pairs(data["comparators"]),
        comparators_after=_pairs(data["comparators_after"]),
        trends=_pairs(data["trends"]),
        time_words=_pairs(data["time_words"]),
        claims=_pairs(data["claims"]),
        opposites=_both_ways(data["opposites"]),
        opposites_before_word=_both_ways(data["opposites_before_word"]),
        roles=_pairs(data["roles"]),
        negations=_words(data["negations"]),
        unit_heads=tuple(heads),
        name_ends=_words(data["name_ends"]),
        noun_ends=_words(data["noun_ends"]),
        glue=_words(data["glue"]),
        labels=re.compile(
            rf"(?<!\w)({'|'.join(re.escape(label) for label in labels)})\s+(?:số\s+)?$"
        ),
    )


def _pairs(classes: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    pairs = [(name, match_key(phrase)) for name, phrases in classes.items() for phrase in phrases]
    return tuple(sorted(pairs, key=lambda pair: len(pair[1]), reverse=True))


def _both_ways(pairs: list[list[str]]) -> tuple[tuple[str, str], ...]:
    keyed = [(match_key(one), match_key(other)) for one, other in pairs]
    return tuple(keyed + [(other, one) for one, other in keyed])


def _words(words: list[Any]) -> frozenset[str]:
    return frozenset(match_key(str(word)) for word in words)
