"""The order of words: English sets before a noun what Vietnamese sets behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking import restated
from assistant.asking.english.lists import Lists
from assistant.asking.english.pieces import Piece

_NAMES = frozenset({"name", "place"})
_OF = "của"
_THAT = "mà"
_OPEN = frozenset({"đã đăng", "thời hạn", "liệt kê"})
_CONTENT = frozenset({"noun", "quality", "verb", "name", "place"})


def parted(pieces: Sequence[Piece], lists: Lists) -> list[Piece]:
    """The pieces with a weightless word between those that English parts by one.

    Two phrases side by side would be read as one.
    """
    result = [
        piece
        for at, piece in enumerate(pieces)
        if (piece.text and not _is_hanging(pieces, at))
        or (piece.english and piece.english.casefold() not in lists.inside)
    ]
    for at, piece in enumerate(result):
        before = result[max(0, at - 1)]
        between = lists.between.get(piece.english.casefold(), "")
        if between == _OF and _is_doing(before.text, lists):
            continue  # what is done to something, or measured, stands right behind it
        parts = before.part in _CONTENT or (before.text in _OPEN and at)
        if piece.part == "dropped" and between and parts:
            behind = next((one for one in result[at + 1 :] if one.part != "dropped"), piece)
            again = behind.text.startswith((f"{_OF} ", f"{between} "))
            if behind.part in _CONTENT and not again:
                result[at] = Piece(between, "kept")
    return result


def _is_hanging(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a relative word stands behind a person that is left away."""
    return pieces[at].text == _THAT and at > 0 and not pieces[at - 1].text


def _is_doing(text: str, lists: Lists) -> bool:
    """Whether a phrase says what is done or measured, be it with a prefix ("tự chấm điểm")."""
    heads = (one.partition("{}")[0] for puts in lists.prefixes.values() for one in puts)
    bare = (text.removeprefix(head) for head in heads)
    return text in lists.doing or any(one in lists.doing for one in bare)


def turned(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with every row of nouns and qualities in the opposite order."""
    row: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.part in {"noun", "quality"} or (piece.part in _NAMES and _leads(pieces, at)):
            row.append(piece)
            continue
        yield from _backwards(row)
        row = []
        yield piece
    yield from _backwards(row)


def _leads(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a name stands before the noun that it belongs to ("Ha Tinh plan")."""
    return at + 1 < len(pieces) and pieces[at + 1].part in {"noun", "quality"}


def _backwards(row: Sequence[Piece]) -> Iterator[Piece]:
    """A row in Vietnamese order; qualities that already stand behind the nouns stay there."""
    end = max((at for at, piece in enumerate(row, 1) if piece.part == "noun"), default=len(row))
    of_place = restated.OF_PLACE.format(place="")
    for piece in reversed(row[:end]):
        place = piece.part == "place" and not piece.text.startswith(of_place)
        yield replace(piece, text=restated.OF_PLACE.format(place=piece.text)) if place else piece
    yield from row[end:]
