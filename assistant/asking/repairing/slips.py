"""What the tokens of a question may have been meant for, with the price of each reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.asking.repairing.channel import FAR, mixed, price
from assistant.asking.repairing.familiar import Familiar
from assistant.asking.repairing.keystrokes import readings
from assistant.asking.repairing.tokens import Token, key_of
from ingest.text.normal import strip_accents

_KEPT_POSSIBLE, _KEPT_IMPOSSIBLE, _KEPT_SHORT, _KEPT_BARE = 0.8, 2.4, 0.9, 0.5
_BIAS_POSSIBLE, _BIAS_CONTRACTED, _BIAS_BARE = 0.4, 0.6, 0.15
_JOINS, _ASKS, _LEAST, _SOUNDS, _MIXED, _LIKE = 0.3, 0.1, 0.05, 0.55, 0.5, 0.25
_OF_NAMES, _ALL, _ONE_FIRM = 3, 4, 5
_INITIALS = 3
_PARTED, _JOINED, _JOINED_WORDS, _LETTER = 0.5, 0.5, 1.2, 0.5
_MOST = 14
_LONG, _SPLIT, _GLUED = 6, 4, 2
_DEAREST = 2.6


_TONED = re.compile(r"[^\W\d_]+[1-5]")
"""As VNI marks a tone, and as a number may be glued to a word ("quy1")."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Words read for the tokens from ``start`` to ``end``, at a price; ``kept`` as typed.

    ``needs`` tells how many of its neighbours must be neighbours elsewhere too.
    """

    start: int
    end: int
    words: tuple[str, ...]
    price: float
    kept: bool = False
    needs: int = 0


def readings_at(
    at: int, tokens: Sequence[Token], known: Familiar, *, accented: bool, firm: bool, half: bool
) -> list[Reading]:
    """The readings that begin with one token.

    ``firm``: both its neighbours are usual ones; ``half``: one of them is.
    """
    token = tokens[at]
    found = [Reading(at, at + 1, (token.word,), _kept(token, known, accented=accented), kept=True)]
    if not token.fixed:
        settled = token.known and (known.stored(token.word) or known.carries(token.word))
        if half and not (firm or settled):
            found += _sounding(at, token, known)
        elif not (firm or settled):
            found += sorted(_others(at, token, known, accented=accented), key=_by_price)[:_MOST]
        if not token.known and len(token.text) >= _SPLIT:
            found += _parted(at, token, known, accented=accented)
    if at + 1 < len(tokens) and tokens[at + 1].gap == " ":
        joined = _joined(at, token, tokens[at + 1], known, accented=accented)
        if joined is not None:
            found.append(joined)
    return found


def _by_price(reading: Reading) -> float:
    return reading.price


def _kept(token: Token, known: Familiar, *, accented: bool) -> float:
    """What it costs to take a token for what it looks like."""
    if token.fixed:
        return 0.0
    if token.known:
        return 0.0 if token.spoken else _LETTER
    if not token.word.isalpha():
        return _KEPT_SHORT
    if not token.spoken or token.contracted:
        return _KEPT_SHORT
    if accented and token.bare and known.knows_plain(token.plain):
        return _KEPT_BARE
    return _KEPT_POSSIBLE if token.possible else _KEPT_IMPOSSIBLE


def _others(at: int, token: Token, known: Familiar, *, accented: bool) -> Iterator[Reading]:
    """Other words that a token may have been meant for."""
    keyed: dict[str, float] = {}
    for typed, cost in readings(token.word):
        word = key_of(typed)
        if known.knows(word) or (not accented and known.knows_plain(word)):
            keyed[word] = min(cost, keyed.get(word, FAR))
    near: dict[str, float] = {}
    if token.word.isalpha() and (token.spoken or not token.known):
        for word in _near(token, known, accented=accented):
            near[word] = price(token.word, word)
    bare = accented and token.bare
    for word in dict.fromkeys((*keyed, *near)):
        cost = min(keyed.get(word, FAR), near.get(word, FAR))
        if word == token.word or cost > (_SOUNDS if token.known else _DEAREST):
            continue
        if _is_short_form(token) and word not in keyed and not _left_out(token.plain, word):
            continue
        if token.named and token.possible and not _names_alike(token, word, known):
            continue
        if word in keyed and not token.possible:
            needs = 1 if _TONED.fullmatch(token.word) and known.counts(token.word[:-1]) else 0
            yield Reading(at, at + 1, (word,), keyed[word], needs=needs)
            continue
        bias, needs = _demands(token, word, cost, known, bare=bare)
        joins = known.weightless(word)
        if token.named and (joins or known.carries(word)) and not known.opens_name(word):
            continue
        cost += bias - (_JOINS if joins else _ASKS if known.carries(word) else 0.0)
        yield Reading(at, at + 1, (word,), max(cost, _LEAST), needs=needs)


def _names_alike(token: Token, word: str, known: Familiar) -> bool:
    """Whether a part of a name differs by accents alone, or lost letters of "Phường" and the like.

    "Phường Hạc Thành" is another ward than any stored one, not a slip for "Các".
    """
    if token.plain == strip_accents(word):
        return known.in_names(word)
    long = len(token.plain) >= _INITIALS
    return long and known.opens_name(word) and _left_out(token.plain, word)


def _is_short_form(token: Token) -> bool:
    """Whether a few letters that are no syllable may be initials ("syt")."""
    bare = token.bare and not token.possible
    return bare and (not token.spoken or len(token.plain) <= _INITIALS)


def _left_out(typed: str, meant: str) -> bool:
    """Whether letters of a word were left out or changed places ("trog" of "trong", "hco")."""
    plain = strip_accents(meant)
    letters = iter(plain)
    return sorted(typed) == sorted(plain) or all(letter in letters for letter in typed)


def _sounding(at: int, token: Token, known: Familiar) -> Iterator[Reading]:
    """Words that dialects mix with one that a neighbour speaks for; others must speak louder."""
    for one in dict.fromkeys((token.plain, *mixed(token.plain))):
        for word in known.forms(one):
            cost = price(token.word, word)
            if word != token.word and cost <= _MIXED and not (token.bare or token.named):
                yield Reading(at, at + 1, (word,), cost + _BIAS_POSSIBLE, needs=_ALL)


def _only_accents(token: Token, word: str, known: Familiar) -> bool:
    """Whether a word is the only known one of the letters typed."""
    return known.forms(token.plain) == (word,)


def _demands(
    token: Token, word: str, cost: float, known: Familiar, *, bare: bool
) -> tuple[float, int]:
    """The extra price of taking a token for another word, and how many neighbours must agree.

    Three stand for a neighbour of a name, four for both with one of them firm.
    """
    joins = known.weightless(word)
    accents = token.plain == strip_accents(word)
    if token.named and token.possible and not known.opens_name(word):
        unseen = bare and accents and not token.known
        return (_BIAS_BARE, 1) if unseen else (_BIAS_POSSIBLE, _OF_NAMES)
    if token.known:
        spoken = joins and not known.weightless(token.word)
        if bare and accents and (spoken or known.only_spoken(token.plain) == word):
            return _BIAS_BARE, 1
        return _BIAS_BARE if bare else _BIAS_POSSIBLE, 2 if joins or bare else _ALL
    if not token.spoken:
        return _BIAS_POSSIBLE, 1 if joins else 2
    if known.is_word(token.word):  # what no document holds is a word all the same
        return _BIAS_BARE if joins else _BIAS_POSSIBLE, 2 if joins else _ONE_FIRM
    if accents and _only_accents(token, word, known):
        return _BIAS_BARE, 0 if cost <= _LIKE or token.bare or not token.possible else 1
    if accents and bare and known.carries(word):
        return _BIAS_BARE, 0
    if accents and joins:
        return _BIAS_BARE, 0 if cost <= _LIKE and not token.bare else 2
    if joins and cost <= _SOUNDS:
        return _BIAS_BARE, 0
    if token.contracted and not token.possible:
        return _BIAS_CONTRACTED, 1
    return (_BIAS_POSSIBLE, 1) if token.possible else (0.0, 0)


def _near(token: Token, known: Familiar, *, accented: bool) -> Iterator[str]:
    """Known words that a slip or two lead to, with their accents."""
    plain = token.plain
    most = 2 if len(plain) >= _LONG and not token.possible else 1
    letters = dict.fromkeys((plain, *mixed(plain), *known.near(plain, most)))
    for one in letters:
        if accented or not token.bare:
            yield from known.forms(one)
        elif known.knows_plain(one):
            yield one


def _parted(at: int, token: Token, known: Familiar, *, accented: bool) -> Iterator[Reading]:
    """Two words typed without the blank between them."""
    for cut in range(1, len(token.word)):
        pair = (key_of(token.text[:cut]), key_of(token.text[cut:]))
        if min(map(len, pair)) < _GLUED and not all(known.alone(one) for one in pair):
            continue
        stands = known.knows if accented or not token.bare else known.knows_plain
        if all(stands(one) for one in pair):
            yield Reading(at, at + 1, pair, _PARTED, needs=1 if token.possible else 0)


def _joined(
    at: int, token: Token, following: Token, known: Familiar, *, accented: bool
) -> Reading | None:
    """A word that a blank was typed into."""
    if token.fixed or following.fixed:
        return None
    word = key_of(token.text + following.text)
    if not word.isalpha() or not (known.knows(word) or (not accented and known.knows_plain(word))):
        return None
    torn = [not (one.known and one.spoken) or len(one.word) == 1 for one in (token, following)]
    parts = [not one.possible and not one.known for one in (token, following)]
    single = any(len(one.word) == 1 and not known.alone(one.word) for one in (token, following))
    needs = 0 if any(parts) or single or not token.spoken else 1
    return Reading(at, at + 2, (word,), _JOINED if any(torn) else _JOINED_WORDS, needs=needs)
