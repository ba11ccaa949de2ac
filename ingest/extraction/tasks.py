"""Task tables -> tasks and the targets that stand in them.

Flat tables have a task a row; framework tables nest objective, task and activity. A row without
a task of its own belongs to the task above: it fills what that task lacks, or is a further
deliverable of it. Tasks that share a row's lead cell each have that lead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extraction.celltext import CellText, Item, items
from ingest.extraction.context import Context, cell_sources, joined
from ingest.extraction.headers import Header
from ingest.extraction.rows import LogicalRow, Piece, Rows, SectionRow, TableProblem
from ingest.extraction.sections import SectionStack
from ingest.extraction.statements import statements
from ingest.extraction.targets import target_of, targets_of
from ingest.model import Activity, Deadline, Deliverable, Source, Table, Target, Task
from ingest.text.deadlines import parse_deadline, split_deadlines
from ingest.text.normal import match_key
from ingest.text.organisations import Roles, roles_in, split_units, unit_slug

_OWN = ("lead", "coordinating", "assignment", "product", "deadline")
_ROLE_WORDS = re.compile(r"chủ trì|phối hợp", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """A task while its rows are being gathered."""

    item: Item
    key: str
    path: tuple[str, ...]
    headings: tuple[str, ...]
    objective: _Objective | None
    cells: dict[str, list[Piece]] = field(default_factory=dict)
    more: list[dict[str, list[Piece]]] = field(default_factory=list)
    activities: list[Item] = field(default_factory=list)
    extra: list[Piece] = field(default_factory=list)
    opened_alone: bool = False


@dataclass(slots=True)
class _Objective:
    key: str
    path: tuple[str, ...]
    headings: tuple[str, ...]
    pieces: list[Piece]
    tasks: list[_Draft] = field(default_factory=list)


@dataclass(slots=True)
class TaskTable:
    """What one task table yielded."""

    tasks: list[Task] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    problems: list[TableProblem] = field(default_factory=list)


def read_tasks(table: Table, header: Header, rows: Rows, context: Context) -> TaskTable:
    """The tasks and targets of a task table."""
    gathered = _Gatherer(table, header)
    for item in rows.items:
        gathered.take(item)
    return gathered.finish(context, rows.problems)


class _Gatherer:
    def __init__(self, table: Table, header: Header) -> None:
        self.table = table
        self.header = header
        self.sections = SectionStack()
        self.drafts: list[_Draft] = []
        self.objectives: list[_Objective] = []
        self.pending: dict[str, list[Piece]] = {}
        self.problems: list[TableProblem] = []
        self.number = ""

    def take(self, item: LogicalRow | SectionRow) -> None:
        if isinstance(item, SectionRow):
            self.sections.enter(item)
            self.number = ""
            self.pending = {}
            return
        if item.number:
            self.number = item.number
        self._objective(item)
        cells = self._own_cells(item)
        task = CellText(tuple(item.pieces(self.header.column("task"))))
        found = items(task, cut=item.cut)
        activities = items(
            CellText(tuple(item.pieces(self.header.column("activity")))), cut=item.cut
        )
        if found:
            self._open(item, found, cells, activities)
        else:
            self._continue(item, cells, activities)
        if self.drafts:
            self.drafts[-1].extra.extend(self._other_cells(item))

    def _other_cells(self, row: LogicalRow) -> list[Piece]:
        """Cells of columns that no field of a task holds: kept, so that they can be cited."""
        known = (*_OWN, "number", "objective", "task", "activity")
        return [
            piece
            for column, pieces in row.cells.items()
            if self.header.roles[column] not in known
            for piece in pieces
        ]

    def _objective(self, row: LogicalRow) -> None:
        column = self.header.column("objective")
        pieces = row.pieces(column)
        if column is None or not pieces:
            return
        for item in items(CellText(tuple(pieces))):
            own = item.number or row.number or self.number
            self.objectives.append(
                _Objective(
                    key=self.sections.key(own),
                    path=self.sections.labels,
                    headings=self.sections.titles,
                    pieces=list(item.pieces),
                )
            )

    def _own_cells(self, row: LogicalRow) -> dict[str, list[Piece]]:
        cells: dict[str, list[Piece]] = {}
        for role in _OWN:
            column = self.header.column(role)
            if column is None:
                continue
            pieces = row.pieces(column)
            if not pieces and column in row.shared and self.drafts:
                pieces = self.drafts[-1].cells.get(role, [])
            if pieces:
                cells[role] = pieces
        self._slipped(row, cells)
        return cells

    def _slipped(self, row: LogicalRow, cells: dict[str, list[Piece]]) -> None:
        """Report a cell whose content reads like that of the empty column beside it."""
        deadline = self.header.column("deadline")
        if (
            deadline is None
            or "deadline" in cells
            or not (row.number or row.pieces(self.header.column("task")))
        ):
            return
        for column, pieces in row.cells.items():
            role = self.header.roles[column]
            if role in ("budget", "note", None) and abs(column - deadline) == 1:
                text = row.text(column)
                if parse_deadline(text, year=2000).kind != "open":
                    name = self.header.names[column]
                    self.problems.append(
                        TableProblem(
                            "column_shift",
                            f"Hàng {row.first + 1}: cột “{name}” ghi “{text}”, có vẻ là nội dung "
                            f"của cột “{self.header.names[deadline]}” đang để trống; "
                            "giá trị được giữ nguyên tại chỗ.",
                            pieces[0].row,
                            column,
                        )
                    )

    def _open(
        self,
        row: LogicalRow,
        found: list[Item],
        cells: dict[str, list[Piece]],
        activities: list[Item],
    ) -> None:
        objective = (
            self.objectives[-1] if self.objectives and self.header.has("objective") else None
        )
        if objective is not None and objective.path != self.sections.labels:
            objective = None
        opened: list[_Draft] = []
        for item in found:
            if not item.number and len(found) > 1 and self.drafts and row.cut:
                continue
            own = item.number or row.number or ("" if self.header.has("objective") else self.number)
            draft = _Draft(
                item=item,
                key=self.sections.key(own),
                path=self.sections.labels,
                headings=self.sections.titles,
                objective=objective,
                cells={**self.pending, **cells} if not cells else dict(cells),
                opened_alone=not cells,
            )
            for role, pieces in self.pending.items():
                draft.cells.setdefault(role, pieces)
            opened.append(draft)
        self.pending = {}
        self.drafts.extend(opened)
        if objective is not None:
            objective.tasks.extend(opened)
        self._activities(opened, activities)

    def _activities(self, opened: list[_Draft], activities: list[Item]) -> None:
        if not opened:
            return
        if len(opened) == len(activities):
            for draft, activity in zip(opened, activities, strict=True):
                draft.activities.append(activity)
            return
        for activity in activities:
            if (
                not activity.number
                and self.drafts
                and len(activities) > 1
                and activity is activities[0]
            ):
                previous = self.drafts[-len(opened) - 1] if len(self.drafts) > len(opened) else None
                if previous is not None and previous.activities:
                    last = previous.activities[-1]
                    previous.activities[-1] = Item(
                        last.number,
                        f"{last.text} {activity.text}",
                        (*last.pieces, *activity.pieces),
                    )
                    continue
            opened[0].activities.append(activity)

    def _continue(
        self, row: LogicalRow, cells: dict[str, list[Piece]], activities: list[Item]
    ) -> None:
        if not self.drafts:
            return
        draft = self.drafts[-1]
        if activities:
            draft.activities.extend(activities)
        if not cells:
            return
        if draft.opened_alone and not draft.cells:
            draft.cells.update(cells)
            siblings = [
                other
                for other in self.drafts[:-1]
                if other.item.pieces
                and draft.item.pieces
                and other.item.pieces[0].row == draft.item.pieces[0].row
                and not other.cells
            ]
            for other in siblings:
                other.cells.update(cells)
            draft.opened_alone = False
        elif not activities and set(cells) <= {"deadline"} and row.cut:
            self.pending = dict(cells)
            draft.more.append(cells)
        else:
            draft.more.append(cells)

    def finish(self, context: Context, problems: list[TableProblem]) -> TaskTable:
        self._share()
        result = TaskTable(problems=[*problems, *self.problems])
        for draft in self.drafts:
            result.tasks.append(_task(draft, self.table, self.header, context, len(result.tasks)))
            self._flattened(draft, result.problems)
        by_draft = dict(zip((id(draft) for draft in self.drafts), result.tasks, strict=True))
        for objective in self.objectives:
            leads = [by_draft[id(draft)] for draft in objective.tasks]
            self._objective_targets(objective, leads, context, result)
        for draft, task in zip(self.drafts, result.tasks, strict=True):
            result.targets.extend(self._row_targets(draft, task, context))
        return result

    def _share(self) -> None:
        """Give tasks without cells of their own those of the task they share a row group with."""
        for before, draft in zip(self.drafts, self.drafts[1:], strict=False):
            if draft.objective is None or draft.objective is not before.objective:
                continue
            if draft.cells.get("deadline"):
                before.more = [
                    more for more in before.more if more.get("deadline") != draft.cells["deadline"]
                ]
            if "lead" in draft.cells or "assignment" in draft.cells:
                continue
            alone = draft.opened_alone
            for role, pieces in before.cells.items():
                if alone or role in ("lead", "assignment", "coordinating"):
                    draft.cells.setdefault(role, pieces)

    def _flattened(self, draft: _Draft, problems: list[TableProblem]) -> None:
        """Report a cell that repeats its own value: two records flattened into one row."""
        for cells in (draft.cells, *draft.more):
            for role in ("lead", "coordinating"):
                if _repeats(" ".join(piece.text for piece in cells.get(role, ()))) > 1:
                    piece = cells[role][0]
                    problems.append(
                        TableProblem(
                            "flattened_records",
                            f"Hàng {piece.row + 1}: ô “{self.header.names[piece.column]}” "
                            f"lặp lại “{piece.text}”; có thể hai nhiệm vụ đã bị dồn vào một hàng, "
                            "cần kiểm tra lại.",
                            piece.row,
                            piece.column,
                        )
                    )

    def _sources(
        self, context: Context, pieces: list[Piece] | tuple[Piece, ...]
    ) -> tuple[Source, ...]:
        return cell_sources(context, self.table, self.header.names, pieces)

    def _objective_targets(
        self, objective: _Objective, tasks: list[Task], context: Context, result: TaskTable
    ) -> None:
        place = context.below(objective.path, objective.headings)
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

    def _row_targets(self, draft: _Draft, task: Task, context: Context) -> list[Target]:
        """Targets that the figures of a task row state, in its text or its product."""
        place = context.below(draft.path, draft.headings)
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
    for item in _products(pieces):
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


def _roles(cells: dict[str, list[Piece]]) -> tuple[Roles, str | None]:
    """Lead and coordinating units of a row, and the text the lead was read from."""
    lead_text = " ".join(piece.text for piece in cells.get("lead", ()))
    helper_text = " ".join(piece.text for piece in cells.get("coordinating", ()))
    free = " ".join(piece.text for piece in cells.get("assignment", ()))
    if free and not lead_text:
        roles = roles_in("\n".join(piece.text for piece in cells["assignment"]))
        helpers = (*roles.coordinating, *split_units(helper_text))
        return Roles(roles.lead, tuple(dict.fromkeys(helpers))), free
    if _ROLE_WORDS.search(lead_text) and not helper_text:
        roles = roles_in(lead_text)
        if roles.lead:
            return roles, lead_text
    leads, helpers = split_units(_once(lead_text)), split_units(_once(helper_text))
    return Roles(leads, helpers), lead_text or None


def _once(text: str) -> str:
    """A cell that says the same several times (records flattened into one row), said once."""
    words = text.split()
    times = _repeats(text)
    return " ".join(words[: len(words) // times]) if times > 1 else text


def _repeats(text: str) -> int:
    """How many times a cell says the same words; 1 for an ordinary cell."""
    words = match_key(text).split()
    for size in range(2, len(words) // 2 + 1):
        if len(words) % size == 0 and words == words[:size] * (len(words) // size):
            return len(words) // size
    return 1


def _deadlines(pieces: list[Piece], year: int | None) -> list[Deadline]:
    text = " ".join(piece.text for piece in pieces)
    return [parse_deadline(part, year=year) for part in split_deadlines(text)]


def _deadlines_or_none(pieces: list[Piece], year: int | None) -> list[Deadline | None]:
    return [*_deadlines(pieces, year)] or [None]


def _products(pieces: list[Piece]) -> tuple[str, ...]:
    text = " ".join(piece.text for piece in pieces).strip()
    if not text:
        return ()
    parts = (
        re.split(r"(?:^|(?<=[;.\n])\s*|\s+)[-+•]\s+(?=\S)", text) if text[:1] in "-+•" else [text]
    )
    return tuple(part.strip(" ;\n") for part in parts if part.strip(" ;\n-+•"))


def _task(draft: _Draft, table: Table, header: Header, context: Context, order: int) -> Task:
    place = context.below(draft.path, draft.headings)
    roles, lead_text = _roles(draft.cells)
    deadlines = _deadlines(draft.cells.get("deadline", []), context.year)
    products = _products(draft.cells.get("product", []))
    pieces: list[Piece] = list(draft.item.pieces)
    for cells in (draft.cells, *draft.more):
        for role in _OWN:
            pieces.extend(cells.get(role, []))
    for activity in draft.activities:
        pieces.extend(activity.pieces)
    pieces.extend(draft.extra)
    further = [
        Deliverable(
            product="; ".join(_products(more.get("product", []))) or None, deadline=deadline
        )
        for more in draft.more
        for deadline in _deadlines_or_none(more.get("deadline", []), context.year)
        if more.get("product") or deadline
    ]
    deliverables: tuple[Deliverable, ...] = ()
    if further or len(deadlines) > 1:
        product = "; ".join(products) or None
        first = [Deliverable(product=product, deadline=deadline) for deadline in deadlines]
        deliverables = (*(first or [Deliverable(product=product)]), *further)
    leads, helpers = list(roles.lead), list(roles.coordinating)
    for more in draft.more:
        own, _ = _roles(more)
        leads.extend(unit for unit in own.lead if unit not in leads)
        helpers.extend(unit for unit in own.coordinating if unit not in helpers)
    all_products = (
        *products,
        *(one for more in draft.more for one in _products(more.get("product", []))),
    )
    sources = _distinct(cell_sources(place, table, header.names, pieces))
    return Task(
        id=f"{context.document_id}:task:{table.number}:{order + 1}",
        document_id=context.document_id,
        annex=context.annex,
        key=draft.key,
        section=draft.path,
        headings=draft.headings,
        source=joined(sources),
        text=_bare(draft.item),
        products=tuple(dict.fromkeys(all_products)),
        lead=tuple(leads),
        coordinating=tuple(helpers),
        lead_units=tuple(dict.fromkeys(unit_slug(unit) for unit in leads)),
        lead_text=lead_text,
        deadline=deadlines[0] if len(deadlines) == 1 else _whole(draft, deadlines),
        deliverables=deliverables,
        objective=draft.objective.key if draft.objective else None,
        activities=tuple(
            Activity(key=activity.number, text=_bare(activity)) for activity in draft.activities
        ),
    )


def _whole(draft: _Draft, deadlines: list[Deadline]) -> Deadline | None:
    """The deadline of a task with several: the cell's words, from the first to the last date."""
    if not deadlines:
        return None
    text = " ".join(piece.text for piece in draft.cells["deadline"])
    dated = [deadline.to for deadline in deadlines if deadline.to]
    starts = [deadline.from_ for deadline in deadlines if deadline.from_]
    return Deadline.model_validate(
        {
            "text": text,
            "kind": deadlines[0].kind,
            "from": min(starts) if starts else None,
            "to": max(dated) if dated else None,
        }
    )


def _bare(item: Item) -> str:
    if item.number and item.text.startswith(item.number):
        return item.text[len(item.number) :].lstrip(". ")
    return item.text


def _distinct(sources: tuple[Source, ...]) -> list[Source]:
    seen: dict[tuple[object, ...], Source] = {}
    for source in sources:
        seen.setdefault(source.place(), source)
    return list(seen.values())
