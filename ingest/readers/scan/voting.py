"""Three views of one line put together word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ingest.readers.scan.agreement import differs, is_unsure, same_figures
from ingest.readers.scan.engines import Seen
from ingest.readers.scan.tidy import tidied
from ingest.readers.wraps import is_syllable
from ingest.text.normal import fold
from ingest.vocabulary import load, remembered

_WEAK_WORD = 85.0
_PARTS = re.compile(r"(\W*)(\w+)(\W*)")


@dataclass(frozen=True, slots=True)
class Vote:
    """The words chosen. ``overruled`` tells that one was taken on the second reader's word."""

    words: tuple[str, ...]
    overruled: bool = False


def chosen(words: Sequence[Seen], second: str, third: str) -> tuple[str, bool]:
    """The text of a line, and whether it may stand without a mark."""
    first, other = tidied(" ".join(word.text for word in words)), tidied(second)
    result = vote(words, second, third)
    text = tidied(" ".join(result.words))
    if text == other:
        return text, not result.overruled and same_figures(first, other)
    unsure = any(is_unsure(word.confidence) for word in words)
    return text or other, not (result.overruled or unsure or differs(text, other))


def vote(words: Sequence[Seen], second: str, third: str) -> Vote:
    """The words of a line after three views of it.

    ``words`` and ``third`` come from one reader, ``second`` from the other. A word is replaced
    where ``second`` and ``third`` agree on another; where the first reader is unsure of it and the
    second sees other letters; and where a known phrase says which marks it bears.
    """
    first = [word.text for word in words]
    twos = _beside(first, second.split())
    threes = _beside(first, third.split())
    chosen: list[str] = []
    overruled = False
    for word, two, three in zip(words, twos, threes, strict=True):
        if two is None or two == word.text:
            chosen.append(word.text)
        elif two == three:
            chosen.append(two)
        elif word.confidence < _WEAK_WORD and _other_letters(word.text, two):
            chosen.append(two)
            overruled = True
        else:
            chosen.append(word.text)
    open_to_doubt = [
        word.confidence < _WEAK_WORD or (two is not None and two != word.text)
        for word, two in zip(words, twos, strict=True)
    ]
    return Vote(tuple(_with_phrases(chosen, open_to_doubt)), overruled)


def _beside(words: Sequence[str], others: Sequence[str]) -> list[str | None]:
    """For each word what stands in its place in ``others``, if that is clear."""
    found: list[str | None] = [None] * len(words)
    matcher = SequenceMatcher(
        None, [fold(w) for w in words], [fold(w) for w in others], autojunk=False
    )
    for _, start, end, other_start, other_end in matcher.get_opcodes():
        if end - start == other_end - other_start:
            found[start:end] = others[other_start:other_end]
        elif end - start == 1 and fold("".join(others[other_start:other_end])) == fold(
            words[start]
        ):
            found[start] = " ".join(others[other_start:other_end])
    return found


def _other_letters(word: str, other: str) -> bool:
    """Whether the two differ in more than marks, or ``word`` cannot be Vietnamese."""
    if fold(word) != fold(other):
        return any(char.isalnum() for char in other)
    parts = _PARTS.fullmatch(word)
    return parts is not None and parts[2].isalpha() and not is_syllable(parts[2])


@remembered(maxsize=4)
def _phrases(_: int) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Folded words -> words with marks; what two phrases share without marks is left out."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    shared: set[tuple[str, ...]] = set()
    for phrase in load("scan_phrases")["phrases"]:
        marked = tuple(str(phrase).split())
        key = tuple(fold(word) for word in marked)
        if found.setdefault(key, marked) != marked:
            shared.add(key)
    return {key: marked for key, marked in found.items() if key not in shared}


def _with_phrases(words: Sequence[str], open_to_doubt: Sequence[bool]) -> list[str]:
    """Words with the marks that a known phrase bears, where a word of it is open to doubt."""
    phrases = _phrases(id(load("scan_phrases")))
    found = list(words)
    parts = [_PARTS.fullmatch(word) for word in words]
    keys = [fold(part[2]) if part else "" for part in parts]
    longest = max((len(key) for key in phrases), default=0)
    for start in range(len(words)):
        for size in range(longest, 1, -1):
            marked = phrases.get(tuple(keys[start : start + size]))
            if marked is None or not any(open_to_doubt[start : start + size]):
                continue
            for at, syllable in enumerate(marked, start=start):
                part = parts[at]
                if part is not None:
                    found[at] = f"{part[1]}{_cased(syllable, part[2])}{part[3]}"
            break
    return found


def _cased(syllable: str, model: str) -> str:
    if len(model) > 1 and model.isupper():
        return syllable.upper()
    return syllable.capitalize() if model[0].isupper() else syllable
