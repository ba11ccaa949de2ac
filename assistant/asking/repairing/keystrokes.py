"""What a token reads as if keys went through as letters.

Such are the left-overs of Telex and VNI, figures misread for letters, a letter held down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.asking.repairing.syllables import ACUTE, DOT, GRAVE, HOOK, TILDE, Sound, spelt
from assistant.asking.repairing.syllables import sound as taken_apart

_TELEX = {"s": ACUTE, "f": GRAVE, "r": HOOK, "x": TILDE, "j": DOT}
_VNI = {"1": ACUTE, "2": GRAVE, "3": HOOK, "4": TILDE, "5": DOT}
_DOUBLED = {"a": "â", "e": "ê", "o": "ô"}
_W = {"a": "ă", "o": "ơ", "u": "ư"}
_VNI_HATS = {
    "6": {"a": "â", "e": "ê", "o": "ô"},
    "7": {"o": "ơ", "u": "ư"},
    "8": {"a": "ă"},
    "9": {"d": "đ"},
}
_VOWELS = frozenset("aăâeêioôơuưy")
_HELD = re.compile(r"([^\W\d_])\1+")
_MISREAD = (("0", "o"), ("1", "l"), ("1", "i"), ("5", "s"), ("rn", "m"), ("m", "rn"), ("vv", "w"))
_METHOD, _HELD_DOWN, _READ_WRONG = 0.25, 0.3, 0.35


def readings(token: str) -> Iterator[tuple[str, float]]:
    """What a lower-case token may have been typed for, with what it costs to think so."""
    if any(letter in _VNI or letter in _VNI_HATS for letter in token):
        for figures in (_vni(token),):
            if figures is not None:
                yield figures, _METHOD
    if token.isalpha():
        telex = _telex(token)
        if telex is not None and telex != token:
            yield telex, _METHOD
        held = _HELD.sub(r"\1", token)
        if held != token and len(held) > 1:  # "tt" is a short form
            yield held, _HELD_DOWN
    for seen, meant in _MISREAD:
        at = token.find(seen)
        while at >= 0:
            yield f"{token[:at]}{meant}{token[at + len(seen) :]}", _READ_WRONG
            at = token.find(seen, at + 1)
    if "0" in token or "1" in token:
        yield token.replace("0", "o").replace("1", "l"), _READ_WRONG


def _telex(token: str) -> str | None:
    """The word that these keys type in Telex; ``None`` where no vowel stands before a mark."""
    heard = taken_apart(token)
    letters: list[str] = []
    tone = heard.tone
    for key in heard.toneless:
        vowels = [place for place, letter in enumerate(letters) if letter in _VOWELS]
        if key in _TELEX and vowels and not tone:
            tone = _TELEX[key]
        elif key == "w" and _horned(letters):
            continue
        elif key in _DOUBLED and letters and key in letters[-2:] and vowels:
            at = len(letters) - 1 - letters[::-1].index(key)
            letters[at] = _DOUBLED[key]
        elif key == "d" and "d" in letters:
            letters[letters.index("d")] = "đ"
        else:
            letters.append("ư" if key == "w" else key)
    if tone and not any(letter in _VOWELS for letter in letters):
        return None
    return spelt(Sound("".join(letters), tone))


def _horned(letters: list[str]) -> bool:
    """Put the mark of "w" on the last vowel that takes one; both of "uo" take it."""
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in _W:
            pair = letters[at] == "o" and at and letters[at - 1] == "u"
            letters[at] = _W[letters[at]]
            if pair and (at < 2 or letters[at - 2] != "q"):
                letters[at - 1] = "ư"
            return True
    return False


def _vni(token: str) -> str | None:
    """The word that these keys type in VNI; ``None`` where a figure marks nothing."""
    heard = taken_apart(token)
    letters: list[str] = []
    tone = heard.tone
    for key in heard.toneless:
        if key in _VNI and not tone and any(letter in _VOWELS for letter in letters):
            tone = _VNI[key]
        elif key in _VNI_HATS:
            hats = _VNI_HATS[key]
            places = [at for at, letter in enumerate(letters) if letter in hats]
            if not places:
                return None
            at = places[-1]
            pair = key == "7" and letters[at] == "o" and at and letters[at - 1] == "u"
            letters[at] = hats[letters[at]]
            if pair:
                letters[at - 1] = "ư"
        elif key.isdigit():
            return None
        else:
            letters.append(key)
    return spelt(Sound("".join(letters), tone)) if letters else None
