"""What a sentence says of the direction of a figure, against the direction that it has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.drafting.model import MARK, Slot, Trend
from assistant.drafting.wording import wording
from ingest.text.normal import match_key

_CHANGE: frozenset[Trend] = frozenset({"up", "down", "same"})
_TARGET: frozenset[Trend] = frozenset({"met", "exceeded", "missed"})
_CLAUSE = re.compile(r"[;,:()]|\.(?!\d)")


def contradicted_trend(template: str, mark: int, slots: Mapping[str, Slot]) -> str | None:
    """The word beside a mark that says another direction than its figure has, or ``None``.

    ``mark`` counts the marks of ``template`` from 0. The nearest word of the clause before the
    mark speaks of it; where there is none, the nearest one behind it, unless that speaks of the
    next mark.
    """
    marks = list(MARK.finditer(template))
    slot = slots.get(marks[mark][1])
    if slot is None or slot.trend is None:
        return None
    word = spoken_trend(template, mark, slots)
    if word is None or slot.trend in wording().trends[word]:
        return None
    return word


def spoken_trend(template: str, mark: int, slots: Mapping[str, Slot]) -> str | None:
    """The trend phrase that speaks of a mark, of the sort that its slot has; ``None`` without."""
    marks = list(MARK.finditer(template))
    slot = slots[marks[mark][1]]
    sort = _sort(slot)
    if sort is None:
        return None
    before = template[marks[mark - 1].end() if mark else 0 : marks[mark].start()]
    said = _words(_CLAUSE.split(before)[-1], slot, sort)
    if said:
        return said[-1]
    following = slots.get(marks[mark + 1][1]) if mark + 1 < len(marks) else None
    if following is not None and _sort(following) == sort:
        return None
    after = template[marks[mark].end() : marks[mark + 1].start() if following else None]
    behind = _words(after, slot, sort)
    return behind[0] if behind else None


def _sort(slot: Slot) -> frozenset[Trend] | None:
    if slot.trend is None:
        return None
    return _CHANGE if slot.trend in _CHANGE else _TARGET


def _words(text: str, slot: Slot, sort: frozenset[Trend]) -> list[str]:
    """Trend phrases of one sort in ``text``; those of the indicator's own name are no trends."""
    key = match_key(text)
    if slot.indicator:
        key = key.replace(match_key(slot.indicator), " ")
    lists = wording()
    found = (one.group() for one in lists.trend_words.finditer(key))
    return [word for word in found if lists.trends.get(word, frozenset[Trend]()) & sort]
