"""Whether the papers that an answer speaks of only begin like the one that the question names.

"Kế hoạch kiểm tra cải cách hành chính" ends in words that say little where every document is about
that, so that no row need hold them. They tell all the same: the plan for "kiểm tra văn bản" is
another one.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.asking.finding.papers import paper_asked
from assistant.asking.query import Query
from assistant.asking.words import Phrase, PhraseTable, Word, plain_phrase
from ingest.vocabulary import load, remembered

_BEHIND = 12
"""Words behind the kind of paper among which the rest of its name may stand."""
_TIME = frozenset({"nam", "giai", "quy", "thang", "dot", "ky", "hang", "dinh"})


def other_paper(
    query: Query, told: Iterable[Phrase], *, weak: PhraseTable[str], rows: bool
) -> str | None:
    """The name of the paper asked for, where all told of its kind go on otherwise.

    A row need not name the paper that it makes; sentences, which are no ``rows``, have to.
    """
    asked = paper_asked(query) if query.accented else None
    if asked is None:
        return None
    kind, about = asked
    cuts = (at for at in range(1, len(about)) if _says_little(about[at:], weak))
    cut = next(cuts, None)
    if cut is None:
        return None
    ways = [way for text in told for way in _ways(text, kind, about, cut)]
    if any(ways) or (rows and not ways):
        return None
    shown = {entry.word.plain: entry.word.shown for entry in query.topic}
    return " ".join(shown.get(word, word) for word in (*kind, *about))


def _ways(text: Phrase, kind: Phrase, about: Phrase, cut: int) -> Iterable[bool]:
    """For each paper that begins like the one asked for, whether it may be that one."""
    for place in range(len(text) - len(kind)):
        if text[place : place + len(kind)] != kind:
            continue
        start = place + len(kind)
        whole = set(about) <= set(text[start : start + len(about) + _BEHIND])
        start += max((len(one) for one in _between() if text[start:][: len(one)] == one), default=0)
        end = start + cut
        if text[start:end] == about[:cut]:
            over = end >= len(text) or text[end] in _TIME | _ends() or text[end].isdigit()
            yield whole or over


def _says_little(words: Phrase, weak: PhraseTable[str]) -> bool:
    """Whether words are weak phrases from the first to the last."""
    said = [Word(plain, plain) for plain in words]
    place = 0
    while place < len(said) and (length := weak.at(said, place)[0]):
        place += length
    return place == len(said)


@remembered()
def _between() -> tuple[Phrase, ...]:
    return tuple(plain_phrase(one) for one in load("asking_papers")["between"])


@remembered()
def _ends() -> frozenset[str]:
    """Words behind which the name of a paper is over."""
    words = (*load("asking_papers")["otherwise"], "cho", "đến", "được", "trình", "trên")
    return frozenset(
        plain for one in words if len(phrase := plain_phrase(one)) == 1 for plain in phrase
    )
