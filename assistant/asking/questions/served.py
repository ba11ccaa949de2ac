"""Those whose content is asked about ("mức độ hài lòng của người dân"): rows seldom name them.

"Tỷ lệ hài lòng" is that of whoever is served; a row that names others among them is another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.vocabulary import load, remembered

_CONTENT = ("hai", "long")
_BETWEEN = frozenset({"cua", "va", "hoac", "doi", "voi", "tu", "phia"})


def served_in(words: Phrase) -> Iterator[tuple[int, int]]:
    """Place and length of each name of those served, behind the words for content."""
    place = contains(words, _CONTENT)
    at = place + len(_CONTENT)
    while place >= 0 and at < len(words):
        size = max((len(one) for one in _served() if words[at : at + len(one)] == one), default=0)
        if size:
            yield at, size
        elif words[at] not in _BETWEEN:
            return
        at += size or 1


def others_served(words: Phrase, told: Iterable[Phrase]) -> str | None:
    """Who is asked about, where every text on content names others of those served alone."""
    asked = [_served()[words[at : at + size]] for at, size in served_in(words)]
    named = [one for one in told if contains(one, _CONTENT) >= 0]
    if not asked or not named:
        return None
    for text in named:
        held = {group for one, group in _served().items() if contains(text, one) >= 0}
        if not held or not held.isdisjoint(asked):
            return None
    return asked[0][0]


@remembered()
def _served() -> dict[Phrase, tuple[str, ...]]:
    """The line of the vocabulary that each name stands in."""
    lines = load("asking_sentences")["served"]
    return {plain_phrase(one): tuple(line) for line in lines for one in line}
