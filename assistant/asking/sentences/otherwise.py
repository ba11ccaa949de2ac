"""What a sentence may say instead of the words of a question ("cấm": "không được")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.asking.finding.features import Features
from assistant.asking.words import Phrase, Word, contains, words_of
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

_ANSWERED_HOW = re.compile(r"\bđược ((?:\w+ ){1,2})(?:thế nào|ra sao|như thế nào)\W*$")


@remembered()
def _others() -> dict[Phrase, tuple[tuple[Word, ...], ...]]:
    table: dict[Phrase, tuple[tuple[Word, ...], ...]] = {}
    for group in load("asking_sentences")["synonyms"]:
        for phrase in group:
            others = tuple(words_of(other) for other in group if other != phrase)
            key = tuple(word.accented for word in words_of(phrase))
            table[key] = table.get(key, ()) + others
    return table


def others_of(words: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """The phrases that may stand for these words in a sentence."""
    return _others().get(tuple(word.accented for word in words), ())


def asking_tail(question: str) -> frozenset[str]:
    """The words by which a question only asks what came of something ("được trả lời thế nào")."""
    tail = _ANSWERED_HOW.search(match_key(question))
    return frozenset(tail.group(1).split()) if tail else frozenset()


def said_otherwise(words: Sequence[Word], told: Iterable[Features]) -> bool:
    """Whether any of the texts has a phrase that may stand for these words."""
    others = [tuple(word.plain for word in other) for other in others_of(words)]
    return any(contains(one.plain, other) >= 0 for one in told for other in others)
