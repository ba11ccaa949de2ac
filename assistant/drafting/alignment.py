"""Where the locked figures of a text stand in a person's version of it.

A figure is recognised by its words: first where the two versions agree around it, then wherever
the same words stand in a like sentence. What stands in place of a figure that is gone is told
apart from a figure that was typed anew by the words around it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.drafting.model import Slot
from assistant.drafting.typed import (
    COUNTING,
    is_figure,
    one_unit,
    reads_alike,
    same_value,
    typed_figures,
    with_unit,
)

_TOKEN = re.compile(r"\w+|[^\w\s]")
_AROUND, _FAR_AROUND = 6, 16
_LEAST_ALIKE, _MUCH_ALIKE = 0.3, 0.5
_SELF_EVIDENT = frozenset({"document", "period", "phrase"})
_REPLACED_BY = {
    "document": ("document",),
    "date": ("date", "deadline", "none"),
    "deadline": ("deadline", "date", "none"),
    "period": ("none", "number"),
    "phrase": ("none", "number", "document"),
}
"""Kinds of typed figures that can stand for a slot of a kind; counted ones: another number."""
_ROOM = 4  # words by which what replaces a figure may be longer than the figure


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A slot's mark at one place of the old text, as printed: ``text[start:end]``."""

    slot: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A slot at one place of the new text."""

    slot: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Altered:
    """A slot whose place another figure has taken."""

    slot: str
    now: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """``placed`` in order of the text; ``altered`` are slots that were given another figure."""

    placed: tuple[Placed, ...]
    altered: tuple[Altered, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def around(self, start: int, end: int, reach: int = _AROUND) -> frozenset[str]:
        """The words beside a piece of the text, figures apart."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        beside = (*self.words[max(0, first - reach) : first], *self.words[last : last + reach])
        return frozenset(word for word in beside if word.isalpha())


def _read(text: str) -> _Text:
    found = list(_TOKEN.finditer(text))
    return _Text(
        text,
        tuple(one.group().casefold() for one in found),
        tuple(one.start() for one in found),
        tuple(one.end() for one in found),
    )


