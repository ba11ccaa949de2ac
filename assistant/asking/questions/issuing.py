"""The names under which a question may mean the body that issued a stored document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.asking.lexicon import Lexicon
from assistant.asking.words import PhraseTable, Word, contains, plain_phrase, words_of
from ingest.model import Document

_DEPARTMENT = "so"
_AND = "va"
_FURTHER_FIELD = re.compile(r",\s*|\s+(?:và|-|–)\s+", re.IGNORECASE)
_SHORTEST_PLACE, _SHORTEST_INITIALS = 2, 2
_BOARD, _SHORTEST_BOARD = "ban", 4


def issuer_names(documents: Iterable[Document], lexicon: Lexicon) -> PhraseTable[str]:
    """Every name of the issuers: whole, by the place they govern, by a department's initials."""
    names = sorted({document.issuer for document in documents if document.issuer})
    return PhraseTable(
        (alias, name) for name in names for alias in dict.fromkeys(_aliases(name, lexicon))
    )


def is_bare(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether an issuer is named by nothing but the place, which may also be common words."""
    plain = tuple(word.plain for word in words)
    heads = (*lexicon.levels, *lexicon.governing, (_DEPARTMENT,))
    board = plain[:1] == (_BOARD,) and len(plain) >= _SHORTEST_BOARD
    return not board and not any(plain[: len(head)] == head for head in heads)


def ends_with_level(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the last words are a level ("xã"): what follows is the name of such a place."""
    plain = tuple(word.plain for word in words)
    return any(plain[-len(level) :] == level for level in lexicon.levels)


def _aliases(name: str, lexicon: Lexicon) -> Iterator[str]:
    yield name
    words = words_of(name)
    yield from _initials(words)
    yield from _opening(name)
    found = _place(words, lexicon)
    if found is None:
        return
    level, rest = found
    place = " ".join(word.accented for word in rest)
    spelt = " ".join(word.accented for word in level)
    short = lexicon.levels[tuple(word.plain for word in level)]
    central = any(plain_phrase(place) == plain_phrase(city) for city in lexicon.cities)
    governs = any(
        contains(tuple(word.plain for word in words), head) == 0 for head in lexicon.governing
    )
    for form in (spelt, *short):
        if governs:
            yield f"ủy ban nhân dân {form} {place}"
        if not central:
            yield f"{form} {place}"
    province = lexicon.provinces.at(rest, 0)[0] == len(rest)
    if len(rest) >= _SHORTEST_PLACE and not province:
        yield place


def _place(words: Sequence[Word], lexicon: Lexicon) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """The level word and the name behind it ("huyện", "Chư Sê"), the last such in the name."""
    for start in range(len(words) - 1, 0, -1):
        for level in lexicon.levels:
            end = start + len(level)
            piece = words[start:end]
            if tuple(word.plain for word in piece) == level and words[end:]:
                return piece, words[end:]
    return None


def _opening(name: str) -> Iterator[str]:
    """A department by the first of several fields ("Sở Giáo dục" of "Sở Giáo dục và Đào tạo")."""
    first = _FURTHER_FIELD.split(name, maxsplit=1)[0]
    if first != name and len(words_of(first)) > _SHORTEST_PLACE and plain_phrase(first)[0] == "so":
        yield first


def _initials(words: Sequence[Word]) -> Iterator[str]:
    """A department by its initials: "Sở GTVT", with and without the "và" of its name."""
    if not words or words[0].plain != _DEPARTMENT:
        return
    told = words[1:]
    short = "".join(word.accented[0] for word in told if word.plain != _AND)
    if len(short) < _SHORTEST_INITIALS:
        return
    joined = "".join("&" if word.plain == _AND else word.accented[0] for word in told)
    whole = "".join(word.accented[0] for word in told)
    for form in (short, joined, whole):
        yield f"sở {form}"
        yield f"s{form}"
