"""Holds a reading against the gold, record by record and cell by cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evals.gold.cases import GoldDocument
from evals.gold.cells import Expected, Found, Group
from evals.gold.expected import expected
from evals.gold.found import found
from ingest.model import Reading

_Side = TypeVar("_Side", Expected, Found)


@dataclass(frozen=True, slots=True)
class Score:
    """Filled cells of one field: how many the gold has, were read, and are the same."""

    kind: str
    field: str
    gold: int
    read: int
    right: int

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 1 where nothing was."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was read right; 1 where the gold has nothing."""
        return self.right / self.gold if self.gold else 1.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that is not as in the gold. A hash of the gold has no words to show."""

    kind: str
    annex: str | None
    key: str
    field: str
    gold: str | None
    got: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All scores, and every cell that differs."""

    scores: tuple[Score, ...]
    differences: tuple[Difference, ...]

    @property
    def total(self) -> Score:
        """All cells of all fields together; that a record is there at all is not a cell."""
        cells = [score for score in self.scores if score.field != "record"]
        return Score(
            "all",
            "cells",
            sum(score.gold for score in cells),
            sum(score.read for score in cells),
            sum(score.right for score in cells),
        )


class _Tally:
    """Counts cells while the records are walked through."""

    def __init__(self) -> None:
        self.gold: Counter[tuple[str, str]] = Counter()
        self.read: Counter[tuple[str, str]] = Counter()
        self.right: Counter[tuple[str, str]] = Counter()
        self.differences: list[Difference] = []

    def judge(self, group: Group, cell: str, accepted: Sequence[str | None], read: Found) -> None:
        kind, annex, key = _parts(group)
        got = read.cells.get(cell)
        if got is None and (not accepted or None in accepted):
            return
        name = (kind, cell.split(".")[0])
        self.gold[name] += bool(accepted)
        self.read[name] += got is not None
        if got in accepted:
            self.right[name] += 1
            return
        gold = " or ".join(str(value) for value in accepted) or None
        shown = read.shown.get(cell)
        self.differences.append(
            Difference(kind, annex, key, cell, gold, got if shown is None else f"{got} {shown!r}")
        )

    def record(self, group: Group, *, gold: bool, read: bool) -> None:
        kind, annex, key = _parts(group)
        self.gold[kind, "record"] += gold
        self.read[kind, "record"] += read
        self.right[kind, "record"] += gold and read
        if gold != read:
            words = ("there", None) if gold else (None, "there")
            self.differences.append(Difference(kind, annex, key, "record", *words))

    def scores(self) -> tuple[Score, ...]:
        names = dict.fromkeys([*self.gold, *self.read])
        return tuple(
            Score(*name, self.gold[name], self.read[name], self.right[name])
            for name in names
            if self.gold[name] or self.read[name]
        )


def compare_reading(
    gold: GoldDocument,
    reading: Reading,
    *,
    kinds: Collection[str] | None = None,
    leave_out: Collection[str] = (),
    leave_out_keys: Collection[str] = (),
) -> Comparison:
    """Compare all records, or those of some ``kinds``.

    ``leave_out`` names cells that do not apply (``place`` in a rebuilt file), ``leave_out_keys``
    records that the file holds otherwise.
    """
    wanted = _grouped(expected(gold), kinds, leave_out_keys)
    read = _grouped(found(reading), kinds, leave_out_keys)
    tally = _Tally()
    for group in dict.fromkeys([*wanted, *read]):
        pairs, missed, surplus = _paired(wanted.get(group, []), read.get(group, []))
        for one, other in pairs:
            tally.record(group, gold=True, read=True)
            _judge_all(tally, one, other, leave_out)
        for one in missed:
            tally.record(group, gold=True, read=False)
            _judge_all(tally, one, Found(group, (), {}), leave_out)
        for other in surplus:
            tally.record(group, gold=False, read=True)
            blank = Expected(group, (), dict.fromkeys(other.cells, ()))
            _judge_all(tally, blank, other, leave_out)
    return Comparison(tally.scores(), tuple(tally.differences))


def _judge_all(tally: _Tally, gold: Expected, read: Found, leave_out: Collection[str]) -> None:
    for cell, accepted in gold.cells.items():
        if cell not in leave_out:
            tally.judge(gold.group, cell, accepted, read)


def _parts(group: Group) -> tuple[str, str | None, str]:
    kind, annex, key = group
    return str(kind), annex, str(key)


def _key(group: Group) -> str:
    """The key of a record as a person names it: an activity's has its section in front."""
    kind, annex, key = _parts(group)
    return f"{annex}.{key}" if kind == "activity" else key


def _grouped(
    records: Iterable[_Side], kinds: Collection[str] | None, leave_out_keys: Collection[str]
) -> dict[Group, list[_Side]]:
    groups: dict[Group, list[_Side]] = defaultdict(list)
    for record in records:
        if kinds is not None and record.group[0] not in kinds:
            continue
        if _key(record.group) not in leave_out_keys:
            groups[record.group].append(record)
    return groups


def _paired(
    gold: list[Expected], read: list[Found]
) -> tuple[list[tuple[Expected, Found]], list[Expected], list[Found]]:
    """Pair the records of one group: those with the same mark first, the rest by their order."""
    pairs = []
    left = list(read)
    missed = []
    for record in gold:
        same = next((other for other in left if other.mark == record.mark), None)
        if same is None:
            missed.append(record)
        else:
            left.remove(same)
            pairs.append((record, same))
    count = min(len(missed), len(left))
    pairs += zip(missed[:count], left[:count], strict=True)
    return pairs, missed[count:], left[count:]
