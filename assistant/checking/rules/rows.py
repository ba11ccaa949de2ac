"""What the rules on rows share: counts of a block, what kind of row one is, a finding on two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Finding, FindingCode, Severity
from assistant.checking.facts import Material
from assistant.checking.model import Fact
from assistant.checking.places import is_total
from assistant.checking.wording import quoted, stated, where


def blocks(material: Material) -> Iterator[tuple[Fact, ...]]:
    """The blocks of rows of the checked document, and of an annex given with it."""
    for rows in material.groups.values():
        if rows[0].home or annexed(material, rows[0]):
            yield rows


def annexed(material: Material, fact: Fact) -> bool:
    """Whether a cell of another document is of the time that the checked one is about."""
    period = material.reading.document.period
    return fact.origin == "cell" and period is not None and fact.period == period


def is_count(row: Fact) -> bool:
    """Whether a row holds a number of things (no share, no code, not blank)."""
    share = row.measure is not None and row.measure.group in ("%", "điểm phần trăm")
    return row.value is not None and not row.coded and not share


def same_unit(one: Fact, other: Fact) -> bool:
    """Whether two rows count the same; two rows without a unit do."""
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.group == other.measure.group


def total_of(rows: Sequence[Fact]) -> Iterator[tuple[Fact, list[Fact]]]:
    """Rows that stand for a whole, each with the rows of its unit below it.

    The numbered row of a block is one where it holds a figure; else a row called a total, with the
    rows behind it that begin with a dash or are named as its parts.
    """
    for at, row in enumerate(rows):
        if not is_count(row):
            continue
        if row.whole:
            parts = [one for one in rows if not one.whole]
        elif is_total(row.label.rpartition("›")[2]):
            parts = []
            for one in rows[at + 1 :]:
                if is_total(one.label.rpartition("›")[2]) or not dashed(one):
                    break
                parts.append(one)
        else:
            continue
        alike = [one for one in parts if is_count(one) and same_unit(one, row)]
        if alike:
            yield row, alike


def dashed(row: Fact) -> bool:
    """Whether the row's name begins with a dash: part of the row above."""
    names = (row.source, *row.source.parts)
    return any(part.quote.lstrip().startswith(("-", "+", "–", "•")) for part in names)


def said(row: Fact) -> str:
    """A row for a message: its name and value in quotes, and where it stands."""
    return f"{quoted(row.label)} là {quoted(stated(row))} ({where(row.source)})"


def finding(
    code: FindingCode, severity: Severity, message: str, *, left: Fact, right: Fact
) -> Finding:
    """A finding on two rows."""
    return Finding(
        code=code, severity=severity, message=message, left=left.source, right=right.source
    )
