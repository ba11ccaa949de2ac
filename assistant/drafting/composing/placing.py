"""Which section of the outline takes which facts of the annex."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafting.composing.facts import Fact
from ingest.text.normal import folded_words
from prompts.outline import Outline, OutlineSection

_JOINED = re.compile(r"\s+và\s+|[,;/–]|\s-\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """Facts by the key of the section that takes them, and the rest by its annex section."""

    taken: dict[str, list[Fact]]
    rest: list[tuple[str, list[Fact]]]


def place_facts(outline: Outline, facts: Sequence[Fact]) -> Placed:
    """Every fact in the section that takes it.

    The titles above a row decide first, from the inside out; a row below no known title goes where
    its block's or its own name says. A block is never torn apart.
    """
    sections = [one for one in outline.sections if one.content == "results"]
    taken: dict[str, list[Fact]] = {one.key: [] for one in sections}
    rest: dict[str, list[Fact]] = {}
    chosen: dict[int, str | None] = {}
    last: str | None = None
    for fact in facts:
        if fact.group not in chosen:
            chosen[fact.group] = _section_of(fact, facts, sections)
            if chosen[fact.group] is None and not fact.record.headings and _leans(fact):
                chosen[fact.group] = last
        last = chosen[fact.group]
        key = chosen[fact.group]
        if key is not None:
            taken[key].append(fact)
        elif (near := _between(fact, facts, chosen, sections)) is not None:
            chosen[fact.group] = near
            taken[near].append(fact)
        else:
            rest.setdefault(fact.record.headings[-1] if fact.record.headings else "", []).append(
                fact
            )
    return Placed(taken, list(rest.items()))


def _leans(fact: Fact) -> bool:
    """Whether a row says nothing of its own without the row before it."""
    return fact.name.bullet or fact.name.shape in ("share", "quality")


def _section_of(
    fact: Fact, facts: Sequence[Fact], sections: Sequence[OutlineSection]
) -> str | None:
    for title in reversed(fact.record.headings):
        several = _several(title, sections)
        if several:
            own = [(one.key, (*one.takes, *one.indicators)) for one in several]
            for text in (fact.record.name, fact.record.parent or ""):
                found = _best(text, own)
                if found is not None:
                    return found
        found = _best(title, [(one.key, one.takes) for one in sections])
        if found is not None:
            return found
    if fact.record.headings and any(
        _best(title, [(one.key, one.takes) for one in sections])
        for other in facts
        for title in other.record.headings
    ):
        return None  # a section of its own in an annex whose other sections are known
    for text in (fact.record.parent or "", fact.record.name):
        found = _best(text, [(one.key, (*one.takes, *one.indicators)) for one in sections])
        if found is not None:
            return found
    return None


def _several(title: str, sections: Sequence[OutlineSection]) -> list[OutlineSection]:
    """The sections that a title joins ("Tổ chức bộ máy và chế độ công vụ"), if more than one."""
    parts = [part for part in _JOINED.split(title) if part.strip()]
    keys = {_best(part, [(one.key, one.takes) for one in sections]) for part in parts}
    return [one for one in sections if one.key in keys] if len(keys - {None}) > 1 else []


def _between(
    fact: Fact,
    facts: Sequence[Fact],
    chosen: dict[int, str | None],
    sections: Sequence[OutlineSection],
) -> str | None:
    """The section of the rows around one that nothing places, where both are of the same."""
    if fact.record.headings:
        return None
    at = next((n for n, one in enumerate(facts) if one is fact), 0)
    before = next((chosen[one.group] for one in reversed(facts[:at]) if chosen[one.group]), None)
    behind = next(
        (key for one in facts[at + 1 :] if (key := _section_of(one, facts, sections))), None
    )
    return before if before == behind else None


def _best(text: str, wanted: Sequence[tuple[str, Sequence[str]]]) -> str | None:
    """The key whose longest words stand in ``text``; of equals, the words that stand first."""
    words = folded_words(text)
    best: tuple[int, int] | None = None
    found = None
    for key, wordings in wanted:
        for wording in wordings:
            phrase = folded_words(wording)
            at = _position(words, phrase)
            if at is None:
                continue
            rank = (len(phrase), -at)
            if best is None or rank > best:
                best, found = rank, key
    return found


def _position(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    size = len(phrase)
    for at in range(len(words) - size + 1):
        if words[at : at + size] == phrase:
            return at
    return None
