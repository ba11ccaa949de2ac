"""Slot error rate: missing, wrong, added and repeated figures, over those a draft must give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.answer import Draft, DraftSection, Figure
from evals.metrics.score import Score
from evals.numerals import numerals

Row = tuple[str, int | None, int | None]
"""File, table and row of a required fact."""


@dataclass(frozen=True, slots=True)
class SlotErrors:
    """What went wrong, a line each. What the ledger leaves out with a reason is not missing."""

    missing: tuple[str, ...]
    wrong: tuple[str, ...]
    added: tuple[str, ...]
    repeated: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every error as a line for the report."""
        return tuple(
            f"{label}: {each}"
            for label, errors in (
                ("missing", self.missing),
                ("wrong", self.wrong),
                ("added", self.added),
                ("repeated", self.repeated),
            )
            for each in errors
        )


def slot_error_rate(errors: SlotErrors, required: int) -> Score | None:
    """Lower is better; more errors than facts count as all of them."""
    return Score(min(len(errors.all), required), required) if required else None


def slot_errors(draft: Draft, required: Mapping[Row, tuple[str, Decimal]]) -> SlotErrors:
    """``required`` gives the name and the value that each row of the annex states."""
    figures = [figure for section in draft.sections for figure in section.figures]
    drawn = {row for figure in figures for row in _rows(figure)}
    excused = {
        (left.source.file, left.source.table, left.source.row)
        for left in draft.ledger.omitted
        if left.source is not None
    }
    stated = Counter(
        (row, figure.role)
        for figure in figures
        if figure.verdict == "match"
        for row in _rows(figure)[:1]
    )
    return SlotErrors(
        missing=tuple(
            name for row, (name, _) in required.items() if row not in drawn and row not in excused
        ),
        wrong=tuple(
            f"{figure.text} for {required[row][0]}"
            for figure in figures
            if figure.verdict == "match"
            for row in _rows(figure)[:1]
            if row in required and _value(figure) not in (None, required[row][1])
        ),
        added=tuple(each for section in draft.sections for each in _added(section)),
        repeated=tuple(
            f"{required[row][0]} ({times} times)"
            for (row, _), times in stated.items()
            if times > 1 and row in required
        ),
    )


def _rows(figure: Figure) -> list[Row]:
    sources = figure.evidence or ((figure.source,) if figure.source else ())
    return [(source.file, source.table, source.row) for source in sources]


def _added(section: DraftSection) -> list[str]:
    """Numbers of the text that no figure of the section accounts for."""
    text = section.text
    for figure in sorted(section.figures, key=lambda each: -len(each.text)):
        text = text.replace(figure.text, " ", 1)
    left = numerals(text)
    return sorted({*map(str, left.values), *left.dates, *left.codes})


def _value(figure: Figure) -> Decimal | None:
    try:
        return None if figure.value is None else Decimal(figure.value)
    except InvalidOperation:
        return None
