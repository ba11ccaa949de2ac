"""Two things that one question compares ("X của A và B"): each side is looked for by itself.

What both share is said once, so each side is completed with words of the other: the longest
wording that some row holds whole is the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from assistant.asking.composers.exactly import head_of
from assistant.asking.composers.figures_meant import measured
from assistant.asking.finding.features import Features
from assistant.asking.finding.matching import Match
from assistant.asking.finding.retrieval import Search, by_document, ranked
from assistant.asking.query import Intent, Quantity, TopicWord
from assistant.asking.questions.topic import build_topic
from assistant.asking.words import Word
from ingest.model import Indicator

_BETWEEN = frozenset({"va", "voi", "hay", "hoac", "hon", "kem", "and", "than", "versus", "vs"})
_NUMBERS = frozenset({"so", "luong"})
_HELD, _NEAR = 0.6, 0.05
_OPENING = 3


def both_sides(search: Search) -> list[Match]:
    """The rows of either side, the left one's first; none where two sides cannot be told apart."""
    words = search.query.required
    for cut in _cuts(search, words):
        left, right = words[:cut], words[cut:]
        of_left, of_right = [w.word.plain for w in left], [w.word.plain for w in right]
        begins = right[0].place
        said_left = {*of_left, *search.query.words[:begins]}
        said_right = {*of_right, *search.query.words[begins:]}
        not_left = next((w.word for w in reversed(left) if w.word.plain not in said_right), None)
        not_right = next((w.word for w in right if w.word.plain not in said_left), None)
        behind, before = _completed_behind(left, right), _completed_before(left, right)
        if left[0].word.plain == right[0].word.plain:
            behind, before = chain((tuple(left),), behind), chain((tuple(right),), before)
        if (numbered := _numbered(left, right)) is not None:
            behind, before = iter((left,)), iter((numbered.words,))
            not_left, not_right = numbered.theirs, numbered.own
        elif (numbered := _numbered(right, left)) is not None:
            behind, before = iter((numbered.words,)), iter((right,))
            not_left, not_right = numbered.own, numbered.theirs
        if not_left is None or not_right is None:
            continue
        told = [_tells(search, word.plain) for word in (not_left, not_right)]
        if not any(told):
            continue
        one = _side(search, [*behind], _Apart(not_left, not_right, told[0]), left, right)
        other = _side(search, [*before], _Apart(not_right, not_left, told[1]), right, left)
        one = [found for found in one if told[0] or _holds(search, found, not_left)]
        other = [found for found in other if told[1] or _holds(search, found, not_right)]
        taken = {id(found.entry) for found in one}
        if one and other and not any(id(found.entry) in taken for found in other):
            return _of_one_group(one, other)
    return []


def _side(
    search: Search,
    wordings: Sequence[tuple[TopicWord, ...]],
    apart: _Apart,
    own: Sequence[TopicWord],
    theirs: Sequence[TopicWord],
) -> list[Match]:
    """The rows of one side. Words that only the other side says may be meant of both.

    "Đủ điều kiện và đang cung cấp ở mức độ 4": where one side finds several rows they are those
    that hold most of the other's words, and a row may hold the other side's first word too.
    """
    quantity = _quantity(search, own)
    found = _first(search, iter(wordings), apart=apart, quantity=quantity)
    if search.query.intent is Intent.COMPARE:
        noun = next((one[0] for one in (own, theirs) if _opens_as_number(search, one)), own[0])
        counted = [one for one in found if _counts(search, one, noun)]
        if not counted:
            loose = _first(search, iter(wordings), apart=None, quantity=quantity)
            counted = [one for one in loose if _counts(search, one, noun)] or found or loose
        found = counted
    said = {word.word.plain: word.word for word in theirs}.values()
    shared = [sum(_has(search, one.entry.body, word) for word in said) for one in found]
    most = max(shared, default=0)
    return [one for one, held in zip(found, shared, strict=True) if held == most]


def _counts(search: Search, found: Match, noun: TopicWord) -> bool:
    """Whether a row counts what a side begins with ("số hồ sơ ...")."""
    head = head_of(search, found)
    return not head or head[0] == noun.word.plain


def _opens_as_number(search: Search, side: Sequence[TopicWord]) -> bool:
    """Whether a side says itself what it counts; else the other one says it for both."""
    return side[0].place > 0 and search.query.words[side[0].place - 1] in _NUMBERS


@dataclass(frozen=True, slots=True)
class _Apart:
    """The words that tell the sides of a question apart: one's own, and the other one's.

    ``tells``: whether its own says which thing is meant.
    """

    own: Word
    theirs: Word
    tells: bool


def _is_theirs(search: Search, found: Match, apart: _Apart) -> bool:
    """Whether a row, or the line that it stands under, is the other side's.

    A line that holds both words ("mức độ 3, 4") is above the rows of either.
    """
    if _has(search, found.entry.body, apart.theirs):
        return True
    above = _above(search, found)
    return _has(search, above, apart.theirs) and not (
        apart.tells and _has(search, above, apart.own)
    )


def _above(search: Search, found: Match) -> Features:
    record = found.entry.record
    parent = record.parent if isinstance(record, Indicator) else None
    return search.corpus.features(parent or "")


def _has(search: Search, told: Features, word: Word) -> bool:
    if search.query.accented and word.has_accent:
        return word.accented in told.accented
    return word.plain in told.words


