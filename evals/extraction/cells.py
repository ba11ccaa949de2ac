"""Expected and read cells of a document, paired by the words of their rows, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evals.wording import key
from ingest.model import Indicator, Reading, Target, Task


@dataclass(frozen=True, slots=True)
class Row:
    """A fact: what kind of record it is, the words that name it, and its cells by field.

    An empty cell is left out.
    """

    kind: str
    name: str
    cells: Mapping[str, str]


@dataclass(slots=True)
class Count:
    """Cells of one field: in the facts, in the records, and the same in both."""

    gold: int = 0
    read: int = 0
    right: int = 0
    differences: list[str] = field(default_factory=list)


def compared(wanted: Sequence[Row], read: Sequence[Row]) -> dict[tuple[str, str], Count]:
    """Counts by kind and field; the field ``record`` counts the rows themselves.

    Rows of one kind and name are paired in their order. A surplus row costs precision with all of
    its cells, a missing one recall.
    """
    counts: dict[tuple[str, str], Count] = {}
    left: dict[tuple[str, str], list[Row]] = {}
    for row in read:
        left.setdefault((row.kind, key(row.name)), []).append(row)
    for row in wanted:
        same = left.get((row.kind, key(row.name)), [])
        _judge(counts, row, same.pop(0) if same else None)
    for rows in left.values():
        for row in rows:
            _judge(counts, None, row)
    return counts


def _judge(counts: dict[tuple[str, str], Count], wanted: Row | None, read: Row | None) -> None:
    kind = (wanted or read or Row("", "", {})).kind
    gold_cells = _with_record(wanted)
    read_cells = _with_record(read)
    name = (wanted or read or Row("", "", {})).name
    for cell in sorted({*gold_cells, *read_cells}):
        count = counts.setdefault((kind, cell), Count())
        gold, got = gold_cells.get(cell), read_cells.get(cell)
        count.gold += gold is not None
        count.read += got is not None
        if gold is not None and got is not None and key(gold) == key(got):
            count.right += 1
        else:
            count.differences.append(f"{name[:50]}: {gold!r} was read as {got!r}")


def _with_record(row: Row | None) -> dict[str, str]:
    return {} if row is None else {"record": "there", **row.cells}


def read_rows(reading: Reading) -> list[Row]:
    """Tasks, targets and indicators with a value, as rows."""
    return [
        *(_task(each) for each in reading.tasks),
        *(_target(each) for each in reading.targets if each.value is not None),
        *(_indicator(each) for each in reading.indicators if each.value is not None),
    ]


def row(kind: str, name: str, **cells: str | Iterable[str] | None) -> Row:
    """A row of cells; several names in a cell are compared whatever their order."""
    joined = {
        cell: value if isinstance(value, str) else "; ".join(sorted(value))
        for cell, value in cells.items()
        if value
    }
    return Row(kind, name.strip(" .;:"), joined)


def totals(counts: Mapping[tuple[str, str], Count]) -> Counter[str]:
    """All cells of a document."""
    found: Counter[str] = Counter()
    for count in counts.values():
        found.update(gold=count.gold, read=count.read, right=count.right)
    return found


def _task(task: Task) -> Row:
    pairs = [(each.product, each.deadline) for each in task.deliverables]
    deadlines = [deadline.text for _, deadline in pairs if deadline] or (
        [task.deadline.text] if task.deadline else []
    )
    products = [product for product, _ in pairs if product] or list(task.products)
    return row(
        "task",
        task.text,
        lead=task.lead,
        coordinating=task.coordinating,
        product=products,
        deadline=deadlines,
    )


def _target(target: Target) -> Row:
    return row("target", target.text, value=target.value, unit=target.unit)


def _indicator(indicator: Indicator) -> Row:
    return row("indicator", indicator.name, value=indicator.value, unit=indicator.unit)
