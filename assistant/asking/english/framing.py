"""Puts the frame of an English question into Vietnamese: what is asked, dates, spans of time.

What is translated stands between « and » afterwards, names between ‹ and ›; the rest is left to be
translated.
"""

from __future__ import annotations

import re
from functools import partial

from assistant.asking import restated
from assistant.asking.english.lists import Lists
from ingest.text.normal import fold

_AHEAD = r"(?<![\w‹])(?:\b(in|of|for|from|at|within)\s+)?\b(?<!‹)(?<!cua )(?<!pho )"
_REFERENCE = re.compile(r"\$(\d)")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_]|\d)")
_OTHER_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "`": "'"})
_CONTRACTED = (
    (re.compile(r"\b(who|what|when|where|how|which|that|there|it)'s\b", re.IGNORECASE), r"\1 is"),
    (re.compile(r"\b(who|what|when|where|how)'re\b", re.IGNORECASE), r"\1 are"),
    (re.compile(r"\bn't\b|(?<=\w)n't\b", re.IGNORECASE), " not"),
    (re.compile(r"\bcannot\b", re.IGNORECASE), "can not"),
    (re.compile(r"\bco-(?=ordinat|operat)", re.IGNORECASE), "co"),
    (re.compile(r"(?<=\w)'(?:ll|d|ve|m)\b"), ""),
)
_HYPHENED = re.compile(r"(\w*[a-z])-(?=[a-z\d])")


def framed(text: str, lists: Lists) -> str:
    """The question with its frame in Vietnamese."""
    text = text.translate(_OTHER_QUOTES)
    for pattern, put in _CONTRACTED:
        text = pattern.sub(put, text)
    text = _HYPHENED.sub(partial(_unhyphened, lists=lists), text)
    text = _dated(_asked(text, lists), lists)
    text = _named(text, lists)
    for pattern, put in lists.frames:
        text = " ".join(pattern.sub(partial(_filled, put=put, lists=lists), text).split())
    return text


def _named(text: str, lists: Lists) -> str:
    """Provinces under their own names, between ‹ and ›; short forms in capitals written out."""
    if not text.isupper():
        for short, words in lists.short_forms.items():
            text = re.sub(rf"(?<![\w/&-]){short}(?![\w/&-])", words, text)
    for english, name in lists.places.items():
        pattern = re.compile(rf"{_AHEAD}{english}(?![\w›])")
        found = pattern.search(fold(text))
        while found and len(fold(text)) == len(text):
            put = restated.OF_PLACE.format(place=name) if found[1] else name
            text = f"{text[: found.start()]}‹{put}›{text[found.end() :]}"
            found = pattern.search(fold(text))
    return text.replace("›'s ", "› ")


def _asked(text: str, lists: Lists) -> str:
    """The sentences that ask, without what a writer says of himself before and after."""
    sentences = [piece.strip(" ?.!,;:") for piece in _SENTENCE.split(text)]
    asking = [one for one in sentences if not any(aside.match(one) for aside in lists.asides)]
    return ", ".join(asking or sentences)


def _unhyphened(found: re.Match[str], *, lists: Lists) -> str:
    """The parts of a compound as words of their own; a prefix keeps its hyphen."""
    return found[0] if found[1].casefold() in lists.prefixes else f"{found[1]} "


def _filled(found: re.Match[str], *, put: str, lists: Lists) -> str:
    def slot(ref: re.Match[str]) -> str:
        value = found[int(ref[1])] or ""
        return lists.times.get(value.casefold(), value)

    return f" {_REFERENCE.sub(slot, put)} "


def _dated(text: str, lists: Lists) -> str:
    """Dates as figures: "30 June 2027", "June 30, 2027" and "June 2027"."""
    names = "|".join(f"{name}|{name[:3]}" for name in lists.months)
    year = r"(?:,?\s+(?:of\s+)?(20\d\d))?"

    def month(name: str) -> int:
        return next(n for n, one in enumerate(lists.months, 1) if one[:3] == name.casefold()[:3])

    def day(found: re.Match[str], number: str, name: str) -> str:
        return f"{number}/{month(name)}" + (f"/{found[3]}" if found[3] else "")

    text = re.sub(
        rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({names})\b{year}",
        lambda found: day(found, found[1], found[2]),
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(
        rf"\b({names})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d){year}",
        lambda found: day(found, found[2], found[1]),
        text,
        flags=re.IGNORECASE,
    )
    titled = "|".join(name.capitalize() for name in lists.months)
    return re.sub(
        rf"\b({titled})\b{year}",
        lambda found: f"«tháng {month(found[1])}»" + (f" «năm {found[2]}»" if found[2] else ""),
        text,
    )
