"""How likely one word was typed for another: the price of the slips between them.

A tone or a hat left out costs least, then one for another, sounds that dialects mix ("tr", "ch"),
two letters swapped, a letter lost, doubled, or taken from the key beside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.asking.repairing.syllables import HOOK, TILDE, Sound, sound
from ingest.text.normal import strip_accents

FAR = 9.0
_LEFT_OUT, _LIKE, _OTHER = 0.2, 0.25, 0.45
_MIXED, _SWAPPED, _LOST, _MORE, _BESIDE, _ELSEWHERE, _TWO = 0.5, 0.7, 0.8, 0.8, 0.9, 1.3, 1.9
_LONG = 6
_MOST_HATS = 0.3
_PAIR = 2
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ONSETS = (
    ("d", "gi"),
    ("gi", "d"),
    ("d", "r"),
    ("r", "d"),
    ("gi", "r"),
    ("r", "gi"),
    ("v", "d"),
    ("d", "v"),
    ("s", "x"),
    ("x", "s"),
    ("ch", "tr"),
    ("tr", "ch"),
    ("n", "l"),
    ("l", "n"),
    ("k", "c"),
    ("c", "k"),
    ("g", "gh"),
    ("gh", "g"),
    ("ng", "ngh"),
    ("ngh", "ng"),
    ("ph", "f"),
    ("f", "ph"),
    ("j", "gi"),
    ("z", "d"),
    ("dz", "d"),
    ("w", "qu"),
)
_ENDS = (("n", "ng"), ("ng", "n"), ("c", "t"), ("t", "c"), ("y", "i"), ("i", "y"))
_ONSET = re.compile(r"^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|dz|[bcdfghjklmnprstvwxz])?")


@lru_cache(maxsize=1)
def _beside() -> frozenset[tuple[str, str]]:
    """Letters whose keys touch."""
    pairs = set()
    for row, keys in enumerate(_ROWS):
        for place, key in enumerate(keys):
            near = [keys[place - 1 : place], keys[place + 1 : place + 2]]
            if row:
                near += [*_ROWS[row - 1][place : place + 2]]
            pairs |= {pair for other in near if other for pair in ((key, other), (other, key))}
    return frozenset(pairs)


def mixed(plain: str) -> Iterator[str]:
    """The words without accents that dialects or writers mix with this one."""
    found = _ONSET.match(plain)
    onset = found.group() if found else ""
    for one, other in _ONSETS:
        if onset == one:
            yield other + plain[len(one) :]
        elif one == "gi" and plain.startswith("gi"):
            yield other + plain[1:]
    for one, other in _ENDS:
        if plain.endswith(one) and len(plain) > len(one):
            yield plain[: -len(one)] + other


@lru_cache(maxsize=65536)
def price(typed: str, meant: str) -> float:
    """What it costs to read one accented word as another; :data:`FAR` where nobody would."""
    one, other = sound(typed), sound(meant)
    slip = _slip(one.plain, other.plain)
    return slip + _accents(one, other, same=not slip) if slip < FAR else FAR


@lru_cache(maxsize=65536)
def _slip(typed: str, meant: str) -> float:
    """The price of the letters without accents."""
    if typed == meant:
        return 0.0
    if meant in mixed(typed):
        return _MIXED
    distance = OSA.distance(typed, meant, score_cutoff=2)
    if distance == 1:
        if len(typed) < len(meant):
            return _LOST
        if len(typed) > len(meant):
            return _TWO if typed[1:] == meant else _MORE
        if Counter(typed) == Counter(meant):
            return _SWAPPED
        pair = next(pair for pair in zip(typed, meant, strict=True) if pair[0] != pair[1])
        return _BESIDE if pair in _beside() else _ELSEWHERE
    return _TWO if distance == _PAIR and min(len(typed), len(meant)) >= _LONG - 1 else FAR


def _accents(typed: Sound, meant: Sound, *, same: bool) -> float:
    """The price of the accents: those left out, and those that are others."""
    cost = 0.0
    if typed.tone != meant.tone:
        alike = {typed.tone, meant.tone} == {HOOK, TILDE}
        cost += _LEFT_OUT if not typed.tone else _LIKE if alike else _OTHER
    if same:
        pairs = zip(typed.toneless, meant.toneless, strict=True)
        hats = [_LEFT_OUT if one.isascii() else _OTHER for one, other in pairs if one != other]
    else:
        had, has = _hats(typed), _hats(meant)
        hats = [_LEFT_OUT] * (has - had).total() + [_OTHER] * (had - has).total()
    lost = sum(one for one in hats if one == _LEFT_OUT)
    return cost + min(lost, _MOST_HATS) + sum(one for one in hats if one != _LEFT_OUT)


def _hats(heard: Sound) -> Counter[str]:
    return Counter(letter for letter in heard.toneless if strip_accents(letter) != letter)
