"""A baseline's passages on gold places: the words of a place are in it, or were cut through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from evals.baselines import FoundPassage
from evals.metrics.ranking import Found, Ranking
from evals.originals.block import plain
from evals.originals.reading import blocks
from evals.outcome import Gold, Outcome
from evals.suites.asking import nearby
from evals.wording import key

_TELLING = 12
_HALF = 0.5


def ranking_of(outcome: Outcome, passages: Sequence[FoundPassage]) -> Ranking:
    """What the passages hold of the case's gold places."""
    return Ranking(
        gold=len(outcome.gold),
        nearby=nearby(outcome.gold, outcome),
        found=tuple(
            Found(
                holds=frozenset(at for at, gold in enumerate(outcome.gold) if holds(gold, passage)),
                near=any(_is_near(gold, passage, outcome) for gold in outcome.gold),
                text=passage.text,
            )
            for passage in passages
        ),
        wanted=outcome.case.expected.must_contain,
    )


def holds(gold: Gold, passage: FoundPassage) -> bool:
    """Whether a passage of the gold's document holds one of its blocks."""
    return passage.file.startswith(gold.unit.document) and any(
        _overlap(_key(block.text), _key(passage.text)) for block in gold.blocks
    )


def _overlap(place: str, passage: str) -> bool:
    if place in passage:
        return True
    if len(passage) >= _TELLING and passage in place:
        return True
    half = max(_TELLING, int(len(place) * _HALF))
    return len(place) > half and (
        passage.endswith(_longest_start(place, passage, half))
        or passage.startswith(_longest_end(place, passage, half))
    )


def _longest_start(place: str, passage: str, least: int) -> str:
    """The longest beginning of the place that ends the passage; no text where it is too short."""
    for length in range(min(len(place), len(passage)), least - 1, -1):
        if passage.endswith(place[:length]):
            return place[:length]
    return "\0"


def _longest_end(place: str, passage: str, least: int) -> str:
    for length in range(min(len(place), len(passage)), least - 1, -1):
        if passage.startswith(place[-length:]):
            return place[-length:]
    return "\0"


def _is_near(gold: Gold, passage: FoundPassage, outcome: Outcome) -> bool:
    if not passage.file.startswith(gold.unit.document):
        return False
    tables = {block.table for block in gold.blocks if block.table}
    words = _key(passage.text)
    return bool(tables) and any(
        block.table in tables and len(_key(block.text)) >= _TELLING and _key(block.text) in words
        for name, path in outcome.files.items()
        if name == passage.file
        for block in blocks(path)
    )


@lru_cache(maxsize=200_000)
def _key(text: str) -> str:
    return key(plain(text.replace("\t", " ")))
