"""Task tables -> tasks and the targets that stand in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extraction.context import Context, cell_sources, joined
from ingest.extraction.drafts import Draft, Objective
from ingest.extraction.headers import Header
from ingest.extraction.logical import Piece, Rows, TableProblem
from ingest.extraction.slips import slips_of
from ingest.extraction.statements import statements
from ingest.extraction.targets import target_of, targets_of
from ingest.extraction.task_records import products_in, task_of
from ingest.extraction.task_rows import Gatherer
from ingest.model import Source, Table, Target, Task


@dataclass(slots=True)
class TaskTable:
    """What one task table yielded."""

    tasks: list[Task] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    problems: list[TableProblem] = field(default_factory=list)


def read_tasks(table: Table, header: Header, rows: Rows, context: Context) -> TaskTable:
    """The tasks and targets of a task table."""
    gathered = Gatherer(table, header)
    for item in rows.items:
        gathered.take(item)
    gathered.share()
    return _Reader(table, header, context).read(gathered, rows.problems)


class _Reader:
    def __init__(self, table: Table, header: Header, context: Context) -> None:
        self.table = table
        self.header = header
        self.context = context

    def read(self, gathered: Gatherer, problems: list[TableProblem]) -> TaskTable:
        result = TaskTable(problems=[*problems, *gathered.problems])
        for draft in gathered.drafts:
            order = len(result.tasks)
            result.tasks.append(task_of(draft, self.table, self.header, self.context, order))
        result.problems.extend(
            slips_of(
                gathered.drafts,
                result.tasks,
                gathered.objectives,
                self.header,
                issuer=self.context.issuer,
            )
        )
        by_draft = dict(zip((id(draft) for draft in gathered.drafts), result.tasks, strict=True))
        for objective in gathered.objectives:
            tasks = [by_draft[id(draft)] for draft in objective.tasks]
            self._objective_targets(objective, tasks, result)
        for draft, task in zip(gathered.drafts, result.tasks, strict=True):
            result.targets.extend(self._row_targets(draft, task))
        return result

    def _sources(
        self, context: Context, pieces: list[Piece] | tuple[Piece, ...]
    ) -> tuple[Source, ...]:
        return cell_sources(context, self.table, self.header.names, pieces)

    def _objective_targets(
        self, objective: Objective, tasks: list[Task], result: TaskTable
    ) -> None:
        place = self.context.below(objective.path, objective.headings)
        sources = self._sources(place, objective.pieces)
        if not sources:
            return
        leads = [unit for task in tasks for unit in task.lead]
        helpers = [unit for task in tasks for unit in task.coordinating]
        result.targets.extend(
            targets_of(
                " ".join(piece.text for piece in objective.pieces),
                source=joined([*sources, *_unit_parts(tasks)]),
                key=objective.key,
                context=place,
                lead=tuple(dict.fromkeys(leads)),
                coordinating=tuple(dict.fromkeys(helpers)),
            )
        )

    def _row_targets(self, draft: Draft, task: Task) -> list[Target]:
        """Targets that the figures of a task row state, in its text or its product."""
        place = self.context.below(draft.path, draft.headings)
        found: list[Target] = []
        texts = [(draft.item.text, draft.item.pieces)]
        texts.extend(_product_items(draft.cells.get("product", [])))
        for text, pieces in texts:
            stated = statements(text, counts=False)
            sources = self._sources(place, pieces)
            found.extend(
                target_of(
                    text,
                    statement,
                    source=joined([*sources, *_unit_parts([task])]),
                    key=draft.key,
                    context=place,
                    lead=task.lead,
                    coordinating=task.coordinating,
                )
                for statement in stated
                if sources
            )
        return found


def _product_items(pieces: list[Piece]) -> list[tuple[str, tuple[Piece, ...]]]:
    """The items of a product cell, each with its own verbatim piece where it stands in one."""
    found: list[tuple[str, tuple[Piece, ...]]] = []
    for item in products_in(pieces):
        home = next((piece for piece in pieces if item in piece.text), None)
        found.append((item, (Piece(home.row, home.column, item),) if home else tuple(pieces)))
    return found


def _unit_parts(tasks: list[Task]) -> list[Source]:
    """The cells that name who leads and helps, so that a target can cite them."""
    parts: dict[tuple[object, ...], Source] = {}
    for task in tasks:
        for part in task.source.parts:
            if part.column and part.column != task.source.column:
                parts.setdefault(part.place(), part)
    return list(parts.values())
