"""Leaves of the matches those that are about the topic as well as the best of their document."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import EntryKind
from assistant.asking.finding.matching import Match
from assistant.asking.questions.topic import Topic

_NEAR_BEST = 0.1
_NEAR_BEST_ELSEWHERE = 0.25
_AS_WELL = 0.12
_AS_WELL_LISTED = 0.3
_AS_WELL_ELSEWHERE = 0.3
_HELD, _LACKED = 0.85, 0.5

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
    return [
        found
        for found in good
        if _as_well(found, first_in[_group(found)], topic, wide=wide)
        and (
            wide
            or (
                found.score >= score_in[_group(found)] - _NEAR_BEST
                and found.coverage >= best - _NEAR_BEST_ELSEWHERE
                and _held(found, topic) >= held - _AS_WELL_ELSEWHERE
            )
        )
    ]


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
