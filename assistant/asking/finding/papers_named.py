"""The paper that a question names as what work makes ("kế hoạch kiểm tra", "báo cáo quý")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.asking.query import Intent, Query
from assistant.asking.words import Phrase, plain_phrase
from ingest.vocabulary import load, remembered

_OF_WORK = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})
SPANS = frozenset({"quy", "thang", "nam", "tuan", "6", "9", "dau", "cuoi", "i", "ii", "iii", "iv"})
"""Words that tell a span of time, for which a report is made."""
_ASKING = frozenset({"gi", "nao", "ai", "sao"})
_OVER = frozenset({"quy", "thang", "nam", "giai", "cho", "la", "xong"})
_HANDED = frozenset({"ve", "cho", "voi", "len"})
_PERIODIC = ("bao", "cao")
_RULES = ("quy", "dinh")


@dataclass(frozen=True, slots=True)
class _PaperWords:
    """The vocabulary as plain phrases."""

    names: Mapping[Phrase, str]
    making: tuple[Phrase, ...]
    between: tuple[Phrase, ...]
    otherwise: tuple[Phrase, ...]
    carrying: tuple[Phrase, ...]
    formal: tuple[Phrase, ...]
    authoring: tuple[Phrase, ...]

    @property
    def kinds(self) -> tuple[Phrase, ...]:
        """What may be made."""
        return tuple(self.names)


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper with the words that say which, at ``first``..``last`` of the question.

    ``verb`` are the places of the verb of making in front of it, ``years`` those it is for.
    """

    kind: Phrase
    about: Phrase
    first: int
    last: int
    verb: tuple[int, ...]
    years: frozenset[str]


def paper_in(query: Query) -> Paper | None:
    """The first paper of the question that is what the work makes."""
    if query.intent not in _OF_WORK or query.limits.unit or query.limits.key:
        return None
    known = paper_words()
    places = {entry.place: entry for entry in query.topic}
    words = query.words
    for first in range(len(words)):
        kind = longest(words, first, known.kinds)
        if not kind:
            continue
        start = first + len(kind)
        start += len(longest(words, start, known.between))
        last = start
        while last < len(words) and last in places and not words[last].isdigit():
            if words[last] in _ASKING:
                break
            if last > start and (words[last] in _OVER or longest(words, last, known.making)):
                break
            last += 1
        about = tuple(words[start:last])
        verb = ending(words, first, known.making)
        if not about and words[first : first + len(kind)] == _PERIODIC:
            about, last = _times(words, start)
        if not about or (not verb and ending(words, first, known.otherwise)):
            continue
        if not verb and first and first - 1 in places and places[first - 1].required:
            continue
        handed = kind == _PERIODIC and _HANDED.intersection(words[last : last + 1])
        if handed and first and not verb:
            continue  # "các xã báo cáo kết quả về Sở": what they do, no paper
        if not verb and kind == _RULES and longest(words, start, known.kinds):
            continue  # "quy định báo cáo năm" asks for the report
        named = [places[place].required for place in range(start, last) if place in places]
        if query.limits.entitled and named and not any(named):
            continue  # the words are the name of a stored document
        made_by = tuple(range(first - len(verb), first)) or _behind(words, last, known.making)
        years = frozenset(map(str, query.limits.years))
        if query.limits.period is not None:
            years |= {str(query.limits.period.from_), str(query.limits.period.to)}
        return Paper(kind, about, first, last, made_by, years)
    return None


def _times(words: Sequence[str], start: int) -> tuple[Phrase, int]:
    """What a report that is told by its time alone is for ("báo cáo quý I"), years apart."""
    last = start
    while last < len(words) and words[last] in SPANS:
        last += 1
    return tuple(words[start:last]), last


def _behind(words: Sequence[str], last: int, making: Sequence[Phrase]) -> tuple[int, ...]:
    """The places of a verb of making further back ("kế hoạch ... do ai xây dựng")."""
    for place in range(last, len(words)):
        if found := longest(words, place, making):
            return tuple(range(place, place + len(found)))
    return ()


def longest(words: Sequence[str], start: int, phrases: Sequence[Phrase]) -> Phrase:
    """The longest of the phrases that begins at ``start``; empty where none does."""
    fitting = (one for one in phrases if tuple(words[start : start + len(one)]) == one)
    return max(fitting, key=len, default=())


def ending(words: Sequence[str], end: int, phrases: Sequence[Phrase]) -> Phrase:
    """The longest of the phrases that ends right before ``end``; empty where none does."""
    fitting = (
        one for one in phrases if end >= len(one) and tuple(words[end - len(one) : end]) == one
    )
    return max(fitting, key=len, default=())


@remembered()
def paper_words() -> _PaperWords:
    """The kinds of paper, and the words around their names."""
    table = load("asking_papers")

    def phrases(name: str) -> tuple[Phrase, ...]:
        return tuple(plain_phrase(phrase) for phrase in table[name])

    names = {plain_phrase(kind): kind for kind in table["kinds"]}
    others = ("making", "between", "otherwise", "carrying", "formal", "authoring")
    return _PaperWords(names, *map(phrases, others))
