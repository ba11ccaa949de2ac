"""What kind of thing a question wants to hear: a body, a day, a figure, a reason, a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.asking.query import Intent, Query
from assistant.asking.words import Phrase, contains, plain_phrase, words_of
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load, remembered

_BILLIONS, _RATE = ("ti", "dong"), ("le",)
_DENIED = re.compile(r"\b(?:không|chưa|chẳng)\b")
PERCENT: frozenset[Phrase] = frozenset({("phan", "tram")})
_PERCENT_SIGN = re.compile(r"\b(?:bao nhi[êe]u|m[ấa]y)\s*%")
_FIGURE_ENDS = re.compile(r"\b(?:bao nhi[êe]u|m[ấa]y)\s*[,;.?]")
_CLASS = re.compile(r"\b(?:thuoc|nam trong|o|xep|vao)\s+(?:nhom|loai|muc|dien|hang|khoi) nao\b")
_PER_SPAN = re.compile(
    r"\b(?:moi|mot|hang) (?:ngay|tuan|thang|quy|nam) (?:may|bao nhieu) (?!lan\b)(\w+)"
)
"""A number of things in a span ("mỗi tháng mấy kỳ"): no day is asked for."""
_SUFFERS = re.compile(r"\b(?:những ai|ai|(?:đối tượng|trường hợp|người) nào) (?:sẽ )?bị\b")
"""Whom something befalls need not be a body."""
_YES_OR_NO = ("khong", "chua")
_NOUN = 2
_TAIL = 6


class Wanted(StrEnum):
    """The kinds of things that questions ask for."""

    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    LENGTH = "length"
    FIGURE = "figure"
    WHY = "why"
    TERMS = "terms"
    MEANS = "means"
    AIM = "aim"
    ANYTHING = "anything"


_BY_WORDS = (
    ("those_present", Wanted.WHO),
    ("places", Wanted.WHERE),
    ("durations", Wanted.LENGTH),
    ("terms", Wanted.TERMS),
    ("means", Wanted.MEANS),
    ("purposes", Wanted.AIM),
    ("times", Wanted.WHEN),
)
_BY_INTENT = {
    Intent.LEAD: Wanted.WHO,
    Intent.COORDINATING: Wanted.WHO,
    Intent.DEADLINE: Wanted.WHEN,
    Intent.VALUE: Wanted.FIGURE,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted. ``noun`` is what a figure counts or which body is meant.

    ``money`` figures are sums of money, of a ``fee`` no shares either; ``helping`` asks who takes
    part, ``denied`` what is not so; ``doubted`` questions want a yes or no, ``dated`` ones a day
    rather than an event, ``often`` ones how often, ``due`` ones until when.
    """

    wanted: Wanted
    noun: Phrase = ()
    money: bool = False
    helping: bool = False
    denied: bool = False
    doubted: bool = False
    dated: bool = False
    often: bool = False
    due: bool = False
    fee: bool = False


@remembered(maxsize=32)
def phrases_of(name: str, *, accented: bool = True) -> tuple[Phrase, ...]:
    """The phrases of one list of the vocabulary file, longest first."""
    found = {_spelt(phrase, accented=accented) for phrase in load("asking_sentences")[name]}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def _spelt(text: str, *, accented: bool = True) -> Phrase:
    return tuple(word.accented if accented else word.plain for word in words_of(text))


_HANDED_TO = (("giao", "cho"), ("phan", "cong", "cho"), ("phan", "cho"))
"""Words before "đơn vị nào" behind which it asks who does something, not where something goes."""


