"""Rows of two documents that state the same indicator for the same time, with two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.answer import Finding, Severity
from assistant.checking.facts import Material
from assistant.checking.model import Fact, Judgement
from assistant.checking.rules.rows import finding, said, same_unit
from assistant.checking.units import misnamed
from assistant.checking.wording import location, quoted, stated

_LEAST_TERMS = 3


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """An annex against another, a table of the report against its annex, last year's column."""
    del judgements
    for mine, theirs in counterparts(material):
        if mine.value != theirs.value:
            yield _differs(mine, theirs, "error")
    for mine, theirs in _other_units(material):
        yield finding(
            "wrong_unit",
            "warning",
            f"{said(mine)} nhưng {quoted(theirs.label)} tính bằng đơn vị khác: "
            f"{quoted(stated(theirs))} ({location(theirs)}).",
            left=mine,
            right=theirs,
        )
    for pairs in twin_tables(material):
        apart = [pair for pair in pairs if pair[0].value != pair[1].value]
        alike = len(pairs) - len(apart)
        if apart and (alike >= len(apart) or len(pairs) == 1):
            for mine, theirs in apart:
                yield _differs(mine, theirs, "error" if alike else "warning")


def _differs(mine: Fact, theirs: Fact, severity: Severity) -> Finding:
    return finding(
        "contradiction",
        severity,
        f"{said(mine)} nhưng {quoted(theirs.label)} là {quoted(stated(theirs))} "
        f"({location(theirs)}).",
        left=mine,
        right=theirs,
    )


def counterparts(material: Material) -> Iterator[tuple[Fact, Fact]]:
    """Cells of the document with the cell of another that has the same name and time."""
    others: defaultdict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in material.facts:
        if fact.origin == "cell" and not fact.home and fact.value is not None:
            others[_name(material, fact)].append(fact)
    for mine in material.cells:
        if mine.value is None:
            continue
        for theirs in others.get(_name(material, mine), ()):
            same = _same_time(mine, theirs) and same_unit(mine, theirs)
            if same and _sections_agree(mine, theirs):
                yield mine, theirs
                break


def _same_time(mine: Fact, theirs: Fact) -> bool:
    return (
        mine.period is not None
        and mine.period == theirs.period
        and mine.part_of_year == theirs.part_of_year
        and (mine.role == "plan") == (theirs.role == "plan")
        and (mine.role == "share") == (theirs.role == "share")
    )


def _other_units(material: Material) -> Iterator[tuple[Fact, Fact]]:
    """Cells with one name and one value in two units."""
    seen: dict[tuple[object, ...], Fact] = {}
    for cell in (fact for fact in material.facts if fact.origin == "cell"):
        if cell.value is None or cell.measure is None or len(_told(cell)) < _LEAST_TERMS:
            continue
        place = (cell.source.document_id, cell.source.table)
        other = seen.setdefault((*_name(material, cell), cell.value), cell)
        if (other.source.document_id, other.source.table) == place or not (other.home or cell.home):
            continue
        if not _same_time(other, cell) or not _sections_agree(other, cell):
            continue
        apart = misnamed(other.measure, cell.measure, name=cell.key)
        apart = apart or misnamed(cell.measure, other.measure, name=cell.key)
        if apart or not same_unit(other, cell):
            yield (other, cell) if other.home else (cell, other)


def _sections_agree(mine: Fact, theirs: Fact) -> bool:
    """Whether both stand under one title, or one of the tables has none."""
    return not mine.headings or not theirs.headings or mine.headings[:1] == theirs.headings[:1]


def twin_tables(material: Material) -> Iterator[list[tuple[Fact, Fact]]]:
    """Cells of two tables of the document that are named alike, by pair of tables."""
    first: defaultdict[tuple[str, ...], list[Fact]] = defaultdict(list)
    pairs: defaultdict[tuple[int, int], list[tuple[Fact, Fact]]] = defaultdict(list)
    for cell in material.cells:
        if cell.value is None or cell.coded or len(_told(cell)) < _LEAST_TERMS:
            continue
        name = _name(material, cell)
        for other in first[name]:
            one, two = other.source.table or 0, cell.source.table or 0
            alike = _same_time(other, cell) and same_unit(other, cell)
            if one != two and alike and _sections_agree(other, cell):
                pairs[(one, two)].append((other, cell))
                break
        first[name].append(cell)
    yield from pairs.values()


def _told(cell: Fact) -> list[str]:
    return [term for term in cell.own | cell.subject_terms if "_" not in term]


def _name(material: Material, fact: Fact) -> tuple[str, ...]:
    return (material.lexicon.normal(fact.label), fact.key)