def _holds(search: Search, found: Match, word: Word) -> bool:
    """Whether a row, or the line that it stands under, has a word."""
    return any(_has(search, one, word) for one in (found.entry.body, _above(search, found)))


_Group = tuple[str, tuple[str, ...], str]


def _of_one_group(one: list[Match], other: list[Match]) -> list[Match]:
    """The rows of both sides: of one group ("Kết quả giải quyết") where some group has both.

    Of several such groups it is the one whose rows say least beside what is asked for.
    """
    pairs = [
        [*_shortest(mine), *_shortest(theirs)]
        for group, mine in _groups(one).items()
        if (theirs := _groups(other).get(group)) is not None
    ]
    said = [sum(len(found.entry.focus.plain) for found in pair) / len(pair) for pair in pairs]
    return pairs[said.index(min(said))] if pairs else [*_shortest(one), *_shortest(other)]


def _groups(found: Sequence[Match]) -> dict[_Group, list[Match]]:
    """The rows by the line of the table that they stand under."""
    groups: dict[_Group, list[Match]] = {}
    for one in found:
        record = one.entry.record
        if isinstance(record, Indicator) and record.parent:
            group = (record.document_id, tuple(record.headings), record.parent)
            groups.setdefault(group, []).append(one)
    return groups


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A side completed by the other one: ``own`` is its number, ``theirs`` the other's."""

    words: tuple[TopicWord, ...]
    own: Word
    theirs: Word


def _numbered(full: Sequence[TopicWord], short: Sequence[TopicWord]) -> _Numbered | None:
    """The side that says only what number it has ("hạng 3"), with the other's words around it.

    "Số trạm hạng 2 đã xây nhiều hơn hạng 3": of the short side is "số trạm hạng 3 đã xây".
    """
    size = len(short)
    for at in range(len(full) - size + 1):
        pairs = [
            (mine.word, other.word)
            for mine, other in zip(full[at : at + size], short, strict=True)
            if mine.word.plain != other.word.plain
        ]
        if size > 1 and len(pairs) == 1 and all(word.plain.isdigit() for word in pairs[0]):
            theirs, own = pairs[0]
            return _Numbered((*full[:at], *short, *full[at + size :]), own, theirs)
    return None


def _quantity(search: Search, side: Sequence[TopicWord]) -> Quantity | None:
    """Whether a side opens as a number ("số hồ sơ ...") or as a share ("tỷ lệ ..."), if it does."""
    words = [Word(plain, plain) for plain in search.query.words[: side[0].place]]
    lexicon = search.corpus.lexicon
    for start in range(max(0, len(words) - _OPENING), len(words)):
        length, names = lexicon.quantity.at(words, start)
        if length and start + length == len(words):
            return "share" if names[0] == "share" else "count"
    return search.query.quantity


def _tells(search: Search, plain: str) -> bool:
    """Whether a word that only one side has says which thing is meant ("kết quả" does not)."""
    return bool(plain) and not any(term.weak for term in search.topic.terms if plain in term.plain)


def _cuts(search: Search, words: Sequence[TopicWord]) -> Iterator[int]:
    """Where a word between two topic words joins two things."""
    plain = search.query.words
    for place in range(1, len(words)):
        between = plain[words[place - 1].place + 1 : words[place].place]
        if not _BETWEEN.isdisjoint(between):
            yield place


def _completed_behind(
    left: Sequence[TopicWord], right: Sequence[TopicWord]
) -> Iterator[tuple[TopicWord, ...]]:
    yield from ((*left, *right[cut:]) for cut in range(1, len(right) + 1))


def _completed_before(
    left: Sequence[TopicWord], right: Sequence[TopicWord]
) -> Iterator[tuple[TopicWord, ...]]:
    yield from ((*left[:end], *right) for end in range(len(left) - 1, -1, -1))


def _first(
    search: Search,
    wordings: Iterator[tuple[TopicWord, ...]],
    *,
    apart: _Apart | None,
    quantity: Quantity | None,
) -> list[Match]:
    """What the first wording that is found whole finds, rows of the other side left out."""
    for words in wordings:
        topic = tuple(replace(word, place=place) for place, word in enumerate(words))
        query = replace(search.query, topic=topic, words=tuple(w.word.plain for w in topic))
        narrowed = replace(search, query=query, topic=build_topic(query, search.corpus), _ranked={})
        found = [
            one
            for one in ranked(narrowed, ("targets", "indicators"))
            if one.fits
            and _holds_all(one, narrowed)
            and (apart is None or not _is_theirs(search, one, apart))
        ]
        if found:
            return measured(found, quantity)
    return []


def _holds_all(found: Match, search: Search) -> bool:
    told = [
        level for term, level in zip(search.topic.terms, found.levels, strict=True) if not term.weak
    ]
    return bool(told) and all(level >= _HELD for level in told)


def _shortest(found: Sequence[Match]) -> list[Match]:
    """Of the rows that hold all words those of each document that say least beside them."""
    kept: list[Match] = []
    for group in by_document(found).values():
        best = max(one.score for one in group)
        near = [one for one in group if one.score >= best - _NEAR]
        least = min(len(one.entry.focus.plain) for one in near)
        kept += [one for one in near if len(one.entry.focus.plain) == least]
    return kept
