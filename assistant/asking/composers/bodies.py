"""Which body a text begins with, or lists at its beginning, as the question names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.composers.duty_verbs import begins_with_verb
from assistant.asking.finding.corpus import Corpus
from assistant.asking.questions.understanding import as_typed
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.words import Phrase, Word
from ingest.text.organisations import begins_unit
from ingest.vocabulary import load

LISTED = 160
"""So much of a text is looked at for the bodies that it begins with."""
FEWEST = 2
"""Words that a body's name has at least."""
SAYS = 4
"""Words behind a name in which a verb tells that it ends, or that it does something."""
NEXT = re.compile(r"(?:,\s+(?:và\s+)?|\s+và\s+|;\s+)(?=\S)")
_ARTICLE = re.compile(r"^\s*Điều\s+\d+[.:]?\s*")
_ENDS_NAME = frozenset(":,;.()-–")


def named_at(
    text: str, corpus: Corpus, asked: Sequence[Word], question: tuple[str, frozenset[str]]
) -> tuple[int, Phrase]:
    """The name that a text begins with, or lists at its beginning, if the question has it."""
    bare = as_typed(without_leads(text))
    starts = [0, *(found.end() for found in NEXT.finditer(bare[:LISTED]))]
    best: tuple[int, Phrase] = (0, ())
    for start in starts:
        rest = bare[start:]
        if not is_body(rest):
            return best
        named = _shared(rest, corpus.words(rest[:LISTED]), asked, question)
        best = max(best, named, key=lambda one: len(one[1]))
    return best


def _shared(
    text: str, words: Sequence[Word], asked: Sequence[Word], question: tuple[str, frozenset[str]]
) -> tuple[int, Phrase]:
    """The longest beginning of a text that stands in the question and is a whole name there."""
    typed, head = question
    for place, word in enumerate(asked):
        if not words or word.plain != words[0].plain:
            continue
        length = 0
        for one, other in zip(words, asked[place:], strict=False):
            if one.plain != other.plain:
                break
            length += 1
        while length >= FEWEST:
            following = asked[place + length] if place + length < len(asked) else None
            if _ends(text, words, length) and _ends_asked(typed, following, head):
                return place, tuple(one.plain for one in words[:length])
            length -= 1
    return 0, ()


def _ends(text: str, words: Sequence[Word], length: int) -> bool:
    """Whether a name may end after ``length`` words: punctuation or a verb follows."""
    if length >= len(words):
        return True
    start = words[length].start
    before = text[:start].rstrip() if start >= 0 else ""
    dashed = before.endswith((" -", " –"))
    if dashed and text[start : start + 1].isupper():
        return False  # "Phòng Hành chính - Tổng hợp" goes on, though "tổng hợp" is work as well
    if before and before[-1] in _ENDS_NAME and not dashed:
        return True
    return begins_with_verb(tuple(one.plain for one in words[length : length + SAYS]))


def _ends_asked(typed: str, following: Word | None, head: frozenset[str]) -> bool:
    """Whether the name ends there in the question too, or goes on with the document's own body."""
    if following is None or following.plain in head or following.start < 0:
        return True
    return not typed[following.start : following.start + 1].isupper()


def is_body(text: str) -> bool:
    """Whether a text begins with the name of a unit or of an office that somebody holds."""
    if begins_unit(text):
        return True
    bare = text.strip().casefold()
    offices = (*load("asking_intents")["offices"], *load("asking_parts")["hamlets"])
    return bare.startswith(tuple(f"{one} " for one in offices)) or bare in offices


def without_leads(text: str) -> str:
    """A text without its number and the words that hand something to whom it names first."""
    bare = NUMBERING.sub("", _ARTICLE.sub("", NUMBERING.sub("", text)))
    for lead in sorted(load("asking_parts")["duty_leads"], key=len, reverse=True):
        if bare.casefold().startswith(f"{lead} "):
            return bare[len(lead) :].strip()
    return bare