def asked_for(query: Query) -> Asked:
    """What a question wants to hear."""
    words = _Words(_spelt(query.standalone, accented=query.accented), query.accented)
    plain = plain_phrase(query.standalone)
    doubted = plain[-1:] != () and plain[-1] in _YES_OR_NO
    told = match_key(query.standalone)
    denied = bool(_DENIED.search(told[:-_TAIL] if doubted else told)) if query.accented else False
    helping = query.intent is Intent.COORDINATING
    wanted, noun = _wanted(query, words)
    if wanted is Wanted.FIGURE and _FIGURE_ENDS.search(told):
        noun = ()
    if noun[:1] == _BILLIONS[:1] and noun[1:] != _RATE:
        noun = _BILLIONS  # "bao nhiêu tỷ?" asks for a sum as "bao nhiêu tỷ đồng?" does
    if wanted is Wanted.FIGURE and _PERCENT_SIGN.search(told):
        noun = next(iter(PERCENT))
    sums = phrases_of("money", accented=False)
    money = wanted is Wanted.FIGURE and (
        any(noun[: len(one)] == one for one in sums) or (not noun and words.has("money"))
    )
    fee = wanted is Wanted.FIGURE and not noun and asks_fee(query)
    dated = wanted is Wanted.WHEN and words.has("dates")
    often, due = words.has("often"), words.has("due")
    return Asked(wanted, noun, money or fee, helping, denied, doubted, dated, often, due, fee)


def asks_fee(query: Query) -> bool:
    """Whether a question begins with a fee, so that it is one for money and for nothing else."""
    said = [one.word.accented if query.accented else one.word.plain for one in query.required]
    fees = phrases_of("fees", accented=query.accented)
    return query.intent is Intent.VALUE and any(tuple(said[: len(one)]) == one for one in fees)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a question, with accents where it bears them."""

    words: Phrase
    accented: bool

    def has(self, name: str) -> bool:
        """Whether a phrase of a list stands in it."""
        return any(
            contains(self.words, one) >= 0 for one in phrases_of(name, accented=self.accented)
        )

    def counted(self) -> Phrase | None:
        """What stands behind "bao nhiêu"; ``None`` where no figure is asked for."""
        for phrase in phrases_of("figures", accented=self.accented):
            place = contains(self.words, phrase)
            if place >= 0:
                following = self.words[place + len(phrase) :]
                empty = phrases_of("behind_figures", accented=self.accented)
                if any(following[: len(one)] == one for one in empty):
                    return ()
                return plain_phrase(" ".join(following[:_NOUN]))
        return None

    def body(self) -> Phrase | None:
        """The noun for a body before "nào"; empty where "ai" asks, ``None`` where neither does."""
        which = next(iter(phrases_of("which", accented=self.accented)))
        place = contains(self.words, which)
        for one in phrases_of("bodies", accented=self.accented) if place > 0 else ():
            if self.words[max(0, place - len(one)) : place] == one:
                return plain_phrase(" ".join(one))
        return () if "ai" in self.words else None


def _wanted(query: Query, words: _Words) -> tuple[Wanted, Phrase]:
    if query.intent is Intent.REASON:
        return Wanted.WHY, ()
    if asks_class(query):
        return Wanted.ANYTHING, ()
    if (rated := _PER_SPAN.search(fold(query.standalone))) is not None:
        return Wanted.FIGURE, tuple(rated.group(1).split())
    if _SUFFERS.search(match_key(query.standalone)):
        return Wanted.ANYTHING, ()
    handed = any(contains(query.words, one) >= 0 for one in _HANDED_TO)
    for name, wanted in _BY_WORDS:
        if words.has(name) and not (handed and wanted is Wanted.WHERE):
            return wanted, ()
    counted = words.counted()
    if counted is not None:
        return Wanted.FIGURE, counted
    body = words.body()
    if body is not None:
        return Wanted.WHO, body if body in phrases_of("named_bodies", accented=False) else ()
    return _BY_INTENT.get(query.intent, Wanted.ANYTHING), ()


def asks_class(query: Query) -> bool:
    """Whether a question is for a class rather than a figure ("chỉ số X thuộc nhóm nào")."""
    return _CLASS.search(fold(query.standalone)) is not None
