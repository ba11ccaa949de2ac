"""Targets that grow year by year: what a sentence sets for every year is no value of one year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from assistant.asking.finding.corpus import Entry
from assistant.asking.labels import tidy
from ingest.model import Target
from ingest.text.numbers import amounts
from ingest.vocabulary import load, remembered, when_replaced

_FIGURE = r"\d[\d.,]*(?<![.,])(?:\s*(?:%|điểm(?:\s+phần\s+trăm)?(?!\w)))?"
_FEW = r"(?:[^\W\d]+\s+){0,4}?"


class _Built:
    pattern: ClassVar[re.Pattern[str] | None] = None


@when_replaced
def _forget() -> None:
    _Built.pattern = None


def yearly_step(target: Target) -> str | None:
    """The words that let the target grow or fall each year, if its figure stands in them."""
    told = _steps(tidy(target.text))
    if told is None or target.value is None:
        return None
    figures = {f"{amount.value.normalize():f}" for amount in amounts(told)}
    own = {f"{amount.value.normalize():f}" for amount in amounts(target.value.replace(".", ","))}
    return told if own and own <= figures else None


def steps_once(entries: Sequence[Entry]) -> list[Entry]:
    """The entries; of a step of every year and the end it leads to, told together, the first."""
    kept: list[Entry] = []
    told: set[tuple[str, str]] = set()
    for entry in entries:
        step = yearly_step(entry.record) if isinstance(entry.record, Target) else None
        if step is None or (entry.source.quote, step) not in told:
            kept.append(entry)
        if step is not None:
            told.add((entry.source.quote, step))
    return kept


@remembered(maxsize=2048)
def _steps(text: str) -> str | None:
    found = _pattern().search(text)
    return found.group() if found else None


def _pattern() -> re.Pattern[str]:
    """Each year, then how it moves and by how much, or the year behind that; then until when."""
    if _Built.pattern is None:
        words = load("asking_sentences")["yearly"]
        each, moves, until = (_any(words[name]) for name in ("each", "moves", "until"))
        step = rf"{moves}\s+{_FEW}{_FIGURE}"
        tail = rf"(?:,?\s*{until}\s+{_FEW}{_FIGURE})?"
        behind = rf"(?:\s+[^\W\d]+){{0,2}}?(?:\s*/\s*năm(?!\w)|\s+{each})"
        _Built.pattern = re.compile(
            rf"(?<!\w)(?:{each}\s+{_FEW}{step}|{step}{behind}){tail}", re.IGNORECASE
        )
    return _Built.pattern


def _any(phrases: Iterable[str]) -> str:
    longest = sorted(map(str, phrases), key=len, reverse=True)
    return rf"(?:{'|'.join(re.escape(one) for one in longest)})(?!\w)"
