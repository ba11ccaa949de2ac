"""Vietnamese syllables as sounds: letters with their hats, and the tone apart.

A word that is built as no syllable can be is a slip or no Vietnamese; one that is may be meant.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ingest.text.normal import strip_accents

GRAVE, ACUTE, HOOK, TILDE, DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_TONES = frozenset((GRAVE, ACUTE, HOOK, TILDE, DOT))
_OF_STOPS = frozenset((ACUTE, DOT))
_HATTED = frozenset("ăâêôơư")
_NUCLEUS = re.compile(r"[aăâeêioôơuưy]+")
_GLIDE = re.compile(r"^(?:qu|gi)(?=[aăâeêioôơuưy])")
_MIDDLE = 3
_STOP = re.compile(r"(?:ch|[cpt])$")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|kh|ph|qu|th|tr|ch|gi|[bcdđghklmnprstvx])?"
    r"(?:a(?:ch|c|i|m|ng|nh|n|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|ng|n|p|t|u|y)"
    r"|e(?:c|m|ng|n|o|p|t)?|ê(?:ch|m|nh|n|p|t|u)?|i(?:ch|m|nh|n|p|t|u|a)?|iê(?:c|m|ng|n|p|t|u)"
    r"|y|yê(?:m|ng|n|t|u)|o(?:c|i|m|ng|n|p|t)?|oo(?:c|ng)|ô(?:c|i|m|ng|n|p|t)?|ơ(?:i|m|n|p|t)?"
    r"|oa(?:ch|c|i|m|ng|nh|n|o|p|t|y)?|oă(?:c|m|ng|n|t)|oe(?:m|n|o|t)?|u(?:a|c|i|m|ng|n|p|t)?"
    r"|uâ(?:ng|n|t|y)|uê(?:ch|nh)?|uô(?:c|i|m|ng|n|t)|uơ|uy(?:ch|nh|n|p|t|u|a)?|uyê(?:n|t)"
    r"|ư(?:a|c|i|ng|n|t|u)?|ươ(?:c|i|m|ng|n|p|t|u))"
)
_LIKE_G = re.compile(r"g(?:i(?:ch|m|nh|n|p|t)?|iê(?:c|m|ng|n|p|t|u))")
_LIKE_Q = re.compile(r"quô(?:c|i|n|t)|qu(?:y(?:ch|nh|n|t)?|yê(?:n|t)|ân|ơ)")


@dataclass(frozen=True, slots=True)
class Sound:
    """A word without its tone, and the tone as a combining mark; empty for the level one."""

    toneless: str
    tone: str

    @property
    def plain(self) -> str:
        """The letters without any accent."""
        return strip_accents(self.toneless)


@lru_cache(maxsize=32768)
def sound(word: str) -> Sound:
    """A lower-case word taken apart."""
    if word.isascii():
        return Sound(word, "")
    parts = unicodedata.normalize("NFD", word)
    tone = next((mark for mark in parts if mark in _TONES), "")
    letters = "".join(mark for mark in parts if mark not in _TONES)
    return Sound(unicodedata.normalize("NFC", letters), tone)


def spelt(heard: Sound) -> str:
    """The word, its tone put where match keys have it (``òa``, not ``oà``)."""
    letters, tone = heard.toneless, heard.tone
    glide = _GLIDE.match(letters)
    found = _NUCLEUS.search(letters, glide.end() if glide else 0)
    if not tone or found is None:
        return letters
    vowels = found.group()
    hats = [place for place, vowel in enumerate(vowels) if vowel in _HATTED]
    if hats:
        at = hats[-1]
    elif len(vowels) >= _MIDDLE or (len(vowels) > 1 and found.end() < len(letters)):
        at = 1
    else:
        at = 0
    at += found.start() + 1
    return unicodedata.normalize("NFC", f"{letters[:at]}{tone}{letters[at:]}")


@lru_cache(maxsize=32768)
def is_possible(word: str) -> bool:
    """Whether a lower-case word is built like a Vietnamese syllable; without accents, could be."""
    marks = [mark for mark in unicodedata.normalize("NFD", word) if mark in _TONES]
    if len(marks) > 1:
        return False
    heard = sound(word)
    letters = heard.toneless
    if word.isascii():
        return any(_built(one) for one in _hatted(letters))
    if _STOP.search(letters) and heard.tone not in _OF_STOPS:
        return False
    return _built(letters)


def _built(letters: str) -> bool:
    return any(one.fullmatch(letters) for one in (_SYLLABLE, _LIKE_G, _LIKE_Q))


def _hatted(letters: str) -> tuple[str, ...]:
    """Letters typed without hats, with those that a syllable may not lack."""
    full = letters
    for bare, hatted in (("uye", "uyê"), ("ie", "iê"), ("ye", "yê"), ("uo", "uô"), ("uu", "ưu")):
        if bare in full:
            full = full.replace(bare, hatted, 1)
            break
    forms = {letters, full, letters.replace("uo", "ươ", 1)}
    for bare, hatted in (("a", "ă"), ("a", "â"), ("e", "ê"), ("u", "ư"), ("o", "ô"), ("o", "ơ")):
        forms.add(letters.replace(bare, hatted, 1))
    return tuple(forms)
