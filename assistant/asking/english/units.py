"""Names of units in English, matched with the units that the documents name.

A unit's English name is a translation that nobody fixed ("Judicial Support Division", "Division of
Supplementary Judicial Affairs"): it is taken for the stored unit whose own words it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from assistant.asking.english.inflection import one_spelling, singular
from assistant.asking.english.lists import Lists
from assistant.asking.english.pieces import Piece, cut
from assistant.asking.finding.corpus import Corpus
from assistant.asking.words import contains, plain_phrase
from ingest.text.normal import strip_accents

_BETWEEN = frozenset({"and", "&", ",", "of", "for", "on", "the", "-", "’", "'"})
_AHEAD = frozenset({"of", "for", "on"})
_LONGEST = 8
_MOST_LEFT_OVER = 0.34
_MOST_OF_ONLY = 0.7
"""Where no other unit has what English says in its name, it may leave out more."""


def with_units(tokens: Sequence[str], lists: Lists, corpus: Corpus | None) -> list[str]:
    """The words of a question, every unit that it names in English as its stored name in ⟦ ⟧."""
    if corpus is None or not corpus.units:
        return [*tokens]
    names = sorted((*(name for _, name in corpus.units), *_issuers(corpus)), key=_accents)
    known = [*{plain_phrase(name): name for name in names}.items()]
    result = [*tokens]
    at = 0
    while at < len(result):
        length = _head_at(result, at, lists)
        if length:
            found = _named(result, at, length, lists, known)
            if found is not None:
                start, end, name = found
                result[start:end] = [f"⟦{name}⟧"]
                at = start
        at += 1
    return result


def _issuers(corpus: Corpus) -> Iterator[str]:
    yield from dict.fromkeys(doc.issuer for doc in corpus.documents if doc.issuer)


def _accents(name: str) -> int:
    """How many letters of a name bear accents: of two readings of one name the fuller is right."""
    return sum(letter != bare for letter, bare in zip(name, strip_accents(name), strict=False))


def _head_at(tokens: Sequence[str], at: int, lists: Lists) -> int:
    words = tuple(singular(one_spelling(token)) for token in tokens[at : at + 2])
    for length in (2, 1):
        if len(words) >= length and words[:length] in lists.unit_heads:
            return length
    return 0


def _named(
    tokens: Sequence[str],
    at: int,
    length: int,
    lists: Lists,
    known: Sequence[tuple[tuple[str, ...], str]],
) -> tuple[int, int, str] | None:
    """The stored unit that the words around a head name, with their place; the longest name."""
    heads = lists.unit_heads[
        tuple(singular(one_spelling(token)) for token in tokens[at : at + length])
    ]
    best: tuple[float, int, int, str] | None = None
    only: dict[str, tuple[int, int]] = {}
    for start, end in _spans(tokens, at, length, lists):
        inside = [*tokens[start:at], *tokens[at + length : end]]
        said = _phrases(inside, lists)
        if not said:
            continue
        for plain, name in known:
            left = _left_over(plain, heads, said, lists)
            if left is None:
                continue
            if left > _MOST_LEFT_OVER:
                only[name] = (start, end)
                continue
            fit = (end - start) - 3 * left
            if best is None or fit > best[0]:
                best = (fit, start, end, name)
    if best is None and len(only) == 1:
        ((name, place),) = only.items()
        return (*place, name)
    return best[1:] if best else None


def _spans(tokens: Sequence[str], at: int, length: int, lists: Lists) -> Iterator[tuple[int, int]]:
    """The stretches of words around a head that may be its name."""
    first = at
    while first and at - first < _LONGEST and _in_name(tokens[first - 1], lists):
        first -= 1
        if tokens[first].casefold() not in _BETWEEN:
            yield first, at + length
    end = at + length
    if end < len(tokens) and tokens[end].casefold() in _AHEAD:
        last = end + 1
        while last < len(tokens) and last - end < _LONGEST and _in_name(tokens[last], lists):
            last += 1
            if tokens[last - 1].casefold() not in _BETWEEN:
                yield at, last


def _in_name(token: str, lists: Lists) -> bool:
    if token[0] in "«‹⟦":
        return False
    return token.casefold() in _BETWEEN or (
        token[:1].isalnum() and one_spelling(token) not in lists.marks
    )


def _phrases(tokens: Sequence[str], lists: Lists) -> list[list[tuple[str, ...]]]:
    """What each word or phrase of a name may be; none where one is in no list."""
    pieces: list[Piece] = [
        piece
        for piece in cut(tokens, lists, stands=lambda _word: False)
        if piece.part not in {"joint", "dropped"} and any(map(str.isalnum, piece.text))
    ]
    if any(piece.part == "unknown" for piece in pieces):
        return []
    return [[plain_phrase(one) for one in (piece.meanings or (piece.text,))] for piece in pieces]


def _left_over(
    plain: tuple[str, ...],
    heads: Sequence[str],
    said: Sequence[Sequence[tuple[str, ...]]],
    lists: Lists,
) -> float | None:
    """The share of a unit's name that English does not say; ``None`` where it says another."""
    head = next((one for one in map(plain_phrase, heads) if plain[: len(one)] == one), None)
    if head is None:
        return None
    rest = plain[len(head) :]
    told: set[str] = set()
    for meanings in said:
        here = [one for one in meanings if contains(plain, one) >= 0]
        if not here:
            return None
        told.update(chain.from_iterable(here))
    linking = {word for one in lists.unit_linking for word in plain_phrase(one)}
    counted = [word for word in rest if word not in linking] or list(rest)
    left = [word for word in counted if word not in told]
    share = len(left) / max(1, len(counted))
    return share if share <= _MOST_OF_ONLY else None
