"""How sentences open and join, so that no opening is heard too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ingest.text.normal import match_key

MOST = 2
"""How often the same first three words may open a sentence in one report."""
_WORN, _LATE, _LAST = 100, 9, 50


class Rhythm:
    """Counts openings. ``fill`` prints a template, so that figures count as they are read."""

    def __init__(self, fill: Callable[[str], str]) -> None:
        self._fill = fill
        self._openings: Counter[str] = Counter()
        self._starts: Counter[str] = Counter()
        self._turns: Counter[str] = Counter()

    def opening(self, template: str) -> str:
        """The first three words as read."""
        words = match_key(self._fill(template)).replace(",", " ").split()
        return " ".join(words[:3])

    def first_free(
        self,
        preferred: Iterable[str],
        others: Iterable[str] = (),
        *,
        last: Iterable[str] = (),
        strict: bool = False,
    ) -> str:
        """The best candidate; it counts as said.

        One of ``preferred`` wins as long as its first three words were not heard too often; among
        equals, the one whose first two words were heard least. ``last`` are for when these are
        worn. Where all were heard too often the least worn is taken, or with ``strict`` none
        (``""``).
        """
        best: tuple[int, int, str] | None = None
        ranked = [(0, one) for one in preferred] + [(_LATE, one) for one in others]
        ranked += [(_LAST, one) for one in last]
        for place, (late, candidate) in enumerate(ranked):
            opening = self.opening(candidate)
            heard = self._openings[opening]
            if heard >= MOST:
                cost = _WORN + 10 * heard
            else:
                cost = 4 * heard + late + min(self._starts[_two(opening)], 4)
            if best is None or (cost, place) < best[:2]:
                best = cost, place, candidate
        if best is None or (strict and best[0] >= _WORN):
            return ""
        opening = self.opening(best[2])
        self._openings[opening] += 1
        self._starts[_two(opening)] += 1
        return best[2]

    def turn(self, name: str, words: Sequence[str]) -> list[str]:
        """``words`` rotated by how often ``name`` was asked for."""
        if not words:
            return []
        at = self._turns[name] % len(words)
        self._turns[name] += 1
        return [*words[at:], *words[:at]]


def sentence(text: str) -> str:
    """``text`` with a capital first letter and a full stop."""
    text = " ".join(text.split()).strip(" ,;")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def _two(opening: str) -> str:
    return " ".join(opening.split()[:2])
