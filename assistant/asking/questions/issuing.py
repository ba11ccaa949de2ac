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
_EVERY = "cac"


def issuer_names(documents: Iterable[Document], lexicon: Lexicon) -> PhraseTable[str]:
    """Every name of the issuers: whole, by the place they govern, by a department's initials."""
    names = sorted({document.issuer for document in documents if document.issuer})
    return PhraseTable(
        (alias, name) for name in names for alias in dict.fromkeys(_aliases(name, lexicon))
    )


def is_governing(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the name is a department's, or a place's with its level or its committee."""
    plain = tuple(word.plain for word in words)
    heads = (*lexicon.levels, *lexicon.governing, (_DEPARTMENT,))
    return any(plain[: len(head)] == head for head in heads)


def is_kind(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the words say what kind of body is meant and not which ("Kho bạc", "Trường")."""
    return tuple(word.plain for word in words) in lexicon.bodies


def opens_with_kind(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the name begins with what kind of body it is ("Trường Đại học …")."""
    plain = tuple(word.plain for word in words)
    return any(plain[: len(kind)] == kind for kind in lexicon.bodies)


def ends_with_level(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the last words are a level ("xã"): what follows is the name of such a place."""
    plain = tuple(word.plain for word in words)
    return any(plain[-len(level) :] == level for level in lexicon.levels)


def _aliases(name: str, lexicon: Lexicon) -> Iterator[str]:
    yield name
    words = words_of(name)
    yield from _initials(words)
    yield from _opening(name)
    yield from _without_kind(name, lexicon)
    yield from _by_kind(words, lexicon)
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


def _without_kind(name: str, lexicon: Lexicon) -> Iterator[str]:
    """A body by its kind and its own name ("Bệnh viện X" of "Bệnh viện đa khoa khu vực X")."""
    written = name.split()
    plain = plain_phrase(name)
    size = max((len(head) for head in lexicon.bodies if plain[: len(head)] == head), default=0)
    if not size or len(plain) != len(written):
        return
    own = next((at for at in range(size, len(written)) if written[at][0].isupper()), size)
    rest = written[own:]
    if own > size and all(word[0].isupper() for word in rest):
        yield " ".join((*written[:size], *rest))


def _by_kind(words: Sequence[Word], lexicon: Lexicon) -> Iterator[str]:
    """A body by what it is alone ("Trường Đại học"), and without the "các" behind its kind."""
    plain = tuple(word.plain for word in words)
    for kind in lexicon.bodies:
        if plain[: len(kind)] != kind:
            continue
        yield " ".join(word.accented for word in words[: len(kind)])
        rest = words[len(kind) :]
        if rest and rest[0].plain == _EVERY:
            yield " ".join(word.accented for word in (*words[: len(kind)], *rest[1:]))


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
