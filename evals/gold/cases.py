"""The gold records and their loader: one JSONL file a document and kind of record, in this folder.

A field of several values (``kinds``, ``comparators``, ``units``) lists every reading that the text
allows, most often one. Hashes are those of :mod:`evals.gold.hashing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class GoldDeadline:
    """A deadline verbatim; ``start`` and ``end`` are ISO dates, both included."""

    text: str
    kinds: tuple[str, ...]
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDeliverable:
    """One product (its list hash) with its own deadline; no product where the task has just one."""

    deadline: GoldDeadline
    product: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPlaced:
    """Where a record stands: ``line`` of the text file, ``table`` and ``row`` as stored, from 1."""

    key: str
    line: int
    section: tuple[str, ...] = ()
    annex: str | None = None
    table: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTask(GoldPlaced):
    """A task. ``products`` and ``lead_text`` are list hashes of their cells, ``text`` a text hash.

    ``slipped``: the deadline stands in a neighbouring column, where a reader may leave it. Without
    a ``deadline`` but with ``deliverables``, the cell holds one deadline for each of them.
    """

    text: str
    products: str
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    lead_text: str | None = None
    deadline: GoldDeadline | None = None
    slipped: bool = False
    deliverables: tuple[GoldDeliverable, ...] = ()
    objective: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldActivity:
    """A numbered step. ``tasks`` are the tasks of its row: the print does not say whose it is."""

    key: str
    tasks: tuple[str, ...]
    line: int
    table: int
    row: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTarget(GoldPlaced):
    """A target, or one figure of it; ``value`` is a decimal string, or ``3/4`` for a ratio."""

    text: str
    comparators: tuple[str, ...] = ()
    value: str | None = None
    units: tuple[str | None, ...] = ()
    base: str | None = None
    horizon: tuple[int, int] | None = None
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldIndicator(GoldPlaced):
    """A row of a statistics annex; ``parent`` is the numbered row above, as a text hash."""

    name: str
    role: str
    parent: str | None = None
    unit: str | None = None
    value: str | None = None
    value_text: str | None = None
    meaning: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRef:
    """A document that the text names; ``line`` is the first mention."""

    line: int
    number: str
    type: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """All that one reference document holds, in the order it is printed in."""

    number: int
    tasks: tuple[GoldTask, ...]
    activities: tuple[GoldActivity, ...]
    targets: tuple[GoldTarget, ...]
    indicators: tuple[GoldIndicator, ...]
    refs: tuple[GoldRef, ...]


_Row = TypeVar("_Row")


@cache
def gold_document(number: int) -> GoldDocument:
    """What reference document ``number`` (0 to 4) holds."""
    return GoldDocument(
        number=number,
        tasks=_rows(number, "tasks", TypeAdapter(GoldTask)),
        activities=_rows(number, "activities", TypeAdapter(GoldActivity)),
        targets=_rows(number, "targets", TypeAdapter(GoldTarget)),
        indicators=_rows(number, "indicators", TypeAdapter(GoldIndicator)),
        refs=_rows(number, "refs", TypeAdapter(GoldRef)),
    )


def _rows(number: int, kind: str, adapter: TypeAdapter[_Row]) -> tuple[_Row, ...]:
    """The rows of one file; a document without such records has no file."""
    path = _FOLDER / f"s{number}_{kind}.jsonl"
    if not path.exists():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(adapter.validate_json(line) for line in lines)
