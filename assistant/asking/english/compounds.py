"""Words that change the one beside them: "self-scoring", "cover itself", "second dialogue"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.asking.english.lists import Lists
from assistant.asking.english.pieces import Piece

_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_SELF = "self"
_BESIDE = 1
_COUNTING = frozenset({"dropped", "kept", "quality", "noun"})


def compounded(pieces: Sequence[Piece], lists: Lists) -> list[Piece]:
    """The pieces with prefixes, reflexive words and ordinals said in Vietnamese.

    An ordinal is a condition of what it counts; only the first of a row need not be told as such.
    """
    result = [*pieces]
    for at, piece in enumerate(pieces):
        word = piece.english.casefold()
        if piece.part == "unknown" or word.endswith("-"):
            _prefix(result, at, lists.prefixes.get(word.removesuffix("-"), ()))
        elif word in lists.reflexive and piece.part == "dropped":
            _reflect(result, at, lists.prefixes.get(_SELF, ()))
        elif piece.part in _COUNTING and (number := _number(word, lists)):
            _count(result, at, number, lists)
    return result


def _prefix(pieces: list[Piece], at: int, patterns: Sequence[str]) -> None:
    after = at + _BESIDE
    if not patterns or after >= len(pieces) or not pieces[after].meanings:
        return
    pieces[after] = _put(pieces[after], patterns, pieces[at].english.rstrip("-"))
    pieces[at] = Piece("", "dropped")


def _reflect(pieces: list[Piece], at: int, patterns: Sequence[str]) -> None:
    """Makes the nearest verb before a reflexive word one that is done to or by oneself."""
    for before in range(at - 1, -1, -1):
        piece = pieces[before]
        if piece.part == "joint" or piece.text == ",":
            return
        if piece.part == "verb":
            pieces[before] = _put(piece, patterns, "")
            return


def _put(piece: Piece, patterns: Sequence[str], prefix: str) -> Piece:
    meanings = tuple(_each(piece.meanings, patterns))
    english = "-".join(filter(None, (prefix, piece.english)))
    return replace(piece, text=meanings[0], meanings=meanings, english=english)


def _each(meanings: Iterable[str], patterns: Sequence[str]) -> Iterable[str]:
    for meaning in meanings:
        for pattern in patterns:
            head = pattern.partition("{}")[0]
            yield meaning if head and meaning.startswith(head) else pattern.format(meaning)


def _number(word: str, lists: Lists) -> int:
    """Which of a row a word names; 0 for any other word."""
    found = _NTH.fullmatch(word)
    return int(found[1]) if found else lists.nth.get(word, 0)


def _count(pieces: list[Piece], at: int, number: int, lists: Lists) -> None:
    """Puts an ordinal behind what it counts ("lần 2"), and a round's one beside it ("đợt 2")."""
    after = at + _BESIDE
    if after >= len(pieces) or pieces[after].part not in {"noun", "quality"}:
        return
    english = pieces[at].english
    told = lists.nth_words.get(number, str(number))
    counted = pieces[after]
    if counted.english.casefold() in lists.rounds:
        meanings = tuple(
            f"{one} {spelt}"
            for one in counted.meanings
            for spelt in dict.fromkeys((str(number), f"thứ {told}"))
        )
        pieces[at] = Piece("", "dropped")
        pieces[after] = Piece(meanings[0], "quality", f"{english} {counted.english}", meanings)
        return
    meanings = tuple(dict.fromkeys(one.format(n=number, word=told) for one in lists.of_row))
    pieces[at] = Piece(meanings[0], "quality", english, meanings, light=number == 1)