def align(
    old: str, occurrences: Sequence[Occurrence], new: str, slots: Mapping[str, Slot]
) -> Alignment:
    """Find each of ``occurrences`` of ``old`` in ``new``; both are NFC."""
    before, after = _read(old), _read(new)
    matcher = SequenceMatcher(None, before.words, after.words, autojunk=False)
    moved = {
        block.a + step: block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    placed: list[Placed] = []
    lost: list[Occurrence] = []
    for one in occurrences:
        found = _kept(one, before, after, moved, slots[one.slot].text)
        if found is None:
            lost.append(one)
        else:
            placed.append(Placed(one.slot, *found))
    altered = [
        Altered(one.slot, said)
        for one in lost
        if (said := _taken_over(one, before, after, moved, occurrences, slots)) is not None
    ]
    if not altered:
        lost = _found_elsewhere(lost, before, after, placed, slots)
        _repeated(occurrences, before, after, placed, slots)
        stood_in = _instead(lost, before, after, moved, placed, slots)
        altered = [Altered(lost[n].slot, said) for n, said in stood_in]
    return Alignment(tuple(sorted(placed, key=lambda one: one.start)), tuple(altered))


def _kept(
    one: Occurrence, before: _Text, after: _Text, moved: Mapping[int, int], printed: str
) -> tuple[int, int] | None:
    """The place of a figure whose words went over together."""
    first, last = bisect_left(before.starts, one.start), bisect_left(before.starts, one.end)
    if first == last or first not in moved:
        return None
    begin = moved[first]
    if any(moved.get(first + step) != begin + step for step in range(last - first)):
        return None
    start, end = after.starts[begin], after.ends[begin + last - first - 1]
    return (start, end) if _is(after.text, start, end, printed) else None


def _is(text: str, start: int, end: int, printed: str) -> bool:
    """Whether a piece of text is the figure as printed, and not a part of a longer number."""
    if " ".join(text[start:end].split()) != " ".join(printed.split()):
        return False
    inside = text[start].isalnum() and start > 0 and _joins(text[:start][::-1])
    going_on = text[end - 1].isalnum() and end < len(text) and _joins(text[end:])
    return not (inside or going_on)


def _joins(rest: str) -> bool:
    """Whether what follows (or, reversed, precedes) belongs to the same word or number."""
    return rest[0].isalnum() or bool(re.match(r"[.,/]\d", rest)) or bool(re.match(r"[-–]\w", rest))


def _found_elsewhere(
    lost: list[Occurrence],
    before: _Text,
    after: _Text,
    placed: list[Placed],
    slots: Mapping[str, Slot],
) -> list[Occurrence]:
    """Give lost figures the places where they stand now, the likest first; return the rest."""
    pairs = [
        (_alike(one, place, before, after, slots[one.slot]), n, place)
        for n, one in enumerate(lost)
        for place in _places(after.text, slots[one.slot].text)
    ]
    gone = set(range(len(lost)))
    for alike, n, (start, end) in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if n in gone and alike >= _LEAST_ALIKE and _is_free(placed, start, end):
            gone.discard(n)
            placed.append(Placed(lost[n].slot, start, end))
    return [one for n, one in enumerate(lost) if n in gone]


def _repeated(
    occurrences: Sequence[Occurrence],
    before: _Text,
    after: _Text,
    placed: list[Placed],
    slots: Mapping[str, Slot],
) -> None:
    """A figure that a person states a second time in like words is the same figure."""
    pairs = [
        (_alike(one, place, before, after, slots[one.slot]), one.slot, place)
        for one in occurrences
        for place in _places(after.text, slots[one.slot].text)
    ]
    for alike, slot, (start, end) in sorted(pairs, key=lambda pair: -pair[0]):
        if alike >= _LEAST_ALIKE and _is_free(placed, start, end):
            placed.append(Placed(slot, start, end))


def _places(text: str, printed: str) -> Iterator[tuple[int, int]]:
    words = [re.escape(word) for word in printed.split()]
    if not words:
        return
    for found in re.finditer(r"\s+".join(words), text):
        if _is(text, found.start(), found.end(), printed):
            yield found.span()


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words, of those of the shorter neighbourhood."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 1.0


def _is_free(placed: Sequence[Placed], start: int, end: int) -> bool:
    return all(end <= one.start or start >= one.end for one in placed)


def _alike(
    one: Occurrence, place: tuple[int, int], before: _Text, after: _Text, slot: Slot
) -> float:
    """How like the words around two places are; a name or a period is the same everywhere."""
    if slot.kind in _SELF_EVIDENT:
        return 1.0
    return _likeness(before.around(one.start, one.end), after.around(*place))


def _taken_over(
    one: Occurrence,
    before: _Text,
    after: _Text,
    moved: Mapping[int, int],
    occurrences: Sequence[Occurrence],
    slots: Mapping[str, Slot],
) -> str | None:
    """Another figure between the very words that stood on both sides of the slot.

    Not where that figure came along with its own sentence: then its own words are around it.
    """
    first, last = bisect_left(before.starts, one.start), bisect_left(before.starts, one.end)
    left = moved.get(first - 1) if first else -1
    right = moved.get(last) if last < len(before.words) else len(after.words)
    if left is None or right is None or right - left != last - first + 1:
        return None
    start, end = after.starts[left + 1], after.ends[right - 1]
    said = after.text[start:end]
    if not is_figure(said) or reads_alike(said, slots[one.slot]):
        return None
    around = after.around(start, end, _FAR_AROUND)
    mine = _likeness(before.around(one.start, one.end, _FAR_AROUND), around)
    for other in occurrences:
        if other.slot != one.slot and _is(after.text, start, end, slots[other.slot].text):
            theirs = before.around(other.start, other.end, _FAR_AROUND)
            alike = _likeness(theirs, around)
            if alike > mine or (alike == mine and slots[one.slot].kind not in COUNTING):
                return None
    return said


def _instead(
    lost: Sequence[Occurrence],
    before: _Text,
    after: _Text,
    moved: Mapping[int, int],
    placed: list[Placed],
    slots: Mapping[str, Slot],
) -> list[tuple[int, str]]:
    """For each lost slot the figure that stands where it stood, the surest first.

    A figure that only writes the slot's own value otherwise is the slot, and is placed.
    """
    found: list[tuple[bool, float, int, str]] = []
    for n, one in enumerate(lost):
        slot = slots[one.slot]
        first, last = bisect_left(before.starts, one.start), bisect_left(before.starts, one.end)
        left = max((moved[at] for at in moved if at < first), default=-1)
        right = min(
            (to for at, to in moved.items() if at >= last and to > left), default=len(after.words)
        )
        start = after.ends[left] if left >= 0 else 0
        end = after.starts[right] if right < len(after.words) else len(after.text)
        near = right - left - 1 <= last - first + _ROOM
        for typed in typed_figures(after.text):
            if not _is_free(placed, typed.start, typed.end):
                continue
            whole = with_unit(after.text, typed.start, typed.end, one_unit(slot))
            alike = _likeness(
                before.around(one.start, one.end), after.around(typed.start, typed.end)
            )
            within = start - 1 <= typed.start and typed.end <= end + 1
            likely = alike >= (_LEAST_ALIKE if within else _MUCH_ALIKE)
            if not (likely or (within and near)) or not (within or whole > typed.end):
                continue
            if same_value(typed, slot):
                if whole > typed.end or not one_unit(slot) or typed.text.endswith("%"):
                    placed.append(Placed(one.slot, typed.start, whole))
                    break
            elif typed.kind in _REPLACED_BY.get(slot.kind, ("number",)):
                said = after.text[typed.start : whole]
                found.append((whole == typed.end, -alike, n, said))
    return [(n, said) for _, _, n, said in sorted(found)]
