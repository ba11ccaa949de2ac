"""Figure fidelity: every figure of a draft is that of its cell, or follows from its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from itertools import permutations
from pathlib import Path

from assistant.answer import DraftSection, Figure
from evals.metrics.score import Score
from evals.numerals import Numerals, numerals
from evals.originals.block import plain
from evals.originals.reading import blocks, whole_text
from evals.wording import key
from ingest.model import Source

_HUNDRED = Decimal(100)
_OF_TWO_SHARES = 4
_STATED = {"match", "rounded"}


def figure_fidelity(section: DraftSection, files: Mapping[str, Path], *, year: int) -> Score | None:
    """Figures of a section that hold, of all it has; ``files`` are its sources by name.

    ``year`` is the year reported on; it and its neighbours may be named without a source.
    """
    if not section.figures:
        return None
    bad = unfaithful(section, files, year=year)
    return Score(len(section.figures) - len(bad), len(section.figures))


def unfaithful(section: DraftSection, files: Mapping[str, Path], *, year: int) -> tuple[str, ...]:
    """The figures that do not hold, as printed."""
    years = Numerals(frozenset(map(Decimal, (year - 1, year, year + 1))))
    everything = _joined(numerals(whole_text(path)) for path in files.values()) | years
    return tuple(figure.text for figure in section.figures if not _holds(figure, everything, files))


def _holds(figure: Figure, everything: Numerals, files: Mapping[str, Path]) -> bool:
    printed = numerals(figure.text)
    if figure.verdict == "not_a_claim":  # document numbers, dates, years: as a source has them
        years = {Decimal(day[:4]) for day in everything.dates}
        return (
            printed.codes <= everything.codes
            and printed.dates <= everything.dates
            and printed.values <= everything.values | years
        )
    if not figure.evidence or not all(_stands(source, files) for source in figure.evidence):
        return False
    cells = [numerals(plain(source.quote)).values for source in figure.evidence]
    stated = frozenset[Decimal]().union(*cells)
    if printed.values <= stated:
        return True
    if figure.verdict != "derived":
        return False
    reckoned = _reckoned(stated, figure) | _share_change(cells, figure)
    return printed.values <= stated | reckoned


def _reckoned(operands: frozenset[Decimal], figure: Figure) -> frozenset[Decimal]:
    """What two cells give, rounded as the figure is; a change counts without its sign."""
    found = {sum(operands, Decimal(0)), Decimal(len(figure.evidence))}
    for one, other in permutations(operands, 2):
        found |= {abs(one - other), one + other}
        if other:
            found |= {one / other, one / other * _HUNDRED, abs(one - other) / other * _HUNDRED}
    found |= {_HUNDRED} if len(operands) == 1 else set()
    return _rounded(found, figure)


def _share_change(cells: list[frozenset[Decimal]], figure: Figure) -> frozenset[Decimal]:
    """The difference of two shares, the cells of one after those of the other."""
    if len(cells) != _OF_TWO_SHARES or any(len(cell) != 1 for cell in cells):
        return frozenset()
    part, whole, before, of = (next(iter(cell)) for cell in cells)
    if not whole or not of:
        return frozenset()
    exact = part / whole * _HUNDRED - before / of * _HUNDRED
    steps = round(part / whole * _HUNDRED, 1) - round(before / of * _HUNDRED, 1)
    return _rounded({abs(exact), abs(steps)}, figure)


def _rounded(found: Iterable[Decimal], figure: Figure) -> frozenset[Decimal]:
    try:
        digits = max(0, -int(Decimal(figure.value or "").as_tuple().exponent))
    except (InvalidOperation, ValueError):
        return frozenset()
    return frozenset(round(each, places) for each in found for places in {0, digits, digits + 1})


def _stands(source: Source, files: Mapping[str, Path]) -> bool:
    path = files.get(source.file)
    if path is None:
        return False
    if source.table is None or path.suffix == ".pdf":
        return plain(source.quote) in whole_text(path)
    return any(
        key(plain(source.quote)) in key(block.text)
        for block in blocks(path)
        if (block.table, block.row) == (source.table, source.row)
    )


def _joined(found: Iterable[Numerals]) -> Numerals:
    whole = Numerals()
    for each in found:
        whole |= each
    return whole
