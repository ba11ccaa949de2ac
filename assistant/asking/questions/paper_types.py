"""The types of document that a question for bases asks for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Lexicon
from assistant.asking.words import Word

_WHICH_ONE = frozenset({"nao", "gi", "may"})
_JOINS = frozenset({"va", "hoac", "hay"})
_SEVERAL = frozenset({"cac", "nhung"})


def ref_types_of(words: Sequence[Word], lexicon: Lexicon) -> tuple[str, ...]:
    """The types that are asked for ("nghị định và thông tư nào"); none where any will do."""
    found: dict[str, None] = {}
    at: int | None = None
    for index in reversed(range(len(words))):
        length, names = lexicon.ref_types.at(words, index)
        if not length:
            continue
        following = [word.plain for word in words[index + length : index + length + 2]]
        which = following and (following[0] in _WHICH_ONE or following[1:] == ["may"])
        between = [word.plain for word in words[index + length : at]] if at is not None else []
        if which or _joined([word for word in between if word not in _SEVERAL]):
            found[names[0]] = None
            at = index
    return tuple(reversed(found))


def asked_together(words: Sequence[Word], end: int, lexicon: Lexicon) -> bool:
    """Whether the type ending at ``end`` is asked for with the next one ("A và B nào")."""
    if end >= len(words) or words[end].plain not in _JOINS:
        return False
    start = end + 1
    while start < len(words) and words[start].plain in _SEVERAL:
        start += 1
    length = lexicon.ref_types.at(words, start)[0] if start < len(words) else 0
    after = start + length
    return bool(length) and after < len(words) and words[after].plain in _WHICH_ONE


def _joined(between: Sequence[str]) -> bool:
    return len(between) == 1 and between[0] in _JOINS
