"""Short names that a document gives to longer ones: "Trung tâm X (sau đây gọi tắt là Trung tâm)".

From there on the document writes the short name, and people ask by either of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.asking.sentences.meeting import UPPER
from assistant.asking.words import Phrase, plain_phrase
from ingest.text.normal import match_key

_BRACKET = re.compile(r"\(([^()\n]{2,90})\)")
_BREAKS = "()\n"
_SHORTEST_BEFORE, _LONGEST_BEFORE = 4, 240
_MARKED = re.compile(
    r"^(?:sau đây|dưới đây)?\s*(?:xin\s+|được\s+)?(?:viết|gọi)\s+(?:tắt|chung|gọn)?\s*"
    r"(?:là)?\s*:?\s*"
    r"[“\"']?(?P<short>[^“”\"']{2,60}?)[”\"']?\s*$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-ZĐ][A-ZĐ&.-]{1,11}")
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]\w*(?=\s+[^\W\d{UPPER}])")
_WORTH_READING = re.compile(r"\(\s*(?:[A-ZĐ][A-ZĐ&.-]|(?i:sau đây|dưới đây|xin |được |viết |gọi ))")
"""How brackets begin that may hold a short name; looked for first, being quick."""
_LONGEST_SHORT, _LONGEST_NAME, _FEWEST = 6, 14, 2
_AND = "va"


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A short name and what it stands for, in plain words; ``written`` is the long name as is."""

    short: Phrase
    long: Phrase
    written: str

    def means(self, phrase: Phrase, text: Phrase) -> bool:
        """Whether ``text`` says by the other name what ``phrase`` of a question asks for."""
        if phrase == self.short:
            return _stands(self.long, text)
        return _stands(phrase, self.long) and _stands(self.short, text)


def _stands(phrase: Phrase, text: Phrase) -> bool:
    size = len(phrase)
    return any(text[at : at + size] == phrase for at in range(len(text) - size + 1))


def shorthands_in(texts: Iterable[str]) -> tuple[Shorthand, ...]:
    """The short names that brackets in ``texts`` introduce, each once."""
    found: dict[Phrase, Shorthand] = {}
    for text in texts:
        if _WORTH_READING.search(text):
            for one in _introduced(text):
                found.setdefault(one.short, one)
    return tuple(found.values())


def _introduced(text: str) -> Iterator[Shorthand]:
    for found in _BRACKET.finditer(text):
        ahead = text[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
        ahead = ahead[max(map(ahead.rfind, _BREAKS)) + 1 :]
        if len(ahead) < _SHORTEST_BEFORE:
            continue
        before, inside = ahead.rstrip(), found.group(1).strip()
        marked = _MARKED.match(inside)
        short = marked.group("short").strip() if marked else inside
        if not marked and not _INITIALS.fullmatch(short):
            continue
        written = _long_name(before, short, marked=marked is not None)
        named = plain_phrase(short)
        if written and 0 < len(named) <= _LONGEST_SHORT:
            long = plain_phrase(written)
            if len(long) >= _FEWEST and len(long) > len(named) - 1 and long != named:
                yield Shorthand(named, long, written)


def _long_name(before: str, short: str, *, marked: bool) -> str | None:
    """The name that ends right before the bracket, as written."""
    words = list(re.finditer(r"[^\s,;:“”\"]+", before))[-_LONGEST_NAME:]
    if not words:
        return None
    if _INITIALS.fullmatch(short):
        letters = [letter for letter in match_key(short) if letter.isalpha()]
        for place in range(len(words) - 1, -1, -1):
            firsts = [match_key(word.group())[:1] for word in words[place:]]
            joined = [
                first
                for first, word in zip(firsts, words[place:], strict=True)
                if plain_phrase(word.group()) != (_AND,)
            ]
            if letters in (firsts, joined):
                return before[words[place].start() :].strip(' “"')
    else:
        at = match_key(before).rfind(match_key(short))
        if at >= 0:
            return before[at:].strip(' “"')
    starts = [
        found.start() for found in _CAPITAL.finditer(before) if found.start() >= words[0].start()
    ]
    if starts and (marked or _INITIALS.fullmatch(short)):
        return before[starts[-1] :].strip(' “"')
    return None
