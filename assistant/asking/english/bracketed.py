"""English nouns that a question gives in Vietnamese too ("weigh stations (trạm cân)").

The Vietnamese is what the documents say; the English before it, back to the last word of grammar,
is the same noun once more.
"""

from __future__ import annotations

import re

from ingest.vocabulary import load

_BRACKET = re.compile(r"\s*\(\s*(?P<said>[^()]{2,80})\)")
_WORD = re.compile(r"(?<!\w)[A-Za-z][A-Za-z'-]*$")
_NOT_ENGLISH = re.compile(r"[^\x00-\x7f“”‘’–—]")
_ENGLISH = re.compile(
    r"\b(?:who|whom|what|which|when|where|why|how|by|the|is|are|does|did|must|should|list|show)\b",
    re.IGNORECASE,
)
_MOST = 6


def without_doubles(question: str) -> str:
    """The question with the Vietnamese of a bracket in the place of the English before it."""
    if not _ENGLISH.search(question):
        return question
    while (found := _next(question)) is not None:
        start, end, said = found
        question = f"{question[:start]}{said}{question[end:]}"
    return question


def _next(question: str) -> tuple[int, int, str] | None:
    stops = frozenset(load("asking_english")["before_nouns"])
    for found in _BRACKET.finditer(question):
        said = found["said"].strip()
        if not _NOT_ENGLISH.search(said):
            continue
        start = found.start()
        for _ in range(_MOST):
            word = _WORD.search(question[:start].rstrip())
            if word is None or word.group().casefold() in stops:
                break
            start = word.start()
        if start < found.start():
            return start, found.end(), said
    return None
