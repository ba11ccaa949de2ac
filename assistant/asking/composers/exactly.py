"""Of the figures about a topic those that count just what is asked, the plainest of them first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.finding.matching import Match
from assistant.asking.finding.retrieval import Search
from assistant.asking.lexicon import Lexicon
from assistant.asking.questions.topic import Term
from assistant.asking.words import Phrase, Word
from ingest.model import Indicator

_NUMBER = "so"
_OPENING = frozenset({_NUMBER, "luong", "tong"})
_ASIDE = re.compile(r"\([^()]*\)")
_ALIKE = 0.011
_CODED = re.compile(r"\w\s*=\s*\d")
_FURTHER = frozenset({"có", "đã", "được", "bị", "chưa", "không", "đang"})


def counting(search: Search, matches: list[Match]) -> list[Match]:
    """The rows that count what "bao nhiêu X" asks for; all where none of them begins with X.

    "Số đơn vị có phòng họp" counts no rooms: what a row counts is what its name begins with.
    """
    noun = _counted(search)
    if noun is None:
        return matches
    heads = [head_of(search, found) for found in matches]
    begun = [head is not None and _begins(head, noun) for head in heads]
    if not any(begun):
        return matches
    kept = [
        found
        for found, head, fits in zip(matches, heads, begun, strict=True)
        if fits or (head is None and not _answers_yes_or_no(found))
    ]
    plain = [found for found in kept if not _tells_of_some(search, found)]
    return plain or kept


def _answers_yes_or_no(found: Match) -> bool:
    """Whether a row says by a code that something is so: it counts nothing."""
    record = found.entry.record
    return isinstance(record, Indicator) and _CODED.search(record.unit or "") is not None


def _tells_of_some(search: Search, found: Match) -> bool:
    """Whether a name goes on with what only some of those it counts have, which nobody asked."""
    record = found.entry.record
    name = _ASIDE.sub(" ", record.name) if isinstance(record, Indicator) else ""
    words = search.corpus.words(name)
    place = next((at for at, word in enumerate(words) if word.accented in _FURTHER), len(words))
    tail = {word.plain for word in words[place:] if word.accented not in _FURTHER}
    return bool(tail) and tail.isdisjoint(search.query.words)


def plainest_first(search: Search, matches: Sequence[Match]) -> list[Match]:
    """Of rows that fit equally well first the one whose name says least that was not asked.

    What a name adds in brackets only explains it.
    """
    best = max((found.coverage for found in matches), default=0.0)
    places = [
        place
        for place, found in enumerate(matches)
        if isinstance(found.entry.record, Indicator) and found.coverage >= best - _ALIKE
    ]
    ordered = sorted((matches[place] for place in places), key=lambda one: _further(search, one))
    result = [*matches]
    for place, found in zip(places, ordered, strict=True):
        result[place] = found
    return result


def _counted(search: Search) -> Term | None:
    """The term that follows "bao nhiêu" or "mấy"."""
    lexicon = search.corpus.lexicon
    words = [Word(plain, plain) for plain in search.query.words]
    for index in range(len(words)):
        place = index + lexicon.count.at(words, index)[0]
        if place == index or place >= len(words):
            continue
        for behind in dict.fromkeys((place, place + lexicon.classifiers.at(words, place)[0])):
            first = next((one.word for one in search.query.required if one.place == behind), None)
            noun = next((term for term in search.topic.terms if term.words[0] == first), None)
            if noun is not None:
                return noun
        return None
    return None


def head_of(search: Search, found: Match) -> Phrase | None:
    """The name of a figure after "Số", "Tổng số"; ``None`` where it does not begin so."""
    record = found.entry.record
    if not isinstance(record, Indicator):
        return None
    lexicon = search.corpus.lexicon
    words = search.corpus.words(record.name)
    place = 0
    while (
        place < len(words)
        and words[place].plain in _OPENING
        and not _is_compound(words, place, lexicon)
    ):
        place += 1
    if not place:
        return None
    place += lexicon.function.at(words, place)[0] if place < len(words) else 0
    return tuple(word.plain for word in words[place:])


def _is_compound(words: Sequence[Word], place: int, lexicon: Lexicon) -> bool:
    """Whether "số" begins another word ("số hóa"), which "số lượng" is not."""
    if words[place].plain in _OPENING - {_NUMBER}:
        return False
    if words[place + 1 : place + 2] and words[place + 1].plain in _OPENING:
        return False
    return lexicon.compounds.at(words, place)[0] > 1


def _begins(head: Phrase, noun: Term) -> bool:
    phrases = (noun.plain, *(tuple(word.plain for word in other) for other in noun.others))
    return any(head[: len(phrase)] == phrase for phrase in phrases)


def _further(search: Search, found: Match) -> int:
    """How many telling words of a name the question does not say."""
    record, lexicon = found.entry.record, search.corpus.lexicon
    name = record.name if isinstance(record, Indicator) else ""
    words = search.corpus.words(_ASIDE.sub(" ", name))
    asked = set(search.query.words) | {entry.word.plain for entry in search.query.topic}
    further = place = 0
    while place < len(words):
        idle = max(lexicon.weak.at(words, place)[0], lexicon.function.at(words, place)[0])
        further += not idle and words[place].plain not in asked
        place += idle or 1
    return further
