"""Leaves away how a person is addressed: tables write names without "ông" and "bà"."""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.words import words_of
from ingest.vocabulary import load, remembered

_UPPER = "".join(chr(code) for code in range(0x41, 0x1EFA) if chr(code).isupper())
_NAME = rf"(?=[{_UPPER}]\w*\s+[{_UPPER}])"


@remembered()
def _addressing() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load("asking_chat")["addressing"]), key=len)[::-1])
    return re.compile(rf"(?<!\w)(?i:{words})\s+{_NAME}")


def without_addressing(question: str, corpus: Corpus) -> str:
    """The question without "ông", "bà" before names that no document writes with them."""
    if question.isupper():
        return question

    def kept(found: re.Match[str]) -> str:
        behind = words_of(question[found.end() :])[:1]
        title = words_of(found.group())[-1:]
        place = corpus.lexicon.provinces.at(words_of(question[found.start() :]), 0)[0]
        written = place or any(
            corpus.together((one.plain, other.plain)) for one in title for other in behind
        )
        return found.group() if written else ""

    return _addressing().sub(kept, question)
