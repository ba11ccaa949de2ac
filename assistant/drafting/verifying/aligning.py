"""Which line of the file is which line of the composition, by their words without figures."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.drafting.verifying.expected import Line, words_of

_ALIKE = 0.6


def align(expected: Sequence[Line], printed: Sequence[str]) -> tuple[dict[int, int], set[int]]:
    """Expected line -> printed line, and the printed lines that are nobody's.

    Lines in the same words are paired in order; what is left between them is paired by likeness.
    """
    words = [words_of(text) for text in printed]
    matcher = SequenceMatcher(None, [line.words for line in expected], words, autojunk=False)
    pairs: dict[int, int] = {}
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(first, last), range(start, end), strict=True))
        elif tag == "replace":
            pairs.update(_likely(expected, words, range(first, last), range(start, end)))
    return pairs, set(range(len(printed))) - set(pairs.values())


def _likely(
    expected: Sequence[Line],
    words: Sequence[tuple[str, ...]],
    mine: range,
    theirs: range,
) -> dict[int, int]:
    pairs: dict[int, int] = {}
    start = theirs.start
    for one in mine:
        best, likeness = -1, _ALIKE
        for other in range(start, theirs.stop):
            ratio = SequenceMatcher(None, expected[one].words, words[other], autojunk=False).ratio()
            if ratio > likeness:
                best, likeness = other, ratio
        if best >= 0:
            pairs[one], start = best, best + 1
    return pairs
