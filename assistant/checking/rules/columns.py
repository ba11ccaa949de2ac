"""Rows of two documents that state the same indicator for the same time, with two values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Fact, Judgement
from assistant.checking.rules.rows import finding, said, same_unit
from assistant.checking.wording import location, quoted, stated


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """An annex against another: this year's rows, and the column of the year before."""
    del judgements
    for mine, theirs in counterparts(material):
        if mine.value == theirs.value or mine.value is None or theirs.value is None:
            continue
        yield finding(
            "contradiction",
            "error",
            f"{said(mine)} nhưng {quoted(theirs.label)} là {quoted(stated(theirs))} "
            f"({location(theirs)}).",
            left=mine,
            right=theirs,
        )


def counterparts(material: Material) -> Iterator[tuple[Fact, Fact]]:
    """Cells of the document with the cell of another that has the same name and time."""
    others: dict[tuple[str, ...], list[Fact]] = {}
    for fact in material.facts:
        if fact.origin == "cell" and not fact.home:
            others.setdefault(_name(material, fact), []).append(fact)
    for mine in material.cells:
        for theirs in others.get(_name(material, mine), ()):
            if mine.period is None or mine.period != theirs.period:
                continue
            if (mine.role == "plan") != (theirs.role == "plan") or not same_unit(mine, theirs):
                continue
            yield mine, theirs
            break


def _name(material: Material, fact: Fact) -> tuple[str, ...]:
    return (
        material.lexicon.normal(fact.label),
        fact.key,
        *(material.lexicon.normal(heading) for heading in fact.headings[:1]),
    )
