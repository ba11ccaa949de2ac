"""The question without the words that carry it: verbs and nouns of saying, giving and doing.

"Hồ sơ gửi đi được thể hiện bằng sản phẩm gì" asks for the product of a row that neither sends nor
shows anything. Such words are matter as long as something is found with them; where nothing is,
they only help to choose. The class is closed (``carrying`` of asking_questions.yaml).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import Intent, Query
from assistant.asking.questions.speaking import asker_ends
from assistant.asking.questions.understanding import as_typed
from assistant.asking.words import PhraseTable, Word
from ingest.vocabulary import load, remembered

_FEWEST_LEFT, _FEWEST_BEHIND = 2, 3
"""Telling words that must be left; more where a sentence is put aside, or a day is asked for."""
"""Words before such a one that may belong to the same phrase."""
_BEFORE = 2
"""Words before a carrying one that may belong to the same phrase."""
_OF_WORK = frozenset({Intent.LEAD, Intent.COORDINATING})
_WHICH = frozenset({"nao", "ai"})
_OF_GROUPS = frozenset({"nhom", "top", "hang"})


@remembered(maxsize=4)
def _table(name: str) -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_questions")[name])


def without_carrying(query: Query, corpus: Corpus) -> Query | None:
    """The question with such words optional; ``None`` where it has none, or says too little else.

    So is what a sentence before it says of whoever asks, the verb that closes a question for who
    does something, and how good a group is whose size is asked for.
    """
    aside = asker_ends(as_typed(query.standalone))
    light = {entry.place for entry in query.required if 0 <= entry.word.start < aside}
    light |= {place for name in _lists(query) for place in _places(query, corpus, name)}
    light &= {entry.place for entry in query.required}
    left = [entry.word for entry in query.required if entry.place not in light]
    dated = query.intent is Intent.DEADLINE  # any sentence on the matter has some day
    fewest = _FEWEST_BEHIND if aside or dated else _FEWEST_LEFT
    if not light or _telling(left, corpus) < fewest:
        return None
    topic = tuple(
        replace(entry, required=False, counted=False) if entry.place in light else entry
        for entry in query.topic
    )
    return replace(query, topic=topic)


def _lists(query: Query) -> Iterator[str]:
    """The lists whose words say little here."""
    yield "carrying"
    if not _OF_GROUPS.isdisjoint(query.words):
        yield "foremost"
    if query.intent in _OF_WORK:
        yield "closing"


def _places(query: Query, corpus: Corpus, name: str) -> Iterator[int]:
    """The places of the phrases of a list; those of ``closing`` count behind the last "nào" alone.

    Words without weight may stand in them ("hướng tới"). Typed without accents a lone syllable is
    too easily another word: it stays matter.
    """
    told = {entry.place: entry.word for entry in query.topic}
    words = [told.get(place, Word(plain, plain)) for place, plain in enumerate(query.words)]
    asking = [place for place, word in enumerate(query.words) if word in _WHICH]
    index = 0
    while index < len(words):
        length, _ = _table(name).at(words, index)
        inside = [place for place in range(index, index + length) if place in told]
        if not inside or (length == 1 and not query.accented):
            index += 1
            continue
        whole = corpus.lexicon.compounds.at(words, index)[0] > length
        whole = whole or _ends_phrase(words, index, index + length, corpus)
        closes = bool(asking) and index > asking[-1]
        if not whole and (name != "closing" or closes):
            yield from inside
        index += length


def _ends_phrase(words: Sequence[Word], start: int, end: int, corpus: Corpus) -> bool:
    """Whether words close a known phrase that begins before them ("dân" in "công dân")."""
    return any(
        tuple(word.plain for word in words[first:end]) in corpus.lexicon.synonyms
        or corpus.lexicon.compounds.at(words, first)[0] == end - first
        for first in range(max(0, start - _BEFORE), start)
    )


def _telling(words: Sequence[Word], corpus: Corpus) -> int:
    """How many words are no part of a phrase that says little ("đơn vị", "thực hiện")."""
    told, index = 0, 0
    while index < len(words):
        length, _ = corpus.lexicon.weak.at(words, index)
        told += not length
        index += length or 1
    return told
