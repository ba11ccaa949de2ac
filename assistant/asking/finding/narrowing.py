"""Leaves of the matches those that are about the topic as well as the best of their document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.asking.finding.corpus import EntryKind
from assistant.asking.finding.matching import Match
from assistant.asking.questions.topic import Topic

_NEAR_BEST = 0.1
_NEAR_BEST_ELSEWHERE = 0.25
_AS_WELL = 0.12
_AS_WELL_LISTED = 0.3
_AS_WELL_ELSEWHERE = 0.3
_HELD, _LACKED = 0.85, 0.5
_FEWEST = 2
_ONE_PHRASE, _SCATTERED = 1.4, 2.5

_Group = tuple[str, EntryKind]


def narrowed(matches: Sequence[Match], topic: Topic, *, wide: bool = False) -> list[Match]:
    """The matches that are about the topic: near the best overall and in their own document.

    ``wide`` keeps every match that is about the topic (lists and counts), except where its own
    words say much less of it than those of the best row of its document.
    """
    good = [found for found in matches if found.fits]
    if not good:
        return good
    best = max(found.coverage for found in good)
    held = max(_held(found, topic) for found in good)
    score_in: dict[_Group, float] = {}
    first_in: dict[_Group, Match] = {}
    for found in good:
        key = _group(found)
        score_in[key] = max(score_in.get(key, 0.0), found.score)
        if key not in first_in or _held(found, topic) > _held(first_in[key], topic):
            first_in[key] = found
    close = {} if wide else _closest(good, topic)
    return [
        found
        for found in good
        if not _is_scattered(found, topic, close)
        and _as_well(found, first_in[_group(found)], topic, wide=wide)
        and (
            wide
            or (
                found.score >= score_in[_group(found)] - _NEAR_BEST
                and found.coverage >= best - _NEAR_BEST_ELSEWHERE
                and _held(found, topic) >= held - _AS_WELL_ELSEWHERE
            )
        )
    ]


def _closest(good: Sequence[Match], topic: Topic) -> dict[_Group, float]:
    """How close together the topic stands in the row of each document where it does so best."""
    closest: dict[_Group, float] = {}
    for found in good:
        spread = _spread(found, topic)
        if spread is not None:
            key = _group(found)
            closest[key] = min(closest.get(key, spread), spread)
    return closest


def _is_scattered(found: Match, topic: Topic, close: Mapping[_Group, float]) -> bool:
    """Whether the topic's words stand far apart where another row has them all in one phrase."""
    best = close.get(_group(found))
    if best is None or best > _ONE_PHRASE:
        return False
    spread = _spread(found, topic)
    return spread is not None and spread > _SCATTERED


def _spread(found: Match, topic: Topic) -> float | None:
    """Within how many words the whole topic stands, as a multiple of its own length.

    Nothing of a topic of one term, or where a term stands only in other words.
    """
    if len(topic.terms) < _FEWEST:
        return None
    entry = found.entry
    text = (entry.focus if entry.kind == "tasks" else entry.body).plain
    ends: list[tuple[int, int, int]] = []
    for index, term in enumerate(topic.terms):
        phrase = term.plain
        places = [
            place
            for place in range(len(text) - len(phrase) + 1)
            if text[place : place + len(phrase)] == phrase
        ]
        if not places:
            return None
        ends += [(place, place + len(phrase), index) for place in places]
    return _window(sorted(ends), len(topic.terms)) / sum(len(term.words) for term in topic.terms)


def _window(places: Sequence[tuple[int, int, int]], terms: int) -> int:
    """The fewest words that hold each term once."""
    least = places[-1][1] - places[0][0]
    last: dict[int, tuple[int, int]] = {}
    for start, end, index in places:
        last[index] = (start, end)
        if len(last) == terms:
            first = min(start for start, _ in last.values())
            least = min(least, max(end for _, end in last.values()) - first)
    return least


def _group(found: Match) -> _Group:
    return (found.entry.document.id, found.entry.kind)


def _held(found: Match, topic: Topic) -> float:
    """How much of the topic the entry's own words hold, 0..1, naming words on top."""
    own = sum(term.weight * level for term, level in zip(topic.terms, found.levels, strict=False))
    return own + 0.01 * sum(_naming(found))


def _naming(found: Match) -> tuple[float, ...]:
    return found.named if found.entry.kind == "tasks" else ()


def _as_well(found: Match, best: Match, topic: Topic, *, wide: bool) -> bool:
    if found is best:
        return True
    if _held(found, topic) < _held(best, topic) - (_AS_WELL_LISTED if wide else _AS_WELL):
        return False
    if wide:
        return True
    levels = [
        (theirs, own)
        for term, theirs, own in zip(topic.terms, best.levels, found.levels, strict=False)
        if not term.weak
    ]
    levels += zip(_naming(best), _naming(found), strict=False)
    return not any(theirs >= _HELD and own < _LACKED for theirs, own in levels)
