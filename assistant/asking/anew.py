"""A question asked anew of another thing of the same kind ("còn giải B?" after "Giải A ...")."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.text.normal import match_key
from ingest.vocabulary import load

_ABOUT = re.compile(
    r"^\s*(?:thế|vậy)?\s*(?:còn|thế)\s+(.{2,40}?)\s*(?:thì sao|thì|là bao nhiêu)?\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_MOST_WORDS = 4


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(load("asking_sentences")["told_apart"])


def asked_anew(question: str, before: str) -> str | None:
    """The question before with the thing now named in it; ``None`` where it named none like it."""
    found = _ABOUT.match(question)
    words = found.group(1).split() if found else []
    if not 1 < len(words) <= _MOST_WORDS or match_key(words[0]) not in _heads():
        return None
    earlier = before.split()
    for place, word in enumerate(earlier):
        if match_key(word) == match_key(words[0]):
            rest = earlier[place + len(words) :]
            first = words[0].capitalize() if place == 0 else words[0]
            return " ".join((*earlier[:place], first, *words[1:], *rest))
    return None
